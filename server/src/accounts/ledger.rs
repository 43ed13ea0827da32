//! Who did what, read by the office and by who watches over a village. Each reading is itself noted.

use axum::extract::State;
use domain::ledger::{AskLedger, Ledger, Line};
use uuid::Uuid;

use super::audit::{self, Deed};
use super::sight::Sight;
use super::who::SignedIn;
use crate::error::Error;
use crate::hall::Hall;
use crate::sent::{Answered, Sent};

/// So many lines are a page.
const PAGE: usize = 50;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    at: i64,
    person: Option<Uuid>,
    device: Option<String>,
    deed: String,
    act: Option<String>,
    about: Option<Uuid>,
    kind: Option<String>,
    number: Option<i32>,
    code: Option<String>,
}

impl From<Row> for Line {
    fn from(row: Row) -> Self {
        let Row { id, at, person, device, deed, act, about, kind, number, code } = row;
        let number = number.map_or(0, i32::cast_unsigned);
        Self { id, at, person, device, deed, act, about, kind, number, code }
    }
}

/// Tells a page of it. What was done by nobody who is known is told to an office alone.
pub(crate) async fn read(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(asked): Sent<AskLedger>,
) -> Result<Answered<Ledger>, Error> {
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let sight = Sight::of(&mut tx, caller.person).await?;
    let office = !sight.regions.is_empty();
    let rows: Vec<Row> = sqlx::query_as(
        "select audit.id, (extract(epoch from audit.at) * 1000)::bigint as at, audit.person,
                device.name as device, audit.deed, audit.act, audit.about, record.kind,
                case when record.kind = 'issue' then (record.fields->>'number')::int end as number,
                audit.code
         from audit left join device on device.id = audit.device
           left join record on record.id = audit.about
         where ($1::bigint is null or audit.id < $1)
           and (audit.scope = any($2)
             or (audit.scope is null or $4 and audit.scope like 'u:%')
               and (audit.person = any($3) or audit.about = any($3))
             or $4 and audit.scope is null and audit.person is null and audit.about is null)
           and ($5::uuid is null or audit.person = $5 or audit.about = $5)
           and (not $6 or audit.deed in ('refused', 'sign_in_failed')
             or audit.act is not null and audit.code is not null)
         order by audit.id desc limit $7",
    )
    .bind(asked.before)
    .bind(sight.scopes(&mut tx).await?)
    .bind(sight.people(&mut tx).await?)
    .bind(office)
    .bind(asked.person)
    .bind(asked.refused)
    .bind(i64::try_from(PAGE + 1).unwrap_or_default())
    .fetch_all(&mut *tx)
    .await?;
    let (person, device) = (Some(caller.person), Some(caller.device));
    let deed = Deed { person, device, deed: "read", about: asked.person, ..Deed::default() };
    audit::note(&mut tx, &[deed]).await?;
    tx.commit().await?;
    let more = rows.len() > PAGE;
    Ok(Answered(Ledger { lines: rows.into_iter().take(PAGE).map(Line::from).collect(), more }))
}
