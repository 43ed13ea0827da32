//! What was put to a show of hands, and how many there were.

use domain::{Id, session::edition::hands};

use super::{
    Shown,
    consensus::{Pick, as_point},
    says,
};
use crate::{look::words, prelude::*};

/// All counts; nothing where nobody counted.
#[component]
pub(super) fn Hands(shown: Shown, writer: Memo<bool>) -> AnyView {
    let m = says();
    let ids = Memo::new(move |_| {
        shown.with(|papers| papers.counts.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    child(move || {
        any.get().then(|| {
            view! {
                <section aria-labelledby="hands">
                    <div class="head"><h2 id="hands">{m.hands}</h2></div>
                    <ol class="slip ruled">
                        <For each=move || ids.get() key=|id| id.to_string()
                            children=move |id| view! { <One shown=shown id=id writer=writer /> } />
                    </ol>
                </section>
            }
        })
    })
}

#[component]
fn One(shown: Shown, id: Id, writer: Memo<bool>) -> AnyView {
    let w = words();
    let count = Memo::new(move |_| {
        shown.with(|papers| papers.counts.iter().find(|(of, _)| *of == id).map(|(_, c)| c.clone()))
    });
    let text = Memo::new(move |_| {
        count.with(|count| count.as_ref().map(|count| count.words.clone())).unwrap_or_default()
    });
    let point = Signal::derive(move || as_point(&text.get()));
    let told = move || {
        count
            .with(|count| count.as_ref().map(hands))
            .into_iter()
            .flatten()
            .map(|(hand, n)| {
                view! { <div><dt>{words::session::hand(w.lang, hand)}</dt><dd>{n}</dd></div> }
            })
            .collect_view()
    };
    view! {
        <li class="stmt">
            <p class="song" lang="zh-CN">{move || text.get()}</p>
            <dl class="tally">{told}</dl>
            {move || writer.get().then(|| view! {
                <div class="row wrap tools"><Pick shown=shown point=point /></div>
            })}
        </li>
    }
}
