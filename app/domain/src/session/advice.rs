//! Advice and its answer: each piece gets one, with a reason unless it is adopted. Where several say the same, one
//! speaks for all, and each keeps its voice.

use crate::{
    Form, Id, Kind, Millis, Record, Refusal, Role,
    follow::{
        action::Proposer,
        echo::{Echo, Errand},
    },
    issue::WORDS,
    said::said_perhaps,
    session::Room,
};

pub(crate) use super::grouped::group;
pub use super::grouped::{all, head, waiting};

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
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 5] =
        [Self::Adopted, Self::Partly, Self::Reference, Self::Deferred, Self::Declined];

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

    /// The answer of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.as_str() == word)
    }

    /// Whether something is to come of it.
    #[must_use]
    pub fn adopts(self) -> bool {
        matches!(self, Self::Adopted | Self::Partly)
    }
}

/// By which way advice came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Form)]
pub enum Via {
    /// 会上说的
    #[default]
    Bench,
    /// 专家书面
    Brief,
    /// 纸条
    Paper,
    /// 电话
    Phone,
    /// 公开页上来的
    Public,
}

impl Via {
    /// All of them, in the order of the choices.
    pub const ALL: [Self; 5] = [Self::Bench, Self::Brief, Self::Paper, Self::Phone, Self::Public];

    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bench => "bench",
            Self::Brief => "brief",
            Self::Paper => "paper",
            Self::Phone => "phone",
            Self::Public => "public",
        }
    }
}

/// Whose advice it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Voice {
    /// The name.
    pub name: String,
    /// What the person was there as.
    #[form(sparse)]
    pub role: Option<Role>,
    /// What is said beside the name.
    #[form(sparse)]
    pub label: Option<String>,
    /// The group, by its name.
    #[form(sparse)]
    pub group: Option<String>,
    /// Who it is, when in the directory.
    #[form(sparse)]
    pub person: Option<Id>,
}

/// What is said when something is taken for advice.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Advise {
    /// The statement it was taken from.
    #[form(sparse)]
    pub statement: Option<Id>,
    /// The advice.
    pub words: String,
    /// The issue it is about, where the session has several.
    #[form(sparse)]
    pub issue: Option<Id>,
    /// By which way it came; on the bench without one.
    #[form(sparse)]
    pub via: Option<Via>,
    /// Whose it is; the speaker's of the statement without one.
    #[form(sparse)]
    pub voice: Option<Voice>,
}

/// An answer that was given, as advice keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Answered {
    /// Which.
    pub verdict: Verdict,
    /// Why.
    #[form(sparse)]
    pub why: Option<String>,
    /// Who answered.
    pub by: Id,
    /// When.
    pub at: Millis,
}

/// A piece of advice, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Advice {
    /// The statement it was taken from.
    pub statement: Option<Id>,
    /// The session it belongs to.
    pub session: Option<Id>,
    /// The issue it is about.
    pub issue: Option<Id>,
    /// The advice.
    pub words: String,
    /// By which way it came.
    pub via: Option<Via>,
    /// Whose it is.
    pub voice: Option<Voice>,
    /// The advice that speaks for it.
    pub with: Option<Id>,
    /// Its answer.
    pub verdict: Option<Verdict>,
    /// Why.
    pub why: Option<String>,
    /// The action that comes of it.
    pub action: Option<Id>,
    /// The line of the blueprint that comes of it.
    pub line: Option<Id>,
    /// Whether nothing more is to come of it.
    #[form(default)]
    pub ends: bool,
    /// Who answered.
    pub answered_by: Option<Id>,
    /// When.
    pub answered_at: Option<Millis>,
    /// All answers that were given, the first first.
    #[form(default)]
    pub answers: Vec<Answered>,
    /// Who was told.
    #[form(default)]
    pub echoes: Vec<Echo>,
    /// Doors that somebody was asked to knock at.
    #[form(default)]
    pub errands: Vec<Errand>,
    /// Who wrote it down.
    pub offered_by: Option<Id>,
    /// When.
    pub offered_at: Option<Millis>,
}

impl Advice {
    /// Whoever is to hear of it.
    #[must_use]
    pub fn proposer(&self) -> Option<Proposer> {
        let voice = self.voice.clone()?;
        Some(Proposer { name: voice.name, person: voice.person, group: voice.group })
    }

    /// Whether it was adopted, at least in part, and nothing says what is to come of it.
    #[must_use]
    pub fn unfollowed(&self) -> bool {
        let follows = self.action.is_some() || self.line.is_some() || self.ends;
        self.verdict.is_some_and(Verdict::adopts) && !follows
    }
}

/// An answer, as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Answer {
    /// Which.
    pub verdict: Verdict,
    /// Why; only *adopted* may go without.
    #[form(sparse)]
    pub why: Option<String>,
    /// The action that comes of it.
    #[form(sparse)]
    pub action: Option<Id>,
    /// The line of the blueprint that comes of it.
    #[form(sparse)]
    pub line: Option<Id>,
    /// 到此为止: nothing more is to come of it.
    #[form(sparse)]
    pub ends: bool,
}

impl Answer {
    /// An answer that does not say yet what is to come of it.
    #[must_use]
    pub fn of(verdict: Verdict, why: Option<&str>) -> Self {
        let why = why.map(str::to_owned);
        Self { verdict, why, action: None, line: None, ends: false }
    }
}

impl Advise {
    /// What somebody said on the bench.
    #[must_use]
    pub fn said(statement: Option<Id>, words: &str) -> Self {
        Self { statement, words: words.to_owned(), issue: None, via: None, voice: None }
    }
}

/// Answers, or answers anew: earlier answers stay readable.
pub(super) fn answer(
    record: &mut Record,
    given: &Answer,
    by: Id,
    at: Millis,
) -> Result<(), Refusal> {
    let why = said_perhaps("why", given.why.as_ref(), WORDS)?;
    if why.is_none() && given.verdict != Verdict::Adopted {
        return Err(Refusal::NeedsReason);
    }
    // the same answer, given from a second phone
    let stands = record.read::<Advice>().is_ok_and(|now| {
        now.verdict == Some(given.verdict)
            && now.why == why
            && (now.action, now.line, now.ends) == (given.action, given.line, given.ends)
            && now.answered_by == Some(by)
    });
    if stands {
        return Ok(());
    }
    let answered = Answered { verdict: given.verdict, why: why.clone(), by, at };
    record.push("answers", answered.form());
    record.set("verdict", given.verdict.as_str());
    record.set("why", why);
    record.set("action", given.action.map(|id| id.to_string()));
    record.set("line", given.line.map(|id| id.to_string()));
    record.set("ends", super::yes(given.ends));
    record.set("answered_by", by.to_string());
    record.set("answered_at", at);
    Ok(())
}

/// Whose words a statement is: what is said of its speaker where it is taken for advice.
pub(super) fn voice(record: &mut Record, advise: &Advise, room: &Room<'_>) {
    record.set("session", room.session.id.to_string());
    if advise.voice.is_some() {
        return;
    }
    let statement = advise.statement.and_then(|id| room.record(id, &Kind::Statement).ok());
    let seat = statement.and_then(|statement| statement.link("seat"));
    let seat = seat.and_then(|seat| room.record(seat, &Kind::Seat).ok());
    let Some(Ok(seat)) = seat.map(Record::read::<super::Seat>) else { return };
    let super::Seat { name, role, label, group, person, .. } = seat;
    record.set("voice", Voice { name, role: Some(role), label, group, person }.form());
}
