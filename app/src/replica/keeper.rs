//! Where a draft lies between two keystrokes: a small database of its own, whose writes outlive a killed browser.
//! What `localStorage` was told last may be gone by then; it serves where the database does not open.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{
    StoreError,
    idb::{Database, Durability, Named},
};
use domain::{Form, form};

use crate::{clock, shelf};

const NAME: &str = "bandeng-drafts";
const DRAFTS: &str = "draft";
const STORES: [Named; 1] = [(DRAFTS, false)];

/// Keeps one draft: one write at a time, always the newest.
pub(crate) struct Keeper<T> {
    key: String,
    database: RefCell<Option<Database>>,
    newest: RefCell<Option<T>>,
    writing: Cell<bool>,
}

impl<T: Default + PartialEq + Form + 'static> Keeper<T> {
    /// Opens the place, and takes out what was begun before.
    pub(crate) async fn open(key: String) -> (Rc<Self>, Option<T>) {
        let (database, newest) = (RefCell::default(), RefCell::new(None));
        let keeper = Self { key, database, newest, writing: Cell::new(false) };
        let kept = match keeper.database().await {
            Ok(database) => read(&database, &keeper.key).await.ok().flatten(),
            Err(_) => None,
        };
        // what lies on the shelf was laid there when the database failed, so it is the newer
        let found = shelf::read(&keeper.key).or(kept).filter(|draft| *draft != T::default());
        (Rc::new(keeper), found)
    }

    /// Keeps a draft; an untouched one leaves nothing behind.
    pub(crate) fn keep(self: &Rc<Self>, draft: T) {
        self.newest.replace(Some(draft));
        if self.writing.replace(true) {
            return;
        }
        let keeper = self.clone();
        leptos::task::spawn_local(async move { keeper.write_out().await });
    }

    /// Forgets the draft: it is stored now. Nothing of it is found again once this returns.
    pub(crate) async fn forget(&self) {
        self.newest.replace(Some(T::default()));
        if !self.writing.replace(true) {
            return self.write_out().await;
        }
        // behind what is being written, or that would be found in its place
        while self.writing.get() {
            clock::rest(5).await;
        }
    }

    async fn write_out(&self) {
        loop {
            let newest = self.newest.take();
            let Some(draft) = newest else { break };
            self.write(&draft).await;
        }
        self.writing.set(false);
    }

    async fn write(&self, draft: &T) {
        let text = (*draft != T::default()).then(|| form::text(draft));
        let mut kept = self.try_write(text.as_deref()).await;
        if kept.is_err() {
            // a connection is lost now and then: once more, anew
            self.database.replace(None);
            kept = self.try_write(text.as_deref()).await;
        }
        if kept.is_ok() {
            shelf::clear(&self.key);
        } else {
            // an empty one, too: it lies over what the database still has
            shelf::write(&self.key, draft);
        }
    }

    async fn try_write(&self, text: Option<&str>) -> Result<(), StoreError> {
        write(&self.database().await?, &self.key, text).await
    }

    async fn database(&self) -> Result<Database, StoreError> {
        if let Some(database) = self.database.borrow().clone() {
            return Ok(database);
        }
        let opened = Database::open(NAME, &STORES, || (), || ()).await?;
        self.database.replace(Some(opened.clone()));
        Ok(opened)
    }
}

async fn read<T: Form>(database: &Database, key: &str) -> Result<Option<T>, StoreError> {
    Ok(form::perhaps(database.reading(&STORES)?.get(DRAFTS, key).await?))
}

/// Not strict: a letter need not be on the disk at once, it need only have left the browser.
async fn write(database: &Database, key: &str, text: Option<&str>) -> Result<(), StoreError> {
    let tx = database.writing(&STORES, Durability::Relaxed)?;
    match text {
        Some(text) => tx.put(DRAFTS, key, text)?,
        None => tx.cut(DRAFTS, &key.into())?,
    }
    tx.commit().await
}
