//! 谁核对过了: who has answered and how, who has not, and until when silence counts.

use domain::{
    Id,
    session::{How, Word, minutes::Standing, silent_from},
};

use ::words::Words;

use super::{
    Papers, Shown,
    answers::confirm,
    boxes::{Trouble, keep},
    check::Reading,
    room::Said,
    says,
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
    routes::{Room, Route, way},
};

/// So many names stand in a row of the tally.
const NAMED: usize = 6;

/// How far somebody who spoke has been asked; the least of all that the person said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asked {
    Not,
    Waits,
    Silent,
    Answered(u8),
}

/// Everybody who is quoted, with how far.
fn people(papers: &Papers) -> Vec<(Id, Asked)> {
    let mut people: Vec<(Id, Asked)> = Vec::new();
    for said in papers.said.iter().filter(|said| said.worded()) {
        let Some(seat) = said.statement.seat else { continue };
        let asked = asked(said);
        match people.iter_mut().find(|(of, _)| *of == seat) {
            Some((_, least)) => *least = (*least).min(asked),
            None => people.push((seat, asked)),
        }
    }
    people
}

fn asked(said: &Said) -> Asked {
    match &said.standing {
        Standing::Unasked => Asked::Not,
        Standing::Asked(_) => Asked::Waits,
        Standing::Silent(_) => Asked::Silent,
        Standing::Answered(answer) => Asked::Answered(match answer.check.how {
            How::Here => 0,
            How::Own => 1,
            How::Paper => 2,
            How::Phone | How::Chat => 3,
        }),
    }
}

fn name(papers: &Papers, seat: Id) -> String {
    papers.seat(Some(seat)).map(|seat| seat.name.clone()).unwrap_or_default()
}

/// A row for each way, with how many and who.
#[component]
pub(super) fn Tally(shown: Shown) -> AnyView {
    let r = says().roll;
    let all = Memo::new(move |_| {
        shown.with(|papers| {
            let all = people(papers).into_iter();
            all.map(|(seat, asked)| (name(papers, seat), asked)).collect::<Vec<_>>()
        })
    });
    let rows = [
        (Asked::Answered(0), "check", r.here),
        (Asked::Answered(1), "phone", r.own),
        (Asked::Answered(2), "doc", r.paper),
        (Asked::Answered(3), "tel", r.phone),
        (Asked::Silent, "hold", r.silent),
        (Asked::Waits, "clock", r.waits),
        (Asked::Not, "dot", r.not),
    ];
    let row = move |(of, icon, what): (Asked, &'static str, &'static str)| {
        let names: Vec<String> = all.with(|all| {
            all.iter().filter(|(_, asked)| *asked == of).map(|(name, _)| name.clone()).collect()
        });
        let told = (r.names)(
            &names.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、"),
            names.len() > NAMED,
        );
        (!names.is_empty()).then(|| view! {
            <div><dt><Icon name=icon />{what}<b class="n">{names.len()}</b></dt><dd lang=tongue(&told)>{told}</dd></div>
        })
    };
    let done = move || {
        all.with(|all| {
            let done = all.iter().filter(|(_, asked)| *asked >= Asked::Silent).count();
            (r.of)(done, all.len())
        })
    };
    view! {
        <section aria-labelledby="roll">
            <div class="head"><h2 id="roll">{r.heading}</h2><span class="dim">{done}</span></div>
            <dl class="roll">{move || rows.into_iter().filter_map(row).collect_view()}</dl>
        </section>
    }
}

/// Those who have not been asked, or have not answered yet.
fn missing(shown: Shown) -> Memo<Vec<(Id, String, Asked)>> {
    Memo::new(move |_| {
        shown.with(|papers| {
            let all = people(papers).into_iter().filter(|(_, asked)| *asked < Asked::Silent);
            all.map(|(seat, asked)| (seat, name(papers, seat), asked)).collect()
        })
    })
}

/// Why it cannot be sealed yet; tracked.
fn why(desk: Desk, w: &Words, shown: Shown, all: &[(Id, String, Asked)]) -> String {
    let (r, lang) = (w.minutes().roll, w.lang);
    let names: Vec<_> = all.iter().take(3).map(|(_, name, _)| name.as_str()).collect();
    let waits = all.iter().all(|(_, _, asked)| *asked == Asked::Waits);
    let id = shown.with(|papers| papers.id);
    let until = desk.in_room(id, |room| silent_from(room, clock::now())).flatten();
    let until = until.filter(|_| waits).map(|at| lang.moment(at, clock::now()));
    match names.as_slice() {
        [] => r.all_done.to_owned(),
        _ => (r.missing)(&names.join("、"), all.len(), until.as_deref()),
    }
}

/// Rings somebody up: their words are lit, and it is noted that they were asked.
fn ring_up(reading: Reading, seat: Id, trouble: Trouble) {
    let (open, deeds) = reading.shown.with_untracked(|papers| {
        let theirs =
            papers.said.iter().filter(|said| said.statement.seat == Some(seat) && said.open());
        let fresh = theirs.clone().filter(|said| matches!(said.standing, Standing::Unasked));
        let asked = |said: &Said| {
            confirm(papers, (said.id, said.words()), (Word::Asked, How::Phone), None, None)
        };
        let first = theirs.clone().next().map(|said| said.id);
        (first, fresh.map(asked).collect::<Vec<_>>())
    });
    reading.lit.set(open);
    if !deeds.is_empty() {
        keep(trouble, deeds, || ());
    }
}

/// Who is missing, until when silence counts, and the way on.
#[component]
pub(super) fn Foot(reading: Reading) -> AnyView {
    let (w, desk, way, shown) = (words(), desk(), way(), reading.shown);
    let (m, r) = (says().check, says().roll);
    let id = shown.with_untracked(|papers| papers.id);
    let trouble = Trouble::new();
    let missing = missing(shown);
    let why = Memo::new(move |_| missing.with(|all| why(desk, w, shown, all)));
    // who has not been asked at all is rung up before those who are waited for
    let first = Memo::new(move |_| {
        let all = missing.get();
        all.iter().find(|(_, _, asked)| *asked == Asked::Not).or(all.first()).cloned()
    });
    let call = move |_| {
        if let Some((seat, _, _)) = first.get_untracked() {
            ring_up(reading, seat, trouble);
        }
    };
    let barred = Memo::new(move |_| !missing.with(Vec::is_empty));
    let seal = move |_| {
        if !barred.get_untracked() {
            way.go(Route::Session(id, Room::Seal));
        }
    };
    let caller = move || {
        let (_, name, _) = first.get().filter(|_| reading.notes.get())?;
        let name = (r.call)(&name);
        Some(view! {
            <button type="button" class="btn" on:click=call><Icon name="tel" /><span lang=tongue(&name)>{name}</span></button>
        })
    };
    view! {
        <section class="dock foot" aria-label=m.next_step>
            <p class="sm lh" id="why" role="status" lang=move || why.with(|why| tongue(why))>{move || why.get()}</p>
            {move || Some(reading.told.get()).filter(|told| !told.is_empty()).map(|told| view! {
                <p class="sm pine b" role="status">{told}</p>
            })}
            <CommitTrouble error=trouble.said />
            <div class="btns">
                {caller}
                <button type="button" class="btn" class:do=move || !barred.get() aria-describedby="why"
                    aria-disabled=move || barred.get().then_some("true") on:click=seal>
                    <Icon name="lock" />{m.to_seal}
                </button>
            </div>
        </section>
    }
}
