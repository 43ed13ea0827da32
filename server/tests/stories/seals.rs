//! Seals on the server: guards, the chain of a village, and letters that race with one.

use std::sync::atomic::Ordering;

use domain::session::{Sort, Stage, seal};
use domain::{Act, FollowAct, Kind, Record, Scope, SessionAct};
use serde_json::json;
use sqlx::{Connection, PgPool};

use crate::concurrency::{outsider, waits};
use crate::evening::{Crew, Evening, V};
use crate::village::WANG;

const LAMP: &str = "灯杆装在转弯头。";

/// An evening that is talked through and nodded to.
async fn talked(crew: &mut Crew, title: &str) -> Evening {
    let evening = crew.planned(title).await;
    crew.talks(evening, &[(Sort::Opinion, LAMP), (Sort::Dissent, "先修五组路。")]).await;
    evening
}

#[sqlx::test]
async fn what_is_sealed_is_what_was_signed_on_the_phones_and_has_a_place_in_the_chain(
    pool: PgPool,
) {
    let mut crew = Crew::new(pool).await;
    let evening = talked(&mut crew, "先干哪三件").await;
    let content = crew.content(evening, evening.id).await;
    let pressed = crew.seal(evening).await;
    assert_eq!(pressed.content, content);
    assert_eq!(pressed.digest, seal::digest(&content));
    assert_eq!((pressed.number, pressed.prev.as_deref()), (Some(1), Some("")));
    assert_eq!(pressed.chain, Some(seal::chain("", &pressed.digest)));
    assert_eq!(pressed.signed.len(), 2);
    assert_eq!(crew.convened(evening).await.stage, Stage::Sealed);
    let row: (String, String, i32) =
        sqlx::query_as("select code, digest, number from seal where record = $1 and session = $1")
            .bind(evening.id)
            .fetch_one(crew.village.pool())
            .await
            .unwrap();
    assert_eq!(row, (pressed.code, pressed.digest, 1));
}

#[sqlx::test]
async fn a_seal_is_not_pressed_before_its_time_nor_on_something_else(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = crew.planned("先干哪三件").await;
    let press = |crew: &mut Crew, digest: &str| {
        evening.step(&mut crew.chen, SessionAct::Seal { digest: digest.into() })
    };
    let early = press(&mut crew, &"0".repeat(64));
    assert_eq!(crew.chen.push(&[early]).await, "refused: wrong_stage\n");
    crew.talks(evening, &[(Sort::Opinion, LAMP)]).await;
    let digest = seal::digest(&crew.content(evening, evening.id).await);
    let unsigned = press(&mut crew, &digest);
    assert_eq!(crew.chen.push(&[unsigned]).await, "refused: lacks\n");
    let digest = crew.sign(evening, evening.id).await;
    let other = press(&mut crew, &"0".repeat(64));
    assert_eq!(crew.chen.push(&[other]).await, "refused: content_changed\n");
    let mut wang = crew.village.phone(WANG).await;
    let hers = evening.step(&mut wang, SessionAct::Seal { digest });
    assert_eq!(wang.push(&[hers]).await, "refused: not_your_part\n");
    assert_eq!(crew.village.count("select count(*) from seal").await, 0);
}

#[sqlx::test]
async fn nothing_is_written_into_what_is_sealed(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = crew.planned("先干哪三件").await;
    let said = crew.talks(evening, &[(Sort::Opinion, LAMP)]).await;
    crew.seal(evening).await;
    let edit = |field: &str, from: &str, to: &str| Act::Edit {
        field: field.into(),
        from: json!(from),
        to: json!(to),
    };
    let late = [
        evening.says(&mut crew.chen, Sort::Opinion, "还有一句", false),
        crew.chen.change(
            Kind::Statement,
            said[0],
            evening.bench(),
            edit("words", LAMP, "灯杆装在桥头。"),
        ),
        crew.chen.change(Kind::Seat, evening.seats[2], evening.bench(), Act::Withdraw),
        crew.chen.change(
            Kind::Minutes,
            domain::session::papers_of(evening.id),
            evening.bench(),
            edit("consensus", "", "都听我的"),
        ),
        crew.chen.change(Kind::Session, evening.id, V, edit("title", "先干哪三件", "别的")),
    ];
    assert_eq!(crew.chen.push(&late).await, "refused: frozen\n".repeat(5));
}

