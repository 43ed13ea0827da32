//! The year of one village, beside its sessions: a line a bench, in the order of the calendar.

use domain::{
    Id,
    plan::{Bench, Mark, Month},
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
    desk::{Land, desk},
    parts::{Icon, tongue},
    prelude::*,
};

/// The block. Whoever reads the village sees what is planned for it; each line opens its month.
#[component]
pub(crate) fn VillageYear(village: Id) -> AnyView {
    let (p, desk) = (says(), desk());
    let year = Year::new();
    let year = Year { lands: Memo::new(move |_| only(desk.lands(), village)), ..year };
    let now = year.now;
    let benches = Memo::new(move |_| {
        let all = [now.year, now.year + 1].into_iter().flat_map(|year| desk.benches(year));
        let here = all.filter(|bench| bench.village == village && bench.mark != Mark::Off);
        // sessions have their own lanes below
        here.filter(|bench| bench.entry.is_some()).collect::<Vec<Bench>>()
    });
    let none =
        move || benches.with(Vec::is_empty).then(|| view! { <p class="sm dim">{p.village[1]}</p> });
    let line = move |bench: Bench| {
        let topic = topic(desk, &bench);
        let lang = tongue(&topic);
        let spot = Spot { place: village, villages: vec![village], when: bench.when };
        view! {
            <button type="button" on:click=move |_| year.look(spot.clone())>
                <span class="nw">{told(bench.when, now)}</span>
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
            <Add villages=vec![village] when=now choose=true />
            <Rhythm year=year />
            <MonthSheet year=year />
        </section>
    }
}

/// A month, with its year where that is another.
fn told(when: Month, now: Month) -> String {
    let p = says();
    if when.year == now.year {
        (p.short_month)(when.month)
    } else {
        (p.when)(when.year, when.month)
    }
}

/// The map of one village.
fn only(lands: Vec<Land>, village: Id) -> Vec<Land> {
    let here = lands.into_iter().filter(|land| land.villages.contains(&village));
    here.map(|_| Land { town: None, villages: vec![village] }).collect()
}
