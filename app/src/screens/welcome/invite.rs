//! An invite as this page knows it: its code leaves the address bar at once, and stays with the page's place in
//! the history, so that a change of language or a reload does not lose it.

use domain::{Form, Id, Role, form};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

use crate::{
    clock,
    replica::{Net, NetError},
    routes::Route,
};

/// A code with the name of this attempt to redeem it: asked twice, the server knows it is one.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub(super) struct Invite {
    code: String,
    attempt: Id,
}

/// What an invite says before it is redeemed.
#[derive(Clone, Form)]
pub(super) struct Looked {
    /// Whom it is for.
    pub(super) person: Option<Id>,
    /// How they are called.
    pub(super) name: Option<String>,
    /// The roles that wait for them.
    pub(super) roles: Vec<Held>,
    /// Who invites.
    pub(super) invited_by: Option<String>,
}

/// A role with the place it is held in.
#[derive(Clone, Form)]
pub(super) struct Held {
    pub(super) role: Role,
    pub(super) place: Option<String>,
    pub(super) place_en: Option<String>,
}

/// Who has signed in.
#[derive(Form)]
pub(super) struct Redeemed {
    pub(super) person: Id,
    pub(super) name: Option<String>,
    /// Which of the browser's people this is.
    #[form(default)]
    pub(super) slot: usize,
}

impl Invite {
    /// The invite in the address bar, taken out of it; or the one that was taken out before.
    pub(super) fn take() -> Option<Self> {
        let hash = window().location().hash().unwrap_or_default();
        let history = window().history().ok()?;
        match Self::of(&hash) {
            Some(invite) => {
                invite.remember();
                Some(invite)
            }
            None => form::parse(&history.state().ok()?.as_string()?).ok(),
        }
    }

    /// The invite of an address, or of the code alone.
    pub(super) fn of(address: &str) -> Option<Self> {
        let code = address.rsplit('#').next().unwrap_or("").trim();
        let written = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        (written && code.len() >= 8)
            .then(|| Self { code: code.to_owned(), attempt: clock::fresh() })
    }

    /// Notes it beside this page's place in the history, where no address shows it.
    pub(super) fn remember(&self) {
        let kept = form::text(self);
        let noted = window().history().and_then(|history| {
            let state = JsValue::from_str(&kept);
            history.replace_state_with_url(&state, "", Some(&Route::Welcome.path()))
        });
        if noted.is_err() {
            leptos::logging::warn!("the invite could not be taken out of the address");
        }
    }

    /// Asks what it says, without using it up.
    pub(super) async fn look(&self) -> Result<Looked, NetError> {
        Net::ask("/api/v1/invites/look", self).await
    }

    /// Signs this browser in by it.
    pub(super) async fn redeem(&self) -> Result<Redeemed, NetError> {
        Net::ask("/api/v1/invites/redeem", self).await
    }
}
