//! Where a record's newest words are, in a word and a shape.

use crate::{desk::Whereabouts, look::words, parts::Icon, prelude::*};

/// 存在本机, 已送达 or 没送成.
#[component]
pub(crate) fn WhereaboutsBadge(at: Whereabouts) -> AnyView {
    let w = words().common;
    let (class, icon, word) = match at {
        Whereabouts::Local => ("sync local", "phone", w.local),
        Whereabouts::Sent => ("sync sent", "checks", w.sent),
        Whereabouts::Trouble => ("sync bad", "warn", w.bad),
    };
    view! { <span class=class><Icon name=icon />{word}</span> }
}
