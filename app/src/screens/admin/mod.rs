//! 管理: what the district's office keeps in order. Read from the phone's own copy and written there, but for what only the
//! server knows.

mod customs;
mod doubles;
mod guests;
mod make;
mod place;
mod places;
mod posts;
mod sheets;
mod slips;

use self::{customs::CustomsPage, doubles::DoublesPage, places::Places, sheets::Sheets};
use super::{
    district::{Sheet, closed},
    office::office,
};
use crate::{
    desk::desk,
    look::words,
    prelude::*,
    routes::{Chamber, Route, Wing},
};

/// The administration, open at one of its pages.
#[component]
pub(crate) fn AdminScreen(chamber: Chamber) -> AnyView {
    let desk = desk();
    let office = Memo::new(move |_| office(desk));
    let wing = Wing::Admin(chamber);
    child(move || {
        if office.get() {
            view! { <Sheet wing=wing><Doors open=chamber />{page(chamber)}</Sheet> }.into_any()
        } else {
            closed(wing)
        }
    })
}

fn page(chamber: Chamber) -> AnyView {
    match chamber {
        Chamber::Places => view! { <Places /> }.into_any(),
        Chamber::Sheets => view! { <Sheets /> }.into_any(),
        Chamber::Customs => view! { <CustomsPage /> },
        Chamber::Doubles => view! { <DoublesPage /> }.into_any(),
    }
}

/// The ways to the pages.
#[component]
fn Doors(open: Chamber) -> AnyView {
    let a = words().admin();
    let links = Chamber::ALL.map(|(one, name)| {
        let path = Route::District(Wing::Admin(one)).path();
        view! { <a class="btn" href=path aria-current=(one == open).then_some("page")>{(a.chamber)(name)}</a> }
    });
    view! { <nav class="btns doors" aria-label=a.title>{links.collect_view()}</nav> }.into_any()
}
