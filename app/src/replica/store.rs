//! The phone's store: IndexedDB, one database a person, seven generic stores of JSON text.
//!
//! Every step is one transaction over all stores, with strict durability: what it wrote is on the disk when
//! [`Store::keep`] returns, or nothing of it is. Nothing but the transaction's own requests is awaited inside one.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use domain::{
    Change, Form, Id, form,
    sync::{Snapshot, Writes},
};
use wasm_bindgen::JsValue;

use super::{
    StoreError,
    idb::{Database, Durability, Named, Transaction},
};

use crate::prelude::*;

const ROWS: &str = "rows";
pub(super) const OUTBOX: &str = "outbox";
const JOURNAL: &str = "journal";
const ATTENTION: &str = "attention";
const CURSOR: &str = "cursor";
pub(super) const BLOB: &str = "blob";
const META: &str = "meta";
/// The outbox numbers its changes.
const ALL: [Named; 7] = [
    (ROWS, false),
    (OUTBOX, true),
    (JOURNAL, false),
    (ATTENTION, false),
    (CURSOR, false),
    (BLOB, false),
    (META, false),
];
const ASIDE: [Named; 1] = [(BLOB, false)];
/// What is written in `meta`: the phone's own page, and how many steps were written so far.
const PAGE: &str = "page";
const TURN: &str = "turn";

/// Before the id of a record, in `blob`: what the village told of its past.
const PAST: &str = "past ";

/// Where the past of a record is laid aside.
pub(crate) fn past_of(record: Id) -> String {
    format!("{PAST}{record}")
}

/// What a person's database is called.
pub(super) fn name(person: Id) -> String {
    format!("bandeng-{person}")
}

/// One person's database on this phone.
pub(crate) struct Store {
    name: String,
    database: RefCell<Option<Database>>,
    made: Rc<Cell<bool>>,
    /// Set when another tab waits for us to let go, or we for it.
    pub(crate) blocked: RwSignal<bool>,
    /// Set when a newer version in another tab took the store over.
    pub(crate) outgrown: RwSignal<bool>,
}

impl Store {
    /// Opens a person's database, made if need be, and reads all of it. `blocked` tells while it waits for another tab.
    pub(crate) async fn open(
        person: Id,
        blocked: RwSignal<bool>,
    ) -> Result<(Self, Snapshot), StoreError> {
        let (name, made) = (name(person), Rc::default());
        let outgrown = RwSignal::new(false);
        let store = Self { name, database: RefCell::new(None), made, blocked, outgrown };
        let snapshot = store.read().await?;
        Ok((store, snapshot))
    }

    /// Whether there was no database, so that an empty one was made.
    pub(crate) fn made(&self) -> bool {
        self.made.get()
    }

    /// Reads everything.
    pub(crate) async fn read(&self) -> Result<Snapshot, StoreError> {
        match self.try_read().await {
            Err(StoreError::Broken) => {
                self.reopen();
                self.try_read().await
            }
            read => read,
        }
    }

    /// Writes one step, and gives the changes it adds to the outbox their numbers. On the disk when it returns.
    pub(crate) async fn keep(&self, writes: &mut Writes) -> Result<(), StoreError> {
        match self.try_keep(writes).await {
            // WebKit loses the connection now and then, and a tab in the background is broken off: once more, anew
            Err(StoreError::Broken) => {
                self.reopen();
                self.try_keep(writes).await
            }
            Err(StoreError::Full) if self.drop_copies().await => self.try_keep(writes).await,
            kept => kept,
        }
    }

    /// What was laid aside under a name; nothing, when it cannot be read.
    pub(crate) async fn laid_aside(&self, name: &str) -> Option<String> {
        let tx = self.reading_blobs().await.ok()?;
        tx.get(BLOB, name).await.ok()?
    }

    /// Lays something aside that can be asked for again, so it need not be on the disk at once.
    pub(crate) async fn lay_aside(&self, name: &str, text: &str) -> Result<(), StoreError> {
        let tx = self.writing_blobs(Durability::Relaxed).await?;
        tx.put(BLOB, name, text)?;
        tx.commit().await
    }

    /// Begins to read what is laid aside.
    pub(super) async fn reading_blobs(&self) -> Result<Transaction, StoreError> {
        self.database().await?.reading(&ASIDE)
    }

    /// Begins to write what is laid aside.
    pub(super) async fn writing_blobs(
        &self,
        durability: Durability,
    ) -> Result<Transaction, StoreError> {
        self.database().await?.writing(&ASIDE, durability)
    }

    /// Lets go of the connection, after it broke; the next step opens it anew.
    pub(super) fn reopen(&self) {
        self.database.replace(None);
    }

    async fn database(&self) -> Result<Database, StoreError> {
        if let Some(database) = self.database.borrow().clone() {
            return Ok(database);
        }
        let (blocked, made) = (self.blocked, self.made.clone());
        let tell = move || blocked.set(true);
        let opened = Database::open(&self.name, &ALL, tell, move || made.set(true)).await?;
        blocked.set(false);
        self.outgrown.set(false);
        // whoever asks us to let go is newer; nothing is written here any more, and the page says so at once
        let outgrown = self.outgrown;
        opened.give_way(move || outgrown.set(true));
        self.database.replace(Some(opened.clone()));
        Ok(opened)
    }

