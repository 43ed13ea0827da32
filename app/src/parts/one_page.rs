//! The link of a question for somebody who cannot come: its secret lies on the phone that asked, and nowhere else.

use domain::Id;

use crate::{prelude::*, shelf};

/// Where it lies.
pub(crate) fn page_key(brief: Id) -> String {
    format!("bandeng.brief.{brief}")
}

/// The link, where the question was asked on this phone.
pub(crate) fn page_link(brief: Id) -> Option<String> {
    shelf::read::<String>(&page_key(brief)).map(|secret| {
        let origin = window().location().origin().unwrap_or_default();
        format!("{origin}/brief/{secret}")
    })
}
