//! Where advice comes from: what was said on the bench and what experts wrote, each by one tap; and all else by a form.

use domain::{
    Id, Kind,
    session::{
        Sort,
        advice::{Advise, Via, Voice},
        bench,
        minutes::Brief,
        seat::Seat,
    },
};

use super::{Advised, act, other::OtherForm, says, table::Table};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, Trouble, keep, title_of, tongue},
    prelude::*,
};

/// Something that is no advice yet.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    /// The record it comes from.
    id: Id,
    sort: Option<Sort>,
    words: String,
    seat: Option<Seat>,
}

/// The section, for whoever may note advice.
#[component]
pub(super) fn SourceList(table: Table) -> AnyView {
    let (a, desk) = (says(), desk());
    let shown = table.shown;
    let may = Memo::new(move |_| {
        let (scope, within) = shown.with(|all| (all.scope(), all.within));
        within && desk.may(Kind::Advice, Id::nil(), scope, act::an_advice()).is_ok()
    });
    let late = Memo::new(move |_| shown.with(Advised::handed_over));
    let issues = Memo::new(move |_| shown.with(|all| all.session.issues.clone()));
    let about = RwSignal::new(None::<Id>);
    let none = Memo::new(move |_| shown.with(|all| all.pieces.is_empty()));
    let said = Memo::new(move |_| if late.get() { Vec::new() } else { statements(desk, table) });
    let written = Memo::new(move |_| briefs(desk, table));
    let open = none.get_untracked();
    let ways = move || {
        let lost = late.get() && issues.with(Vec::is_empty);
        if lost {
            return view! { <p class="note"><Icon name="info" /><span>{a.sources.late_no_issue}</span></p> };
        }
        view! {
            {late.get().then(|| view! { <p class="note"><Icon name="info" /><span>{a.sources.late}</span></p> })}
            <About issues=issues about=about late=late />
            {(!late.get()).then(|| view! { <Offers table=table all=said about=about open=open brief=false /> })}
            {move || (!written.with(Vec::is_empty)).then(|| view! {
                <Offers table=table all=written about=about open=false brief=true />
            })}
            <details class="slip">
                <summary><Icon name="doc" />{a.sources.other}<span class="end"><Icon name="down" /></span></summary>
                <OtherForm table=table about=about />
            </details>
        }
    };
    child(move || {
        may.get().then(|| {
            view! {
                <section class="col" aria-labelledby="sources">
                    <div class="head"><h2 id="sources">{a.sources.title}</h2></div>
                    {ways}
                </section>
            }
        })
    })
}

/// Which issue, where the session has several; one alone is meant without a word.
#[component]
fn About(issues: Memo<Vec<Id>>, about: RwSignal<Option<Id>>, late: Memo<bool>) -> AnyView {
    let (s, desk) = (says().sources, desk());
    Effect::new(move |_| {
        let alone = issues.with(|all| if let [one] = all.as_slice() { Some(*one) } else { None });
        if alone.is_some() {
            about.set(alone);
        }
    });
    let pick = move |event| about.set(Id::try_parse(&event_target_value(&event)).ok());
    let options = move || {
        let options = issues.get().into_iter().map(|id| {
            let title = title_of(desk, id);
            view! { <option value=id.to_string() selected=move || about.get() == Some(id) lang=tongue(&title)>{title.clone()}</option> }
        });
        options.collect_view()
    };
    child(move || {
        issues.with(|all| all.len() > 1).then(|| view! {
            <label class="field"><span class="lab">{s.about}</span>
                <select class="in" on:change=pick>
                    <option value="">{if late.get() { s.issue_missing } else { s.whole }}</option>
                    {options}
                </select></label>
        })
    })
}

/// What was said and is no advice yet; answers and what was only tapped are none; tracked.
fn statements(desk: Desk, table: Table) -> Vec<Offer> {
    let (id, taken) = table.shown.with(|all| {
        let taken = all.pieces.iter().filter_map(|piece| piece.advice.statement);
        (all.id, taken.collect::<Vec<_>>())
    });
    let found = desk.in_room(id, |room| {
        let all = bench::statements(room.within()).into_iter();
        let free = all.filter(|(id, said)| !taken.contains(id) && said.sort != Sort::Answer);
        let offer = |(id, said): (Id, bench::Statement)| {
            let words = said.words.filter(|words| !words.is_empty())?;
            let seat = table.shown.with(|all| seat_of(all, said.seat?));
            Some(Offer { id, sort: Some(said.sort), words, seat })
        };
        free.filter_map(offer).collect()
    });
    found.unwrap_or_default()
}

