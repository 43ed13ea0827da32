//! Why a button is not there: whose part it is. One line, the same on every screen.

use domain::{Refusal, Role};

use crate::{look::words, parts::Icon, prelude::*};

/// Says who does this, in place of the button.
#[component]
pub(crate) fn WhyNot(
    /// What would be done: the words of the button that is not there.
    what: &'static str,
    /// Who may.
    needs: Vec<Role>,
) -> AnyView {
    let w = words();
    let somebody = || w.common.somebody.to_owned();
    let said = w.refusal(&Refusal::NotYourPart { needs }, |_| somebody());
    view! {
        <p class="note why-not"><Icon name="lock" /><span><b>{what}</b>" "{said}</span></p>
    }
}

/// The same for a refusal; nothing where it is not about whose part it is, as that is said elsewhere.
pub(crate) fn why_not(what: &'static str, refusal: Option<Refusal>) -> Option<AnyView> {
    match refusal {
        Some(Refusal::NotYourPart { needs }) if !needs.is_empty() => {
            Some(view! { <WhyNot what=what needs=needs /> })
        }
        _ => None,
    }
}
