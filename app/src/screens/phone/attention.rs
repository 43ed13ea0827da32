//! A change that was not accepted: what it was, why not, and the ways out.

use domain::{
    Act, Category, Id, Refusal, Scope,
    sync::{Attention, Trouble, Writes},
};
use serde_json::Value;

use super::{
    mend::{Blank, Sort, about, blanks, mended},
    told::told,
};
use crate::{
    clock,
    desk::{CommitError, Desk, desk},
    look::words,
    parts::{CommitTrouble, Dialog, Icon, propose},
    prelude::*,
    routes::Route,
};

/// One of them.
#[component]
pub(super) fn AttentionCard(attention: Attention) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.phone();
    let line = told(desk, &attention.change).line();
    let (heading, why) = match &attention.trouble {
        Trouble::Refused { refusal } => (p.refused, w.refusal(refusal, |id| desk.name_of(id))),
        Trouble::Revoked => (p.revoked, p.revoked_why.to_owned()),
    };
    let uuid = attention.change.uuid;
    let form = blanks(&attention.change.act);
    let mendable = !form.is_empty();
    let see = late(&attention).map(Route::path);
    let (mending, letting_go) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<CommitError>);
    let keep = move |writes: Writes| {
        leptos::task::spawn_local(async move {
            match desk.keep(writes).await {
                Ok(()) => desk.nudge(),
                Err(error) => wrong.set(Some(error.into())),
            }
        });
    };
    let again = move |_| {
        keep(desk.replica.with_untracked(|replica| replica.send_again(uuid, clock::fresh())));
    };
    let let_go = move |_| {
        letting_go.set(false);
        keep(desk.replica.with_untracked(|replica| replica.let_go(uuid)));
    };
    let attention = StoredValue::new(attention);
    let form = StoredValue::new(form);
    view! {
        <article class="slip">
            <div class="row">
                <h3>{heading}</h3>
                <span class="end tag stop"><Icon name="warn" />{w.common.bad}</span>
            </div>
            <p>{line}</p>
            <p class="why"><b>{p.village_says}</b>{why}</p>
            {move || mending.get().then(|| view! {
                <MendForm attention=attention.get_value() form=form.get_value() wrong=wrong />
            })}
            <CommitTrouble error=wrong />
            <div class="btns thirds">
                {(mendable).then(|| view! {
                    <button class="btn" aria-expanded=move || mending.get().to_string()
                        on:click=move |_| mending.update(|open| *open = !*open)>{p.mend}</button>
                })}
                {again_or_see(see, again)}
                <button class="btn" on:click=move |_| letting_go.set(true)>{p.let_go}</button>
            </div>
            <Dialog open=letting_go title=p.let_go>
                <p>{p.let_go_sure}</p>
                <div class="btns">
                    <button class="btn refuse" on:click=let_go>{p.let_go_yes}</button>
                    <button class="btn" on:click=move |_| letting_go.set(false)>{w.common.cancel}</button>
                </div>
            </Dialog>
        </article>
    }
}

/// Somebody was faster: to send it again would say the same again, and what is there now is worth a look.
fn late(attention: &Attention) -> Option<Route> {
    let late =
        matches!(&attention.trouble, Trouble::Refused { refusal: Refusal::WrongState { .. } });
    late.then_some(Route::Action(attention.change.id))
}

/// Once more as it is, or a look at what was faster.
fn again_or_see(see: Option<String>, again: impl Fn(web_sys::MouseEvent) + 'static) -> AnyView {
    let p = words().phone();
    match see {
        Some(see) => view! { <a class="btn" href=see>{p.see}</a> },
        None => view! { <button class="btn" on:click=again>{p.send_again}</button> },
    }
}

/// The words of the change, to be written anew.
#[component]
fn MendForm(
    attention: Attention,
    form: Vec<Blank>,
    wrong: RwSignal<Option<CommitError>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let name = attention.change.uuid;
    let groups = desk.village().map(|village| desk.groups(village)).unwrap_or_default();
    let groups: Vec<(String, Option<String>)> =
        groups.into_iter().map(|(id, _)| (id.to_string(), desk.place_name(id))).collect();
    let filled = RwSignal::new(form.clone());
    let boxes = form.into_iter().enumerate().map(|(at, blank)| {
        let id = format!("mend-{name}-{}", blank.slot);
        let label = w.field(&blank.field);
        let write = move |event| {
            let value = event_target_value(&event);
            filled.update(|filled| filled[at].value = value);
        };
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                {entry(id, &blank, &groups, write)}
            </div>
        }
    });
    let boxes = boxes.collect_view();
    let attention = StoredValue::new(attention);
    let send = move |_| {
        leptos::task::spawn_local(async move {
            let done = send(desk, &attention.get_value(), &filled.get_untracked()).await;
            wrong.set(done.err());
        });
    };
    view! {
        <div class="col">
            {boxes}
            <button class="btn do" on:click=send>{w.phone().send_mended}</button>
        </div>
    }
}

/// The box itself, as its sort asks.
fn entry(
    id: String,
    blank: &Blank,
    groups: &[(String, Option<String>)],
    write: impl Fn(web_sys::Event) + 'static,
) -> AnyView {
    let w = words();
    let value = blank.value.clone();
    let options: Vec<(String, Option<String>)> = match blank.sort {
        Sort::Prose => {
            return view! {
                <textarea class="in" id=id rows="3" prop:value=value on:input=write></textarea>
            }
            .into_any();
        }
        Sort::Line => {
            return view! { <input class="in" id=id prop:value=value on:input=write /> }.into_any();
        }
        Sort::Number => {
            return view! {
                <input class="in" id=id inputmode="numeric" prop:value=value on:input=write />
            }
            .into_any();
        }
        Sort::Category => Category::ALL
            .into_iter()
            .map(|of| (of.as_str().to_owned(), Some((w.names.category)(of).to_owned())))
            .collect(),
        Sort::Group => {
            let whole = (String::new(), Some(w.common.whole_village.to_owned()));
            std::iter::once(whole).chain(groups.iter().cloned()).collect()
        }
    };
    let option = |(of, name): (String, Option<String>)| {
        let selected = of == value;
        view! { <option value=of selected=selected>{name}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! { <select class="in" id=id on:change=write>{options}</select> }.into_any()
}

/// Keeps the mended change and lets go of the old one, both or neither.
async fn send(desk: Desk, attention: &Attention, filled: &[Blank]) -> Result<(), CommitError> {
    let change = &attention.change;
    let now = match &change.act {
        Act::Edit { field, .. } => field_now(desk, change.id, field),
        _ => Value::Null,
    };
    let act = mended(&change.act, filled, now)?;
    let (kind, id) = about(attention);
    let scope: Scope = change.scope;
    let outbox_add = vec![propose(desk, kind, id, scope, act)?];
    let attention_cut = vec![change.uuid];
    desk.keep(Writes { outbox_add, attention_cut, ..Writes::default() }).await?;
    desk.nudge();
    Ok(())
}

/// What a field says on this phone at this moment.
fn field_now(desk: Desk, id: Id, field: &str) -> Value {
    desk.replica.with_untracked(|replica| {
        let value = replica.view().get(&id).and_then(|record| record.fields.get(field));
        value.cloned().unwrap_or(Value::Null)
    })
}
