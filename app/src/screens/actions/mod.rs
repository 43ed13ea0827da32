//! What is done: the list, one action's page, and everybody who waits to be told.

mod ballot;
mod card;
mod deed;
mod echo;
mod export;
mod facts;
mod fields;
mod lanes;
mod list;
mod loud;
mod moves;
mod notes;
mod one;
mod origin;
mod rate;
mod rate_other;
mod ratings;
mod report;
mod script;
mod send;
mod step;
mod telling;
mod told;
mod trail;

use words::actions::{Actions, List, One, Rate, Telling};

use self::{list::ListScreen, one::OneScreen, telling::TellingScreen};
use crate::{look::words, prelude::*, routes::Route};

/// What these screens say.
fn says() -> &'static Actions {
    words().actions()
}

fn list_says() -> &'static List {
    says().list
}

fn one_says() -> &'static One {
    says().one
}

fn rate_says() -> &'static Rate {
    says().rate
}

fn telling_says() -> &'static Telling {
    says().telling
}

/// Whichever of them the address names.
#[component]
pub(crate) fn ActionsScreen(route: Route) -> AnyView {
    match route {
        Route::Action(id) => view! { <OneScreen id=id /> },
        Route::Telling => view! { <TellingScreen /> },
        _ => view! { <ListScreen /> },
    }
}
