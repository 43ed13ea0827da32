//! 办 and 评: what is done, by whom and by when, who was told, and how the village finds it.

use domain::Millis;
use domain::follow::{Satisfaction, State, Tidings};
use maud::{Markup, html};
use words::{Lang, follow};

use super::super::icons;
use super::deeds::Doing;
use super::stations::Stop;
use super::told::Told;
use crate::sync::now;

/// 办
pub(super) fn done(told: &Told) -> Stop {
    let Told { lang, doing, .. } = told;
    let closed = doing.iter().filter(|one| one.state == State::Closed).count();
    let last =
        doing.iter().filter_map(|one| one.closed.as_ref().or(one.done.as_ref())).map(|d| d.0);
    let body = html! { @for one in doing { (deed(told, one)) } };
    let heading = (lang.words().line().doing)(closed, doing.len());
    Stop { heading, at: last.max().map(|at| lang.date(at, now())), body, told: !doing.is_empty() }
}

fn deed(told: &Told, one: &Doing) -> Markup {
    let lang = told.lang;
    let says = lang.words().line();
    let tone = match one.state {
        State::Checked | State::Closed => "tag go",
        State::Redo => "tag stop",
        State::Unclaimed | State::Claimed | State::Acting | State::Done => "tag wait",
    };
    html! {
        div.col.tight.deed id={ "d" (one.id.simple()) } {
            h3 { @match (lang, &one.what_en) {
                (Lang::En, Some(english)) => { (english) }
                _ => { span lang="zh-CN" { (one.what) } }
            } }
            p.who {
                span class=(tone) { (follow::state(lang, one.state)) }
                span lang="zh-CN" { @match &one.owner {
                    Some(owner) => { ((says.by)(owner, one.partners.as_deref())) }
                    None => { (says.nobody) }
                } }
                @if let Some(due) = one.due { span { ((says.due)(&lang.date(due, now()))) } }
                @if one.days_over > 0 { span.och { ((says.over)(one.days_over)) } }
            }
            @for (due, owner, why) in &one.moved {
                @if let Some(due) = due { p.sm.dim { ((says.was_due)(&lang.date(*due, now()), why.as_deref())) } }
                @if let Some(owner) = owner { p.sm.dim { ((says.was_with)(owner, why.as_deref())) } }
            }
            @if let Some(criterion) = &one.criterion { p.sm { b { (says.criterion) } span lang="zh-CN" { (criterion) } } }
            (so_far(one, lang))
            @if let Some((_, Some(words))) = &one.done { p.sm { b { (says.done) } span lang="zh-CN" { (words) } } }
            @if let Some((ok, words)) = &one.checked {
                p.sm { b.pine[*ok].och[!*ok] { @if *ok { (icons::check()) } (if *ok { says.checked } else { says.failed }) }
                    @if let Some(words) = words { " " span lang="zh-CN" { (words) } } }
            }
            (echoed(&one.echoes, lang))
            @if one.echoes.is_empty() && one.done.is_some() { p.why.echo { (says.untold) } }
            p.sm.ways { (back(told, one)) @if one.tally.all() > 0 { a href={ "#p" (one.id.simple()) } { (says.onward) } } }
        }
    }
}

/// The way back to what it comes from.
fn back(told: &Told, one: &Doing) -> Markup {
    let says = told.lang.words().line();
    let advice = one.advice.filter(|id| told.advice.iter().any(|advice| advice.id == *id));
    let bench = one.session.filter(|id| told.benches.iter().any(|bench| bench.id == *id));
    html! {
        @match (advice, bench) {
            (Some(id), _) => { a href={ "#y" (id.simple()) } { (says.from_advice) } }
            (None, Some(id)) => { a href={ "#b" (id.simple()) } { (says.from_bench) } }
            (None, None) => { a href="#s1" { (says.from_issue) } }
        }
    }
}

/// How far it is: so much of so much, and the last notes.
fn so_far(one: &Doing, lang: Lang) -> Markup {
    let says = lang.words().line();
    let count = one.notes.iter().find_map(|(.., count)| count.as_ref());
    html! {
        @if let Some((done, of, unit)) = count { p.sm.b { ((says.count)(*done, *of, unit)) } }
        @for (at, words, _) in &one.notes {
            p.sm { span.dim { (lang.date(*at, now())) } " " span lang="zh-CN" { (words) } }
        }
    }
}

/// That whoever asked was told: the day and the way, and not who it was.
pub(super) fn echoed(echoes: &[(Millis, Tidings)], lang: Lang) -> Markup {
    let says = lang.words().line();
    let told = |(at, how): &(Millis, Tidings)| {
        let words = (says.told)(&lang.date(*at, now()), follow::tidings(lang, *how));
        html! { p.why.echo { (icons::tidings(*how)) (words) } }
    };
    html! { @for echo in echoes { (told(echo)) } }
}

/// 评
pub(super) fn rated(told: &Told) -> Stop {
    let Told { lang, doing, closed, .. } = told;
    let says = lang.words().line();
    let rated: Vec<&Doing> =
        doing.iter().filter(|one| one.tally.all() > 0 || !one.again.is_empty()).collect();
    let all: usize = rated.iter().map(|one| one.tally.all()).sum();
    let last = rated.iter().filter_map(|one| one.rated_at).max();
    let last = last.or(closed.as_ref().map(|(at, _)| *at));
    let body = html! {
        @for one in &rated { (verdict(one, *lang, rated.len() > 1)) }
        @if !rated.is_empty() { p.sm.dim { (says.doers) } }
        @if let Some((_, words)) = closed { p { b { (says.closed) } span lang="zh-CN" { (words) } } }
    };
    let told = !rated.is_empty() || closed.is_some();
    Stop { heading: (says.rated)(all), at: last.map(|at| lang.date(at, now())), body, told }
}

fn verdict(one: &Doing, lang: Lang, several: bool) -> Markup {
    let says = lang.words().line();
    let tally = one.tally;
    let counts = [
        (Satisfaction::Satisfied, tally.satisfied),
        (Satisfaction::Basically, tally.basically),
        (Satisfaction::Not, tally.not),
    ];
    html! {
        div.col.tight id={ "p" (one.id.simple()) } {
            @if several { h3 { a href={ "#d" (one.id.simple()) } lang="zh-CN" { (one.what) } } }
            @if tally.all() > 0 {
                dl.tally { @for (result, count) in counts {
                    div { dt { (icons::satisfaction(result)) (follow::satisfaction(lang, result)) } dd { (count) } }
                } }
            }
            @if tally.heard > 0 { p.sm { ((says.heard)(tally.heard)) } }
            @for (result, words) in &one.words {
                p.say lang="zh-CN" { (words) }
                p.who { (follow::satisfaction(lang, *result)) }
            }
            @if !one.again.is_empty() { p.sm.dim { ((says.again)(one.again.len())) } }
            @for why in one.again.iter().rev().flatten() { p.say lang="zh-CN" { (why) } }
            @if let Some((_, Some(how))) = &one.closed { p.sm { b { (says.closed) } span lang="zh-CN" { (how) } } }
            @for (at, holds, words) in &one.visits {
                p.sm { ((says.holds)(&lang.date(*at, now()), *holds)) " " span lang="zh-CN" { (words) } }
            }
        }
    }
}
