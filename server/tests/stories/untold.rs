//! Whom figures are not told, and what is of too few people to be told to anybody.

use axum::body::Body;
use axum::http::{Request, header};
use domain::Id;
use domain::figures::{Figure, Figures};
use server::demo::valley::Valley;
use sqlx::PgPool;

use crate::figures::{UNTIL, differs, read, rows, valley};
use crate::recount::All;
use crate::village::{CHEN, LI, REGION, SHI, STRANGER, Village, WANG};

#[sqlx::test]
async fn figures_are_for_the_office_of_that_region_alone(pool: PgPool) {
    let village = Village::new(pool).await;
    Valley { seed: 1, villages: 1, days: 30, until: UNTIL }.lay(village.pool()).await.unwrap();
    let mut told = Vec::new();
    let [secretary, recorder, supervisor, representative] =
        <[Id; 4]>::try_from(Valley::people(0)).unwrap();
    for person in [
        LI,
        SHI,
        CHEN,
        WANG,
        STRANGER,
        secretary,
        recorder,
        supervisor,
        representative,
        Valley::office(),
    ] {
        let phone = village.phone(person).await;
        for region in [Valley::region(), REGION] {
            for rest in ["", "/issues/rows"] {
                let path = format!("/api/v1/district/{region}/figures{rest}");
                let request = Request::get(path).header(header::COOKIE, &phone.cookie);
                told.push(village.send(request.body(Body::empty()).unwrap()).await.told());
            }
        }
    }
    let no = "403 not_yours".to_owned();
    let mut expected = vec![no.clone(); 40];
    expected[2..4].fill("200".to_owned());
    expected[36..38].fill("200".to_owned());
    assert_eq!(told, expected);
    let office = village.phone(Valley::office()).await;
    for (rest, expected) in [
        ("figures?year=0", "400 malformed"),
        ("figures?place=019b0000-0000-7000-8000-00010000ffff", "404 no_such_address"),
        ("figures/nothing/rows", "404 no_such_address"),
        ("figures?year=1999", "200"),
    ] {
        let path = format!("/api/v1/district/{}/{rest}", Valley::region());
        let request = Request::get(path).header(header::COOKIE, &office.cookie);
        assert_eq!(village.send(request.body(Body::empty()).unwrap()).await.told(), expected);
    }
}

#[sqlx::test]
async fn what_fewer_than_five_said_is_not_told(pool: PgPool) {
    let village = valley(pool, 1, 300).await;
    let office = village.phone(Valley::office()).await;
    let path = format!("/api/v1/district/{}/figures", Valley::region());
    let keep = "update record set fields = case
          when id = (select action from rating group by action order by count(*) desc, action limit 1)
            then jsonb_set(fields, '{ratings}', jsonb_path_query_array(fields, '$.ratings[0 to 4]'))
          else fields - 'ratings' end
        where kind = 'action'";
    sqlx::query(keep).execute(village.pool()).await.unwrap();
    assert_eq!(village.count("select count(*) from rating").await, 5);
    let told: Figures = read(&village, &office, &path).await;
    assert!(told.figure(Figure::Satisfaction).is_some_and(|one| !one.few && one.all == 5));
    let one_less = "update record set fields = fields #- '{ratings,0}' where kind = 'action' and fields ? 'ratings'";
    sqlx::query(one_less).execute(village.pool()).await.unwrap();
    // and of all seats only four are of people of a group
    let seats = "update record set fields = fields - 'group' where kind = 'seat' and id not in (
          select id from seat where present and \"group\" = '一组' order by id limit 4)";
    sqlx::query(seats).execute(village.pool()).await.unwrap();
    let told: Figures = read(&village, &office, &path).await;
    for figure in [Figure::Satisfaction, Figure::Voice] {
        let one = told.figure(figure).unwrap();
        assert!(one.few && one.all == 0 && one.parts.is_empty(), "{one:?}");
        assert!(rows(&village, &office, figure, "").await.is_empty());
    }
    let all = All::read(village.pool()).await;
    assert_eq!(differs(&told, &all, Valley::region()), Vec::<String>::new());
}
