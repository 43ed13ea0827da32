//! The roll: tap who is here, all at once, or one more on the spot.

use domain::Id;

use super::table::{Sheet, table, under};
use crate::{look::words, parts::Icon, prelude::*};

/// Everybody who was given a seat, each a switch.
#[component]
pub(super) fn Roll() -> AnyView {
    let table = table();
    let b = words().bench();
    let [title, all, more, done, hint] = b.roll;
    let ids = Memo::new(move |_| {
        table.floor.with(|floor| floor.places.iter().map(|place| place.id).collect::<Vec<Id>>())
    });
    let count = Memo::new(move |_| {
        table.floor.with(|floor| {
            let here = || floor.places.iter().filter(|place| place.present == Some(true));
            let far = here().filter(|place| place.seat.remote).count();
            (here().count() - far, far)
        })
    });
    let told = move || {
        let (here, far) = count.get();
        (b.here)(here, far)
    };
    let finish = move |_| {
        table.soon(|table| {
            let any = table
                .floor
                .with_untracked(|floor| floor.places.iter().any(|p| p.present.is_some()));
            if any {
                table.call(false, |table| table.rolling.set(false));
            } else {
                table.rolling.set(false);
            }
        })
    };
    view! {
        <section class="col roll-call" aria-labelledby="roll">
            <div class="row wrap">
                <h2 id="roll">{title}</h2>
                <span class="dim" role="status">{told}</span>
            </div>
            <p class="sm dim">{hint}</p>
            <ul class="seats">
                <For each=move || ids.get() key=|id| id.to_string() let:id><One id=id /></For>
            </ul>
            <div class="btns">
                <button class="btn" on:click=move |_| table.soon(|table| table.call(true, |_| ()))>
                    <Icon name="checks" />{all}
                </button>
                <button class="btn" aria-haspopup="dialog" on:click=move |_| table.sheet.set(Some(Sheet::Late))>
                    <Icon name="plus" />{more}
                </button>
            </div>
            <button class="btn do big" on:click=finish>{done}</button>
        </section>
    }
}

#[component]
fn One(id: Id) -> AnyView {
    let table = table();
    let face = Memo::new(move |_| {
        table.floor.with(|floor| {
            let place = floor.place(id)?;
            Some((place.seat.name.clone(), under(table.w, place), place.seat.remote, place.present))
        })
    });
    let here = Memo::new(move |_| {
        face.with(|face| face.as_ref().is_some_and(|face| face.3 == Some(true)))
    });
    let far = move || face.with(|face| face.as_ref().is_some_and(|face| face.2));
    view! {
        <li>
            <button
                class="seat"
                class:did=move || here.get()
                class:far=far
                aria-pressed=move || here.get().to_string()
                on:click=move |_| table.soon(move |table| table.attend(id))
            >
                <b lang="zh-CN">{move || face.with(|face| face.as_ref().map(|face| face.0.clone()))}</b>
                <small lang="zh-CN">{move || face.with(|face| face.as_ref().map(|face| face.1.clone()))}</small>
                {move || here.get().then(|| view! { <i class="k" aria-hidden="true"><Icon name="check" /></i> })}
            </button>
        </li>
    }
}
