//! Who knows the day, who knows another, and who knows none.

use domain::{Id, session::seat::Seated};

use super::{people::seats, you::knows};
use crate::{
    desk::{Evening, desk},
    look::words,
    parts::Icon,
    prelude::*,
    routes::{Room, Route},
};

/// The section; nothing before there is a day and somebody to tell.
#[component]
pub(super) fn Told(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words(), desk());
    let o = w.gather().overview;
    let id = shown.with_untracked(|evening| evening.id);
    let all = Memo::new(move |_| seats(desk, id));
    child(move || {
        let (evening, all) = (shown.get(), all.get());
        let set = evening.session.on.is_some() && evening.session.place.is_some();
        (set && !all.is_empty()).then(|| {
            let (known, rest): (Vec<_>, Vec<_>) =
                all.iter().partition(|(_, seated)| knows(seated, &evening));
            let (old, none): (Vec<_>, Vec<_>) =
                rest.into_iter().partition(|(_, seated)| seated.told_on.is_some());
            let everybody = old.is_empty() && none.is_empty();
            view! {
                <section class="col" aria-labelledby="told">
                    <div class="head"><h2 id="told">{o.told}</h2></div>
                    {if everybody {
                        view! { <p class="row sm pine"><Icon name="checks" />{o.told_all}</p> }.into_any()
                    } else {
                        view! { <p class="sm">{(o.told_count)(known.len(), all.len())}</p> }.into_any()
                    }}
                    {names(o.tell[0], "note wait", &old)}
                    {names(o.tell[1], "note", &none)}
                    {(!everybody).then(|| view! {
                        <a class="btn" href=Route::Session(id, Room::Seats).path()><Icon name="tel" />{o.tell_there}</a>
                    })}
                </section>
            }
        })
    })
}

fn names(heading: &'static str, class: &'static str, some: &[&(Id, Seated)]) -> Option<AnyView> {
    let names: Vec<&str> = some.iter().map(|(_, seated)| seated.seat.name.as_str()).collect();
    let names = names.join("、");
    (!some.is_empty()).then(|| {
        view! {
            <p class=class>
                <Icon name="people" />
                <span><b>{heading}</b><br /><span lang="zh-CN">{names}</span></span>
            </p>
        }
        .into_any()
    })
}
