//! What was ever written on any phone of a simulated village, and what must be true of it in the end.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Act, Change, Id, Kind, Record,
    sync::{Attention, Digest, Outcome},
};
use serde_json::Value;

use super::{
    deeds,
    hall::Hall,
    phone::{Phone, Tab},
    sitting,
};

/// Everything that was said to be safe, and what may be missing for a good reason.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    made: BTreeMap<Id, (Id, Change)>,
    /// Lost together with the device that held them, or let go by their author.
    pub(crate) excused: BTreeSet<Id>,
}

type Sound = Result<(), String>;

impl Ledger {
    pub(crate) fn made(&mut self, person: Id, change: &Change) {
        self.made.insert(change.uuid, (person, change.clone()));
    }

    /// Judges a village in which everybody has talked to the server until nothing was new.
    pub(crate) fn check(&self, hall: &Hall, phones: &[Phone]) -> Sound {
        for (number, phone) in phones.iter().enumerate() {
            drained(phone)
                .and_then(|()| remembered(phone))
                .and_then(|()| equal(hall, phone))
                .and_then(|()| digested(hall, phone))
                .and_then(|()| gone_again(phone))
                .map_err(|e| format!("phone {number}: {e}"))?;
        }
        self.made.iter().try_for_each(|(uuid, (person, change))| {
            self.kept(hall, phones, *person, *uuid)
                .map_err(|e| format!("{e}: {} {:?}", change.uuid, change.act))
        })?;
        once(hall).and_then(|()| sitting::whole(hall))
    }

    /// I1, I5: a change is in a value, in a history, in a clash or in its author's attention; under its next name if
    /// it came too early and was offered again.
    fn kept(&self, hall: &Hall, phones: &[Phone], person: Id, uuid: Id) -> Sound {
        let next = |uuid: &Id| Some(Change::next_name(*uuid));
        let names: Vec<Id> = std::iter::successors(Some(uuid), next).take(NAMES).collect();
        let judged = names.iter().filter_map(|name| hall.judged.get(name));
        let taken: Vec<_> = judged
            .filter(|judged| !matches!(judged.answer.outcome, Outcome::Refused { .. }))
            .collect();
        if !taken.is_empty() {
            return taken.into_iter().try_for_each(|judged| written(hall, &judged.change));
        }
        let own: Vec<_> = phones.iter().filter(|phone| phone.person == person).collect();
        let safe = |name: &Id| {
            self.excused.contains(name)
                || own.iter().any(|phone| phone.disk.attention.contains_key(name))
        };
        let found = names.iter().any(safe);
        if found { Ok(()) } else { Err("I5: a change vanished".into()) }
    }
}

/// More often than that no change is offered in a village.
const NAMES: usize = 50;

/// What a change wrote stands in the record, or in the history of its field.
fn written(hall: &Hall, change: &Change) -> Sound {
    let Some(row) = hall.rows.get(&change.id) else {
        let dropped = hall.dropped.contains(&change.id);
        return if dropped {
            Ok(())
        } else {
            Err("I1: a change was taken and has no record".into())
        };
    };
    let Act::Edit { field, from, to } = &change.act else { return Ok(()) };
    let now = row.record.fields.get(field).unwrap_or(&Value::Null);
    let was = hall.history.iter().filter(|(id, lost)| *id == change.id && lost.field == *field);
    let mut stood = was.map(|(_, lost)| &lost.value).chain([now]);
    let found = match (to.as_str(), from.as_str()) {
        (Some(to), Some(from)) if field == "words" => {
            let mark = |clause: &&str| clause.starts_with('改') && !from.contains(*clause);
            domain::text::clauses(to)
                .into_iter()
                .find(mark)
                .is_none_or(|fresh| stood.any(|v| v.as_str().is_some_and(|v| v.contains(fresh))))
        }
        // what was struck out and written again leaves no trace of its own
        _ => to.is_null() || stood.any(|value| value == to),
    };
    if found { Ok(()) } else { Err("I5: a value is neither current nor in the history".into()) }
}

