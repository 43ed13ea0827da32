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
use indexed_db_futures::{
    Build,
    database::Database,
    internals::SystemRepr,
    query_source::QuerySource,
    transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions},
};

use super::StoreError;

use crate::prelude::*;

const ROWS: &str = "rows";
const OUTBOX: &str = "outbox";
const JOURNAL: &str = "journal";
const ATTENTION: &str = "attention";
const CURSOR: &str = "cursor";
const BLOB: &str = "blob";
const META: &str = "meta";
const ALL: [&str; 7] = [ROWS, OUTBOX, JOURNAL, ATTENTION, CURSOR, BLOB, META];
/// What is written in `meta`: the phone's own page, and how many steps were written so far.
const PAGE: &str = "page";
const TURN: &str = "turn";

/// One person's database on this phone.
pub(crate) struct Store {
    name: String,
    database: RefCell<Option<Database>>,
    made: Rc<Cell<bool>>,
    /// Set when another tab waits for us to let go, or we for it.
    pub(crate) blocked: RwSignal<bool>,
}

impl Store {
    /// Opens a person's database, made if need be, and reads all of it. `blocked` tells while it waits for another tab.
    pub(crate) async fn open(
        person: Id,
        blocked: RwSignal<bool>,
    ) -> Result<(Self, Snapshot), StoreError> {
        let (name, made) = (format!("bandeng-{person}"), Rc::default());
        let store = Self { name, database: RefCell::new(None), made, blocked };
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
                self.database.replace(None);
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
                self.database.replace(None);
                self.try_keep(writes).await
            }
            kept => kept,
        }
    }

    async fn database(&self) -> Result<Database, StoreError> {
        if let Some(database) = self.database.borrow().clone() {
            return Ok(database);
        }
        let (blocked, made) = (self.blocked, self.made.clone());
        let opened = Database::open(self.name.as_str())
            .with_version(1_u8)
            .with_on_blocked(move |_| {
                blocked.set(true);
                Ok(())
            })
            .with_on_upgrade_needed(move |_, database| {
                made.set(true);
                for name in ALL {
                    database
                        .create_object_store(name)
                        .with_auto_increment(name == OUTBOX)
                        .build()?;
                }
                Ok(())
            })
            .await?;
        blocked.set(false);
        self.watch(&opened);
        self.database.replace(Some(opened.clone()));
        Ok(opened)
    }

    /// Lets go at once when another tab wants to upgrade, and opens anew at the next use when the browser let go.
    fn watch(&self, database: &Database) {
        let Ok(mut changes) = database.version_changes() else { return };
        let (database, blocked) = (database.clone(), self.blocked);
        leptos::task::spawn_local(async move {
            if changes.recv().await.is_some() {
                database.close();
                blocked.set(true);
            }
        });
    }

    async fn try_read(&self) -> Result<Snapshot, StoreError> {
        let database = self.database().await?;
        let tx = database.transaction(ALL).with_mode(TransactionMode::Readonly).build()?;
        let mut read = Snapshot { outbox: numbered(&tx).await?, ..Snapshot::default() };
        read.turn = form::perhaps(one(&tx, TURN).await?).unwrap_or(0);
        read.meta = form::perhaps(one(&tx, PAGE).await?);
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
        let database = self.database().await?;
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let mode = TransactionMode::Readwrite;
        let tx = database.transaction(ALL).with_mode(mode).with_options(strict).build()?;
        let turn = form::perhaps(one(&tx, TURN).await?).unwrap_or(0);
        if writes.turn.is_some_and(|decided_on| decided_on != turn) {
            return Err(StoreError::Stale);
        }
        issue(&tx, writes)?;
        put(&tx, META, TURN.into(), form::text(&(turn + 1)))?;
        let outbox = tx.object_store(OUTBOX)?;
        let mut adding = Vec::with_capacity(writes.outbox_add.len());
        for change in &writes.outbox_add {
            adding.push(outbox.add(form::text(change)).with_key_type::<f64>().build()?);
        }
        let mut numbers = Vec::with_capacity(adding.len());
        for request in adding {
            numbers.push(whole(request.await?));
        }
        let raw = tx.as_sys().clone();
        tx.commit().await.map_err(|error| StoreError::of_commit(raw.as_ref(), error))?;
        writes.turn = Some(turn);
        writes.numbered(&numbers);
        Ok(())
    }
}

/// Issues every request of a step without waiting in between: a transaction that idles is closed by the browser.
fn issue(tx: &Transaction<'_>, writes: &Writes) -> Result<(), StoreError> {
    let (rows, cursors) = (tx.object_store(ROWS)?, tx.object_store(CURSOR)?);
    if writes.clear {
        rows.clear()?;
        cursors.clear()?;
    }
    for id in &writes.rows_cut {
        rows.delete(id.to_string()).build()?;
    }
    for row in &writes.rows_put {
        put(tx, ROWS, row.id.to_string(), form::text(row))?;
    }
    let outbox = tx.object_store(OUTBOX)?;
    for seq in &writes.outbox_cut {
        outbox.delete(number(*seq)).build()?;
    }
    for (name, cut) in [(JOURNAL, &writes.journal_cut), (ATTENTION, &writes.attention_cut)] {
        let store = tx.object_store(name)?;
        for uuid in cut {
            store.delete(uuid.to_string()).build()?;
        }
    }
    for kept in &writes.journal_put {
        put(tx, JOURNAL, kept.change.uuid.to_string(), form::text(kept))?;
    }
    for attention in &writes.attention_put {
        put(tx, ATTENTION, attention.change.uuid.to_string(), form::text(attention))?;
    }
    for scope in &writes.cursors_cut {
        cursors.delete(scope.to_string()).build()?;
    }
    for cursor in &writes.cursors_put {
        put(tx, CURSOR, cursor.0.to_string(), form::text(cursor))?;
    }
    match &writes.meta {
        Some(meta) => put(tx, META, PAGE.into(), form::text(meta)),
        None => Ok(()),
    }
}

#[inline(never)]
fn put(tx: &Transaction<'_>, store: &str, key: String, text: String) -> Result<(), StoreError> {
    tx.object_store(store)?.put(text).with_key(key).build()?;
    Ok(())
}

async fn one(tx: &Transaction<'_>, key: &str) -> Result<Option<String>, StoreError> {
    Ok(tx.object_store(META)?.get(key.to_owned()).build()?.await?)
}

/// Takes one value of a store; whether it could be read.
type Take<'a> = &'a mut dyn FnMut(&str) -> bool;

/// All values of a store, to be read by `take`. One that this version cannot read stays where it is.
async fn all(tx: &Transaction<'_>, store: &str, take: Take<'_>) -> Result<(), StoreError> {
    let values = tx.object_store(store)?.get_all::<String>().build()?.await?;
    for value in values {
        if !take(&value?) {
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
async fn numbered(tx: &Transaction<'_>) -> Result<Vec<Change>, StoreError> {
    let store = tx.object_store(OUTBOX)?;
    let values = store.get_all::<String>().build()?.await?;
    let numbers = store.get_all_keys::<f64>().build()?.await?;
    let mut outbox = Vec::new();
    for (value, number) in values.zip(numbers) {
        let (value, number) = (value?, number?);
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
