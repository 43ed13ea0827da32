//! What can be done with a session now: what the next stage still lacks, and a button for each step.

use domain::{
    Id, Refusal, SessionAct, Stage,
    session::{Lacking, Mode, lacking},
};

use words::gather::Overview as Words;

use super::{
    day::{DayForm, EscalateForm, StepForm},
    may,
};
use crate::{
    clock,
    desk::{Desk, Evening, desk},
    look::words,
    parts::{self, Icon},
    prelude::*,
    routes::{Room, Route},
};

/// Which form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// One step along the life-cycle.
    Step(Stage),
    /// Day and place.
    Day,
    /// The district is asked to host.
    Escalate,
}

/// The stage that comes next on the straight way.
fn onward(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Planned | Stage::Researching => Some(Stage::Noticed),
        Stage::Noticed => Some(Stage::Ready),
        Stage::Ready => Some(Stage::InSession),
        Stage::InSession => Some(Stage::Drafting),
        Stage::Drafting => Some(Stage::Checking),
        Stage::Checking => Some(Stage::Sealed),
        Stage::Sealed => Some(Stage::HandedOver),
        Stage::HandedOver => Some(Stage::Acting),
        Stage::Acting => Some(Stage::Closed),
        Stage::Closed => Some(Stage::Revisited),
        Stage::Revisited => Some(Stage::Archived),
        Stage::Archived | Stage::Postponed | Stage::Cancelled => None,
    }
}

/// The steps that are taken in a room of their own.
fn elsewhere(to: Stage) -> Option<Room> {
    match to {
        Stage::InSession | Stage::Drafting => Some(Room::Bench),
        Stage::Checking => Some(Room::Minutes),
        Stage::Sealed => Some(Room::Check),
        Stage::HandedOver => Some(Room::Advice),
        Stage::Planned
        | Stage::Researching
        | Stage::Noticed
        | Stage::Ready
        | Stage::Acting
        | Stage::Closed
        | Stage::Revisited
        | Stage::Archived
        | Stage::Postponed
        | Stage::Cancelled => None,
    }
}

/// Where something that is lacking is mended; the day and the place are on this page.
fn mended(what: Lacking) -> Option<Room> {
    match what {
        Lacking::Seats | Lacking::Host | Lacking::Recorder => Some(Room::Seats),
        Lacking::Anything => Some(Room::Bench),
        Lacking::Unasked | Lacking::Waiting => Some(Room::Check),
        Lacking::HostSignature | Lacking::WitnessSignature => Some(Room::Seal),
        Lacking::Unanswered | Lacking::Unfollowed => Some(Room::Advice),
        Lacking::Day
        | Lacking::Place
        | Lacking::OpenActions
        | Lacking::Echo
        | Lacking::Rating
        | Lacking::Source
        | Lacking::Time
        | Lacking::Else => None,
    }
}

/// The section.
#[component]
pub(super) fn Steps(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words(), desk());
    let o = w.gather().overview;
    let id = shown.with_untracked(|evening| evening.id);
    let open = RwSignal::new(None::<Open>);
    let stage = Memo::new(move |_| shown.with(|evening| evening.session.stage));
    let lacks = Memo::new(move |_| {
        let to = onward(stage.get())?;
        let reads = desk.who().reads(domain::Scope::Session(id));
        let lacks = desk.in_room(id, |room| lacking(to, room.session, room, clock::now()));
        Some((to, lacks.filter(|_| reads)?))
    });
    // somebody moved it meanwhile: the step that was open may be none any more
    Effect::new(move |_| {
        let now = stage.get();
        if let Some(Open::Step(to)) = open.get_untracked()
            && !now.next().contains(&to)
        {
            open.set(None);
        }
    });
    view! {
        <section class="col" aria-labelledby="now">
            <div class="head"><h2 id="now">{o.now}</h2></div>
            {move || lacks.get().map(|(to, what)| view! { <Lacks id=id to=to what=what open=open /> })}
            <Buttons shown=shown lacks=lacks open=open />
            {move || open.get().map(|form| match form {
                Open::Day => view! { <DayForm shown=shown open=open /> },
                Open::Escalate => view! { <EscalateForm shown=shown open=open /> },
                Open::Step(to) => view! { <StepForm shown=shown to=to open=open /> },
            })}
        </section>
    }
}

/// What the next stage lacks, each a way to where it is mended.
#[component]
fn Lacks(id: Id, to: Stage, what: Vec<Lacking>, open: RwSignal<Option<Open>>) -> AnyView {
    let w = words();
    let o = w.gather().overview;
    let next = words::session::stage(w.lang, to);
    if what.is_empty() {
        return view! { <p class="row sm pine"><Icon name="check" />{(o.lacks_none)(next)}</p> };
    }
    let rows = what.into_iter().map(|what| {
        let says = words::session::lacking(w.lang, what);
        let inner = || view! { <span>{says}</span><span class="end"><Icon name="right" /></span> };
        let row = match (mended(what), what) {
            (Some(room), _) => {
                view! { <a href=Route::Session(id, room).path()>{inner()}</a> }.into_any()
            }
            (None, Lacking::Day | Lacking::Place) => view! {
                <button on:click=move |_| open.set(Some(Open::Day))>{inner()}</button>
            }
            .into_any(),
            (None, _) => view! { <p>{says}</p> }.into_any(),
        };
        view! { <li>{row}</li> }
    });
    view! {
        <div class="slip lacks" id="lacks">
            <h3>{(o.lacks)(next)}</h3>
            <ul class="list">{rows.collect_view()}</ul>
        </div>
    }
}

