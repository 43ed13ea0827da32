//! The year as a table: a row a town, its villages below it when they are asked for, a column a month. Rows stand in the
//! order of the map.

use domain::{
    Id,
    plan::{Bench, Mark, Month, next, tally},
};

use super::{Spot, Year, called, says};
use crate::{
    desk::{Desk, Land, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// The town or the village.
    place: Id,
    /// Its villages.
    villages: Vec<Id>,
    /// Whether it is a town, and its villages are shown.
    town: Option<bool>,
    /// Whether it stands below its town.
    below: bool,
}

/// So many marks are drawn beside one another; more are told by their number.
const DRAWN: usize = 3;

/// The table. Where `taps`, each cell opens its month.
#[component]
pub(super) fn YearTable(year: Year, taps: bool) -> AnyView {
    let p = says();
    // where there is one town alone its villages are the table
    let unfolded = RwSignal::new(None::<Vec<Id>>);
    let rows = Memo::new(move |_| {
        let lands = year.lands.get();
        let one = if lands.len() == 1 { lands.iter().map(Land::id).collect() } else { Vec::new() };
        rows(&lands, &unfolded.get().unwrap_or(one))
    });
    let turn = Callback::new(move |(town, open): (Id, bool)| {
        let shown = rows.with_untracked(|rows| {
            rows.iter()
                .filter(|row| row.town == Some(true))
                .map(|row| row.place)
                .collect::<Vec<_>>()
        });
        let mut shown: Vec<Id> = shown.into_iter().filter(|one| *one != town).collect();
        if open {
            shown.push(town);
        }
        unfolded.set(Some(shown));
    });
    let heads = move || {
        let shown = year.shown.get();
        let head = |month: u32| {
            let now = year.now == Month { year: shown, month };
            view! {
                <th scope="col" class=now.then_some("cur") aria-current=now.then_some("date")>
                    <span aria-hidden="true">{month.to_string()}</span>
                    <span class="sr">{(p.month)(month, now)}</span>
                </th>
            }
        };
        (1..=12).map(head).collect_view()
    };
    view! {
        <div class="scroll" role="region" aria-label=p.table tabindex="0">
            <table class="tbl months">
                <thead><tr>
                    <th scope="col">{p.heads[0]}</th>{heads}
                    <th scope="col">{p.heads[1]}</th><th scope="col">{p.heads[2]}</th>
                </tr></thead>
                <tbody>
                    <For each=move || rows.get() key=|row| format!("{}{:?}", row.place, row.town.is_some())
                        children=move |row| view! { <One year=year row=row rows=rows taps=taps turn=turn /> } />
                </tbody>
            </table>
        </div>
    }
}

fn rows(lands: &[Land], unfolded: &[Id]) -> Vec<Row> {
    let mut rows = Vec::new();
    for land in lands {
        let below = land.town.is_some();
        let open = land.town.is_some_and(|town| unfolded.contains(&town));
        if let Some(place) = land.town {
            let villages = land.villages.clone();
            rows.push(Row { place, villages, town: Some(open), below: false });
        }
        let shown = land.villages.iter().filter(|_| open || !below);
        rows.extend(shown.map(|id| Row { place: *id, villages: vec![*id], town: None, below }));
    }
    rows
}

#[component]
fn One(
    year: Year,
    row: Row,
    rows: Memo<Vec<Row>>,
    taps: bool,
    turn: Callback<(Id, bool)>,
) -> AnyView {
    let (p, desk) = (says(), desk());
    let place = row.place;
    let open = Memo::new(move |_| {
        rows.with(|rows| rows.iter().any(|row| row.place == place && row.town == Some(true)))
    });
    let name = move || called(desk, place);
    let head = match row.town {
        None => view! { <span>{name}</span> }.into_any(),
        Some(_) => view! {
            <button type="button" class="btn small" aria-label=move || (p.villages)(&name())
                aria-expanded=move || open.get().to_string()
                on:click=move |_| turn.run((place, !open.get_untracked()))>
                {name}<Icon name="down" />
            </button>
        }
        .into_any(),
    };
    let villages = StoredValue::new(row.villages);
    let cells = move || {
        let shown = year.shown.get();
        let cell = |month| {
            let spot =
                Spot { place, villages: villages.get_value(), when: Month { year: shown, month } };
            view! { <Cell year=year spot=spot taps=taps /> }
        };
        (1..=12).map(cell).collect_view()
    };
    let counts = move || {
        let all = villages.with_value(|villages| year.of(villages));
        let all = tally(&all);
        view! {
            <span aria-hidden="true"><b>{all.sat.to_string()}</b>" / "{all.meant.to_string()}</span>
            <span class="sr">{(p.tally)(all.sat, all.meant)}</span>
        }
    };
    let ahead = move || {
        let all = villages.with_value(|villages| year.of(villages));
        let several = villages.with_value(|villages| villages.len() > 1);
        told_next(desk, next(&all, desk.now()), several)
    };
    view! {
        <tr class=row.below.then_some("below")>
            <th scope="row">{head}</th>{cells}
            <td class="nw">{counts}</td><td class="xs dim">{ahead}</td>
        </tr>
    }
}

/// The next one: its day or its month, and what it is about.
fn told_next(desk: Desk, bench: Option<&Bench>, several: bool) -> AnyView {
    let (p, w) = (says(), words());
    let Some(bench) = bench else { return view! { <span>{p.no_next}</span> }.into_any() };
    let when = match (bench.on, bench.mark) {
        (Some(on), _) => w.lang.date(on, desk.now()),
        (None, Mark::Moved) => (p.moved_to)(bench.when.month),
        (None, _) => (p.short_month)(bench.when.month),
    };
    let village = several.then(|| format!("{} · ", called(desk, bench.village)));
    let topic = topic(desk, bench);
    let lang = tongue(&topic);
    view! { <span>{when}</span><br /><span>{village}<span lang=lang>{topic}</span></span> }
        .into_any()
}

/// What a bench is about: as it was entered or announced, or as its issue says; tracked.
pub(super) fn topic(desk: Desk, bench: &Bench) -> String {
    let issue = || {
        let seen = bench.issue.and_then(|id| desk.issue(id))?;
        Some(seen.issue.question.clone().unwrap_or_else(|| seen.issue.title.clone()))
    };
    bench.topic.clone().or_else(issue).unwrap_or_else(|| says().slot.to_owned())
}

/// Sat, planned, moved.
type Counts = [usize; 3];

#[component]
fn Cell(year: Year, spot: Spot, taps: bool) -> AnyView {
    let p = says();
    let now = (year.now == spot.when).then_some("cur");
    let (place, month) = (spot.place, spot.when.month);
    let spot = StoredValue::new(spot);
    let counts = Memo::new(move |_| {
        let when = spot.with_value(|spot| spot.when);
        let all = spot.with_value(|spot| year.of(&spot.villages));
        [Mark::Sat, Mark::Planned, Mark::Moved]
            .map(|mark| all.iter().filter(|bench| bench.when == when && bench.mark == mark).count())
    });
    let told = move || {
        let [sat, planned, moved] = counts.get();
        (p.cell)(sat, planned, moved)
    };
    if !taps {
        return view! {
            <td class=now>{move || drawn(counts.get())}<span class="sr">{told}</span></td>
        };
    }
    let (desk, colon) = (desk(), words().board.colon);
    let name =
        move || format!("{} {}{colon}{}", called(desk, place), (p.short_month)(month), told());
    view! {
        <td class=now>
            <button type="button" class="cell" aria-label=name
                on:click=move |_| year.look(spot.get_value())>
                {move || drawn(counts.get())}
            </button>
        </td>
    }
}

/// The marks, for the eye alone.
fn drawn(counts: Counts) -> AnyView {
    let some = ["dot sat", "dot", "dot moved"].into_iter().zip(counts).filter(|(_, n)| *n > 0);
    let marks = some.map(|(class, n)| {
        let (drawn, told) = if n > DRAWN { (1, Some(n)) } else { (n, None) };
        let dots = (0..drawn).map(|_| view! { <i class=class></i> });
        view! { <span>{dots.collect_view()}{told}</span> }
    });
    view! { <span aria-hidden="true">{marks.collect_view()}</span> }.into_any()
}

/// What the marks mean.
pub(super) fn legend() -> AnyView {
    let [sat, planned, moved, _] = says().marks;
    view! {
        <span class="xs dim legend">
            {says().order}" "<i class="dot sat" aria-hidden="true"></i>" "{sat}
            " "<i class="dot" aria-hidden="true"></i>" "{planned}
            " "<i class="dot moved" aria-hidden="true"></i>" "{moved}
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_the_map_whatever_was_opened_first() {
        let id = Id::from_u128;
        let lands = [
            Land { town: Some(id(90)), villages: vec![id(9), id(3)] },
            Land { town: None, villages: vec![id(50)] },
            Land { town: Some(id(10)), villages: vec![id(1)] },
        ];
        let places = |open: &[Id]| {
            rows(&lands, open).iter().map(|row| row.place.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(places(&[]), [90, 50, 10]);
        assert_eq!(places(&[id(10), id(90)]), [90, 9, 3, 50, 10, 1]);
        let below = rows(&lands, &[id(90)]).iter().filter(|row| row.below).count();
        assert_eq!(below, 2);
    }
}