fn seat_of(all: &Advised, id: Id) -> Option<Seat> {
    all.seats.iter().find(|(seat, _)| *seat == id).map(|(_, seated)| seated.seat.clone())
}

/// What experts answered and is no advice yet; tracked.
fn briefs(desk: Desk, table: Table) -> Vec<Offer> {
    let id = table.shown.with(|all| all.id);
    let found = desk.in_room(id, |room| {
        let all = room.within().iter().filter(|r| r.kind == Kind::Brief && !r.gone);
        let read = all.filter_map(|r| Some((r.id, r.read::<Brief>().ok()?)));
        read.filter_map(|(id, brief)| Some((id, brief.seat, brief.answer?))).collect::<Vec<_>>()
    });
    let offer = |(id, seat, words): (Id, Id, String)| {
        let seat = table.shown.with(|all| seat_of(all, seat));
        let known = table.shown.with(|all| {
            all.pieces
                .iter()
                .any(|piece| piece.advice.via == Some(Via::Brief) && piece.advice.words == words)
        });
        (!known).then_some(Offer { id, sort: None, words, seat })
    };
    found.unwrap_or_default().into_iter().filter_map(offer).collect()
}

/// A list that is opened by a tap, with a button at each.
#[component]
fn Offers(
    table: Table,
    all: Memo<Vec<Offer>>,
    about: RwSignal<Option<Id>>,
    open: bool,
    brief: bool,
) -> AnyView {
    let s = says().sources;
    let count = Memo::new(move |_| all.with(Vec::len));
    let told = RwSignal::new("");
    let name = move || if brief { (s.briefs)(count.get()) } else { (s.said)(count.get()) };
    let icon = if brief { "doc" } else { "comment" };
    view! {
        <details class="slip" open=open>
            <summary><Icon name=icon />{name}<span class="end"><Icon name="down" /></span></summary>
            <p class="sm pine b" role="status">{move || told.get()}</p>
            {move || (count.get() == 0).then(|| view! { <p class="dim sm">{s.said_none}</p> })}
            <ul class="ruled">
                <For each=move || all.get() key=|offer| offer.id.to_string()
                    children=move |offer| view! { <One table=table offer=offer about=about told=told /> } />
            </ul>
        </details>
    }
}

#[component]
fn One(
    table: Table,
    offer: Offer,
    about: RwSignal<Option<Id>>,
    told: RwSignal<&'static str>,
) -> AnyView {
    let (w, s) = (words(), says().sources);
    let trouble = Trouble::new();
    let whole = StoredValue::new(offer.clone());
    let take = move |_| {
        let act = advise(&whole.get_value(), about.get_untracked());
        let scope = table.shown.with_untracked(Advised::scope);
        let deed = (Kind::Advice, clock::fresh(), scope, domain::SessionAct::Advise(act).into());
        keep(trouble, vec![deed], move || told.set(s.taken));
    };
    let Offer { sort, words, seat, .. } = offer;
    let name = seat.as_ref().map(|seat| seat.name.clone());
    let name = name.unwrap_or_else(|| says().nameless[0].to_owned());
    let place = seat.and_then(|seat| seat.group.or(seat.label)).unwrap_or_default();
    let tag =
        sort.map(|sort| view! { <span class="tag">{::words::session::sort(w.lang, sort)}</span> });
    view! {
        <li class="stmt">
            <p class="who"><b lang=tongue(&name)>{name.clone()}</b><span lang=tongue(&place)>{place.clone()}</span>{tag}</p>
            <p class="say" lang=tongue(&words)>{words.clone()}</p>
            <div><button type="button" class="chip" on:click=take><Icon name="plus" />{s.take}
                <span class="sr">{words.clone()}</span></button></div>
            <CommitTrouble error=trouble.said />
        </li>
    }
}

/// An offer as advice: whose it is follows from the statement, or is said with it.
fn advise(offer: &Offer, issue: Option<Id>) -> Advise {
    let words = offer.words.clone();
    if offer.sort.is_some() {
        return Advise { issue, ..Advise::said(Some(offer.id), &words) };
    }
    let voice = offer.seat.clone().map(|seat| Voice {
        name: seat.name,
        role: Some(seat.role),
        label: seat.label,
        group: seat.group,
        person: seat.person,
    });
    Advise { statement: None, words, issue, via: Some(Via::Brief), voice }
}
