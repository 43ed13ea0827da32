//! Raising an issue: open, say it, save. Everything else on the form may be left alone.

mod category;
mod draft;
mod form;
mod pictures;
mod proxy;
mod save;
mod saved;

use std::rc::Rc;

pub(crate) use saved::SavedScreen;

use self::{draft::Draft, form::Form, save::SaveButton};
use crate::{
    desk::{CommitError, desk},
    look::words,
    parts::{Bar, Frame, Icon},
    prelude::*,
    replica::Keeper,
    routes::Route,
    screens::me::ElderButton,
};

/// Why it is not saved, and at which field.
#[derive(Clone, PartialEq)]
enum Wrong {
    /// The field with this id, in words.
    Field(String, String),
    /// No village is known yet.
    NoVillage,
    /// The rules or the store said no.
    Commit(CommitError),
}

/// The form, with what was begun before.
#[component]
pub(crate) fn RaiseScreen() -> AnyView {
    let (w, person) = (words(), desk().person());
    let restored = RwSignal::new(false);
    let draft = RwSignal::new(Draft::default());
    let keeper = StoredValue::new(None::<Rc<Keeper<Draft>>>);
    let wrong = RwSignal::new(None::<Wrong>);
    // begun anew, the boxes are built anew: they are never written to while somebody types
    let sheet = RwSignal::new(0_u32);
    leptos::task::spawn_local(async move {
        let (opened, found) = Keeper::open(format!("bandeng.draft.{person}.raise")).await;
        restored.set(found.is_some());
        draft.set(found.unwrap_or_default());
        keeper.set_value(Some(opened));
        sheet.set(1);
    });
    let desk = desk();
    let anew = move |_| {
        let pictures = draft.with_untracked(|draft| draft.pictures.iter().map(|p| p.id).collect());
        leptos::task::spawn_local(desk.leave_out(pictures));
        draft.set(Draft::default());
        wrong.set(None);
        restored.set(false);
        sheet.update(|count| *count += 1);
    };
    Effect::new(move |_| {
        let draft = draft.get();
        keeper.with_value(|keeper| keeper.as_ref().map(|keeper| keeper.keep(draft)));
    });
    let top = view! {
        <Bar back=Route::Board title=w.raise().title note=w.raise().kept><ElderButton /></Bar>
    };
    let again = move || {
        view! {
            <p class="note mid" role="status">
                <Icon name="pen" />
                <span class="grow">{w.raise().restored}</span>
                <button class="btn bare" on:click=anew>{w.raise().anew}</button>
            </p>
        }
    };
    view! {
        <Frame top=top.into_any() foot=Some(view! { <SaveButton draft=draft keeper=keeper wrong=wrong /> }.into_any()) over=None>
            {move || restored.get().then(again)}
            {move || {
                (sheet.get() > 0).then(|| view! { <Form draft=draft wrong=wrong /> })
            }}
        </Frame>
    }
}

/// The person's own group, as the directory says.
fn own_group() -> Option<domain::Id> {
    let desk = desk();
    untrack(|| desk.person_of(desk.person())).and_then(|person| person.group)
}
