//! The server of a simulated village: the same judge as the real one, over maps instead of tables.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Act, Change, Fields, Form, Id, Kind, Millis, Record, Refusal, Role, Scope, Who,
    sync::{
        Answer, Outcome, Push, PushReply, Step, Taken,
        authority::{self, Accepted, Case, Lost, Stamps, Verdict},
    },
};

use super::{around::Rows, rng::Rng, sitting, watch};

/// A record with what the table keeps beside it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) record: Record,
    pub(crate) stamps: Stamps,
    pub(crate) ver: u64,
}

/// How far a scope has come, from where on its history is kept, and how many issues were numbered.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Head {
    pub(crate) ver: u64,
    pub(crate) floor: u64,
    pub(crate) issues: u32,
    pub(crate) seals: u32,
}

/// A change that was judged, and whether it was written.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(crate) person: Id,
    pub(crate) change: Change,
    pub(crate) answer: Answer,
    pub(crate) written: bool,
}

/// All that lies in the database, and the epoch, which does not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hall {
    pub(crate) epoch: String,
    pub(crate) rows: BTreeMap<Id, Row>,
    pub(crate) heads: BTreeMap<Scope, Head>,
    pub(crate) left: BTreeMap<(Scope, Id), (u64, u64)>,
    pub(crate) judged: BTreeMap<Id, Judged>,
    pub(crate) history: Vec<(Id, Lost)>,
    /// Records that were gone long enough to be dropped.
    pub(crate) dropped: BTreeSet<Id>,
    /// People who were ever shut out of a scope: what they see in it may have gaps until they have read it again.
    pub(crate) shut_out: BTreeSet<Id>,
    /// Records that went along when the issue they lie beside left a scope: a revision that no change made.
    pub(crate) went_along: BTreeSet<Id>,
    pub(super) members: BTreeMap<(Id, Scope), (Role, Id)>,
    /// Who has a seat in which session.
    pub(super) seated: BTreeSet<(Id, Id)>,
    numbers: BTreeMap<(Id, u64), Id>,
    pub(super) chains: BTreeMap<Scope, String>,
    /// What the last push wrote, to be told at the doors of others.
    pub(crate) told: Vec<Step>,
    /// Whose edit stands in a field now.
    pub(crate) wrote: BTreeMap<(Id, String), Id>,
}

impl Hall {
    pub(crate) fn found(epoch: &str) -> Self {
        Self { epoch: epoch.to_owned(), ..Self::default() }
    }

    pub(crate) fn who(&self, person: Id) -> Who {
        let held = self.members.iter().filter(|((of, _), _)| *of == person);
        let roles = held.map(|((_, scope), (role, _))| (*role, *scope)).collect();
        let mut who = Who { person, roles };
        self.rows.values().for_each(|row| who.take_up(&row.record));
        who
    }

    pub(crate) fn is_member(&self, person: Id, scope: Scope) -> bool {
        match scope {
            Scope::Session(session) => self.sits(person, session),
            scope => scope == Scope::User(person) || self.members.contains_key(&(person, scope)),
        }
    }

    /// Gives somebody a role, and tells it in the person's own scope.
    pub(crate) fn grant(&mut self, person: Id, scope: Scope, role: Role, rng: &mut Rng) {
        let mut record = Record::blank(Kind::Membership, rng.id(), Scope::User(person));
        record.rev = 1;
        record.fields = Fields::from_iter([
            ("scope".to_owned(), scope.form()),
            ("role".to_owned(), role.form()),
        ]);
        self.members.insert((person, scope), (role, record.id));
        let ver = self.bump(record.scope);
        self.rows.insert(record.id, Row { record, stamps: Stamps::new(), ver });
    }

    /// A record that was there before.
    pub(crate) fn settle_in(&mut self, record: Record) {
        let ver = self.bump(record.scope);
        self.rows.insert(record.id, Row { record, stamps: Stamps::new(), ver });
    }

