//! What experts and others remark on a piece of advice: beside the voices and labelled, never above them.

use domain::{Act, Id, Kind, Role, Scope, SessionAct, session::minutes::Note};

use super::{says, table::Table};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, Trouble, keep, tongue},
    prelude::*,
    screens::issue::{Line, draft},
};

/// The remarks, the oldest first.
#[component]
pub(super) fn Remarks(table: Table, id: Id) -> AnyView {
    let all = Memo::new(move |_| table.shown.with(|all| all.remarks(id)));
    child(move || {
        (!all.with(Vec::is_empty)).then(|| {
            view! {
                <ul class="col tight" aria-label=says().remarks>
                    <For each=move || all.get() key=|(id, _)| id.to_string()
                        children=move |(_, note)| view! { <One table=table note=note /> } />
                </ul>
            }
        })
    })
}

/// A box for one, for whoever may write one.
#[component]
pub(super) fn Remark(table: Table, id: Id) -> AnyView {
    let desk = desk();
    let shown = table.shown;
    let may = Memo::new(move |_| {
        let (session, given) = shown.with(|all| {
            // what came after the hand-over is not of this room
            (all.id, all.one(id).is_some_and(|piece| piece.advice.session == Some(all.id)))
        });
        given && desk.may(Kind::Note, Id::nil(), Scope::Session(session), a_remark(id, "")).is_ok()
    });
    child(move || {
        may.get().then(|| {
            view! {
                <details>
                    <summary><Icon name="comment" />{says().remark_do}</summary>
                    <Say table=table about=id />
                </details>
            }
        })
    })
}

fn a_remark(about: Id, words: &str) -> Act {
    SessionAct::Note { about: Some(about), words: words.to_owned() }.into()
}

/// What somebody is here: by the seat, or else by the directory.
fn role_of(desk: Desk, table: Table, person: Id) -> Option<Role> {
    let seated = table.shown.with(|all| {
        let mut seats = all.seats.iter().map(|(_, seated)| &seated.seat);
        seats.find(|seat| seat.person == Some(person)).map(|seat| seat.role)
    });
    seated.or_else(|| desk.person_of(person)?.role)
}

#[component]
fn One(table: Table, note: Note) -> AnyView {
    let (w, desk) = (words(), desk());
    let by = note.said_by;
    let head = move || {
        let name = desk.name_of(by);
        let role = role_of(desk, table, by);
        let tone = if role == Some(Role::Expert) { "tag far" } else { "tag" };
        view! {
            {role.map(|role| view! { <span class=tone>{(w.names.role)(role)}</span> })}
            <b lang=tongue(&name)>{name.clone()}</b>
        }
    };
    view! {
        <li class="why echo">
            <p class="who">{head}<time class="end xs">{w.lang.moment(note.said_at, clock::now())}</time></p>
            <p lang=tongue(&note.words)>{note.words.clone()}</p>
        </li>
    }
}

#[component]
fn Say(table: Table, about: Id) -> AnyView {
    let trouble = Trouble::new();
    let typed = draft::<String>(format!("bandeng.advice.{about}.remark"));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let scope = table.shown.with_untracked(|all| Scope::Session(all.id));
        let act = a_remark(about, typed.get_untracked().trim());
        keep(trouble, vec![(Kind::Note, clock::fresh(), scope, act)], move || {
            typed.set(String::new());
        });
    };
    let set = Callback::new(move |to| typed.set(to));
    view! {
        <form class="col tight" on:submit=save>
            <Line label=says().remark value=typed set=set long=true />
            <div><button class="btn">{words().common.save}</button></div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}
