//! What is sealed: the content of a session and of an annex, made from their records.
//!
//! The same function on phone and server. It depends on nothing but the records: neither on the time, nor on who asks.
//! It is made in two forms: [`plain`] has the names in clear, as seals of format 1 were hashed; [`content`] has tokens in
//! their place, so that a name can be erased under a seal that stands.

use serde_json::{Map, Value};

use super::{
    Convened, Room,
    bench::{self, Action, Count, Statement},
    in_order,
    minutes::{self, Confirmation, Minutes},
    papers_of,
    seat::Seated,
    token::{self, Named},
};
use crate::{Form, Id, Kind, Millis, Record, Refusal, Sorted};

/// The canonical content of a session, as it is sealed: [`plain`] with tokens in place of the names on the seats.
///
/// # Errors
/// When a record of it cannot be read.
pub fn content(session: &Record, within: &[&Record]) -> Result<Value, Refusal> {
    Ok(token::cover(plain(session, within)?, &names(within)))
}

/// The names on the seats as they are sealed, each with its salt, in the order of the ring.
#[must_use]
pub fn names(within: &[&Record]) -> Vec<Named> {
    let seats = sat(within, &bench::statements(within));
    seats.into_iter().map(|(id, seated)| Named::of(id, &seated.seat)).collect()
}

/// What is sealed of a session or of an annex, and the names that are kept beside it: as it is sealed now, and as a
/// build before wrote and signed it.
pub(super) fn forms(about: &Record, room: &Room<'_>) -> Result<[(Value, Vec<Named>); 2], Refusal> {
    if about.kind == Kind::Annex {
        let plain = plain_annex(about, room.session);
        return Ok([(annexed(about, room.session), Vec::new()), (plain, Vec::new())]);
    }
    let (plain, names) = (plain(room.session, room.within())?, names(room.within()));
    Ok([(token::cover(plain.clone(), &names), names), (plain, Vec::new())])
}

/// What was agreed and said, by whom, and who does what by when, with names in clear.
///
/// # Errors
/// When a record of it cannot be read.
pub fn plain(session: &Record, within: &[&Record]) -> Result<Value, Refusal> {
    let convened: Convened = session.read().map_err(|_| Refusal::WrongKind)?;
    let said = bench::statements(within);
    let seats = sat(within, &said);
    let places: Sorted<Id, usize> =
        seats.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    let papers = within.iter().find(|record| record.id == papers_of(session.id));
    let papers: Minutes = papers.and_then(|record| record.read().ok()).unwrap_or_default();
    let checks = minutes::checks(within);
    let quoted = said.iter().filter(|(_, statement)| statement.words.is_some());
    let quoted = quoted.map(|(id, statement)| {
        quote(statement, checks.get(id).map_or(&[], Vec::as_slice), &places)
    });
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("kind", "session".into());
    put("session", session.id.to_string().into());
    put("village", convened.village.to_string().into());
    put("title", convened.title.into());
    put("mode", convened.mode.as_str().into());
    put("on", convened.on.map_or(Value::Null, Value::from));
    put("where", convened.place.map_or(Value::Null, Value::from));
    put("began", convened.began.map_or(Value::Null, Value::from));
    put("ended", convened.ended.map_or(Value::Null, Value::from));
    put("agenda", convened.agenda.form());
    put("issues", convened.issues.form());
    put("seats", seats.iter().map(|(_, seat)| seat_line(seat)).collect());
    put("facts", minutes::lines(papers.facts.as_deref().unwrap_or_default()).form());
    put("consensus", papers.points().form());
    put("statements", quoted.collect());
    put(
        "counts",
        in_order(within, &Kind::Count, ["asked_at", ""])
            .into_iter()
            .filter_map(count_line)
            .collect(),
    );
    put("actions", actions(within, &said));
    Ok(Value::Object(fields))
}

/// The canonical content of an annex to a sealed session: tokens stand for the names that the session's seal keeps.
#[must_use]
pub fn annexed(annex: &Record, session: &Record) -> Value {
    let plain = plain_annex(annex, session);
    match session.read::<Convened>().ok().and_then(|convened| convened.seal) {
        Some(seal) if token::covered(&seal.content) => token::cover(plain, &seal.names),
        Some(_) | None => plain,
    }
}

