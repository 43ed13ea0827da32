//! A phone with the real replica in it, over a store in memory; its letters go through the server's door.

use axum::Router;
use domain::sync::{Intent, PullReply, PushReply, Replica, Snapshot, Writes};
use domain::{Act, Form, Id, Kind, Scope};
use serde_json::json;
use server::sync::now;

use crate::phone::Phone;

pub(crate) struct Handset {
    line: Phone,
    pub(crate) replica: Replica,
    turn: u64,
    seq: u64,
}

impl Handset {
    pub(crate) fn new(app: &Router, person: Id, cookie: &str) -> Self {
        let line = Phone::new(app.clone(), person, cookie.to_owned());
        let replica = Replica::restore(person, Snapshot::default(), Id::now_v7());
        let mut handset = Self { line, replica, turn: 0, seq: 0 };
        let meta = Some(handset.replica.meta().clone());
        handset.keep(Writes { meta, ..Writes::default() });
        handset
    }

    /// From now on it reaches this server.
    pub(crate) fn reach(&mut self, app: &Router) {
        let cookie = self.line.cookie.clone();
        self.line = Phone::new(app.clone(), self.replica.person(), cookie);
    }

    /// Comes in anew, with everything that it has.
    pub(crate) fn comes_in(&mut self, app: &Router, cookie: String) {
        self.line = Phone::new(app.clone(), self.replica.person(), cookie);
    }

    /// Does something, if this phone lets it be done.
    pub(crate) fn act(&mut self, kind: Kind, id: Id, scope: Scope, act: Act) -> Option<Id> {
        let intent = Intent { uuid: Id::now_v7(), at: now(), kind, id, scope, act };
        let change = self.replica.propose(intent).ok()?;
        let uuid = change.uuid;
        self.keep(Writes { outbox_add: vec![change], ..Writes::default() });
        Some(uuid)
    }

    /// Pulls, pushes and pulls until nothing is new.
    pub(crate) async fn catch_up(&mut self) {
        self.pull().await;
        while self.replica.unsent().len() > 0 {
            self.push().await;
            self.pull().await;
        }
    }

    /// Sends all that waits.
    pub(crate) async fn push(&mut self) {
        while let Some(push) = self.replica.push(50, "1", now()) {
            let answer = self.line.post("/api/v1/push", &push.form()).await;
            let reply = PushReply::read(answer.body).unwrap();
            let writes = self.replica.hear_push(&push, &reply, now(), Id::now_v7());
            assert!(!writes.is_empty(), "the phone would ask for ever: {reply:?}");
            self.keep(writes);
        }
    }

    /// Where this copy is not what the server says it should be: nowhere, once it has caught up.
    pub(crate) async fn astray(&self) -> Vec<String> {
        let told = self.line.get("/api/v1/digest").await.body;
        let scopes = told["scopes"].as_object().unwrap();
        assert!(!scopes.is_empty(), "{told}");
        let here = |scope: Scope| {
            let ver = self.replica.cursors().get(&scope).map(|cursor| cursor.ver);
            json!({ "ver": ver, "digest": self.replica.digest(scope).word() })
        };
        let wrong = scopes.iter().filter(|(scope, there)| here(scope.parse().unwrap()) != **there);
        wrong
            .map(|(scope, there)| format!("{scope}: {} for {there}", here(scope.parse().unwrap())))
            .collect()
    }

    async fn pull(&mut self) {
        loop {
            let pull = self.replica.pull("1");
            let answer = self.line.post("/api/v1/pull", &pull.form()).await;
            let reply = PullReply::read(answer.body).unwrap();
            let writes = self.replica.hear_pull(&pull, &reply, now(), Id::now_v7()).unwrap();
            self.keep(writes);
            if !reply.more {
                return;
            }
        }
    }

    /// The store: numbers what has no number, and counts its turns.
    pub(crate) fn keep(&mut self, mut writes: Writes) {
        assert!(writes.turn.is_none_or(|turn| turn == self.turn));
        writes.turn = Some(self.turn);
        self.turn += 1;
        let count = u64::try_from(writes.outbox_add.len()).unwrap();
        let numbers: Vec<u64> = (self.seq + 1..=self.seq + count).collect();
        self.seq += count;
        writes.numbered(&numbers);
        self.replica.absorb(&writes);
    }
}
