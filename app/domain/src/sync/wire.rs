//! The messages between phone and server. Their JSON is frozen by tests: a field is only ever added.

use super::{Columns, Cursor, Step};
use crate::{
    Change, Fields, Form, Id, Millis, Refusal, Scope, Sorted,
    form::{self, Reader, Value},
};

/// The version of the messages.
pub const PROTO: u32 = 1;

/// What a phone has to tell. The server reads it with `C = Value`, so that one unreadable change
/// does not stop the others.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Push<C = Change> {
    /// The version of the messages.
    pub proto: u32,
    /// The build of the app.
    pub build: String,
    /// The server's epoch as the phone knows it.
    pub epoch: Option<String>,
    /// Whose copy it is: words of one person never go out in another's name, whoever signed in meanwhile.
    #[form(sparse)]
    pub person: Option<Id>,
    /// The copy of the app that speaks; a new one after a restored backup.
    pub client: Id,
    /// When it was sent, by the phone's clock: the server learns how wrong that is.
    pub sent_at: Millis,
    /// In the order in which they were made.
    pub changes: Vec<C>,
}

/// What became of one change.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
#[form(tag = "r")]
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
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Answer {
    /// The change.
    pub uuid: Id,
    /// What became of it.
    #[form(flatten)]
    pub outcome: Outcome,
    /// The server had it already.
    #[form(sparse)]
    pub dup: bool,
    /// Where the record lies now, with a version of that scope that carries the change; for a change that said
    /// what already stood, the scope's present version. None when it was refused.
    #[form(sparse)]
    pub seen: Option<(Scope, u64)>,
}

/// A push that was taken.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Taken {
    /// The server's epoch.
    pub epoch: String,
    /// When, by the server's clock.
    pub server_at: Millis,
    /// One answer a change, in the order of the push.
    pub results: Vec<Answer>,
    /// What the push wrote, in the scopes that its person reads and in their order; nothing when it is too much.
    #[form(sparse)]
    pub steps: Vec<Step>,
}

/// The answer to a push.
#[derive(Clone, Debug, PartialEq)]
pub enum PushReply {
    /// It was taken; each change has its own answer.
    Taken(Taken),
    /// Another copy of this phone has used these numbers: take a new client id and send again.
    Fork {
        /// Always true.
        fork: bool,
    },
}

/// Told by what is in it: results, or that it is a fork.
impl Form for PushReply {
    fn form(&self) -> Value {
        match self {
            Self::Taken(taken) => taken.form(),
            Self::Fork { fork } => {
                let mut fields = Fields::new();
                form::put(&mut fields, FORK, fork.form());
                Value::Object(fields)
            }
        }
    }

    fn take(from: &mut Reader) -> Self {
        if from.has("results") {
            return Self::Taken(Taken::take(from));
        }
        from.open();
        let fork = bool::take(from.must(FORK));
        from.close();
        Self::Fork { fork }
    }
}

const FORK: &str = "fork";

/// What a phone asks.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Pull {
    /// The version of the messages.
    pub proto: u32,
    /// The build of the app.
    pub build: String,
    /// The server's epoch as the phone knows it.
    pub epoch: Option<String>,
    /// Whose copy it is: nobody's records come down into another's store.
    #[form(sparse)]
    pub person: Option<Id>,
    /// The copy of the app that asks.
    pub client: Id,
    /// How far it has read each scope it holds.
    pub cursors: Sorted<Scope, Cursor>,
}

/// News of one scope.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Page {
    /// The scope.
    pub scope: Scope,
    /// What it follows on; none when it replaces all that the phone holds of the scope.
    pub from: Option<Cursor>,
    /// How far it goes.
    pub to: Cursor,
    /// Records that moved to another scope, with the revision they left with.
    #[form(sparse)]
    pub left: Vec<(Id, u64)>,
    /// Records that are new or changed.
    #[form(default)]
    pub rows: Columns,
}

/// The answer to a pull: only scopes with news.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct PullReply {
    /// The server's epoch. Another than the phone knows means: restored from a backup, begin anew.
    pub epoch: String,
    /// Whether the epoch differs from the one asked with.
    #[form(sparse)]
    pub reset: bool,
    /// Builds older than this may push but should be brought up to date.
    #[form(sparse)]
    pub min_build: Option<String>,
    /// When, by the server's clock.
    pub server_at: Millis,
    /// Scopes the phone asked for and the person may no longer read.
    #[form(sparse)]
    pub revoked: Vec<Scope>,
    /// The news, at most one page a scope, in the order of [`Scope`]: a village comes before its drafts, so that a
    /// record that was published is seen to arrive before it is seen to leave.
    #[form(sparse)]
    pub pages: Vec<Page>,
    /// There is more: ask again at once.
    #[form(sparse)]
    pub more: bool,
}

/// The body of every error answer.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Unheard {
    /// A word for the machine.
    pub code: String,
    /// A sentence for the person, in the person's language.
    pub words: String,
}
