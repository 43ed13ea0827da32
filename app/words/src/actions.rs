//! Actions.

/// The sentences.
#[derive(Debug)]
pub struct Actions {
    /// The heading.
    pub title: &'static str,
}

pub(crate) static ZH: Actions = Actions { title: "说过的，一件件办" };

pub(crate) static EN: Actions = Actions { title: "What was said gets done" };
