//! A server as small as a story needs: the real judge over a map, and every record told on every pull.

use std::collections::BTreeMap;

use domain::{
    Around, Change, Fields, Form, Id, Kind, Record, Refusal, Role, Scope, Who,
    sync::{
        Answer, Columns, Cursor, Outcome, Page, Pull, PullReply, Push, PushReply, Replica,
        Snapshot, Taken, Writes,
        authority::{self, Accepted, Case, Stamps, Verdict},
    },
};

use crate::cast::{CHEN, DRAFTS, JIANG, NOW, VILLAGE, WU, id, who};

/// The office, with all it knows.
#[derive(Default)]
pub(crate) struct Office {
    pub(crate) rows: BTreeMap<Id, (Record, Stamps)>,
    pub(crate) over: Vec<authority::Lost>,
    people: BTreeMap<Id, Who>,
    seen: BTreeMap<Id, Answer>,
    ver: u64,
}

impl Around for Office {
    fn record(&self, id: Id) -> Option<&Record> {
        self.rows.get(&id).map(|(record, _)| record)
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        let rows = self.rows.values().map(|(record, _)| record);
        rows.filter(|record| record.scope == scope).collect()
    }
}

impl Office {
    /// The recorder, the secretary and a villager of 上枫村 are known.
    pub(crate) fn of_shangfeng() -> Self {
        let mut office = Self::default();
        let cadre = |role| [(role, VILLAGE), (role, DRAFTS)];
        office.admit(who(CHEN, &cadre(Role::Recorder)));
        office.admit(who(WU, &cadre(Role::Secretary)));
        office.admit(who(JIANG, &[(Role::Villager, VILLAGE)]));
        office
    }

    pub(crate) fn admit(&mut self, who: Who) {
        for (role, scope) in &who.roles {
            let mut record = Record::blank(
                Kind::Membership,
                id(5000 + self.rows.len() as u128),
                Scope::User(who.person),
            );
            record.rev = 1;
            record.fields =
                Fields::from_iter([("role".into(), role.form()), ("scope".into(), scope.form())]);
            self.rows.insert(record.id, (record, Stamps::new()));
        }
        self.ver += 1;
        self.people.insert(who.person, who);
    }

    /// Somebody with the roles that sessions and seats give beside those that are held.
    fn who(&self, person: Id) -> Who {
        let mut who = self.people[&person].clone();
        self.rows.values().for_each(|(record, _)| who.take_up(record));
        who
    }

    pub(crate) fn judge(
        &mut self,
        person: Id,
        change: &Change,
    ) -> Result<Option<Accepted>, Refusal> {
        let (none, who) = (Stamps::new(), self.who(person));
        let row = self.rows.get(&change.id);
        let before = row.map(|(record, _)| record);
        let stamps = row.map_or(&none, |(_, stamps)| stamps);
        let case =
            Case { who: &who, change, before, stamps, around: self, now: NOW + 1_000, skew: 0 };
        let accepted = match authority::judge(case)? {
            Verdict::Unchanged => return Ok(None),
            Verdict::Accepted(accepted) => *accepted,
        };
        self.ver += 1;
        self.over.extend(accepted.over.clone());
        if let Some(along) = accepted.along {
            for (record, _) in self.rows.values_mut() {
                authority::take_along(record, accepted.record.id, along);
            }
        }
        for record in accepted.clash.clone().into_iter().chain([accepted.record.clone()]) {
            self.rows.insert(record.id, (record, accepted.stamps.clone()));
        }
        Ok(Some(accepted))
    }

    pub(crate) fn take(&mut self, person: Id, sent: &Push) -> PushReply {
        let results = sent.changes.iter().map(|change| {
            if let Some(seen) = self.seen.get(&change.uuid) {
                return Answer { dup: true, ..seen.clone() };
            }
            let (outcome, seen) = match self.judge(person, change) {
                Ok(Some(accepted)) => (accepted.outcome, Some((accepted.record.scope, self.ver))),
                Ok(None) => (Outcome::Ok, Some((change.scope, self.ver))),
                Err(refusal) => (Outcome::Refused { refusal }, None),
            };
            let answer = Answer { uuid: change.uuid, outcome, dup: false, seen };
            self.seen.insert(change.uuid, answer.clone());
            answer
        });
        let (results, steps) = (results.collect(), Vec::new());
        PushReply::Taken(Taken { epoch: "e1".into(), server_at: NOW, results, steps })
    }

    pub(crate) fn tell(&self, person: Id) -> PullReply {
        let scopes = self.who(person).scopes();
        let pages = scopes.into_iter().map(|scope| {
            let rows =
                self.rows.values().map(|(record, _)| record).filter(|record| record.scope == scope);
            page(scope, None, self.ver, &rows.cloned().collect::<Vec<_>>())
        });
        reply(pages.collect())
    }
}

pub(crate) fn page(scope: Scope, from: Option<u64>, to: u64, rows: &[Record]) -> Page {
    let (from, to) = (from.map(Cursor::whole), Cursor::whole(to));
    Page { scope, from, to, left: Vec::new(), rows: Columns::of(rows) }
}

pub(crate) fn reply(pages: Vec<Page>) -> PullReply {
    PullReply {
        epoch: "e1".into(),
        reset: false,
        min_build: None,
        server_at: NOW,
        revoked: Vec::new(),
        pages,
        more: false,
    }
}

/// A phone with one tab, its store and its signal.
pub(crate) struct Phone {
    pub(crate) replica: Replica,
    seq: u64,
}

impl Phone {
    pub(crate) fn of(person: Id) -> Self {
        Self { replica: Replica::restore(person, Snapshot::default(), id(9000)), seq: 0 }
    }

    /// Stores and shows, as an app does.
    pub(crate) fn keep(&mut self, mut writes: Writes) {
        let first = self.seq + 1;
        self.seq += writes.outbox_add.len() as u64;
        writes.numbered(&(first..=self.seq).collect::<Vec<_>>());
        self.replica.absorb(&writes);
    }

    /// Writes something, signal or not.
    pub(crate) fn writes(&mut self, change: Change) -> Result<(), Refusal> {
        let Change { uuid, at, kind, id, scope, act, .. } = change;
        let intent = domain::sync::Intent { uuid, at, kind, id, scope, act };
        let change = self.replica.propose(intent)?;
        self.keep(Writes { outbox_add: vec![change], ..Writes::default() });
        Ok(())
    }

    pub(crate) fn hears(&mut self, sent: &Pull, reply: &PullReply) -> Writes {
        let writes =
            self.replica.hear_pull(sent, reply, NOW, id(9001)).expect("the columns are whole");
        self.keep(writes.clone());
        writes
    }

    pub(crate) fn sends(&mut self, office: &mut Office) {
        let Some(sent) = self.replica.push(200, "1", NOW) else { return };
        let reply = office.take(self.replica.person(), &sent);
        let writes = self.replica.hear_push(&sent, &reply, NOW, id(9002));
        self.keep(writes);
    }

    pub(crate) fn asks(&mut self, office: &Office) {
        let sent = self.replica.pull("1");
        let reply = office.tell(self.replica.person());
        self.hears(&sent, &reply);
    }

    /// The signal is back.
    pub(crate) fn talks(&mut self, office: &mut Office) {
        self.asks(office);
        self.sends(office);
        self.asks(office);
    }

    /// What a record says in a field on the screen.
    pub(crate) fn reads(&self, id: Id, field: &str) -> Option<&str> {
        self.replica.view().get(&id)?.text(field)
    }
}
