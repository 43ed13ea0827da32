//! What can be done with an action now: a button for each step that is open from where it stands, and why not where the
//! reader may not.

use domain::{
    FollowAct, Id, Millis, Refusal,
    follow::{Action, State},
};

use super::{
    deed::{bar, on_action},
    one::Shown,
    one_says,
    step::StepForm,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Claim,
    Accept,
    Finish,
    AskTime,
    GiveTime,
    Check,
    Close,
    Revisit,
    Reassign,
}

impl Move {
    const ALL: [Self; 9] = [
        Self::Claim,
        Self::Accept,
        Self::Finish,
        Self::AskTime,
        Self::GiveTime,
        Self::Check,
        Self::Close,
        Self::Revisit,
        Self::Reassign,
    ];

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        one_says().moves[self as usize]
    }

    /// Whether it is open from where an action stands.
    fn open(self, action: &Action, now: Millis) -> bool {
        let state = action.state();
        let held = matches!(state, State::Claimed | State::Acting | State::Redo);
        match self {
            Self::Claim => state == State::Unclaimed,
            Self::Accept => matches!(state, State::Claimed | State::Redo),
            Self::Finish => held,
            Self::AskTime => held && action.asked.is_none(),
            Self::GiveTime => action.asked.is_some(),
            Self::Check => state == State::Done,
            Self::Close => state == State::Checked,
            Self::Revisit => action.revisit_due(now),
            Self::Reassign => state.running(),
        }
    }

    /// The act to ask about, with every box filled.
    fn sample(self, action: &Action, now: Millis) -> FollowAct {
        let said = || "—".to_owned();
        let due = action.due.unwrap_or(now) + 86_400_000;
        match self {
            Self::Claim => FollowAct::Claim { owner: said() },
            Self::Accept => FollowAct::Accept,
            Self::Finish => FollowAct::Finish { words: said() },
            Self::AskTime => FollowAct::AskTime { due, why: said() },
            Self::GiveTime => FollowAct::GiveTime { due: Some(due), why: Some(said()) },
            Self::Check => FollowAct::Check { ok: true, words: None },
            Self::Close => FollowAct::Close { how: None },
            Self::Revisit => FollowAct::Revisit { holds: true, words: said() },
            Self::Reassign => FollowAct::Reassign { owner: said(), lead: None, why: said() },
        }
    }
}

/// A step that is open, and why it is not the reader's.
type Open = (Move, Option<Refusal>);

/// The steps on from here.
#[component]
pub(super) fn Moves(shown: Shown) -> AnyView {
    let (o, desk) = (one_says(), desk());
    let id = shown.with_untracked(|doing| doing.id);
    let open = RwSignal::new(None::<Move>);
    let moves = Memo::new(move |_| moves(desk, id, shown));
    // somebody moved it meanwhile: the step that was open may be none any more
    Effect::new(move |_| {
        let gone = |to: Move| moves.with(|moves| moves.iter().all(|(other, _)| *other != to));
        if open.get_untracked().is_some_and(gone) {
            open.set(None);
        }
    });
    let due = Memo::new(move |_| shown.with(|doing| doing.action.revisit_due(desk.now())));
    view! {
        <section aria-labelledby="now">
            <div class="head"><h2 id="now">{o.now}</h2></div>
            <div class="col">
                {move || due.get().then(|| view! { <p class="note wait"><Icon name="clock" /><span>{o.visit_due}</span></p> })}
                {move || buttons(desk, &moves.get(), open)}
                {move || open.get().map(|to| view! { <StepForm shown=shown to=to open=open /> })}
            </div>
        </section>
    }
}

fn moves(desk: Desk, id: Id, shown: Shown) -> Vec<Open> {
    let now = desk.now();
    shown.with(|doing| {
        let open = Move::ALL.into_iter().filter(|to| to.open(&doing.action, now));
        let judged = open.map(|to| {
            let deed = on_action(id, doing.scope, to.sample(&doing.action, now));
            (to, bar(desk, deed))
        });
        judged.collect()
    })
}

/// All buttons; where no step is the reader's, one note in place of them. Each reason is said once.
fn buttons(desk: Desk, moves: &[Open], open: RwSignal<Option<Move>>) -> AnyView {
    let (w, o) = (words(), one_says());
    if moves.is_empty() {
        return view! { <p class="sm dim">{o.over}</p> }.into_any();
    }
    let told = |refusal: &Refusal| w.refusal(refusal, |id| desk.name_of(id));
    let mut reasons: Vec<(String, Vec<&'static str>)> = Vec::new();
    for (to, refusal) in moves {
        let Some(why) = refusal.as_ref().map(told) else { continue };
        match reasons.iter_mut().find(|(other, _)| *other == why) {
            Some((_, names)) => names.push(to.name()),
            None => reasons.push((why, vec![to.name()])),
        }
    }
    let reasons = reasons.into_iter().map(|(why, names)| {
        view! { <li><b>{names.join(" · ")}</b>" "<span lang=tongue(&why)>{why.clone()}</span></li> }
    });
    let reasons: Vec<AnyView> = reasons.collect();
    let described = (!reasons.is_empty()).then_some("why-not");
    let mine = moves.iter().filter(|(_, refusal)| refusal.is_none());
    let first = mine.clone().next().map(|(to, _)| *to);
    let one = |(to, refusal): &Open| {
        let (to, barred) = (*to, refusal.is_some());
        let class = if first == Some(to) { "btn do" } else { "btn" };
        view! {
            <button type="button" class=class
                aria-disabled=barred.then_some("true")
                aria-describedby=if barred { described } else { None }
                aria-expanded=move || (!barred).then(|| (open.get() == Some(to)).to_string())
                on:click=move |_| {
                    if !barred {
                        open.update(|open| *open = (*open != Some(to)).then_some(to));
                    }
                }
            >
                {to.name()}
            </button>
        }
    };
    view! {
        <div class="btns">{moves.iter().map(one).collect_view()}</div>
        {described.map(|id| view! { <ul class="xs dim why-not" id=id>{reasons}</ul> })}
    }
    .into_any()
}
