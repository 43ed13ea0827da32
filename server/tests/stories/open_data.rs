//! The open data of a district: for everybody, without a name in any byte, and every column in the dictionary.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use axum::body::Body;
use axum::http::Request;
use domain::Id;
use serde_json::Value;
use sqlx::PgPool;
use zip::ZipArchive;

use crate::reports::{YUNXI, names, sample};
use crate::village::{REGION, Village};

/// The files of a region's zip, as anybody gets them.
pub(crate) async fn opened(village: &Village, region: Id) -> BTreeMap<String, String> {
    let request = Request::get(format!("/open/{region}.zip")).body(Body::empty()).unwrap();
    let answer = village.send(request).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "public, max-age=3600");
    assert_eq!(answer.header("content-encoding"), "");
    let mut zip = ZipArchive::new(Cursor::new(answer.bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(file.name().unwrap().into_owned(), text);
    }
    files
}

/// RFC 4180 read letter by letter, as the grammar has it.
fn read(csv: &str) -> Vec<Vec<String>> {
    let mut letters = csv.strip_prefix('\u{feff}').expect("the mark of UTF-8").chars().peekable();
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                assert!(cell.is_empty(), "a quote within a bare cell: {cell}");
                loop {
                    match letters.next().expect("a closing quote") {
                        '"' if letters.next_if_eq(&'"').is_some() => cell.push('"'),
                        '"' => break,
                        letter => cell.push(letter),
                    }
                }
                assert!(matches!(letters.peek(), Some(',' | '\r')), "after {cell}");
            }
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "the last line has an end, too");
    rows
}

/// A table of it.
pub(crate) fn json(files: &BTreeMap<String, String>, name: &str) -> Vec<Value> {
    serde_json::from_str(&files[&format!("{name}.json")]).unwrap()
}

/// Every table says the same twice, and every column is in the dictionary, and the other way round.
fn told_twice(files: &BTreeMap<String, String>) {
    let csv = |name: &str| read(&files[&format!("{name}.csv")]);
    let mut columns = BTreeSet::new();
    let dictionary = csv("dictionary");
    assert_eq!(dictionary[0], ["table", "column", "zh", "en", "type", "unit", "from"]);
    let known: BTreeSet<(String, String)> =
        dictionary[1..].iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    assert_eq!(known.len(), dictionary.len() - 1, "no column twice");
    let said = |row: &Vec<String>| [0, 1, 2, 3, 4, 6].iter().all(|at| !row[*at].is_empty());
    assert!(dictionary[1..].iter().all(said));
    for name in files.keys().filter_map(|name| name.strip_suffix(".csv")) {
        let (rows, told) = (csv(name), json(files, name));
        assert_eq!(rows.len() - 1, told.len(), "{name}");
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{name}");
        columns.extend(rows[0].iter().map(|column| (name.to_owned(), column.clone())));
        for (row, object) in rows[1..].iter().zip(&told) {
            assert_eq!(object.as_object().unwrap().len(), row.len());
            for (column, cell) in rows[0].iter().zip(row) {
                let same = match &object[column] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert!(*cell == same || *cell == format!("'{same}"), "{name}.{column}: {cell}");
                assert!(!cell.starts_with(['=', '+', '@', '\t', '\r']), "{name}.{column}: {cell}");
            }
        }
    }
    assert_eq!(columns, known);
}

