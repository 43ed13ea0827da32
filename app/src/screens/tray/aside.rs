//! A letter is laid aside, for a reason.

use domain::{FollowAct, Id, Kind, Scope};

use super::{says, writing::Writing};
use crate::{
    desk::desk,
    parts::{Icon, propose},
    prelude::*,
};

/// Folded away: most letters are not laid aside. Nothing for whoever may not; the button beside it says why.
#[component]
pub(super) fn Aside(id: Id, scope: Scope, action: Option<Id>) -> AnyView {
    let (t, desk) = (says(), desk());
    let act = move |why: &str| FollowAct::LayAside { why: why.to_owned(), action }.into();
    let may = Memo::new(move |_| {
        desk.replica.track();
        propose(desk, Kind::Letter, id, scope, act("—")).is_ok()
    });
    let writing = Writing::new(id, scope, format!("bandeng.aside.{id}"), act);
    child(move || {
        may.get().then(|| {
            let button = view! { <button class="btn">{t.aside}</button> };
            view! {
                <details class="slip">
                    <summary><Icon name="x" />{t.aside}</summary>
                    {writing.form(t.why, button.into_any())}
                </details>
            }
        })
    })
}
