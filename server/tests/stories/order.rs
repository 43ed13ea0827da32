//! No result puts places or people in an order: whatever the office reads, prints and hands out names places as the place
//! tree has them, once as it was laid and once turned round, when ids, names and results would all have it otherwise.
//!
//! That this can fail was seen: planted at once, and each told in a line of its own, were the rows of a figure by how many
//! their village has, the evenings of a report by the village's name, its reasons by their day, its stories by the village's
//! id, what is owed by how much it is, and who was asked by how often. Three that nobody had planted were told beside them:
//! the places of the open data by their bare numbers, a calendar by the villages' ids, the list of doors by both.

mod kept;
mod map;

use domain::figures::{Figure, Rows};
use domain::matching::{Asked, Needs, Suggestions};
use domain::report::{Preview, Sort};
use domain::roster::Roster;
use domain::{Form, Id, Kind, Role};
use serde_json::{Value, json};
use server::demo::valley::Valley;
use sqlx::{AssertSqlSafe, PgPool};

use self::kept::archive;
use self::map::{Map, TURNED};
use crate::figures::valley;
use crate::open_data::{json as table, opened};
use crate::papers::{as_read, tight};
use crate::phone::Phone;
use crate::village::Village;

/// Every answer of the desk: one that is new is to be read here, too.
const DESK: [&str; 12] = [
    // no place is named in it, and its parts stand in an order of their own
    "figures",
    "figures/{figure}/rows",
    // a queue of debts: by waiting time and by nothing else
    "waits",
    // who fits one matter comes first, which is what is asked there; nobody is held against anybody but in that
    "matches",
    // by the day on which people sit down, then by how long a matter waits
    "needs",
    "asked",
    "report/{period}",
    // by the ids of places and people: the page lays it out as the map has it
    "roster",
    // these make something, and tell what was asked for
    "sheets",
    // a pair at a time, in the order of the directory (`united.rs`)
    "doubles",
    "doubles/asunder",
    "doubles/{one}/{other}",
];

/// What a valley has little of: advice that says whose village's it is; something to come in each village, on days that
/// have no order.
const FULLER: [&str; 2] = [
    "with advice as (
       select advice.id, place.fields->>'name' as name,
         row_number() over (partition by place.id order by advice.id) as nth,
         1 + ('x' || left(md5(place.id::text), 6))::bit(24)::int % 4 as most
       from record advice join record session on session.id = (advice.fields->>'session')::uuid
       join record place on 'v:' || place.id = session.scope
       where advice.kind = 'advice' and advice.fields->>'verdict' <> 'adopted' and not advice.fields ? 'with')
     update record set fields = record.fields || jsonb_build_object('words', record.fields->>'words' || advice.name)
       || case when nth > most then '{\"verdict\": \"adopted\"}' else '{}' end::jsonb
     from advice where advice.id = record.id",
    "with last as (
       select id, row_number() over (order by scope) as nth from (
         select distinct on (scope) id, scope from record where kind = 'session' and not gone
         order by scope, fields ? 'seal', id desc) each)
     update record set fields = record.fields || jsonb_build_object('stage', 'noticed',
       'trail', record.fields->'trail' || '[{\"to\": \"noticed\", \"at\": 1790000000000}]'::jsonb,
       'on', (extract(epoch from now()) * 1000)::bigint + 86400000 * (1 + nth * 5 % 7))
     from last where last.id = record.id",
];

struct Office {
    village: Village,
    phone: Phone,
    region: Id,
}

impl Office {
    async fn told<T: Form>(&self, path: &str) -> T {
        let path = format!("/api/v1/district/{}/{path}", self.region);
        let answer = self.phone.get(&path).await;
        assert_eq!(answer.told(), "200", "{path}");
        T::read(answer.body).unwrap()
    }

    async fn rows(&self, map: &mut Map) {
        for figure in Figure::ALL {
            let mut all = Vec::new();
            loop {
                let path = format!("figures/{}/rows?from={}", figure.as_str(), all.len());
                let page: Rows = self.told(&path).await;
                if page.rows.is_empty() {
                    break;
                }
                all.extend(page.rows.into_iter().map(|row| row.village));
            }
            map.rows(&format!("rows of {}", figure.as_str()), all);
        }
    }

