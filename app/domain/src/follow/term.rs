//! 换届: a new team takes over, and its secretary has read what is open. Nothing changes hands silently.

use super::action::{self, State};
use crate::{
    Form, Id, Kind, Millis, Record, Refusal, Scope, Standing, issue,
    said::{day, wrong},
    session::{Around, advice},
};

/// The most of each that one hand-over can hold.
const MOST: usize = 2000;

/// What is said when a new team takes over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Inaugurate {
    /// The team's name: 2026 届村班子.
    pub team: String,
    /// Who leads it.
    pub secretary: Id,
    /// By what name.
    pub name: String,
    /// From when.
    pub from: Millis,
    /// Until when, where that is known.
    #[form(sparse)]
    pub until: Option<Millis>,
    /// Who is in it, a line each.
    #[form(sparse)]
    pub members: Option<String>,
}

/// What is open when a team takes over, as the new secretary has read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Inherited {
    /// Actions that are not closed.
    #[form(sparse)]
    pub actions: Vec<Id>,
    /// Advice without an answer, or put off.
    #[form(sparse)]
    pub advice: Vec<Id>,
    /// Issues that were parked.
    #[form(sparse)]
    pub issues: Vec<Id>,
}

/// A term of office, read.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Term {
    /// Who takes over.
    #[form(flatten)]
    pub team: Inaugurate,
    /// What was read as open.
    #[form(flatten)]
    pub inherited: Inherited,
    /// When; nothing while it was not.
    pub acknowledged_at: Option<Millis>,
}

pub(super) fn inaugurated(inaugurate: &Inaugurate) -> Result<(), Refusal> {
    day("from", inaugurate.from)?;
    let until = inaugurate.until.map(|until| day("until", until)).transpose()?;
    if until.is_some_and(|until| until <= inaugurate.from) {
        return Err(wrong("until"));
    }
    Ok(())
}

/// Only the new secretary has read it. What was read stands as it was read.
pub(super) fn acknowledge(
    record: &mut Record,
    inherited: &Inherited,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    if record.link("secretary") != Some(by) {
        return Err(Refusal::NotThePerson);
    }
    if record.fields.contains_key("acknowledged_at") {
        return Ok(());
    }
    for (field, read) in [
        ("actions", &inherited.actions),
        ("advice", &inherited.advice),
        ("issues", &inherited.issues),
    ] {
        if read.len() > MOST {
            return Err(wrong(field));
        }
        record.set(field, read.form());
    }
    record.set("acknowledged_at", at);
    Ok(())
}

/// What is open in a village, and would be handed over now. `sessions` are those whose advice is looked at, too.
#[must_use]
pub fn open(village: Id, sessions: &[Id], around: &dyn Around) -> Inherited {
    let mut open = Inherited::default();
    let within = around.within(Scope::Village(village));
    for record in within.iter().filter(|record| !record.gone) {
        match record.kind {
            Kind::Action if action::read(record).is_ok_and(|a| a.state() != State::Closed) => {
                open.actions.push(record.id);
            }
            Kind::Issue if issue::standing(record).is_ok_and(|(at, _)| at == Standing::Parked) => {
                open.issues.push(record.id);
            }
            _ => {}
        }
    }
    let inside = sessions.iter().flat_map(|id| around.within(Scope::Session(*id)));
    let advised: Vec<&Record> = within.iter().copied().chain(inside).collect();
    open.advice = advice::waiting(&advised);
    open
}
