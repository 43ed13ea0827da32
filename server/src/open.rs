//! `/open/REGION.zip`: what a district's public pages show, as tables for anybody, with a dictionary of every column.
//!
//! It is made of what the public may read and of nothing else: seals that are sound, issues that are posted, what hangs on
//! them with their villages. Names are in none of it, not even those of people who agreed to be named on a page: whoever
//! agreed to that did not agree to a table.

mod columns;
mod table;
mod village;
mod words;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use ::words::Lang;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{Router, get};
use domain::{Id, Scope};
use sqlx::PgConnection;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::table::{Cell, Table, dictionary};
use crate::accounts::lands;
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::office::report::places::Places;
use crate::office::veils::Veils;
use crate::sync::made::{Made, Mark};

/// The address.
pub(crate) fn router() -> Router<Hall> {
    Router::new().route("/open/{region}", get(open)).layer(Extension(Made::by(1)))
}

async fn open(
    State(hall): State<Hall>,
    Extension(made): Extension<Made>,
    Address(from): Address,
    Path(named): Path<String>,
) -> Result<Response, Error> {
    let region = named.strip_suffix(".zip").and_then(|id| Id::try_parse(id).ok());
    let region = region.ok_or(Code::NoSuchAddress)?;
    hall.doors.try_open(from)?;
    let _turn = made.turn().await?;
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let land = lands::find(&mut tx, region).await?;
    if land.is_none_or(|land| land.scope != Scope::Region(region)) {
        return Err(Code::NoSuchAddress.into());
    }
    // all of what it shows lies in scopes
    let mark = Mark::now(&mut tx).await?;
    let packed = match made.again(&named, mark) {
        Some(packed) => packed,
        None => {
            let tables = tables(&mut tx, region).await?;
            tx.commit().await?;
            let packed = packed(tables).await?;
            made.keep(&named, mark, &packed);
            packed
        }
    };
    let head = [
        (CONTENT_TYPE, "application/zip"),
        (CONTENT_DISPOSITION, "attachment; filename=\"bandeng-open-data.zip\""),
        (CACHE_CONTROL, "public, max-age=3600"),
    ];
    Ok((head, packed).into_response())
}

/// The zip, made aside: to press it is work for a core.
async fn packed(tables: Vec<Table>) -> Result<Bytes, Error> {
    let packed = tokio::task::spawn_blocking(|| package(tables)).await;
    let failed = match packed {
        Ok(Ok(bytes)) => return Ok(bytes.into()),
        Ok(Err(error)) => error.to_string(),
        Err(error) => error.to_string(),
    };
    tracing::error!(error = failed, "the open data were not packed");
    Err(Code::Trouble.into())
}

/// All tables, village by village in administrative order.
async fn tables(db: &mut PgConnection, region: Id) -> sqlx::Result<Vec<Table>> {
    let places = Places::find(db, region).await?;
    let villages: Vec<Id> = places.villages.iter().map(|spot| spot.id).collect();
    // what was said is Chinese, and so is what stands in place of a name
    let veils = Veils::of(db, region, villages.iter().copied(), Lang::Zh).await?;
    let mut tables = words::empty();
    tables[0].rows = map(db, region, &places).await?;
    for id in villages {
        let rows = village::rows(db, id, &veils).await?;
        for (table, rows) in tables[1..].iter_mut().zip(rows) {
            table.rows.extend(rows);
        }
    }
    Ok(tables)
}

/// A place of the map.
#[derive(sqlx::FromRow)]
struct Place {
    id: Id,
    level: String,
    name: String,
    english: Option<String>,
    parent: Option<String>,
    nth: i64,
}

/// The levels of places, the largest first.
const LEVELS: [&str; 4] = ["district", "town", "village", "group"];

/// The places of a region, the largest first, and those of a level as they lie in what is larger.
async fn map(db: &mut PgConnection, region: Id, known: &Places) -> sqlx::Result<Vec<Vec<Cell>>> {
    let mut places: Vec<Place> = sqlx::query_as(
        "select id, coalesce(fields->>'level', 'village') as level, coalesce(fields->>'name', '') as name,
                fields->>'name_en' as english, fields->>'parent' as parent,
                coalesce((fields->>'order')::bigint, 0) as nth
         from record where kind = 'place' and not gone and scope = $1",
    )
    .bind(Scope::Region(region).to_string())
    .fetch_all(db)
    .await?;
    let nth: BTreeMap<Id, usize> =
        known.tree.iter().enumerate().map(|(nth, id)| (*id, nth)).collect();
    places.sort_by_key(|place| {
        let level = LEVELS.iter().position(|level| *level == place.level);
        (level.unwrap_or(LEVELS.len()), nth.get(&place.id).copied(), place.id)
    });
    let row = |place: Place| -> Vec<Cell> {
        let id = place.id.to_string().into();
        let (level, name) = (place.level.into(), place.name.into());
        vec![id, level, name, place.english.into(), place.parent.into(), place.nth.into()]
    };
    Ok(places.into_iter().map(row).collect())
}

/// The zip: each table twice, the dictionary, and what to read first. The same data give the same bytes.
fn package(mut tables: Vec<Table>) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("README.txt", options)?;
    zip.write_all(words::readme(&tables).as_bytes())?;
    tables.insert(0, dictionary(&tables));
    for table in &tables {
        zip.start_file(format!("{}.csv", table.name), options)?;
        zip.write_all(table.csv().as_bytes())?;
        zip.start_file(format!("{}.json", table.name), options)?;
        zip.write_all(format!("{:#}\n", table.json()).as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
