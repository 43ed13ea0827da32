//! The bytes of pictures and recordings.
//!
//! A picture's record comes with the other changes; its bytes come after it, in pieces, and are shown to whoever may
//! read the record once all of them are there and are what the record says. A recording's do so, too.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::small::Photo;
use domain::{Id, Kind, Record, picture};
use sha2::{Digest, Sha256};
use sqlx::{PgConnection, PgPool};

use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sync::records;

/// How many bytes lie before a piece, and how many are here.
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
/// So many bytes of pictures a person may begin to send within a day: about two hundred pictures.
const DAILY: i64 = 50_000_000;
/// A picture that nobody finished in so many days is begun anew.
const UNFINISHED_DAYS: i32 = 30;

/// Says how many bytes of a picture are here, to whoever sends it.
pub(crate) async fn offset(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(id): Path<Id>,
) -> Result<Response, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    own(&mut tx, &caller, id).await?;
    let here = here(&mut tx, id).await?;
    tx.commit().await?;
    Ok(at(here))
}

/// Takes a piece, if it begins where the last one ended, and says how many bytes are here now.
pub(crate) async fn take(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(id): Path<Id>,
    headers: HeaderMap,
    piece: Bytes,
) -> Result<Response, Error> {
    let said = headers.get(&OFFSET).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    let said = said.filter(|_| !piece.is_empty()).ok_or(Code::Malformed)?;
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let (kind, photo) = own(&mut tx, &caller, id).await?;
    begin(&mut tx, &caller, id).await?;
    let here = here(&mut tx, id).await?;
    if said != here {
        return Err(Code::WrongOffset.into());
    }
    let after = here + piece.len();
    let all = usize::try_from(photo.bytes).unwrap_or(usize::MAX);
    if after > all {
        return Err(Code::NotThatPicture.into());
    }
    sqlx::query("insert into photo_piece (photo, at, bytes) values ($1, $2, $3)")
        .bind(id)
        .bind(i32::try_from(here).unwrap_or(i32::MAX))
        .bind(&piece[..])
        .execute(&mut *tx)
        .await?;
    let verdict = if after == all { finish(&mut tx, id, &kind, &photo).await? } else { Ok(()) };
    tx.commit().await?;
    verdict?;
    Ok(at(after))
}

/// Gives the bytes of a picture to whoever may read its record.
pub(crate) async fn show(
    State(hall): State<Hall>,
    caller: SignedIn,
    Path(id): Path<Id>,
) -> Result<Response, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    hall.awake(&mut tx).await?;
    announced(&mut tx, &caller, id).await?;
    let mime: Option<String> =
        sqlx::query_scalar("select mime from photo where id = $1 and mime is not null")
            .bind(id)
            .fetch_optional(&mut *tx)
            .await?;
    let mime = mime.ok_or(Code::NoSuchPhoto)?;
    let bytes = bytes(&mut tx, id).await?;
    tx.commit().await?;
    Ok(([(header::CONTENT_TYPE, mime)], bytes).into_response())
}

/// A picture that was announced and not taken back, if the caller may read what announces it. Whoever may not is told
/// no more than of one that never was.
async fn announced(
    db: &mut PgConnection,
    caller: &SignedIn,
    id: Id,
) -> Result<(Record, Photo), Error> {
    let record = records::read(db, id).await?.map(|(record, _)| record);
    let there = |record: &Record| matches!(record.kind, Kind::Photo | Kind::Voice) && !record.gone;
    let record = record.filter(there);
    let record = record.ok_or(Code::NoSuchPhoto)?;
    if !member::who(db, caller.person).await?.reads(record.scope) {
        return Err(Code::NoSuchPhoto.into());
    }
    let photo = record.read::<Photo>().map_err(|_| Code::NoSuchPhoto)?;
    Ok((record, photo))
}

/// The same, if it was the caller who laid the picture there: nobody else sends its bytes.
async fn own(db: &mut PgConnection, caller: &SignedIn, id: Id) -> Result<(Kind, Photo), Error> {
    let (record, photo) = announced(db, caller, id).await?;
    if record.by != Some(caller.person) {
        return Err(Code::NoSuchPhoto.into());
    }
    Ok((record.kind, photo))
}

/// Makes room for a picture, unless its author has sent very many today; holds it until the end of the transaction,
/// so that two pieces come one after the other.
async fn begin(db: &mut PgConnection, caller: &SignedIn, id: Id) -> Result<(), Error> {
    let begun = sqlx::query("insert into photo (id) values ($1) on conflict do nothing")
        .bind(id)
        .execute(&mut *db)
        .await?;
    if begun.rows_affected() == 0 {
        sqlx::query("select from photo where id = $1 for update").bind(id).execute(db).await?;
        return Ok(());
    }
    let today: i64 = sqlx::query_scalar(
        "select coalesce(sum((fields->>'bytes')::bigint), 0)::bigint
         from photo join record using (id)
         where by = $1 and begun > now() - interval '1 day'",
    )
    .bind(caller.person)
    .fetch_one(db)
    .await?;
    if today > DAILY { Err(Code::TooMany.into()) } else { Ok(()) }
}

async fn here(db: &mut PgConnection, id: Id) -> Result<usize, Error> {
    let here: i64 = sqlx::query_scalar(
        "select coalesce(sum(octet_length(bytes)), 0) from photo_piece where photo = $1",
    )
    .bind(id)
    .fetch_one(db)
    .await?;
    Ok(usize::try_from(here).unwrap_or_default())
}

/// All bytes of a picture that are here.
pub(crate) async fn bytes(db: &mut PgConnection, id: Id) -> sqlx::Result<Vec<u8>> {
    let pieces: Vec<Vec<u8>> =
        sqlx::query_scalar("select bytes from photo_piece where photo = $1 order by at")
            .bind(id)
            .fetch_all(db)
            .await?;
    Ok(pieces.concat())
}

/// Looks at all the bytes. What is not the picture that was announced, or tells where it was taken, is thrown away
/// whole: a torn piece cannot be told from the others.
async fn finish(
    db: &mut PgConnection,
    id: Id,
    kind: &Kind,
    photo: &Photo,
) -> Result<Result<(), Code>, Error> {
    let bytes = bytes(db, id).await?;
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let mime = if *kind == Kind::Voice {
        picture::sniff_recording(&bytes)
    } else {
        picture::sniff(&bytes)
    };
    let mime = mime.filter(|_| hash == photo.sha256);
    let Some(mime) = mime.filter(|_| !picture::tells_where(&bytes)) else {
        sqlx::query("delete from photo_piece where photo = $1").bind(id).execute(db).await?;
        return Ok(Err(Code::NotThatPicture));
    };
    sqlx::query("update photo set mime = $2 where id = $1").bind(id).bind(mime).execute(db).await?;
    Ok(Ok(()))
}

fn at(offset: usize) -> Response {
    (StatusCode::NO_CONTENT, [(OFFSET, HeaderValue::from(offset))]).into_response()
}

/// Throws away the bytes of pictures that were taken back, and of those that nobody finished; gives how many there were.
///
/// # Errors
/// When the database fails.
pub async fn sweep(pool: &PgPool) -> sqlx::Result<u64> {
    let swept = sqlx::query(
        "delete from photo using record
         where photo.id = record.id
           and (gone or (mime is null and begun < now() - make_interval(days => $1)))",
    )
    .bind(UNFINISHED_DAYS)
    .execute(pool)
    .await?;
    Ok(swept.rows_affected())
}
