//! The messages between phone and server. Their JSON is frozen by tests: a field is only ever added.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Columns, Cursor};
use crate::{Change, Id, Millis, Refusal, Scope};

/// The version of the messages.
pub const PROTO: u32 = 1;

/// What a phone has to tell. The server reads it with `C = serde_json::Value`, so that one unreadable change
/// does not stop the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Push<C = Change> {
    /// The version of the messages.
    pub proto: u32,
    /// The build of the app.
    pub build: String,
    /// The server's epoch as the phone knows it.
    #[serde(default)]
    pub epoch: Option<String>,
    /// Whose copy it is: words of one person never go out in another's name, whoever signed in meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id>,
    /// The copy of the app that speaks; a new one after a restored backup.
    pub client: Id,
    /// When it was sent, by the phone's clock: the server learns how wrong that is.
    pub sent_at: Millis,
    /// In the order in which they were made.
    pub changes: Vec<C>,
}

/// What became of one change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "r", rename_all = "snake_case")]
pub enum Outcome {
    /// It stands as it was written.
    Ok,
    /// Two texts became one.
    Merged,
    /// Two people wrote one place; this value stands or both do, and the other is kept.
    Both,
    /// It was not accepted.
    Refused {
        /// Why.
        refusal: Refusal,
    },
}

/// The server's answer to one change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The change.
    pub uuid: Id,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The server had it already.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dup: bool,
    /// Where the record lies now, with a version of that scope that carries the change; for a change that said
    /// what already stood, the scope's present version. None when it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<(Scope, u64)>,
}

/// A push that was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// The server's epoch.
    pub epoch: String,
    /// When, by the server's clock.
    pub server_at: Millis,
    /// One answer a change, in the order of the push.
    pub results: Vec<Answer>,
}

/// The answer to a push.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PushReply {
    /// It was taken; each change has its own answer.
    Taken(Taken),
    /// Another copy of this phone has used these numbers: take a new client id and send again.
    Fork {
        /// Always true.
        fork: bool,
    },
}

/// What a phone asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pull {
    /// The version of the messages.
    pub proto: u32,
    /// The build of the app.
    pub build: String,
    /// The server's epoch as the phone knows it.
    #[serde(default)]
    pub epoch: Option<String>,
    /// Whose copy it is: nobody's records come down into another's store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id>,
    /// The copy of the app that asks.
    pub client: Id,
    /// How far it has read each scope it holds.
    pub cursors: BTreeMap<Scope, Cursor>,
}

/// News of one scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The scope.
    pub scope: Scope,
    /// What it follows on; none when it replaces all that the phone holds of the scope.
    #[serde(default)]
    pub from: Option<Cursor>,
    /// How far it goes.
    pub to: Cursor,
    /// Records that moved to another scope, with the revision they left with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<(Id, u64)>,
    /// Records that are new or changed.
    #[serde(default)]
    pub rows: Columns,
}

/// The answer to a pull: only scopes with news.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PullReply {
    /// The server's epoch. Another than the phone knows means: restored from a backup, begin anew.
    pub epoch: String,
    /// Whether the epoch differs from the one asked with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reset: bool,
    /// Builds older than this may push but should be brought up to date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_build: Option<String>,
    /// When, by the server's clock.
    pub server_at: Millis,
    /// Scopes the phone asked for and the person may no longer read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revoked: Vec<Scope>,
    /// The news, at most one page a scope, in the order of [`Scope`]: a village comes before its drafts, so that a
    /// record that was published is seen to arrive before it is seen to leave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Page>,
    /// There is more: ask again at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
}

/// The body of every error answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unheard {
    /// A word for the machine.
    pub code: String,
    /// A sentence for the person, in the person's language.
    pub words: String,
}
