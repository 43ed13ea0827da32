//! The sealed page: what came of the evening in a few figures, the seal, the code that anybody can check, and what goes
//! out from here.

use domain::{Id, Millis, Stage, session::Seal};
use words::paper::{Paper, letters};

use super::{
    Shown,
    annex::Annexes,
    boxes::{Trouble, keep},
    out::Out,
    says,
    seal::{consulted, head},
    sheet::{sheet, square},
};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{Bar, CommitTrouble, Frame, Icon, WhereaboutsBadge, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// So long after it was pressed, the seal is seen to come down, in milliseconds.
const FRESH: Millis = 5_000;

/// The room after the seal.
#[component]
pub(super) fn SealedRoom(shown: Shown) -> AnyView {
    let (w, s) = (words(), says().seal);
    let id = shown.with_untracked(|papers| papers.id);
    let Some(seal) = shown.with_untracked(|papers| papers.session.seal.clone()) else {
        return ().into_any();
    };
    // whoever has just pressed it was at the end of the page
    if fresh(&seal, desk().person()) {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    let back = Route::Session(id, Room::Overview);
    let badge = move || view! { <WhereaboutsBadge at=shown.with(|papers| papers.whereabouts) /> };
    let top = view! { <Bar back=back title=s.sealed note=w.lang.moment(seal.at, clock::now())>{badge}</Bar> };
    let foot = view! {
        <section class="dock foot" aria-label=s.next_step>
            <a class="btn do big" href=Route::Session(id, Room::Advice).path()>{s.next}</a>
        </section>
    };
    let paper = Paper::internal(&seal.clear());
    let whole = StoredValue::new(paper.clone());
    let open = RwSignal::new(false);
    let now = Signal::derive(move || shown.with(|papers| papers.session.seal.clone()));
    let page = move |print: bool| {
        let seal = now.get()?;
        let head = head(shown, Some(&seal));
        whole.get_value().map(|paper| sheet(&paper, &head, print))
    };
    view! {
        <Frame top=top foot=Some(foot) over=None>
        <div class="sealed-room">
            {paper.map(|paper| view! { <Card shown=shown seal=seal.clone() paper=paper /> })}
            <Letters shown=shown seal=seal />
            <p class="note"><Icon name="lock" /><span>{s.frozen[0]}<a href="#annex">{s.frozen[1]}</a>{s.frozen[2]}</span></p>
            <Left shown=shown />
            <Out shown=shown />
            <details class="slip" on:toggle=move |_| open.set(true)>
                <summary><Icon name="doc" />{s.whole}<span class="end"><Icon name="down" /></span></summary>
                {move || open.get().then(|| page(false))}
            </details>
            <Annexes shown=shown />
            {move || page(true)}
        </div>
        </Frame>
    }
}

/// Whether somebody has pressed it just now.
fn fresh(seal: &Seal, person: Id) -> bool {
    seal.by == person && clock::now().saturating_sub(seal.at) < FRESH
}

/// The evening in a few figures, with the seal.
#[component]
fn Card(shown: Shown, seal: Seal, paper: Paper) -> AnyView {
    let (w, s, desk) = (words(), says().seal, desk());
    let number = move || {
        let (village, number) = shown.with(|papers| {
            (papers.session.village, papers.session.seal.as_ref().and_then(|seal| seal.number))
        });
        let village = desk.place_name(village).unwrap_or_default();
        let number = number.map_or_else(|| s.number_later.to_owned(), s.number);
        format!("{village} · {number}")
    };
    let when = paper.on.map(|on| w.lang.moment(on, clock::now()));
    let around: Vec<String> = when.into_iter().chain(paper.place.clone()).collect();
    let promised = paper.said.iter().filter(|line| line.sort == domain::session::Sort::Promise);
    let promised = promised.count();
    let figures = [
        (s.came)(paper.came(), paper.remote, paper.checked),
        (s.said)(paper.consensus.len(), paper.said.len(), promised),
        (s.dissent)(paper.dissent.len()),
    ];
    let [first, second, third] = figures;
    let class = if fresh(&seal, desk.person()) { "seal fresh" } else { "seal" };
    view! {
        <article class="slip sealed">
            <p class="dim sm">{number}</p>
            <h2 class="hero-t" lang="zh-CN">{paper.title.clone()}</h2>
            <p class="sm"><span lang="zh-CN">{around.join("，")}</span></p>
            <div class="row">
                <p class="grow sm">{first}<br />{second}<br />{third}</p>
                <span class=class role="img" aria-label=s.mark_name lang="zh-CN"><i aria-hidden="true">{s.mark}</i></span>
            </div>
            <Signers seal=seal />
        </article>
    }
}

/// Who signed, under the figures.
#[component]
fn Signers(seal: Seal) -> AnyView {
    let (w, s, desk) = (words(), says().seal, desk());
    let signed = Memo::new(move |_| {
        let names = seal.signed.iter().map(|one| {
            format!("{} {}", words::session::duty(w.lang, one.duty), desk.name_of(one.by))
        });
        (s.signed_by)(&names.collect::<Vec<_>>().join(s.and))
    });
    let lang = move || signed.with(|signed| tongue(signed));
    view! { <p class="xs dim" lang=lang>{move || signed.get()}</p> }
}

/// The code, as square and in letters.
#[component]
fn Letters(shown: Shown, seal: Seal) -> AnyView {
    let s = says().seal;
    let head = untrack(|| head(shown, Some(&seal)));
    let told = letters(&head.village, &seal.code);
    let cut = told.rfind(' ').unwrap_or(told.len());
    let (first, second) = (told[..cut].to_owned(), told[cut..].trim().to_owned());
    view! {
        <section class="row vcode" aria-labelledby="cc">
            {square(&head.address)}
            <div class="col tight">
                <h2 class="sm" id="cc">{s.code}</h2>
                <p class="code" lang="zh-CN">{first}<br />{second}</p>
                <p class="xs dim">{s.code_hint}</p>
            </div>
        </section>
    }
}

/// An issue that was talked through and whose line does not say so: whoever pressed the seal may not have been the one
/// to say it.
#[component]
fn Left(shown: Shown) -> AnyView {
    let (s, desk) = (says().seal, desk());
    let trouble = Trouble::new();
    let left = Memo::new(move |_| {
        shown.with(|papers| {
            let points =
                papers.session.seal.as_ref().and_then(|seal| Paper::internal(&seal.clear()));
            let points = points.map(|paper| paper.consensus).unwrap_or_default();
            let sealed = papers.session.stage == Stage::Sealed;
            let outcome = points.first().map_or(s.no_outcome, String::as_str);
            if sealed { consulted(desk, papers, outcome) } else { Vec::new() }
        })
    });
    let say = move |_| keep(trouble, left.get_untracked(), || ());
    child(move || {
        left.with(|left| !left.is_empty()).then(|| view! {
            <div class="note wait">
                <Icon name="info" />
                <div class="col grow">
                    <p>{s.left}</p>
                    <div><button type="button" class="btn" on:click=say>{s.left_do}</button></div>
                    <CommitTrouble error=trouble.said />
                </div>
            </div>
        })
    })
}
