//! What has become of an issue or a letter, in plain words, for whoever sent it. Nobody is named.

use domain::follow::{Fate, Letter};
use domain::session::veil::Veil;
use domain::{Id, Issue, Standing};
use maud::{Markup, html};
use words::Lang;

use crate::sync::now;

/// How it is told.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) lang: Lang,
    /// What lies over every text.
    pub(super) veil: Veil,
    /// The issue's own line, where it is public.
    pub(super) line: Option<Id>,
    /// The line of the issue that it was merged into, where that is public, with its village where that is another.
    pub(super) merged: Option<(Id, Option<String>)>,
}

impl Told {
    fn over(&self, text: &str) -> String {
        self.veil.over(text, None)
    }
}

/// An issue.
pub(super) fn issue(issue: &Issue, told: &Told) -> Markup {
    let lang = told.lang;
    let says = lang.words().asking();
    let [stands, next] = (says.stands)(issue.standing);
    let last = issue.last_step();
    let why = last.and_then(|step| step.why.as_deref());
    let place = issue.scheduled_where.as_deref().unwrap_or_default();
    let bench = issue.scheduled_on.filter(|_| issue.standing == Standing::Scheduled);
    let sent = issue.redirected_to.as_ref().filter(|_| issue.standing == Standing::Redirected);
    html! {
        h1 { (says.title) }
        (wrote(&issue.words, told))
        section.ask role="status" {
            p.xs.b.pine { (says.now) }
            h2 { (stands) }
            @if let Some(on) = bench { p.b { ((says.bench)(&lang.moment(on, now()), &told.over(place))) } }
            @if let Some(to) = sent { p { ((says.sent_to)(&told.over(to))) } }
            @if let Some(why) = why { p { (says.why) span lang="zh-CN" { (told.over(why)) } } }
            @if let Some(last) = last { p.xs.dim { ((says.since)(&lang.date(last.at, now()))) } }
            @if !next.is_empty() { p { (next) } }
            @if let Some(echo) = issue.echoes.last() { p.sm { ((says.told)(&lang.date(echo.at, now()))) } }
        }
        @if let Some(id) = told.line { (link(id, says.line, lang)) }
        @if let Some((id, village)) = &told.merged {
            @if let Some(village) = village { p { ((says.elsewhere)(village)) } }
            (link(*id, says.merged, lang))
        }
        p.xs.dim { (says.not_enough) }
    }
}

/// A letter.
pub(super) fn letter(letter: &Letter, told: &Told) -> Markup {
    let lang = told.lang;
    let says = lang.words().asking();
    let (stands, words) = match letter.fate {
        Fate::Held => (says.held, None),
        Fate::Answered => (says.answered, letter.answer.as_deref()),
        Fate::Taken | Fate::Aside => (says.aside, letter.why.as_deref()),
    };
    let looked = (letter.fate != Fate::Held).then(|| lang.date(letter.looked_at, now()));
    html! {
        h1 { (says.title) }
        (wrote(letter.words.as_deref().unwrap_or_default(), told))
        section.ask role="status" {
            p.xs.b.pine { (says.now) }
            h2 { (stands) }
            @if let Some(words) = words { p.say lang="zh-CN" { (told.over(words)) } }
            @match looked {
                Some(day) => { p.xs.dim { (day) } }
                None => { p { (says.held_next) } }
            }
        }
        p.xs.dim { (says.not_enough) }
    }
}

fn wrote(words: &str, told: &Told) -> Markup {
    html! {
        section { h2 { (told.lang.words().asking().wrote) } p.say lang="zh-CN" { (told.over(words)) } }
    }
}

fn link(id: Id, says: &str, lang: Lang) -> Markup {
    html! { p { a.btn href={ "/t/" (id) "?lang=" (lang.tag()) } { (says) } } }
}
