//! A heap of records as a district has them, of every shape that the rules let them have; the same heap every time.

use domain::session::{Verdict, agenda::Mode};
use domain::{DAY, Form, Id, Scope, Stage, Standing};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use serde_json::{Map, Value, json};
use server::sync::now;
use sqlx::PgPool;

/// Who speaks, waits and is told.
const NAMES: [&str; 5] = ["钱多多", "孙小小", "李阿牛", "周半仙", "吴老太"];

/// The heap, as it grows.
pub(crate) struct Heap {
    dice: StdRng,
    now: i64,
    people: Vec<Id>,
    rows: Vec<(String, &'static str, Id, bool, Value)>,
}

impl Heap {
    pub(crate) fn new(seed: u64) -> Self {
        Self { dice: StdRng::seed_from_u64(seed), now: now(), people: Vec::new(), rows: Vec::new() }
    }

    fn id(&mut self) -> Id {
        Id::from_u128(self.dice.random())
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        *of.choose(&mut self.dice).unwrap()
    }

    fn is(&mut self) -> bool {
        self.dice.random()
    }

    /// A moment of the last 40 days.
    fn at(&mut self) -> i64 {
        self.now - self.dice.random_range(0..40 * DAY)
    }

    fn put(&mut self, scope: Scope, kind: &'static str, id: Id, fields: Value) {
        let gone = self.dice.random_ratio(1, 12);
        self.rows.push((scope.to_string(), kind, id, gone, fields));
    }

    /// A village of a region, with people, sessions, and so many of everything else.
    pub(crate) fn village(&mut self, region: Id, village: Id, many: usize) {
        let place = json!({ "name": "某村", "level": "village", "order": 1 });
        self.rows.push((Scope::Region(region).to_string(), "place", village, false, place));
        self.people = (0..4).map(|_| self.id()).collect();
        for (person, name) in self.people.clone().into_iter().zip(NAMES) {
            self.put(Scope::Village(village), "person", person, json!({ "name": name }));
        }
        for _ in 0..many / 6 + 1 {
            self.session(village, many / 8 + 2);
        }
        for _ in 0..many {
            let lies = if self.is() { Scope::Village(village) } else { Scope::Draft(village) };
            self.issue(lies, village);
            self.action(Scope::Village(village));
            let id = self.id();
            let comment = json!({ "words": "说一句", "said_at": self.now });
            self.put(Scope::Village(village), "comment", id, comment);
        }
        self.advice(Scope::Village(village), many);
    }

    fn session(&mut self, village: Id, many: usize) {
        let id = self.id();
        let often = [Stage::Drafting, Stage::Checking, Stage::Sealed];
        let stage = if self.is() { self.one(&often) } else { self.one(&Stage::ALL) };
        let mode = self.one(&[Mode::A, Mode::B]);
        let mut fields = json!({ "title": "一件事", "village": village, "mode": mode.form(), "agenda": [],
            "convened_by": self.people[0], "stage": stage.as_str(),
            "trail": [{ "to": "planned", "by": self.people[0], "at": self.at() },
                      { "to": "sealed", "by": self.people[0], "at": self.at() }] });
        if self.is() {
            fields["ended"] = json!(self.now - self.dice.random_range(0..14 * DAY));
        }
        self.put(Scope::Village(village), "session", id, fields);
        let (scope, seat) = (Scope::Session(id), self.id());
        let role = self.one(&["expert", "villager", "department"]);
        self.put(scope, "seat", seat, json!({ "name": NAMES[1], "role": role }));
        for _ in 0..many {
            let (brief, at) = (self.id(), self.at());
            let seat = if self.dice.random_ratio(1, 9) { self.id() } else { seat };
            let mut fields = json!({ "seat": seat, "question": "怎么办", "key": "0f".repeat(32),
                "asked_by": self.people[0], "asked_at": at });
            if self.is() {
                fields["answer"] = json!("这么办");
            }
            self.put(scope, "brief", brief, fields);
        }
        self.advice(scope, many);
    }

    /// Who was told, now and then of the same name twice.
    fn echoes(&mut self) -> Value {
        let many = self.dice.random_range(0..4);
        let echo = |heap: &mut Self| json!({ "to": heap.one(&NAMES), "how": "door", "by": heap.people[0], "at": heap.at() });
        (0..many).map(|_| echo(self)).collect()
    }

