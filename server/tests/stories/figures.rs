//! Figures add up: each is held against the same counted by another way, on a generated district and on the sample, by
//! place and year; and the rows behind each are as many as it says, in administrative order.

use axum::body::Body;
use axum::http::{Request, header};
use domain::figures::{Figure, Figures, Row, Rows};
use domain::plan::tally;
use domain::report::Period;
use domain::{Form, Id};
use server::demo::{self, valley::Valley};
use sqlx::PgPool;

use crate::phone::Phone;
use crate::recount::{All, Asked};
use crate::village::{CHEN, LI, REGION, SHI, STRANGER, Village, WANG};

/// The 18th of November 2026, by Shanghai's calendar.
pub(crate) const UNTIL: i64 = 1_795_000_000_000;

/// The towns and the villages of the small valley.
const TOWN: Id = Id::from_u128(0x019b_0000_0000_7000_8000_0001_0000_0001);
pub(crate) const VILLAGE: Id = Id::from_u128(0x019b_0000_0000_7000_8000_0001_0000_0078);

/// A valley small enough to be laid in a second.
pub(crate) async fn valley(pool: PgPool, villages: usize, days: i64) -> Village {
    Valley { seed: 11, villages, days, until: UNTIL }.lay(&pool).await.unwrap();
    Village::bare(pool).await
}

pub(crate) async fn read<T: Form>(village: &Village, phone: &Phone, path: &str) -> T {
    let request = Request::get(path).header(header::COOKIE, &phone.cookie);
    let answer = village.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.told(), "200", "{path}");
    T::read(answer.body).unwrap()
}

fn asks(year: Option<u32>, place: Option<Id>) -> String {
    let year = year.map(|year| format!("year={year}&")).unwrap_or_default();
    year + &place.map(|place| format!("place={place}&")).unwrap_or_default()
}

/// Everything that differs between what is told and what is counted anew.
pub(crate) fn differs(told: &Figures, all: &All, region: Id) -> Vec<String> {
    let villages = all.villages(told.place.unwrap_or(region));
    let of = told.year.map(|year| Period { year, quarter: None });
    let asked = Asked { villages: &villages, of, now: told.at };
    let mut found = Vec::new();
    for figure in Figure::ALL {
        let one = told.figure(figure).unwrap();
        let parts = one.parts.iter().map(|part| (&*part.part, part.count)).collect::<Vec<_>>();
        let sum: u32 = parts.iter().map(|(_, count)| count).sum();
        let said = (!one.few).then_some((parts, one.median));
        let counted = all.count(figure, &asked);
        if sum != one.all || said != counted {
            let of = (told.year, told.place);
            found.push(format!("{} of {of:?}: {one:?} and not {counted:?}", figure.as_str()));
        }
    }
    if told.year.is_some() {
        let done = told.count(Figure::Actions, "done");
        if told.months.len() != 12 || told.months.iter().sum::<u32>() != done {
            found.push(format!("months: {:?} and not {done}", told.months));
        }
    }
    found
}

/// Every row behind a figure, page by page.
pub(crate) async fn rows(village: &Village, phone: &Phone, figure: Figure, asks: &str) -> Vec<Row> {
    let region = Valley::region();
    let mut all = Vec::new();
    loop {
        let path = format!("/api/v1/district/{region}/figures/{}/rows", figure.as_str());
        let page: Rows = read(village, phone, &format!("{path}?{asks}from={}", all.len())).await;
        assert_eq!(page.rows.is_empty(), all.len() == page.all as usize, "{figure:?}");
        if page.rows.is_empty() {
            return all;
        }
        all.extend(page.rows);
    }
}

/// Every figure has as many rows as it says, part by part.
async fn have_rows(
    village: &Village,
    office: &Phone,
    all: &All,
    (year, place): (Option<u32>, Option<Id>),
) {
    let region = Valley::region();
    let path = format!("/api/v1/district/{region}/figures?{}", asks(year, place));
    let told: Figures = read(village, office, &path).await;
    for figure in Figure::ALL {
        let found = rows(village, office, figure, &asks(year, place)).await;
        let one = told.figure(figure).unwrap();
        let villages = all.villages(place.unwrap_or(region));
        let of = year.map(|year| Period { year, quarter: None });
        let listed = all.listed(&Asked { villages: &villages, of, now: told.at });
        for part in figure.parts() {
            let count = found.iter().filter(|row| row.part == part).count();
            let expected = match figure {
                // what fewer than five people of a village said is in no list
                Figure::Satisfaction => listed.get(part).copied().unwrap_or(0),
                _ => one.count(part) as usize,
            };
            assert_eq!(count, expected, "{figure:?} {part}");
        }
        let titled = |row: &Row| !row.title.is_empty() || row.kind == "plan";
        assert!(found.iter().all(|row| titled(row) && !row.village_name.is_empty()));
    }
}

