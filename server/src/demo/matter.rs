//! An issue of the sample village, from the day it was raised to where it stands.

use domain::act::{Confirmed, Proxy, Raise};
use domain::triage::Triage;
use domain::{Act, Category, Change, Id, Kind, Millis, Scope};

use super::directory::{VILLAGE, Who, group, named, place};

/// The first moment of 2026 in Shanghai.
const NEW_YEAR: Millis = 1_767_196_800_000;

/// A moment of 2026 by Shanghai's clock.
pub(super) const fn at(month: usize, day: Millis, hour: Millis, minute: Millis) -> Millis {
    const BEFORE: [Millis; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let minutes = ((BEFORE[month - 1] + day - 1) * 24 + hour) * 60 + minute;
    NEW_YEAR + minutes * 60_000
}

/// An issue with its whole way.
pub(super) struct Matter {
    /// Its number in the sample's list.
    pub(super) number: u8,
    pub(super) title: &'static str,
    pub(super) title_en: &'static str,
    pub(super) category: Category,
    /// 0 for the whole village.
    pub(super) group: u8,
    /// 0 for not known.
    pub(super) households: u32,
    pub(super) words: &'static str,
    /// Whose words they are, when not the raiser's own.
    pub(super) proxy: Option<(&'static str, Confirmed)>,
    pub(super) by: Who,
    pub(super) at: Millis,
    /// What happened then.
    pub(super) way: &'static [(Millis, Who, Deed)],
}

/// One step, or one remark.
#[derive(Clone, Copy)]
pub(super) enum Deed {
    Receive,
    /// Small, several, actor, lawful, quarrel.
    Triage([bool; 5]),
    Settle(&'static str),
    Redirect(&'static str, &'static str),
    Merge(u8),
    Park(&'static str),
    Draft(&'static str),
    Approve,
    Post,
    Schedule(Millis, &'static str),
    Consult(&'static str),
    Close(&'static str),
    Say(&'static str),
}

/// The answers of an issue that is made for a bench.
pub(super) const FIT: [bool; 5] = [true, true, true, true, false];

/// The id of an issue of the sample's list.
pub(super) fn issue(number: u8) -> Id {
    named(3, u32::from(number))
}

/// One change with the one who makes it; it has no number yet.
pub(super) type Told = (Who, Change);

impl Matter {
    /// All its changes, in order.
    pub(super) fn changes(&self) -> Vec<Told> {
        let raised = self.change(0, self.at, Kind::Issue, issue(self.number), self.raise());
        let steps = (1..).zip(self.way).map(|(step, (at, who, deed))| {
            let remark = named(4, u32::from(self.number) << 8 | step);
            let (kind, id) = match deed {
                Deed::Say(_) => (Kind::Comment, remark),
                _ => (Kind::Issue, issue(self.number)),
            };
            (*who, self.change(step, *at, kind, id, deed.act(self.number)))
        });
        std::iter::once((self.by, raised)).chain(steps).collect()
    }

    fn change(&self, step: u32, at: Millis, kind: Kind, id: Id, act: Act) -> Change {
        let uuid = named(5, u32::from(self.number) << 8 | step);
        Change {
            uuid,
            seq: 0,
            at,
            kind,
            id,
            scope: Scope::Village(place(VILLAGE)),
            act,
            made_on: None,
        }
    }

    fn raise(&self) -> Act {
        let proxy = self.proxy.map(|(name, confirmed)| Proxy { name: name.to_owned(), confirmed });
        Act::Raise(Raise {
            words: self.words.to_owned(),
            title: Some(self.title.to_owned()),
            title_en: Some(self.title_en.to_owned()),
            village: place(VILLAGE),
            category: self.category,
            group: (self.group > 0).then(|| group(self.group)),
            households: (self.households > 0).then_some(self.households),
            received: matches!(self.by, Who::ChenSuqin | Who::LinXiaozhou),
            door: None,
            proxy,
            named: false,
        })
    }
}

impl Deed {
    fn act(self, number: u8) -> Act {
        let own = str::to_owned;
        match self {
            Self::Receive => Act::Receive,
            Self::Triage(answers) => {
                let [small, several, actor, lawful, quarrel] = answers.map(Some);
                Act::Triage { answers: Triage { small, several, actor, lawful, quarrel } }
            }
            Self::Settle(how) => Act::Settle { how: own(how) },
            Self::Redirect(to, why) => Act::Redirect { to: own(to), why: own(why) },
            Self::Merge(into) => Act::Merge { into: issue(into) },
            Self::Park(why) => Act::Park { why: own(why) },
            Self::Draft(question) => Act::Draft { question: own(question) },
            Self::Approve => Act::Approve,
            Self::Post => Act::Post,
            Self::Schedule(on, place) => Act::Schedule { on, place: own(place), session: None },
            Self::Consult(outcome) => Act::Consult { outcome: own(outcome), session: None },
            Self::Close(how) => Act::Close { how: own(how) },
            Self::Say(words) => Act::Say { issue: issue(number), words: own(words) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bench_was_at_seven_in_the_evening_of_18_september() {
        assert_eq!(at(9, 18, 19, 0), 1_789_729_200_000);
    }
}
