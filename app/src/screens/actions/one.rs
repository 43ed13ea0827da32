//! One action: what it is, how far it is, what can be done now, what the village says of it, and how it came here.

use domain::{Id, follow::progress::Progress};

use super::{
    ballot::Ballots,
    facts::{facts, far, slow, tags},
    fields::Fields,
    moves::Moves,
    notes::Notes,
    one_says,
    origin::Origin,
    rate::RateBox,
    rate_other::RateOther,
    ratings::Ratings,
    told::Told,
    trail::Trail,
};
use crate::{
    desk::{Doing, Whereabouts, desk},
    look::words,
    parts::{Bar, Frame, Icon, WhereaboutsBadge, tongue, while_here},
    prelude::*,
    replica::Line,
    routes::Route,
    screens::issue::named,
};

/// The action as it is now, and as it last was should it leave the phone while it is looked at.
pub(super) type Shown = Memo<Doing>;

/// The page.
#[component]
pub(super) fn OneScreen(id: Id) -> AnyView {
    let desk = desk();
    let doing = Memo::new(move |_| desk.doing(id));
    let top = view! { <Bar back=Route::Actions title=one_says().title /> };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {while_here(doing, |shown| view! { <Page shown=shown /> }, || view! { <Missing /> })}
        </Frame>
    }
}

#[component]
fn Page(shown: Shown) -> AnyView {
    let id = shown.with_untracked(|doing| doing.id);
    view! {
        <Hero shown=shown />
        <Moves shown=shown />
        <section class="col" aria-label=super::rate_says().title>
            <Ratings shown=shown />
            <RateBox id=id />
            <RateOther shown=shown />
            <Ballots shown=shown />
        </section>
        <Told shown=shown />
        <Notes shown=shown />
        <Fields shown=shown />
        <Trail shown=shown />
    }
}

/// What is to be done, who does it, and where it comes from.
#[component]
fn Hero(shown: Shown) -> AnyView {
    let desk = desk();
    let id = shown.with_untracked(|doing| doing.id);
    let notes = Memo::new(move |_| desk.notes(id));
    let whereabouts = Memo::new(move |_| {
        let note = notes.with(|notes| notes.first().map(|(_, _, at)| *at));
        match shown.with(|doing| doing.whereabouts) {
            Whereabouts::Sent => note.unwrap_or(Whereabouts::Sent),
            other => other,
        }
    });
    let counted = Memo::new(move |_| {
        let counted = |note: &&(_, Progress, _)| note.1.report.of.is_some();
        notes.with(|notes| notes.iter().find(counted).map(|(_, note, _)| note.clone()))
    });
    let local = move || whereabouts.get() == Whereabouts::Local;
    let told = move || {
        let doing = shown.get();
        let now = desk.now();
        let what = doing.what.clone();
        view! {
            <div class="row wrap">
                {tags(&doing.action, now)}
                <span class="end"><WhereaboutsBadge at=whereabouts.get() /></span>
            </div>
            <h2 class="xl" lang=tongue(&what)>{what.clone()}</h2>
            {facts(&doing.action, now, true)}
        }
    };
    view! {
        <section class="slip" class:local=local>
            {told}
            {move || counted.get().as_ref().and_then(far)}
            {move || slow(desk, &shown.get(), desk.now())}
            <Origin shown=shown />
        </section>
    }
}

/// There is no such action on this phone: it may still be on its way, or not be for the reader.
#[component]
fn Missing() -> AnyView {
    let (w, o, desk) = (words(), one_says(), desk());
    let asking = move || matches!(desk.line.get(), Line::Asking | Line::Sending { .. });
    view! {
        <div class="state">
            <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
            <h2>{o.missing.0}</h2>
            <p>{o.missing.1}</p>
            <p class="sm dim" role="status">{move || asking().then_some(w.common.asking)}</p>
            <div class="btns">
                <a class="btn" href=Route::Actions.path()>{o.to_list}</a>
                <button type="button" class="btn" on:click=move |_| desk.nudge()><Icon name="sync" />{w.trouble.again}</button>
            </div>
        </div>
    }
}

/// Somebody's name and what goes with it.
pub(super) fn by(who: &str, rest: AnyView) -> AnyView {
    let name = named(|a, _| a.to_owned(), [who, ""]);
    view! { <p class="who"><b>{name}</b>{rest}</p> }.into_any()
}