/// The same with names in clear.
#[must_use]
pub fn plain_annex(annex: &Record, session: &Record) -> Value {
    let to = session.read::<Convened>().ok().and_then(|convened| convened.seal);
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("kind", "annex".into());
    put("annex", annex.id.to_string().into());
    put("session", session.id.to_string().into());
    put("to", to.map_or(Value::Null, |seal| seal.digest.into()));
    put("words", annex.text("words").unwrap_or_default().into());
    Value::Object(fields)
}

/// The seats as they are sealed: those that were taken back, too, where somebody spoke from them. Nobody is made to
/// have said what another said, and no words are made nobody's.
fn sat(within: &[&Record], said: &[(Id, Statement)]) -> Vec<(Id, Seated)> {
    let spoke = |id: Id| said.iter().any(|(_, said)| said.seat == Some(id));
    let back = |record: &Record| record.kind == Kind::Seat && record.gone && spoke(record.id);
    let back: Vec<Record> = within.iter().filter(|record| back(record)).map(|r| there(r)).collect();
    let all: Vec<&Record> = within.iter().copied().chain(&back).collect();
    seats(&all)
}

/// A seat that was taken back as if it were not, with nobody on it.
fn there(seat: &Record) -> Record {
    let mut seat = Record { gone: false, ..seat.clone() };
    seat.set("present", false);
    seat
}

/// The seats, in the order of the ring.
#[must_use]
pub fn seats(within: &[&Record]) -> Vec<(Id, Seated)> {
    let seats = in_order(within, &Kind::Seat, ["order", ""]);
    seats.into_iter().filter_map(|record| Some((record.id, record.read().ok()?))).collect()
}

fn seat_line(seated: &Seated) -> Value {
    let mut value = seated.seat.form();
    if let Value::Object(fields) = &mut value {
        fields.insert("present".to_owned(), seated.present.form());
        // it is told by the name's mark
        drop(fields.remove("salt"));
    }
    value
}

fn quote(statement: &Statement, checks: &[Confirmation], places: &Sorted<Id, usize>) -> Value {
    // by what stands at all times, or the same words would have another seal tomorrow
    let standing = minutes::standing(statement, checks, Millis::MAX);
    let (word, how, against) = match standing {
        minutes::Standing::Answered(Confirmation { check, .. }) => {
            (check.word.form(), check.how.as_str(), check.words)
        }
        minutes::Standing::Unasked | minutes::Standing::Asked(_) | minutes::Standing::Silent(_) => {
            ("silent".into(), "", None)
        }
    };
    let seat = statement.seat.and_then(|seat| places.get(&seat)).copied();
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("seat", seat.map_or(Value::Null, Value::from));
    put("part", statement.part.into());
    put("sort", statement.sort.as_str().into());
    put("words", statement.words.form());
    put("at", statement.said_at.into());
    put("check", word);
    put("how", how.into());
    put("against", against.form());
    put("named", minutes::named(statement, checks).into());
    Value::Object(fields)
}

fn count_line(record: &Record) -> Option<Value> {
    let mut count = record.read::<Count>().ok()?;
    // one hand fewer may have come before the hand it takes back
    for hands in [&mut count.yes, &mut count.no, &mut count.unsure] {
        *hands = (*hands).max(0);
    }
    Some(count.form())
}

fn actions(within: &[&Record], said: &[(Id, Statement)]) -> Value {
    let line = |record: &Record| {
        let action: Action = record.read().ok()?;
        let promised = action.statement.and_then(|id| said.iter().find(|(of, _)| *of == id));
        let what = action.what.or_else(|| promised.and_then(|(_, said)| said.words.clone()));
        let mut fields = Map::new();
        fields.insert("what".to_owned(), what.form());
        fields.insert("owner".to_owned(), action.owner.into());
        fields.insert("due".to_owned(), action.due.form());
        Some(Value::Object(fields))
    };
    let promised = in_order(within, &Kind::Action, ["promised_at", ""]);
    promised.into_iter().filter_map(line).collect()
}
