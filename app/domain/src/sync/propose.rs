//! What a person is about to do, judged on what the phone knows: one act, or several that belong together.

use super::{Intent, Replica};
use crate::{Around, Change, Id, Record, Refusal, Scope, Sorted, apply_among, may};

/// What the phone shows, with what the acts before have made of it on top.
struct Ahead<'a> {
    replica: &'a Replica,
    made: Sorted<Id, Record>,
}

impl Around for Ahead<'_> {
    fn record(&self, id: Id) -> Option<&Record> {
        self.made.get(&id).or_else(|| self.replica.view().get(&id))
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        let beneath = self.replica.view().values().filter(|r| !self.made.contains_key(&r.id));
        self.made.values().chain(beneath).filter(|record| record.scope == scope).collect()
    }
}

impl Replica {
    /// Judges what a person is about to do on what this phone knows, and gives the change to store.
    ///
    /// # Errors
    /// What the server would most likely say, said at once.
    pub fn propose(&self, intent: Intent) -> Result<Change, Refusal> {
        self.propose_all(vec![intent])
            .and_then(|mut changes| changes.pop().ok_or(Refusal::Malformed))
    }

    /// The same for acts that belong together, each judged on what those before it make of the records.
    ///
    /// # Errors
    /// The first refusal; then none of them is to be stored.
    pub fn propose_all(&self, intents: Vec<Intent>) -> Result<Vec<Change>, Refusal> {
        let mut who = self.who();
        let mut ahead = Ahead { replica: self, made: Sorted::new() };
        let mut changes = Vec::new();
        for intent in intents {
            let before = ahead.record(intent.id);
            let scope = before.map_or(intent.scope, |record| record.scope);
            let Intent { uuid, at, kind, id, act, .. } = intent;
            let change = Change { uuid, seq: 0, at, kind, id, scope, act, made_on: None };
            may(&who, &change, before)?;
            let here = (self.person(), self.corrected(at));
            let record = apply_among(before, &change, here, &ahead)?.record;
            who.take_up(&record);
            ahead.made.insert(id, record);
            changes.push(change);
        }
        Ok(changes)
    }
}
