//! The people of one village, each with a tick for a slip on its page: those who are something there first.

use domain::Id;

use super::sheets::{Choice, Folk};
use crate::{
    clock,
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// The people of a village that gets a page.
#[component]
pub(super) fn Guests(choice: Choice, village: Id) -> AnyView {
    let w = words().sheets();
    let folk = Memo::new(move |_| choice.folk(village));
    let posts = move || of(folk, true);
    let others = move || of(folk, false);
    let count = Memo::new(move |_| {
        folk.with(|all| all.iter().filter(|one| choice.ticked(village, one)).count())
    });
    let more = move || {
        let many = others().len();
        (many > 0).then(|| {
            view! {
                <details>
                    <summary><Icon name="people" />{(w.others)(many)}</summary>
                    <ul class="guests">
                        <For each=others key=key let:one>{row(choice, village, &one)}</For>
                    </ul>
                </details>
            }
        })
    };
    let none = move || folk.with(Vec::is_empty).then(|| view! { <p class="sm dim">{w.nobody}</p> });
    view! {
        <div class="col">
            <p class="sm" role="status">{move || (w.ticked)(count.get())}</p>
            <ul class="guests">
                <For each=posts key=key let:one>{row(choice, village, &one)}</For>
            </ul>
            {more}
            {none}
        </div>
    }
}

/// Those who are something here, or the others; tracked.
fn of(folk: Memo<Vec<Folk>>, something: bool) -> Vec<Folk> {
    let folk = folk.get().into_iter();
    folk.filter(|one| one.post.is_some() == something).collect()
}

fn key(one: &Folk) -> String {
    format!("{one:?}")
}

fn row(choice: Choice, village: Id, one: &Folk) -> AnyView {
    let w = words();
    let s = w.sheets();
    let role = (w.names.role)(one.role);
    let told = match &one.post {
        None => (s.given)(role),
        Some(post) => {
            let open = post.invited.map(|until| (s.open)(&w.lang.date(until - 1, clock::now())));
            let state = open.or_else(|| post.away.then(|| s.away.to_owned()));
            let state = state.unwrap_or_else(|| s.came.to_owned());
            format!("{role} · {state}")
        }
    };
    let (person, name) = (one.person, one.name.clone());
    let one = one.clone();
    let on = Memo::new(move |_| choice.ticked(village, &one));
    let tick = move |event| choice.tick(village, person, event_target_checked(&event));
    view! {
        <li><label class="tick">
            <input type="checkbox" prop:checked=move || on.get() on:change=tick />
            <span><span lang=tongue(&name)>{name.clone()}</span><small class="dim">{told}</small></span>
        </label></li>
    }
    .into_any()
}
