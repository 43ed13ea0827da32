//! What is owed now: the debts of the queue, counted by village in administrative order. It is the village's and its
//! partners' to know, and no figure of anybody's.

use domain::waits::{Debt, MINUTES};
use domain::{Id, Millis, Scope, Stage};
use sqlx::{AssertSqlSafe, PgConnection};

use super::Look;
use crate::sync::reply;

/// What is owed in one place, in the order of the queue's sorts.
pub(crate) type Owing = Vec<(Debt, i64)>;

/// What is owed in each village that owes anything; first what the office itself owes to nobody's village.
pub(super) async fn owed(
    db: &mut PgConnection,
    look: &Look<'_>,
) -> sqlx::Result<Vec<(String, Owing)>> {
    let drafts = look.district.villages.iter().map(|village| Scope::Draft(*village).to_string());
    let frozen = Stage::ALL.into_iter().filter(|stage| stage.frozen()).map(Stage::as_str);
    let rows: Vec<(Option<Id>, String, i64)> = sqlx::query_as(AssertSqlSafe(counting()))
        .bind(look.district.scopes())
        .bind(drafts.collect::<Vec<_>>())
        .bind(Scope::District(look.district.region).to_string())
        .bind(look.now)
        .bind(reply::OPEN)
        .bind(MINUTES)
        .bind(frozen.collect::<Vec<_>>())
        // every sort, whoever owes it, from the first to the last
        .bind(None::<String>)
        .bind(false)
        .bind(None::<Millis>)
        .bind(None::<String>)
        .bind(None::<Id>)
        .bind(i64::MAX)
        .fetch_all(db)
        .await?;
    let of = |place: Option<Id>| -> Owing {
        let count = |debt: Debt| {
            let row = rows.iter().find(|(of, word, _)| *of == place && word == debt.as_str());
            row.map(|(.., count)| (debt, *count))
        };
        Debt::ALL.into_iter().filter_map(count).collect()
    };
    let district = (look.places.called(look.lang()).to_owned(), of(None));
    let villages =
        look.places.villages.iter().map(|spot| (spot.called(look.lang()), of(Some(spot.id))));
    Ok(std::iter::once(district).chain(villages).filter(|(_, owing)| !owing.is_empty()).collect())
}

/// The queue's own question, and how many of each sort it finds in each village.
pub(super) fn counting() -> String {
    let debts = include_str!("../waits.sql");
    format!(
        "select village, debt, count(*) from (\n{debts}\n) as waits where debt is not null group by village, debt"
    )
}
