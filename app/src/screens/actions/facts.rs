//! What a card and a page both say of an action: its state in a word, who, by when, how one can tell, how far it is, and
//! why it is slow.

use domain::{
    Millis,
    follow::{Action, State, action::Step, progress::Progress},
};

use super::list_says;
use crate::{
    desk::{Desk, Doing},
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// The state in a word. That it is over its day is said quietly, and in place of what says no more than that it is on.
pub(super) fn tags(action: &Action, now: Millis) -> AnyView {
    let (lang, state) = (words().lang, action.state());
    let over = action.days_over(now);
    let (class, icon) = match state {
        State::Unclaimed => ("tag wait", "people"),
        State::Claimed | State::Acting => ("tag go", "act"),
        State::Done => ("tag far", "check"),
        State::Checked => ("tag far", "smile"),
        State::Redo => ("tag stop", "redo"),
        State::Closed => ("tag go", "checks"),
    };
    let quiet = over > 0 && matches!(state, State::Claimed | State::Acting);
    let name = words::follow::state(lang, state);
    view! {
        {(!quiet).then(|| view! { <span class=class><Icon name=icon />{name}</span> })}
        {(over > 0).then(|| view! { <span class="tag wait"><Icon name="clock" />{(list_says().over)(over)}</span> })}
    }
    .into_any()
}

/// 谁来办, 哪天前, 怎样算办成; the money, too, where `whole`.
pub(super) fn facts(action: &Action, now: Millis, whole: bool) -> AnyView {
    let l = list_says();
    let who = match (&action.owner, &action.partners) {
        (Some(owner), Some(partners)) => (l.with)(owner, partners),
        (Some(owner), None) => owner.clone(),
        (None, Some(partners)) => (l.with)(l.nobody, partners),
        (None, None) => l.nobody.to_owned(),
    };
    let criterion = action.criterion.clone().unwrap_or_else(|| l.no_criterion.to_owned());
    let money = action.money.clone().filter(|_| whole).map(|money| {
        view! { <dt>{l.facts[3]}</dt><dd lang=tongue(&money)>{money.clone()}</dd> }
    });
    view! {
        <dl class="kv">
            <dt>{l.facts[0]}</dt><dd lang=tongue(&who)>{who.clone()}</dd>
            <dt>{l.facts[1]}</dt><dd>{due(action, now)}</dd>
            <dt>{l.facts[2]}</dt><dd lang=tongue(&criterion)>{criterion.clone()}</dd>
            {money}
        </dl>
    }
    .into_any()
}

/// The day, with what the reader would reckon from it.
fn due(action: &Action, now: Millis) -> AnyView {
    let (l, lang) = (list_says(), words().lang);
    let Some(due) = action.due else { return view! { {l.no_day} }.into_any() };
    let day = lang.date(due, now);
    // as people count: by the calendar, whatever the hour
    let left = words::calendar_day(due) - words::calendar_day(now);
    if action.state().running() && left < 0 {
        return view! { <s>{day}</s>" "{l.past} }.into_any();
    }
    let nth = Some(action.round()).filter(|round| *round > 0).map(|round| (l.round)(round));
    let note = if action.state().running() {
        nth.unwrap_or_else(|| (l.left)(left))
    } else {
        let late = action.done_at().map_or(0, |done| (done - due).div_euclid(domain::DAY));
        if late > 0 { (l.late)(late) } else { l.in_time.to_owned() }
    };
    view! { {day}" "<span class="dim">{note}</span> }.into_any()
}

/// How far it is, where it was counted.
pub(super) fn far(note: &Progress) -> Option<AnyView> {
    let (done, of) = (note.report.done?, note.report.of?);
    let unit = note.report.unit.clone().unwrap_or_default();
    let told = (list_says().far)(done, of, &unit);
    let percent = u64::from(done) * 100 / u64::from(of.max(1));
    let bar = view! {
        <div class="row">
            <span class="prog grow" style:--v=percent.to_string() role="img" aria-label=told.clone()><i></i></span>
            <span class="sm nw" aria-hidden="true" lang=tongue(&unit)>{told.clone()}</span>
        </div>
    };
    Some(bar.into_any())
}

/// Why it is slow, and the new day: what was granted last, or what is asked for.
pub(super) fn slow(desk: Desk, doing: &Doing, now: Millis) -> Option<AnyView> {
    let (l, lang) = (list_says(), words().lang);
    let action = &doing.action;
    if !action.state().running() {
        return None;
    }
    if let Some(asked) = &action.asked {
        let day = lang.date(asked.due, now);
        let told = (l.asked)(&day);
        let why = asked.why.clone();
        return Some(
            view! { <p class="why wait"><b>{l.slow[0]}</b><span lang=tongue(&why)>{why.clone()}</span>" "{told}</p> }
                .into_any(),
        );
    }
    let moved = |step: &&Step| step.due_from.is_some();
    let step = action.trail.iter().rev().find(moved)?;
    let (why, due) = (step.why.clone()?, action.due?);
    let granted = (l.granted)(&lang.date(due, now), &desk.name_of(step.by));
    Some(
        view! {
            <p class="why wait">
                <b>{l.slow[0]}</b><span lang=tongue(&why)>{why.clone()}</span>" "
                <b>{l.slow[1]}</b><span lang=tongue(&granted)>{granted.clone()}</span>
            </p>
        }
        .into_any(),
    )
}
