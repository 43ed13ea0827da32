//! 谁在等谁: the list of what is owed, and the words that ask for it.

mod en;
mod reminder;
mod zh;

use domain::{
    Millis,
    waits::{Debt, Ower, Waiter},
};

use self::{en::EN, zh::ZH};
use crate::{Lang, Words};

pub use self::reminder::{Reminder, reminder};

/// What the wing says.
#[derive(Debug)]
pub struct Waits {
    /// How it is ordered.
    pub order: &'static str,
    /// A sort of debt.
    pub debt: fn(Debt) -> &'static str,
    /// Every sort.
    pub all: &'static str,
    /// What the office owes.
    pub ours: &'static str,
    /// What the choices are for.
    pub filter: &'static str,
    /// Who waits, with how many and of which village.
    pub waiter: fn(Waiter, u32, &str) -> String,
    /// Between who waits and who owes.
    pub waits_for: &'static str,
    /// Who owes, of which village and by which name.
    pub ower: fn(Ower, &str, Option<&str>) -> String,
    /// What is owed, after the words of what it is about: the sort, how many, whether it is a session's.
    pub owed: fn(Debt, u32, bool) -> String,
    /// The day that was agreed on, and the one that is asked for.
    pub due: fn(Option<Millis>, Option<Millis>, Millis) -> Option<String>,
    /// What is owed, after its day.
    pub both: fn(&str, &str) -> String,
    /// It is done anew.
    pub again: &'static str,
    /// After a number of days.
    pub days: fn(u32) -> &'static str,
    /// This phone has no words for it.
    pub unknown: &'static str,
    /// Says a word to somebody outside the village.
    pub say: &'static str,
    /// Reminds somebody of the village.
    pub remind: &'static str,
    /// Goes to where the office answers.
    pub answer: &'static str,
    /// Of what, to whoever goes by ear.
    pub of: fn(&str, &str) -> String,
    /// What to do with the text, and what is not in it.
    pub hint: &'static str,
    /// By a text message.
    pub sms: &'static str,
    /// Nothing is owed; what that means.
    pub none: (&'static str, &'static str),
    /// Nothing of this sort.
    pub none_of: &'static str,
    /// More of them.
    pub more: &'static str,
    /// To the whole list.
    pub to_all: fn(u32) -> String,
    /// Over what is past its day.
    pub overdue: &'static str,
    /// How many there are, and how many are shown.
    pub first: fn(u32, usize) -> String,
    /// Letters to the office.
    pub letters: &'static str,
    /// So many wait.
    pub letters_wait: fn(usize) -> String,
    /// Benches that are ahead.
    pub ahead: &'static str,
    /// In which order.
    pub ahead_order: &'static str,
    /// No bench is ahead.
    pub ahead_none: &'static str,
}

impl Words {
    /// Who waits for whom.
    #[must_use]
    pub fn waits(&self) -> &'static Waits {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
