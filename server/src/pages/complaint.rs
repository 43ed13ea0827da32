//! The page of complaints and suggestions, and the page after a letter.

use domain::Millis;
use domain::follow::Letter;
use maud::{Markup, html};
use words::Lang;

use super::complain::Filled;
use super::paper::Paper;
use super::places::Spot;
use super::thanks;
use super::trap::{self, Wrong};
use super::village::Village;
use crate::slip::{Slip, Ticket};
use crate::sync::now;

/// What the page must know.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) lang: Lang,
    /// To whom one can write.
    pub(super) districts: Vec<Spot>,
    /// What was answered, the newest first.
    pub(super) answered: Vec<Told>,
}

/// A letter with its answer, as the public may read them.
#[derive(Debug)]
pub(super) struct Told {
    words: String,
    answer: String,
    pub(super) at: Millis,
}

/// Letters as the public may read them: nobody is named, whoever wrote least of all.
pub(super) fn told(letters: &[Letter], known: &Village, lang: Lang) -> Vec<Told> {
    let names: Vec<String> = letters.iter().filter_map(|letter| letter.name.clone()).collect();
    let veil = known.veil_also(&names, lang);
    let told = letters.iter().filter_map(|letter| {
        let over = |text: &Option<String>| Some(veil.over(text.as_deref()?, None));
        Some(Told {
            words: over(&letter.words)?,
            answer: over(&letter.answer)?,
            at: letter.looked_at,
        })
    });
    told.collect()
}

/// The form and the answers; `wrong` says why it comes back.
pub(super) fn form(
    desk: &Desk,
    (ticket, filled): (&Ticket, &Filled),
    wrong: Option<&Wrong>,
) -> Markup {
    let Desk { lang, districts, answered } = desk;
    let says = lang.words().complaint();
    let raising = lang.words().raising();
    let at_words = wrong.and_then(|wrong| wrong.at_words(*lang, says.empty));
    let at_name = wrong.and_then(|wrong| wrong.at_name(*lang));
    let [before, link] = says.village;
    let body = html! {
        h1 { (says.title) }
        p { (says.about) }
        p.sm.ways { (before) a href={ "/raise?lang=" (lang.tag()) } { (link) } }
        (trap::note(*lang, wrong, says.full))
        form method="post" action="/complain" {
            (trap::hidden(*lang, ticket))
            (sorts(*lang, &filled.sort, wrong == Some(&Wrong::Unchosen)))
            @if districts.len() > 1 {
                div.field {
                    label for="district" { (says.district) }
                    select.in id="district" name="district" {
                        @for district in districts {
                            option value=(district.id) selected[district.id.to_string() == filled.district] { (district.called(*lang)) }
                        }
                    }
                }
            }
            (trap::words((says.words, says.hint, 5), &filled.words, (at_words, true)))
            (trap::name((raising.name, says.name_hint), &filled.name, at_name))
            label.tick { input type="checkbox" name="listed" value="yes" checked[filled.listed.is_some()]; span.sm.lh { (says.listed) } }
            p { button.btn.do.big { (says.send) } }
            p.xs.dim { (says.means) }
        }
        section.col { h2 { (says.answered) }
            @if answered.is_empty() { p.dim { (says.none) } }
            @for told in answered {
                div {
                    p.say lang="zh-CN" { (told.words) }
                    p.who { ((says.answer)(&lang.date(told.at, now()))) }
                    p lang="zh-CN" { (told.answer) }
                }
            }
        }
    };
    let paper = Paper {
        lang: *lang,
        title: says.title,
        about: says.about,
        here: Some("/complain"),
        beside: html! {},
    };
    paper.sheet("notice brief", &body)
}

fn sorts(lang: Lang, chosen: &str, missing: bool) -> Markup {
    let says = lang.words().complaint();
    html! {
        fieldset.field aria-describedby=[missing.then_some("unchosen")] {
            legend { (says.sort) }
            div.opts {
                @for (word, label) in [("complaint", says.complaint), ("suggestion", says.suggestion)] {
                    label.opt {
                        input type="radio" name="sort" value=(word) required checked[word == chosen] aria-invalid=[missing.then_some("true")];
                        span { (label) }
                    }
                }
            }
            @if missing { p.hint id="unchosen" { span.err role="alert" { (says.choose) } } }
        }
    }
}

/// It is here, and this is the number to ask with.
pub(super) fn thanks(lang: Lang, (slip, again): (&Slip, bool), origin: &str) -> Markup {
    let says = lang.words().complaint();
    let raising = lang.words().raising();
    let body = html! {
        (thanks::here(raising.thanks, again.then_some(raising.again), &[]))
        (thanks::number(lang, slip, (origin, says.next)))
        p { a.btn href={ "/complain?lang=" (lang.tag()) } { (says.another) } " " a.btn href={ "/?lang=" (lang.tag()) } { (lang.words().line().board) } }
    };
    let paper = Paper { lang, title: says.title, about: "", here: None, beside: html! {} };
    paper.sheet("notice brief", &body)
}
