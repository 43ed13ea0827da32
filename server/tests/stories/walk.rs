//! Ten thousand requests of random people, who write, read, come and go; whatever they are told is held against one
//! sentence of SQL. Each text carries the mark of its record: nothing is served to whoever may not see it.

use axum::body::Body;
use axum::http::{Request, header};
use domain::act::Act;
use domain::session::{Seat, Sort, State};
use domain::sync::{PROTO, Pull, PullReply};
use domain::{Form, Id, Kind, Role, Scope, SessionAct};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};
use server::accounts::member;
use sqlx::PgPool;

use crate::evening::{convene, seat};
use crate::oracle::{hidden, mark, marks};
use crate::phone::{Phone, raise};
use crate::village::{Answer, GUAO, REGION, SHANGFENG, Village, seed};

const REQUESTS: usize = 10_000;
const VILLAGES: [Id; 2] = [SHANGFENG, GUAO];
const PEOPLE: u128 = 12;

/// What lies in the village, as far as those who walk know of it: an issue or a session, and whose it is.
#[derive(Default)]
struct Known {
    issues: Vec<(Id, Id)>,
    sessions: Vec<(Id, Id)>,
    photos: Vec<Id>,
    /// Issues whose heading somebody wrote anew.
    mended: Vec<Id>,
}

struct Walk {
    village: Village,
    /// Each person's phones.
    phones: Vec<Phone>,
    known: Known,
    dice: StdRng,
}

impl Walk {
    async fn new(pool: PgPool, seed: u64) -> Self {
        let village = Village::new(pool).await;
        let mut phones = Vec::new();
        for person in (0xc0..0xc0 + PEOPLE).map(Id::from_u128) {
            let mut tx = village.pool().begin().await.unwrap();
            member::enrol(&mut tx, person).await.unwrap();
            tx.commit().await.unwrap();
            for _ in 0..4 {
                phones.push(village.phone(person).await);
            }
        }
        let dice = StdRng::seed_from_u64(seed);
        let mut walk = Self { village, phones, known: Known::default(), dice };
        for _ in 0..40 {
            walk.flip().await;
        }
        walk
    }

