//! How much of somebody's is only on this phone: counted while somebody else, or nobody, is at work.

use domain::Id;

use super::{
    StoreError,
    album::MINE,
    idb::{Database, Named},
    store::{BLOB, OUTBOX, name},
};

const COUNTED: [Named; 2] = [(OUTBOX, true), (BLOB, false)];

/// How many words and pictures of a person have not gone yet. They are counted by their keys; none is read.
pub(crate) async fn waiting(person: Id) -> Result<usize, StoreError> {
    // one that is not there must not be made: its owner is to be told that it is gone
    let Some(database) = Database::there(&name(person)).await? else { return Ok(0) };
    let counted = count(&database).await;
    database.close();
    counted
}

async fn count(database: &Database) -> Result<usize, StoreError> {
    let tx = database.reading(&COUNTED)?;
    let mut count = tx.keys(OUTBOX).await?.length() as usize;
    for key in tx.keys(BLOB).await? {
        let key = key.as_string().unwrap_or_default();
        // beside a picture that was taken here, nothing yet stands for the server that has it
        if key.starts_with(MINE) && tx.get(BLOB, &key).await?.is_some_and(|has| has.is_empty()) {
            count += 1;
        }
    }
    Ok(count)
}