#[sqlx::test]
async fn what_was_promised_comes_before_the_village_with_the_seal(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = talked(&mut crew, "先干哪三件").await;
    let action = crew.promises(evening, "北渠清淤 430 米", "四组").await;
    let mut wang = crew.village.phone(WANG).await;
    assert!(wang.pull().await.contains("s action"));
    let before = crew.village.ver(V).await;
    crew.seal(evening).await;
    assert_eq!(crew.village.ver(V).await, before + 1);
    let heard = wang.pull().await;
    assert!(heard.contains("s left at 2") && heard.contains("v action"), "{heard}");
    let lies = "select count(*) from record where kind = 'action' and scope like 'v:%' and rev = 2";
    assert_eq!(crew.village.count(lies).await, 1);
    assert_eq!(crew.village.count("select count(*) from scope_left").await, 1);
    // it lives on in the village, and changes hands only with a reason
    let (field, from, to) = ("owner".to_owned(), json!("四组"), json!("四组、五组"));
    let edit = crew.chen.change(Kind::Action, action, V, Act::Edit { field, from, to });
    assert_eq!(crew.chen.push(&[edit]).await, "refused: not_editable\n");
    let (owner, why) = ("四组、五组".to_owned(), "渠有一段在五组".to_owned());
    let away = FollowAct::Reassign { owner, lead: None, why }.into();
    let away = crew.shi.change(Kind::Action, action, V, away);
    assert_eq!(crew.shi.push(&[away]).await, "ok\n");
}

#[sqlx::test]
async fn the_same_seal_sent_twice_is_pressed_once(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = talked(&mut crew, "先干哪三件").await;
    let digest = crew.sign(evening, evening.id).await;
    let press = [evening.step(&mut crew.chen, SessionAct::Seal { digest: digest.clone() })];
    let (one, other) = tokio::join!(crew.chen.push(&press), crew.chen.push(&press));
    let mut told = [one, other];
    told.sort();
    assert_eq!(told, ["ok\n", "ok again\n"].map(str::to_owned));
    // another phone that presses it, too, comes second, and finds what it wants
    let second = evening.step(&mut crew.shi, SessionAct::Seal { digest });
    assert_eq!(crew.shi.push(&[second]).await, "ok\n");
    assert_eq!(crew.village.count("select count(*) from seal").await, 1);
    assert_eq!(crew.sealed(evening).await.number, Some(1));
}

#[sqlx::test]
async fn two_evenings_sealed_at_once_follow_on_each_other(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let one = talked(&mut crew, "先干哪三件").await;
    let other = talked(&mut crew, "北渠").await;
    let digests = (crew.sign(one, one.id).await, crew.sign(other, other.id).await);
    let press = [one.step(&mut crew.chen, SessionAct::Seal { digest: digests.0 })];
    let also = [other.step(&mut crew.shi, SessionAct::Seal { digest: digests.1 })];
    // whoever comes first is held up where the village's counter is drawn, and the other comes up behind
    let mut third = outsider(crew.village.pool()).await;
    let mut tx = third.begin().await.unwrap();
    let counter = sqlx::query("update scope set ver = ver where id = $1").bind(V.to_string());
    counter.execute(&mut *tx).await.unwrap();
    let (told, also_told, ()) = tokio::join!(crew.chen.push(&press), crew.shi.push(&also), async {
        waits(crew.village.pool(), "insert into scope").await;
        tx.commit().await.unwrap();
    });
    assert_eq!((told.as_str(), also_told.as_str()), ("ok\n", "ok\n"));
    let mut seals = [crew.sealed(one).await, crew.sealed(other).await];
    seals.sort_by_key(|seal| seal.number);
    let [first, second] = seals;
    assert_eq!((first.number, second.number), (Some(1), Some(2)));
    assert_eq!(second.prev, first.chain);
    let chain = seal::chain(first.chain.as_deref().unwrap(), &second.digest);
    assert_eq!(second.chain, Some(chain));
    assert_eq!(crew.village.hall.retries.load(Ordering::Relaxed), 0);
}

