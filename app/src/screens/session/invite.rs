//! The invitation: a text for the village's chat, and a file for the phone's calendar.

use domain::session::Duty;

use words::{Entry, calendar};

use super::{
    invitation::{More, minutes, moves, text},
    people::seats,
    pick::question,
};
use crate::{
    clock,
    desk::{Desk, Evening, desk},
    look::words,
    parts::{HandOut, Icon, download, in_chat_app},
    prelude::*,
};

/// What the invitation says beside the session; tracked.
fn more(desk: Desk, evening: &Evening) -> More {
    let seen = evening.session.issues.iter().filter_map(|id| desk.issue(*id));
    let questions = seen.map(|seen| question(&seen)).collect();
    let seats = seats(desk, evening.id);
    let host = seats.into_iter().find(|(_, seated)| seated.seat.duty == Some(Duty::Host));
    let rules = desk.customs(evening.session.village).rules().to_vec();
    More { questions, host: host.map(|(_, seated)| seated.seat.name), rules }
}

/// The section.
#[component]
pub(super) fn Invitation(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words().gather().invite, desk());
    let said = Memo::new(move |_| {
        let evening = shown.get();
        let more = more(desk, &evening);
        text(w, &evening.session, &more, clock::now())
    });
    let made = RwSignal::new(None::<bool>);
    let save = move |_| {
        let evening = shown.get_untracked();
        let says = said.get_untracked().unwrap_or_default();
        made.set(Some(written(&evening, says)));
    };
    let told = move || made.get().map(|made| w.made[usize::from(!made)]);
    let whole = Signal::derive(move || said.get().unwrap_or_default());
    view! {
        <section class="col" aria-labelledby="invite">
            <div class="head"><h2 id="invite">{w.title}</h2></div>
            {move || match said.get() {
                None => view! { <p class="sm dim">{w.no_day}</p> }.into_any(),
                Some(said) => view! {
                    <p class="slip written" lang="zh-CN">{said}</p>
                    <HandOut text=whole />
                    <button class="btn" on:click=save><Icon name="cal" />{w.calendar}</button>
                    <p class="sm" role="status">{told}</p>
                }
                .into_any(),
            }}
        </section>
    }
}

/// Makes the calendar's file; false where the browser downloads nothing.
fn written(evening: &Evening, says: String) -> bool {
    let session = &evening.session;
    let Some(begins) = session.on else { return false };
    let entry = Entry {
        id: evening.id,
        moved: moves(session),
        now: clock::now(),
        begins,
        ends: begins + i64::from(minutes(session)) * 60_000,
        topic: session.title.clone(),
        place: session.place.clone().unwrap_or_default(),
        says,
    };
    let words::Day { year, month, day, .. } = words::civil(begins);
    let name = format!("bandeng-{year}-{month:02}-{day:02}.ics");
    !in_chat_app() && download(&name, "text/calendar;charset=utf-8", &calendar(&entry)).is_ok()
}
