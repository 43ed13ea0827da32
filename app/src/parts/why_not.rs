//! Why a button is not there: whose part it is. One note, the same on every screen.

use domain::{Refusal, Role};

use crate::{desk::desk, look::words, parts::Icon, prelude::*};

/// Says why something is shut, in place of its buttons; what it is may be said already.
pub(crate) fn shut(what: &str, why: &str) -> AnyView {
    let what = (!what.is_empty()).then(|| view! { <b>{what.to_owned()}</b>" " });
    view! {
        <p class="note why-not"><Icon name="lock" /><span>{what}{why.to_owned()}</span></p>
    }
    .into_any()
}

/// Says who does this, in place of its button; nothing where the reader may.
pub(crate) fn why_not(what: &str, refusal: Option<Refusal>) -> Option<AnyView> {
    let desk = desk();
    refusal.map(|refusal| shut(what, &words().refusal(&refusal, |id| desk.name_of(id))))
}

/// The roles whose part something is.
pub(crate) fn part_of(needs: &[Role]) -> Option<Refusal> {
    Some(Refusal::NotYourPart { needs: needs.to_vec() })
}
