//! The year of one village, beside its sessions: a line a bench, in the order of the calendar.

use domain::{
    Id,
    plan::{Bench, Mark},
};

use super::{
    Spot, Year,
    add::Add,
    line::mark,
    rhythm::Rhythm,
    says,
    sheet::{MonthSheet, key},
    table::topic,
};
use crate::{
    desk::desk,
    parts::{Icon, tongue},
    prelude::*,
};

/// The block. Whoever reads the village sees what is planned for it; each line opens its month.
#[component]
pub(crate) fn VillageYear(village: Id) -> AnyView {
    let (p, desk) = (says(), desk());
    let year = Year::new();
    let year = Year { lands: Memo::new(move |_| only(desk.lands(), village)), ..year };
    let benches = Memo::new(move |_| {
        let all = year.of(&[village]).into_iter();
        // sessions have their own lanes below
        all.filter(|bench| bench.entry.is_some() && bench.mark != Mark::Off).collect::<Vec<Bench>>()
    });
    let none =
        move || benches.with(Vec::is_empty).then(|| view! { <p class="sm dim">{p.village[1]}</p> });
    let line = move |bench: Bench| {
        let topic = topic(desk, &bench);
        let lang = tongue(&topic);
        let spot = Spot { place: village, villages: vec![village], when: bench.when };
        view! {
            <button type="button" on:click=move |_| year.look(spot.clone())>
                <span class="nw">{(p.short_month)(bench.when.month)}</span>
                {mark(bench.mark)}
                <span class="grow" lang=lang>{topic}</span>
                <span class="end"><Icon name="right" /></span>
            </button>
        }
    };
    view! {
        <section class="col village-year" aria-labelledby="village-year">
            <div class="head"><h2 id="village-year">{p.village[0]}</h2></div>
            {none}
            <ul class="list">
                <For each=move || benches.get() key=|bench| format!("{}{:?}", key(bench), bench) let:bench>
                    <li>{line(bench)}</li>
                </For>
            </ul>
            <Add villages=vec![village] when=year.now />
            <Rhythm year=year />
            <MonthSheet year=year />
        </section>
    }
}

/// The map of one village.
fn only(lands: Vec<crate::desk::Land>, village: Id) -> Vec<crate::desk::Land> {
    let here = lands.into_iter().filter(|land| land.villages.contains(&village));
    here.map(|_| crate::desk::Land { town: None, villages: vec![village] }).collect()
}