    fn issue(&mut self, scope: Scope, village: Id) {
        let (id, standing) = (self.id(), self.one(&Standing::ALL));
        let step = |heap: &mut Self| json!({ "to": standing.as_str(), "by": heap.one(&heap.people.clone()), "at": heap.at() });
        let trail: Vec<Value> = (0..2).map(|_| step(self)).collect();
        let raised_by = if self.is() { self.one(&self.people.clone()) } else { id };
        let mut fields = json!({ "words": "灯坏了", "title": "灯坏了", "village": village, "category": "road",
            "raised_by": raised_by, "standing": standing.as_str(), "trail": trail, "echoes": self.echoes() });
        if self.is() {
            fields["proxy"] = json!({ "name": self.one(&NAMES), "confirmed": "phone" });
        }
        self.put(scope, "issue", id, fields);
    }

    /// An action, by ways that are open: one that is closed has told everybody.
    fn action(&mut self, scope: Scope) {
        let mut fields = Map::new();
        let (id, by, mut at) = (self.id(), self.people[0], self.at());
        let mut trail = Vec::new();
        let mut state = self.one(&["unclaimed", "claimed"]);
        for _ in 0..self.dice.random_range(0..9) {
            at += self.dice.random_range(0..2 * DAY);
            trail.push(json!({ "to": state, "by": by, "at": at }));
            let next: &[&str] = match state {
                "unclaimed" => &["unclaimed", "claimed"],
                "claimed" | "redo" => &["acting", "done"],
                "acting" => &["acting", "done", "done"],
                "done" => &["checked", "acting"],
                "checked" => &["redo", "closed", "checked"],
                _ => break,
            };
            state = self.one(next);
        }
        let last = trail.last().map(|step| step["to"].clone());
        let tell: Vec<&str> = (0..self.dice.random_range(0..3)).map(|_| self.one(&NAMES)).collect();
        let mut echoes = self.echoes();
        if last == Some(json!("closed")) {
            let told = |to: &&str| json!({ "to": to, "how": "door", "by": by, "at": at + DAY });
            echoes = tell.iter().map(told).collect();
        }
        let owned = last.as_ref().is_some_and(|state| state != "unclaimed") || self.is();
        let more = json!({ "what": "换灯", "owner": "一组", "lead": self.people[1], "due": self.at(), "state": last,
            "trail": trail, "echoes": echoes,
            "tell": tell.into_iter().map(|name| json!({ "name": name })).collect::<Vec<_>>() });
        fields.extend(more.as_object().unwrap().clone());
        fields.retain(|name, value| match &**name {
            "owner" | "lead" => owned,
            "due" => self.dice.random(),
            _ => !value.is_null() && value != &json!([]),
        });
        self.put(scope, "action", id, Value::Object(fields));
    }

    /// Advice that lies together, some of it beside other advice, there or not.
    fn advice(&mut self, scope: Scope, many: usize) {
        let ids: Vec<Id> = (0..many).map(|_| self.id()).collect();
        for id in ids.clone() {
            let mut fields =
                json!({ "words": "换盏亮的", "offered_at": self.at(), "echoes": self.echoes() });
            if self.dice.random_ratio(1, 3) {
                fields["with"] = json!(self.one(&ids));
            }
            if self.dice.random_ratio(1, 9) {
                fields["with"] = json!(self.id());
            }
            if self.dice.random_ratio(4, 5) {
                fields["voice"] = json!({ "name": self.one(&NAMES), "role": "expert" });
            }
            if self.is() {
                fields["verdict"] = json!(self.one(&Verdict::ALL).as_str());
                fields["answered_at"] = json!(self.at());
            }
            self.put(scope, "advice", id, fields);
        }
    }

    /// Letters to an office.
    pub(crate) fn letters(&mut self, region: Id, many: usize) {
        for _ in 0..many {
            let id = self.id();
            let fields = json!({ "sort": self.one(&["complaint", "suggestion", "rating"]),
                "fate": self.one(&["held", "answered", "aside"]), "written_at": self.at() });
            self.put(Scope::District(region), "letter", id, fields);
        }
    }

    /// Puts all of it into the database.
    pub(crate) async fn lay(self, pool: &PgPool) {
        let mut scopes: Vec<&String> = self.rows.iter().map(|(scope, ..)| scope).collect();
        scopes.sort_unstable();
        scopes.dedup();
        sqlx::query("insert into scope (id) select unnest($1::text[]) on conflict do nothing")
            .bind(scopes)
            .execute(pool)
            .await
            .unwrap();
        for rows in self.rows.chunks(5_000) {
            sqlx::query(
                "insert into record (scope, ver, kind, id, rev, at, gone, fields)
                 select scope, 1, kind, id, 1, 1, gone, fields
                 from unnest($1::text[], $2::text[], $3::uuid[], $4::bool[], $5::jsonb[])
                   as heap (scope, kind, id, gone, fields)",
            )
            .bind(rows.iter().map(|row| row.0.clone()).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.1).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.2).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.3).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.4.clone()).collect::<Vec<_>>())
            .execute(pool)
            .await
            .unwrap();
        }
    }
}
