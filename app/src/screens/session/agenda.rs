//! The agenda: timed parts, moved and measured by taps, each tap kept at once.

use domain::{
    Kind, Scope, SessionAct,
    session::{Part, Topic, agenda::template},
};

use super::may;
use crate::{
    desk::{CommitError, Evening, desk},
    look::words,
    parts::{CommitTrouble, Icon},
    prelude::*,
    screens::issue::Line,
};

/// The topics in the order of the choice.
const TOPICS: [Topic; 9] = [
    Topic::Other,
    Topic::Opening,
    Topic::Facts,
    Topic::Questions,
    Topic::Villagers,
    Topic::Experts,
    Topic::Departments,
    Topic::Consensus,
    Topic::Tasks,
];

/// Whether experts are to speak before villagers have.
fn experts_first(parts: &[Part]) -> bool {
    let at = |topic| parts.iter().position(|part| part.topic == topic);
    matches!((at(Topic::Experts), at(Topic::Villagers)), (Some(e), Some(v)) if e < v)
}

/// What a tap makes of the agenda.
#[derive(Clone, Copy)]
enum Tap {
    Longer(usize),
    Shorter(usize),
    Up(usize),
    Down(usize),
    Away(usize),
}

/// The agenda after a tap; nothing when that leads nowhere.
fn tapped(parts: &[Part], tap: Tap) -> Option<Vec<Part>> {
    let mut parts = parts.to_vec();
    match tap {
        Tap::Longer(at) => parts.get_mut(at)?.minutes += 1,
        Tap::Shorter(at) => {
            let part = parts.get_mut(at).filter(|part| part.minutes > 1)?;
            part.minutes -= 1;
        }
        Tap::Up(at) if at > 0 && at < parts.len() => parts.swap(at - 1, at),
        Tap::Down(at) if at + 1 < parts.len() => parts.swap(at, at + 1),
        Tap::Away(at) if parts.len() > 1 && at < parts.len() => drop(parts.remove(at)),
        Tap::Up(_) | Tap::Down(_) | Tap::Away(_) => return None,
    }
    Some(parts)
}

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
        let minutes: u32 = parts.with(|parts| parts.iter().map(|part| part.minutes).sum());
        let end = shown.with(|evening| evening.session.on).map(|on| {
            let words::Day { hour, minute, .. } = words::civil(on + i64::from(minutes) * 60_000);
            format!("{hour:02}:{minute:02}")
        });
        (a.total)(minutes, end.as_deref())
    };
    let rows = move || {
        let (parts, mends) = (parts.get(), mends.get());
        let count = parts.len();
        let rows = parts.iter().enumerate();
        let rows =
            rows.map(|(at, part)| row((at, count), part, mends, tap(parts_of(shown), arrange)));
        rows.collect_view()
    };
    view! {
        <p class="b" role="status">{total}</p>
        {move || parts.with(|parts| experts_first(parts)).then(|| view! { <p class="note wait"><Icon name="warn" /><span>{a.first}</span></p> })}
        <ol class="agenda-list">{rows}</ol>
        <CommitTrouble error=error />
        {move || if mends.get() {
            view! { <p class="xs dim">{a.kept}</p><More shown=shown arrange=arrange /> }
        } else {
            let begun = shown.with(|evening| !evening.session.stage.ahead());
            begun.then(|| view! { <p class="sm dim">{a.fixed}</p> }).into_any()
        }}
    }
}

/// The agenda as it stands when a button is tapped.
fn parts_of(shown: Memo<Evening>) -> Signal<Vec<Part>> {
    Signal::derive(move || shown.with(|evening| evening.session.agenda.clone()))
}

fn tap(parts: Signal<Vec<Part>>, arrange: Callback<Vec<Part>>) -> Callback<Tap> {
    Callback::new(move |tap| {
        if let Some(parts) = tapped(&parts.get_untracked(), tap) {
            arrange.run(parts);
        }
    })
}

