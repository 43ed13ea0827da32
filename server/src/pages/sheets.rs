//! The public edition on paper.

use domain::Id;
use domain::follow::{Action, State};
use domain::session::edition::{Quote, Speaker, hands};
use domain::session::{Part, Sort};
use domain::square::Square;
use maud::{Markup, html};
use words::{Lang, follow, session};

use super::Origin;
use super::edition::{Sealed, Since, role_of, spaced};
use super::paper::Paper;
use crate::sync::now;

/// All of it.
pub(super) fn page(sealed: &Sealed, since: &Since, origin: &Origin) -> Markup {
    let Sealed { lang, seal, edition, village, .. } = sealed;
    let says = lang.words().edition();
    let here = format!("/s/{}", seal.code);
    let day = lang.date(seal.at, now());
    let beside = html! {
        p.xs.dim { (village.called(*lang)) br; ((says.number)(seal.number.unwrap_or_default(), &day)) }
    };
    let paper =
        Paper { lang: *lang, title: &edition.title, about: says.title, here: Some(&here), beside };
    paper.page(html! {
        h1 lang="zh-CN" {
            @for (at, line) in edition.title.split(" · ").enumerate() { @if at > 0 { br; } (line) }
        }
        (facts(sealed))
        @if !edition.facts.is_empty() {
            section { h2 { (says.facts) } @for line in &edition.facts { p lang="zh-CN" { (line) } } }
        }
        @if !edition.consensus.is_empty() {
            section { h2 { (says.consensus) }
                ol.nums lang="zh-CN" { @for line in &edition.consensus { li { (line) } } } }
        }
        @for quote in &edition.dissent {
            section.dissent { h2 { (says.dissent) } (said(quote, *lang)) }
        }
        (quotes(sealed))
        (counts(sealed))
        (tasks(sealed, since))
        (annexes(sealed))
        (foot(sealed, origin))
    })
}

/// When, where, and how many of whom.
fn facts(sealed: &Sealed) -> Markup {
    let Sealed { lang, edition, .. } = sealed;
    let says = lang.words().edition();
    let mut present: Vec<String> = edition
        .present
        .iter()
        .map(|(role, count)| (says.count)(role_of(*lang, *role), *count))
        .collect();
    if edition.remote > 0 {
        present.push((says.remote)(edition.remote));
    }
    let between = match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    };
    html! {
        dl.kv {
            @if let Some(on) = edition.on { dt { (says.when) } dd { (lang.moment(on, 0)) } }
            @if let Some(place) = &edition.place {
                dt { (says.place) } dd lang="zh-CN" { (place) }
            }
            dt { (says.present) } dd { (present.join(between)) }
            dt { (says.mode) } dd { (session::mode(*lang, edition.mode)) }
        }
    }
}

/// What was said, by the parts of the agenda.
fn quotes(sealed: &Sealed) -> Markup {
    let Sealed { lang, edition, .. } = sealed;
    let says = lang.words().edition();
    let parts: Vec<Option<&Part>> = edition
        .quotes
        .chunk_by(|one, other| one.part == other.part)
        .map(|quotes| quotes.first().and_then(|quote| part(&edition.agenda, quote.part)))
        .collect();
    let chunks = edition.quotes.chunk_by(|one, other| one.part == other.part);
    html! {
        @if !edition.quotes.is_empty() {
            section.col { h2 { (says.said) }
                @for (part, quotes) in parts.iter().zip(chunks) {
                    @if let Some(part) = part { h3 { (session::part(*lang, part)) } }
                    @for quote in quotes { div { (said(quote, *lang)) } }
                }
            }
        }
    }
}

fn part(agenda: &[Part], at: u32) -> Option<&Part> {
    agenda.get(usize::try_from(at).ok()?)
}

fn said(quote: &Quote, lang: Lang) -> Markup {
    let says = lang.words().edition();
    html! {
        p.say lang="zh-CN" { (quote.words) }
        p.who {
            @if let Some(speaker) = &quote.speaker { span { (who(speaker, lang)) } }
            @match quote.sort {
                Sort::Opinion | Sort::Dissent => {}
                Sort::Question | Sort::Answer | Sort::Promise => {
                    span.tag { (session::sort(lang, quote.sort)) }
                }
            }
            @if quote.silent { span.xs { (says.silent) } }
        }
        @if let Some(against) = &quote.against {
            p.sm { (says.against) span lang="zh-CN" { (against) } }
        }
    }
}

/// 三组村民, 区水利局; the name only of whoever consented.
pub(crate) fn who(speaker: &Speaker, lang: Lang) -> String {
    let says = lang.words().edition();
    let role = role_of(lang, speaker.role);
    let place = match (&speaker.label, &speaker.group) {
        (Some(label), _) => label.clone(),
        (None, Some(group)) => (says.of_group)(group, role),
        (None, None) => role.to_owned(),
    };
    let who = match &speaker.name {
        Some(name) => (says.named)(name, &place),
        None => place,
    };
    match (speaker.remote, lang) {
        (true, Lang::Zh) => format!("{who}，{}", says.by_phone),
        (true, Lang::En) => format!("{who}, {}", says.by_phone),
        (false, _) => who,
    }
}

