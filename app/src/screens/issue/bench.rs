//! The session in which an issue is talked through, and the way to one for those who may plan it.

use std::sync::Arc;

use domain::{
    Id, Kind, Refusal, Scope, SessionAct, Stage, Standing,
    session::{Convene, Mode},
};

use crate::{
    clock,
    desk::{Desk, Seen, desk},
    look::words,
    parts::{Icon, tongue, why_not},
    prelude::*,
    routes::{Room, Route},
};

/// The sessions about it, the way to plan one, or nothing.
#[component]
pub(super) fn Bench(shown: Memo<Arc<Seen>>) -> AnyView {
    let (w, desk) = (words().issue(), desk());
    let id = shown.with_untracked(|seen| seen.id);
    let village = shown.with_untracked(|seen| seen.issue.village);
    let sessions = Memo::new(move |_| {
        let named = shown.with(|seen| seen.issue.session);
        sessions(desk, id, named)
    });
    let ripe = Memo::new(move |_| {
        let standing = shown.with(|seen| seen.issue.standing);
        let ahead = matches!(standing, Standing::Approved | Standing::Posted);
        (ahead && sessions.with(Vec::is_empty)).then(|| may_plan(desk, village).err())
    });
    let any = Memo::new(move |_| sessions.with(|all| !all.is_empty()));
    view! {
        {move || any.get().then(|| view! {
            <section aria-labelledby="session">
                <div class="head"><h2 id="session">{w.session}</h2></div>
                <ul class="list">
                    <For each=move || sessions.get() key=|id| id.to_string() let:session>
                        <li><Way id=session /></li>
                    </For>
                </ul>
            </section>
        })}
        {move || match ripe.get()? {
            None => Some(view! {
                <a class="btn do" href=Route::Plan(Some(id)).path()><Icon name="ring" />{w.plan}</a>
            }),
            refusal => why_not(w.plan, refusal),
        }}
    }
}

/// The sessions that an issue waits for or was talked through in: the one it names, and those that name it; tracked.
fn sessions(desk: Desk, issue: Id, named: Option<Id>) -> Vec<Id> {
    let all = desk.evenings().into_iter();
    let mine = all.filter(|evening| {
        let about = evening.session.issues.contains(&issue);
        Some(evening.id) == named || (about && evening.session.stage != Stage::Cancelled)
    });
    mine.map(|evening| evening.id).collect()
}

fn may_plan(desk: Desk, village: Id) -> Result<(), Refusal> {
    let (title_en, on, place, follows) = (None, None, None, None);
    let (issues, agenda, title, mode) = (Vec::new(), Vec::new(), String::new(), Mode::B);
    let convene = Convene { title, title_en, village, mode, issues, on, place, agenda, follows };
    let act = SessionAct::Convene(convene).into();
    desk.may(Kind::Session, Id::nil(), Scope::Village(village), act)
}

/// One session: its day and how far it has come.
#[component]
fn Way(id: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    child(move || {
        desk.evening(id).map(|evening| {
            let session = evening.session;
            let on = session.on.map(|on| w.lang.moment(on, clock::now()));
            let stage = words::session::stage(w.lang, session.stage);
            view! {
                <a href=Route::Session(id, Room::Overview).path()>
                    <Icon name="ring" />
                    <span>
                        <span lang=tongue(&session.title)>{session.title.clone()}</span>
                        <small>{on}" "{stage}</small>
                    </span>
                    <span class="end"><Icon name="right" /></span>
                </a>
            }
        })
    })
}
