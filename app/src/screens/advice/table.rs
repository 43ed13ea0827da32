//! What the parts of this screen share.

use domain::{Id, Refusal};
use wasm_bindgen::JsCast;
use words::Advice;

use super::{Shown, act, says};
use crate::{
    desk::{Desk, desk},
    prelude::*,
};

/// What was advised, who answers, and where the reader is.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) desk: Desk,
    /// What is said here: a tap has no context to ask for it.
    pub(super) says: &'static Advice,
    pub(super) shown: Shown,
    /// Why the reader does not answer; nothing where the reader does.
    pub(super) barred: Memo<Option<Refusal>>,
    /// The last word on what the reader did, read aloud when it comes.
    pub(super) told: RwSignal<String>,
    /// The card that the reader was last sent to.
    at: RwSignal<Option<Id>>,
}

impl Table {
    /// Lays it.
    pub(super) fn lay(shown: Shown) -> Self {
        let desk = desk();
        let barred = Memo::new(move |_| {
            let first = shown.with(|all| {
                let mut heads = all.heads();
                heads.find(|piece| piece.open()).or(all.pieces.first()).cloned()
            });
            act::barred(desk, &first?, act::an_answer())
        });
        let (told, at) = (RwSignal::new(String::new()), RwSignal::new(None));
        Self { desk, says: says(), shown, barred, told, at }
    }

    /// Those that wait, in order.
    pub(super) fn open(self) -> Vec<Id> {
        self.shown.with(|all| all.heads().filter(|head| head.open()).map(|head| head.id).collect())
    }

    /// Goes to the next card that waits: the first one behind the last, or the first of all.
    pub(super) fn next(self) {
        let open = untrack(|| self.open());
        let at = self.at.get_untracked();
        let behind = at.and_then(|at| open.iter().position(|id| *id == at)).map_or(0, |at| at + 1);
        if let Some(next) = open.get(behind).or(open.first()) {
            self.at.set(Some(*next));
            go_to(&card(*next));
        }
    }

    /// Says that an answer is on the phone, and goes on to the next.
    pub(super) fn answered(self) {
        let left = self.shown.with_untracked(super::Advised::unanswered);
        self.told.set((self.says.answering.saved)(left));
        if untrack(|| self.open()).is_empty() {
            go_to("counter");
        } else {
            self.next();
        }
    }
}

/// The name of a card on the page.
pub(super) fn card(id: Id) -> String {
    format!("a-{id}")
}

/// Brings something to the reader's eyes, and the focus there.
pub(super) fn go_to(name: &str) {
    let name = name.to_owned();
    // what was just done is drawn first
    request_animation_frame(move || {
        let Some(there) = document().get_element_by_id(&name) else { return };
        there.scroll_into_view();
        if there.dyn_into::<web_sys::HtmlElement>().is_ok_and(|there| there.focus().is_err()) {
            leptos::logging::warn!("nothing could take the focus");
        }
    });
}
