//! 议题: what it says, and how an act moves it along its life-cycle.

use serde_json::Value;

use crate::{
    Act, Category, Form, Id, Millis, Record, Refusal, Scope, Standing,
    act::{Door, Proxy, Raise},
    follow::{
        action::Proposer,
        echo::{Echo, Errand},
    },
    said::{count, day, reason, said, said_perhaps, wrong},
    session::hexadecimal,
    text::first_clause,
    triage::Triage,
};

/// The longest words an issue may carry, in characters.
pub const WORDS: usize = 2000;
/// The longest heading, reason or place, in characters.
pub const LINE: usize = 200;
/// The longest heading made from the words, in characters.
const HEADING: usize = 30;

/// One step of the way an issue has come.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Step {
    /// Where it came to.
    pub to: Standing,
    /// Who brought it there.
    pub by: Id,
    /// When.
    pub at: Millis,
    /// The reason, the outcome or the place, as the step asks for.
    #[form(sparse)]
    pub why: Option<String>,
}

/// An issue record, read.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Issue {
    /// The words, as they were said.
    pub words: String,
    /// The heading.
    pub title: String,
    /// The heading in English.
    pub title_en: Option<String>,
    /// The village it is about.
    pub village: Id,
    /// Which drawer.
    pub category: Category,
    /// The group; without one it is the whole village's.
    pub group: Option<Id>,
    /// About how many households.
    pub households: Option<u32>,
    /// Whose words, when not the raiser's own.
    pub proxy: Option<Proxy>,
    /// Whether the public edition may name the speaker.
    #[form(default)]
    pub named: bool,
    /// Who wrote it down; itself, where it came by the door.
    pub raised_by: Id,
    /// How it came, when it did so by the door that needs no account.
    pub door: Option<Door>,
    /// Its number in the village; given by the server, so a fresh one has none yet.
    pub number: Option<u32>,
    /// Where it stands.
    pub standing: Standing,
    /// The way it has come.
    pub trail: Vec<Step>,
    /// The answers to the five questions.
    pub answers: Option<Triage>,
    /// 拟题: the question for the bench.
    pub question: Option<String>,
    /// Where it was sent.
    pub redirected_to: Option<String>,
    /// The issue that carries it on.
    pub merged_into: Option<Id>,
    /// When people sit down.
    pub scheduled_on: Option<Millis>,
    /// Where they do.
    pub scheduled_where: Option<String>,
    /// The session in which it is talked through.
    pub session: Option<Id>,
    /// Who was told what has become of it.
    #[form(default)]
    pub echoes: Vec<Echo>,
    /// Doors that somebody was asked to knock at.
    #[form(default)]
    pub errands: Vec<Errand>,
    /// Fields that two people wrote in one place and that somebody should read through.
    #[form(default)]
    pub check: Vec<String>,
}

impl Issue {
    /// When it was raised.
    #[must_use]
    pub fn raised_at(&self) -> Millis {
        self.trail.first().map_or(0, |step| step.at)
    }

    /// The last step of its way.
    #[must_use]
    pub fn last_step(&self) -> Option<&Step> {
        self.trail.last()
    }
}

/// Writes down what was said. A cadre's own entry counts as received, unless it is held back.
pub(crate) fn raise(record: &mut Record, raise: &Raise, by: Id, at: Millis) -> Result<(), Refusal> {
    let held = lies(record.scope, raise.village)?;
    let words = said("words", &raise.words, WORDS)?;
    let title = match &raise.title {
        Some(title) => said("title", title, LINE)?,
        None => first_clause(&words, HEADING),
    };
    let households = raise.households.map(|n| count("households", n.into())).transpose()?;
    let proxy = match &raise.proxy {
        Some(proxy) => Proxy { name: said("proxy", &proxy.name, LINE)?, ..proxy.clone() }.form(),
        None => Value::Null,
    };
    let door = through(record, raise, (by, held))?;
    let standing = if raise.received && !held { Standing::Received } else { Standing::Lead };
    record.set("words", words);
    record.set("title", title);
    record.set("title_en", said_perhaps("title_en", raise.title_en.as_ref(), LINE)?);
    record.set("village", raise.village.to_string());
    record.set("category", raise.category.as_str());
    record.set("group", raise.group.map(|id| id.to_string()));
    record.set("households", households);
    record.set("proxy", proxy);
    record.set("door", door);
    record.set("named", if raise.named { Value::Bool(true) } else { Value::Null });
    record.set("raised_by", by.to_string());
    step(record, &Step { to: standing, by, at, why: None });
    Ok(())
}

/// How it came, if by the door. What comes there has no author but itself, which no phone can be, and is held back
/// until a cadre has looked.
fn through(record: &Record, raise: &Raise, (by, held): (Id, bool)) -> Result<Value, Refusal> {
    let Some(Door { slip, name }) = &raise.door else {
        return if by == record.id { Err(wrong("door")) } else { Ok(Value::Null) };
    };
    if by != record.id || !held || raise.received || raise.named || raise.proxy.is_some() {
        return Err(wrong("door"));
    }
    if !hexadecimal(slip) {
        return Err(wrong("slip"));
    }
    let name = said_perhaps("name", name.as_ref(), LINE)?;
    Ok(Door { slip: slip.clone(), name }.form())
}

