//! The wing of the desk: the table of a year, what is ripe, what might be said, and the links for calendars.

use super::{
    Year,
    feed::CalendarLinks,
    hints::HintsCard,
    rhythm::Rhythm,
    ripe::Ripe,
    says,
    sheet::MonthSheet,
    table::{YearTable, legend},
};
use crate::{desk::desk, parts::Icon, prelude::*, screens::district::region};

/// The plan of a year.
#[component]
pub(super) fn YearDesk() -> AnyView {
    let (p, desk) = (says(), desk());
    let year = Year::new();
    let turn = move |by: i32| {
        year.shown.update(|shown| *shown = shown.saturating_add_signed(by));
    };
    let region = Memo::new(move |_| region(desk));
    view! {
        <section class="slip plan-year" aria-labelledby="plan-year">
            <div class="head">
                <h2 id="plan-year">{p.title}</h2>
                {legend()}
                <span class="row end">
                    <button type="button" class="ib" aria-label=p.turn[0] on:click=move |_| turn(-1)><Icon name="back" /></button>
                    <b role="status">{move || (p.year)(year.shown.get())}</b>
                    <button type="button" class="ib" aria-label=p.turn[1] on:click=move |_| turn(1)><Icon name="right" /></button>
                </span>
            </div>
            <YearTable year=year taps=true />
            <Rhythm year=year />
        </section>
        <div class="plan-below">
            <Ripe year=year />
            <HintsCard />
            {move || region.get().map(|region| view! { <CalendarLinks place=region within=true /> })}
        </div>
        <MonthSheet year=year />
    }
}