    async fn try_read(&self) -> Result<Snapshot, StoreError> {
        let tx = self.database().await?.reading(&ALL)?;
        let mut read = Snapshot { outbox: numbered(&tx).await?, ..Snapshot::default() };
        read.turn = form::perhaps(tx.get(META, TURN).await?).unwrap_or(0);
        read.meta = form::perhaps(tx.get(META, PAGE).await?);
        for (store, take) in [
            (ROWS, &mut into(&mut read.rows) as Take<'_>),
            (JOURNAL, &mut into(&mut read.journal)),
            (ATTENTION, &mut into(&mut read.attention)),
            (CURSOR, &mut into(&mut read.cursors)),
        ] {
            all(&tx, store, take).await?;
        }
        Ok(read)
    }

    async fn try_keep(&self, writes: &mut Writes) -> Result<(), StoreError> {
        let tx = self.database().await?.writing(&ALL, Durability::Strict)?;
        let turn = form::perhaps(tx.get(META, TURN).await?).unwrap_or(0);
        if writes.turn.is_some_and(|decided_on| decided_on != turn) {
            return Err(StoreError::Stale);
        }
        if writes.clear {
            for key in tx.keys(BLOB).await? {
                if key.as_string().is_some_and(|key| key.starts_with(PAST)) {
                    tx.cut(BLOB, &key)?;
                }
            }
        }
        issue(&tx, writes)?;
        tx.put(META, TURN, &form::text(&(turn + 1)))?;
        let mut adding = Vec::with_capacity(writes.outbox_add.len());
        for change in &writes.outbox_add {
            adding.push(tx.add(OUTBOX, &form::text(change))?);
        }
        tx.commit().await?;
        let mut numbers = Vec::with_capacity(adding.len());
        for request in adding {
            numbers.push(request.result()?.as_f64().map_or(0, whole));
        }
        writes.turn = Some(turn);
        writes.numbered(&numbers);
        Ok(())
    }
}

/// Issues every request of a step without waiting in between: a transaction that idles is closed by the browser.
fn issue(tx: &Transaction, writes: &Writes) -> Result<(), StoreError> {
    if writes.clear {
        tx.clear(ROWS)?;
        tx.clear(CURSOR)?;
    }
    for id in &writes.rows_cut {
        tx.cut(ROWS, &id.to_string().into())?;
        // whoever may not read a record any more may not read what it once said either
        tx.cut(BLOB, &past_of(*id).into())?;
    }
    for row in &writes.rows_put {
        tx.put(ROWS, &row.id.to_string(), &form::text(row))?;
        // what the authority itself wrote anew may have lost a name, and what it once said has it still
        if row.by.is_none() {
            tx.cut(BLOB, &past_of(row.id).into())?;
        }
    }
    for seq in &writes.outbox_cut {
        tx.cut(OUTBOX, &JsValue::from_f64(number(*seq)))?;
    }
    for (name, cut) in [(JOURNAL, &writes.journal_cut), (ATTENTION, &writes.attention_cut)] {
        for uuid in cut {
            tx.cut(name, &uuid.to_string().into())?;
        }
    }
    for kept in &writes.journal_put {
        tx.put(JOURNAL, &kept.change.uuid.to_string(), &form::text(kept))?;
    }
    for attention in &writes.attention_put {
        tx.put(ATTENTION, &attention.change.uuid.to_string(), &form::text(attention))?;
    }
    for scope in &writes.cursors_cut {
        tx.cut(CURSOR, &scope.to_string().into())?;
    }
    for cursor in &writes.cursors_put {
        tx.put(CURSOR, &cursor.0.to_string(), &form::text(cursor))?;
    }
    match &writes.meta {
        Some(meta) => tx.put(META, PAGE, &form::text(meta)),
        None => Ok(()),
    }
}

/// Takes one value of a store; whether it could be read.
type Take<'a> = &'a mut dyn FnMut(&str) -> bool;

/// All values of a store, to be read by `take`. One that this version cannot read stays where it is.
async fn all(tx: &Transaction, store: &str, take: Take<'_>) -> Result<(), StoreError> {
    for value in tx.all(store).await? {
        if !take(&value.as_string().unwrap_or_default()) {
            leptos::logging::warn!("a value in {store} is not readable by this version");
        }
    }
    Ok(())
}

/// Takes a value among the others, if this version can read it.
fn into<T: Form>(read: &mut Vec<T>) -> impl FnMut(&str) -> bool {
    |text| form::parse(text).map(|value| read.push(value)).is_ok()
}

/// The outbox, each change with the number it lies under. One that this version cannot read keeps its number.
async fn numbered(tx: &Transaction) -> Result<Vec<Change>, StoreError> {
    let values = tx.all(OUTBOX).await?;
    let numbers = tx.keys(OUTBOX).await?;
    let mut outbox = Vec::new();
    for (index, value) in (0..).zip(values) {
        let number = numbers.get(index).as_f64().ok_or(StoreError::Broken)?;
        let value = value.as_string().unwrap_or_default();
        match form::parse::<Change>(&value) {
            Ok(change) => outbox.push(Change { seq: whole(number), ..change }),
            Err(_) => leptos::logging::warn!("a change that waits is not readable by this version"),
        }
    }
    Ok(outbox)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "IndexedDB counts from 1 in whole numbers below 2^53"
)]
fn whole(number: f64) -> u64 {
    number as u64
}

#[expect(clippy::cast_precision_loss, reason = "IndexedDB counts in whole numbers below 2^53")]
fn number(seq: u64) -> f64 {
    seq as f64
}
