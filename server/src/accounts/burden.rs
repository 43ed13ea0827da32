//! What tasks cost, in sums: taken from every phone without keeping whose, and told to whoever looks after the forms.

use axum::extract::State;
use domain::burden::{Spent, Sum, Sums, Task, day_of};
use domain::{Fields, Form};
use sqlx::{PgConnection, PgPool};

use super::sight::Sight;
use super::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::sent::{Answered, Sent};
use crate::sync::now;

/// What fewer than so many did says something of somebody, and is not told.
const FEW: i64 = 5;
/// So many days are sums kept.
const KEPT: i32 = 732;

/// Adds what one phone spent on one day to what all did. Who tells it is asked at the door and forgotten here.
pub(crate) async fn take(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(spent): Sent<Spent>,
) -> Result<Answered<Fields>, Error> {
    hall.doors.sum(caller.device)?;
    if !spent.plausible(day_of(now())) {
        return Err(Code::Malformed.into());
    }
    let list = |of: fn(&Sum) -> u32| spent.sums.iter().map(|sum| of(sum).cast_signed()).collect();
    let [times, fields, seconds]: [Vec<i32>; 3] =
        [list(|sum| sum.times), list(|sum| sum.fields), list(|sum| sum.seconds)];
    sqlx::query(
        "insert into burden (day, task, times, fields, seconds)
         select date '1970-01-01' + $1, * from unnest($2::text[], $3::int[], $4::int[], $5::int[])
         on conflict (day, task) do update set
           times = least(burden.times::bigint + excluded.times, 2000000000)::int,
           fields = least(burden.fields::bigint + excluded.fields, 2000000000)::int,
           seconds = least(burden.seconds::bigint + excluded.seconds, 2000000000)::int",
    )
    .bind(i32::try_from(spent.day).unwrap_or_default())
    .bind(spent.sums.iter().map(|sum| sum.task.as_str()).collect::<Vec<_>>())
    .bind(times)
    .bind(fields)
    .bind(seconds)
    .execute(&hall.pool)
    .await?;
    Ok(Answered(Fields::new()))
}

/// Boxes, seconds and times of the last 90 days, of all tasks together; nothing where those are few.
pub(crate) async fn altogether(db: &mut PgConnection) -> sqlx::Result<Option<(u32, u32, u32)>> {
    let all: Option<(i64, i64, i64)> = sqlx::query_as(
        "select sum(fields), sum(seconds), sum(times) from burden
         where day > current_date - 90 having sum(times) >= $1",
    )
    .bind(FEW)
    .fetch_optional(db)
    .await?;
    Ok(all.map(|(fields, seconds, times)| (count(fields), count(seconds), count(times))))
}

fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Tells the sums of the last 90 days, to the office and to who watches over a village.
pub(crate) async fn sums(
    State(hall): State<Hall>,
    caller: SignedIn,
) -> Result<Answered<Sums>, Error> {
    let mut db = hall.pool.acquire().await?;
    Sight::of(&mut db, caller.person).await?;
    let rows: Vec<(String, i64, i64, i64)> = sqlx::query_as(
        "select task, sum(times), sum(fields), sum(seconds) from burden
         where day > current_date - 90 group by task having sum(times) >= $1",
    )
    .bind(FEW)
    .fetch_all(&mut *db)
    .await?;
    let sum = |(task, times, fields, seconds): (String, i64, i64, i64)| {
        let task = Task::read(task.into()).unwrap_or(Task::Else);
        Sum { task, times: count(times), fields: count(fields), seconds: count(seconds) }
    };
    Ok(Answered(Sums { sums: rows.into_iter().map(sum).collect() }))
}

/// Forgets sums of more than two years ago.
pub(crate) async fn tidy(pool: &PgPool) -> sqlx::Result<()> {
    sqlx::query("delete from burden where day < current_date - $1")
        .bind(KEPT)
        .execute(pool)
        .await?;
    Ok(())
}
