//! Coming in elsewhere: six digits for everybody; a password and a passkey for whoever works at a desk, and folded away
//! for the others.

use domain::Role;

use super::{pairing::Pairing, passkeys::Passkeys, password::Password};
use crate::{desk::desk, look::words, parts::Icon, prelude::*};

/// All ways in that are made here.
#[component]
pub(super) fn Ways() -> AnyView {
    let (w, desk) = (words().ways(), desk());
    let at_a_desk = Memo::new(move |_| {
        let office = |role: &Role| {
            matches!(role, Role::Office | Role::Expert | Role::Department | Role::Member)
        };
        desk.who().roles.iter().any(|(role, _)| office(role))
    });
    let rest = move || {
        if at_a_desk.get() {
            view! { <Password /><Passkeys /> }.into_any()
        } else {
            view! {
                <details>
                    <summary><Icon name="more" />{w.more}</summary>
                    <div class="col"><Password /><Passkeys /></div>
                </details>
            }
            .into_any()
        }
    };
    view! {
        <section class="col" aria-labelledby="ways">
            <div class="head"><h2 id="ways">{w.title}</h2></div>
            <Pairing />
            {rest}
        </section>
    }
}
