//! The seats around whoever speaks. One list of buttons: a ring where it fits, names one beside the other where not.

use domain::Id;

use super::{
    floor::Floor,
    middle::Middle,
    ring::ring,
    table::{table, under},
    touch::Touch,
};
use crate::{look::words, parts::Icon, prelude::*};

/// Who sits there, those of the inner ring first, and where.
#[derive(Clone, Debug, PartialEq)]
struct Standing {
    seats: Vec<Id>,
    ring: Option<super::ring::Ring>,
}

/// What of a tile changes while people speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tile {
    now: bool,
    times: u32,
    queue: Option<usize>,
}

fn standing(floor: &Floor) -> (Vec<Id>, usize) {
    let here = || floor.places.iter().filter(|place| place.here());
    let mut seats: Vec<Id> = here().filter(|p| p.seat.villager()).map(|p| p.id).collect();
    let inside = seats.len();
    seats.extend(here().filter(|place| !place.seat.villager()).map(|place| place.id));
    (seats, inside)
}

/// The ring.
#[component]
pub(super) fn Circle() -> AnyView {
    let table = table();
    let seats = Memo::new(move |_| table.floor.with(standing));
    let standing = Memo::new(move |_| {
        seats.with(|(seats, inside)| Standing {
            seats: seats.clone(),
            ring: ring(*inside, seats.len()),
        })
    });
    let is = move |look: fn(&super::ring::Ring) -> bool| {
        standing.with(|standing| standing.ring.as_ref().is_some_and(look))
    };
    let tall = move || standing.with(|s| s.ring.as_ref().map(|ring| ring.tall.to_string()));
    let each = move || {
        let one = |(n, id): (usize, &Id)| (*id, n);
        standing.with(|standing| (0..).zip(&standing.seats).map(one).collect::<Vec<_>>())
    };
    view! {
        <section
            class="ring"
            class:round=move || is(|_| true)
            class:narrow=move || is(|ring| ring.narrow)
            style:--tall=tall
            aria-label=words().bench().ring
        >
            {move || standing.with(|s| s.ring.as_ref().map(|ring| view! {
                <svg class="wood" aria-hidden="true" viewBox=format!("0 0 1000 {}", ring.tall)>
                    <path d=ring.lines.clone() />
                </svg>
            }))}
            <Middle />
            <ul class="seats">
                <For each=each key=|(id, _)| id.to_string() children=move |(id, _)| {
                    view! { <Seat id=id standing=standing /> }
                } />
            </ul>
        </section>
    }
}

/// One name. A tap: this person speaks; a long one, or the menu key: this person wants to.
#[component]
fn Seat(id: Id, standing: Memo<Standing>) -> AnyView {
    let table = table();
    let b = words().bench();
    let tile = Memo::new(move |_| {
        table.floor.with(|floor| Tile {
            now: floor.now.is_some_and(|now| now.seat == id),
            times: floor.times(id),
            queue: floor.queue.iter().position(|other| *other == id).map(|place| place + 1),
        })
    });
    let face = Memo::new(move |_| {
        table.floor.with(|floor| {
            let place = floor.place(id)?;
            Some((place.seat.name.clone(), under(table.w, place), place.seat.remote))
        })
    });
    let at = Memo::new(move |_| {
        standing.with(|standing| {
            let n = standing.seats.iter().position(|other| *other == id)?;
            standing.ring.as_ref()?.at.get(n).copied()
        })
    });
    let name = move || face.get().map(|(name, ..)| name);
    let small = move || face.get().map(|(_, under, _)| under);
    let told = move || {
        let Tile { now, times, queue } = tile.get();
        (b.tile)(now, times, queue)
    };
    let dots = move || {
        let Tile { now, times, .. } = tile.get();
        let over = times - u32::from(now && times > 0);
        let dots = if over > 4 { over.to_string() } else { "•".repeat(over as usize) };
        (over > 0).then(|| view! { <i class="k" aria-hidden="true">{dots}</i> })
    };
    let badge = move || {
        tile.get().queue.map(|place| {
            view! {
                <i class="q" aria-hidden="true"><Icon name="hand" />{place}</i>
            }
        })
    };
    let touch = Touch::new(
        Callback::new(move |()| {
            let up = table.hands_up.get_untracked();
            table.soon(move |table| if up { table.raise(id) } else { table.speak(id) });
        }),
        Callback::new(move |()| table.soon(move |table| table.raise(id))),
    );
    view! {
        <li style:--x=move || at.get().map(|(x, _)| x.to_string()) style:--y=move || at.get().map(|(_, y)| y.to_string())>
            <button
                class="seat"
                class:did=move || { let tile = tile.get(); tile.times > 0 && !tile.now }
                class:now=move || tile.get().now
                class:far=move || face.get().is_some_and(|(.., far)| far)
                aria-current=move || tile.get().now.then_some("true")
                on:pointerdown=move |_| touch.down()
                on:pointerup=move |_| touch.up()
                on:pointerleave=move |_| touch.up()
                on:pointercancel=move |_| touch.up()
                on:contextmenu=move |event| touch.menu(&event)
                on:click=move |_| touch.click()
            >
                <b lang="zh-CN">{name}</b>
                <span class="sr">{b.comma}</span>
                <small lang="zh-CN">{small}</small>
                <span class="sr">{told}</span>
                {dots}
                {badge}
            </button>
        </li>
    }
}