/// I2: a record has as many revisions, and an issue as many steps, as changes of it were written; and one more revision
/// when it went along with an issue.
fn once(hall: &Hall) -> Sound {
    for (id, row) in &hall.rows {
        let record = &row.record;
        if matches!(record.kind, Kind::Clash | Kind::Membership) {
            continue;
        }
        let all = hall.judged.values().filter(|j| j.written && j.change.id == *id);
        let (revs, steps) = all.fold((0, 0), |(revs, steps), judged| {
            (revs + 1, steps + usize::from(deeds::is_step(&judged.change.act)))
        });
        if record.rev != revs + u64::from(hall.went_along.contains(id)) {
            return Err(format!("I2: {revs} changes made {} revisions", record.rev));
        }
        if record.kind == Kind::Issue && deeds::steps(record) != steps {
            return Err(format!("I2: {steps} changes made {} steps", deeds::steps(record)));
        }
    }
    Ok(())
}

/// I9: everything was sent.
fn drained(phone: &Phone) -> Sound {
    if phone.disk.outbox.is_empty() { Ok(()) } else { Err("I9: the outbox is not empty".into()) }
}

/// I7: every tab that was told everything remembers what lies on the disk.
fn remembered(phone: &Phone) -> Sound {
    let disk = &phone.disk;
    for Tab { replica, .. } in &phone.tabs {
        let same = replica.unsent().eq(disk.outbox.values())
            && replica.attention().eq(disk.attention.values())
            && replica.journal().eq(disk.journal.values())
            && replica.cursors().iter().eq(&disk.cursors);
        if !same {
            return Err("I7: a tab remembers other than what lies on the disk".into());
        }
    }
    Ok(())
}

/// I10: what phone and server make of all that lies in a scope is one word, unless the server has dropped of it
/// what the phone still knows to be gone.
fn digested(hall: &Hall, phone: &Phone) -> Sound {
    for Tab { replica, .. } in &phone.tabs {
        for scope in replica.cursors().keys() {
            let dropped = |row: &Record| row.scope == *scope && hall.dropped.contains(&row.id);
            if phone.disk.rows.values().any(dropped) {
                continue;
            }
            let mut digest = Digest::default();
            let rows = hall.rows.values().map(|row| &row.record).filter(|row| row.scope == *scope);
            rows.for_each(|row| digest.take(row.id, row.rev));
            if replica.digest(*scope) != digest {
                return Err(format!("I10: the digests of {scope} are not the same"));
            }
        }
    }
    Ok(())
}

/// I9: nothing waits for what it names when that has come.
fn gone_again(phone: &Phone) -> Sound {
    let here = |id: &Id| phone.disk.rows.get(id).is_some_and(|row| !row.gone);
    for Tab { replica, .. } in &phone.tabs {
        for Attention { change, .. } in replica.early() {
            let own = change.act.begins().is_none().then_some(change.id);
            if own.into_iter().chain(change.act.names()).any(|id| here(&id)) {
                return Err("I9: what came too early waits though what it names is there".into());
            }
        }
    }
    Ok(())
}

/// I3, I4, I7: every tab holds what the server holds of what the person may read, and nothing else, and shows it.
fn equal(hall: &Hall, phone: &Phone) -> Sound {
    let readable = |record: &Record| hall.is_member(phone.person, record.scope);
    let there: BTreeMap<Id, &Record> = hall
        .rows
        .values()
        .map(|row| (row.record.id, &row.record))
        .filter(|(_, r)| readable(r))
        .collect();
    for tab in &phone.tabs {
        let here = tab.replica.view();
        if let Some(stray) = here.values().find(|record| !readable(record)) {
            return Err(format!("I4: a row of {} was kept", stray.scope));
        }
        if let Some((_, missing)) = there.iter().find(|(id, _)| !here.contains_key(id)) {
            return Err(format!("I3: a {:?} of {} is missing", missing.kind, missing.scope));
        }
        for record in here.values() {
            match there.get(&record.id) {
                Some(same) if *same == record => {}
                Some(other) => return Err(format!("I3: {record:?}\n is there {other:?}")),
                None if record.gone && hall.dropped.contains(&record.id) => {}
                None => {
                    return Err(format!("I3: a {:?} too many in {}", record.kind, record.scope));
                }
            }
        }
        for (scope, cursor) in tab.replica.cursors().iter() {
            let ver = hall.heads.get(scope).map_or(0, |head| head.ver);
            if cursor.ver > ver {
                return Err(format!(
                    "I6: the cursor of {scope} ran ahead: {} of {ver}",
                    cursor.ver
                ));
            }
        }
    }
    Ok(())
}
