//! How PostgreSQL goes about the heaviest questions of the desk: by an index, and never through the whole table of records.
//!
//! The table is filled as a district of seventy villages fills it, and PostgreSQL chooses by what it thinks it costs.

use domain::{DAY, Id, Scope};
use serde_json::Value;
use server::office;
use sqlx::{AssertSqlSafe, PgPool};

use crate::figures::valley;

/// Something a statement is given.
#[derive(Clone, Debug)]
pub(crate) enum Given {
    Words(Vec<String>),
    Numbers(Vec<i64>),
    Number(i64),
    Word(Option<String>),
    Truth(bool),
    Moment(Option<i64>),
    Id(Option<Id>),
}

/// A statement that is asked often, or of much.
pub(crate) struct Heavy {
    pub(crate) name: String,
    pub(crate) sql: String,
    pub(crate) given: Vec<Given>,
}

/// All of them. Whoever adds a question to the desk adds it here.
async fn heavy(pool: &PgPool) -> Vec<Heavy> {
    let villages: Vec<Id> =
        sqlx::query_scalar("select id from place where level = 'village' order by id")
            .fetch_all(pool)
            .await
            .unwrap();
    let scopes: Vec<String> = villages.iter().map(|id| Scope::Village(*id).to_string()).collect();
    assert!(scopes.len() > 60, "{}", scopes.len());
    let mut all = Vec::new();
    // of all time, and of one year: from PostgreSQL's side these are two questions
    for (of, from, to) in
        [("ever", i64::MIN, i64::MAX), ("a year", 1_767_196_800_000, 1_798_732_800_000)]
    {
        let asked = [
            Given::Words(scopes.clone()),
            Given::Number(from),
            Given::Number(to),
            Given::Number(to),
        ];
        for (name, sql) in office::statements() {
            let mut given = asked.to_vec();
            if name.starts_with("report: ") {
                given = reported(&name, given);
            } else if name.starts_with("rows: ") {
                given.extend([Given::Word(None), Given::Number(50), Given::Number(0)]);
            } else if name == "figures by month" {
                given.push(Given::Numbers((0..12).collect()));
            }
            all.push(Heavy { name: format!("{name}, {of}"), sql, given });
        }
    }
    for (name, sql) in office::lists() {
        let mut given = vec![Given::Words(scopes.clone())];
        if name == "open issues" {
            given.push(Given::Words(["lead", "triaged", "posted"].map(str::to_owned).to_vec()));
        }
        all.push(Heavy { name: name.to_owned(), sql: sql.to_owned(), given });
    }
    all
}

/// What the statements of a report are given, of what figures are.
fn reported(name: &str, mut asked: Vec<Given>) -> Vec<Given> {
    let words = |all: &[&str]| Given::Words(all.iter().map(|one| (*one).to_owned()).collect());
    asked.truncate(3);
    match name {
        "report: reasons" => asked.push(words(&["partly", "reference", "deferred", "declined"])),
        "report: days" => asked.push(words(&["sealed", "acting", "closed"])),
        "report: owed" => {
            let Some(Given::Words(villages)) = asked.first().cloned() else { return asked };
            let drafts = villages.iter().map(|one| one.replace("v:", "d:")).collect();
            asked.truncate(1);
            asked.extend([Given::Words(drafts), Given::Word(Some("l:1".to_owned()))]);
            asked.extend([1_795_000_000_000, 30 * DAY, 7 * DAY].map(Given::Number));
            asked.extend([words(&["closed"]), Given::Word(None), Given::Truth(false)]);
            asked.extend([Given::Moment(None), Given::Word(None), Given::Id(None)]);
            asked.push(Given::Number(i64::MAX));
        }
        _ => {}
    }
    asked
}

/// Writes the valley eleven times more beside itself, with other ids: as many records as seventy villages have.
async fn spread(pool: &PgPool) {
    let spread = "
      with twin as (select '(?!019b0000-0000-7000-8000-00010000000[0-6])([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-)[0-9a-f]{4}(-[0-9a-f]{12})' as id),
      scopes as (insert into scope (id, ver)
        select regexp_replace(scope.id, twin.id, '\\1' || to_hex(49152 + n) || '\\2', 'g'), ver
        from scope, twin, generate_series(1, 11) as n where scope.id similar to '[vs]:%')
      insert into record (scope, ver, kind, id, rev, by, at, gone, fields, stamps)
      select regexp_replace(scope, twin.id, '\\1' || to_hex(49152 + n) || '\\2', 'g'), ver, kind,
        regexp_replace(record.id::text, twin.id, '\\1' || to_hex(49152 + n) || '\\2', 'g')::uuid, rev, by, at, gone,
        regexp_replace(fields::text, twin.id, '\\1' || to_hex(49152 + n) || '\\2', 'g')::jsonb, '{}'
      from record, twin, generate_series(1, 11) as n
      where (scope similar to '[vs]:%' or kind = 'place' and fields->>'level' in ('village', 'group'))";
    sqlx::raw_sql(AssertSqlSafe(spread)).execute(pool).await.unwrap();
    sqlx::raw_sql("analyze").execute(pool).await.unwrap();
}

/// How a statement is gone about.
async fn plan(pool: &PgPool, heavy: &Heavy) -> Value {
    let explain = format!("explain (format json) {}", heavy.sql);
    let mut asked = sqlx::query_scalar(AssertSqlSafe(explain));
    for given in heavy.given.clone() {
        asked = match given {
            Given::Words(words) => asked.bind(words),
            Given::Numbers(numbers) => asked.bind(numbers),
            Given::Number(number) => asked.bind(number),
            Given::Word(word) => asked.bind(word),
            Given::Truth(truth) => asked.bind(truth),
            Given::Moment(moment) => asked.bind(moment),
            Given::Id(id) => asked.bind(id),
        };
    }
    asked.fetch_one(pool).await.unwrap()
}

/// Every walk through all records in a plan, with what it looks for there.
fn walks(plan: &Value) -> Vec<String> {
    let mut found = Vec::new();
    match plan {
        Value::Array(parts) => found.extend(parts.iter().flat_map(walks)),
        Value::Object(fields) => {
            if fields.get("Node Type").is_some_and(|kind| kind == "Seq Scan")
                && fields.get("Relation Name").is_some_and(|name| name == "record")
            {
                found.push(fields.get("Filter").map(Value::to_string).unwrap_or_default());
            }
            found.extend(fields.values().flat_map(walks));
        }
        _ => {}
    }
    found
}

#[sqlx::test]
async fn no_question_of_the_desk_walks_through_all_records(pool: PgPool) {
    let village = valley(pool, 6, 300).await;
    let pool = village.pool();
    spread(pool).await;
    let many: i64 = village.count("select count(*) from record").await;
    assert!(many > 30_000, "{many}: PostgreSQL walks through little, and is right");
    let mut found = Vec::new();
    let all = heavy(pool).await;
    for heavy in &all {
        let walks = walks(&plan(pool, heavy).await);
        found.extend(walks.into_iter().map(|walk| format!("{}: {walk}", heavy.name)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    // and this one is seen to: what no index helps to find
    let astray = Heavy {
        name: "astray".to_owned(),
        sql: "select count(*) from issue where title = $1".to_owned(),
        given: vec![Given::Word(Some("路灯".to_owned()))],
    };
    sqlx::raw_sql("drop index issue_of_village, issue_by_standing, issue_by_age")
        .execute(pool)
        .await
        .unwrap();
    assert_eq!(walks(&plan(pool, &astray).await).len(), 1);
}
