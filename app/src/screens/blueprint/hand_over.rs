//! What one team hands over to the next: open promises, advice that waits, parked issues, the blueprint in short.

use domain::{
    FollowAct, Id, Kind, Scope,
    follow::{
        Action, LineState,
        term::{Inherited, Term},
    },
    session::{Verdict, advice::Advice},
};

use super::{
    cites::what,
    not_printed, print_button, says,
    terms::{leads, taken},
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Bar, CommitTrouble, Frame, Icon, tongue},
    prelude::*,
    routes::{Room, Route},
    screens::minutes::{Trouble, keep},
};

/// The most rows of a part: the rest is on its own page.
const MOST: usize = 60;

/// The page.
#[component]
pub(super) fn HandOver(id: Id) -> AnyView {
    let (t, desk) = (says().term, desk());
    let failed = RwSignal::new(false);
    let term = Memo::new(move |_| {
        let record = desk.record(id).filter(|record| record.kind == Kind::Term && !record.gone)?;
        Some((record.scope.owner(), record.read::<Term>().ok()?))
    });
    let title = move || term.with(|term| term.as_ref().map(|(_, term)| term.team.team.clone()));
    let top = view! { <Bar back=Route::Terms title=t.title>{print_button(failed)}</Bar> };
    view! {
        <Frame top=top foot=None over=None>
            {not_printed(failed)}
            {move || match title() {
                Some(title) => view! { <h2 class="song xl" lang=tongue(&title)>{title.clone()}</h2> },
                None => view! { <p class="sm dim">{t.gone}</p> },
            }}
            {move || term.get().map(|(village, term)| whole(id, village, &term))}
        </Frame>
    }
}

fn whole(id: Id, village: Id, term: &Term) -> AnyView {
    let (t, desk) = (says().term, desk());
    let members = term.team.members.clone().map(|members| {
        view! { <p class="sm written" lang=tongue(&members)><b>{t.members}</b>"\n"{members.clone()}</p> }
    });
    let (heading, open) = match term.acknowledged_at {
        Some(_) => (t.was_open, term.inherited.clone()),
        None => (t.open, desk.open(village)),
    };
    let mine = term.acknowledged_at.is_none() && term.team.secretary == desk.person();
    let take = mine.then(|| view! { <Take id=id village=village /> });
    view! {
        <section class="col tight">
            {leads(term)}
            <p class="row sm">{taken(term)}</p>
            {members}
        </section>
        <section class="col" aria-labelledby="open">
            <div class="head"><h2 id="open">{heading}</h2></div>
            <p class="b">{counted(&open)}</p>
            <p class="note"><Icon name="info" /><span>{t.silent}</span></p>
            {parts(desk, village, &open)}
        </section>
        {take}
    }
}

fn counted(open: &Inherited) -> String {
    let t = says().term;
    match (open.actions.len(), open.advice.len(), open.issues.len()) {
        (0, 0, 0) => t.nothing.to_owned(),
        (actions, advice, issues) => (t.count)(actions, advice, issues),
    }
}

fn parts(desk: Desk, village: Id, open: &Inherited) -> AnyView {
    let [actions, advice, issues, plan] = says().term.parts;
    let rows = |ids: &[Id], row: fn(Desk, Id) -> Option<AnyView>| {
        let few = ids.iter().take(MOST).filter_map(|id| row(desk, *id)).collect::<Vec<_>>();
        (few, ids.len())
    };
    view! {
        {part(actions, rows(&open.actions, promised), Route::Actions)}
        {part(advice, rows(&open.advice, advised), Route::Sessions)}
        {part(issues, rows(&open.issues, parked), Route::Board)}
        <h3>{plan}</h3>
        {in_short(desk, village)}
    }
}

fn part(name: &'static str, (rows, all): (Vec<AnyView>, usize), rest: Route) -> AnyView {
    let t = says().term;
    let none = (all == 0).then(|| view! { <p class="sm dim">{t.no_part}</p> });
    let more = all.saturating_sub(rows.len());
    let more =
        (more > 0).then(|| view! { <a class="btn bare" href=rest.path()>{(t.more)(more)}</a> });
    view! {
        <section class="col tight" aria-label=name>
            <h3>{name}</h3>
            {none}
            <ul class="list handed">{rows.into_iter().collect_view()}</ul>
            {more}
        </section>
    }
}

