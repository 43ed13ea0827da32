//! What is done, who is told, how it is rated.

mod list;
mod one;
mod rate;
mod telling;

pub use self::{list::List, one::One, rate::Rate, telling::Telling};

/// The sentences, one drawer each.
#[derive(Debug)]
pub struct Actions {
    /// The heading.
    pub title: &'static str,
    /// The list and its cards.
    pub list: &'static List,
    /// One action's page.
    pub one: &'static One,
    /// Rating, and what was said in it.
    pub rate: &'static Rate,
    /// Who is to be told, and how.
    pub telling: &'static Telling,
}

pub(crate) static ZH: Actions = Actions {
    title: "说过的，一件件办",
    list: &list::ZH,
    one: &one::ZH,
    rate: &rate::ZH,
    telling: &telling::ZH,
};

pub(crate) static EN: Actions = Actions {
    title: "What was said gets done",
    list: &list::EN,
    one: &one::EN,
    rate: &rate::EN,
    telling: &telling::EN,
};
