//! Who is invited: the ring, the directory to ask from, and a box for those who are not in it.

use domain::{Act, Id, Kind, Scope};
use serde_json::Value;

use super::{
    add::{Directory, Typed, may_seat},
    people::seats,
    seat::Row,
};
use crate::{
    desk::{CommitError, Desk, Evening, desk},
    look::words,
    parts::{CommitTrouble, Icon, why_not},
    prelude::*,
    routes::{Room, Route},
    screens::experts::MayAsk,
};

/// The room.
#[component]
pub(super) fn SeatsRoom(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words().gather().seats, desk());
    let id = shown.with_untracked(|evening| evening.id);
    let all = Memo::new(move |_| seats(desk, id));
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|(id, _)| *id).collect::<Vec<_>>()));
    let count = move || {
        all.with(|all| {
            let far = all.iter().filter(|(_, seated)| seated.seat.remote).count();
            if all.is_empty() { w.none.to_owned() } else { (w.count)(all.len(), far) }
        })
    };
    let may = Memo::new(move |_| {
        let open = shown.with(|evening| !evening.session.stage.frozen());
        open.then(|| may_seat(desk, id).err())
    });
    let dayless = Memo::new(move |_| {
        shown.with(|evening| evening.session.on.is_none() || evening.session.place.is_none())
    });
    let error = RwSignal::new(None);
    view! {
        <p class="sm" role="status">{count}</p>
        {move || (dayless.get() && !ids.with(Vec::is_empty)).then(|| view! {
            <p class="note"><Icon name="info" /><span>
                {w.no_day}" "<a href=Route::Session(id, Room::Overview).path()>{w.set_day}</a>
            </span></p>
        })}
        <ol class="col">
            <For each=move || ids.get() key=|id| id.to_string() let:seat>
                <Row seat=seat all=all shown=shown error=error />
            </For>
        </ol>
        <CommitTrouble error=error />
        {move || match may.get()? {
            None => Some(view! {
                <MayAsk shown=shown />
                <Directory shown=shown all=all error=error />
                <Typed session=id all=all />
            }),
            refusal => why_not(w.add, refusal),
        }}
    }
}

/// Writes fields of seats, each as it stands now made what it is to be; what is so already is left alone.
pub(super) fn edits(
    desk: Desk,
    session: Id,
    wanted: Vec<(Id, &'static str, Value)>,
    error: RwSignal<Option<CommitError>>,
) {
    let acts = wanted.into_iter().filter_map(|(seat, field, to)| {
        let record = untrack(|| desk.record(seat))?;
        let from = record.fields.get(field).cloned().unwrap_or_default();
        (from != to).then(|| {
            let act = Act::Edit { field: field.to_owned(), from, to };
            (Kind::Seat, seat, Scope::Session(session), act)
        })
    });
    let acts: Vec<_> = acts.collect();
    leptos::task::spawn_local(async move {
        error.set(desk.commit_acts(acts).await.err());
    });
}
