//! The blueprint: a vision and its lines, each with whoever spoke up for it; kept years; what is known of the village;
//! and the teams that hand it all on.

mod add;
mod cites;
mod drawing;
mod fact;
mod freeze;
mod hand_over;
mod inaugurate;
mod line;
mod open;
mod page;
mod rewrite;
mod sheet;
mod since;
mod sources;
mod terms;
mod tiles;
mod trail;
mod turn;
mod vision;
mod year;
mod years;

use domain::{FollowAct, Id, Kind, Refusal, Scope, follow::Section};
use words::Blueprint;

use self::{hand_over::HandOver, page::Page, terms::Teams, year::YearPage};
use crate::{
    desk::{Desk, Plan, desk},
    look::words,
    parts::Icon,
    prelude::*,
    routes::Route,
};

/// The screen.
#[component]
pub(crate) fn BlueprintScreen(route: Route) -> AnyView {
    match route {
        Route::Version(year) => view! { <YearPage year=year /> },
        Route::Terms => view! { <Teams /> },
        Route::Term(id) => view! { <HandOver id=id /> },
        _ => view! { <Page /> },
    }
}

/// What these screens say.
fn says() -> &'static Blueprint {
    words().blueprint()
}

/// The blueprint of a village, from anywhere in these screens.
type Shown = Memo<Plan>;

fn shown(village: Id) -> Shown {
    let desk = desk();
    Memo::new(move |_| desk.plan(village))
}

/// Why the reader does not write lines and facts; tracked.
fn barred(desk: Desk, village: Id) -> Option<Refusal> {
    let sketch = FollowAct::Sketch {
        section: Section::Industry,
        words: String::new(),
        words_en: None,
        first: None,
        cites: Vec::new(),
        why: None,
    };
    desk.may(Kind::Line, Id::nil(), Scope::Village(village), sketch.into()).err()
}

/// Whether the reader keeps years and enters teams; tracked.
fn decides(desk: Desk, village: Id) -> bool {
    let freeze = FollowAct::Freeze { year: 2026 };
    desk.may(Kind::Version, Id::nil(), Scope::Village(village), freeze.into()).is_ok()
}

/// Nothing typed is nothing said.
fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A button that prints what is shown.
fn print_button(failed: RwSignal<bool>) -> AnyView {
    let p = says().plan;
    let print = move |_| failed.set(window().print().is_err());
    view! { <button class="ib" aria-label=p.print on:click=print><Icon name="print" /></button> }
}

/// Said where the browser did not print.
fn not_printed(failed: RwSignal<bool>) -> AnyView {
    view! {
        <div role="alert">
            {move || failed.get().then(|| view! {
                <p class="err"><Icon name="warn" /><span>{says().plan.no_print}</span></p>
            })}
        </div>
    }
}
