//! What goes on paper: the roll with lines to sign on, slips to speak by, and the one page.

use domain::session::{minutes::Minutes, papers_of};

use super::{
    card::title,
    facts::{facts, source},
    people::{introduced, seats},
    pick::question,
};
use crate::{
    clock,
    desk::{Evening, desk},
    look::words,
    parts::Icon,
    prelude::*,
};

/// Rows left open on the roll.
const OPEN: usize = 6;
/// Slips on a sheet.
const SLIPS: usize = 4;

/// The room: which sheets, the button, and the sheets as they will be.
#[component]
pub(super) fn PrintRoom(shown: Memo<Evening>) -> AnyView {
    let w = words().gather().print;
    let wanted = RwSignal::new([true, true, true]);
    let ticks = w.sheets.iter().enumerate().map(|(at, name)| {
        let tick = move |event| {
            let on = event_target_checked(&event);
            wanted.update(|wanted| wanted[at] = on);
        };
        view! {
            <label class="tick">
                <input type="checkbox" prop:checked=move || wanted.get()[at] on:change=tick />
                <span>{*name}</span>
            </label>
        }
    });
    let print = move |_| {
        if window().print().is_err() {
            leptos::logging::warn!("this browser does not print");
        }
    };
    view! {
        <section class="col noprint" aria-label=w.which>
            <fieldset class="field"><legend>{w.which}</legend>{ticks.collect_view()}</fieldset>
            <button class="btn do big" on:click=print><Icon name="print" />{w.print}</button>
            <p class="xs dim">{w.how}</p>
        </section>
        <div class="sheets">
            {move || wanted.get()[0].then(|| view! { <Roll shown=shown /> })}
            {move || wanted.get()[1].then(|| view! { <Slips shown=shown /> })}
            {move || wanted.get()[2].then(|| view! { <Page shown=shown /> })}
        </div>
    }
}

/// The head of a sheet.
#[component]
fn SheetHead(shown: Memo<Evening>, name: &'static str) -> AnyView {
    let w = words();
    child(move || {
        let evening = shown.get();
        let session = &evening.session;
        let when = session.on.map(|on| {
            let place = session.place.clone().unwrap_or_default();
            (w.gather().print.when)(&w.lang.whole_evening(on, clock::now()), &place)
        });
        view! {
            <header>
                <p class="sm">{name}</p>
                <h2 lang="zh-CN">{title(&evening)}</h2>
                <p lang="zh-CN">{when}</p>
            </header>
        }
    })
}

/// Everybody with a line to sign on, and open lines for those who come without being asked.
#[component]
fn Roll(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words().gather().print, desk());
    let id = shown.with_untracked(|evening| evening.id);
    let rows = move || {
        let seats = seats(desk, id).into_iter().filter(|(_, seated)| !seated.seat.remote);
        let rows = (1_usize..).zip(seats).map(|(number, (_, seated))| {
            let duty = seated.seat.duty.map(|duty| words::session::duty(words().lang, duty));
            let duty = duty.map(|duty| format!("（{duty}）"));
            view! {
                <tr>
                    <td>{number.to_string()}</td>
                    <th scope="row" lang="zh-CN">{seated.seat.name.clone()}</th>
                    <td><span class="who">{introduced(&seated)}</span>{duty}</td>
                    <td></td>
                </tr>
            }
        });
        rows.collect_view()
    };
    let open = (0..OPEN).map(|_| view! { <tr><td></td><td></td><td></td><td></td></tr> });
    let heads = w.columns.map(|name| view! { <th scope="col">{name}</th> });
    view! {
        <section class="print-roll" aria-label=w.sheets[0]>
            <SheetHead shown=shown name=w.sheets[0] />
            <table>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="sm">{w.blank_rows}</p>
            <table aria-hidden="true"><tbody>{open.collect_view()}</tbody></table>
        </section>
    }
}

/// Slips to cut: whoever would rather write than speak.
#[component]
fn Slips(shown: Memo<Evening>) -> AnyView {
    let w = words().gather().print;
    let [me, group, say, named] = w.slip;
    let slips = (0..SLIPS).map(|_| {
        view! {
            <article class="slip-cut">
                <p class="b" lang="zh-CN">{move || shown.with(title)}</p>
                <p class="row"><span>{me}</span><i class="rule"></i><span>{group}</span><i class="rule"></i></p>
                <p>{say}</p>
                <i class="rule"></i><i class="rule"></i><i class="rule"></i>
                <p class="sm">{named}</p>
                <p class="xs">{w.slip_foot}</p>
            </article>
        }
    });
    view! { <section class="print-slips" aria-label=w.sheets[1]>{slips.collect_view()}</section> }
}

/// The one page: questions, background, facts, agenda.
#[component]
fn Page(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.gather();
    let page = move || {
        let evening = shown.get();
        let session = &evening.session;
        let papers = desk.record(papers_of(evening.id));
        let papers: Option<Minutes> = papers.and_then(|papers| papers.read().ok());
        let background = papers.and_then(|papers| papers.background);
        let seen = session.issues.iter().filter_map(|id| desk.issue(*id));
        let questions = seen.map(|seen| view! { <li lang="zh-CN">{question(&seen)}</li> });
        let facts = facts(desk, session.village).into_iter().map(|(_, fact)| {
            let source = source(&fact);
            view! {
                <li lang="zh-CN">{fact.name.clone()}" "<b>{fact.value.clone()}</b>" "<small>{source}</small></li>
            }
        });
        let parts = session.agenda.iter().map(|part| {
            let minutes = (p.agenda.minutes)(part.minutes);
            view! { <li>{words::session::part(w.lang, part)}" "<small>{minutes}</small></li> }
        });
        view! {
            <h3>{p.overview.issues}</h3>
            <ol class="nums">{questions.collect_view()}</ol>
            <h3>{p.paper.background.0}</h3>
            <p class="written" lang="zh-CN">{background}</p>
            <h3>{p.paper.facts.0}</h3>
            <ul>{facts.collect_view()}</ul>
            <h3>{p.agenda.title}</h3>
            <ol class="parts">{parts.collect_view()}</ol>
            <p class="sm" lang="zh-CN">{words::customs::in_a_line(desk.customs(session.village).rules())}</p>
        }
    };
    view! {
        <section class="print-page" aria-label=p.print.sheets[2]>
            <SheetHead shown=shown name=p.print.sheets[2] />
            {page}
        </section>
    }
}
