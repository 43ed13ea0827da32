//! What must be true of the sessions of a simulated village, by rules told here a second time and in other words than
//! the guards': what is sealed was signed and settled, stays as it is, and has its place in the chain.

use std::collections::BTreeMap;

use domain::{
    Act, Around, Change, Id, Kind, Record, Scope, SessionAct,
    session::{Convened, content, seal},
    sync::Replica,
    sync::authority::{self, Accepted},
};
use serde_json::Value;

use super::{around::Rows, hall::Hall};

type Sound = Result<(), String>;

/// The record of the session in which something lies.
fn session_of(hall: &Hall, scope: Scope) -> Option<&Record> {
    let Scope::Session(id) = scope else { return None };
    hall.rows.get(&id).map(|row| &row.record)
}

fn within(hall: &Hall, session: Id) -> Vec<&Record> {
    let rows = hall.rows.values().map(|row| &row.record);
    rows.filter(|record| record.scope == Scope::Session(session) && !record.gone).collect()
}

impl Hall {
    /// Whether somebody reads a session: a cadre of its village, or whoever has a seat in it.
    pub(super) fn sits(&self, person: Id, session: Id) -> bool {
        let village = self.rows.get(&session).map(|row| &row.record);
        let village = village.filter(|record| record.kind == Kind::Session);
        let held = village.and_then(|record| self.members.get(&(person, record.scope)));
        held.is_some_and(|(role, _)| role.reads_drafts())
            || self.seated.contains(&(session, person))
    }

    /// Goes round the benches, after a seat was laid or taken back: who lost theirs is shut out.
    pub(super) fn look_round(&mut self) {
        let rows = self.rows.values().map(|row| &row.record);
        let seats = rows.filter(|record| record.kind == Kind::Seat && !record.gone);
        let seated = seats.filter_map(|seat| Some((seat.scope.owner(), seat.link("person")?)));
        let before = std::mem::replace(&mut self.seated, seated.collect());
        let lost = before.difference(&self.seated).map(|(_, person)| *person);
        self.shut_out.extend(lost);
    }
}

/// Whether a phone may have to hide what its person wrote in a session: the session is over, here or at the hall.
pub(crate) fn over(hall: &Hall, replica: &Replica, change: &Change) -> bool {
    let Scope::Session(session) = change.scope else { return false };
    let kept = [Kind::Statement, Kind::Speech, Kind::Count, Kind::Action, Kind::Seat];
    let open = |record: Option<&Record>| {
        let convened = record.and_then(|record| record.read::<Convened>().ok());
        convened.is_some_and(|convened| !convened.stage.frozen())
    };
    let there = hall.rows.get(&session).map(|row| &row.record);
    !kept.contains(&change.kind) || !open(there) || !open(replica.view().get(&session))
}