/// Whether an issue of this village is held back here; an issue lies with its own village or with its cadres.
fn lies(scope: Scope, village: Id) -> Result<bool, Refusal> {
    match scope {
        Scope::Village(owner) | Scope::Draft(owner) if owner != village => Err(wrong("village")),
        Scope::Village(_) => Ok(false),
        Scope::Draft(_) => Ok(true),
        Scope::Region(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => {
            Err(wrong("scope"))
        }
    }
}

/// Moves an issue along, or says why it cannot go there.
pub(crate) fn advance(record: &mut Record, act: &Act, by: Id, at: Millis) -> Result<(), Refusal> {
    let to = act.leads_to().ok_or(Refusal::WrongKind)?;
    let (now, last) = standing(record)?;
    // two acts lead to being sorted: the first sorting, and coming back with something new
    let returns = matches!(act, Act::Resume { .. });
    let sorts = matches!(act, Act::Triage { .. });
    if !now.next().contains(&to) || (returns && !now.laid_aside()) || (sorts && now.laid_aside()) {
        return Err(Refusal::WrongStanding {
            now,
            wanted: to,
            by: last.as_ref().map(|step| step.by),
            at: last.map_or(0, |step| step.at),
        });
    }
    let why = particulars(record, act)?;
    show(record, to);
    step(record, &Step { to, by, at, why });
    Ok(())
}

/// What was held back for the cadres' eyes is read by the village once a cadre takes it up.
/// Only what was turned down or joined to another before that stays where it was.
fn show(record: &mut Record, to: Standing) {
    if let Scope::Draft(village) = record.scope
        && !matches!(to, Standing::Merged | Standing::Declined)
    {
        record.scope = Scope::Village(village);
    }
}

/// Writes what the act brings with it, and gives the words that go with the step.
fn particulars(record: &mut Record, act: &Act) -> Result<Option<String>, Refusal> {
    match act {
        Act::Triage { answers } => {
            record.set("answers", answers.form());
            Ok(None)
        }
        Act::Consult { outcome: why, session } => {
            if let Some(session) = session {
                record.set("session", session.to_string());
            }
            reason(why).map(Some)
        }
        Act::Settle { how: why }
        | Act::Close { how: why }
        | Act::Park { why }
        | Act::Decline { why } => reason(why).map(Some),
        Act::Resume { why } => {
            record.set("redirected_to", Value::Null);
            reason(why).map(Some)
        }
        Act::Redirect { to, why } => {
            record.set("redirected_to", said("to", to, LINE)?);
            reason(why).map(Some)
        }
        Act::Merge { into } if *into == record.id => Err(Refusal::IntoItself),
        Act::Merge { into } => {
            record.set("merged_into", into.to_string());
            Ok(None)
        }
        Act::Draft { question } => {
            record.set("question", said("question", question, LINE)?);
            Ok(None)
        }
        Act::Schedule { on, place, session } => {
            let place = said("where", place, LINE)?;
            record.set("session", session.map(|id| id.to_string()));
            record.set("scheduled_on", day("on", *on)?);
            record.set("scheduled_where", place);
            Ok(None)
        }
        Act::Post => {
            // taken out of the plan again: the day no longer holds
            let day = ["scheduled_on", "scheduled_where", "session"];
            day.into_iter().for_each(|field| record.set(field, Value::Null));
            Ok(None)
        }
        Act::Receive | Act::Approve => Ok(None),
        Act::Raise(_)
        | Act::Edit { .. }
        | Act::Say { .. }
        | Act::Withdraw
        | Act::Attach { .. }
        | Act::Found(_)
        | Act::Introduce(_)
        | Act::Profess(_)
        | Act::Unite { .. }
        | Act::LayDown
        | Act::Session(_)
        | Act::Follow(_)
        | Act::Plan(_)
        | Act::Custom { .. } => Err(Refusal::WrongKind),
    }
}

/// Whoever raised an issue through somebody else, and is to hear of what is done.
pub(crate) fn proxied(record: &Record) -> Option<Proposer> {
    let proxy = Proxy::read(record.fields.get("proxy")?.clone()).ok()?;
    Some(Proposer { name: proxy.name, person: None, group: None })
}

/// Where a record stands, and the step that brought it there.
pub(crate) fn standing(record: &Record) -> Result<(Standing, Option<Step>), Refusal> {
    let now = record.fields.get("standing").cloned().unwrap_or_default();
    let now = Standing::read(now).map_err(|_| Refusal::WrongKind)?;
    let last = record.fields.get("trail").and_then(Value::as_array).and_then(|trail| trail.last());
    let last = last.and_then(|step| Step::read(step.clone()).ok());
    Ok((now, last))
}

fn step(record: &mut Record, step: &Step) {
    record.set("standing", step.to.as_str());
    record.push("trail", step.form());
}
