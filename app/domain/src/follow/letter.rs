//! 来信: what comes by a door that needs no account, and waits for somebody to look.
//!
//! How something was done, said by the code of a public edition, which anybody has; and complaints and suggestions about
//! this tool, which the office answers.

use super::{Action, State, action::read as read_action, rating::Satisfaction};
use crate::{
    Form, Id, Kind, Millis, Record, Refusal, Scope,
    issue::WORDS,
    said::{reason, said, wrong},
    session::{Around, hexadecimal},
};

/// What a letter is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Sort {
    /// 评价: how an action was done. It counts once somebody took it over.
    #[default]
    Rating,
    /// 投诉: what is wrong with this tool.
    Complaint,
    /// 建议: what would make it better.
    Suggestion,
}

impl Sort {
    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Complaint => "complaint",
            Self::Suggestion => "suggestion",
        }
    }
}

/// What has become of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Form)]
pub enum Fate {
    /// It waits for a look.
    #[default]
    Held,
    /// 答复了
    Answered,
    /// 收进评价: somebody wrote it down as a rating.
    Taken,
    /// 放一边, for a reason.
    Aside,
}

impl Fate {
    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Answered => "answered",
            Self::Taken => "taken",
            Self::Aside => "aside",
        }
    }
}

/// What is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Write {
    /// What it is.
    pub sort: Sort,
    /// The words; a rating may go without.
    #[form(sparse)]
    pub words: Option<String>,
    /// The action it rates.
    #[form(sparse)]
    pub action: Option<Id>,
    /// How somebody finds it.
    #[form(sparse)]
    pub result: Option<Satisfaction>,
    /// 让我说上话了吗
    #[form(sparse)]
    pub heard: Option<bool>,
    /// What to call whoever wrote it.
    #[form(sparse)]
    pub name: Option<String>,
    /// SHA-256 of the number by which whoever wrote it asks for the answer, in lower-case hexadecimal.
    #[form(sparse)]
    pub slip: Option<String>,
    /// Whether question and answer may be shown to everybody, without the name.
    #[form(sparse)]
    pub listed: bool,
}

/// A letter, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Letter {
    /// What it is.
    pub sort: Sort,
    /// The words.
    pub words: Option<String>,
    /// The action it rates.
    pub action: Option<Id>,
    /// How somebody finds it.
    pub result: Option<Satisfaction>,
    /// Whether somebody was heard.
    pub heard: Option<bool>,
    /// What to call whoever wrote it.
    pub name: Option<String>,
    /// Whether question and answer may be shown to everybody.
    pub listed: bool,
    /// When it was written.
    pub written_at: Millis,
    /// What has become of it.
    pub fate: Fate,
    /// The answer.
    pub answer: Option<String>,
    /// Why it was laid aside.
    pub why: Option<String>,
    /// Who answered it, took it over, or laid it aside.
    pub looked_by: Option<Id>,
    /// When.
    pub looked_at: Millis,
}

