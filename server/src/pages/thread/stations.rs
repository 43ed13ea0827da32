//! The seven stations, one below the other, each with the way to what it comes from and to what comes of it.

use domain::Station;
use domain::session::advice::{Verdict, Via};
use domain::session::edition::Speaker;
use maud::{Markup, html};
use words::{Lang, follow, session};

use super::super::edition::role_of;
use super::super::icons;
use super::super::paper::Paper;
use super::doing;
use super::told::{Advised, Bench, Told};
use crate::sync::now;

/// All of it.
pub(super) fn page(told: &Told) -> Markup {
    let Told { lang, id, village, number, title, .. } = told;
    let says = lang.words().line();
    let here = format!("/t/{id}");
    let number = number.map(|number| (super::super::sayings::in_(*lang).number)(number));
    let beside = html! {
        p.xs.dim { (village) @if let Some(number) = &number { " · " (number) } }
    };
    let paper = Paper { lang: *lang, title, about: says.title, here: Some(&here), beside };
    paper.sheet(
        "notice whole",
        &html! {
            (hero(told))
            ol.thread {
                (station(told, Station::Raised, &raised(told)))
                (station(told, Station::Researched, &looked(told)))
                (station(told, Station::Sat, &sat(told)))
                (station(told, Station::Advised, &advice(told)))
                (station(told, Station::Answered, &answers(told)))
                (station(told, Station::Done, &doing::done(told)))
                (station(told, Station::Rated, &doing::rated(told)))
                (revisit(told))
            }
            (plan(told))
            p { a.btn href={ "/?lang=" (lang.tag()) } { (says.board) } }
            footer { p.xs.dim { (super::super::sayings::in_(*lang).roles) } }
        },
    )
}

fn hero(told: &Told) -> Markup {
    let Told { lang, title, title_en, households, days, station, category, .. } = told;
    let (says, names) = (lang.words().line(), lang.words().names);
    let houses = households.map(|count| (super::super::sayings::in_(*lang).households)(count));
    html! {
        div.col.tight {
            p.xs.dim { ((names.category)(*category)) }
            @match (lang, title_en) {
                (Lang::En, Some(english)) => { h1 { (english) br; small.dim lang="zh-CN" { (title) } } }
                _ => { h1 lang="zh-CN" { (title) } }
            }
            p.sm.dim {
                @if let Some(houses) = houses { (houses) " · " }
                ((says.days)(days.0, days.1))
            }
            p.sr { ((says.stands)((names.station)(*station))) }
            ol.line data-at=(station.number()) {
                @for one in Station::ALL {
                    li.on[one < *station].now[one == *station] {
                        a href={ "#s" (one.number()) } { span lang="zh-CN" { ((names.mark)(one)) } span.sr { " " ((names.station)(one)) } }
                    }
                }
            }
        }
    }
}

/// One station: when it came there, a heading, and what there is to tell.
#[derive(Debug, Default)]
pub(super) struct Stop {
    pub(super) heading: String,
    pub(super) at: Option<String>,
    pub(super) body: Markup,
    /// Whether there is anything to tell.
    pub(super) told: bool,
}

fn station(told: &Told, at: Station, stop: &Stop) -> Markup {
    let names = told.lang.words().names;
    let says = told.lang.words().line();
    let todo = at > told.station && !stop.told;
    let heading = if stop.told { &stop.heading } else { (names.station)(at) };
    html! {
        li.now[at == told.station && at != Station::Rated].todo[todo] id={ "s" (at.number()) } {
            span.st lang="zh-CN" aria-hidden="true" { ((names.mark)(at)) }
            div.body {
                div.row.wrap.tight {
                    h2 { (heading) }
                    @if let Some(at) = &stop.at { span.end.sm.dim { (at) } }
                }
                @if stop.told { (stop.body) }
                @else if todo { p.sm.dim { (says.not_yet) } }
                @else if matches!(at, Station::Advised | Station::Answered) { p.sm.dim { (says.unseen) } }
            }
        }
    }
}

fn raised(told: &Told) -> Stop {
    let Told { lang, raised: (at, words, who), proxy, joined, echoes, .. } = told;
    let says = lang.words().line();
    let body = html! {
        p.say lang="zh-CN" { (words) }
        p.who { span { ((says.raised_by)(who)) } @if *proxy { span.tag { (says.for_somebody) } } }
        @if !joined.is_empty() { p.sm { ((says.joined)(joined)) } }
        (doing::echoed(echoes, *lang))
    };
    let heading = (lang.words().names.station)(Station::Raised).to_owned();
    Stop { heading, at: Some(lang.date(*at, now())), body, told: true }
}

fn looked(told: &Told) -> Stop {
    let Told { lang, looked: (at, question, facts), .. } = told;
    let says = lang.words().line();
    let body = html! {
        @for fact in facts { p lang="zh-CN" { (fact) } }
        @if facts.is_empty() { p { (says.looked) } }
        @if let Some(question) = question { p.sm { b { (says.question) } span lang="zh-CN" { (question) } } }
    };
    let heading = (lang.words().names.station)(Station::Researched).to_owned();
    Stop { heading, at: at.map(|at| lang.date(at, now())), body, told: at.is_some() }
}

fn sat(told: &Told) -> Stop {
    let Told { lang, benches, outcome, .. } = told;
    let says = lang.words().line();
    let body = html! {
        @for bench in benches { (bench_of(bench, *lang)) }
        @if let Some(outcome) = outcome { p { b { (says.outcome) } span lang="zh-CN" { (outcome) } } }
    };
    let on = benches.last().and_then(|bench| bench.on).map(|on| lang.moment(on, now()));
    let heading = (lang.words().names.station)(Station::Sat).to_owned();
    Stop { heading, at: on, body, told: !benches.is_empty() || outcome.is_some() }
}

