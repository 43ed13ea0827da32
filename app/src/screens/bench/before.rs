//! Before people sit down, and after they have got up.

use domain::{
    Stage,
    session::{Lacking, lacking},
};

use super::{back, table::table};
use crate::{
    look::words,
    parts::{Bar, CommitTrouble, Icon},
    prelude::*,
    routes::{Room, Route},
};

/// The steps that are left until people sit.
fn steps(stage: Stage) -> Option<&'static [Stage]> {
    use Stage as S;
    match stage {
        S::Planned | S::Researching => Some(&[S::Noticed, S::Ready, S::InSession]),
        S::Noticed => Some(&[S::Ready, S::InSession]),
        S::Ready => Some(&[S::InSession]),
        S::Postponed => Some(&[S::Planned, S::Noticed, S::Ready, S::InSession]),
        S::InSession
        | S::Drafting
        | S::Checking
        | S::Sealed
        | S::HandedOver
        | S::Acting
        | S::Closed
        | S::Revisited
        | S::Archived
        | S::Cancelled => None,
    }
}

/// What is lacking, in words that lead there; or one tap that begins.
#[component]
pub(super) fn Before() -> AnyView {
    let (w, table) = (words(), table());
    let b = w.bench();
    let stage = Memo::new(move |_| table.stage().unwrap_or_default());
    let lacks = Memo::new(move |_| {
        table.desk.in_room(table.id, |room| {
            lacking(Stage::Ready, room.session, room, table.now.get_untracked())
        })
    });
    let title = move || table.session.with(|s| s.as_ref().map(|s| s.title.clone()));
    let when = move || {
        table.session.with(|session| {
            let session = session.as_ref()?;
            let on = session.on.map(|on| w.lang.moment(on, table.now.get_untracked()));
            let place = session.place.clone().unwrap_or_default();
            Some([on.unwrap_or_default(), place].join(" "))
        })
    };
    let seats = Route::Session(table.id, Room::Seats);
    let lists = move |what: Vec<Lacking>| {
        let line = |what: &Lacking| view! { <li>{words::session::lacking(w.lang, *what)}</li> };
        view! {
            <p>{b.before[1]}</p>
            <ul class="lacks">{what.iter().map(line).collect_view()}</ul>
            <div class="btns">
                <a class="btn do" href=seats.path()><Icon name="stool" />{b.begin[1]}</a>
                <a class="btn" href=back(table.id).path()>{b.begin[2]}</a>
            </div>
        }
        .into_any()
    };
    let begins = move || {
        let begin = move |_| {
            if let Some(steps) = steps(stage.get_untracked()) {
                table.proceed(steps, |_| ());
            }
        };
        view! {
            <p>{b.before[2]}</p>
            <button class="btn do big" on:click=begin><Icon name="ring" />{b.begin[0]}</button>
            <a class="btn bare" href=back(table.id).path()>{b.begin[2]}</a>
        }
        .into_any()
    };
    view! {
        <Bar back=back(table.id) title=b.before[0] />
        <main class="main state" id="main" tabindex="-1">
            <h2 lang="zh-CN">{title}</h2>
            <p class="dim" lang="zh-CN">{when}</p>
            {move || match (lacks.get(), steps(stage.get())) {
                (_, None) => view! { <p>{words::session::stage(w.lang, stage.get())}</p> }.into_any(),
                (Some(what), Some(_)) if what.is_empty() => begins(),
                (what, Some(_)) => lists(what.unwrap_or_default()),
            }}
            <CommitTrouble error=table.error />
        </main>
    }
}

/// It is over: on to the minutes, or back to the bench when somebody has more to say.
#[component]
pub(super) fn Over() -> AnyView {
    let table = table();
    let b = words().bench();
    let [title, minutes, more] = b.over;
    let drafting = Memo::new(move |_| table.stage() == Some(Stage::Drafting));
    let again = move |_| table.proceed(&[Stage::InSession], |_| ());
    view! {
        <Bar back=back(table.id) title=title />
        <main class="main state" id="main" tabindex="-1">
            <a class="btn do big" href=Route::Session(table.id, Room::Minutes).path()>
                <Icon name="doc" />{minutes}
            </a>
            {move || drafting.get().then(|| view! {
                <button class="btn" on:click=again>{more}</button>
            })}
            <CommitTrouble error=table.error />
        </main>
    }
}