#[sqlx::test]
async fn the_figures_of_a_district_add_up_and_have_their_rows(pool: PgPool) {
    let village = valley(pool, 6, 400).await;
    let all = All::read(village.pool()).await;
    let office = village.phone(Valley::office()).await;
    let region = Valley::region();
    for year in [None, Some(2025), Some(2026)] {
        for place in [None, Some(TOWN), Some(VILLAGE)] {
            let asks = asks(year, place);
            let path = format!("/api/v1/district/{region}/figures?{asks}");
            let told: Figures = read(&village, &office, &path).await;
            assert_eq!(differs(&told, &all, region), Vec::<String>::new());
            assert_eq!(told.since, Some(2025));
            // the sentence over the desk says what the year's table adds up to
            if let Some(year) = year {
                let benches = all.year(&all.villages(place.unwrap_or(region)), year);
                let sums = tally(&benches);
                let planned = told.figure(Figure::Sessions).unwrap();
                let said = (planned.count("held") as usize, planned.all as usize);
                assert_eq!(said, (sums.sat, sums.meant));
            }
            // of everything there is something, or the comparison would say little
            let empty = told.told.iter().filter(|one| one.all == 0).count();
            assert!(year == Some(2025) || empty == 0, "{told:?}");
        }
    }
    for (year, place) in [(None, None), (Some(2026), Some(TOWN))] {
        have_rows(&village, &office, &all, (year, place)).await;
    }
    let part = rows(&village, &office, Figure::Advice, "part=partly&").await;
    assert!(!part.is_empty() && part.iter().all(|row| row.part == "partly" && row.why.is_some()));
    // what is planned and not convened yet leads to the plan, with its topic or without one
    let open = rows(&village, &office, Figure::Sessions, "part=unconvened&").await;
    assert!(open.iter().all(|row| row.kind == "plan" && row.session.is_none()));
    for named in [true, false] {
        assert!(open.iter().any(|row| row.title.is_empty() != named), "{named}: {open:?}");
    }
}

#[sqlx::test]
async fn the_figures_of_the_sample_village_add_up(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let find = async |kind: &str, name: &str| -> Id {
        let found =
            sqlx::query_scalar("select id from record where kind = $1 and fields->>'name' = $2");
        found.bind(kind).bind(name).fetch_one(village.pool()).await.unwrap()
    };
    let (region, li) = (find("place", "云溪区").await, find("person", "李远航").await);
    let all = All::read(village.pool()).await;
    let office = village.phone(li).await;
    for year in [None, Some(2025), Some(2026)] {
        for place in
            [None, Some(find("place", "石桥镇").await), Some(find("place", "上枫村").await)]
        {
            let path = format!("/api/v1/district/{region}/figures?{}", asks(year, place));
            let told: Figures = read(&village, &office, &path).await;
            assert_eq!(differs(&told, &all, region), Vec::<String>::new());
        }
    }
}

/// Whoever raised something that nobody published waits for an echo as everybody does; and the queue says the same.
#[sqlx::test]
async fn who_waits_for_an_echo_of_a_draft_is_counted(pool: PgPool) {
    let village = valley(pool, 2, 300).await;
    let office = village.phone(Valley::office()).await;
    let region = Valley::region();
    let path = format!("/api/v1/district/{region}/figures");
    let before: Figures = read(&village, &office, &path).await;
    let drawn = "update record set scope = 'd:' || substr(scope, 3) where kind = 'issue' and fields->>'standing' = 'declined'";
    let drawn = sqlx::query(drawn).execute(village.pool()).await.unwrap().rows_affected();
    let told: Figures = read(&village, &office, &path).await;
    let all = |told: &Figures, figure| u64::from(told.figure(figure).unwrap().all);
    assert!(drawn > 1);
    assert_eq!(all(&told, Figure::Issues) + drawn, all(&before, Figure::Issues));
    assert_eq!(told.figure(Figure::Echoes), before.figure(Figure::Echoes));
    assert_eq!(differs(&told, &All::read(village.pool()).await, region), Vec::<String>::new());
}

/// Places whose results would put them in another order come in the order of the place tree all the same.
#[sqlx::test]
async fn places_come_in_administrative_order_whatever_their_figures(pool: PgPool) {
    let village = valley(pool, 6, 300).await;
    let office = village.phone(Valley::office()).await;
    // the tree is turned round: what was founded last comes first, against ids, names and results
    let turned = "update record set fields = fields || jsonb_build_object('order', 1000 - (fields->>'order')::int)
                  where kind = 'place' and fields->>'level' in ('town', 'village')";
    sqlx::query(turned).execute(village.pool()).await.unwrap();
    let mut expected = All::read(village.pool()).await.villages(Valley::region());
    expected.reverse();
    let mut results = Vec::new();
    for figure in Figure::ALL {
        let mut order = Vec::<Id>::new();
        let mut counts = Vec::new();
        let mut last = None;
        for row in rows(&village, &office, figure, "").await {
            if order.last() != Some(&row.village) {
                assert!(
                    !order.contains(&row.village),
                    "{figure:?}: a village stands in two places"
                );
                order.push(row.village);
                counts.push(0);
                last = None;
            }
            assert!(last <= row.at, "{figure:?}: days are out of order");
            last = row.at;
            *counts.last_mut().unwrap() += 1;
        }
        let expected: Vec<_> = expected.iter().filter(|one| order.contains(one)).collect();
        assert_eq!(order.iter().collect::<Vec<_>>(), expected, "{figure:?}");
        results.push(counts);
    }
    // and the order would be another one by results, for most of the figures, up or down
    let sorted = |counts: &Vec<i32>| counts.is_sorted() || counts.is_sorted_by(|a, b| a >= b);
    assert!(results.iter().filter(|counts| !sorted(counts)).count() > 6, "{results:?}");
}

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
