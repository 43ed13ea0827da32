//! What fewer than five people did or said is told as few: people are counted, and no list shows who is left.

use domain::figures::{Figure, Figures, Rows};
use server::demo::valley::Valley;
use sqlx::{AssertSqlSafe, PgPool};

use crate::figures::{UNTIL, VILLAGE, read, rows, valley};
use crate::phone::Phone;
use crate::recount::{All, Asked};
use crate::village::Village;

/// What the ratings of a village say of it alone, and what is listed.
async fn rated(village: &Village, office: &Phone, asks: &str) -> (bool, Vec<(String, u32)>, Rows) {
    let path = format!("/api/v1/district/{}/figures", Valley::region());
    let told: Figures = read(village, office, &format!("{path}?{asks}")).await;
    let one = told.figure(Figure::Satisfaction).unwrap();
    let parts = one.parts.iter().map(|part| (part.part.clone(), part.count)).collect();
    let rows = read(village, office, &format!("{path}/satisfaction/rows?{asks}")).await;
    (one.few, parts, rows)
}

/// Counted are people and not slips of paper; and whoever says what few say cannot be picked out of a list.
#[sqlx::test]
async fn what_fewer_than_five_people_said_is_told_as_few(pool: PgPool) {
    let village = valley(pool, 3, 300).await;
    let office = village.phone(Valley::office()).await;
    let asks = format!("place={VILLAGE}");
    // whose word each is: so many names, and who says what
    let say = async |of: &str| {
        let change = format!(
            "update record set fields = jsonb_set(fields, '{{ratings}}', said.ratings)
             from (
               select id, jsonb_agg(rating || {of}) as ratings from (
                 select id, rating, row_number() over (order by id, nth) as n
                 from record cross join jsonb_array_elements(fields->'ratings') with ordinality as one (rating, nth)
                 where kind = 'action' and scope = 'v:{VILLAGE}') as one group by id) as said
             where record.id = said.id"
        );
        sqlx::query(AssertSqlSafe(change)).execute(village.pool()).await.unwrap();
    };
    let recounted = async |told: &[(String, u32)], few: bool| {
        let all = All::read(village.pool()).await;
        let asked = Asked { villages: &[VILLAGE], of: None, now: UNTIL };
        let counted = all.count(Figure::Satisfaction, &asked);
        let said = told.iter().map(|(part, count)| (part.as_str(), *count)).collect();
        assert_eq!((!few).then_some((said, None)), counted);
    };
    // four people rated many times
    let four = "jsonb_build_object('name', '周' || (n % 4), 'result', 'satisfied')";
    say(four).await;
    let (few, parts, listed) = rated(&village, &office, &asks).await;
    assert!(few && listed.few && listed.all == 0 && listed.rows.is_empty() && parts.is_empty());
    recounted(&parts, few).await;
    // seven people did, and one of them was not satisfied, more than once
    let one = "jsonb_build_object('name', '周' || (n % 7),
                 'result', case when n % 7 = 3 then 'not' else 'satisfied' end)";
    say(one).await;
    let (few, parts, listed) = rated(&village, &office, &asks).await;
    let count = |of: &str| parts.iter().find(|(part, _)| part == of).map_or(0, |(_, count)| *count);
    assert!(!few && count("not") > 1, "{parts:?}");
    recounted(&parts, few).await;
    assert!(listed.few && listed.all == count("satisfied"), "{listed:?}");
    assert!(listed.rows.iter().all(|row| row.part == "satisfied"));
    let (.., not) = rated(&village, &office, &format!("{asks}&part=not")).await;
    assert_eq!((not.few, not.all, not.rows.len()), (true, 0, 0));
    // nor are they in the list of the whole district, which says of which village each is
    let mut all = rows(&village, &office, Figure::Satisfaction, "").await;
    all.retain(|row| row.village == VILLAGE);
    assert!(!all.is_empty() && all.iter().all(|row| row.part == "satisfied"), "{all:?}");
}

/// Of a group from which three people came, whether they spoke is theirs alone to say.
#[sqlx::test]
async fn a_group_from_which_few_came_is_told_as_few(pool: PgPool) {
    let village = valley(pool, 3, 300).await;
    let office = village.phone(Valley::office()).await;
    let asks = format!("place={VILLAGE}&");
    let groups = async || {
        let found = rows(&village, &office, Figure::Voice, &asks).await;
        found.into_iter().map(|row| (row.title, row.part)).collect::<Vec<_>>()
    };
    let before = groups().await;
    assert!(before.contains(&("二组".into(), "spoke".into())), "{before:?}");
    // on every evening it was the same three of them, who spoke again and again
    let same = "update record set fields = fields || jsonb_build_object('name', '倪' || (ascii(fields->>'name') % 3))
                where kind = 'seat' and fields->>'group' = '二组'";
    sqlx::query(same).execute(village.pool()).await.unwrap();
    let now = groups().await;
    assert!(now.contains(&("二组".into(), "few".into())), "{now:?}");
    let all = All::read(village.pool()).await;
    let asked = Asked { villages: &[VILLAGE], of: None, now: UNTIL };
    let (parts, _) = all.count(Figure::Voice, &asked).unwrap();
    assert!(parts.contains(&("few", 1)), "{parts:?}");
}