fn bench_of(bench: &Bench, lang: Lang) -> Markup {
    let says = lang.words().line();
    let between = if lang == Lang::Zh { "，" } else { ", " };
    let sat = bench.here.map(says.present);
    let sat = sat.or_else(|| bench.ahead.then(|| says.ahead.to_owned()));
    html! {
        div.col.tight id={ "b" (bench.id.simple()) } {
            p.b lang="zh-CN" { (bench.title) }
            p {
                @if let Some(place) = &bench.place { span lang="zh-CN" { (place) } @if sat.is_some() { (between) } }
                @if let Some(sat) = &sat { (sat) }
            }
            @if let Some(code) = &bench.code { p.ways { a href={ "/s/" (code) "?lang=" (lang.tag()) } { (says.edition) } } }
        }
    }
}

fn advice(told: &Told) -> Stop {
    let Told { lang, advice, .. } = told;
    let says = lang.words().line();
    let body = html! {
        @for one in advice {
            div.col.tight id={ "y" (one.id.simple()) } {
                p.say lang="zh-CN" { (one.words) }
                p.who {
                    span { (whose(&one.who, *lang)) }
                    @if one.via != Via::Bench { span.tag { (follow::via(*lang, one.via)) } }
                    a.sm href={ "#n" (one.with.unwrap_or(one.id).simple()) } { (answer_word(one, *lang)) }
                }
            }
        }
    };
    Stop { heading: (says.advised)(advice.len()), at: None, body, told: !advice.is_empty() }
}

/// 三组村民, 区水利局; what is Chinese says so.
fn whose(speaker: &Speaker, lang: Lang) -> Markup {
    let role = role_of(lang, speaker.role);
    html! {
        @match (&speaker.label, &speaker.group, lang) {
            (Some(label), _, _) => { span lang="zh-CN" { (label) } }
            (None, Some(group), Lang::En) => { (role) ", " span lang="zh-CN" { (group) } }
            (None, Some(group), Lang::Zh) => { (group) (role) }
            (None, None, _) => { (role) }
        }
    }
}

fn answer_word(one: &Advised, lang: Lang) -> &'static str {
    match one.verdict {
        Some((verdict, _)) => session::verdict(lang, verdict),
        None => lang.words().line().unanswered,
    }
}

fn answers(told: &Told) -> Stop {
    let Told { lang, advice, .. } = told;
    let says = lang.words().line();
    let heads: Vec<&Advised> = advice.iter().filter(|one| one.with.is_none()).collect();
    let answered = heads.iter().filter(|one| one.verdict.is_some()).count();
    let last = heads.iter().filter_map(|one| one.verdict).map(|(_, at)| at).max();
    let body = html! {
        ul.col.tight { @for one in &heads { (answer(told, one)) } }
    };
    let heading = (says.answered)(answered, heads.len() - answered);
    Stop {
        heading,
        at: last.map(|at| lang.date(at, now())),
        body,
        told: !heads.is_empty() && answered > 0,
    }
}

fn answer(told: &Told, one: &Advised) -> Markup {
    let lang = told.lang;
    let says = lang.words().line();
    let same = told.advice.iter().filter(|other| other.with == Some(one.id)).count();
    let deed = told.doing.iter().find(|doing| doing.advice == Some(one.id));
    let (tone, colour) = match one.verdict {
        Some((Verdict::Adopted | Verdict::Partly, _)) => ("why go", "pine"),
        Some((Verdict::Declined, _)) => ("why", "plum"),
        Some(_) | None => ("why", "och"),
    };
    html! {
        li class=(tone) id={ "n" (one.id.simple()) } {
            p { b class=(colour) { (icons::verdict(one.verdict.map(|(verdict, _)| verdict))) (answer_word(one, lang)) } " "
                a href={ "#y" (one.id.simple()) } lang="zh-CN" { (one.words) }
                @if same > 0 { " " span.dim { ((says.same)(same)) } } }
            @if let Some(why) = &one.why { p { b { (says.why) } span lang="zh-CN" { (why) } } }
            @if one.earlier { p.dim { (says.earlier) } }
            @if let Some(deed) = deed { p.ways { a href={ "#d" (deed.id.simple()) } { (says.comes) } } }
        }
    }
}

/// The look back that is to come next.
fn revisit(told: &Told) -> Markup {
    let says = told.lang.words().line();
    let next = told.doing.iter().filter_map(|one| one.revisit).min();
    html! {
        @if let Some(next) = next {
            li.todo {
                span.st aria-hidden="true" { (icons::calendar()) }
                div.body {
                    h2 { (says.revisit) }
                    p.sm.dim { ((says.revisit_from)(&told.lang.date(next, now()))) }
                }
            }
        }
    }
}

/// The lines of the blueprint that come of it.
fn plan(told: &Told) -> Markup {
    let Told { lang, lines, .. } = told;
    html! {
        @if !lines.is_empty() {
            section.col id="plan" { h2 { (lang.words().line().blueprint) }
                @for line in lines {
                    p { span.tag.go { (follow::line_state(*lang, line.state)) } " "
                        @match (lang, &line.words_en) {
                            (Lang::En, Some(english)) => { (english) }
                            _ => { span lang="zh-CN" { (line.words) } }
                        }
                        " " span.sm.dim { (follow::section(*lang, line.section)) } }
                }
            }
        }
    }
}