    fn any<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        of.choose(&mut self.dice).copied()
    }

    async fn flip(&mut self) {
        let person = self.phones[self.dice.random_range(0..self.phones.len())].person;
        let (role, village) = (self.any(&Role::ALL).unwrap(), self.any(&VILLAGES).unwrap());
        let given = self.dice.random_bool(0.6);
        let mut tx = self.village.pool().begin().await.unwrap();
        for scope in member::scopes_of(role, village, REGION) {
            if given {
                member::grant(&mut tx, person, role, scope).await.unwrap();
            } else {
                member::withdraw(&mut tx, person, role, scope).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
    }

    /// Something that may or may not be allowed; that is the server's to judge.
    fn deed(&mut self) -> (Kind, Id, Scope, Act) {
        let village = self.any(&VILLAGES).unwrap();
        let fresh = Id::now_v7();
        let issues: Vec<_> = self.known.issues.clone();
        let sessions: Vec<_> = self.known.sessions.clone();
        let issue = self.any(&issues).unwrap_or((fresh, village));
        let session = self.any(&sessions).unwrap_or((fresh, village));
        let words = format!("井干了 {}", mark(fresh));
        let bench = Scope::Session(session.0);
        let on_issue = |act| (Kind::Issue, issue.0, Scope::Village(issue.1), act);
        match self.dice.random_range(0..13) {
            0 | 1 => {
                self.known.issues.push((fresh, village));
                let held = self.dice.random_bool(0.5);
                let scope = if held { Scope::Draft(village) } else { Scope::Village(village) };
                (Kind::Issue, fresh, scope, raise(village, &words))
            }
            2 => on_issue(Act::Receive),
            3 => on_issue(Act::Triage {
                answers: domain::triage::Triage { small: Some(true), ..Default::default() },
            }),
            4 => on_issue(Act::Draft { question: format!("几盏？{}", mark(issue.0)) }),
            5 => on_issue(Act::Approve),
            6 => on_issue(Act::Post),
            7 => {
                self.known.sessions.push((fresh, village));
                let SessionAct::Convene(plan) = convene(&words, vec![issue.0]) else {
                    unreachable!()
                };
                let act = SessionAct::Convene(domain::session::Convene { village, ..plan });
                (Kind::Session, fresh, Scope::Village(village), act.into())
            }
            8 | 9 => {
                let phones = self.phones.len();
                let person = self.phones[self.dice.random_range(0..phones)].person;
                let role = self.any(&Role::ALL).unwrap();
                let seat =
                    Seat { label: Some(mark(fresh)), ..seat("某人", role, Some(person), None) };
                (Kind::Seat, fresh, bench, SessionAct::Seat(seat).into())
            }
            10 => {
                let about = None;
                (Kind::Note, fresh, bench, SessionAct::Note { about, words }.into())
            }
            11 => {
                let (sort, seat, part) = (Sort::Opinion, None, 0);
                let state = State { sort, seat, part, words: Some(words), named: false };
                (Kind::Statement, fresh, bench, SessionAct::State(state).into())
            }
            _ => {
                (Kind::Comment, fresh, Scope::Village(issue.1), Act::Say { issue: issue.0, words })
            }
        }
    }

    /// Another heading for an issue, over the one that stands: it goes into the history.
    async fn heading(&mut self) -> (Kind, Id, Scope, Act) {
        let issues = self.known.issues.clone();
        let (id, village) = self.any(&issues).unwrap_or((Id::now_v7(), SHANGFENG));
        let from: Option<Value> =
            sqlx::query_scalar("select fields->'title' from record where id = $1")
                .bind(id)
                .fetch_optional(self.village.pool())
                .await
                .unwrap();
        let to = format!("第 {} 遍 {}", self.dice.random_range(0..1_000), mark(id)).into();
        self.known.mended.push(id);
        let edit = Act::Edit { field: "title".into(), from: from.unwrap_or_default(), to };
        (Kind::Issue, id, Scope::Village(village), edit)
    }

    /// Somebody writes something; what comes back may hold what others wrote.
    async fn writes(&mut self, at: usize) -> Answer {
        let (kind, id, scope, act) =
            if self.dice.random_bool(0.15) { self.heading().await } else { self.deed() };
        let phone = &mut self.phones[at];
        let change = phone.change(kind, id, scope, act);
        phone.post("/api/v1/push", &phone.pushed(&[change.form()])).await
    }

    /// Somebody lays a picture beside an issue; its bytes carry its mark.
    async fn shows(&mut self, at: usize) -> Answer {
        let issues = self.known.issues.clone();
        let issue = self.any(&issues).map_or_else(Id::now_v7, |(id, _)| id);
        let fresh = Id::now_v7();
        let phone = &mut self.phones[at];
        let (sha256, mime) = ("0f".repeat(32), "image/jpeg".to_owned());
        let act = Act::Attach { issue, sha256, bytes: 34, mime };
        let change = phone.change(Kind::Photo, fresh, Scope::Village(SHANGFENG), act);
        let told = phone.post("/api/v1/push", &phone.pushed(&[change.form()])).await;
        let laid = sqlx::query(
            "insert into photo (id, mime) select id, 'image/jpeg' from record where id = $1",
        )
        .bind(fresh)
        .execute(self.village.pool())
        .await
        .unwrap();
        if laid.rows_affected() == 1 {
            sqlx::query("insert into photo_piece (photo, at, bytes) values ($1, 0, $2)")
                .bind(fresh)
                .bind(mark(fresh).into_bytes())
                .execute(self.village.pool())
                .await
                .unwrap();
            self.known.photos.push(fresh);
        }
        told
    }

    /// Somebody reads, by one door or another.
    async fn reads(&mut self, at: usize) -> Answer {
        let (issues, sessions) = (self.known.issues.clone(), self.known.sessions.clone());
        let (photos, mended) = (self.known.photos.clone(), self.known.mended.clone());
        let things: Vec<Id> = issues.iter().chain(&sessions).map(|(id, _)| *id).collect();
        let some = self.any(&things).unwrap_or_else(Id::now_v7);
        let (door, photo) = (self.dice.random_range(0..10), self.any(&photos).unwrap_or(some));
        let past = self.any(&mended).unwrap_or(some);
        let phone = &mut self.phones[at];
        match door {
            0..=4 => {
                // now and then everything anew
                if self.dice.random_bool(0.1) {
                    phone.cursors.clear();
                }
                catches_up(phone).await
            }
            5 | 6 => phone.post("/api/v1/past", &json!({ "record": past })).await,
            7 | 8 => phone.get(&format!("/api/v1/photos/{photo}")).await,
            _ => phone.get("/api/v1/digest").await,
        }
    }

    /// Somebody who has not signed in looks at what hangs out.
    async fn strolls(&mut self) -> Answer {
        let issues = self.known.issues.clone();
        let issue = self.any(&issues).map_or_else(Id::now_v7, |(id, _)| id);
        let photos = self.known.photos.clone();
        let photo = self.any(&photos).unwrap_or(issue);
        let path = match self.dice.random_range(0..6) {
            0 => "/".to_owned(),
            1 => format!("/t/{issue}?text"),
            2 => format!("/api/v1/photos/{photo}"),
            3 => format!("/papers/{issue}/minutes.txt"),
            _ => format!("/t/{issue}"),
        };
        let request = Request::get(path).header(header::ACCEPT_ENCODING, "identity");
        self.village.send(request.body(Body::empty()).unwrap()).await
    }
}

/// Asks for news, once, and remembers how far it read.
async fn catches_up(phone: &mut Phone) -> Answer {
    let (build, client) = ("test".to_owned(), phone.client);
    let (epoch, cursors) = (phone.epoch.clone(), phone.cursors.clone());
    let asked = Pull { proto: PROTO, build, epoch, person: None, client, cursors };
    let answer = phone.post("/api/v1/pull", &asked.form()).await;
    if let Ok(reply) = PullReply::read(answer.body.clone()) {
        phone.epoch = Some(reply.epoch);
        for scope in &reply.revoked {
            phone.cursors.remove(scope);
        }
        for page in &reply.pages {
            phone.cursors.insert(page.scope, page.to);
        }
    }
    answer
}

/// Gives how many marks were told, and which were told to whom against the oracle. Ends when `enough` of those were.
async fn walk(pool: PgPool, enough: usize) -> (usize, Vec<String>) {
    let mut walk = Walk::new(pool, seed()).await;
    let (mut told, mut wrong, mut turns) = (0, Vec::new(), 0..REQUESTS);
    while let Some(turn) = turns.next().filter(|_| wrong.len() < enough) {
        let at = walk.dice.random_range(0..walk.phones.len());
        let mut who = Some(walk.phones[at].person);
        let (what, answer) = match walk.dice.random_range(0..20) {
            0 | 1 => {
                walk.flip().await;
                ("reads", walk.reads(at).await)
            }
            2..=8 => ("writes", walk.writes(at).await),
            9 => ("shows", walk.shows(at).await),
            10 | 11 => {
                who = None;
                ("strolls", walk.strolls().await)
            }
            _ => ("reads", walk.reads(at).await),
        };
        let found = marks(&answer.bytes);
        told += found.len();
        for id in hidden(walk.village.pool(), who, &found).await {
            wrong.push(format!("{turn}: {who:?} {what} and is told {id}: {}", answer.told()));
        }
        assert!(answer.status.as_u16() < 500, "{turn}: {what}: {}", answer.told());
    }
    (told, wrong)
}

#[sqlx::test]
async fn nobody_is_told_what_they_may_not_see_in_ten_thousand_requests(pool: PgPool) {
    let (told, wrong) = walk(pool, usize::MAX).await;
    println!("{told} marks were told");
    assert!(wrong.is_empty(), "{} of {told}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(told > 20_000, "too little was told to learn anything of it: {told}");
}

#[cfg(feature = "planted")]
#[sqlx::test]
async fn a_door_that_gossips_is_noticed(pool: PgPool) {
    sqlx::raw_sql("create table planted as select 'gossip' as defect")
        .execute(&pool)
        .await
        .unwrap();
    let (told, wrong) = walk(pool, 1).await;
    println!("{} of {told} marks were told to the wrong people", wrong.len());
    assert!(!wrong.is_empty(), "the story above would not have seen it");
}
