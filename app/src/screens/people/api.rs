//! What the server is asked about people and roles, and what it answers.

use domain::{Form, Id, Millis, Role, form::Value};

use crate::replica::{Net, NetError};

/// The people of a place, as told to somebody who may give roles there.
#[derive(Clone, Form, PartialEq)]
pub(super) struct People {
    pub(super) grants: Vec<Role>,
    pub(super) people: Vec<Somebody>,
    pub(super) invites: Vec<Open>,
}

/// Somebody with roles.
#[derive(Clone, Form, PartialEq)]
pub(super) struct Somebody {
    pub(super) person: Id,
    pub(super) name: Option<String>,
    pub(super) note: Option<String>,
    pub(super) posts: Vec<Post>,
    pub(super) invitable: bool,
    #[form(sparse)]
    pub(super) devices: Option<i64>,
    #[form(sparse)]
    pub(super) seen_on: Option<Millis>,
}

/// A role with its end.
#[derive(Clone, Form, PartialEq)]
pub(super) struct Post {
    pub(super) role: Role,
    #[form(sparse)]
    pub(super) until: Option<Millis>,
}

/// An invite that is not used yet.
#[derive(Clone, Form, PartialEq)]
pub(super) struct Open {
    pub(super) id: Id,
    pub(super) person: Id,
    pub(super) expires_at: Millis,
}

/// A role for somebody.
#[derive(Form)]
pub(super) struct Grant {
    pub(super) person: Id,
    pub(super) place: Id,
    pub(super) role: Role,
    #[form(sparse)]
    pub(super) until: Option<Millis>,
}

/// Who is asked in.
#[derive(Form)]
pub(super) struct AskIn {
    pub(super) place: Id,
    #[form(sparse)]
    pub(super) person: Option<Id>,
    #[form(sparse)]
    pub(super) name: Option<String>,
    #[form(sparse)]
    pub(super) note: Option<String>,
    #[form(sparse)]
    pub(super) group: Option<Id>,
    pub(super) role: Role,
    #[form(sparse)]
    pub(super) until: Option<Millis>,
}

/// The invite that was made.
#[derive(Clone, Form, PartialEq)]
pub(super) struct AskedIn {
    pub(super) invite: String,
    pub(super) expires_at: Millis,
}

#[derive(Form)]
struct TakeBack {
    invite: Id,
}

impl People {
    /// Asks who is what in a place.
    pub(super) async fn of(place: Id) -> Result<Self, NetError> {
        Net::read(&format!("/api/v1/people/{place}")).await
    }
}

impl Grant {
    /// Gives it.
    pub(super) async fn give(&self) -> Result<(), NetError> {
        done("/api/v1/people/grant", self).await
    }

    /// Takes it.
    pub(super) async fn take(&self) -> Result<(), NetError> {
        done("/api/v1/people/withdraw", self).await
    }
}

impl AskIn {
    /// Makes the invite.
    pub(super) async fn ask(&self) -> Result<AskedIn, NetError> {
        Net::ask("/api/v1/people/invite", self).await
    }
}

impl Open {
    /// Takes it back.
    pub(super) async fn take_back(&self) -> Result<(), NetError> {
        done("/api/v1/people/take-back", &TakeBack { invite: self.id }).await
    }
}

async fn done(door: &str, body: &impl Form) -> Result<(), NetError> {
    Net::ask::<Value>(door, body).await.map(|_| ())
}