/// A button as it will be drawn.
#[derive(Clone, PartialEq)]
struct Knob {
    open: Open,
    says: &'static str,
    /// Why the reader may not.
    refusal: Option<Refusal>,
    /// Whether it is the way straight on.
    straight: bool,
    /// Whether something is lacking first.
    lacks: bool,
}

fn knobs(desk: Desk, o: &Words, evening: &Evening, lacks: bool) -> Vec<Knob> {
    let now = evening.session.stage;
    let steps = now.next().iter().copied().filter(|to| elsewhere(*to).is_none());
    let step = |to: Stage| {
        let act = SessionAct::Proceed { from: now, to, why: None };
        let straight = onward(now) == Some(to);
        let refusal = may(desk, evening, act).err();
        let says = (o.go)(now, to);
        Knob { open: Open::Step(to), says, refusal, straight, lacks: straight && lacks }
    };
    let knob = |open: Open, says: &'static str, act: SessionAct| {
        let refusal = may(desk, evening, act).err();
        Knob { open, says, refusal, straight: false, lacks: false }
    };
    let mut knobs: Vec<Knob> = Vec::new();
    let mut aside: Vec<Knob> = Vec::new();
    for knob in steps.map(step) {
        match knob.open {
            _ if knob.straight => knobs.insert(0, knob),
            Open::Step(Stage::Postponed | Stage::Cancelled) => aside.push(knob),
            Open::Step(_) | Open::Day | Open::Escalate => knobs.push(knob),
        }
    }
    if now.ahead() {
        let set = usize::from(evening.session.on.is_some() && evening.session.place.is_some());
        let act = SessionAct::Move { on: 0, place: String::new(), why: None };
        knobs.insert(knobs.len().min(1), knob(Open::Day, o.day[set], act));
        if evening.session.mode == Mode::B {
            let act = SessionAct::Escalate { why: String::new() };
            knobs.push(knob(Open::Escalate, o.escalate.0, act));
        }
    }
    knobs.append(&mut aside);
    knobs
}

/// All buttons; where none is left to the reader, one sentence in place of them.
#[component]
fn Buttons(
    shown: Memo<Evening>,
    lacks: Memo<Option<(Stage, Vec<Lacking>)>>,
    open: RwSignal<Option<Open>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let id = shown.with_untracked(|evening| evening.id);
    let lacking = Memo::new(move |_| {
        lacks.with(|lacks| lacks.as_ref().is_some_and(|(_, lacks)| !lacks.is_empty()))
    });
    let all = Memo::new(move |_| {
        shown.with(|evening| knobs(desk, w.gather().overview, evening, lacking.get()))
    });
    let there = Memo::new(move |_| {
        let now = shown.with(|evening| evening.session.stage);
        let reads = desk.who().reads(domain::Scope::Session(id));
        onward(now).and_then(|to| Some((now, to, elsewhere(to)?))).filter(|_| reads)
    });
    let way = move || {
        there.get().map(|(now, to, room)| {
            let says = (w.gather().overview.go)(now, to);
            let way = if now == Stage::InSession { Room::Bench } else { room };
            let says = if now == Stage::InSession { w.gather().overview.room[4].0 } else { says };
            view! { <a class="btn do" href=Route::Session(id, way).path()><Icon name="bench" />{says}</a> }
        })
    };
    view! {
        {move || match shut(&all.get()) {
            Some(shut) => view! { <div class="btns">{way}</div>{shut} },
            None => view! {
                <div class="btns">{way}{all.get().iter().map(|one| button(one, open)).collect_view()}</div>
                {why_not(&all.get(), there.get().is_some())}
            },
        }}
    }
}

/// One sentence in place of the buttons, where none of them is for the reader.
fn shut(knobs: &[Knob]) -> Option<AnyView> {
    let (w, desk) = (words(), desk());
    let first = knobs.first()?.refusal.as_ref()?;
    let all = knobs.iter().all(|knob| knob.refusal.is_some());
    all.then(|| {
        let names: Vec<_> = knobs.iter().map(|knob| knob.says).collect();
        let why = w.refusal(first, |id| desk.name_of(id));
        parts::shut(&names.join(" · "), &why)
    })
}

fn button(knob: &Knob, open: RwSignal<Option<Open>>) -> AnyView {
    let opens = knob.open;
    let barred = knob.refusal.is_some() || knob.lacks;
    let described = match (&knob.refusal, knob.lacks) {
        (Some(_), _) => Some("why-not"),
        (None, true) => Some("lacks"),
        (None, false) => None,
    };
    let class = if knob.straight && !barred { "btn do" } else { "btn" };
    view! {
        <button
            class=class
            aria-disabled=barred.then_some("true")
            aria-describedby=described
            aria-expanded=move || (!barred).then(|| (open.get() == Some(opens)).to_string())
            on:click=move |_| {
                if !barred {
                    open.update(|open| *open = (*open != Some(opens)).then_some(opens));
                }
            }
        >
            {knob.says}
        </button>
    }
    .into_any()
}

fn why_not(knobs: &[Knob], elsewhere: bool) -> AnyView {
    let (w, desk) = (words(), desk());
    if knobs.is_empty() {
        let over = (!elsewhere).then_some(w.gather().overview.over);
        return over.map(|over| view! { <p class="sm dim">{over}</p> }).into_any();
    }
    let refusals = knobs.iter().filter_map(|knob| knob.refusal.as_ref());
    let mut why: Vec<String> =
        refusals.map(|refusal| w.refusal(refusal, |id| desk.name_of(id))).collect();
    why.dedup();
    (!why.is_empty())
        .then(|| view! { <p class="xs dim" id="why-not">{why.join(" ")}</p> })
        .into_any()
}
