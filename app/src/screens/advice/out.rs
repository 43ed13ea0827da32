//! 交办单: what goes out to whoever is to do it. The text is made on the phone; the village's server makes the papers.

use domain::{
    Id, Kind,
    follow::{Action, Line},
};
use words::{Handover, Item, Job, Lang, handover};

use super::{
    Advised, Piece, says,
    table::Table,
    voice::{beside_name, name},
};
use crate::{
    desk::{Desk, desk},
    parts::{HandOut, Icon},
    prelude::*,
    replica::Line as Net,
    session,
};

/// The section: there is something to hand out once something is answered, for those who were there: it has names.
#[component]
pub(super) fn Out(table: Table) -> AnyView {
    let (o, desk) = (says().out, desk());
    let shown = table.shown;
    let any = Memo::new(move |_| {
        shown.with(|all| all.within && all.heads().any(|piece| piece.advice.verdict.is_some()))
    });
    let open = RwSignal::new(false);
    // made where the words are known: a tap has none
    let text = Memo::new(move |_| shown.with(|all| handover(&paper(desk, all))));
    let text = Signal::derive(move || text.get());
    let whole = move || {
        open.get().then(|| view! {
            <div class="col">
                <textarea class="in" rows="10" readonly="" lang="zh-CN" aria-label=o.title prop:value=move || text.get()>
                    {untrack(|| text.get())}
                </textarea>
                <HandOut text=text />
            </div>
        })
    };
    child(move || {
        any.get().then(|| view! {
            <section class="col" aria-labelledby="out">
                <div class="head"><h2 id="out">{o.title}</h2></div>
                <p class="sm dim">{o.hint}</p>
                <details class="slip" on:toggle=move |_| open.set(true)>
                    <summary><Icon name="doc" />{o.text}<span class="end"><Icon name="down" /></span></summary>
                    {whole}
                </details>
                <Papers table=table />
            </section>
        })
    })
}

/// The papers that the server makes, once it is sealed and there is a signal.
#[component]
fn Papers(table: Table) -> AnyView {
    let (o, desk) = (says().out, desk());
    let id = table.shown.with_untracked(|all| all.id);
    let sealed = Memo::new(move |_| table.shown.with(|all| all.session.stage.sealed()));
    let online = Memo::new(move |_| !matches!(desk.line.get(), Net::Offline | Net::Unreachable));
    // a link cannot say whose it is but by the number
    let slot = session::slot();
    let files = [("print", o.pdf, "handover.pdf"), ("pen", o.word, "handover.docx")];
    let files = move || {
        let rows = files.map(|(icon, [name, hint], file)| view! {
            <li><a href=format!("/papers/{id}/{file}?slot={slot}") target="_blank" rel="noopener"><Icon name=icon />
                <span>{name}<small>{hint}</small></span><span class="end"><Icon name="right" /></span></a></li>
        });
        view! { <ul class="list">{rows.into_iter().collect_view()}</ul> }
    };
    child(move || match (sealed.get(), online.get()) {
        (false, _) => ().into_any(),
        (true, true) => files(),
        (true, false) => view! { <p class="row xs dim"><Icon name="off" />{o.offline}</p> },
    })
}

/// All that stands on the paper; tracked.
fn paper(desk: Desk, all: &Advised) -> Handover {
    let village = desk.place(all.session.village).map(|place| place.name).unwrap_or_default();
    let jobs = desk.in_room(all.id, |room| {
        room.actions().into_iter().map(|record| record.id).collect::<Vec<_>>()
    });
    let late = all.pieces.iter().filter_map(|piece| piece.advice.action);
    let mut ids = jobs.unwrap_or_default();
    ids.extend(late.filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    Handover {
        village,
        title: all.session.title.clone(),
        on: all.session.on,
        place: all.session.place.clone(),
        items: all.heads().map(|head| item(desk, all, head)).collect(),
        jobs: ids.into_iter().filter_map(|id| job(desk, id)).collect(),
    }
}

fn item(desk: Desk, all: &Advised, head: &Piece) -> Item {
    let voice = |piece: &Piece| {
        let beside = beside_name(&piece.advice);
        let who = name(&piece.advice);
        let who = if beside.is_empty() { who } else { format!("{who}（{beside}）") };
        (who, piece.advice.words.clone())
    };
    let others = all.beside(head.id).into_iter().map(voice);
    let line = head.advice.line.and_then(|id| desk.record(id)?.read::<Line>().ok());
    Item {
        voices: std::iter::once(voice(head)).chain(others).collect(),
        verdict: head.advice.verdict,
        why: head.advice.why.clone(),
        action: head.advice.action.and_then(|id| Some(job(desk, id)?.what)),
        line: line.map(|line| (line.section, line.words)),
        ends: head.advice.ends,
    }
}

/// What is to be done, in its own words or in those of the promise.
fn job(desk: Desk, id: Id) -> Option<Job> {
    let record = desk.record(id).filter(|record| record.kind == Kind::Action && !record.gone)?;
    let action: Action = record.read().ok()?;
    let what = Some(desk.what(&action, Lang::Zh)).filter(|what| !what.is_empty())?;
    let Action { owner, partners, due, criterion, money, .. } = action;
    Some(Job { what, owner, partners, due, criterion, money })
}
