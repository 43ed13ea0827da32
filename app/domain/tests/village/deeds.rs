//! What people do in a simulated village, drawn from what their phones show them.

use domain::{
    Act, Category, Form, Id, Kind, Millis, Record, Scope, Standing,
    act::{Confirmed, Proxy, Raise},
    sync::{Intent, Replica},
    text,
    triage::Triage,
};
use serde_json::{Value, json};

use super::rng::Rng;

/// Draws an act on what a phone shows. The mark is written into texts, so that they can be found again.
pub(crate) fn draw(
    replica: &Replica,
    villages: &[Id],
    mark: usize,
    at: Millis,
    rng: &mut Rng,
) -> Option<Intent> {
    let shown: Vec<&Record> = replica.view().values().filter(|record| !record.gone).collect();
    let (kind, id, scope, act) = if rng.chance(12) || shown.is_empty() {
        raise(villages, mark, rng)?
    } else {
        let record = rng.pick(&shown)?;
        let act = on(record, mark, rng)?;
        match act.begins() {
            Some(kind) => (kind, rng.id(), record.scope, act),
            None => (record.kind.clone(), record.id, record.scope, act),
        }
    };
    Some(Intent { uuid: rng.id(), at, kind, id, scope, act })
}

fn raise(villages: &[Id], mark: usize, rng: &mut Rng) -> Option<(Kind, Id, Scope, Act)> {
    let village = rng.pick(villages)?;
    let scope = if rng.chance(55) { Scope::Draft(village) } else { Scope::Village(village) };
    let proxy =
        rng.chance(20).then(|| Proxy { name: "姜月仙".into(), confirmed: Confirmed::Face });
    let raise = Raise {
        words: format!("第{mark}件，路灯坏了，晚上走不了。"),
        title: None,
        title_en: None,
        village,
        category: rng.pick(&Category::ALL)?,
        group: None,
        households: rng.chance(50).then_some(12),
        proxy,
        named: rng.chance(30),
        received: rng.chance(30),
        door: None,
    };
    Some((Kind::Issue, rng.id(), scope, Act::Raise(raise)))
}

fn on(record: &Record, mark: usize, rng: &mut Rng) -> Option<Act> {
    match record.kind {
        Kind::Issue => match rng.below(10) {
            0..=2 => words(record, mark, rng),
            3 | 4 => fact(record, mark, rng),
            5..=7 => step(record, mark, rng),
            8 => Some(Act::Say { issue: record.id, words: format!("说{mark}，再看看。") }),
            _ => Some(Act::Attach {
                issue: record.id,
                sha256: "0a".repeat(32),
                bytes: 180_000,
                mime: "image/webp".into(),
            }),
        },
        Kind::Comment if rng.chance(60) => words(record, mark, rng),
        Kind::Comment | Kind::Photo => Some(Act::Withdraw),
        Kind::Clash => Some(Act::LayDown),
        // what lies in a session is done on the bench
        _ => None,
    }
}

/// Writes, adds or strikes one clause.
pub(crate) fn words(record: &Record, mark: usize, rng: &mut Rng) -> Option<Act> {
    let now = record.text("words")?;
    let mut clauses: Vec<String> = text::clauses(now).into_iter().map(str::to_owned).collect();
    let at = rng.below(clauses.len());
    let fresh = format!("改{mark}，");
    match rng.below(5) {
        0 | 1 => clauses[at] = fresh,
        2 | 3 => clauses.insert(at, fresh),
        _ => drop(clauses.remove(at)),
    }
    Some(edit("words", json!(now), json!(clauses.concat())))
}

fn fact(record: &Record, mark: usize, rng: &mut Rng) -> Option<Act> {
    let (field, to) = match rng.below(5) {
        0 | 1 => ("title", json!(format!("题{mark}"))),
        2 => ("title_en", if rng.chance(30) { Value::Null } else { json!(format!("Lamp {mark}")) }),
        3 => ("category", rng.pick(&Category::ALL)?.form()),
        _ => ("households", json!(mark)),
    };
    let from = record.fields.get(field).cloned().unwrap_or(Value::Null);
    Some(edit(field, from, to))
}

fn edit(field: &str, from: Value, to: Value) -> Act {
    Act::Edit { field: field.to_owned(), from, to }
}

/// Mostly a step that fits where the issue stands, now and then any other.
fn step(record: &Record, mark: usize, rng: &mut Rng) -> Option<Act> {
    let why = || format!("因为{mark}");
    let answers = Triage { small: Some(true), ..Triage::default() };
    let all = [
        Act::Receive,
        Act::Triage { answers },
        Act::Settle { how: why() },
        Act::Redirect { to: "镇上".into(), why: why() },
        Act::Park { why: why() },
        Act::Draft { question: format!("问{mark}？") },
        Act::Approve,
        Act::Post,
        Act::Schedule { on: 1_800_000_000_000, place: "祠堂".into(), session: None },
        Act::Consult { outcome: why(), session: None },
        Act::Close { how: why() },
        Act::Decline { why: why() },
        Act::Resume { why: why() },
    ];
    let now = record
        .text("standing")
        .and_then(|word| Standing::ALL.into_iter().find(|standing| standing.as_str() == word))?;
    let fits = |act: &Act| act.leads_to().is_some_and(|to| now.next().contains(&to));
    let fitting: Vec<Act> = all.iter().filter(|act| fits(act)).cloned().collect();
    if rng.chance(80) { rng.pick(&fitting) } else { rng.pick(&all) }
}

/// How many steps of the way an issue shows.
pub(crate) fn steps(record: &Record) -> usize {
    record.fields.get("trail").and_then(Value::as_array).map_or(0, Vec::len)
}

/// Whether an act writes a step of the way.
pub(crate) fn is_step(act: &Act) -> bool {
    let to: Option<Standing> = act.leads_to();
    to.is_some() || matches!(act, Act::Raise(_))
}
