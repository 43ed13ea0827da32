//! What must be true after each step of a simulated village, not only in the end.

use std::collections::BTreeSet;

use domain::{
    Act, Change, Id, Kind, Millis, Record, Scope,
    sync::{Cursor, Writes, authority::Accepted},
};
use serde_json::Value;

use super::{hall::Hall, phone::Phone, sitting};

type Sound = Result<(), String>;

/// I5, I8: what is about to be written is its author's to write, is not from the future, and whoever's value gives
/// way unseen is told.
pub(crate) fn sound(
    hall: &Hall,
    person: Id,
    change: &Change,
    accepted: &Accepted,
    now: Millis,
) -> Sound {
    let record = &accepted.record;
    if !hall.is_member(person, record.scope) {
        return Err(format!("I8: a stranger wrote in {}", record.scope));
    }
    if record.at > now {
        return Err(format!("a record of {} is from the future", record.scope));
    }
    let Act::Edit { field, from, .. } = &change.act else { return Ok(()) };
    let Some(row) = hall.rows.get(&change.id).filter(|_| field != "words") else { return Ok(()) };
    let was = row.record.fields.get(field).unwrap_or(&Value::Null);
    let unseen = was != from && record.fields.get(field) != row.record.fields.get(field);
    match (row.stamps.get(field), &accepted.clash) {
        (Some(_), None) if unseen => Err(format!("I5: nobody is told that a {field} gave way")),
        (Some(stamp), Some(clash)) if clash.scope != Scope::User(stamp.by) => {
            Err(format!("I5: somebody else is told that a {field} gave way"))
        }
        _ => Ok(()),
    }
}

/// I6: whatever a cursor says was read lies in the store, as it stands.
pub(crate) fn read_so_far(hall: &Hall, phone: &Phone) -> Sound {
    if phone.epoch() != Some(&hall.epoch) {
        return Ok(());
    }
    for row in hall.rows.values() {
        let Record { id, rev, scope, .. } = &row.record;
        let read =
            phone.disk.cursors.get(scope).is_some_and(|to| Cursor::within(row.ver, *id) <= *to);
        if !read || !hall.is_member(phone.person, *scope) {
            continue;
        }
        match phone.disk.rows.get(id) {
            Some(held) if held.rev == *rev && held.scope == *scope => {}
            Some(held) => {
                return Err(format!(
                    "I6: {scope} was read past revision {rev}, and {} is held",
                    held.rev
                ));
            }
            None => return Err(format!("I6: {scope} was read past a row that is not there")),
        }
    }
    Ok(())
}

/// I7: a record that just came, and is the newest there is, is shown as it came, unless something unsent is on it.
pub(crate) fn as_it_came(hall: &Hall, phone: &Phone, tab: usize, came: &Writes) -> Sound {
    let replica = &phone.tabs[tab].replica;
    if replica.meta().epoch.as_ref() != Some(&hall.epoch) {
        return Ok(());
    }
    for record in &came.rows_put {
        let newest = hall.rows.get(&record.id).is_some_and(|row| row.record == *record);
        let unsent = replica.unsent().any(|change| change.id == record.id);
        if newest && !unsent && replica.view().get(&record.id) != Some(record) {
            return Err(format!("I7: what came of {} is covered by what was there", record.scope));
        }
    }
    Ok(())
}

/// What a tab showed before it heard an answer.
#[derive(Debug)]
pub(crate) struct Glance {
    shown: Vec<(Id, Option<Scope>)>,
    steady: bool,
}

impl Glance {
    pub(crate) fn at(hall: &Hall, phone: &Phone, tab: usize) -> Self {
        let replica = &phone.tabs[tab].replica;
        let steady = replica.meta().epoch.as_ref() == Some(&hall.epoch);
        let lay = |id: &Id| phone.disk.rows.get(id).map(|record| record.scope);
        Self { shown: replica.view().keys().map(|id| (*id, lay(id))).collect(), steady }
    }

    /// I7: what stands in the village and was on the screen is still on it.
    pub(crate) fn stays(&self, hall: &Hall, phone: &Phone, tab: usize) -> Sound {
        let replica = &phone.tabs[tab].replica;
        if !self.steady || hall.shut_out.contains(&phone.person) {
            return Ok(());
        }
        for (id, lay) in self.shown.iter().filter(|(id, _)| !replica.view().contains_key(id)) {
            let Some(record) = hall.rows.get(id).map(|row| &row.record) else { continue };
            let scope = record.scope;
            let known = |scope: &Scope| reads(hall, phone, tab, scope);
            // the papers of a session have one name, whoever began them: another's may be there, and not have come
            if lay.is_none() && record.kind == Kind::Minutes {
                continue;
            }
            // refused here, where it came too early, and brought again by another phone of the same person: it waits
            // among what needs eyes until the page with it comes
            if lay.is_none() && replica.attention().any(|kept| kept.change.id == *id) {
                continue;
            }
            // where it lay is being read from the start, and so it may come later
            if lay.is_some_and(|lay| !known(&lay)) {
                continue;
            }
            // what moved is seen to arrive before it is seen to leave, gaps or no gaps
            let moved = lay.is_some_and(|lay| lay != scope) && hall.is_member(phone.person, scope);
            if moved || known(&scope) {
                return Err(format!(
                    "I7: a {:?} of {scope} went off the screen: {id}",
                    record.kind
                ));
            }
        }
        Ok(())
    }
}

