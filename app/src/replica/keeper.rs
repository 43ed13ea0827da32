//! Where a draft lies between two keystrokes: a small database of its own, whose writes outlive a killed browser.
//! What `localStorage` was told last may be gone by then; it serves where the database does not open.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use domain::{Form, form};
use indexed_db_futures::{
    Build,
    database::Database,
    error::{Error, OpenDbError},
    query_source::QuerySource,
    transaction::{TransactionDurability, TransactionMode, TransactionOptions},
};

use crate::shelf;

const NAME: &str = "bandeng-drafts";
const DRAFTS: &str = "draft";

/// Keeps one draft: one write at a time, always the newest.
pub(crate) struct Keeper<T> {
    key: String,
    database: Option<Database>,
    newest: RefCell<Option<T>>,
    writing: Cell<bool>,
}

impl<T: Default + PartialEq + Form + 'static> Keeper<T> {
    /// Opens the place, and takes out what was begun before.
    pub(crate) async fn open(key: String) -> (Rc<Self>, Option<T>) {
        let database = database().await.ok();
        let kept = match &database {
            Some(database) => read(database, &key).await.ok().flatten(),
            None => None,
        };
        // what lies on the shelf was laid there when the database failed, so it is the newer
        let found = shelf::read(&key).or(kept).filter(|draft| *draft != T::default());
        let newest = RefCell::new(None);
        (Rc::new(Self { key, database, newest, writing: Cell::new(false) }), found)
    }

    /// Keeps a draft; an untouched one leaves nothing behind.
    pub(crate) fn keep(self: &Rc<Self>, draft: T) {
        self.newest.replace(Some(draft));
        if self.writing.replace(true) {
            return;
        }
        let keeper = self.clone();
        leptos::task::spawn_local(async move {
            loop {
                let newest = keeper.newest.take();
                let Some(draft) = newest else { break };
                keeper.write(&draft).await;
            }
            keeper.writing.set(false);
        });
    }

    /// Forgets the draft: it is stored now. Nothing of it is left when this returns.
    pub(crate) async fn forget(&self) {
        self.newest.replace(None);
        self.write(&T::default()).await;
    }

    async fn write(&self, draft: &T) {
        let text = (*draft != T::default()).then(|| form::text(draft));
        let kept = match &self.database {
            Some(database) => write(database, &self.key, text.as_deref()).await.is_ok(),
            None => false,
        };
        if kept || text.is_none() {
            shelf::clear(&self.key);
        } else {
            shelf::write(&self.key, draft);
        }
    }
}

async fn database() -> Result<Database, OpenDbError> {
    Database::open(NAME)
        .with_version(1_u8)
        .with_on_upgrade_needed(|_, database| {
            database.create_object_store(DRAFTS).build()?;
            Ok(())
        })
        .await
}

async fn read<T: Form>(database: &Database, key: &str) -> Result<Option<T>, Error> {
    let tx = database.transaction([DRAFTS]).with_mode(TransactionMode::Readonly).build()?;
    let text: Option<String> = tx.object_store(DRAFTS)?.get(key.to_owned()).build()?.await?;
    Ok(form::perhaps(text))
}

/// Not strict: a letter need not be on the disk at once, it need only have left the browser.
async fn write(database: &Database, key: &str, text: Option<&str>) -> Result<(), Error> {
    let relaxed = TransactionOptions::new().with_durability(TransactionDurability::Relaxed);
    let mode = TransactionMode::Readwrite;
    let tx = database.transaction([DRAFTS]).with_mode(mode).with_options(relaxed).build()?;
    let drafts = tx.object_store(DRAFTS)?;
    match text {
        Some(text) => drop(drafts.put(text.to_owned()).with_key(key.to_owned()).build()?),
        None => drop(drafts.delete(key.to_owned()).build()?),
    }
    tx.commit().await
}