/// I11: nothing is written on what is sealed; I12: what is sealed was signed by host and witness, and everybody who is
/// quoted was asked about these very words.
pub(crate) fn sound(hall: &Hall, change: &Change, accepted: &Accepted) -> Sound {
    let record = &accepted.record;
    let before = hall.rows.get(&record.id).map(|row| &row.record);
    if let Some(seal) = before.and_then(|before| before.fields.get("seal"))
        && record.fields.get("seal") != Some(seal)
    {
        return Err("I11: a seal was changed".into());
    }
    let scope = before.map_or(record.scope, |before| before.scope);
    let sealed = session_of(hall, scope).is_some_and(|session| session.fields.contains_key("seal"));
    let part = matches!(
        record.kind,
        Kind::Seat
            | Kind::Speech
            | Kind::Statement
            | Kind::Count
            | Kind::Minutes
            | Kind::Confirmation
    );
    if sealed && (part || (record.kind == Kind::Action && before.is_none())) {
        return Err(format!("I11: a {:?} was written in a sealed session", record.kind));
    }
    match &change.act {
        Act::Session(act) => match &**act {
            SessionAct::Seal { digest } => pressed(hall, record, digest),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

fn pressed(hall: &Hall, record: &Record, digest: &str) -> Sound {
    let about_session = record.kind == Kind::Session;
    let session = if about_session {
        record.id
    } else {
        let before = hall.rows.get(&record.id).map(|row| row.record.scope);
        before.map(Scope::owner).ok_or("I12: an annex from nowhere")?
    };
    let within = within(hall, session);
    let host = within.iter().find(|r| r.kind == Kind::Seat && r.text("duty") == Some("host"));
    let host = host.and_then(|seat| seat.link("person")).ok_or("I12: sealed without a host")?;
    let signed = |duty: &str, who: &dyn Fn(Id) -> bool| {
        within.iter().any(|r| {
            r.kind == Kind::Signature
                && r.link("about") == Some(record.id)
                && r.text("digest") == Some(digest)
                && r.text("duty") == Some(duty)
                && r.link("signed_by").is_some_and(who)
        })
    };
    if !signed("host", &|by| by == host) || !signed("witness", &|by| by != host) {
        return Err("I12: sealed without both signatures".into());
    }
    if about_session {
        let held = hall.rows.get(&session).map(|row| &row.record).ok_or("I12: no session")?;
        let rows = Rows(&hall.rows, None);
        let all = rows.within(Scope::Session(session));
        let content = content(held, &all).map_err(|e| e.to_string())?;
        if seal::digest(&content) != digest {
            return Err("I12: other words are sealed than were signed".into());
        }
        return asked(&within);
    }
    Ok(())
}

fn asked(within: &[&Record]) -> Sound {
    for said in within.iter().filter(|record| record.kind == Kind::Statement) {
        let (Some(words), Some(seat)) = (said.text("words"), said.text("seat")) else { continue };
        let asked = within.iter().any(|r| {
            r.kind == Kind::Confirmation
                && r.link("statement") == Some(said.id)
                && r.text("of") == Some(words)
                && r.text("seat") == Some(seat)
        });
        if !asked {
            return Err("I12: somebody is quoted who was not asked".into());
        }
    }
    Ok(())
}

impl Hall {
    /// The seal follows on the village's last one.
    pub(super) fn chain(&mut self, record: &mut Record) {
        let Some(head) = self.heads.get_mut(&record.scope) else { return };
        head.seals += 1;
        let prev = self.chains.insert(record.scope, String::new()).unwrap_or_default();
        authority::link(record, head.seals, &prev);
        let chain = record.fields["seal"]["chain"].as_str().unwrap_or_default().to_owned();
        self.chains.insert(record.scope, chain);
    }
}

/// In the end: seals lie in one chain a village, without a gap; what was promised in a sealed session lies in the
/// village; and hands are as many as were counted.
pub(crate) fn whole(hall: &Hall) -> Sound {
    let mut chains = BTreeMap::<Scope, BTreeMap<u64, &Value>>::new();
    for row in hall.rows.values() {
        let record = &row.record;
        let Some(seal) = record.fields.get("seal") else { continue };
        let number = seal["number"].as_u64().ok_or("I13: a seal has no number")?;
        if chains.entry(record.scope).or_default().insert(number, seal).is_some() {
            return Err("I13: two seals have one number".into());
        }
        let left = within(hall, record.id).iter().any(|lies| lies.kind == Kind::Action);
        if left {
            return Err("I13: a promise stayed behind in a sealed session".into());
        }
    }
    for (scope, seals) in chains {
        let mut prev = String::new();
        for (number, (held, seal)) in (1..).zip(seals) {
            let digest = seal::digest(&seal["content"]);
            let chain = seal::chain(&prev, &digest);
            let fits = seal["digest"] == digest && seal["prev"] == prev && seal["chain"] == chain;
            if held != number || !fits {
                return Err(format!("I13: the chain of {scope} is broken at {held}"));
            }
            prev = chain;
        }
    }
    hands(hall)
}

/// I2: as many hands as were counted, by whomever and in whatever order.
fn hands(hall: &Hall) -> Sound {
    let mut counted = BTreeMap::<(Id, &str), i64>::new();
    for judged in hall.judged.values().filter(|judged| judged.written) {
        if let Act::Session(act) = &judged.change.act
            && let SessionAct::Count { hand, by } = &**act
        {
            *counted.entry((judged.change.id, hand.as_str())).or_default() += by;
        }
    }
    for ((id, hand), sum) in counted {
        if hall.rows.get(&id).is_some_and(|row| row.record.number(hand) != sum) {
            return Err(format!("I2: {sum} hands were counted, and other many stand there"));
        }
    }
    Ok(())
}
