//! The made-up district that figures are held against: the same for the same seed, and like any other.

use domain::triage::Triage;
use domain::{Act, Id, Kind};
use server::demo::valley::Valley;
use sqlx::PgPool;

use crate::figures::UNTIL;
use crate::village::Village;

/// The generated district is the same for the same seed, and reads and digests as what came by pushes.
#[sqlx::test]
async fn the_valley_is_the_same_for_the_same_seed_and_reads_like_any_other(pool: PgPool) {
    let lay = Valley { seed: 5, villages: 2, days: 120, until: UNTIL };
    lay.lay(&pool).await.unwrap();
    assert!(lay.lay(&pool).await.is_err(), "it is laid once");
    let digest: String = sqlx::query_scalar(
        "select md5(string_agg(scope || ver || kind || id || rev || at || fields || stamps, '' order by id))
         from record where kind <> 'membership'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(digest, "fc5174bc104716efe6224c40261142af");
    let village = Village::bare(pool).await;
    let told = server::sync::chain::report(village.pool(), None).await.unwrap();
    assert!(told.1 && told.0.iter().any(|line| line.contains("sealed")), "{told:?}");
    let secretary = Valley::people(0)[0];
    let mut phone = village.phone(secretary).await;
    let heard = phone.pull().await;
    assert!(heard.lines().count() > 200, "{heard}");
    // and its people go on with it as with anything else
    let id: Id = sqlx::query_scalar("select id from issue where standing = 'received' limit 1")
        .fetch_one(village.pool())
        .await
        .unwrap();
    let scope: String = sqlx::query_scalar("select scope from record where id = $1")
        .bind(id)
        .fetch_one(village.pool())
        .await
        .unwrap();
    let triage = Act::Triage { answers: Triage::default() };
    let mut cadre = village.phone(Valley::people(usize::from(scope.ends_with("6e")))[0]).await;
    let change = cadre.change(Kind::Issue, id, scope.parse().unwrap(), triage);
    assert_eq!(cadre.push(&[change]).await, "ok\n");
}
