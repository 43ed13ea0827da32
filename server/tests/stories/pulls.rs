//! What a phone is told, compared with what the database holds.

use std::collections::BTreeMap;

use domain::sync::{Cursor, PROTO, Pull};
use domain::{Act, Change, Id, Kind, Role, Scope, Sorted};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};
use server::Hall;
use server::accounts::member;
use server::sync::pull;
use server::sync::pull::Room;
use sqlx::PgPool;

use crate::phone::raise;
use crate::village::{CHEN, GUAO, REGION, SHANGFENG, Village, WANG};

#[sqlx::test]
async fn whoever_loses_a_role_is_told_to_let_go(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let issue = wang.raise("井干了");
    wang.push(&[issue]).await;
    assert_eq!(
        wang.pull().await,
        "v issue no. 1, 井干了, lead rev 1\nu membership representative, g rev 1\n\
         u membership representative, v rev 1\n"
    );
    let mut tx = village.pool().begin().await.unwrap();
    let held = Scope::Village(SHANGFENG);
    member::withdraw(&mut tx, WANG, Role::Representative, held).await.unwrap();
    tx.commit().await.unwrap();
    let late = wang.raise("还有一条");
    assert_eq!(wang.push(&[late]).await, "refused: not_a_member\n");
    assert_eq!(wang.pull().await, "revoked v\nu membership representative, v rev 2 gone\n");
    assert_eq!(wang.pull().await, "");
}

#[sqlx::test]
async fn after_a_restored_backup_everything_is_told_anew_and_nothing_taken_before(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = village.phone(CHEN).await;
    chen.pull().await;
    let issue = chen.raise("井干了");
    chen.push(&[issue]).await;
    chen.pull().await;
    chen.epoch = Some("epoch-zero".into());
    let late = [chen.raise("第二条")];
    assert_eq!(chen.push(&late).await, "");
    assert_eq!(village.count("select count(*) from change").await, 1);
    let heard = chen.pull().await;
    assert!(heard.starts_with("reset\nv issue no. 1, 井干了, lead rev 1\n"), "{heard}");
    assert_eq!(chen.push(&late).await, "ok\n");
}

#[sqlx::test]
async fn a_cursor_that_is_too_old_or_too_new_reads_everything_anew(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = village.phone(CHEN).await;
    chen.pull().await;
    let issue = chen.raise("井干了");
    let (id, v) = (issue.id, Scope::Village(SHANGFENG));
    chen.push(&[issue]).await;
    for change in [json!(1), json!(2), json!(3)] {
        let from = change.as_i64().map(|n| n - 1).filter(|n| *n > 0);
        let edit = chen.edit(id, "households", &json!(from), &change);
        assert_eq!(chen.push(&[edit]).await, "ok\n");
    }
    sqlx::query("update scope set floor = 3 where id = $1")
        .bind(v.to_string())
        .execute(village.pool())
        .await
        .unwrap();
    for ver in [1, 99] {
        chen.cursors.insert(v, Cursor::whole(ver));
        let (cursors, epoch) = (chen.cursors.clone(), chen.epoch.clone());
        let asked = Pull {
            proto: PROTO,
            build: "test".into(),
            epoch,
            person: None,
            client: chen.client,
            cursors,
        };
        let reply = pull::tell(&village.hall, CHEN, &asked, Room::default()).await.unwrap();
        assert_eq!(reply.pages.len(), 1);
        assert_eq!((reply.pages[0].from, reply.pages[0].to), (None, Cursor::whole(4)));
    }
}

/// What one phone holds: each record with its scope and revision.
#[derive(Default)]
struct Holding {
    rows: BTreeMap<Id, (Scope, u64)>,
    cursors: Sorted<Scope, Cursor>,
    epoch: Option<String>,
}

impl Holding {
    /// Pulls in pages of random size, until there is no more or the signal breaks; true if it did not.
    async fn pull(&mut self, hall: &Hall, person: Id, dice: &mut StdRng) -> bool {
        loop {
            let (cursors, epoch) = (self.cursors.clone(), self.epoch.clone());
            let client = Id::nil();
            let asked =
                Pull { proto: PROTO, build: "test".into(), epoch, person: None, client, cursors };
            let room = Room { records: dice.random_range(1..6), bytes: 1_000_000 };
            let reply = pull::tell(hall, person, &asked, room).await.unwrap();
            self.epoch = Some(reply.epoch);
            for scope in reply.revoked {
                self.cursors.remove(&scope);
                self.rows.retain(|_, (held, _)| *held != scope);
            }
            for page in reply.pages {
                if page.from.is_none() {
                    self.rows.retain(|_, (held, _)| *held != page.scope);
                }
                for record in page.rows.records(page.scope).unwrap() {
                    let held = self.rows.entry(record.id).or_insert((record.scope, 0));
                    if record.rev >= held.1 {
                        *held = (record.scope, record.rev);
                    }
                }
                for (id, _) in page.left {
                    if self.rows.get(&id).is_some_and(|(held, _)| *held == page.scope) {
                        self.rows.remove(&id);
                    }
                }
                self.cursors.insert(page.scope, page.to);
            }
            if !reply.more {
                return true;
            }
            if dice.random_bool(0.2) {
                return false;
            }
        }
    }
}