    /// Takes somebody's role, and tells it.
    pub(crate) fn revoke(&mut self, person: Id, scope: Scope) {
        let Some((_, id)) = self.members.remove(&(person, scope)) else { return };
        self.shut_out.insert(person);
        let ver = self.bump(Scope::User(person));
        if let Some(row) = self.rows.get_mut(&id) {
            row.ver = ver;
            row.record.rev += 1;
            row.record.gone = true;
        }
    }

    /// Drops what is gone and who left; whoever has not read so far reads everything anew.
    pub(crate) fn compact(&mut self, scope: Scope) {
        let Some(head) = self.heads.get_mut(&scope) else { return };
        head.floor = head.ver;
        self.left.retain(|(of, _), _| *of != scope);
        let gone = self.rows.values().filter(|row| row.record.scope == scope && row.record.gone);
        self.dropped.extend(gone.map(|row| row.record.id));
        self.rows.retain(|_, row| row.record.scope != scope || !row.record.gone);
    }

    fn bump(&mut self, scope: Scope) -> u64 {
        let head = self.heads.entry(scope).or_default();
        head.ver += 1;
        head.ver
    }

    /// Takes what a phone wrote, all in one transaction: one version a scope.
    pub(crate) fn push(
        &mut self,
        person: Id,
        sent: &Push,
        now: Millis,
        rng: &mut Rng,
    ) -> Result<PushReply, String> {
        let taken = |epoch: &str, results, steps| {
            PushReply::Taken(Taken { epoch: epoch.to_owned(), server_at: now, results, steps })
        };
        self.told.clear();
        if sent.epoch.as_ref().is_some_and(|epoch| *epoch != self.epoch) {
            return Ok(taken(&self.epoch, Vec::new(), Vec::new()));
        }
        let twin =
            |c: &Change| self.numbers.get(&(sent.client, c.seq)).is_some_and(|u| *u != c.uuid);
        if sent.changes.iter().any(twin) {
            return Ok(PushReply::Fork { fork: true });
        }
        let (before, mut drawn) = (self.rows.clone(), BTreeMap::new());
        let mut answers = Vec::new();
        let mut fresh = Vec::new();
        for change in &sent.changes {
            match self.judged.get(&change.uuid) {
                Some(judged) if judged.person == person => {
                    answers.push(Answer { dup: true, ..judged.answer.clone() });
                    continue;
                }
                Some(_) => return Err("two people made one change".into()),
                None => {}
            }
            let (outcome, written) =
                self.judge(person, change, (now, sent.sent_at), &mut drawn, rng)?;
            let answer = Answer { uuid: change.uuid, outcome, dup: false, seen: None };
            self.numbers.insert((sent.client, change.seq), change.uuid);
            let (change, kept) = (change.clone(), answer.clone());
            fresh.push(change.uuid);
            self.judged.insert(change.uuid, Judged { person, change, answer: kept, written });
            answers.push(answer);
        }
        answers.iter_mut().filter(|a| fresh.contains(&a.uuid)).for_each(|a| self.place(a));
        self.told = self.steps(&before, &drawn);
        Ok(taken(&self.epoch, answers, self.readable(person, &self.told)))
    }

    /// Says where the record of a change lies once all of the push is written.
    fn place(&mut self, answer: &mut Answer) {
        let Some(judged) = self.judged.get_mut(&answer.uuid) else { return };
        if matches!(answer.outcome, Outcome::Refused { .. }) {
            return;
        }
        let scope = self.rows.get(&judged.change.id).map(|row| row.record.scope);
        answer.seen = scope.and_then(|scope| Some((scope, self.heads.get(&scope)?.ver)));
        judged.answer.seen = answer.seen;
    }

