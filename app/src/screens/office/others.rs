//! 替人办资料: the office gives somebody without a phone their data, or takes their name out of everything.

use domain::{
    Id, Kind,
    ledger::{Erase, Erased},
    place::Person,
};

use super::{file::FileButton, office, trouble};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Bar, Dialog, Frame, Icon, shut, tongue},
    prelude::*,
    replica::{Net, NetError},
    routes::Route,
};

/// The screen.
#[component]
pub(super) fn OthersScreen() -> AnyView {
    let (o, desk) = (words().office(), desk());
    let may = Memo::new(move |_| office(desk));
    let top = view! { <Bar back=Route::Me title=o.others /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {move || if may.get() {
                view! { <Others /> }.into_any()
            } else {
                shut("", o.office_only)
            }}
        </Frame>
    }
}

/// The people of the directory that this phone knows; tracked.
pub(super) fn people(desk: Desk) -> Vec<(Id, String)> {
    desk.replica.with(|replica| {
        let all =
            replica.view().values().filter(|record| record.kind == Kind::Person && !record.gone);
        let all = all.filter_map(|record| Some((record.read::<Person>().ok()?.name, record.id)));
        let sorted: domain::Sorted<(String, Id), ()> = all.map(|person| (person, ())).collect();
        sorted.into_iter().map(|((name, id), ())| (id, name)).collect()
    })
}

#[component]
fn Others() -> AnyView {
    let (o, desk) = (words().office(), desk());
    let chosen = RwSignal::new(None::<Id>);
    let choose = move |event| chosen.set(Id::try_parse(&event_target_value(&event)).ok());
    let options = move || {
        let mine = desk.person();
        let others = people(desk).into_iter().filter(|(id, _)| *id != mine);
        let option = |(id, name): (Id, String)| {
            view! { <option value=id.to_string() lang="zh-CN">{name}</option> }
        };
        others.map(option).collect_view()
    };
    view! {
        <p>{o.others_means}</p>
        <label class="field"><span class="lab">{o.choose}</span>
            <select class="in" on:change=choose><option value=""></option>{options}</select>
        </label>
        {move || chosen.get().map(|id| view! {
            <FileButton person=Signal::derive(move || Some(id)) says=o.export_theirs />
            <Eraser id=id />
        })}
    }
}

/// What erasing somebody would do, and the way to do it.
#[component]
fn Eraser(id: Id) -> AnyView {
    let (w, o, desk) = (words(), words().office(), desk());
    let name = untrack(|| desk.name_of(id));
    let shown = StoredValue::new(name);
    let open = RwSignal::new(false);
    let found = RwSignal::new(None::<Result<Erased, NetError>>);
    let done = RwSignal::new(None::<Erased>);
    let look = move |_| {
        open.set(true);
        found.set(None);
        leptos::task::spawn_local(async move {
            let ask = Erase { person: id, name: None };
            found.set(Some(Net::ask("/api/v1/erase/look", &ask).await));
        });
    };
    view! {
        <button type="button" class="btn refuse" on:click=look><Icon name="x" />{o.erase}</button>
        <div role="status">
            {move || done.get().map(|erased| view! {
                <p class="note go"><Icon name="check" /><span>{(o.erased)(erased.records + erased.past)}</span></p>
            })}
        </div>
        <Dialog open=open title=o.erase>
            {move || match found.get() {
                None => view! { <span class="skel w3"></span> }.into_any(),
                Some(Err(error)) => view! { <p class="err">{trouble(&error)}</p> }.into_any(),
                Some(Ok(Erased { records, past, struck })) => view! {
                    <p class="b" lang=tongue(&shown.get_value())>{(o.places)(&shown.get_value(), records, past, struck)}</p>
                    <p class="sm">{o.erase_means}</p>
                    <Sure id=id name=shown.get_value() open=open done=done />
                }.into_any(),
            }}
            <button type="button" class="btn" on:click=move |_| open.set(false)>{w.common.cancel}</button>
        </Dialog>
    }
}

/// Why somebody is not erased.
#[derive(Clone)]
enum Wrong {
    /// What was typed is not their name.
    OtherName,
    /// The server did not do it.
    Not(NetError),
}

/// The name is typed once more, so that nobody is erased by a slip of the thumb.
#[component]
fn Sure(id: Id, name: String, open: RwSignal<bool>, done: RwSignal<Option<Erased>>) -> AnyView {
    let (o, desk) = (words().office(), desk());
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let label = (o.type_name)(&name);
    let erase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let said = typed.get_untracked().trim().to_owned();
        if said != name {
            return wrong.set(Some(Wrong::OtherName));
        }
        leptos::task::spawn_local(async move {
            let ask = Erase { person: id, name: Some(said) };
            match Net::ask::<Erased>("/api/v1/erase", &ask).await {
                Ok(erased) => {
                    open.set(false);
                    done.set(Some(erased));
                    desk.nudge();
                }
                Err(error) => wrong.set(Some(Wrong::Not(error))),
            }
        });
    };
    // put into words here: after something was awaited there is no page around to ask for its language
    let why = move || {
        wrong.get().map(|wrong| match wrong {
            Wrong::OtherName => o.other_name.to_owned(),
            Wrong::Not(error) => trouble(&error),
        })
    };
    view! {
        <form class="col tight" on:submit=erase>
            <label class="field"><span class="lab" lang=tongue(&label)>{label.clone()}</span>
                <input class="in" lang="zh-CN" autocomplete="off" prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event)) />
            </label>
            <p class="err" role="alert">{why}</p>
            <button class="btn refuse">{o.erase_yes}</button>
        </form>
    }
}
