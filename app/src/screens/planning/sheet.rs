//! One month of one place: what is meant for it, what becomes of each, and one more.

use domain::{Id, plan::Bench};

use super::{Spot, Year, add::Add, called, line::Line, says};
use crate::{desk::desk, parts::Dialog, prelude::*};

/// The sheet; open while somebody looks closer at a month.
#[component]
pub(super) fn MonthSheet(year: Year) -> AnyView {
    let (p, desk) = (says(), desk());
    child(move || {
        let spot = year.spot.get()?;
        let name = untrack(|| called(desk, spot.place));
        let title = (p.sheet)(&name, spot.when.year, spot.when.month);
        let inner = move || view! { <Inner year=year spot=spot.clone() /> };
        Some(view! { <Dialog open=year.open title=title sheet=true>{inner()}</Dialog> })
    })
}

/// What names a bench: its entry, or else its session.
pub(super) fn key(bench: &Bench) -> Id {
    bench.entry.or(bench.session).unwrap_or_default()
}

#[component]
fn Inner(year: Year, spot: Spot) -> AnyView {
    let p = says();
    let several = spot.villages.len() > 1;
    let (villages, when) = (spot.villages, spot.when);
    let here = villages.clone();
    let benches = Memo::new(move |_| {
        let here = year.of(&here).into_iter().filter(|bench| bench.when == when);
        here.collect::<Vec<Bench>>()
    });
    let none =
        move || benches.with(Vec::is_empty).then(|| view! { <p class="sm dim">{p.empty}</p> });
    view! {
        <div class="main col">
            {none}
            <ul class="col">
                <For each=move || benches.get() key=|bench| key(bench).to_string()
                    children=move |bench| view! { <li><Line id=key(&bench) benches=benches several=several /></li> } />
            </ul>
            <Add villages=villages when=when choose=false />
        </div>
    }
}
