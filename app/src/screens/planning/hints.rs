//! 也许该坐一坐了: how long ago a village last sat down, and what is ripe there. No colour, no number to reach, and in the
//! order of the map.

use domain::{Id, plan::Hint};

use super::{called, says};
use crate::{
    desk::{Desk, desk},
    parts::tongue,
    prelude::*,
    routes::Route,
};

/// What might be said of one village; tracked.
fn told(desk: Desk, hint: Hint) -> AnyView {
    let p = says();
    let Some(seen) = desk.issue(hint.pick) else { return ().into_any() };
    let title = seen.issue.title.clone();
    let parked = seen.issue.standing == domain::Standing::Parked;
    let rest = if parked {
        (p.parked)(hint.parked, &title, hint.households)
    } else {
        (p.waits)(hint.ripe, &title, hint.households)
    };
    let lang = tongue(&title);
    view! { <span>{(p.last)(hint.days)}" "</span><a href=Route::Issue(hint.pick).path()><span lang=lang>{rest}</span></a> }
        .into_any()
}

/// The card with all villages of which something might be said.
#[component]
pub(crate) fn HintsCard() -> AnyView {
    let (p, desk) = (says(), desk());
    let now = desk.now();
    let hints = Memo::new(move |_| desk.hints(now));
    let none =
        move || hints.with(Vec::is_empty).then(|| view! { <p class="sm dim">{p.hints[2]}</p> });
    view! {
        <section class="slip hints" aria-labelledby="hints">
            <div class="head"><h2 id="hints">{p.hints[0]}</h2><span class="xs dim">{p.hints[1]}</span></div>
            {none}
            <ul class="col">
                <For each=move || hints.get() key=|(village, hint)| format!("{village}{hint:?}") let:one>
                    <li><p class="sm lh"><b>{called(desk, one.0)}</b>" "{told(desk, one.1)}</p></li>
                </For>
            </ul>
        </section>
    }
}

/// The same of one village, in a line.
#[component]
pub(crate) fn HintLine(village: Id) -> AnyView {
    let (p, desk) = (says(), desk());
    let now = desk.now();
    let hint = Memo::new(move |_| {
        desk.hints(now).into_iter().find(|(of, _)| *of == village).map(|(_, hint)| hint)
    });
    child(move || {
        hint.get().map(|hint| {
            view! { <p class="sm dim lh hints">{p.hints[0]}": "{told(desk, hint)}</p> }
        })
    })
}
