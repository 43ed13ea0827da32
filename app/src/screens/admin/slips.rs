//! What goes on paper: a page for each village with a slip for each invite, and its squares for the board and for raising an
//! issue. It is read in the village, so it is Chinese in every language.

use domain::{Id, roster::Slip, square::Square};
use words::admin::sheets::PAPER;

use super::sheets::Made;
use crate::{
    clock,
    desk::Desk,
    look::words,
    parts::{Icon, tongue},
    prelude::*,
    routes::Route,
};

/// A code is read from paper in pieces of so many letters.
const PIECE: usize = 5;

/// So many slips fit a page in two columns.
const LARGE: usize = 8;

/// The pages with what is to be known of them.
pub(super) fn pages(desk: Desk, made: &Made, put_away: RwSignal<Option<Made>>) -> AnyView {
    let w = words().sheets();
    let left = made.invited.left.iter().map(|id| untrack(|| desk.name_of(*id)));
    let left = left.collect::<Vec<_>>().join(words().places().comma);
    let left = (!left.is_empty()).then(|| {
        view! { <p class="note wait"><Icon name="warn" /><span lang=tongue(&left)>{(w.left)(&left)}</span></p> }
    });
    let print = move |_| {
        if window().print().is_err() {
            leptos::logging::warn!("this browser does not print");
        }
    };
    let pages = made.villages.iter().map(|village| {
        let slips = made.invited.slips.iter().filter(|slip| slip.place == *village);
        page(desk, *village, slips.collect())
    });
    let pages: Vec<AnyView> = pages.collect();
    view! {
        <section class="slip noprint" aria-labelledby="made-h">
            <h2 id="made-h" tabindex="-1">{(w.made)(made.villages.len())}</h2>
            <p class="note wait"><Icon name="info" /><span>{w.once[0]}</span></p>
            <p class="sm dim">{w.once[1]}</p>
            {left}
            <div class="btns two">
                <button type="button" class="btn do" on:click=print><Icon name="print" />{w.print}</button>
                <button type="button" class="btn" on:click=move |_| put_away.set(None)><Icon name="check" />{w.done}</button>
            </div>
        </section>
        <div class="sheets invite-pages" lang="zh-CN">{pages}</div>
    }
    .into_any()
}

/// The page of a village.
fn page(desk: Desk, village: Id, slips: Vec<&Slip>) -> AnyView {
    let w = words().sheets();
    let name = untrack(|| desk.place(village)).map(|place| place.name).unwrap_or_default();
    let cards = slips.into_iter().map(|slip| card(desk, slip)).collect::<Vec<_>>();
    // what fits a page in two columns is larger than what takes three
    let class = if cards.len() > LARGE { "cards many" } else { "cards" };
    let cut = (!cards.is_empty()).then(|| view! { <h3>{PAPER.cut}</h3> });
    let origin = window().location().origin().unwrap_or_default();
    let ways = [format!("{origin}/"), format!("{origin}/raise/{village}")];
    let ways = ways.into_iter().zip(PAPER.ways).map(|(link, [head, hint])| {
        view! {
            <div class="way">
                {square(&link, head.to_owned())}
                <div><p class="b">{head}</p><p class="xs">{hint}</p><p class="xs type">{link}</p></div>
            </div>
        }
    });
    let ways: Vec<_> = ways.collect();
    view! {
        <section class="invite-page" aria-label=(w.page_of)(&name)>
            <header>
                <p class="sm">{PAPER.head}</p>
                <h2 class="song">{name}</h2>
            </header>
            {PAPER.about.map(|line| view! { <p class="sm">{line}</p> }).into_iter().collect::<Vec<_>>()}
            {cut}
            <div class=class>{cards}</div>
            <footer>{ways}</footer>
        </section>
    }
    .into_any()
}

/// One slip: whose it is, the square, and what to type instead.
fn card(desk: Desk, slip: &Slip) -> AnyView {
    let w = words();
    let zh = words::Lang::Zh;
    let name = untrack(|| desk.name_of(slip.person));
    let role = (zh.words().names.role)(slip.role);
    let origin = window().location().origin().unwrap_or_default();
    let door = format!("{origin}{}#", Route::Welcome.path());
    let day = zh.date(slip.expires_at - 1, clock::now());
    let letters: Vec<char> = slip.invite.chars().collect();
    let pieces = letters.chunks(PIECE).map(|piece| {
        let piece: String = piece.iter().collect();
        view! { <span>{piece}</span> }
    });
    let pieces: Vec<_> = pieces.collect();
    view! {
        <article class="slip-cut">
            {square(&format!("{door}{}", slip.invite), (w.sheets().square)(&name))}
            <div>
                <p><b>{name}</b>" · "{role}</p>
                <p class="xs">{PAPER.scan}</p>
                <p class="xs type" lang="en">{door}<b class="pieces">{pieces}</b></p>
                <p class="xs">{(PAPER.until)(&day)}</p>
            </div>
        </article>
    }
    .into_any()
}

/// A square code, dark on light by day and by night: readers want it so.
fn square(text: &str, label: String) -> Option<AnyView> {
    let square = Square::of(text)?;
    let side = square.size + 8;
    let ground = format!("M0 0h{side}v{side}h-{side}z");
    Some(
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" shape-rendering="crispEdges" aria-label=label>
                <path fill="#fff" d=ground></path>
                <path fill="#000" d=square.path()></path>
            </svg>
        }
        .into_any(),
    )
}
