//! The parts of an agenda as rows: moved, measured, named and taken away by taps, and the box for one more.

use domain::session::{Part, Topic};

use crate::{
    look::words,
    parts::{Icon, tongue},
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

/// How long it all takes, in minutes.
pub(in crate::screens) fn whole(parts: &[Part]) -> u32 {
    parts.iter().map(|part| part.minutes).sum()
}

/// What a tap makes of the agenda.
#[derive(Clone, Debug)]
enum Tap {
    Longer(usize),
    Shorter(usize),
    Up(usize),
    Down(usize),
    Away(usize),
    Named(usize, String),
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
        Tap::Named(at, name) => {
            let part = parts.get_mut(at)?;
            let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
            // what is for something else has only its name
            if part.name == name || (name.is_none() && part.topic == Topic::Other) {
                return None;
            }
            part.name = name;
        }
    }
    Some(parts)
}

/// What a row needs to know beside its part.
#[derive(Clone, Copy)]
struct Hand {
    mends: bool,
    tap: Callback<Tap>,
    /// The part whose name is being written.
    naming: RwSignal<Option<usize>>,
}

/// The rows, and a reminder where experts come before villagers. `arrange` takes the agenda after each tap.
#[component]
pub(in crate::screens) fn Timetable(
    parts: Memo<Vec<Part>>,
    mends: Memo<bool>,
    arrange: Callback<Vec<Part>>,
) -> AnyView {
    let a = words().gather().agenda;
    let naming = RwSignal::new(None::<usize>);
    let tap = Callback::new(move |tap| {
        naming.set(None);
        if let Some(parts) = tapped(&parts.get_untracked(), tap) {
            arrange.run(parts);
        }
    });
    let rows = move || {
        let (parts, mends) = (parts.get(), mends.get());
        let hand = Hand { mends, tap, naming };
        let count = parts.len();
        parts.iter().enumerate().map(|(at, part)| row((at, count), part, hand)).collect_view()
    };
    view! {
        {move || parts.with(|parts| experts_first(parts)).then(|| view! { <p class="note wait"><Icon name="warn" /><span>{a.first}</span></p> })}
        <ol class="agenda-list">{rows}</ol>
    }
}

/// One part: its name, how long it takes, and the buttons of those who may.
fn row((at, count): (usize, usize), part: &Part, hand: Hand) -> AnyView {
    let w = words();
    let a = w.gather().agenda;
    let Hand { mends, tap, naming } = hand;
    let name = words::session::part(w.lang, part);
    let minutes = (a.minutes)(part.minutes);
    let knob = |label: fn(&str) -> String, icon: AnyView, what: Tap, barred: bool| {
        view! {
            <button type="button" class="ib" aria-label=label(&name) aria-disabled=barred.then_some("true")
                on:click=move |_| tap.run(what.clone())>{icon}</button>
        }
    };
    let open = move || naming.get() == Some(at);
    let knobs = mends.then(|| {
        view! {
            <div class="row wrap knobs">
                {knob(a.less, view! { <Icon name="minus" /> }, Tap::Shorter(at), part.minutes < 2)}
                {knob(a.more, view! { <Icon name="plus" /> }, Tap::Longer(at), false)}
                <span class="end"></span>
                <button type="button" class="ib" aria-label=(a.rename)(&name) aria-expanded=move || open().to_string()
                    on:click=move |_| naming.update(|now| *now = (*now != Some(at)).then_some(at))>
                    <Icon name="pen" />
                </button>
                {knob(a.up, view! { <Icon name="up" /> }, Tap::Up(at), at == 0)}
                {knob(a.down, view! { <Icon name="down" /> }, Tap::Down(at), at + 1 == count)}
                {knob(a.remove, view! { <Icon name="trash" /> }, Tap::Away(at), count == 1)}
            </div>
        }
    });
    // what somebody wrote is theirs
    let lang = part.name.as_deref().and_then(tongue);
    let own = part.name.clone().unwrap_or_default();
    let box_in = move || {
        let own = own.clone();
        open().then(|| view! { <Name at=at own=own tap=tap /> })
    };
    view! {
        <li>
            <p class="row"><b class="grow" lang=lang>{name.clone()}</b><span class="song b">{minutes}</span></p>
            {knobs}
            {box_in}
        </li>
    }
    .into_any()
}

/// The name of one part, written anew; an empty one is its topic's.
#[component]
fn Name(at: usize, own: String, tap: Callback<Tap>) -> AnyView {
    let w = words();
    let name = RwSignal::new(own);
    let set = Callback::new(move |typed| name.set(typed));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tap.run(Tap::Named(at, name.get_untracked()));
    };
    view! {
        <form class="row" on:submit=save>
            <div class="grow"><Line label=w.gather().agenda.name value=name set=set /></div>
            <button class="btn">{w.common.save}</button>
        </form>
    }
}

/// One more part.
#[component]
pub(in crate::screens) fn OneMore(parts: Memo<Vec<Part>>, arrange: Callback<Vec<Part>>) -> AnyView {
    let w = words();
    let a = w.gather().agenda;
    let topic = RwSignal::new(Topic::Other);
    let name = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        let name_of = Some(typed).filter(|typed| !typed.is_empty());
        let mut parts = parts.get_untracked();
        parts.push(Part { topic: topic.get_untracked(), name: name_of, minutes: 5 });
        arrange.run(parts);
        name.set(String::new());
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
        <form class="col" on:submit=add>
            <label class="field">
                <span class="lab">{a.topic}</span>
                <select class="in" on:change=choose>{options.collect_view()}</select>
            </label>
            <Line label=a.name value=name set=set />
            <div class="btns"><button class="btn">{a.add_it}</button></div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use domain::session::{Mode, agenda::template};

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
        assert!(tapped(&parts, Tap::Named(0, " ".into())).is_none());
        let one = [Part { minutes: 1, topic: Topic::Other, name: Some("茶歇".into()) }];
        assert!(tapped(&one, Tap::Shorter(0)).is_none());
        assert!(tapped(&one, Tap::Named(0, String::new())).is_none());
        assert_eq!(tapped(&one, Tap::Longer(0)).map(|parts| parts[0].minutes), Some(2));
        assert_eq!(tapped(&parts, Tap::Down(0)).map(|p| p[1].topic), Some(Topic::Opening));
        let named = tapped(&parts, Tap::Named(0, " 唱支歌 ".into()));
        assert_eq!(named.map(|parts| parts[0].name.clone()), Some(Some("唱支歌".into())));
    }
}
