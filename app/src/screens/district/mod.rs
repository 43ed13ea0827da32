//! 区里的桌面: what the district's office sees of its villages. The plan is read from the phone's own copy; what the server
//! alone can count is asked for, and says when it was heard.

mod figures;
mod frame;
mod live;
mod overview;
mod reports;
mod waits;

use domain::{Id, Role, Scope};

use self::{
    figures::{FiguresPage, RowsPage},
    overview::OverviewWing,
    reports::Reports,
    waits::WaitsWing,
};
pub(crate) use self::{
    frame::Sheet,
    live::{Heard, Live, Newest},
};
use super::{experts::Experts, office::office};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::Icon,
    prelude::*,
    routes::Wing,
};

/// The desk, open at one of its wings.
#[component]
pub(crate) fn DistrictScreen(wing: Wing) -> AnyView {
    let d = desk();
    // a wing stays as it is while news come in; only another role opens or closes it
    let may = Memo::new(move |_| office(d));
    child(move || if may.get() { page(wing) } else { closed(wing) })
}

fn page(wing: Wing) -> AnyView {
    match wing {
        Wing::Overview => view! { <OverviewWing /> },
        Wing::Waits => view! { <WaitsWing /> },
        Wing::Figures => view! { <FiguresPage /> },
        Wing::Rows(figure) => view! { <RowsPage figure=figure /> },
        Wing::Experts => view! { <Sheet wing=wing><Experts /></Sheet> }.into_any(),
        Wing::Reports => view! { <Reports /> }.into_any(),
        // the year and the administration have parts of the program of their own
        Wing::Year | Wing::Admin(_) => ().into_any(),
    }
}

/// To whoever is not the office of a region.
pub(super) fn closed(wing: Wing) -> AnyView {
    let who_may = words().district().who_may;
    view! {
        <Sheet wing=wing><p class="note"><Icon name="info" /><span>{who_may}</span></p></Sheet>
    }
    .into_any()
}

/// The region whose office the reader is; tracked.
pub(crate) fn region(desk: Desk) -> Option<Id> {
    desk.who().roles.iter().find_map(|(role, at)| match (role, at) {
        (Role::Office, Scope::Region(region)) => Some(*region),
        _ => None,
    })
}
