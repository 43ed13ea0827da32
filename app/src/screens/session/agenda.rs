//! The agenda: timed parts, moved and measured by taps, each tap kept at once.

use domain::{Kind, Scope, SessionAct, session::Part};

use super::{
    may,
    timetable::{OneMore, Timetable, whole},
};
use crate::{
    desk::{CommitError, Evening, desk},
    look::words,
    parts::{CommitTrouble, Icon},
    prelude::*,
};

/// The room.
#[component]
pub(super) fn AgendaRoom(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words(), desk());
    let a = w.gather().agenda;
    let error = RwSignal::new(None::<CommitError>);
    let parts = Memo::new(move |_| shown.with(|evening| evening.session.agenda.clone()));
    let mends = Memo::new(move |_| {
        shown.with(|evening| {
            let act = SessionAct::Arrange { agenda: Vec::new() };
            evening.session.stage.ahead() && may(desk, evening, act).is_ok()
        })
    });
    let arrange = Callback::new(move |agenda: Vec<Part>| {
        let (id, village) = shown.with_untracked(|e| (e.id, e.session.village));
        let act = SessionAct::Arrange { agenda };
        leptos::task::spawn_local(async move {
            let kept = desk.commit(Kind::Session, id, Scope::Village(village), act.into()).await;
            error.set(kept.err());
        });
    });
    let total = move || {
        let minutes = parts.with(|parts| whole(parts));
        let end = shown.with(|evening| evening.session.on).map(|on| {
            let words::Day { hour, minute, .. } = words::civil(on + i64::from(minutes) * 60_000);
            format!("{hour:02}:{minute:02}")
        });
        (a.total)(minutes, end.as_deref())
    };
    let anew = move |_| {
        let (village, mode) = shown.with_untracked(|e| (e.session.village, e.session.mode));
        arrange.run(untrack(|| desk.customs(village)).agenda(mode));
    };
    let more = move || {
        view! {
            <p class="xs dim">{a.kept}</p>
            <section class="col" aria-labelledby="more">
                <div class="head"><h2 id="more">{a.add}</h2></div>
                <OneMore parts=parts arrange=arrange />
                <div class="btns">
                    <button type="button" class="btn" on:click=anew><Icon name="redo" />{a.template}</button>
                </div>
            </section>
        }
    };
    view! {
        <p class="b" role="status">{total}</p>
        <Timetable parts=parts mends=mends arrange=arrange />
        <CommitTrouble error=error />
        {move || if mends.get() {
            more().into_any()
        } else {
            let begun = shown.with(|evening| !evening.session.stage.ahead());
            begun.then(|| view! { <p class="sm dim">{a.fixed}</p> }).into_any()
        }}
    }
}
