//! The teams of the village, and a new one.

use domain::{
    FollowAct, Id, Kind, Refusal, Scope,
    follow::term::{Inaugurate, Term},
};

use super::{inaugurate::New, says};
use crate::{
    clock,
    desk::{Desk, Whereabouts, desk},
    look::words,
    parts::{Bar, Frame, Icon, WhereaboutsBadge, tongue, why_not},
    prelude::*,
    routes::Route,
};

/// Why the reader does not enter teams; tracked.
fn barred(desk: Desk, village: Id) -> Option<Refusal> {
    let act = FollowAct::Inaugurate(Inaugurate::default());
    desk.may(Kind::Term, Id::nil(), Scope::Village(village), act.into()).err()
}

/// The list.
#[component]
pub(super) fn Teams() -> AnyView {
    let (t, desk) = (says().term, desk());
    let village = Memo::new(move |_| desk.village());
    let all = Memo::new(move |_| village.get().map(|id| desk.terms(id)).unwrap_or_default());
    let ids =
        Memo::new(move |_| all.with(|all| all.iter().map(|(id, ..)| *id).collect::<Vec<_>>()));
    let new = move || {
        let village = village.get()?;
        match barred(desk, village) {
            None => Some(view! { <New village=village /> }),
            barred => why_not(t.add, barred),
        }
    };
    let none = move || ids.with(Vec::is_empty).then(|| view! { <p class="sm dim">{t.none}</p> });
    view! {
        <Frame top=view! { <Bar back=Route::Blueprint title=t.title /> } foot=None over=None>
            <p class="sm">{t.hint}</p>
            {none}
            <h2 class="sr">{t.title}</h2>
            <ul class="col">
                <For each=move || ids.get() key=|id| id.to_string()
                    children=move |id| view! { <Team id=id all=all /> } />
            </ul>
            {new}
        </Frame>
    }
}

#[component]
fn Team(id: Id, all: Memo<Vec<(Id, Term, Whereabouts)>>) -> AnyView {
    let one = Memo::new(move |_| all.with(|all| all.iter().find(|(of, ..)| *of == id).cloned()));
    child(move || one.get().map(|(_, term, at)| slip(id, &term, at)))
}

fn slip(id: Id, term: &Term, at: Whereabouts) -> AnyView {
    let team = term.team.team.clone();
    let local = at != Whereabouts::Sent;
    let badge = local.then(|| view! { <span class="end"><WhereaboutsBadge at=at /></span> });
    view! {
        <li>
            <article class="slip" class:local=local>
                <h3><a href=Route::Term(id).path() lang=tongue(&team)>{team.clone()}</a></h3>
                {leads(term)}
                <p class="row sm">{taken(term)}{badge}</p>
            </article>
        </li>
    }
}

/// Who leads it, and from when until when.
pub(super) fn leads(term: &Term) -> AnyView {
    let leads = (says().term.leads)(&term.team.name);
    let lang = tongue(&leads);
    view! { <p class="meta"><span lang=lang>{leads}</span><span>{days(term)}</span></p> }
}

/// From when until when.
fn days(term: &Term) -> String {
    let (lang, now) = (words().lang, clock::now());
    let until = term.team.until.map(|until| lang.date(until, now));
    (says().term.days)(&lang.date(term.team.from, now), until.as_deref())
}

/// Who took over and when, or that nobody has.
pub(super) fn taken(term: &Term) -> AnyView {
    let (t, lang) = (says().term, words().lang);
    let (icon, told) = match term.acknowledged_at {
        Some(at) => {
            let at = lang.date(at, clock::now());
            ("check", (t.taken)(&term.team.name, &at))
        }
        None => ("clock", (t.not_taken)(&term.team.name)),
    };
    let lang = tongue(&told);
    view! { <Icon name=icon /><span lang=lang>{told}</span> }
}
