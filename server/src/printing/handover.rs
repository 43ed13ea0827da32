//! 交办单: what is handed over with a session, with names, for those who were there: each piece of advice with its
//! answer, and who does what comes of it by when.

use std::collections::{BTreeMap, BTreeSet};

use domain::follow::{Action, Line};
use domain::session::advice::{self, Advice};
use domain::session::sealed::Content;
use domain::session::{Mode, Seat, Stage, Step};
use domain::{Form, Id, Kind, Record, Role, Scope, Sorted};
use sqlx::PgConnection;
use words::session::{mode, verdict};

use super::Matter;
use super::minutes::named;
use super::poster::framed;
use crate::pages::spaced;
use crate::papers::{Action as Task, Block, Fact, Paper, Said, Signature};
use crate::sync::naming::{ACTIONS_OF_ADVICE, OF_ISSUES, naming};
use crate::sync::records;

/// What came of a session, beside what is sealed.
#[derive(Debug)]
pub(super) struct After {
    advice: Sorted<Id, Advice>,
    actions: BTreeMap<Id, Action>,
    lines: BTreeMap<Id, Line>,
    /// Who handed it over: the step, and by what name.
    handed: Option<(Step, Option<String>)>,
}

impl After {
    /// Looks it up, wherever it lies now.
    pub(super) async fn find(db: &mut PgConnection, matter: &Matter) -> sqlx::Result<Self> {
        let session = matter.session;
        let places = [Scope::Session(session), Scope::Village(matter.convened.village)];
        let mut found = naming(db, OF_ISSUES, &[session]).await?;
        found.retain(|_, record| places.contains(&record.scope));
        let all: Vec<&Record> = found.values().collect();
        let advice = advice::all(&all);
        let ids: Vec<Id> = advice.keys().copied().collect();
        let mut actions: BTreeMap<Id, Action> = read(&found, &Kind::Action);
        let adopted = naming(db, ACTIONS_OF_ADVICE, &ids).await?;
        actions.extend(read(&adopted, &Kind::Action));
        worded(db, &mut actions).await?;
        let lines = advice.values().filter_map(|advice| advice.line).collect();
        let lines = read(&records::seen(db, lines).await?, &Kind::Line);
        let trail = matter.convened.trail.iter();
        let handed = trail.rev().find(|step| step.to == Stage::HandedOver).cloned();
        let handed = match handed {
            Some(step) => {
                let name = name_of(db, matter, step.by).await?;
                Some((step, name))
            }
            None => None,
        };
        Ok(Self { advice, actions, lines, handed })
    }
}

/// What was promised in a statement says so in the words of the statement.
async fn worded(db: &mut PgConnection, actions: &mut BTreeMap<Id, Action>) -> sqlx::Result<()> {
    let wordless = |action: &&mut Action| action.what.is_none();
    let said = actions.values().filter_map(|action| action.statement).collect();
    let said = records::seen(db, said).await?;
    for action in actions.values_mut().filter(wordless) {
        let words = action.statement.and_then(|id| said.get(&id)?.text("words"));
        action.what = words.map(str::to_owned);
    }
    Ok(())
}

fn read<T: Form>(found: &BTreeMap<Id, Record>, kind: &Kind) -> BTreeMap<Id, T> {
    let of = found.values().filter(|record| record.kind == *kind && !record.gone);
    of.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
}

/// By the seat, or by the directory.
async fn name_of(
    db: &mut PgConnection,
    matter: &Matter,
    person: Id,
) -> sqlx::Result<Option<String>> {
    let content = Content::read(matter.content.clone()).ok();
    let seats = content.iter().flat_map(|content| &content.seats);
    let seat = seats.into_iter().find(|sat| sat.seat.person == Some(person));
    if let Some(sat) = seat {
        return Ok(Some(sat.seat.name.clone()));
    }
    let known = records::seen(db, BTreeSet::from([person])).await?.remove(&person);
    Ok(known.and_then(|person| Some(person.text("name")?.to_owned())))
}

/// The paper.
pub(super) fn paper(matter: &Matter, after: &After) -> Paper {
    let says = matter.lang.words().handover();
    let mut blocks = vec![Block::Facts(facts(matter, after)), Block::Heading(says.advice.into())];
    let heads: Vec<(Id, &Advice)> = after
        .advice
        .iter()
        .filter(|(id, _)| advice::head(&after.advice, **id) == **id)
        .map(|(id, advice)| (*id, advice))
        .collect();
    if heads.is_empty() {
        blocks.push(Block::Paragraph(says.no_advice.into()));
    }
    for (id, head) in heads {
        blocks.extend(piece(matter, after, (id, head)));
    }
    let tasks: Vec<Task> = after.actions.values().map(|action| task(matter, action)).collect();
    if !tasks.is_empty() {
        blocks.extend([Block::Heading(says.tasks.into()), Block::Actions(tasks)]);
    }
    let criteria: Vec<Block> =
        after.actions.values().filter_map(|a| criterion(matter, a)).collect();
    if !criteria.is_empty() {
        blocks.push(Block::Heading(says.criteria.into()));
        blocks.extend(criteria);
    }
    blocks.push(Block::Signatures(signatures(matter, after)));
    let paper = framed(matter, &matter.convened.title, blocks);
    let village = matter.village.called(matter.lang);
    let issuer = match matter.convened.mode {
        Mode::A => says.office.to_owned(),
        Mode::B => paper.issuer.clone(),
    };
    let issued = after.handed.as_ref().map_or(paper.issued, |(step, _)| step.at);
    // the check code is the minutes', and stands among the facts
    let (draft, seal, until) = (after.handed.is_none(), None, None);
    Paper { head: (says.head)(village), issuer, issued, draft, seal, until, ..paper }
}