/// One part: its name, how long it takes, and the buttons of those who may.
fn row((at, count): (usize, usize), part: &Part, mends: bool, tap: Callback<Tap>) -> AnyView {
    let w = words();
    let a = w.gather().agenda;
    let name = words::session::part(w.lang, part);
    let minutes = (a.minutes)(part.minutes);
    let knob = |label: fn(&str) -> String, icon: AnyView, what: Tap, barred: bool| {
        view! {
            <button class="ib" aria-label=label(&name) aria-disabled=barred.then_some("true")
                on:click=move |_| tap.run(what)>{icon}</button>
        }
    };
    let knobs = mends.then(|| {
        view! {
            <div class="row knobs">
                {knob(a.less, view! { <Icon name="minus" /> }, Tap::Shorter(at), part.minutes < 2)}
                {knob(a.more, view! { <Icon name="plus" /> }, Tap::Longer(at), false)}
                <span class="end"></span>
                {knob(a.up, view! { <Icon name="up" /> }, Tap::Up(at), at == 0)}
                {knob(a.down, view! { <Icon name="down" /> }, Tap::Down(at), at + 1 == count)}
                {knob(a.remove, view! { <Icon name="trash" /> }, Tap::Away(at), count == 1)}
            </div>
        }
    });
    view! {
        <li>
            <p class="row"><b class="grow">{name.clone()}</b><span class="song b">{minutes}</span></p>
            {knobs}
        </li>
    }
    .into_any()
}

/// One more part, and the template anew.
#[component]
fn More(shown: Memo<Evening>, arrange: Callback<Vec<Part>>) -> AnyView {
    let w = words();
    let a = w.gather().agenda;
    let topic = RwSignal::new(Topic::Other);
    let name = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        let name_of = Some(typed).filter(|typed| !typed.is_empty());
        let mut parts = shown.with_untracked(|evening| evening.session.agenda.clone());
        parts.push(Part { topic: topic.get_untracked(), name: name_of, minutes: 5 });
        arrange.run(parts);
        name.set(String::new());
    };
    let anew = move |_| {
        arrange.run(template(shown.with_untracked(|evening| evening.session.mode)));
    };
    let options = (0_usize..).zip(TOPICS).map(|(at, of)| {
        let chosen = move || topic.get() == of;
        view! { <option value=at.to_string() selected=chosen>{words::session::topic(w.lang, of)}</option> }
    });
    let choose = move |event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(of) = at.and_then(|at| TOPICS.get(at)) {
            topic.set(*of);
        }
    };
    let set = Callback::new(move |typed| name.set(typed));
    view! {
        <section class="col" aria-labelledby="more">
            <div class="head"><h2 id="more">{a.add}</h2></div>
            <form class="col" on:submit=add>
                <label class="field">
                    <span class="lab">{a.topic}</span>
                    <select class="in" on:change=choose>{options.collect_view()}</select>
                </label>
                <Line label=a.name value=name set=set />
                <div class="btns">
                    <button class="btn do">{a.add_it}</button>
                    <button type="button" class="btn" on:click=anew><Icon name="redo" />{a.template}</button>
                </div>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use domain::session::Mode;

    use super::*;

    #[test]
    fn villagers_speak_before_experts_in_both_templates() {
        assert!(!experts_first(&template(Mode::A)));
        assert!(!experts_first(&template(Mode::B)));
        let mut parts = template(Mode::B);
        parts.swap(3, 4);
        assert!(experts_first(&parts));
    }

    #[test]
    fn taps_that_lead_nowhere_change_nothing() {
        let parts = template(Mode::B);
        assert!(tapped(&parts, Tap::Up(0)).is_none());
        assert!(tapped(&parts, Tap::Down(parts.len() - 1)).is_none());
        assert!(tapped(&parts[..1], Tap::Away(0)).is_none());
        let one = [Part { minutes: 1, ..Part::default() }];
        assert!(tapped(&one, Tap::Shorter(0)).is_none());
        assert_eq!(tapped(&one, Tap::Longer(0)).map(|parts| parts[0].minutes), Some(2));
        assert_eq!(tapped(&parts, Tap::Down(0)).map(|p| p[1].topic), Some(Topic::Opening));
    }
}
