//! The server and the one of the simulated villages are twins: the same letters, the same answers.

use domain::session::Duty;
use domain::sync::{Cursor, PROTO, Pull, Push, PushReply};
use domain::{Act, Category, Change, Form, Id, Kind, Role, Scope, Sorted};
use serde_json::{Value, json};
use server::accounts::member;
use server::sync::now;
use server::sync::pull::{self, Room};
use sqlx::PgPool;

use crate::alike::{answers, long, steps, told};
use crate::nights::{self, Night};
use crate::phone::{Phone, raise};
use crate::simulated::{hall::Hall, rng::Rng};
use crate::village::{CHEN, GUAO, SHANGFENG, SHI, Village, WANG};

const PEOPLE: [(Id, Role); 3] =
    [(CHEN, Role::Recorder), (SHI, Role::Secretary), (WANG, Role::Villager)];
const SCOPES: [Scope; 4] =
    [Scope::Village(SHANGFENG), Scope::Draft(SHANGFENG), Scope::Village(GUAO), Scope::Draft(GUAO)];

/// Somebody with a phone, who is told the same by both.
struct Person {
    phone: Phone,
    role: Role,
    cursors: Sorted<Scope, Cursor>,
    sent: Vec<Push>,
}

/// Both of them.
struct Twins {
    village: Village,
    hall: Hall,
    people: Vec<Person>,
    /// Every record that was ever begun, and where.
    known: Vec<(Kind, Id, Scope)>,
    rng: Rng,
    marks: usize,
}

impl Twins {
    async fn new(pool: PgPool, seed: u64) -> Self {
        let village = Village::bare(pool).await;
        let mut people = Vec::new();
        for (person, role) in PEOPLE {
            let phone = village.phone(person).await;
            people.push(Person { phone, role, cursors: Sorted::new(), sent: Vec::new() });
        }
        let hall = Hall::found("epoch-one");
        let mut twins =
            Self { village, hall, people, known: Vec::new(), rng: Rng::new(seed), marks: 0 };
        for at in 0..PEOPLE.len() {
            for scope in SCOPES {
                twins.flip(at, scope).await;
            }
        }
        twins
    }

