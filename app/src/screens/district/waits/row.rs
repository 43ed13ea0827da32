//! One debt: who waits for whom, about what, for how long, and what the office can do about it in one tap.

use domain::waits::Ower;

use super::{about::Line, remind::Remind};
use crate::{
    desk::desk,
    look::words,
    parts::{Icon, tongue},
    prelude::*,
};

/// A row of the queue.
#[component]
pub(super) fn Row(line: Line, remind: Remind) -> AnyView {
    let (w, desk) = (words().waits(), desk());
    let route = line.route(desk).path();
    let about = line.what.clone().unwrap_or_else(|| w.unknown.to_owned());
    let (owed, days) = (line.owed(), line.days);
    let (who, whom) = (line.who.clone(), line.whom.clone());
    let names = [&*who, &*whom].map(tongue);
    let act = match line.wait.ower {
        Ower::Office => {
            let name = (w.of)(w.answer, &about);
            view! { <a class="btn" href=route.clone() aria-label=name>{w.answer}</a> }.into_any()
        }
        ower => {
            let says = if ower == Ower::Committee { w.remind } else { w.say };
            let name = (w.of)(says, &about);
            view! {
                <button type="button" class="btn" aria-haspopup="dialog" aria-label=name
                    on:click=move |_| remind.open(&line)>{says}</button>
            }
            .into_any()
        }
    };
    view! {
        <li>
            <a class="grow" href=route>
                <b lang=names[0]>{who}</b>" "<span class="dim">{w.waits_for}</span>" "<b lang=names[1]>{whom}</b>
                <small><span lang=tongue(&about)>{about.clone()}</span>" · "{owed}</small>
            </a>
            <span class="nw"><b class="n">{i64::from(days)}</b>" "{(w.days)(days)}</span>
            {act}
        </li>
    }
    .into_any()
}

/// What is past its day, as a card has it: what it is, who has it, and the days.
#[component]
pub(super) fn Late(line: Line) -> AnyView {
    let (w, desk) = (words().waits(), desk());
    let (due, to) = (line.owed(), line.route(desk).path());
    let days = format!("{} {}", line.days, (w.days)(line.days));
    let Line { wait, whom, what, .. } = line;
    let what = what.unwrap_or_else(|| w.unknown.to_owned());
    let tag = if wait.again {
        view! { <span class="tag stop"><Icon name="redo" />{w.again}" · "{days}</span> }
    } else {
        view! { <span class="tag wait"><Icon name="clock" />{days}</span> }
    };
    view! {
        <li>
            <a class="grow" href=to>
                <b lang=tongue(&what)>{what.clone()}</b>
                <small><span lang=tongue(&whom)>{whom.clone()}</span>" · "{due}</small>
            </a>
            {tag}
        </li>
    }
    .into_any()
}
