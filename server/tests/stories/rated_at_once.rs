//! Two people who rate one action in the same moment, by links of their own.

use domain::Id;
use sqlx::PgPool;

use crate::ballots::{form, handed, post, ratings, ready};
use crate::evening::Crew;

#[sqlx::test]
async fn two_people_who_rate_at_once_are_both_heard(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = ready(&mut crew).await;
    assert_eq!(lost_of_twenty(&mut crew, action).await, 0);
}

#[cfg(feature = "planted")]
#[sqlx::test]
async fn a_rating_that_nobody_waits_for_is_noticed(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let action = ready(&mut crew).await;
    sqlx::raw_sql("create table planted as select 'unheld' as defect")
        .execute(crew.village.pool())
        .await
        .unwrap();
    let lost = lost_of_twenty(&mut crew, action).await;
    println!("{lost} of 40 were lost");
    assert!(lost > 0, "the story above would not have seen it");
}

/// Twenty times two people rate one action in the same moment; how many of the forty are not there.
async fn lost_of_twenty(crew: &mut Crew, action: Id) -> usize {
    for turn in 0..20 {
        let secrets = [format!("{turn:c>24}"), format!("{turn:d>24}")];
        for (secret, name) in secrets.iter().zip(["王阿婆", "李阿公"]) {
            handed(crew, action, &format!("{name}{turn}"), secret).await;
        }
        let (one, two) = (form("satisfied", "好"), form("basically", "还行"));
        let [first, second] = &secrets;
        let (first, second) =
            tokio::join!(post(crew, first, &one, &[]), post(crew, second, &two, &[]));
        assert_eq!((first.0.status.as_u16(), second.0.status.as_u16()), (303, 303));
    }
    40 - ratings(crew, action).await.len()
}