    fn judge(
        &mut self,
        person: Id,
        change: &Change,
        (now, sent_at): (Millis, Millis),
        drawn: &mut BTreeMap<Scope, u64>,
        rng: &mut Rng,
    ) -> Result<(Outcome, bool), String> {
        let (who, none) = (self.who(person), Stamps::new());
        let named = change.act.names().and_then(|id| self.named(id));
        let change = &authority::laid(&who, change, named);
        let row = self.rows.get(&change.id);
        let hidden = named.filter(|(_, scope)| change.act.joins() && !who.reads(*scope));
        let verdict = authority::judge(Case {
            who: &who,
            change,
            around: &Rows(&self.rows, hidden.and(change.act.names())),
            before: row.map(|row| &row.record),
            stamps: row.map_or(&none, |row| &row.stamps),
            now,
            skew: now.saturating_sub(sent_at),
        });
        let lies = row.map_or(change.scope, |row| row.record.scope);
        match verdict.and_then(|verdict| self.names(&who, change).map(|()| verdict)) {
            Err(refusal) => Ok((Outcome::Refused { refusal }, false)),
            _ if !self.is_member(person, lies) => Err(format!("I8: a stranger wrote in {lies}")),
            Ok(Verdict::Unchanged) => Ok((Outcome::Ok, false)),
            Ok(Verdict::Accepted(accepted)) => {
                watch::sound(self, person, change, &accepted, now)?;
                sitting::sound(self, change, &accepted)?;
                if let Act::Edit { field, .. } = &change.act {
                    self.wrote.insert((change.id, field.clone()), change.uuid);
                }
                Ok((self.write(*accepted, drawn, rng), true))
            }
        }
    }

    /// Whether the author can see what the change names.
    fn names(&self, who: &Who, change: &Change) -> Result<(), Refusal> {
        let Some(id) = change.act.names() else { return Ok(()) };
        authority::may_name(who, &change.act, self.named(id))
    }

    fn named(&self, id: Id) -> Option<(&Kind, Scope)> {
        self.rows.get(&id).map(|row| (&row.record.kind, row.record.scope))
    }

    /// What lies beside an issue goes along with it.
    fn go_along(&mut self, with: Id, along: authority::Along, drawn: &mut BTreeMap<Scope, u64>) {
        let authority::Along { from, to, .. } = along;
        let (before, ver) = (self.draw(from, drawn), self.draw(to, drawn));
        for row in self.rows.values_mut() {
            if let Some(rev) = authority::take_along(&mut row.record, with, along) {
                row.ver = ver;
                self.left.insert((from, row.record.id), (before, rev));
                self.went_along.insert(row.record.id);
            }
        }
    }

    fn write(
        &mut self,
        accepted: Accepted,
        drawn: &mut BTreeMap<Scope, u64>,
        rng: &mut Rng,
    ) -> Outcome {
        let (wants_number, wants_chain) = (accepted.wants_number, accepted.wants_chain);
        let Accepted { mut record, stamps, left, along, over, clash, outcome, .. } = accepted;
        let (id, scope) = (record.id, record.scope);
        self.history.extend(over.into_iter().map(|lost| (id, lost)));
        if let Some(scope) = left {
            let ver = self.draw(scope, drawn);
            self.left.insert((scope, id), (ver, record.rev));
        }
        if let Some(along) = along {
            self.go_along(id, along, drawn);
        }
        let ver = self.draw(record.scope, drawn);
        self.left.remove(&(record.scope, id));
        if let Some(head) = self.heads.get_mut(&record.scope).filter(|_| wants_number) {
            head.issues += 1;
            authority::number(&mut record, head.issues);
        }
        if wants_chain {
            self.chain(&mut record);
        }
        let seat = record.kind == Kind::Seat;
        self.rows.insert(id, Row { record, stamps, ver });
        if seat {
            self.look_round();
        }
        // whoever was shut out is not told what others wrote there since
        if let Some(clash) = clash.filter(|clash| self.is_member(clash.scope.owner(), scope)) {
            let ver = self.draw(clash.scope, drawn);
            let record = Record { id: rng.id(), ..clash };
            self.rows.insert(record.id, Row { record, stamps: Stamps::new(), ver });
        }
        outcome
    }

    fn draw(&mut self, scope: Scope, drawn: &mut BTreeMap<Scope, u64>) -> u64 {
        if let Some(ver) = drawn.get(&scope) {
            return *ver;
        }
        let ver = self.bump(scope);
        drawn.insert(scope, ver);
        ver
    }
}