    /// Gives or takes a role.
    async fn flip(&mut self, at: usize, scope: Scope) {
        let Person { phone, role, .. } = &self.people[at];
        let mut tx = self.village.pool().begin().await.unwrap();
        if self.hall.is_member(phone.person, scope) {
            self.hall.revoke(phone.person, scope);
            member::withdraw(&mut tx, phone.person, *role, scope).await.unwrap();
        } else {
            self.hall.grant(phone.person, scope, *role, &mut self.rng);
            member::grant(&mut tx, phone.person, *role, scope).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// A change of any kind, allowed or not.
    fn change(&mut self, at: usize) -> Change {
        let rng = &mut self.rng;
        self.marks += 1;
        let mark = self.marks;
        let scope = rng.pick(&SCOPES).unwrap();
        let target = rng.pick(&self.known).filter(|_| rng.chance(75));
        let other = rng.pick(&self.known).map_or(Id::nil(), |(_, id, _)| id);
        let (kind, id, scope, act) = match target {
            Some((Kind::Issue, issue, scope)) if rng.chance(30) => {
                let words = format!("说{mark}");
                (Kind::Comment, rng.id(), scope, Act::Say { issue, words })
            }
            Some((Kind::Issue, id, scope @ Scope::Draft(_))) if rng.chance(40) => {
                (Kind::Issue, id, scope, Act::Receive)
            }
            Some((Kind::Session, id, scope)) => nights::in_session(rng, id, scope, other, mark),
            Some((kind, id, scope @ Scope::Session(_))) => {
                let act = nights::on_bench(rng, &kind, mark);
                (kind, id, scope, act)
            }
            None if rng.chance(20) => nights::convene(rng, scope, mark),
            Some((kind, id, scope)) => (kind, id, scope, deed(rng, mark, other)),
            None => (Kind::Issue, rng.id(), scope, raise(scope.owner(), &format!("第{mark}件"))),
        };
        let often = matches!(kind, Kind::Issue | Kind::Session | Kind::Seat);
        if act.begins().is_some() && (often || rng.chance(30)) {
            self.known.push((kind.clone(), id, scope));
        }
        self.write(at, (kind, id, scope, act))
    }

    fn write(&mut self, at: usize, (kind, id, scope, act): nights::Deed) -> Change {
        let phone = &mut self.people[at].phone;
        phone.seq += 1;
        Change {
            uuid: self.rng.id(),
            seq: phone.seq,
            at: now(),
            kind,
            id,
            scope,
            act,
            made_on: None,
        }
    }

    /// One push to both: a new one, or an old one again.
    async fn push(&mut self, at: usize) {
        let again = self.rng.pick(&self.people[at].sent).filter(|_| self.rng.chance(15));
        let push = match again {
            Some(push) => push,
            None => {
                let changes = (0..1 + self.rng.below(4)).map(|_| self.change(at)).collect();
                self.letter(at, changes)
            }
        };
        self.send(at, &push).await;
    }

    fn letter(&mut self, at: usize, changes: Vec<Change>) -> Push {
        let (build, client) = ("test".to_owned(), self.people[at].phone.client);
        let epoch = Some("epoch-one".to_owned());
        let push =
            Push { proto: PROTO, build, epoch, person: None, client, sent_at: now(), changes };
        self.people[at].sent.push(push.clone());
        push
    }

    /// The same letter to both.
    async fn send(&mut self, at: usize, push: &Push) {
        let phone = &self.people[at].phone;
        let answer = phone.post("/api/v1/push", &push.form()).await;
        assert_eq!(answer.told(), "200");
        let there = PushReply::read(answer.body).unwrap();
        let here = self.hall.push(phone.person, push, now(), &mut self.rng).unwrap();
        assert_eq!(answers(&there), answers(&here), "{push:#?}");
        let (there, here) = (steps(&there), steps(&here));
        // what is too much is not told by the server
        assert!(there == here || (there.is_empty() && long(&here)), "{there:#?} {here:#?}");
    }

    /// An evening that comes as far as a seal, if nothing comes in its way.
    async fn night(&mut self) {
        let village = SCOPES[0];
        for at in 0..PEOPLE.len() {
            if !self.hall.is_member(self.people[at].phone.person, village) {
                self.flip(at, village).await;
            }
        }
        self.marks += 1;
        let convene = nights::convene(&mut self.rng, village, self.marks);
        let night = Night::new(&mut self.rng, convene.1, village);
        self.known.push((Kind::Session, convene.1, village));
        let letter = std::iter::once(convene).chain(night.talk(&mut self.rng)).collect();
        self.deeds(0, letter).await;
        if self.rng.chance(30) {
            let at = self.rng.below(PEOPLE.len());
            self.push(at).await;
        }
        let records =
            |hall: &Hall| hall.rows.iter().map(|(id, row)| (*id, row.record.clone())).collect();
        let Some(digest) = night.digest(&records(&self.hall)) else { return };
        for (at, duty) in [(2, Duty::Host), (1, Duty::Witness)] {
            let sign = night.sign(&mut self.rng, duty, &digest);
            self.deeds(at, sign).await;
        }
        self.deeds(0, night.seal(&digest)).await;
    }

    async fn deeds(&mut self, at: usize, deeds: Vec<nights::Deed>) {
        let changes = deeds.into_iter().map(|deed| self.write(at, deed)).collect();
        let push = self.letter(at, changes);
        self.send(at, &push).await;
    }

    /// Both tell what is new, from wherever the phone has read to.
    async fn pull(&mut self, at: usize) {
        let Person { phone, cursors, .. } = &mut self.people[at];
        if self.rng.chance(10) {
            cursors.clear();
        }
        let asked = Pull {
            proto: PROTO,
            build: "test".into(),
            epoch: Some("epoch-one".into()),
            person: None,
            client: phone.client,
            cursors: cursors.clone(),
        };
        // ids of clashes are the server's own, so that pages would be cut in other places
        let room = Room { records: 100_000, bytes: usize::MAX };
        let there = pull::tell(&self.village.hall, phone.person, &asked, room).await.unwrap();
        let here = self.hall.tell(phone.person, &asked, 100_000, now());
        let (there_told, here_told) = (told(&there), told(&here));
        let unlike = there_told.iter().zip(&here_told).find(|(there, here)| there != here);
        assert_eq!(unlike, None, "the server, and its twin");
        assert_eq!(there_told.len(), here_told.len());
        for scope in &there.revoked {
            cursors.remove(scope);
        }
        cursors.extend(there.pages.iter().map(|page| (page.scope, page.to)));
    }

    /// Letters of all kinds, and roles that come and go.
    async fn live(&mut self) {
        for _ in 0..300 {
            let at = self.rng.below(PEOPLE.len());
            match self.rng.below(10) {
                0 => {
                    let scope = self.rng.pick(&SCOPES).unwrap();
                    self.flip(at, scope).await;
                }
                1 => self.night().await,
                2..=6 => self.push(at).await,
                _ => self.pull(at).await,
            }
        }
    }

    /// Whether values gave way, and records moved.
    async fn eventful(&self) -> bool {
        let happened = "select count(*) from scope_left where exists (
            select from record where kind = 'clash') and (select count(*) from seal) > 1";
        self.village.count(happened).await > 0
    }
}

/// Some act on a record that is there, or may be.
fn deed(rng: &mut Rng, mark: usize, other: Id) -> Act {
    let edit = |field: &str, from: Value, to: Value| Act::Edit { field: field.into(), from, to };
    let answers = domain::triage::Triage::default();
    let acts = [
        edit("households", json!(1 + mark % 3), json!(mark)),
        edit("households", Value::Null, json!(mark)),
        edit("title", json!("没人见过"), json!(format!("题{mark}"))),
        edit("words", json!("第一，第二。"), json!(format!("第一，改{mark}，第二。"))),
        edit("category", Category::Road.form(), Category::ALL[mark % Category::ALL.len()].form()),
        Act::Receive,
        Act::Receive,
        Act::Triage { answers },
        Act::Merge { into: other },
        Act::Park { why: format!("因为{mark}") },
        Act::Resume { why: format!("因为{mark}") },
        Act::Settle { how: format!("修好{mark}") },
        Act::Decline { why: String::new() },
        Act::Withdraw,
        Act::LayDown,
    ];
    rng.pick(&acts).unwrap()
}

#[sqlx::test]
async fn the_same_letters_are_answered_the_same(pool: PgPool) {
    let mut twins = Twins::new(pool, crate::village::seed()).await;
    let mut histories = 0;
    // on, until what is hardest to agree on has happened
    while histories == 0 || !twins.eventful().await {
        histories += 1;
        assert!(histories < 20, "nothing happens in this history");
        twins.live().await;
    }
    for at in 0..PEOPLE.len() {
        twins.people[at].cursors.clear();
        twins.pull(at).await;
    }
}