fn linked(to: Route, says: &str, small: &str) -> AnyView {
    view! {
        <li>
            <a href=to.path()>
                <span class="grow">
                    <span lang=tongue(says)>{says.to_owned()}</span>
                    <small lang=tongue(small)>{small.to_owned()}</small>
                </span>
                <Icon name="right" />
            </a>
        </li>
    }
}

/// An action with its owner and its day.
fn promised(desk: Desk, id: Id) -> Option<AnyView> {
    let (t, lang) = (says().term, words().lang);
    let record = desk.record(id)?;
    let action: Action = record.read().ok()?;
    let now = clock::now();
    let due = action.due.map(|due| (t.due)(&lang.date(due, now)));
    let over = action.days_over(now);
    let small = [
        action.owner.clone().unwrap_or_else(|| t.nobody.to_owned()),
        due.unwrap_or_else(|| t.no_day.to_owned()),
        words::follow::state(lang, action.state()).to_owned(),
    ];
    let over = (over > 0).then(|| (t.over)(over));
    let small: Vec<String> = small.into_iter().chain(over).collect();
    Some(linked(Route::Action(id), &what(desk, &record), &small.join(" · ")))
}

/// A piece of advice with whoever gave it.
fn advised(desk: Desk, id: Id) -> Option<AnyView> {
    let t = says().term;
    let advice: Advice = desk.record(id)?.read().ok()?;
    let to = match (advice.session, advice.issue) {
        (Some(session), _) => Route::Session(session, Room::Advice),
        (None, Some(issue)) => Route::Issue(issue),
        (None, None) => Route::Sessions,
    };
    let stands = match advice.verdict {
        Some(Verdict::Deferred) => t.deferred,
        Some(verdict) => words::session::verdict(words().lang, verdict),
        None => t.unanswered,
    };
    let who = advice.voice.map(|voice| voice.name).unwrap_or_default();
    Some(linked(to, &advice.words, &format!("{who} · {stands}")))
}

/// A parked issue, with why.
fn parked(desk: Desk, id: Id) -> Option<AnyView> {
    let seen = desk.issue(id)?;
    let why = seen.issue.trail.last().and_then(|step| step.why.clone()).unwrap_or_default();
    Some(linked(Route::Issue(id), &seen.issue.title, &why))
}

/// The blueprint in a sentence, and the lines that come first.
fn in_short(desk: Desk, village: Id) -> AnyView {
    let (t, p) = (says().term, says().plan);
    let plan = desk.plan(village);
    let count = |wanted: LineState| {
        plan.lines.iter().filter(|line| line.since.says.state == wanted).count()
    };
    let told = (t.plan)(plan.lines.len(), count(LineState::CarriedOut), count(LineState::Done));
    let first = (1..=3_u32).flat_map(|rank| {
        let lines = plan.lines.iter().filter(move |line| line.since.says.first == Some(rank));
        lines.map(move |line| {
            let says = super::line::words_of(&line.since.says);
            let lang = tongue(&says);
            view! { <li><b class="tag go">{(p.first)(rank)}</b>" "<span lang=lang>{says}</span></li> }
        })
    });
    let first: Vec<AnyView> = first.collect();
    let village = desk.place_name(village).unwrap_or_default();
    view! {
        <ul class="list handed">{linked(Route::Blueprint, &(p.title)(&village), &told)}</ul>
        <ul class="col tight sm">{first.into_iter().collect_view()}</ul>
    }
}

/// The new secretary has read it.
#[component]
fn Take(id: Id, village: Id) -> AnyView {
    let (t, desk) = (says().term, desk());
    let trouble = Trouble::new();
    let take = move |_| {
        let read = untrack(|| desk.open(village));
        let act = FollowAct::Acknowledge(read).into();
        keep(trouble, vec![(Kind::Term, id, Scope::Village(village), act)], || {});
    };
    view! {
        <section class="col noprint">
            <button class="btn do big" on:click=take><Icon name="check" />{t.take}</button>
            <p class="hint">{t.take_hint}</p>
            <CommitTrouble error=trouble.said />
        </section>
    }
}
