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

use crate::shelf;

const NAME: &str = "bandeng-drafts";
const DRAFTS: &str = "draft";
const STORES: [Named; 1] = [(DRAFTS, false)];

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
        let database = Database::open(NAME, &STORES, || (), || ()).await.ok();
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
