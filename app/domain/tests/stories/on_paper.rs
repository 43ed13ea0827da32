//! The tables of who may do what, with the acts themselves, as a file: the server's tests send each of them as each role.

use std::fs;

use domain::{Act, Form, Kind, Record, Scope, form, session::papers_of};
use serde_json::{Value, json};

use crate::{
    cast::{LAMP, SHANGFENG, VILLAGE, id},
    evening::{BENCH, SESSION},
    follow_roles, permissions, plan_roles, session_roles,
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/roles.jsonl");

/// One row: what is done to which record, and who may. `own` is whoever wrote the record, as `own_as`.
fn row(
    (table, what): (&str, &str),
    (kind, id, scope): (&Kind, domain::Id, Scope),
    (act, before): (&Act, Option<&Record>),
    (marks, own_as): (&str, &str),
) -> String {
    let marks: Vec<&str> = marks.split_whitespace().collect();
    let (village, rest) = marks.split_at(10);
    let (seat, own) = rest.split_at(rest.len() - 1);
    let value = |text: String| serde_json::from_str::<Value>(&text).expect("a form is JSON");
    let row = json!({
        "table": table,
        "what": what,
        "kind": kind.as_str(),
        "id": id,
        "scope": scope.form(),
        "act": value(form::text(act)),
        "before": before.map(|record| value(form::text(record))),
        "village": village.concat(),
        "seat": seat.concat(),
        "own": own.concat(),
        "own_as": own_as,
    });
    row.to_string()
}

/// The marks of each row of a table, in its order: what stands behind the name of the deed.
fn marks(table: &'static str, head: usize, width: usize) -> Vec<&'static str> {
    table.lines().skip(head).map(|line| line.split_at(width).1).collect()
}

fn rows() -> Vec<String> {
    let mut rows = Vec::new();
    for ((what, act, before), marks) in
        permissions::deeds().iter().zip(marks(permissions::TABLE, 1, 20))
    {
        let before = before.as_ref();
        let kind = before.map(|record| record.kind.clone()).or(act.begins()).expect("a kind");
        let place = (&kind, before.map_or(LAMP, |record| record.id), VILLAGE);
        rows.push(row(("issue", what), place, (act, before), (marks, "expert")));
    }
    for ((what, act, before), marks) in
        session_roles::deeds().iter().zip(marks(session_roles::TABLE, 1, 20))
    {
        let before = before.as_ref();
        let kind = before.map(|record| record.kind.clone()).or(act.begins()).expect("a kind");
        let scope = if matches!(kind, Kind::Session | Kind::Fact) { VILLAGE } else { BENCH };
        let place = (&kind, before.map_or(papers_of(SESSION), |record| record.id), scope);
        rows.push(row(("session", what), place, (act, before), (marks, "seat")));
    }
    for ((what, kind, act), marks) in
        follow_roles::acts().iter().zip(marks(follow_roles::MAY, 0, 13))
    {
        let scope = if *kind == Kind::Ballot { Scope::Draft(SHANGFENG) } else { VILLAGE };
        let before = act.begins().is_none().then(|| follow_roles::laid(kind.clone(), scope));
        let place = (kind, id(32), scope);
        rows.push(row(("follow", what), place, (act, before.as_ref()), (marks, "villager")));
    }
    for ((what, act), marks) in plan_roles::acts().iter().zip(marks(plan_roles::MAY, 0, 13)) {
        let before = act.begins().is_none().then(plan_roles::laid);
        let place = (&Kind::Plan, id(32), VILLAGE);
        rows.push(row(("plan", what), place, (act, before.as_ref()), (marks, "villager")));
    }
    rows.push(
        json!({ "table": "stage", "before": session_roles::session().map(|session| {
        serde_json::from_str::<Value>(&form::text(&session)).expect("a form is JSON")
    }) })
        .to_string(),
    );
    rows
}

#[test]
fn the_tables_are_written_down_for_the_server() {
    let rows = rows().join("\n") + "\n";
    if std::env::var_os("BANDENG_WRITE").is_some() {
        fs::write(FILE, &rows).expect("it can be written");
    }
    let written = fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        written == rows,
        "the tables have changed: run this with BANDENG_WRITE=1, and look at what changed"
    );
    let of = |table: &str| {
        rows.lines().filter(|row| row.contains(&format!("\"table\":\"{table}\""))).count()
    };
    let tables = [
        ("issue", permissions::TABLE.lines().count() - 1),
        ("session", session_roles::TABLE.lines().count() - 1),
        ("follow", follow_roles::MAY.lines().count()),
        ("plan", plan_roles::MAY.lines().count()),
    ];
    for (table, lines) in tables {
        assert_eq!(of(table), lines, "{table}: as many deeds as rows");
    }
}
