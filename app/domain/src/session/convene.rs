//! The session itself: planned, moved to another day, taken over by the district, its agenda, its seal.

use serde_json::Value;

use super::{Convene, Mode, Part, Room, Stage, Step, agenda, guard, seal};
use crate::{
    Form, Id, Ids, Kind, Millis, Record, Refusal, Scope,
    issue::{LINE, WORDS},
    said::{day, reason, said, said_perhaps, wrong},
};

/// The most issues one evening can hold.
const ISSUES: usize = 12;

pub(super) fn convened(
    record: &mut Record,
    convene: &Convene,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    if record.scope != Scope::Village(convene.village) {
        return Err(wrong("scope"));
    }
    let mut seen = Ids::new();
    if convene.issues.len() > ISSUES || !convene.issues.iter().all(|id| seen.insert(*id)) {
        return Err(wrong("issues"));
    }
    // a thread that goes on from itself has no beginning
    if convene.follows == Some(record.id) {
        return Err(wrong("follows"));
    }
    let agenda = match convene.agenda.as_slice() {
        [] => agenda::template(convene.mode),
        some => agenda::checked(some)?,
    };
    convene.on.map(|on| day("on", on)).transpose()?;
    record.set("agenda", agenda.form());
    record.set("convened_by", by.to_string());
    record.set("stage", Stage::Planned.as_str());
    guard::step(record, &Step::to(Stage::Planned, by, at));
    Ok(())
}

pub(super) fn moved(
    record: &mut Record,
    (on, place, why): (Millis, &str, Option<&String>),
    room: &Room<'_>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let stage = room.stage();
    if !stage.ahead() {
        return Err(guard::frozen(room));
    }
    let was = record.fields.get("on").and_then(Value::as_i64);
    let (on, place) = (day("on", on)?, said("where", place, LINE)?);
    if was == Some(on) && record.text("where") == Some(&place) {
        return Ok(());
    }
    let why = said_perhaps("why", why, WORDS)?;
    // what was announced is not moved without a word
    if stage >= Stage::Noticed && stage != Stage::Postponed && why.is_none() {
        return Err(Refusal::NeedsReason);
    }
    record.set("on", on);
    record.set("where", place);
    // a new day takes up again what was put off
    let to = if stage == Stage::Postponed { Stage::Planned } else { stage };
    record.set("stage", to.as_str());
    guard::step(record, &Step { why, moved_from: was, ..Step::to(to, by, at) });
    Ok(())
}

pub(super) fn escalated(
    record: &mut Record,
    why: &str,
    room: &Room<'_>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    if !room.stage().ahead() {
        return Err(guard::frozen(room));
    }
    if record.text("mode") == Some(Mode::A.as_str()) {
        return Ok(());
    }
    let why = Some(reason(why)?);
    record.set("mode", Mode::A.as_str());
    let mode_from = Some(Mode::B);
    guard::step(record, &Step { why, mode_from, ..Step::to(room.stage(), by, at) });
    Ok(())
}

pub(super) fn arranged(
    record: &mut Record,
    agenda: &[Part],
    room: &Room<'_>,
) -> Result<(), Refusal> {
    if !room.stage().ahead() {
        return Err(guard::frozen(room));
    }
    record.set("agenda", agenda::checked(agenda)?.form());
    Ok(())
}

pub(super) fn reached(
    record: &mut Record,
    part: u32,
    room: &Room<'_>,
    at: Millis,
) -> Result<(), Refusal> {
    let parts = record.fields.get("agenda").and_then(Value::as_array).map_or(0, Vec::len);
    if usize::try_from(part).is_ok_and(|part| part >= parts) {
        return Err(wrong("part"));
    }
    // the evening is over: a word that was late says nothing any more
    if room.stage() != Stage::InSession {
        return Ok(());
    }
    if record.fields.get("part").and_then(Value::as_u64) != Some(part.into()) {
        record.set("part", part);
        record.set("part_at", at);
    }
    Ok(())
}

pub(super) fn sealed(
    record: &mut Record,
    digest: &str,
    room: &Room<'_>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    guard::sealable(record, room, at)?;
    seal::press(record, digest, room, (by, at))?;
    if record.kind == Kind::Session {
        guard::enter(record, Stage::Sealed, at);
        guard::step(record, &Step::to(Stage::Sealed, by, at));
    } else if let Some(village) = room.session.link("village") {
        record.scope = Scope::Village(village);
    }
    Ok(())
}