/// What the person may read, asked in one sentence of SQL.
async fn oracle(pool: &PgPool, person: Id) -> BTreeMap<Id, (Scope, u64)> {
    let rows: Vec<(Id, String, i64)> = sqlx::query_as(
        "select id, scope, rev from record
         where scope in (select scope from member where person = $1)
            or scope = 'u:' || $1::text",
    )
    .bind(person)
    .fetch_all(pool)
    .await
    .unwrap();
    let row =
        |(id, scope, rev): (Id, String, i64)| (id, (scope.parse().unwrap(), rev.cast_unsigned()));
    rows.into_iter().map(row).collect()
}

const ROLES: [(Role, Id); 4] = [
    (Role::Recorder, SHANGFENG),
    (Role::Villager, SHANGFENG),
    (Role::Recorder, GUAO),
    (Role::Secretary, GUAO),
];

async fn flip_a_role(pool: &PgPool, person: Id, dice: &mut StdRng) {
    let (role, village) = ROLES[dice.random_range(0..ROLES.len())];
    let mut tx = pool.begin().await.unwrap();
    for scope in member::scopes_of(role, village, REGION) {
        if dice.random_bool(0.6) {
            member::grant(&mut tx, person, role, scope).await.unwrap();
        } else {
            member::withdraw(&mut tx, person, role, scope).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// Forgets what left a scope up to now: whoever has not read so far must read it anew.
async fn shorten(pool: &PgPool, dice: &mut StdRng) {
    let village = if dice.random_bool(0.5) { SHANGFENG } else { GUAO };
    let both = [Scope::Village(village).to_string(), Scope::Draft(village).to_string()];
    let mut tx = pool.begin().await.unwrap();
    for forget in [
        "update scope set floor = ver where id = any($1)",
        "delete from scope_left where scope = any($1)",
    ] {
        sqlx::query(forget).bind(&both).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// A change that may or may not be allowed; that is the server's to judge.
fn random_change(issues: &mut Vec<Id>, dice: &mut StdRng) -> (Kind, Id, Scope, Act) {
    let village = if dice.random_bool(0.5) { SHANGFENG } else { GUAO };
    let known = (!issues.is_empty()).then(|| issues[dice.random_range(0..issues.len().max(1))]);
    let scope = if dice.random_bool(0.5) { Scope::Draft(village) } else { Scope::Village(village) };
    match (dice.random_range(0..3), known) {
        (1, Some(id)) => (Kind::Issue, id, scope, Act::Receive),
        (2, Some(id)) => {
            let to = json!(dice.random_range(1..99));
            let edit = Act::Edit { field: "households".into(), from: Value::Null, to };
            (Kind::Issue, id, scope, edit)
        }
        _ => {
            let id = Id::now_v7();
            issues.push(id);
            (Kind::Issue, id, scope, raise(village, "一件事"))
        }
    }
}

#[sqlx::test]
async fn after_each_pull_a_phone_holds_what_its_owner_may_read_and_nothing_else(pool: PgPool) {
    let mut dice = StdRng::seed_from_u64(crate::village::seed());
    let village = Village::new(pool).await;
    let people = [CHEN, WANG, crate::village::SHI, crate::village::STRANGER];
    let mut phones = Vec::new();
    for person in people {
        let device = village.phone(person).await;
        phones.push((device, Holding::default()));
    }
    let mut issues = Vec::new();
    for _ in 0..160 {
        let at = dice.random_range(0..phones.len());
        let (phone, holding) = &mut phones[at];
        match dice.random_range(0..12) {
            0 | 1 => flip_a_role(village.pool(), phone.person, &mut dice).await,
            2 => shorten(village.pool(), &mut dice).await,
            3..=5 => {
                if holding.pull(&village.hall, phone.person, &mut dice).await {
                    assert_eq!(holding.rows, oracle(village.pool(), phone.person).await);
                }
            }
            _ => {
                let (kind, id, scope, act) = random_change(&mut issues, &mut dice);
                let change: Change = phone.change(kind, id, scope, act);
                phone.push(&[change]).await;
            }
        }
    }
    for (phone, mut holding) in phones {
        while !holding.pull(&village.hall, phone.person, &mut dice).await {}
        assert_eq!(holding.rows, oracle(village.pool(), phone.person).await);
    }
}
