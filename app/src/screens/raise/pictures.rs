//! Pictures taken while an issue is being written: on the phone at once, and beside the issue once it is saved.

use std::rc::Rc;

use domain::Id;

use super::draft::Draft;
use crate::{
    desk::desk,
    look::words,
    parts::{Icon, Picture, TakePicture},
    picture::Taken,
    prelude::*,
};

/// The pictures so far, each with the way out, and the button for one more.
#[component]
pub(super) fn PicturesField(draft: RwSignal<Draft>) -> AnyView {
    let (p, desk) = (words().pictures(), desk());
    let ids = Memo::new(move |_| {
        draft.with(|draft| draft.pictures.iter().map(|taken| taken.id).collect::<Vec<Id>>())
    });
    let numbered = move || ids.get().into_iter().zip(1..).collect::<Vec<(Id, usize)>>();
    let taken = StoredValue::new(Rc::new(move |taken: Taken| {
        let id = taken.id;
        if draft.try_update(|draft| draft.pictures.push(taken)).is_none() {
            // the form was left before it was there, and knows nothing of it
            leptos::task::spawn_local(desk.leave_out(vec![id]));
        }
    }) as Rc<dyn Fn(Taken)>);
    view! {
        <div class="field">
            <ul class="shots">
                <For each=numbered key=|(id, number)| format!("{id} {number}") children=move |(id, number)| {
                    view! { <One id=id number=number draft=draft /> }
                } />
            </ul>
            <TakePicture there=Signal::derive(move || ids.with(Vec::len)) taken=taken />
            {move || (!ids.with(Vec::is_empty)).then(|| view! {
                <p class="hint">{p.how}</p>
            })}
        </div>
    }
}

#[component]
fn One(id: Id, number: usize, draft: RwSignal<Draft>) -> AnyView {
    let (p, desk) = (words().pictures(), desk());
    let leave_out = move |_| {
        draft.update(|draft| draft.pictures.retain(|taken| taken.id != id));
        leptos::task::spawn_local(desk.leave_out(vec![id]));
    };
    view! {
        <li class="pic">
            <Picture id=id name=(p.drafted)(number) />
            <button type="button" class="ib" aria-label=(p.leave_out)(number) on:click=leave_out>
                <Icon name="x" />
            </button>
        </li>
    }
}
