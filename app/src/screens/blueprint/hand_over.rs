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
    line::words_of,
    not_printed, print_button, says,
    terms::{leads, taken},
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{Bar, CommitTrouble, Frame, Icon, Trouble, keep, tongue},
    prelude::*,
    routes::{Room, Route},
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
    let village = Memo::new(move |_| term.with(|term| term.as_ref().map(|(village, _)| *village)));
    let title = move || term.with(|term| term.as_ref().map(|(_, term)| term.team.team.clone()));
    let top = view! { <Bar back=Route::Terms title=t.title>{print_button(failed)}</Bar> };
    view! {
        <Frame top=top foot=None over=None>
            {not_printed(failed)}
            {move || match title() {
                Some(title) => view! { <h2 class="song xl" lang=tongue(&title)>{title.clone()}</h2> },
                None => view! { <p class="sm dim">{t.gone}</p> },
            }}
            {move || village.get().map(|village| view! { <Whole id=id village=village term=term /> })}
        </Frame>
    }
}

#[component]
fn Whole(id: Id, village: Id, term: Memo<Option<(Id, Term)>>) -> AnyView {
    let (t, desk) = (says().term, desk());
    let taken_over = Memo::new(move |_| {
        term.with(|term| term.as_ref().is_some_and(|(_, term)| term.acknowledged_at.is_some()))
    });
    let open = Memo::new(move |_| match term.get() {
        Some((_, term)) if term.acknowledged_at.is_some() => term.inherited,
        _ => desk.open(village),
    });
    let head = move || term.get().map(|(_, term)| head(&term));
    let mine = Memo::new(move |_| {
        let leads = term.with(|term| term.as_ref().map(|(_, term)| term.team.secretary));
        !taken_over.get() && leads == Some(desk.person())
    });
    view! {
        <section class="col tight">{head}</section>
        <section class="col" aria-labelledby="open">
            <div class="head"><h2 id="open">{move || if taken_over.get() { t.was_open } else { t.open }}</h2></div>
            <p class="b">{move || open.with(counted)}</p>
            <p class="note"><Icon name="info" /><span>{t.silent}</span></p>
            <Handed village=village open=open />
        </section>
        {move || mine.get().then(|| view! { <Take id=id village=village /> })}
    }
}

fn head(term: &Term) -> AnyView {
    let members = term.team.members.clone().map(|members| {
        let (lang, name) = (tongue(&members), says().term.members);
        view! { <p class="sm written" lang=lang><b>{name}</b>"\n"{members}</p> }
    });
    view! { {leads(term)}<p class="row sm">{taken(term)}</p>{members} }
}

fn counted(open: &Inherited) -> String {
    let t = says().term;
    match (open.actions.len(), open.advice.len(), open.issues.len()) {
        (0, 0, 0) => t.nothing.to_owned(),
        (actions, advice, issues) => (t.count)(actions, advice, issues),
    }
}

/// A row: where it leads, what it says, and the small words under it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    to: Route,
    says: String,
    small: String,
}

/// The parts, one after the other.
#[component]
fn Handed(village: Id, open: Memo<Inherited>) -> AnyView {
    let [actions, advice, issues, plan] = says().term.parts;
    view! {
        <Part name=actions ids=Memo::new(move |_| open.get().actions) row=promised rest=Route::Actions />
        <Part name=advice ids=Memo::new(move |_| open.get().advice) row=advised rest=Route::Sessions />
        <Part name=issues ids=Memo::new(move |_| open.get().issues) row=parked rest=Route::Board />
        <h3>{plan}</h3>
        <InShort village=village />
    }
}

#[component]
fn Part(
    name: &'static str,
    ids: Memo<Vec<Id>>,
    row: fn(Desk, Id) -> Option<Row>,
    rest: Route,
) -> AnyView {
    let (t, desk) = (says().term, desk());
    let rows = Memo::new(move |_| {
        let few = ids.get().into_iter().take(MOST);
        few.filter_map(|id| Some((id, row(desk, id)?))).collect::<Vec<_>>()
    });
    let none = move || ids.with(Vec::is_empty).then(|| view! { <p class="sm dim">{t.no_part}</p> });
    let more = move || {
        let more = ids.with(Vec::len).saturating_sub(rows.with(Vec::len));
        (more > 0).then(|| view! { <a class="btn bare" href=rest.path()>{(t.more)(more)}</a> })
    };
    view! {
        <section class="col tight" aria-label=name>
            <h3>{name}</h3>
            {none}
            <ul class="list handed">
                <For each=move || rows.get() key=|(id, row)| format!("{id} {} {}", row.says, row.small)
                    children=|(_, row)| linked(&row) />
            </ul>
            {more}
        </section>
    }
}

fn linked(row: &Row) -> AnyView {
    view! {
        <li>
            <a href=row.to.path()>
                <span class="grow">
                    <span lang=tongue(&row.says)>{row.says.clone()}</span>
                    <small lang=tongue(&row.small)>{row.small.clone()}</small>
                </span>
                <Icon name="right" />
            </a>
        </li>
    }
}

/// An action with its owner and its day.
fn promised(desk: Desk, id: Id) -> Option<Row> {
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
    Some(Row { to: Route::Action(id), says: what(desk, &record), small: small.join(" · ") })
}

/// A piece of advice with whoever gave it.
fn advised(desk: Desk, id: Id) -> Option<Row> {
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
    Some(Row { to, says: advice.words, small: format!("{who} · {stands}") })
}

/// A parked issue, with why.
fn parked(desk: Desk, id: Id) -> Option<Row> {
    let seen = desk.issue(id)?;
    let why = seen.issue.trail.last().and_then(|step| step.why.clone()).unwrap_or_default();
    Some(Row { to: Route::Issue(id), says: seen.issue.title.clone(), small: why })
}

/// The blueprint in a sentence, and the lines that come first.
#[component]
fn InShort(village: Id) -> AnyView {
    let (t, p, desk) = (says().term, says().plan, desk());
    let told = Memo::new(move |_| {
        let plan = desk.plan(village);
        let count = |wanted: LineState| {
            plan.lines.iter().filter(|line| line.since.says.state == wanted).count()
        };
        let (doing, done) = (count(LineState::CarriedOut), count(LineState::Done));
        let name = desk.place_name(village).unwrap_or_default();
        let small = (t.plan)(plan.lines.len(), doing, done);
        let ranked = |rank: u32| {
            let lines = plan.lines.iter().filter(move |line| line.since.says.first == Some(rank));
            lines.map(move |line| (rank, words_of(&line.since.says)))
        };
        let first: Vec<(u32, String)> = (1..=3).flat_map(ranked).collect();
        (Row { to: Route::Blueprint, says: (p.title)(&name), small }, first)
    });
    child(move || {
        let (row, first) = told.get();
        let first = first.into_iter().map(|(rank, says)| {
            let lang = tongue(&says);
            view! { <li><b class="tag go">{(p.first)(rank)}</b>" "<span lang=lang>{says}</span></li> }
        });
        view! {
            <ul class="list handed">{linked(&row)}</ul>
            <ul class="col tight sm">{first.collect_view()}</ul>
        }
    })
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