/// Takes down a letter. Whoever writes it has no account: the letter is its own author, which no phone can be.
pub(super) fn written(
    record: &mut Record,
    write: &Write,
    (by, at): (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    if by != record.id {
        return Err(Refusal::NotThePerson);
    }
    if write.slip.as_deref().is_some_and(|slip| !hexadecimal(slip)) {
        return Err(wrong("slip"));
    }
    match (write.sort, record.scope) {
        (Sort::Rating, Scope::Draft(village)) => {
            let of = write.action.ok_or_else(|| wrong("action"))?;
            if let Some(action) = rated(of, village, around)? {
                let (now, last) = (action.state(), action.trail.last());
                if now != State::Checked {
                    let (by, at) = (last.map(|step| step.by), last.map_or(0, |step| step.at));
                    return Err(Refusal::WrongState { now, wanted: State::Checked, by, at });
                }
            }
            let result = write.result.ok_or_else(|| wrong("result"))?;
            if result == Satisfaction::Not && record.text("words").is_none() {
                return Err(Refusal::NeedsReason);
            }
        }
        (Sort::Complaint | Sort::Suggestion, Scope::District(_)) => {
            if write.action.is_some() || write.result.is_some() || write.heard.is_some() {
                return Err(wrong("sort"));
            }
            said("words", record.text("words").unwrap_or_default(), WORDS)?;
        }
        _ => return Err(wrong("scope")),
    }
    record.set("written_at", at);
    record.set("fate", Fate::Held.as_str());
    Ok(())
}

/// The action a letter is about, in its village; nothing where this is only shown and the action may come later.
fn rated(id: Id, village: Id, around: &dyn Around) -> Result<Option<Action>, Refusal> {
    let record = around.record(id);
    let there =
        |r: &&Record| r.kind == Kind::Action && !r.gone && r.scope == Scope::Village(village);
    match record.filter(there) {
        Some(record) => read_action(record).map(Some),
        None if around.only_shows() => Ok(None),
        None => Err(Refusal::NoSuchRecord),
    }
}

/// The office answers, once.
pub(super) fn answer(record: &mut Record, words: &str, here: (Id, Millis)) -> Result<(), Refusal> {
    let letter = read(record)?;
    let words = said("answer", words, WORDS)?;
    match (letter.sort, letter.fate) {
        (Sort::Rating, _) => return Err(Refusal::WrongKind),
        // the same answer from another phone of the same person
        (_, Fate::Answered) if letter.answer.as_ref() == Some(&words) => return Ok(()),
        (_, Fate::Answered) => return Err(Refusal::AlreadyThere),
        (_, Fate::Held | Fate::Taken | Fate::Aside) => {}
    }
    record.set("answer", words);
    record.set("why", crate::form::Value::Null);
    looked(record, Fate::Answered, here);
    Ok(())
}

/// Somebody has written it down as a rating.
pub(super) fn take(
    record: &mut Record,
    action: Id,
    here: (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    let letter = read(record)?;
    if letter.sort != Sort::Rating || letter.action != Some(action) {
        return Err(Refusal::WrongKind);
    }
    disinterested(record, action, here.0, around)?;
    match letter.fate {
        Fate::Taken => return Ok(()),
        Fate::Answered | Fate::Aside => return Err(Refusal::AlreadyThere),
        Fate::Held => {}
    }
    looked(record, Fate::Taken, here);
    Ok(())
}

/// Somebody lays it aside, and says why.
pub(super) fn lay_aside(
    record: &mut Record,
    (why, action): (&str, Option<Id>),
    here: (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    let letter = read(record)?;
    let why = reason(why)?;
    if letter.action != action {
        return Err(Refusal::WrongKind);
    }
    if let Some(action) = action {
        disinterested(record, action, here.0, around)?;
    }
    match letter.fate {
        Fate::Aside if letter.why.as_ref() == Some(&why) => return Ok(()),
        Fate::Answered | Fate::Taken | Fate::Aside => return Err(Refusal::AlreadyThere),
        Fate::Held => {}
    }
    record.set("why", why);
    looked(record, Fate::Aside, here);
    Ok(())
}

/// Whoever did it neither takes over nor lays aside what is said of it.
fn disinterested(letter: &Record, action: Id, by: Id, around: &dyn Around) -> Result<(), Refusal> {
    let Scope::Draft(village) = letter.scope else { return Err(wrong("scope")) };
    let action = rated(action, village, around)?;
    if action.is_some_and(|action| action.doer(by)) { Err(Refusal::OwnDeed) } else { Ok(()) }
}

/// Whether a rating is what a letter says, and of what it is about: nobody puts it in other words.
pub(super) fn vouched(
    (action, rate): (&Record, &super::rating::Rate),
    around: &dyn Around,
) -> Result<(), Refusal> {
    let Some(id) = rate.letter else { return Ok(()) };
    let there = around.record(id).filter(|r| r.kind == Kind::Letter && !r.gone);
    let Some(record) = there else {
        return if around.only_shows() { Ok(()) } else { Err(Refusal::NoSuchRecord) };
    };
    let letter = read(record)?;
    let same = letter.action == Some(action.id)
        && letter.result == Some(rate.result)
        && letter.heard == rate.heard
        && letter.words == rate.words;
    if letter.fate == Fate::Aside || !same { Err(wrong("letter")) } else { Ok(()) }
}

fn looked(record: &mut Record, fate: Fate, (by, at): (Id, Millis)) {
    record.set("fate", fate.as_str());
    record.set("looked_by", by.to_string());
    record.set("looked_at", at);
}

fn read(record: &Record) -> Result<Letter, Refusal> {
    record.read().map_err(|_| Refusal::WrongKind)
}
