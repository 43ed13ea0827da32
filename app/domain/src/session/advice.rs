//! Advice and its answer: each piece gets one, with a reason unless it is adopted.

use crate::{Form, Id, Millis, Record, Refusal, issue::WORDS, said::said_perhaps};

/// The answer to a piece of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Verdict {
    /// 采纳
    Adopted,
    /// 部分采纳
    Partly,
    /// 留作参考
    Reference,
    /// 暂缓
    Deferred,
    /// 不采纳
    Declined,
}

impl Verdict {
    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Partly => "partly",
            Self::Reference => "reference",
            Self::Deferred => "deferred",
            Self::Declined => "declined",
        }
    }
}

/// A piece of advice, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Advice {
    /// The statement it was taken from.
    pub statement: Option<Id>,
    /// The advice.
    pub words: String,
    /// Its answer.
    pub verdict: Option<Verdict>,
    /// Why.
    pub why: Option<String>,
    /// Who answered.
    pub answered_by: Option<Id>,
    /// When.
    pub answered_at: Option<Millis>,
}

/// Answers, or answers anew: earlier answers stay in the record's history.
pub(super) fn answer(
    record: &mut Record,
    (verdict, why): (Verdict, Option<&String>),
    by: Id,
    at: Millis,
) -> Result<(), Refusal> {
    let why = said_perhaps("why", why, WORDS)?;
    if why.is_none() && verdict != Verdict::Adopted {
        return Err(Refusal::NeedsReason);
    }
    record.set("verdict", verdict.as_str());
    record.set("why", why);
    record.set("answered_by", by.to_string());
    record.set("answered_at", at);
    Ok(())
}
