//! The few words of IndexedDB that the store and the drafts need, as futures.
//!
//! A transaction that is let go of before [`Transaction::commit`] is broken off, so that a step is written as a whole or
//! not at all. A future of a request goes on within the browser's own answer, while the transaction still stands.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use super::StoreError;

/// Whether a step is on the disk before it counts as written, or need only have left the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Durability {
    /// On the disk.
    Strict,
    /// Out of the browser.
    Relaxed,
}

/// A store's name, and whether it numbers what is added.
pub(super) type Named = (&'static str, bool);

/// An open database; all its clones are one connection.
#[derive(Clone)]
pub(super) struct Database(IdbDatabase);

/// A step that is being made, over all stores that were asked for.
pub(super) struct Transaction {
    raw: IdbTransaction,
    committing: bool,
}

impl Database {
    /// Opens a database, with these stores if it is new: then `made` is told. `blocked` is told while another tab holds
    /// an older version.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] in a browser that has no store or does not let us use it.
    pub(super) async fn open(
        name: &str,
        stores: &'static [Named],
        blocked: impl Fn() + 'static,
        made: impl FnOnce() + 'static,
    ) -> Result<Self, StoreError> {
        let Some(factory) = leptos::prelude::window().indexed_db()? else {
            return Err(StoreError::NotThere);
        };
        let request = factory.open_with_u32(name, 1)?;
        let asked = request.clone();
        let upgrade = Closure::once_into_js(move || upgrade(&asked, stores, made));
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        request.set_onblocked(Some(Closure::once_into_js(blocked).unchecked_ref()));
        Ok(Self(answer(&request).await?.unchecked_into()))
    }

    /// Opens a database as it is; nothing, when there is none, and none is made.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(super) async fn there(name: &str) -> Result<Option<Self>, StoreError> {
        let Some(factory) = leptos::prelude::window().indexed_db()? else {
            return Err(StoreError::NotThere);
        };
        let request = factory.open_with_u32(name, 1)?;
        let (asked, none) = (request.clone(), Rc::new(Cell::new(false)));
        let new = none.clone();
        let made = Closure::once_into_js(move || {
            new.set(true);
            // broken off in the making, it leaves nothing behind
            Reflect::get(&asked, &"transaction".into())
                .and_then(|tx| said(&tx, "abort")?.call0(&tx))
                .map(drop)
        });
        request.set_onupgradeneeded(Some(made.unchecked_ref()));
        match answer(&request).await {
            Ok(database) => Ok(Some(Self(database.unchecked_into()))),
            Err(_) if none.get() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Lets go of it.
    pub(super) fn close(&self) {
        self.0.close();
    }

    /// Lets go at once when another tab wants to upgrade, and then tells.
    pub(super) fn give_way(&self, told: impl FnOnce() + 'static) {
        let database = self.0.clone();
        let give_way = Closure::once_into_js(move || {
            database.close();
            told();
        });
        self.0.set_onversionchange(Some(give_way.unchecked_ref()));
    }

    /// Begins to read.
    ///
    /// # Errors
    /// When the browser has let go of the database.
    pub(super) fn reading(&self, stores: &[Named]) -> Result<Transaction, StoreError> {
        self.begin(stores, "readonly", Durability::Relaxed)
    }

    /// Begins to write.
    ///
    /// # Errors
    /// As [`Self::reading`].
    pub(super) fn writing(
        &self,
        stores: &[Named],
        durability: Durability,
    ) -> Result<Transaction, StoreError> {
        self.begin(stores, "readwrite", durability)
    }

    /// By name: `web-sys` does not count the browser's third argument as stable.
    fn begin(
        &self,
        stores: &[Named],
        mode: &str,
        durability: Durability,
    ) -> Result<Transaction, StoreError> {
        let names = Array::new();
        for (name, _) in stores {
            names.push(&JsValue::from_str(name));
        }
        let durability = match durability {
            Durability::Strict => "strict",
            Durability::Relaxed => "relaxed",
        };
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &durability.into())?;
        let raw = said(&self.0, "transaction")?.call3(&self.0, &names, &mode.into(), &options)?;
        Ok(Transaction { raw: raw.unchecked_into(), committing: false })
    }
}

impl Transaction {
    /// Puts a text under a key. Like all that writes, it is asked for at once and waits for nothing.
    ///
    /// # Errors
    /// When the transaction is over.
    pub(super) fn put(&self, store: &str, key: &str, text: &str) -> Result<(), StoreError> {
        self.lay(store, key, &text.into())
    }

    /// Puts anything that the browser can keep under a key.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub(super) fn lay(&self, store: &str, key: &str, value: &JsValue) -> Result<(), StoreError> {
        self.store(store)?.put_with_key(value, &key.into())?;
        Ok(())
    }

    /// Adds a text; the request's answer, once the step is written, is its number.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub(super) fn add(&self, store: &str, text: &str) -> Result<IdbRequest, StoreError> {
        Ok(self.store(store)?.add(&text.into())?)
    }

    /// Takes out what lies under a key.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub(super) fn cut(&self, store: &str, key: &JsValue) -> Result<(), StoreError> {
        self.store(store)?.delete(key)?;
        Ok(())
    }

    /// Empties a store.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub(super) fn clear(&self, store: &str) -> Result<(), StoreError> {
        self.store(store)?.clear()?;
        Ok(())
    }

    /// The text under a key.
    ///
    /// # Errors
    /// When it could not be read.
    pub(super) async fn get(&self, store: &str, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.take(store, key).await?.as_string())
    }

    /// What lies under a key.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub(super) async fn take(&self, store: &str, key: &str) -> Result<JsValue, StoreError> {
        answer(&self.store(store)?.get(&key.into())?).await
    }

    /// All texts of a store.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub(super) async fn all(&self, store: &str) -> Result<Array, StoreError> {
        Ok(answer(&self.store(store)?.get_all()?).await?.unchecked_into())
    }

    /// All keys of a store, in the order of its texts.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub(super) async fn keys(&self, store: &str) -> Result<Array, StoreError> {
        Ok(answer(&self.store(store)?.get_all_keys()?).await?.unchecked_into())
    }

    /// Ends the step: all of it is written when this returns, or nothing is.
    ///
    /// # Errors
    /// Why nothing was written. That there is no room is found out only here, and stands nowhere but on the
    /// transaction itself.
    pub(super) async fn commit(mut self) -> Result<(), StoreError> {
        self.committing = true;
        let raw = self.raw.clone();
        // heard before it is asked for: an answer that nobody hears is a trouble on the page
        let over = JsFuture::from(Promise::new(&mut |complete, abort| {
            raw.set_oncomplete(Some(&complete));
            raw.set_onabort(Some(&abort));
        }));
        let ended = match said(&self.raw, "commit")?.call0(&self.raw) {
            Ok(_) => over.await,
            Err(error) => Err(error),
        };
        ended.map(drop).map_err(|error| self.raw.error().map_or(error, JsValue::from).into())
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, StoreError> {
        Ok(self.raw.object_store(name)?)
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if !self.committing {
            // one that the browser has ended already cannot be broken off, nor need it be
            drop(self.raw.abort());
        }
    }
}

/// What an object can be told.
fn said(object: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(object, &name.into())?.dyn_into()
}

/// Makes the stores that are not there; what is thrown here breaks off the opening. `made` is told when there was none:
/// then the database is new, and not one of an older version.
fn upgrade(asked: &IdbOpenDbRequest, stores: &[Named], made: impl FnOnce()) -> Result<(), JsValue> {
    let database: IdbDatabase = asked.result()?.unchecked_into();
    let there = database.object_store_names();
    if there.length() == 0 {
        made();
    }
    for (name, numbers) in stores.iter().filter(|(name, _)| !there.contains(name)) {
        let how = IdbObjectStoreParameters::new();
        how.set_auto_increment(*numbers);
        database.create_object_store_with_optional_parameters(name, &how)?;
    }
    Ok(())
}

/// What a request is answered.
async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let answered = Promise::new(&mut |success, error| {
        request.set_onsuccess(Some(&success));
        request.set_onerror(Some(&error));
    });
    match JsFuture::from(answered).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request.error()?.map_or(StoreError::Broken, |why| JsValue::from(why).into())),
    }
}
