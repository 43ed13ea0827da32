//! Defects that a test plants by making a table `planted` in its database, to see that it catches them.

use std::collections::BTreeMap;

use domain::Scope;
use sqlx::PgConnection;

use super::scopes::{Drawn, Need};

/// A way to be wrong about counters and locks, or about who may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Planted {
    /// Versions come from a sequence, which nobody waits for.
    Sequence,
    /// Counters are locked in whatever order the scopes come.
    Unsorted,
    /// Records are judged as they stand, and nobody waits for whoever has them.
    Unheld,
    /// The past of a record is told to anybody who asks.
    Gossip,
}

/// The defect of this database, if a test has planted one.
pub(super) async fn defect(db: &mut PgConnection) -> sqlx::Result<Option<Planted>> {
    let there: bool =
        sqlx::query_scalar("select to_regclass('planted') is not null").fetch_one(&mut *db).await?;
    if !there {
        return Ok(None);
    }
    let word: String = sqlx::query_scalar("select defect from planted").fetch_one(db).await?;
    Ok(match &*word {
        "sequence" => Some(Planted::Sequence),
        "unsorted" => Some(Planted::Unsorted),
        "gossip" => Some(Planted::Gossip),
        _ => Some(Planted::Unheld),
    })
}

/// Draws from the test's sequence; the test itself lets the scopes follow at the commit.
pub(super) async fn sequence(
    db: &mut PgConnection,
    needs: &BTreeMap<Scope, Need>,
) -> sqlx::Result<BTreeMap<Scope, Drawn>> {
    let mut drawn = BTreeMap::new();
    for scope in needs.keys() {
        let ver: i64 =
            sqlx::query_scalar("select nextval('planted_ver')").fetch_one(&mut *db).await?;
        let number = u32::try_from(ver).unwrap_or(u32::MAX);
        drawn.insert(*scope, Drawn { ver: ver.cast_unsigned(), number });
    }
    Ok(drawn)
}
