//! The pictures on this phone: their bytes, and which of them are one's own and still to be sent.
//!
//! The bytes are kept before the change that announces them, and go after it. `mine` beside the bytes says that they
//! were taken here: nothing yet, or the server that has all of them, by the word of its epoch. Should it come back
//! from a backup, they are offered anew.

use domain::{Id, Sorted};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::{Store, StoreError, idb::Durability, store::BLOB};

/// Before the id of a picture, in `blob`.
const BYTES: &str = "photo ";
pub(super) const MINE: &str = "mine ";

/// The pictures whose bytes are here; of one's own, the epoch of the server that has them, empty until one has.
pub(crate) type Held = Sorted<Id, Option<String>>;

impl Store {
    /// Which pictures are here.
    pub(crate) async fn pictures(&self) -> Result<Held, StoreError> {
        let tx = self.reading_blobs().await?;
        let mut held = Held::new();
        for key in tx.keys(BLOB).await? {
            let key = key.as_string().unwrap_or_default();
            let Some(id) = key.strip_prefix(BYTES).and_then(|id| Id::try_parse(id).ok()) else {
                continue;
            };
            held.insert(id, tx.get(BLOB, &format!("{MINE}{id}")).await?);
        }
        Ok(held)
    }

    /// The bytes of a picture, if they are here.
    pub(crate) async fn picture(&self, id: Id) -> Result<Option<Uint8Array>, StoreError> {
        let tx = self.reading_blobs().await?;
        Ok(tx.take(BLOB, &format!("{BYTES}{id}")).await?.dyn_into().ok())
    }

    /// Keeps the bytes of a picture that was taken here. On the disk when this returns.
    pub(crate) async fn keep_picture(&self, id: Id, bytes: &Uint8Array) -> Result<(), StoreError> {
        match self.lay_picture(id, bytes, Some("")).await {
            Err(StoreError::Broken) => {
                self.reopen();
                self.lay_picture(id, bytes, Some("")).await
            }
            Err(StoreError::Full) if self.drop_copies().await => {
                self.lay_picture(id, bytes, Some("")).await
            }
            kept => kept,
        }
    }

    /// Keeps the bytes of a picture that the server has; they can be asked for again.
    pub(crate) async fn copy_picture(&self, id: Id, bytes: &Uint8Array) -> Result<(), StoreError> {
        self.lay_picture(id, bytes, None).await
    }

    /// Notes which server has all of a picture that was taken here.
    pub(crate) async fn delivered(&self, id: Id, epoch: &str) -> Result<(), StoreError> {
        let tx = self.writing_blobs(Durability::Relaxed).await?;
        tx.put(BLOB, &format!("{MINE}{id}"), epoch)?;
        tx.commit().await
    }

    /// Lets go of pictures.
    pub(crate) async fn drop_pictures(&self, ids: &[Id]) -> Result<(), StoreError> {
        let tx = self.writing_blobs(Durability::Relaxed).await?;
        for id in ids {
            for prefix in [BYTES, MINE] {
                tx.cut(BLOB, &JsValue::from(format!("{prefix}{id}")))?;
            }
        }
        tx.commit().await
    }

    /// Lets go of the pictures that were fetched from the village and can be fetched again, when no room is left for
    /// what is only here; whether there were any. None that was taken here is among them.
    pub(super) async fn drop_copies(&self) -> bool {
        let Ok(held) = self.pictures().await else { return false };
        let copies = held.iter().filter(|(_, mine)| mine.is_none());
        let copies: Vec<Id> = copies.map(|(id, _)| *id).collect();
        !copies.is_empty() && self.drop_pictures(&copies).await.is_ok()
    }

    async fn lay_picture(
        &self,
        id: Id,
        bytes: &Uint8Array,
        mine: Option<&str>,
    ) -> Result<(), StoreError> {
        let durability = if mine.is_some() { Durability::Strict } else { Durability::Relaxed };
        let tx = self.writing_blobs(durability).await?;
        tx.lay(BLOB, &format!("{BYTES}{id}"), bytes)?;
        if let Some(mine) = mine {
            tx.put(BLOB, &format!("{MINE}{id}"), mine)?;
        }
        tx.commit().await
    }
}
