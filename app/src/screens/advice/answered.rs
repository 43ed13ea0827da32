//! 答复过的: each with its answer, the reason, what comes of it, who said so and when; earlier answers under it.

use domain::{
    Id,
    follow::{Action, Line},
    session::{
        Verdict,
        advice::{Advice, Answered},
    },
};

use words::Lang;

use super::{
    act,
    answering::AnswerForm,
    remarks::{Remark, Remarks},
    says,
    sheet::{Sheet, sheet},
    table::{Table, card},
    voice::Voices,
};
use crate::{
    clock,
    desk::{Desk, Whereabouts, desk},
    look::words,
    parts::{Icon, tongue, verdict_icon},
    prelude::*,
    routes::Route,
};

/// All of them.
#[component]
pub(super) fn AnsweredList(table: Table) -> AnyView {
    let a = says();
    let ids = Memo::new(move |_| {
        table.shown.with(|all| {
            all.heads().filter(|head| !head.open()).map(|head| head.id).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    child(move || {
        any.get().then(|| {
            view! {
                <section aria-labelledby="answered">
                    <div class="head"><h2 id="answered">{a.answered}</h2>
                        <span class="dim">{move || (a.pieces)(ids.with(Vec::len))}</span></div>
                    <ol class="col">
                        <For each=move || ids.get() key=|id| id.to_string()
                            children=move |id| view! { <One table=table id=id /> } />
                    </ol>
                </section>
            }
        })
    })
}

#[component]
fn One(table: Table, id: Id) -> AnyView {
    let desk = desk();
    let shown = table.shown;
    let piece = Memo::new(move |_| shown.with(|all| all.one(id).cloned()));
    let local = Memo::new(move |_| {
        piece.with(|piece| piece.as_ref().is_some_and(|p| p.whereabouts == Whereabouts::Local))
    });
    let answers = Memo::new(move |_| {
        let piece = piece.get();
        piece.is_some_and(|piece| act::barred(desk, &piece, act::an_answer()).is_none())
    });
    let writing = sheet(id);
    let anew = Memo::new(move |_| writing.with(|sheet| sheet.anew));
    let begin = move |_| {
        if let Some(piece) = piece.get_untracked() {
            writing.set(Sheet::anew(&piece.advice));
        }
    };
    let tools = move || match (answers.get(), anew.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <AnswerForm table=table id=id sheet=writing /> },
        (true, false) => view! {
            <div><button type="button" class="chip" on:click=begin><Icon name="pen" />{says().answering.again}
                <span class="sr">{move || piece.get().map(|piece| piece.advice.words)}</span></button></div>
        },
    };
    view! {
        <li class="slip" class:local=move || local.get() id=card(id) tabindex="-1">
            <Voices table=table id=id />
            <Remarks table=table id=id />
            {move || piece.get().map(|piece| answer(desk, &piece.advice))}
            <div class="more">
                {move || piece.get().map(|piece| earlier(desk, &piece.advice))}
                <Remark table=table id=id />
            </div>
            {tools}
        </li>
    }
}

/// How loud an answer is.
fn tone(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Adopted | Verdict::Partly => ("why go", "pine"),
        Verdict::Reference => ("why", ""),
        Verdict::Deferred => ("why", "och"),
        Verdict::Declined => ("why", "plum"),
    }
}

/// The answer that stands; tracked.
fn answer(desk: Desk, advice: &Advice) -> AnyView {
    let (w, a) = (words(), says());
    let Some(verdict) = advice.verdict else { return ().into_any() };
    let (class, colour) = tone(verdict);
    let name = words::session::verdict(w.lang, verdict);
    let why = advice.why.clone().map(|why| {
        view! {
            <p><b>{a.why}</b><span lang=tongue(&why)>{why.clone()}</span></p>
        }
    });
    let by = advice.answered_by.zip(advice.answered_at).map(|(by, at)| {
        let by = (a.by)(&desk.name_of(by), &w.lang.moment(at, clock::now()));
        view! { <p class="xs dim" lang=tongue(&by)>{by.clone()}</p> }
    });
    view! {
        <div class=class>
            <p><b class=colour><Icon name=verdict_icon(verdict) />{name}</b></p>
            {follows(desk, advice)}
            {why}
        </div>
        {by}
    }
}

/// What comes of it, each a way there; tracked.
fn follows(desk: Desk, advice: &Advice) -> AnyView {
    let (w, a) = (words(), says());
    let action = advice.action.map(|id| {
        let action = desk.record(id).and_then(|record| record.read::<Action>().ok());
        let what = action.map(|action| desk.what(&action, Lang::Zh)).unwrap_or_default();
        let way = Route::Action(id).path();
        view! {
            <p class="on"><Icon name="arrow" />{a.to_action}<a href=way lang=tongue(&what)>{what.clone()}</a></p>
        }
    });
    let line = advice.line.map(|id| {
        let line = desk.record(id).and_then(|record| record.read::<Line>().ok()).unwrap_or_default();
        let section = words::follow::section(w.lang, line.section);
        let way = Route::Blueprint.path();
        view! {
            <p class="on"><Icon name="arrow" />{(a.to_line)(section)}<a href=way lang=tongue(&line.words)>{line.words.clone()}</a></p>
        }
    });
    let ends = advice.ends.then(|| view! { <p class="on"><Icon name="arrow" />{a.ends}</p> });
    view! { {action}{line}{ends} }
}

/// What was answered before, the last first.
fn earlier(desk: Desk, advice: &Advice) -> Option<AnyView> {
    let w = words();
    let before = advice.answers.len().saturating_sub(1);
    let row = |given: &Answered| {
        let name = words::session::verdict(w.lang, given.verdict);
        let why = given.why.clone().unwrap_or_default();
        let by = (says().by)(&desk.name_of(given.by), &w.lang.moment(given.at, clock::now()));
        view! {
            <li><p class="sm"><b>{name}</b>" "<span lang=tongue(&why)>{why.clone()}</span></p>
                <p class="xs dim" lang=tongue(&by)>{by.clone()}</p></li>
        }
    };
    (before > 0).then(|| {
        let rows = advice.answers.iter().take(before).rev().map(row).collect_view();
        view! {
            <details>
                <summary><Icon name="clock" />{(says().earlier)(before)}</summary>
                <ul class="col tight">{rows}</ul>
            </details>
        }
    })
}
