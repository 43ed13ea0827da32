//! 回音: whoever spoke hears what became of it, at the door, by telephone, in a chat or in the app, and that is logged.
//!
//! What is still to be told is never written down: it follows from what was answered or done since, and from who was
//! told. So nothing can be told twice for being written twice, and nothing is forgotten for not being written.

use super::action::{Proposer, read as read_action};
use crate::{
    Form, Id, Issue, Kind, Millis, Record, Refusal, Standing,
    form::Value,
    issue::{LINE, WORDS},
    said::{said, said_perhaps, wrong},
    session::advice::Advice,
};

/// How somebody was told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Form)]
pub enum Tidings {
    /// 上门
    #[default]
    Door,
    /// 电话
    Phone,
    /// 发文字: pasted into a chat.
    Chat,
    /// 纸条
    Paper,
    /// 本人看到了: read in the app by the person.
    Own,
}

impl Tidings {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 5] = [Self::Door, Self::Phone, Self::Chat, Self::Paper, Self::Own];

    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Phone => "phone",
            Self::Chat => "chat",
            Self::Paper => "paper",
            Self::Own => "own",
        }
    }
}

/// What is said when somebody was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Tell {
    /// Who was told, by name.
    pub to: String,
    /// Who that is, when in the directory.
    #[form(sparse)]
    pub person: Option<Id>,
    /// How.
    pub how: Tidings,
    /// What the person said to that.
    #[form(sparse)]
    pub words: Option<String>,
}

/// Somebody was told, as a record keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Echo {
    /// Who was told, by name.
    pub to: String,
    /// Who that is, when in the directory.
    #[form(sparse)]
    pub person: Option<Id>,
    /// How.
    pub how: Tidings,
    /// What the person said to that.
    #[form(sparse)]
    pub words: Option<String>,
    /// Who told.
    pub by: Option<Id>,
    /// When.
    pub at: Millis,
}

/// Somebody was asked to knock at a door.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Errand {
    /// Whose door.
    pub to: String,
    /// Who is to go.
    pub who: Id,
    /// Who asked.
    pub by: Id,
    /// When.
    pub at: Millis,
}

/// Somebody who waits to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The record it is about: an issue, a piece of advice, an action.
    pub about: Id,
    /// Who waits.
    pub to: Proposer,
    /// Since when.
    pub since: Millis,
    /// Who was asked to go and tell.
    pub sent: Option<Id>,
}

/// Whether somebody of that name was told since a moment.
pub(super) fn told(echoes: &[Echo], name: &str, since: Millis) -> bool {
    echoes.iter().any(|echo| echo.to == name && echo.at >= since)
}

/// Notes that somebody was told; whoever was sent there need not go any more.
pub(super) fn tell(record: &mut Record, tell: &Tell, by: Id, at: Millis) -> Result<(), Refusal> {
    let to = said("to", &tell.to, LINE)?;
    let words = said_perhaps("words", tell.words.as_ref(), WORDS)?;
    if tell.how == Tidings::Own && tell.person != Some(by) {
        return Err(Refusal::NotThePerson);
    }
    call_back(record, &to);
    let echo = Echo { to, person: tell.person, how: tell.how, words, by: Some(by), at };
    record.push("echoes", echo.form());
    Ok(())
}

/// Whoever was asked to knock at a door need not go. Gives how many others are on their way.
fn call_back(record: &mut Record, to: &str) -> usize {
    let Some(Value::Array(errands)) = record.fields.get_mut("errands") else { return 0 };
    errands.retain(|errand| errand.get("to").and_then(Value::as_str) != Some(to));
    let others = errands.len();
    if others == 0 {
        record.set("errands", Value::Null);
    }
    others
}

/// Asks somebody to knock at a door; whoever was asked before need not go.
pub(super) fn send(
    record: &mut Record,
    to: &str,
    who: Id,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let to = said("to", to, LINE)?;
    if call_back(record, &to) >= 100 {
        return Err(wrong("to"));
    }
    record.push("errands", Errand { to, who, by, at }.form());
    Ok(())
}

/// Who waits to be told of a record. `answered` is the advice that speaks for it, where it was grouped with another;
/// `raiser` says by what name somebody is known.
#[must_use]
pub fn owed(
    record: &Record,
    answered: Option<&Advice>,
    raiser: &dyn Fn(Id) -> Option<String>,
) -> Vec<Owed> {
    if record.gone {
        return Vec::new();
    }
    match record.kind {
        Kind::Advice => owed_of_advice(record, answered),
        Kind::Action => owed_of_action(record),
        Kind::Issue => owed_of_issue(record, raiser),
        _ => Vec::new(),
    }
}

fn owed_of_advice(record: &Record, answered: Option<&Advice>) -> Vec<Owed> {
    let Ok(advice) = record.read::<Advice>() else { return Vec::new() };
    let Some(since) = answered.unwrap_or(&advice).answered_at else { return Vec::new() };
    let Some(to) = advice.proposer() else { return Vec::new() };
    waits(record.id, vec![to], since, (&advice.echoes, &advice.errands))
}

fn owed_of_action(record: &Record) -> Vec<Owed> {
    let Ok(action) = read_action(record) else { return Vec::new() };
    let Some(since) = action.done_at() else { return Vec::new() };
    waits(record.id, action.tell, since, (&action.echoes, &action.errands))
}

fn owed_of_issue(record: &Record, raiser: &dyn Fn(Id) -> Option<String>) -> Vec<Owed> {
    let Ok(issue) = record.read::<Issue>() else { return Vec::new() };
    let answered = matches!(
        issue.standing,
        Standing::Settled
            | Standing::Redirected
            | Standing::Merged
            | Standing::Parked
            | Standing::Declined
            | Standing::Closed
    );
    let Some(since) = issue.last_step().map(|step| step.at).filter(|_| answered) else {
        return Vec::new();
    };
    let to = match &issue.proxy {
        Some(proxy) => Some(Proposer { name: proxy.name.clone(), person: None, group: None }),
        None => raiser(issue.raised_by).map(|name| Proposer {
            name,
            person: Some(issue.raised_by),
            group: None,
        }),
    };
    let by_hand = to.filter(|to| to.person != issue.last_step().map(|step| step.by));
    waits(record.id, by_hand.into_iter().collect(), since, (&issue.echoes, &issue.errands))
}

fn waits(
    about: Id,
    to: Vec<Proposer>,
    since: Millis,
    (echoes, errands): (&[Echo], &[Errand]),
) -> Vec<Owed> {
    let still = to.into_iter().filter(|to| !told(echoes, &to.name, since));
    let owed = still.map(|to| {
        let sent = errands.iter().find(|errand| errand.to == to.name).map(|errand| errand.who);
        Owed { about, to, since, sent }
    });
    owed.collect()
}