    /// Who waits longest comes first, whoever and wherever they are.
    async fn waits(&self, map: &mut Map) {
        let rows = crate::waits::all(&self.phone, self.region, "").await;
        let ranks: Vec<_> =
            rows.iter().map(|row| (row.since, row.debt.as_str(), row.about)).collect();
        assert!(ranks.len() > 100 && ranks.is_sorted());
        let known = map.faults.len();
        map.rows("waits", rows.iter().filter_map(|row| row.village));
        // and that is another order than the map's, or it would say nothing
        assert_eq!(map.faults.drain(known..).count(), 1);
    }

    /// Sessions by their day, then issues by how long they wait; people by their ids.
    async fn people(&self, map: &mut Map) {
        let needs: Needs = self.told("needs").await;
        let mut ranks = Vec::new();
        for need in &needs.needs {
            let at = sqlx::query_scalar("select at from record where id = $1").bind(need.about);
            let at: i64 = at.fetch_one(self.village.pool()).await.unwrap();
            let issue = need.kind == Kind::Issue;
            ranks.push((issue, if issue { at } else { need.on.unwrap() }, need.about));
        }
        assert!(ranks.len() > 3 && ranks.is_sorted(), "{ranks:?}");
        let about = needs.needs[0].about;
        let kind = needs.needs[0].kind.as_str().to_owned();
        let fitting: Suggestions = self.told(&format!("matches?{kind}={about}")).await;
        assert!(fitting.people.iter().all(|one| !one.reasons.is_empty()));
        let roster: Roster = self.told("roster").await;
        let posts: Vec<_> = roster.posts.iter().map(|post| (post.place, post.person)).collect();
        let (of_region, of_villages): (Vec<_>, Vec<_>) =
            posts.into_iter().partition(|(place, _)| *place == self.region);
        assert!(of_villages.len() > 20 && of_villages.is_sorted() && of_region.is_sorted());
        let mut asked: Asked = self.told("asked").await;
        let by_id = asked.people.is_sorted_by_key(|one| one.person);
        asked.people.sort_by_key(|one| one.person);
        let times: Vec<u32> = asked.people.iter().map(|one| one.times).collect();
        assert!(times.len() > 3 && !times.is_sorted() && !times.is_sorted_by(|a, b| a >= b));
        if !by_id {
            map.faults.push(format!("who was asked stands otherwise than by id: {times:?}"));
        }
        for place in [
            self.region,
            crate::recount::All::read(self.village.pool()).await.villages(self.region)[0],
        ] {
            let answer = self.phone.get(&format!("/api/v1/people/{place}")).await;
            let rank = |one: &Value| {
                let role = Role::of(one["posts"][0]["role"].as_str().unwrap());
                let [name, person] =
                    ["name", "person"].map(|field| one[field].as_str().unwrap().to_owned());
                (role, name, person)
            };
            let ranks: Vec<_> =
                answer.body["people"].as_array().unwrap().iter().map(rank).collect();
            assert!(!ranks.is_empty() && ranks.is_sorted(), "{ranks:?}");
        }
    }

    /// Each chapter of a report by itself: it begins with the first place anew.
    async fn reports(&self, map: &mut Map, printed: bool) {
        for period in ["2026", "2026-Q3"] {
            let told: Preview = self.told(&format!("report/{period}")).await;
            let headings: Vec<String> = told
                .pieces
                .iter()
                .filter(|piece| piece.sort == Sort::Heading)
                .map(|piece| tight(&piece.text))
                .collect();
            let whole: String = told.pieces.iter().map(|piece| piece.text.clone() + "\n").collect();
            chapters(map, &format!("report {period}"), (&tight(&whole), &headings));
            // a paper takes long to print, and all of them are made of the same chapters
            let pdf = (printed && period == "2026").then_some("pdf");
            for kind in pdf.into_iter().chain(["docx"]) {
                let path = format!("/papers/district/{}/{period}.{kind}?lang=zh-CN", self.region);
                let answer = self.phone.get(&path).await;
                assert_eq!(answer.status, 200, "{path}");
                let text = as_read(answer.bytes, kind);
                chapters(map, &format!("{period}.{kind}"), (&text, &headings));
            }
        }
    }

