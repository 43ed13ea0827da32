//! What is sealed: the content of a session and of an annex, made from their records.
//!
//! The same function on phone and server. It depends on nothing but the records: neither on the time, nor on who asks.

use serde_json::{Map, Value};

use super::{
    Convened,
    bench::{self, Action, Count, Statement},
    in_order,
    minutes::{self, Confirmation, Minutes},
    seat::Seated,
};
use crate::{Form, Id, Kind, Millis, Record, Refusal, Sorted};

/// The canonical content of a session: what was agreed and said, by whom, and who does what by when.
///
/// # Errors
/// When a record of it cannot be read.
pub fn content(session: &Record, within: &[&Record]) -> Result<Value, Refusal> {
    let convened: Convened = session.read().map_err(|_| Refusal::WrongKind)?;
    let seats = seats(within);
    let places: Sorted<Id, usize> =
        seats.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    let papers = within.iter().find(|record| record.kind == Kind::Minutes);
    let papers: Minutes = papers.and_then(|record| record.read().ok()).unwrap_or_default();
    let checks = minutes::checks(within);
    let said = bench::statements(within);
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

/// The canonical content of an annex to a sealed session.
#[must_use]
pub fn annexed(annex: &Record, session: &Record) -> Value {
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
    }
    value
}

fn quote(statement: &Statement, checks: &[Confirmation], places: &Sorted<Id, usize>) -> Value {
    // by what stands at all times, or the same words would have another seal tomorrow
    let standing = minutes::standing(statement, checks, Millis::MAX);
    let (word, how, against, named) = match standing {
        minutes::Standing::Answered(Confirmation { check, .. }) => {
            (check.word.form(), check.how.as_str(), check.words, check.named)
        }
        minutes::Standing::Unasked | minutes::Standing::Asked(_) | minutes::Standing::Silent(_) => {
            ("silent".into(), "", None, None)
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
    put("named", named.unwrap_or(statement.named).into());
    Value::Object(fields)
}

fn count_line(record: &Record) -> Option<Value> {
    Some(record.read::<Count>().ok()?.form())
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
