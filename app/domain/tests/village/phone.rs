//! A simulated phone: what lies on its disk, and the tabs that are open over it.

use std::collections::{BTreeMap, VecDeque};

use domain::{
    Change, Id, Millis, Record, Scope, form,
    sync::{Attention, Cursor, Kept, Meta, Replica, Snapshot, Writes},
};

use super::rng::Rng;

/// What survives when the app is killed. Written in whole steps, or not at all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    turn: u64,
    seq: u64,
    pub(crate) rows: BTreeMap<Id, Record>,
    pub(crate) outbox: BTreeMap<u64, Change>,
    pub(crate) journal: BTreeMap<Id, Kept>,
    pub(crate) attention: BTreeMap<Id, Attention>,
    pub(crate) cursors: BTreeMap<Scope, Cursor>,
    meta: Option<Meta>,
}

/// Another tab has written since.
#[derive(Debug)]
pub(crate) struct Stale;

impl Disk {
    /// Writes one step, numbers what has no number yet, and says on which turn.
    pub(crate) fn keep(&mut self, writes: &mut Writes) -> Result<(), Stale> {
        if writes.turn.is_some_and(|turn| turn != self.turn) {
            return Err(Stale);
        }
        writes.turn = Some(self.turn);
        self.turn += 1;
        let first = self.seq + 1;
        self.seq += u64::try_from(writes.outbox_add.len()).unwrap_or(0);
        let numbers: Vec<u64> = (first..=self.seq).collect();
        writes.numbered(&numbers);
        if writes.clear {
            self.rows.clear();
            self.cursors.clear();
        }
        writes.rows_cut.iter().for_each(|id| drop(self.rows.remove(id)));
        writes.outbox_cut.iter().for_each(|seq| drop(self.outbox.remove(seq)));
        writes.journal_cut.iter().for_each(|uuid| drop(self.journal.remove(uuid)));
        writes.attention_cut.iter().for_each(|uuid| drop(self.attention.remove(uuid)));
        self.cursors.retain(|scope, _| !writes.cursors_cut.contains(scope));
        self.rows.extend(writes.rows_put.iter().map(|row| (row.id, row.clone())));
        self.outbox.extend(writes.outbox_put.iter().map(|c| (c.seq, c.clone())));
        self.journal.extend(writes.journal_put.iter().map(|k| (k.change.uuid, k.clone())));
        self.attention.extend(writes.attention_put.iter().map(|a| (a.change.uuid, a.clone())));
        self.cursors.extend(writes.cursors_put.iter().copied());
        self.meta = writes.meta.clone().or(self.meta.take());
        Ok(())
    }

    /// Every value as its store holds it: store, key, text.
    pub(crate) fn texts(&self) -> Vec<(&'static str, String, String)> {
        let mut texts = Vec::new();
        let mut put = |store, key: String, text| texts.push((store, key, text));
        self.rows.iter().for_each(|(id, row)| put("rows", id.to_string(), form::text(row)));
        self.outbox.iter().for_each(|(seq, change)| {
            // as it was when the store gave it its number
            put("outbox", seq.to_string(), form::text(&Change { seq: 0, ..change.clone() }));
        });
        self.journal.iter().for_each(|(id, kept)| put("journal", id.to_string(), form::text(kept)));
        self.attention.iter().for_each(|(id, a)| put("attention", id.to_string(), form::text(a)));
        self.cursors.iter().for_each(|cursor| {
            put("cursor", cursor.0.to_string(), form::text(&(*cursor.0, *cursor.1)));
        });
        put("meta", "turn".into(), form::text(&self.turn));
        self.meta.iter().for_each(|meta| put("meta", "page".into(), form::text(meta)));
        texts
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot {
            turn: self.turn,
            rows: self.rows.values().cloned().collect(),
            outbox: self.outbox.values().cloned().collect(),
            journal: self.journal.values().cloned().collect(),
            attention: self.attention.values().cloned().collect(),
            cursors: self.cursors.iter().map(|(scope, cursor)| (*scope, *cursor)).collect(),
            meta: self.meta.clone(),
        }
    }

