//! The year's plan at a glance: the table to read, and the way to the plan itself.

use super::{
    Year, says,
    table::{YearTable, legend},
};
use crate::{
    prelude::*,
    routes::{Route, Wing},
};

/// The card.
#[component]
pub(crate) fn YearCard() -> AnyView {
    let p = says();
    let year = Year::new();
    view! {
        <section class="slip" aria-labelledby="year-card">
            <div class="head"><h2 id="year-card">{p.title}</h2>{legend()}</div>
            <YearTable year=year taps=false />
            <p><a class="btn" href=Route::District(Wing::Year).path()>{p.whole}</a></p>
        </section>
    }
}