    async fn open_data(&self, map: &mut Map) {
        let files = opened(&self.village, self.region).await;
        let places = table(&files, "places");
        for (level, field) in [("town", "id"), ("village", "id"), ("group", "parent")] {
            let of: Vec<Value> =
                places.iter().filter(|place| place["level"] == level).cloned().collect();
            assert!(of.len() > 3);
            let least = if level == "town" { 0 } else { 3 };
            let ids: Vec<&str> = of.iter().filter_map(|place| place[field].as_str()).collect();
            map.text(&format!("open places, {level}"), &ids.join("\n"), least);
        }
        for name in ["sessions", "issues", "advice", "actions"] {
            map.fields(&format!("open {name}"), &table(&files, name), "village");
        }
        let sessions = table(&files, "sessions");
        let home = |row: &Value| {
            let session = sessions.iter().find(|one| one["code"] == row["session"]).unwrap();
            session["village"].as_str().unwrap().to_owned()
        };
        let words: Vec<String> = table(&files, "session_words").iter().map(home).collect();
        map.text("open session_words", &words.join("\n"), 3);
        let known =
            ["README.txt", "dictionary", "places", "sessions", "issues", "advice", "actions"];
        let known = known.iter().chain(&["session_words", "blueprint_lines"]);
        let others = files.keys().filter(|file| !known.clone().any(|one| file.starts_with(one)));
        assert_eq!(others.count(), 0, "a table is new");
    }

    /// What calendars follow, and the list of doors for whoever has no account.
    async fn public(&self, map: &mut Map) {
        let path = format!("/api/v1/calendars/{}", self.region);
        let made = self.phone.post(&path, &json!({ "lang": "zh-CN" })).await;
        let feed = self.phone.get(made.body["path"].as_str().unwrap()).await;
        let text = String::from_utf8(feed.bytes).unwrap().replace("\r\n ", "");
        map.text("calendar", &text, 3);
        let doors = self.phone.get("/raise").await;
        map.text("doors", &String::from_utf8(doors.bytes).unwrap(), 3);
    }
}

/// Holds each chapter of a paper against the map; in a few of them no place is named.
fn chapters(map: &mut Map, paper: &str, (text, headings): (&str, &[String])) {
    let mut begins = Vec::new();
    for heading in headings {
        let from = begins.last().copied().unwrap_or_default();
        begins.push(from + text[from..].find(&**heading).expect("a heading"));
    }
    assert_eq!(begins.len(), 6);
    begins.push(text.len());
    for (nth, (from, to)) in begins.iter().zip(&begins[1..]).enumerate() {
        let least = [3, 0, 2, 2, 3, 3][nth];
        map.text(&format!("{paper}, {}", headings[nth]), &text[*from..*to], least);
    }
}

#[sqlx::test]
async fn no_answer_no_paper_and_no_table_puts_places_or_people_in_the_order_of_a_result(
    pool: PgPool,
) {
    let village = valley(pool, 8, 300).await;
    for change in FULLER {
        sqlx::query(AssertSqlSafe(change)).execute(village.pool()).await.unwrap();
    }
    let routes = include_str!("../../src/office.rs").split("\"/{region}/").skip(1);
    assert_eq!(routes.filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>(), DESK);
    let phone = village.phone(Valley::office()).await;
    let office = Office { village, phone, region: Valley::region() };
    let mut faults = Vec::new();
    let mut first = Vec::new();
    for tree in ["as laid", "turned round"] {
        if tree == "turned round" {
            sqlx::query(TURNED).execute(office.village.pool()).await.unwrap();
            // a change moves its scope on, and what is kept of the state before is made anew
            let moved = "update scope set ver = ver + 1";
            sqlx::query(moved).execute(office.village.pool()).await.unwrap();
        }
        let mut map = Map::read(office.village.pool()).await;
        office.rows(&mut map).await;
        office.waits(&mut map).await;
        office.people(&mut map).await;
        office.reports(&mut map, tree == "turned round").await;
        office.open_data(&mut map).await;
        office.public(&mut map).await;
        faults.extend(map.faults.iter().map(|fault| format!("{tree}: {fault}")));
        // by how often a village comes most lists would be in another order, up or down
        let by_result =
            |counts: &Vec<usize>| counts.is_sorted() || counts.is_sorted_by(|a, b| a >= b);
        let otherwise = map.results.iter().filter(|counts| !by_result(counts)).count();
        assert!(otherwise * 2 > map.results.len(), "{:?}", map.results);
        first.push(map.villages()[0]);
    }
    assert_ne!(first[0], first[1]);
    assert!(faults.is_empty(), "{faults:#?}");
    archive(&office.village).await;
}
