//! What an act on the plan makes of an entry: each act by its own guard, and who may.

use super::{Enter, Entry, Month, PlanAct, Step, plannable};
use crate::{
    Act, Form, Id, Kind, Millis, Record, Refusal, Role, Scope, Stage, issue,
    issue::LINE,
    may::{CADRES, DECIDERS},
    said::{reason, tidy, wrong},
    session::{Around, Convened},
};

/// The years that a plan can be for.
const YEARS: std::ops::RangeInclusive<u32> = 2000..=2199;

/// The roles that may do this to the plan. Whoever convenes a session says for which entry it is.
pub(crate) fn roles(act: &PlanAct) -> &'static [Role] {
    match act {
        PlanAct::Enter(_)
        | PlanAct::Fill { .. }
        | PlanAct::Shift { .. }
        | PlanAct::Cancel { .. } => DECIDERS,
        PlanAct::Bind { .. } => CADRES,
    }
}

/// Whether an act is for a record of this kind that is there.
pub(crate) fn fits(kind: &Kind, act: &Act) -> bool {
    *kind == Kind::Plan && matches!(act, Act::Plan(_) | Act::Edit { .. } | Act::Withdraw)
}

/// What was entered by mistake is taken back at once; once anything hangs on it, it is called off with a reason.
pub(crate) fn taken_back(record: &Record, (by, at): (Id, Millis)) -> Result<(), Refusal> {
    let entry: Entry = record.read().map_err(|_| Refusal::WrongKind)?;
    if record.gone || entry.fresh(by, at) { Ok(()) } else { Err(Refusal::NeedsReason) }
}

/// What an act on the plan makes of an entry.
pub(crate) fn done(
    record: &mut Record,
    act: &PlanAct,
    here: (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    match act {
        PlanAct::Enter(enter) if record.rev > 0 => again(record, enter),
        PlanAct::Enter(enter) => entered(record, enter, here, around),
        PlanAct::Fill { issue } => {
            standing(record, around)?;
            fitting(record.scope, *issue, around)?;
            record.set("issue", issue.to_string());
            Ok(())
        }
        PlanAct::Shift { to, why } => shifted(record, *to, why, here, around),
        PlanAct::Cancel { why } => cancelled(record, why, here, around),
        PlanAct::Bind { session } => bound(record, *session, around),
    }
}

fn entered(
    record: &mut Record,
    enter: &Enter,
    (by, at): (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    if record.scope != Scope::Village(enter.village) {
        return Err(wrong("scope"));
    }
    month(enter.when)?;
    if let Some(issue) = enter.issue {
        fitting(record.scope, issue, around)?;
    }
    record.fill(enter);
    tidy(record, &[("topic", LINE, false), ("lead", LINE, false)])?;
    step(record, &Step { by, at, why: None, moved_from: None, off: false });
    Ok(())
}

/// Two phones entered the same thing: the same month is no news, another is for whoever came second to look at.
fn again(record: &Record, enter: &Enter) -> Result<(), Refusal> {
    if record.gone {
        return Err(Refusal::Gone { by: record.by, at: Some(record.at) });
    }
    let entry: Entry = record.read().map_err(|_| Refusal::WrongKind)?;
    let same = !entry.off && entry.says.when == enter.when && entry.says.issue == enter.issue;
    if same { Ok(()) } else { Err(Refusal::AlreadyThere) }
}

fn shifted(
    record: &mut Record,
    to: Month,
    why: &str,
    (by, at): (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    let entry = standing(record, around)?;
    month(to)?;
    let why = Some(reason(why)?);
    let from = entry.says.when;
    if from == to {
        return Ok(());
    }
    record.set("year", to.year);
    record.set("month", to.month);
    step(record, &Step { by, at, why, moved_from: Some(from), off: false });
    Ok(())
}

fn cancelled(
    record: &mut Record,
    why: &str,
    (by, at): (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    // another phone was first: both meant the same
    if off(record) {
        return Ok(());
    }
    standing(record, around)?;
    let why = Some(reason(why)?);
    record.set("off", true);
    step(record, &Step { by, at, why, moved_from: None, off: true });
    Ok(())
}

fn bound(record: &mut Record, session: Id, around: &dyn Around) -> Result<(), Refusal> {
    if record.link("session") == Some(session) {
        return Ok(());
    }
    standing(record, around)?;
    let there = |r: &&Record| r.kind == Kind::Session && !r.gone && r.scope == record.scope;
    if around.record(session).filter(there).is_none() && !around.only_shows() {
        return Err(Refusal::NoSuchRecord);
    }
    record.set("session", session.to_string());
    Ok(())
}

/// The entry, as long as it is one that waits: not called off, and no session has been convened for it.
fn standing(record: &Record, around: &dyn Around) -> Result<Entry, Refusal> {
    let entry: Entry = record.read().map_err(|_| Refusal::WrongKind)?;
    if let Some(last) = entry.trail.last().filter(|_| entry.off) {
        return Err(Refusal::OffThePlan { by: Some(last.by), at: Some(last.at) });
    }
    let session = entry.session.and_then(|id| around.record(id));
    let session = session.and_then(|record| record.read::<Convened>().ok());
    // a session that is not to be leaves the entry as it was
    match session.map(|session| session.stage).filter(|stage| *stage != Stage::Cancelled) {
        Some(now) => Err(Refusal::HasSession { now }),
        None => Ok(entry),
    }
}

/// Whether an issue of this village can be entered.
fn fitting(village: Scope, id: Id, around: &dyn Around) -> Result<(), Refusal> {
    let there = |r: &&Record| r.kind == Kind::Issue && !r.gone && r.scope == village;
    let Some(record) = around.record(id).filter(there) else {
        return if around.only_shows() { Ok(()) } else { Err(Refusal::NoSuchRecord) };
    };
    let now = issue::standing(record)?.0;
    // what is on the screen already stays there until it is answered
    if plannable(now) || around.only_shows() { Ok(()) } else { Err(Refusal::Unripe { now }) }
}

fn month(when: Month) -> Result<(), Refusal> {
    if !YEARS.contains(&when.year) {
        return Err(wrong("year"));
    }
    if (1..=12).contains(&when.month) { Ok(()) } else { Err(wrong("month")) }
}

/// Whether an entry was called off.
pub(crate) fn off(record: &Record) -> bool {
    record.fields.contains_key("off")
}

fn step(record: &mut Record, step: &Step) {
    record.push("trail", step.form());
}