    /// Every change on it that is not safe on the server.
    pub(crate) fn unsettled(&self) -> Vec<Id> {
        let outbox = self.outbox.values().map(|change| change.uuid);
        outbox.chain(self.attention.keys().copied()).collect()
    }

    /// Every change that lies on it, in whichever drawer.
    pub(crate) fn changes(&self) -> impl Iterator<Item = Id> {
        let outbox = self.outbox.values().map(|change| change.uuid);
        outbox.chain(self.journal.keys().copied()).chain(self.attention.keys().copied())
    }
}

/// An open tab, with what other tabs have told it and it has not heard yet.
#[derive(Debug)]
pub(crate) struct Tab {
    /// Which of all tabs ever opened; an answer finds no other.
    pub(crate) born: u64,
    pub(crate) replica: Replica,
    told: VecDeque<Writes>,
}

/// A phone of one person.
#[derive(Debug)]
pub(crate) struct Phone {
    pub(crate) person: Id,
    pub(crate) disk: Disk,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) backup: Option<Disk>,
    /// How wrong its clock is.
    pub(crate) wrong: Millis,
    /// It lies in a drawer for so many more steps of the village.
    pub(crate) away: usize,
}

impl Phone {
    pub(crate) fn new(person: Id) -> Self {
        let (disk, tabs) = (Disk::default(), Vec::new());
        Self { person, disk, tabs, backup: None, wrong: 0, away: 0 }
    }

    /// The server's epoch as the disk knows it.
    pub(crate) fn epoch(&self) -> Option<&String> {
        self.disk.meta.as_ref().and_then(|meta| meta.epoch.as_ref())
    }

    pub(crate) fn open(&mut self, born: u64, rng: &mut Rng) {
        let mut snapshot = self.disk.snapshot();
        if rng.chance(10) {
            snapshot = form::parse(&form::text(&snapshot)).expect("a snapshot can be read");
        }
        let replica = Replica::restore(self.person, snapshot, rng.id());
        if self.disk.meta.is_none() {
            let meta = Some(replica.meta().clone());
            let mut named = Writes { meta, ..Writes::default() };
            self.disk.keep(&mut named).expect("it is right on any turn");
            return self.open(born, rng);
        }
        self.tabs.push(Tab { born, replica, told: VecDeque::new() });
    }

    /// A tab reads the store anew.
    pub(crate) fn read_anew(&mut self, tab: usize, rng: &mut Rng) {
        let snapshot = self.disk.snapshot();
        self.tabs[tab].replica = Replica::restore(self.person, snapshot, rng.id());
        self.tabs[tab].told.clear();
    }

    /// Takes a stored step into a tab's memory, and tells the others.
    pub(crate) fn absorb(&mut self, tab: usize, writes: &Writes) {
        self.tabs[tab].replica.absorb(writes);
        for (other, open) in self.tabs.iter_mut().enumerate() {
            if other != tab {
                open.told.push_back(writes.clone());
            }
        }
    }

    /// A tab hears what another one has told it.
    ///
    /// # Errors
    /// I7: when it then knows the last step, and not what lies on the disk.
    pub(crate) fn listen(&mut self, tab: usize, rng: &mut Rng) -> Result<(), String> {
        let Some(writes) = self.tabs[tab].told.pop_front() else { return Ok(()) };
        if self.tabs[tab].replica.follows(&writes) {
            self.tabs[tab].replica.absorb(&writes);
        } else {
            self.read_anew(tab, rng);
        }
        let last = writes.turn.is_some_and(|turn| turn + 1 == self.disk.turn);
        if last && !self.tabs[tab].replica.unsent().eq(self.disk.outbox.values()) {
            return Err("I7: a tab shows other unsent words than lie on the disk".into());
        }
        Ok(())
    }

    pub(crate) fn listened(&self, tab: usize) -> bool {
        self.tabs[tab].told.is_empty()
    }
}