#[sqlx::test]
async fn an_annex_has_a_seal_of_its_own_behind_the_sessions(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = talked(&mut crew, "先干哪三件").await;
    let first = crew.seal(evening).await;
    let (annex, second) = crew.annex(evening, "第一条“三处”应为“两处”。").await;
    assert_eq!((second.number, &second.prev), (Some(2), &first.chain));
    assert_eq!(second.content["to"], json!(first.digest));
    let count = "select count(*) from seal s join record r on r.id = s.record
                 where r.kind = 'annex' and r.scope like 'v:%' and s.session <> s.record";
    assert_eq!(crew.village.count(count).await, 1);
    // to the village it is there, and no longer in the session
    let mut wang = crew.village.phone(WANG).await;
    assert!(wang.pull().await.contains("v annex 第一条“三处”应为“两处”。"));
    // nothing is mended in what mends
    let field = "words".to_owned();
    let edit = Act::Edit {
        field, from: json!("第一条“三处”应为“两处”。"), to: json!("别的")
    };
    let edit = crew.chen.change(Kind::Annex, annex, V, edit);
    assert!(crew.chen.push(&[edit]).await.starts_with("refused"));
}

/// What is said and what is sealed, each held up where it has looked and not yet written: whichever comes first, what
/// is said is in the seal or is refused.
#[sqlx::test]
async fn a_seal_waits_for_what_is_being_said_and_then_finds_it(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = talked(&mut crew, "先干哪三件").await;
    let digest = crew.sign(evening, evening.id).await;
    let said = [evening.says(&mut crew.shi, Sort::Opinion, "还有一句", false)];
    let press = [evening.step(&mut crew.chen, SessionAct::Seal { digest })];
    let mut other = outsider(crew.village.pool()).await;
    let mut tx = other.begin().await.unwrap();
    let counter = sqlx::query("update scope set ver = ver where id = $1");
    counter.bind(evening.bench().to_string()).execute(&mut *tx).await.unwrap();
    let (told, sealed, ()) = tokio::join!(
        // it was found open, and waits for the counter
        crew.shi.push(&said),
        async {
            waits(crew.village.pool(), "insert into scope").await;
            crew.chen.push(&press).await
        },
        async {
            waits(crew.village.pool(), "select scope, kind, id, rev, by, at, gone, fields, stamps")
                .await;
            tx.commit().await.unwrap();
        }
    );
    assert_eq!((told.as_str(), sealed.as_str()), ("ok\n", "refused: lacks\n"));
    assert_eq!(crew.village.hall.retries.load(Ordering::Relaxed), 0);
    assert_eq!(crew.convened(evening).await.stage, Stage::Checking);
}

#[sqlx::test]
async fn what_is_said_while_the_seal_is_pressed_waits_and_is_refused(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = talked(&mut crew, "先干哪三件").await;
    let digest = crew.sign(evening, evening.id).await;
    let said = [evening.says(&mut crew.shi, Sort::Opinion, "还有一句", false)];
    let press = [evening.step(&mut crew.chen, SessionAct::Seal { digest })];
    let mut other = outsider(crew.village.pool()).await;
    let mut tx = other.begin().await.unwrap();
    let counter = sqlx::query("update scope set ver = ver where id = $1");
    counter.bind(V.to_string()).execute(&mut *tx).await.unwrap();
    let (sealed, told, ()) = tokio::join!(
        crew.chen.push(&press),
        async {
            waits(crew.village.pool(), "insert into scope").await;
            crew.shi.push(&said).await
        },
        async {
            waits(
                crew.village.pool(),
                "select scope, kind, id, rev, by, at, gone, fields from record\n         where id",
            )
            .await;
            tx.commit().await.unwrap();
        }
    );
    assert_eq!((sealed.as_str(), told.as_str()), ("ok\n", "refused: frozen\n"));
    let pressed = crew.sealed(evening).await;
    assert_eq!(pressed.content, content_of_the_table(&crew, evening).await);
}

/// The content of a session, made of what lies in the tables.
async fn content_of_the_table(crew: &Crew, evening: Evening) -> serde_json::Value {
    let rows: Vec<(String, domain::Id, bool, serde_json::Value)> =
        sqlx::query_as("select kind, id, gone, fields from record where id = $1 or scope = $2")
            .bind(evening.id)
            .bind(evening.bench().to_string())
            .fetch_all(crew.village.pool())
            .await
            .unwrap();
    let record = |(kind, id, gone, fields): (String, _, bool, serde_json::Value)| {
        let scope = if kind == "session" { V } else { Scope::Session(evening.id) };
        let fields = fields.as_object().unwrap().clone();
        Record { gone, fields, ..Record::blank(Kind::from(kind), id, scope) }
    };
    let records: Vec<Record> = rows.into_iter().map(record).collect();
    let session = records.iter().find(|record| record.id == evening.id).unwrap();
    let within: Vec<&Record> = records.iter().filter(|record| record.id != evening.id).collect();
    domain::session::content(session, &within).unwrap()
}
