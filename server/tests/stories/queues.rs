//! The queue of debts held against the domain's rules, over the sample village and over a heap of records; and how its
//! question finds them.

use std::collections::BTreeSet;

use domain::waits::{Debt, Wait};
use domain::{DAY, Id, Scope};
use server::demo;
use server::sync::now;
use sqlx::PgPool;

use crate::heap::Heap;
use crate::owing::{Owed, owing, stored};
use crate::phone::Phone;
use crate::village::{GUAO, LI, REGION, SHANGFENG, Village};
use crate::waits::{all, door, page};

fn owed(rows: &[Wait]) -> Vec<Owed> {
    rows.iter().map(|row| (row.debt, row.about, row.count, row.since)).collect()
}

/// The answer in SQL is what the rules say, page by page, and in order.
async fn as_the_rules_say(village: &Village, phone: &Phone, region: Id) -> BTreeSet<Debt> {
    let rows = owed(&all(phone, region, "kind=").await);
    let by_rule = owing(&stored(village.pool()).await, region);
    let told: BTreeSet<Owed> = rows.iter().copied().collect();
    assert_eq!(told.len(), rows.len(), "told twice");
    let missing: Vec<_> = by_rule.difference(&told).collect();
    let invented: Vec<_> = told.difference(&by_rule).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "missing {missing:?}, invented {invented:?}"
    );
    assert!(rows.is_sorted_by_key(|row| row.3), "who waits longest comes first");
    let told = page(phone, region, "").await;
    for tally in told.tally {
        let rows = owed(&all(phone, region, &format!("kind={}", tally.debt.as_str())).await);
        assert_eq!(rows.len(), usize::try_from(tally.count).unwrap());
        assert!(rows.iter().all(|row| row.0 == tally.debt));
    }
    rows.into_iter().map(|row| row.0).collect()
}

#[sqlx::test]
async fn the_sample_village_owes_what_the_rules_say(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let (office, region): (Id, String) = sqlx::query_as(
        "select person, scope from member where role = 'office' and scope like 'g:%' and person <> $1",
    )
    .bind(LI)
    .fetch_one(village.pool())
    .await
    .unwrap();
    let phone = village.phone(office).await;
    let region: Scope = region.parse().unwrap();
    let sorts = as_the_rules_say(&village, &phone, region.owner()).await;
    assert!(sorts.len() > 2, "{sorts:?}");
}

#[sqlx::test]
async fn a_heap_of_records_owes_what_the_rules_say_and_each_region_its_own(pool: PgPool) {
    let village = Village::new(pool).await;
    let other = Id::from_u128(0x2);
    let mut heap = Heap::new(20_261_128);
    heap.village(REGION, SHANGFENG, 60);
    heap.village(REGION, GUAO, 30);
    heap.village(other, Id::from_u128(0x20), 30);
    heap.letters(REGION, 12);
    heap.letters(other, 12);
    heap.lay(village.pool()).await;
    let phone = village.phone(LI).await;
    let sorts = as_the_rules_say(&village, &phone, REGION).await;
    assert_eq!(sorts, Debt::ALL.into_iter().collect());
    assert_eq!(phone.get(&door(other, "")).await.told(), "403 not_yours");
    for nonsense in ["?kind=rank", "?after=1", "?after=1.echo.x", "?after=x.echo.1"] {
        assert_eq!(phone.get(&door(REGION, nonsense)).await.told(), "400 malformed", "{nonsense}");
    }
}

/// What one village owes is found by indexes among the records of many.
#[sqlx::test]
async fn no_question_goes_through_all_records(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut heap = Heap::new(7);
    for number in 0..20 {
        heap.village(REGION, Id::from_u128(0x100 + number), 120);
    }
    heap.lay(village.pool()).await;
    sqlx::query("analyze record").execute(village.pool()).await.unwrap();
    let scopes = |letter: &str| -> Vec<String> {
        (0..20).map(|number| format!("{letter}:{}", Id::from_u128(0x100 + number))).collect()
    };
    let explain = concat!("explain ", include_str!("../../src/office/waits.sql"));
    let plan: Vec<String> = sqlx::query_scalar(explain)
        .bind(scopes("v"))
        .bind(scopes("d"))
        .bind(format!("l:{REGION}"))
        .bind(now())
        .bind(14 * DAY)
        .bind(7 * DAY)
        .bind(vec!["sealed"])
        .bind(None::<String>)
        .bind(false)
        .bind(None::<i64>)
        .bind(None::<String>)
        .bind(None::<Id>)
        .bind(51_i64)
        .fetch_all(village.pool())
        .await
        .unwrap();
    let records: Vec<_> = plan.into_iter().filter(|line| line.contains("Scan")).collect();
    let plan = records.join("\n");
    assert!(!plan.contains("Seq Scan on record"), "{plan}");
    for index in ["action_at_work", "advice_unanswered", "advice_untold", "issue_answered"] {
        assert!(plan.contains(index), "{index}: {plan}");
    }
}
