//! 还差 N 条没有答复: how many wait, a dash for each, and how the others were answered.

use domain::{Refusal, session::Verdict};

use super::{Advised, Piece, says, table::Table};
use crate::{
    look::words,
    parts::{Icon, shut},
    prelude::*,
};

/// So many dashes fit; more are told in words alone.
const DASHES: usize = 40;

/// The counter, and who answers.
#[component]
pub(super) fn Counter(table: Table) -> AnyView {
    let shown = table.shown;
    let figures = Memo::new(move |_| shown.with(figures));
    view! {
        <section class="col tight" id="counter" tabindex="-1" aria-label=says().title>
            <div role="status">{move || count(figures.get())}</div>
            {move || pips(figures.get())}
            {move || Some(tally(shown)).filter(|tally| !tally.is_empty()).map(|tally| view! {
                <p class="xs dim">{tally}</p>
            })}
            {move || {
                let (_, all, unfollowed) = figures.get();
                (all > 0 && unfollowed > 0).then(|| view! {
                    <p class="row sm och"><Icon name="half" />{(says().unfollowed)(unfollowed)}</p>
                })
            }}
            <p class="sm pine b" role="status">{move || table.told.get()}</p>
        </section>
        <Who table=table />
    }
}

/// How many wait, how many there are, and how many say nothing of what comes of them.
fn figures(all: &Advised) -> (usize, usize, usize) {
    let unfollowed = |piece: &&Piece| piece.advice.unfollowed();
    (all.unanswered(), all.heads().count(), all.heads().filter(unfollowed).count())
}

fn count((left, all, _): (usize, usize, usize)) -> AnyView {
    let a = says();
    match (left, all) {
        (_, 0) => view! { <h2 class="song">{a.none[0]}</h2><p class="sm dim">{a.none[1]}</p> },
        (0, _) => view! { <p class="lg song b pine">{a.all_answered}</p> },
        (left, _) => {
            let [before, behind] = (a.left)(left);
            view! { <p class="lg song b">{before}" "<b class="xxl och">{left}</b>" "{behind}</p> }
        }
    }
}

fn pips((left, all, _): (usize, usize, usize)) -> Option<AnyView> {
    let dash = |at: usize| view! { <i class=if at < all - left { "on" } else { "" }></i> };
    (1..=DASHES).contains(&all).then(|| {
        view! {
            <span class="pips" role="img" aria-label=(says().pips)(all - left, all)>
                {(0..all).map(dash).collect_view()}
            </span>
        }
    })
}

/// 采纳 7 · 部分 2
fn tally(shown: super::Shown) -> String {
    let of = |verdict: Verdict| {
        let given = |all: &Advised| {
            all.heads().filter(|piece| piece.advice.verdict == Some(verdict)).count()
        };
        Some(shown.with(given))
            .filter(|count| *count > 0)
            .map(|count| format!("{} {count}", (says().short)(verdict)))
    };
    Verdict::ALL.into_iter().filter_map(of).collect::<Vec<_>>().join(" · ")
}

/// Why the reader reads and does not answer, while something waits for it.
#[component]
fn Who(table: Table) -> AnyView {
    let desk = crate::desk::desk();
    child(move || {
        let barred = table.barred.get().filter(|_| !table.open().is_empty());
        barred.map(|refusal| {
            let w = words();
            let why = match &refusal {
                Refusal::NotYourPart { needs } => {
                    let roles: Vec<_> = needs.iter().map(|role| (w.names.role)(*role)).collect();
                    (says().who)(&roles)
                }
                refusal => w.refusal(refusal, |id| desk.name_of(id)),
            };
            shut("", &why)
        })
    })
}