/// Whether a tab knows all of a scope: one that is being read from the start has gaps until it is through.
fn reads(hall: &Hall, phone: &Phone, tab: usize, scope: &Scope) -> bool {
    let cursor = phone.tabs[tab].replica.cursors().get(scope);
    hall.is_member(phone.person, *scope) && cursor.is_some_and(|cursor| cursor.begun.is_none())
}

/// I7: what a person wrote last into a field, and nobody has written over, is what the person's screen says.
pub(crate) fn last_word(hall: &Hall, phone: &Phone, tab: usize) -> Sound {
    let replica = &phone.tabs[tab].replica;
    let steady = replica.meta().epoch.as_ref() == Some(&hall.epoch)
        && !hall.shut_out.contains(&phone.person);
    for kept in replica.journal().filter(|_| steady) {
        let Change { uuid, id, act: Act::Edit { field, to, .. }, .. } = &kept.change else {
            continue;
        };
        let newer = |other: &Change| {
            other.id == *id && matches!(&other.act, Act::Edit { field: of, .. } if of == field)
        };
        let stands = hall.wrote.get(&(*id, field.clone())) == Some(uuid);
        let lies = hall.rows.get(id).map(|row| row.record.scope);
        let here = lies.is_some_and(|lies| {
            reads(hall, phone, tab, &lies) && reads(hall, phone, tab, &kept.change.scope)
        });
        // a twin's word that this phone wrote later goes first on its screen, until the next page says otherwise
        let waits =
            replica.journal().filter(|other| other.seen.is_some()).map(|other| &other.change);
        let mut later = waits.filter(|other| other.seq > kept.change.seq).chain(replica.unsent());
        if field == "words" || !stands || !here || later.any(newer) {
            continue;
        }
        let Some(shown) = replica.view().get(id) else { continue };
        if shown.fields.get(field).unwrap_or(&Value::Null) != to {
            return Err(format!("I7: the screen lost the {field} that its person wrote: {to}"));
        }
    }
    Ok(())
}

/// I4: when an answer says that a scope is closed, nothing of it is left, and no unsent word of it is dropped.
pub(crate) fn forgotten(phone: &Phone, tab: usize, revoked: &[Scope], before: &[Id]) -> Sound {
    let replica = &phone.tabs[tab].replica;
    if replica.cursors().keys().any(|scope| revoked.contains(scope)) {
        return Err("I4: a cursor was kept after the scope was closed".into());
    }
    // the screen may still show one there: where the person's own unsent words have carried it
    if phone.disk.rows.values().any(|record| revoked.contains(&record.scope)) {
        return Err("I4: a row was kept after the scope was closed".into());
    }
    let kept: BTreeSet<Id> = phone.disk.changes().collect();
    let again = |uuid: &Id| kept.contains(&Change::next_name(*uuid));
    let lost = before.iter().find(|uuid| !kept.contains(uuid) && !again(uuid));
    lost.map_or(Ok(()), |uuid| Err(format!("I5: {uuid} was dropped when the scope was closed")))
}

/// I7: what a person began on this phone is on its screen for as long as the phone may show it.
pub(crate) fn shown(hall: &Hall, phone: &Phone, tab: usize) -> Sound {
    let replica = &phone.tabs[tab].replica;
    let steady = replica.meta().epoch.as_ref() == Some(&hall.epoch)
        && !hall.shut_out.contains(&phone.person);
    let taken = phone.disk.journal.values().map(|kept| &kept.change).filter(|change| {
        let lies = hall.rows.get(&change.id).map_or(change.scope, |row| row.record.scope);
        steady
            && reads(hall, phone, tab, &change.scope)
            && reads(hall, phone, tab, &lies)
            && !hall.dropped.contains(&change.id)
    });
    let troubled: BTreeSet<Id> = phone.disk.attention.values().map(|a| a.change.id).collect();
    for change in phone.disk.outbox.values().chain(taken) {
        let over = sitting::over(hall, replica, change);
        let begun = change.act.begins().is_some() && !troubled.contains(&change.id) && !over;
        if begun && !replica.view().contains_key(&change.id) {
            return Err(format!("I7: the screen lost {:?}", change.act));
        }
    }
    Ok(())
}