fn facts(matter: &Matter, after: &After) -> Vec<Fact> {
    let Matter { lang, convened, seal, .. } = matter;
    let (says, edition) = (lang.words().handover(), lang.words().edition());
    let fact = |label: &str, text: String| Fact { label: label.to_owned(), text };
    let mut facts = Vec::new();
    facts.extend(convened.on.map(|on| fact(edition.when, lang.moment(on, 0))));
    facts.extend(convened.place.clone().map(|place| fact(edition.place, place)));
    facts.push(fact(edition.mode, mode(*lang, convened.mode).to_owned()));
    facts.extend(seal.as_ref().map(|seal| fact(says.minutes, spaced(&seal.code))));
    facts.extend(after.handed.as_ref().map(|(step, _)| fact(says.on, lang.date(step.at, 0))));
    facts
}

/// One piece of advice: whose it is, the answer, and what comes of it.
fn piece(matter: &Matter, after: &After, (id, head): (Id, &Advice)) -> Vec<Block> {
    let lang = matter.lang;
    let says = lang.words().handover();
    let text = head.words.clone();
    let mut blocks = vec![Block::Statement(Said { speaker: voice(matter, head), text })];
    let same: Vec<String> = after
        .advice
        .values()
        .filter(|other| other.with == Some(id))
        .map(|other| voice(matter, other))
        .collect();
    let mut paragraph = |text: String| blocks.push(Block::Paragraph(text));
    if !same.is_empty() {
        paragraph((says.same)(&same.join(super::minutes::between(lang))));
    }
    paragraph(match head.verdict {
        Some(given) => (says.answer)(verdict(lang, given), head.why.as_deref()),
        None => says.unanswered.to_owned(),
    });
    let comes = |(of, action): &(&Id, &Action)| {
        action.advice == Some(id) || head.action.as_ref() == Some(*of)
    };
    for (_, action) in after.actions.iter().filter(comes) {
        let due = action.due.map(|due| lang.date(due, 0));
        let what = action.what.as_deref().unwrap_or_default();
        let (owner, criterion) = (action.owner.as_deref(), action.criterion.as_deref());
        paragraph((says.follows)(what, owner, due.as_deref(), criterion));
    }
    if let Some(line) = head.line.and_then(|line| after.lines.get(&line)) {
        paragraph((says.line)(&line.words));
    }
    if head.ends {
        paragraph(says.ends.to_owned());
    }
    blocks
}

/// 王彩娣（三组村民代表）
fn voice(matter: &Matter, advice: &Advice) -> String {
    let Some(voice) = advice.voice.clone() else { return String::new() };
    let advice::Voice { name, role, label, group, person } = voice;
    let role = role.unwrap_or(Role::Villager);
    let seat =
        Seat { name, role, label, group, person, duty: None, remote: false, order: 0, salt: None };
    named(&seat, matter.lang)
}

fn task(matter: &Matter, action: &Action) -> Task {
    let what = action.what.clone().unwrap_or_default();
    let who = action.owner.clone();
    let who = who.unwrap_or_else(|| matter.lang.words().handover().nobody.to_owned());
    // the criterion is too long for a table, and has its own heading
    Task { what, who, partners: action.partners.clone(), by: action.due, done_when: None }
}

fn criterion(matter: &Matter, action: &Action) -> Option<Block> {
    let says = matter.lang.words().handover();
    let what = action.what.as_deref().unwrap_or_default();
    let criterion = action.criterion.as_deref()?;
    Some(Block::Item((says.criterion)(what, criterion, action.money.as_deref())))
}

/// Whoever handed over; and a place for each who takes something on.
fn signatures(matter: &Matter, after: &After) -> Vec<Signature> {
    let by = matter.lang.words().handover().by.to_owned();
    let (name, on) = match &after.handed {
        Some((step, name)) => (name.clone(), Some(step.at)),
        None => (None, None),
    };
    let owners: BTreeSet<String> =
        after.actions.values().filter_map(|action| action.owner.clone()).collect();
    let takes = owners.into_iter().map(|role| Signature { role, name: None, on: None });
    [Signature { role: by, name, on }].into_iter().chain(takes).collect()
}
