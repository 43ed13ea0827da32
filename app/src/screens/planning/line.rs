//! One bench of a month: what it is about, how it stands and why, and what can become of it.

use domain::{
    Id, Kind, Scope, Standing,
    plan::{Bench, Entry, Mark, PlanAct},
};

use super::{
    barred, called,
    change::{Cancel, Shift, TakeBack},
    detail::Detail,
    says,
    sheet::key,
    table::topic,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon, Trouble, WhereaboutsBadge, keep, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// How a bench stands, as a sign and in a word.
pub(super) fn mark(mark: Mark) -> AnyView {
    let [sat, planned, moved, off] = says().marks;
    let (class, word) = match mark {
        Mark::Sat => ("dot sat", sat),
        Mark::Planned => ("dot", planned),
        Mark::Moved => ("dot moved", moved),
        Mark::Off => ("dot off", off),
    };
    view! { <span class="nw"><i class=class aria-hidden="true"></i>" "{word}</span> }.into_any()
}

/// The bench with its buttons.
#[component]
pub(super) fn Line(
    /// Its entry, or else its session.
    id: Id,
    /// The benches of the month.
    benches: Memo<Vec<Bench>>,
    /// Whether the village is to be told, too.
    several: bool,
) -> AnyView {
    let desk = desk();
    let bench =
        Memo::new(move |_| benches.with(|all| all.iter().find(|bench| key(bench) == id).cloned()));
    let entry = Memo::new(move |_| desk.entry(id));
    let told = move || bench.get().map(|bench| told(desk, &bench, several));
    let badge = move || entry.get().map(|(_, at)| view! { <WhereaboutsBadge at=at /> });
    let reasons = move || entry.get().map(|(entry, _)| reasons(&entry));
    let waits = Memo::new(move |_| {
        let bench = bench.get()?;
        let waits = bench.session.is_none() && bench.mark != Mark::Off;
        let may = barred(desk, bench.village).is_none();
        (waits && may).then_some(bench.village)
    });
    let open =
        Memo::new(move |_| bench.with(|bench| bench.as_ref().and_then(|b| b.issue)).is_none());
    view! {
        <article class="slip plan-line">
            <div class="row"><div class="grow">{told}</div>{badge}</div>
            {reasons}
            {move || bench.get().map(|bench| ways(desk, &bench))}
            {move || waits.get().map(|village| view! {
                {move || open.get().then(|| view! { <Fill id=id village=village /> })}
                <Detail id=id village=village />
                <Shift id=id village=village />
                <Cancel id=id village=village />
                <TakeBack id=id village=village />
            })}
        </article>
    }
}

/// What it is about, where, by whom.
fn told(desk: Desk, bench: &Bench, several: bool) -> AnyView {
    let (p, w) = (says(), words());
    let topic = topic(desk, bench);
    let lang = tongue(&topic);
    let village = several.then(|| view! { <span>{called(desk, bench.village)}</span> });
    let day = bench.on.map(|on| view! { <span>{w.lang.date(on, desk.now())}</span> });
    let lead = bench.lead.as_ref().map(|lead| {
        let lang = tongue(lead);
        view! { <span lang=lang>{(p.lead)(lead)}</span> }
    });
    view! {
        <h3 lang=lang>{topic}</h3>
        <p class="meta">
            {mark(bench.mark)}{village}{day}
            <span>{words::session::mode(w.lang, bench.mode)}</span>{lead}
        </p>
    }
    .into_any()
}

/// Why it was moved, and why it is not to be.
fn reasons(entry: &Entry) -> AnyView {
    let p = says();
    let steps = entry.trail.iter().filter_map(|step| {
        let why = step.why.as_deref()?;
        let told = match step.moved_from {
            Some(from) => (p.moved_from)(from.year, from.month, why),
            None => (p.off)(why),
        };
        let lang = tongue(why);
        Some(view! { <p class="sm" lang=lang>{told}</p> })
    });
    steps.collect_view().into_any()
}

/// Where one can go from it: to its session, or to one that is to be; to its issue.
fn ways(desk: Desk, bench: &Bench) -> AnyView {
    let p = says();
    let convene = bench.entry.filter(|_| bench.mark != Mark::Off && bench.session.is_none());
    let convene = convene.filter(|_| super::super::session::may_plan(desk, bench.village).is_ok());
    let session = bench.session.map(|id| {
        view! { <a class="btn" href=Route::Session(id, Room::Overview).path()>{p.ways[0]}</a> }
    });
    let convene = convene.map(|id| {
        view! { <a class="btn do" href=Route::Convene(id).path()><Icon name="ring" />{p.ways[1]}</a> }
    });
    let issue = bench.issue.filter(|id| desk.issue(*id).is_some()).map(|id| {
        view! { <a class="btn" href=Route::Issue(id).path()>{p.ways[2]}</a> }
    });
    view! { <div class="btns">{session}{convene}{issue}</div> }.into_any()
}

/// An open slot is given its issue: one of those that are ripe in its village.
#[component]
fn Fill(id: Id, village: Id) -> AnyView {
    let (p, desk) = (says(), desk());
    let trouble = Trouble::new();
    let ripe = Memo::new(move |_| {
        let all = desk.ripe(&[village]).into_iter();
        let titles = all.map(|seen| (seen.id, seen.issue.title.clone(), seen.issue.standing));
        titles.collect::<Vec<(Id, String, Standing)>>()
    });
    let choices =
        move || {
            ripe.get().into_iter().map(|(issue, title, _)| {
            let fill = move |_| {
                let act = PlanAct::Fill { issue }.into();
                keep(trouble, vec![(Kind::Plan, id, Scope::Village(village), act)], || {});
            };
            let lang = tongue(&title);
            view! { <button type="button" class="btn" lang=lang on:click=fill>{title}</button> }
        })
        .collect_view()
        };
    child(move || {
        (!ripe.with(Vec::is_empty)).then(|| {
            view! {
                <details>
                    <summary><Icon name="slip" />{p.fill}</summary>
                    <div class="btns">{choices}</div>
                    <CommitTrouble error=trouble.said />
                </details>
            }
        })
    })
}
