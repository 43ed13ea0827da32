//! What is only on one phone, as a file that the same person reads in on another.

use super::{Attention, Replica, Writes};
use crate::{Change, Form, Id, Millis, form};

const FORMAT: &str = "bandeng-outbox";
const VERSION: u32 = 1;

/// What is in the file. Its JSON is frozen by a test: a field is only ever added.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Carried {
    /// The word that every such file begins with.
    pub format: String,
    /// The version of the file.
    pub version: u32,
    /// Whose words they are.
    pub person: Id,
    /// The person's name, for whoever finds the file.
    pub name: String,
    /// When it was made, by the phone's clock.
    pub exported_at: Millis,
    /// The copy of the app that it comes from.
    #[form(sparse)]
    pub client: Option<Id>,
    /// Changes not sent yet.
    pub changes: Vec<Change>,
    /// Changes that need eyes.
    pub attention: Vec<Attention>,
}

/// Enough of a file to see whether it is one of ours.
#[derive(Form)]
struct Cover {
    format: String,
    version: u32,
}

/// Why a file cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCarried {
    /// Not a file of this app, or a torn one.
    #[error("not a file of this app, or a torn one")]
    NotOurs,
    /// Of a newer version.
    #[error("of a newer version")]
    TooNew,
    /// Somebody else's, of that name.
    #[error("these are the words of {0}")]
    NotYours(String),
}

impl Carried {
    /// Reads a file for a person: all of it, or nothing.
    ///
    /// # Errors
    /// When it is another's, or cannot be read.
    pub fn read_for(person: Id, text: &str) -> Result<Self, NotCarried> {
        let cover: Cover = form::parse(text).map_err(|_| NotCarried::NotOurs)?;
        if cover.format != FORMAT {
            return Err(NotCarried::NotOurs);
        }
        if cover.version > VERSION {
            return Err(NotCarried::TooNew);
        }
        let carried: Self = form::parse(text).map_err(|_| NotCarried::NotOurs)?;
        if carried.person == person { Ok(carried) } else { Err(NotCarried::NotYours(carried.name)) }
    }

    /// How many changes are in it.
    #[must_use]
    pub fn count(&self) -> usize {
        self.changes.len() + self.attention.len()
    }
}

impl Replica {
    /// All that is only on this phone, for a file; `extra` is a change that the store would not take.
    #[must_use]
    pub fn carry(&self, name: String, exported_at: Millis, extra: Option<Change>) -> Carried {
        Carried {
            format: FORMAT.to_owned(),
            version: VERSION,
            person: self.person(),
            name,
            exported_at,
            client: Some(self.meta().client),
            changes: self.unsent().cloned().chain(extra).collect(),
            attention: self.attention().cloned().collect(),
        }
    }

    /// What to write to take in a file: what is here already is passed over.
    #[must_use]
    pub fn unpack(&self, carried: Carried) -> Writes {
        let known = |id: Id| {
            self.unsent().any(|change| change.uuid == id)
                || self.journal().any(|kept| kept.change.uuid == id)
                || self.attention().any(|attention| attention.change.uuid == id)
        };
        let from = carried.client.filter(|client| *client != self.meta().client);
        let brought = |change: Change| Change { made_on: change.made_on.or(from), ..change };
        let fresh = carried.attention.into_iter().filter(|kept| !known(kept.change.uuid));
        let fresh = fresh.map(|kept| Attention { change: brought(kept.change), ..kept });
        let changes = carried.changes.into_iter().map(brought);
        Writes { attention_put: fresh.collect(), ..self.take_in(changes.collect()) }
    }
}
