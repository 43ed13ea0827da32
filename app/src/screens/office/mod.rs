//! Who touched what, what is kept about somebody, and what the bench costs: for whoever looks after it all.

mod cost;
mod data;
mod deeds;
mod file;
mod others;

use domain::{Role, Scope};

pub(crate) use self::cost::Cost;
use self::{data::DataScreen, deeds::DeedsScreen, others::OthersScreen};
use crate::{desk::Desk, look::words, prelude::*, replica::NetError, routes::Kept};

/// The screens.
#[component]
pub(crate) fn OfficeScreen(kept: Kept) -> AnyView {
    match kept {
        Kept::Deeds => view! { <DeedsScreen /> }.into_any(),
        Kept::Others => view! { <OthersScreen /> }.into_any(),
        Kept::Data => view! { <DataScreen /> }.into_any(),
    }
}

/// Whether the reader is the office of a region; tracked.
pub(crate) fn office(desk: Desk) -> bool {
    let roles = desk.who().roles;
    roles.iter().any(|(role, at)| *role == Role::Office && matches!(at, Scope::Region(_)))
}

/// Whether the reader may see who touched what; tracked.
pub(crate) fn looks_over(desk: Desk) -> bool {
    let roles = desk.who().roles;
    let watches =
        |(role, at): &(Role, Scope)| *role == Role::Supervisor && matches!(at, Scope::Village(_));
    office(desk) || roles.iter().any(watches)
}

/// Why something that only the server knows is not there.
pub(crate) fn trouble(error: &NetError) -> String {
    let w = words();
    match error {
        NetError::Silent => w.office().online.to_owned(),
        NetError::Portal => w.trouble.portal.to_owned(),
        NetError::SignedOut => w.trouble.signed_out.to_owned(),
        NetError::Later(_) => w.trouble.slow_down.to_owned(),
        NetError::TooLarge | NetError::Server => w.trouble.server.to_owned(),
        NetError::Refused(words) | NetError::Unreadable(words) => words.clone(),
    }
}