fn counts(sealed: &Sealed) -> Markup {
    let Sealed { lang, edition, .. } = sealed;
    html! {
        @if !edition.counts.is_empty() {
            section.col { h2 { (lang.words().edition().hands) }
                @for count in &edition.counts {
                    div {
                        p.say lang="zh-CN" { (count.words) }
                        p.who { @for (hand, n) in hands(count) {
                            span { (session::hand(*lang, hand)) " " b { (n) } }
                        } }
                    }
                }
            }
        }
    }
}

/// What was promised, and where it stands now.
fn tasks(sealed: &Sealed, Since { kept, issues }: &Since) -> Markup {
    let Sealed { lang, edition, .. } = sealed;
    let says = lang.words().edition();
    let now_ = edition.tasks.iter().enumerate().map(|(at, task)| (task, kept.get(at)));
    html! {
        @if !edition.tasks.is_empty() {
            section { h2 { (says.tasks) }
                table.tbl {
                    thead { tr { th scope="col" { (says.what) } th scope="col" { (says.owner) } th scope="col" { (says.due) } } }
                    tbody { @for (task, kept) in now_ {
                        tr {
                            td { span lang="zh-CN" { (task.what) }
                                @if let Some((id, kept)) = kept { br; (standing(kept, *lang)) (rate(sealed, *id, kept)) } }
                            td lang="zh-CN" { (task.owner) }
                            td { @match task.due {
                                Some(due) => { (lang.date(due, now())) }
                                None => { (says.no_day) }
                            } }
                        }
                    } }
                }
            }
        }
        @if !issues.is_empty() {
            section { h2 { (says.since) }
                @for (id, title) in issues {
                    p.ways { a href={ "/t/" (id) "?lang=" (lang.tag()) } lang="zh-CN" { (title) } }
                }
            }
        }
    }
}

/// The way to say how it was done, while that is asked.
fn rate(sealed: &Sealed, id: Id, kept: &Action) -> Markup {
    let Sealed { lang, seal, .. } = sealed;
    html! {
        @if kept.state() == State::Checked {
            p.ways { a href={ "/s/" (seal.code) "/rate/" (id) "?lang=" (lang.tag()) } { (lang.words().assess().open) } }
        }
    }
}

/// Where something that was promised stands now, and the day it is promised for since.
fn standing(kept: &Action, lang: Lang) -> Markup {
    let state = kept.state();
    let tone = match state {
        State::Checked | State::Closed => "tag go",
        State::Redo => "tag stop",
        State::Unclaimed | State::Claimed | State::Acting | State::Done => "tag wait",
    };
    let line = lang.words().line();
    let moved = kept.trail.iter().any(|step| step.due_from.is_some());
    let over = kept.days_over(now());
    html! {
        span class=(tone) { (follow::state(lang, state)) }
        @if let Some(due) = kept.due.filter(|_| moved) { " " span.xs { ((line.due)(&lang.date(due, now()))) } }
        @if over > 0 { " " span.xs.och { ((line.over)(over)) } }
    }
}

/// What was put right later, each with its own code.
fn annexes(sealed: &Sealed) -> Markup {
    let Sealed { lang, annexes, .. } = sealed;
    html! {
        @if !annexes.is_empty() {
            section.col { h2 { (lang.words().edition().annexes) }
                @for (code, at, words) in annexes {
                    div {
                        p.say lang="zh-CN" { (words) }
                        p.who { span { (lang.date(*at, now())) } a href={ "/verify/" (code) } { (spaced(code)) } }
                    }
                }
            }
        }
    }
}

/// The check code, its square, and the mark.
fn foot(sealed: &Sealed, origin: &Origin) -> Markup {
    let says = sealed.lang.words().edition();
    let code = &sealed.seal.code;
    let check = format!("/verify/{code}");
    html! {
        footer.col {
            div.row.vcode {
                @if let Some(square) = Square::of(&format!("{}{check}", origin.0)) {
                    (drawn(&square, says.square))
                }
                div.col.tight {
                    p.xs.dim { (says.code) }
                    p.code { a href=(check) { (spaced(code)) } }
                    p.xs.dim { (says.check) }
                }
            }
            span.seal role="img" aria-label=(says.mark) { i lang="zh-CN" { "当众核定" } }
            p.xs.dim { (says.roles) }
        }
    }
}

/// A square code.
pub(super) fn drawn(square: &Square, label: &str) -> Markup {
    let size = square.size + 8;
    html! {
        svg.qr viewBox={ "0 0 " (size) " " (size) } role="img" aria-label=(label) {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(square.path()) fill="#000" {}
        }
    }
}
