//! 谁在等谁: what is owed in a district's villages, and by whom. It is a queue of debts and no list of places: it names
//! nobody of a village, and what it is about is read from the phone's own copy.

use crate::{
    DAY, Form, Id, Millis, Stage,
    follow::{Action, State},
    session::Convened,
};

/// How long after an evening its minutes may take.
pub const MINUTES: Millis = 7 * DAY;

/// What is owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Debt {
    /// 建议没答复: advice of a sealed session, or beside an issue, has no answer.
    #[default]
    Advice,
    /// 没人认领: nobody has taken an action, and its day has not come.
    Unclaimed,
    /// 过了说好的日子: an action is not done.
    Overdue,
    /// 回音没到: something is answered or done, and whoever asked for it was not told.
    Echo,
    /// 一页纸没回: somebody was asked from afar, and can still answer.
    Brief,
    /// 纪要没定稿: seven days after people got up.
    Minutes,
    /// 来信没答复: a complaint or a suggestion about this tool.
    Letter,
}

impl Debt {
    /// All of them, in the order of the choices.
    pub const ALL: [Self; 7] = [
        Self::Advice,
        Self::Unclaimed,
        Self::Overdue,
        Self::Echo,
        Self::Brief,
        Self::Minutes,
        Self::Letter,
    ];

    /// The word in SQL, in addresses and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Unclaimed => "unclaimed",
            Self::Overdue => "overdue",
            Self::Echo => "echo",
            Self::Brief => "brief",
            Self::Minutes => "minutes",
            Self::Letter => "letter",
        }
    }

    /// The sort of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|debt| debt.as_str() == word)
    }
}

/// Who waits. Of people no more is said than what they are to the matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form)]
pub enum Waiter {
    /// The village.
    #[default]
    Village,
    /// One villager, or several.
    Villagers,
    /// Whoever gave the advice.
    Advisers,
    /// Whoever wrote the letter.
    Writer,
}

/// Who owes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form)]
pub enum Ower {
    /// The district's office itself.
    #[default]
    Office,
    /// The village's committee.
    Committee,
    /// A department, by the name the directory has for it.
    Department,
    /// Whoever has the action, as it says.
    Holder,
    /// Whoever was asked from afar.
    Expert,
    /// Nobody yet.
    Nobody,
}

impl Ower {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Committee => "committee",
            Self::Department => "department",
            Self::Holder => "holder",
            Self::Expert => "expert",
            Self::Nobody => "nobody",
        }
    }
}

/// One debt.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Wait {
    /// What is owed.
    pub debt: Debt,
    /// The record that it is about: a session, an action, a piece of advice, an issue, a brief, a letter.
    pub about: Id,
    /// What that is.
    pub kind: String,
    /// The village; none with a letter to the district.
    #[form(sparse)]
    pub village: Option<Id>,
    /// The session it belongs to.
    #[form(sparse)]
    pub session: Option<Id>,
    /// Who waits.
    pub waiter: Waiter,
    /// Who owes.
    pub ower: Ower,
    /// A department or an expert, by name.
    #[form(sparse)]
    pub name: Option<String>,
    /// How many pieces of advice, or how many people.
    pub count: u32,
    /// Since when.
    pub since: Millis,
    /// The day that was agreed on.
    #[form(sparse)]
    pub due: Option<Millis>,
    /// The day that is asked for in its place.
    #[form(sparse)]
    pub asked: Option<Millis>,
    /// Whether it is done anew, because somebody was not satisfied.
    #[form(sparse)]
    pub again: bool,
}

impl Wait {
    /// For how many days, at a moment.
    #[must_use]
    pub fn days(&self, now: Millis) -> u32 {
        u32::try_from((now - self.since) / DAY).unwrap_or(0)
    }
}

/// How many debts of a sort there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct Tally {
    /// The sort.
    pub debt: Debt,
    /// How many.
    pub count: u32,
}

/// A page of the queue, who waits longest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Waits {
    /// The server's clock, by which days are counted.
    pub at: Millis,
    /// The debts.
    pub rows: Vec<Wait>,
    /// How many there are of each sort, whatever is asked for.
    pub tally: Vec<Tally>,
    /// How many of them the office owes itself.
    pub ours: u32,
    /// What to ask for next, if there are more.
    #[form(sparse)]
    pub more: Option<String>,
}

/// Which debt an action is, if it is one, and since when: over its day, or without anybody who takes it. One is never both.
#[must_use]
pub fn of_action(action: &Action, now: Millis) -> Option<(Debt, Millis)> {
    if action.days_over(now) > 0 {
        return action.due.map(|due| (Debt::Overdue, due));
    }
    let unclaimed = action.state() == State::Unclaimed;
    let since = action.trail.last().map(|step| step.at);
    since.filter(|_| unclaimed).map(|since| (Debt::Unclaimed, since))
}

/// Since when a session has waited for its minutes too long: since people got up.
#[must_use]
pub fn of_minutes(session: &Convened, now: Millis) -> Option<Millis> {
    let open = matches!(session.stage, Stage::Drafting | Stage::Checking);
    session.ended.filter(|ended| open && now - ended >= MINUTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_one_debt_and_no_more() {
        let now = 100 * DAY;
        let unclaimed = |due| Action {
            due,
            trail: vec![crate::follow::action::Step {
                to: State::Unclaimed,
                by: Id::nil(),
                at: 5,
                why: None,
                due_from: None,
                owner_from: None,
            }],
            ..Action::default()
        };
        assert_eq!(of_action(&unclaimed(None), now), Some((Debt::Unclaimed, 5)));
        assert_eq!(of_action(&unclaimed(Some(now - DAY + 1)), now), Some((Debt::Unclaimed, 5)));
        let due = now - DAY;
        assert_eq!(of_action(&unclaimed(Some(due)), now), Some((Debt::Overdue, due)));
        let owned = Action { owner: Some("一组".into()), ..Action::default() };
        assert_eq!(of_action(&owned, now), None);
    }

    #[test]
    fn each_sort_has_a_word_of_its_own() {
        for debt in Debt::ALL {
            assert_eq!(Debt::of(debt.as_str()), Some(debt));
            assert_eq!(debt.form(), crate::form::said(debt.as_str()));
        }
        assert_eq!(Debt::of("rank"), None);
    }
}