#[sqlx::test]
async fn anybody_reads_what_public_pages_show_as_tables(pool: PgPool) {
    let village = sample(pool).await;
    // what a spreadsheet would reckon
    sqlx::query(
        "update record set fields = fields || jsonb_build_object('title', '=HYPERLINK(\"x\"),\"埠头\"')
         where kind = 'issue' and scope like 'v:%' and fields->>'standing' = 'closed' and fields->>'title' like '%埠头%'",
    )
    .execute(village.pool())
    .await
    .unwrap();
    let files = opened(&village, YUNXI).await;
    let json = |name: &str| json(&files, name);
    told_twice(&files);

    // what is there is what is public
    let count = async |sql: &'static str| usize::try_from(village.count(sql).await).unwrap();
    let posted = count(
        "select count(*) from record where kind = 'issue' and not gone and scope like 'v:%'
         and fields->>'standing' in ('posted', 'scheduled', 'consulted', 'closed')",
    )
    .await;
    assert_eq!((json("issues").len(), json("sessions").len()), (posted, 2));
    assert!(files["issues.csv"].contains("\"'=HYPERLINK(\"\"x\"\"),\"\"埠头\"\"\""));
    let advice =
        count("select count(*) from record where kind = 'advice' and scope like 'v:%'").await;
    assert_eq!(json("advice").len(), advice);
    assert!(
        json("actions").len() > 3
            && json("session_words").len() > 20
            && !json("blueprint_lines").is_empty()
    );
    let roles: BTreeSet<String> = json("session_words")
        .iter()
        .filter_map(|row| Some(row["role"].as_str()?.to_owned()))
        .collect();
    assert!(roles.contains("三组村民代表"), "{roles:?}");
    let village_order: Vec<String> = json("places")
        .iter()
        .filter(|row| row["level"] == "village")
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(village_order, ["上枫村", "枫桥头村", "古岙村", "南山下村", "渔浦村"]);
}

#[sqlx::test]
async fn no_byte_of_the_open_data_names_anybody_or_lets_anybody_in(pool: PgPool) {
    let village = sample(pool).await;
    // somebody of the next village is spoken of, whom the directory of this one does not know
    for next in [
        "insert into scope (id) values ('v:019ca65e-0000-7000-8000-00010000000c') on conflict do nothing",
        "insert into record (scope, ver, kind, id, rev, at, fields)
         select 'v:019ca65e-0000-7000-8000-00010000000c', 1, 'person', gen_random_uuid(), 1, 0, '{\"name\": \"欧阳丁丁\"}'",
        "update record set fields = fields || '{\"words\": \"古岙的欧阳丁丁也这么说。\"}'
         where kind = 'issue' and scope like 'v:%' and fields->>'standing' = 'closed'",
    ] {
        sqlx::query(next).execute(village.pool()).await.unwrap();
    }
    let secrets: Vec<String> = sqlx::query_scalar(
        "select distinct word #>> '{}' from record
         join lateral (values ('strict $.**.slip'), ('strict $.**.key'), ('strict $.**.salt')) path (of) on true
         join lateral jsonb_path_query(fields, path.of::jsonpath) word on true
         where jsonb_typeof(word) = 'string'
         union select encode(code_sha256, 'hex') from invite union select encode(token_sha256, 'hex') from device
         union select id::text from record where kind in ('person', 'seat')",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    let drafts: Vec<String> = sqlx::query_scalar(
        "select distinct fields->>'words' from record
         where (scope like 'd:%' or scope like 'l:%' or scope like 'u:%'
                or kind = 'issue' and fields->>'standing' not in ('posted', 'scheduled', 'consulted', 'closed'))
           and fields ? 'words'",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    assert!(secrets.len() > 20 && drafts.len() > 5, "{} {}", secrets.len(), drafts.len());
    let names = names(village.pool()).await;
    let files = opened(&village, YUNXI).await;
    assert!(files["issues.csv"].contains("古岙的村民也这么说。"));
    for (file, text) in files {
        let found = names.iter().chain(&secrets).chain(&drafts).find(|one| text.contains(&***one));
        assert_eq!(found, None, "in {file}");
    }
    // there is no such district, or it is no district at all
    for path in [format!("/open/{REGION}.zip"), format!("/open/{YUNXI}"), "/open/x.zip".into()] {
        let answer = village.send(Request::get(&path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.told(), "404 no_such_address", "{path}");
    }
    // whoever comes again and again is asked to wait
    let path = format!("/open/{REGION}.zip");
    let mut told = Vec::new();
    for _ in 0..14 {
        told.push(village.send(Request::get(&path).body(Body::empty()).unwrap()).await.told());
    }
    assert!(told.iter().any(|told| told == "429 too_many"), "{told:?}");
}
