//! The first of a district, asked in from the command line.

use domain::Id;
use server::accounts::guests::{self, GuestError};
use server::config::InviteFor;
use sqlx::PgPool;

fn guest(person: &str, role: &str, place: &str) -> InviteFor {
    let (role, place) = (Some(role.to_owned()), Some(place.to_owned()));
    InviteFor { person: person.to_owned(), role, place }
}

async fn held(pool: &PgPool, person: Id) -> Vec<String> {
    sqlx::query_scalar(
        "select member.role || ' in ' || coalesce(place.fields->>'name', '?') || left(scope_, 1)
         from (select *, scope as scope_ from member) member
         left join record place on place.id = substring(scope_ from 3)::uuid
         where person = $1 order by 1",
    )
    .bind(person)
    .fetch_all(pool)
    .await
    .unwrap()
}

#[sqlx::test]
async fn the_first_office_founds_its_district(pool: PgPool) {
    let li = guests::find(&pool, &guest("李远航", "office", "云溪区")).await.unwrap();
    assert_eq!(held(&pool, li).await, ["office in 云溪区g"]);
    let names: Vec<String> = sqlx::query_scalar(
        "select fields->>'name' from record where kind in ('place', 'person') order by kind desc",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(names, ["云溪区", "李远航"]);
    // once more it is the same
    let again = guests::find(&pool, &guest("李远航", "office", "云溪区")).await.unwrap();
    assert_eq!(again, li);
    // a second district is not founded from here
    let other = guests::find(&pool, &guest("李远航", "office", "江南区")).await;
    assert!(matches!(other, Err(GuestError::Nobody("place", _))), "{other:?}");
}

#[sqlx::test]
async fn the_first_of_a_village_comes_where_the_village_is(pool: PgPool) {
    let before = guests::find(&pool, &guest("施建林", "secretary", "上枫村")).await;
    assert!(matches!(before, Err(GuestError::Nobody("place", _))), "{before:?}");
    let village = crate::village::Village::bare(pool.clone()).await;
    server::demo::seed(&village.hall).await.unwrap();
    let ye = guests::find(&pool, &guest("叶知秋", "secretary", "古岙村")).await.unwrap();
    let all = ["secretary in 云溪区g", "secretary in 古岙村d", "secretary in 古岙村v"];
    assert_eq!(held(&pool, ye).await, all);
    let wrong = guests::find(&pool, &guest("叶知秋", "office", "古岙村")).await;
    assert!(matches!(wrong, Err(GuestError::NotHeldThere("office", _))), "{wrong:?}");
    let wrong = guests::find(&pool, &guest("叶知秋", "secretary", "云溪区")).await;
    assert!(matches!(wrong, Err(GuestError::NotHeldThere("secretary", _))), "{wrong:?}");
    let wrong = guests::find(&pool, &guest("叶知秋", "king", "古岙村")).await;
    assert!(matches!(wrong, Err(GuestError::NoRole(..))), "{wrong:?}");
    let unknown = InviteFor { person: "没有这人".into(), role: None, place: None };
    let unknown = guests::find(&pool, &unknown).await;
    assert!(matches!(unknown, Err(GuestError::Nobody("person", _))), "{unknown:?}");
    // the demo's office reaches all five villages
    let li: Id = sqlx::query_scalar(
        "select id from record where fields->>'name' = '李远航' and kind = 'person'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(held(&pool, li).await.len(), 1 + 5 * 2);
}
