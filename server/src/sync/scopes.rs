//! The counters of the scopes.

use std::collections::{BTreeMap, BTreeSet};

use domain::Scope;
use sqlx::PgConnection;

#[cfg(feature = "planted")]
use super::planted::{self, Planted};

/// What a writer needs of a scope.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Need {
    /// Something is written in it.
    pub(crate) write: bool,
    /// So many issues want a number.
    pub(crate) numbers: u32,
}

/// What the writer got.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drawn {
    /// The version of everything written.
    pub(crate) ver: u64,
    /// The last of the numbers.
    pub(crate) number: u32,
}

/// Raises the counters of the scopes. Locks them in their order, so that two writers never wait
/// for each other; to be called as late as can be, since every other writer of these scopes waits
/// from here to the commit.
///
/// The version comes from the row, not from a sequence: whoever reads version n has then read
/// everything up to n, as nobody can draw n + 1 before n is committed.
pub(crate) async fn draw(
    db: &mut PgConnection,
    needs: &BTreeMap<Scope, Need>,
) -> sqlx::Result<BTreeMap<Scope, Drawn>> {
    #[cfg(feature = "planted")]
    match planted::defect(db).await? {
        Some(Planted::Sequence) => return planted::sequence(db, needs).await,
        Some(Planted::Unsorted) => {
            let mut needs: Vec<_> = needs.iter().collect();
            needs.sort_by_key(|_| rand::random::<u32>());
            return draw_in_order(db, needs).await;
        }
        Some(Planted::Unheld | Planted::Gossip) | None => {}
    }
    draw_in_order(db, needs).await
}

async fn draw_in_order<'a>(
    db: &mut PgConnection,
    needs: impl IntoIterator<Item = (&'a Scope, &'a Need)>,
) -> sqlx::Result<BTreeMap<Scope, Drawn>> {
    let mut drawn = BTreeMap::new();
    for (scope, need) in needs {
        let (ver, number): (i64, i32) = sqlx::query_as(
            "insert into scope (id, ver, issues) values ($1, $2, $3)
             on conflict (id) do update set
               ver = scope.ver + excluded.ver, issues = scope.issues + excluded.issues
             returning ver, issues",
        )
        .bind(scope.to_string())
        .bind(i64::from(need.write))
        .bind(need.numbers.cast_signed())
        .fetch_one(&mut *db)
        .await?;
        let (ver, number) = (ver.cast_unsigned(), number.cast_unsigned());
        drawn.insert(*scope, Drawn { ver, number });
    }
    Ok(drawn)
}

/// Where the counters stand, of scopes in which nothing is written.
pub(crate) async fn present(
    db: &mut PgConnection,
    scopes: BTreeSet<Scope>,
) -> sqlx::Result<BTreeMap<Scope, u64>> {
    if scopes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let names: Vec<String> = scopes.iter().map(Scope::to_string).collect();
    let rows: Vec<(String, i64)> = sqlx::query_as("select id, ver from scope where id = any($1)")
        .bind(names)
        .fetch_all(db)
        .await?;
    let present = rows.into_iter();
    Ok(present.filter_map(|(id, ver)| Some((id.parse().ok()?, ver.cast_unsigned()))).collect())
}

/// Raises the counter of one scope in which something is written.
pub(crate) async fn bump(db: &mut PgConnection, scope: Scope) -> sqlx::Result<u64> {
    let needs = BTreeMap::from([(scope, Need { write: true, numbers: 0 })]);
    let drawn = draw(db, &needs).await?;
    Ok(drawn.get(&scope).map_or(0, |drawn| drawn.ver))
}
