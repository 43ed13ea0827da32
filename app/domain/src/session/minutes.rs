//! The papers of a session, and how each statement was put before its speaker: nobody is quoted without being asked.

use super::{How, Room, bench::Statement, in_order, yes};
use crate::{
    DAY, Form, Id, Kind, Millis, Record, Refusal, Sorted,
    issue::WORDS,
    said::{bare, said, wrong},
};

/// How long silence must last to count as consent, in milliseconds: three days.
pub const SILENCE: Millis = 3 * DAY;

/// What a speaker says of the words that were taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Form)]
pub enum Word {
    /// 送去核了: asked, and no answer yet.
    Asked,
    /// 点头
    Confirmed,
    /// 改了: said otherwise, and the words were mended accordingly.
    Corrected,
    /// 不认: stands by something else; the objection is quoted beside the words.
    Disputed,
}

/// A statement that was put before its speaker, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Check {
    /// The statement.
    pub statement: Id,
    /// The words that were read out: an answer is good for these and no others.
    pub of: String,
    /// What the speaker says.
    pub word: Word,
    /// How it was put.
    pub how: How,
    /// The objection, in the speaker's words.
    #[form(sparse)]
    pub words: Option<String>,
    /// Whether the speaker wants to be named in the public edition; nothing when that was not asked. No is said as
    /// loudly as yes.
    pub named: Option<bool>,
}

/// A confirmation record, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Confirmation {
    /// What was put, and what came of it.
    #[form(flatten)]
    pub check: Check,
    /// Whose words they were when they were put.
    pub seat: Option<Id>,
    /// Who noted it.
    pub noted_by: Id,
    /// When.
    pub noted_at: Millis,
}

/// Where a statement is on its way to being quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its speaker has not been asked about these words.
    Unasked,
    /// Asked then, and no answer yet.
    Asked(Millis),
    /// Asked then, and silent for three days.
    Silent(Millis),
    /// Answered.
    Answered(Confirmation),
}

impl Standing {
    /// Whether the words may be quoted.
    #[must_use]
    pub fn quotable(&self) -> bool {
        matches!(self, Self::Silent(_) | Self::Answered(_))
    }
}

/// The papers of a session, read.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Minutes {
    /// The one page that everybody reads before.
    pub background: Option<String>,
    /// 情况: what was reported.
    pub facts: Option<String>,
    /// 共识: a line for each point that was agreed on.
    pub consensus: Option<String>,
    /// Fields that two people wrote in one place.
    pub check: Vec<String>,
}

impl Minutes {
    /// The points that were agreed on.
    #[must_use]
    pub fn points(&self) -> Vec<String> {
        lines(self.consensus.as_deref().unwrap_or_default())
    }
}

/// The lines of a text that say something.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What the speakers said of each statement last, by the statement. An answer stands above having been asked, and
/// what was noted later above what was noted before.
#[must_use]
pub fn checks(within: &[&Record]) -> Sorted<Id, Vec<Confirmation>> {
    let mut by_statement = Sorted::<Id, Vec<Confirmation>>::new();
    for record in in_order(within, &Kind::Confirmation, ["noted_at", ""]) {
        let Ok(confirmation) = record.read::<Confirmation>() else { continue };
        by_statement.or_default(confirmation.check.statement).push(confirmation);
    }
    by_statement
}

/// Where a statement is, by what was said of it; `checks` are in the order in which they were noted.
#[must_use]
pub fn standing(statement: &Statement, checks: &[Confirmation], now: Millis) -> Standing {
    let good = || checks.iter().filter(|noted| noted.good_for(statement));
    if let Some(answer) = good().rfind(|noted| noted.check.word != Word::Asked) {
        return Standing::Answered(answer.clone());
    }
    match good().map(|noted| noted.noted_at).min() {
        Some(at) if now.saturating_sub(at) >= SILENCE => Standing::Silent(at),
        Some(at) => Standing::Asked(at),
        None => Standing::Unasked,
    }
}

/// Whether the public edition may name the speaker: by the speaker's own last word on it, or else by the word of
/// whoever took the statement down. A yes was said to these words, a no is good for whatever became of them.
pub(super) fn named(statement: &Statement, checks: &[Confirmation]) -> bool {
    let said = checks.iter().rev().filter(|noted| noted.seat == statement.seat);
    let mut said = said.filter_map(|noted| Some((noted.check.named?, noted)));
    match said.next() {
        Some((true, noted)) if noted.good_for(statement) => true,
        Some((false, _)) => false,
        Some((true, _)) | None => statement.named,
    }
}

impl Confirmation {
    /// Whether it is about these words of this speaker.
    fn good_for(&self, statement: &Statement) -> bool {
        let words = statement.words.as_deref().unwrap_or_default();
        bare(&self.check.of) == bare(words) && self.seat == statement.seat
    }
}

/// Whether it may be noted that a statement was put before its speaker. Gives the speaker's seat.
pub(super) fn confirmable(check: &Check, room: &Room<'_>, by: Id) -> Result<Option<Id>, Refusal> {
    let statement = room.record(check.statement, &Kind::Statement)?;
    let seat = statement.link("seat");
    if check.how == How::Own {
        let seat = room.record(seat.ok_or(Refusal::NotTheSpeaker)?, &Kind::Seat)?;
        if seat.link("person") != Some(by) {
            return Err(Refusal::NotTheSpeaker);
        }
    }
    if check.how == How::Chat && check.word != Word::Asked {
        return Err(wrong("how"));
    }
    if check.word == Word::Disputed && check.words.is_none() {
        return Err(Refusal::NeedsReason);
    }
    Ok(seat)
}

/// The answer to a brief. The first one stands: a link that was passed on must not unsay it.
pub(super) fn reply(
    record: &mut Record,
    words: &str,
    named: bool,
    at: Millis,
) -> Result<(), Refusal> {
    if record.fields.contains_key("answer") {
        return Err(Refusal::AlreadyThere);
    }
    record.set("answer", said("words", words, WORDS)?);
    record.set("named", yes(named));
    record.set("answered_at", at);
    Ok(())
}

/// A brief record, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Brief {
    /// The seat of whoever is asked.
    pub seat: Id,
    /// The question.
    pub question: String,
    /// SHA-256 of the link's secret.
    pub key: String,
    /// Who asks.
    pub asked_by: Id,
    /// When.
    pub asked_at: Millis,
    /// The answer.
    pub answer: Option<String>,
    /// Whether the public edition may name the expert.
    #[form(default)]
    pub named: bool,
    /// When it was answered.
    pub answered_at: Option<Millis>,
}

/// A note record, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Note {
    /// The statement it is about.
    pub about: Option<Id>,
    /// The words.
    pub words: String,
    /// Whose.
    pub said_by: Id,
    /// When.
    pub said_at: Millis,
}
