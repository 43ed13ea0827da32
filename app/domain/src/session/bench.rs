//! What is taken down on the bench: who speaks, what is said, how many hands, what is promised.
//!
//! All of it accumulates. Two recorders on two phones take down what each of them hears, and nothing of either is lost.

use super::in_order;
use crate::{Form, Id, Kind, Millis, Record, Refusal, Sorted, said::wrong};

/// What sort of thing was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Sort {
    /// 意见
    Opinion,
    /// 提问
    Question,
    /// 解答
    Answer,
    /// 承诺
    Promise,
    /// 保留意见
    Dissent,
}

impl Sort {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 5] =
        [Self::Opinion, Self::Question, Self::Answer, Self::Promise, Self::Dissent];

    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Opinion => "opinion",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Promise => "promise",
            Self::Dissent => "dissent",
        }
    }

    /// The sort of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == word)
    }
}

/// Something that was said, as it is taken down. No words are needed at that moment: they can be written afterwards,
/// from a recording or from memory.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct State {
    /// What sort of thing.
    pub sort: Sort,
    /// Who said it; nobody in particular without one.
    #[form(sparse)]
    pub seat: Option<Id>,
    /// In which part of the agenda, counted from 0.
    #[form(sparse)]
    pub part: u32,
    /// The words, where somebody wrote them.
    #[form(sparse)]
    pub words: Option<String>,
    /// Whether the public edition may name the speaker.
    #[form(sparse)]
    pub named: bool,
}

/// A statement record, read.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Statement {
    /// What sort of thing was said.
    pub sort: Sort,
    /// Who said it.
    pub seat: Option<Id>,
    /// In which part of the agenda.
    #[form(default)]
    pub part: u32,
    /// The words.
    pub words: Option<String>,
    /// Whether the public edition may name the speaker, by the word of whoever took it down.
    #[form(default)]
    pub named: bool,
    /// Who took it down.
    pub taken_by: Id,
    /// When it was said.
    pub said_at: Millis,
    /// Fields that two people wrote in one place.
    #[form(default)]
    pub check: Vec<String>,
}

/// Somebody's time to speak, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub struct Speech {
    /// The seat.
    pub seat: Id,
    /// When it began.
    pub began: Millis,
    /// When it ended; nothing while it goes on.
    pub ended: Option<Millis>,
}

/// Which hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Form)]
pub enum Hand {
    /// 同意
    Yes,
    /// 不同意
    No,
    /// 说不清
    Unsure,
}

impl Hand {
    /// The field that counts them.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unsure => "unsure",
        }
    }
}

/// A show of hands, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Count {
    /// The sentence.
    pub words: String,
    /// In which part of the agenda.
    #[form(default)]
    pub part: u32,
    /// When it was put.
    pub asked_at: Millis,
    /// For it.
    #[form(default)]
    pub yes: i64,
    /// Against it.
    #[form(default)]
    pub no: i64,
    /// Neither.
    #[form(default)]
    pub unsure: i64,
}

/// What somebody promised, as it is taken down.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Promise {
    /// The statement it was made in.
    #[form(sparse)]
    pub statement: Option<Id>,
    /// What is to be done; the statement's words without it.
    #[form(sparse)]
    pub what: Option<String>,
    /// Who does it, by name and office.
    pub owner: String,
    /// By when.
    #[form(sparse)]
    pub due: Option<Millis>,
}

/// An action record, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Action {
    /// The session it came from.
    pub session: Id,
    /// The statement it was promised in.
    pub statement: Option<Id>,
    /// What is to be done.
    pub what: Option<String>,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Millis>,
}

/// Whoever ends it first ends it.
pub(super) fn hush(record: &mut Record, at: Millis) {
    if !record.fields.contains_key("ended") {
        let began = record.fields.get("began").and_then(serde_json::Value::as_i64).unwrap_or(at);
        record.set("ended", at.max(began));
    }
}

/// More hands, or fewer: two who count side by side are added up.
pub(super) fn count(record: &mut Record, hand: Hand, by: i64) -> Result<(), Refusal> {
    if by == 0 || by.unsigned_abs() > 10_000 {
        return Err(wrong("by"));
    }
    let now = record.fields.get(hand.as_str()).and_then(serde_json::Value::as_i64).unwrap_or(0);
    let sum = now.saturating_add(by).clamp(-100_000, 100_000);
    record.set(hand.as_str(), if sum == 0 { serde_json::Value::Null } else { sum.into() });
    Ok(())
}

/// How often each seat has spoken, by its speeches: what two recorders noted of one speech, each on a phone of their
/// own, overlaps in time and is one.
#[must_use]
pub fn times_spoken(speeches: &[Speech]) -> Sorted<Id, u32> {
    let ends = |s: &Speech| s.ended.unwrap_or(Millis::MAX).max(s.began);
    let spans: Sorted<(Id, Millis, Millis), ()> =
        speeches.iter().map(|s| ((s.seat, s.began, ends(s)), ())).collect();
    let mut times = Sorted::<Id, u32>::new();
    let mut last: Option<(Id, Millis)> = None;
    for &(seat, began, ended) in spans.keys() {
        match last {
            Some((of, until)) if of == seat && began <= until => {
                last = Some((seat, until.max(ended)));
            }
            Some(_) | None => {
                *times.or_default(seat) += 1;
                last = Some((seat, ended));
            }
        }
    }
    times
}

/// The statements among some records, in the order of the agenda and then of time.
#[must_use]
pub fn statements(within: &[&Record]) -> Vec<(Id, Statement)> {
    let said = in_order(within, &Kind::Statement, ["part", "said_at"]);
    said.into_iter().filter_map(|record| Some((record.id, record.read().ok()?))).collect()
}
