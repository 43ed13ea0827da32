//! The page of a ballot: what was to be done and what was, and the three answers.

use domain::Refusal;
use domain::follow::{Action, Satisfaction, State, rating::Rating};
use domain::session::veil::Veil;
use maud::{Markup, html};
use words::{Lang, follow};

use super::icons;
use super::paper::Paper;
use super::rate::{Filled, Wrong};
use super::village::Village;
use crate::sync::{ballot, now};

/// All that the page says.
#[derive(Debug)]
pub(super) struct Poll {
    lang: Lang,
    asked: ballot::Asked,
    village: Village,
    /// The link may be passed on: what others wrote names nobody here either.
    veil: Veil,
}

impl Poll {
    /// What the page of a ballot says.
    pub(super) fn of(asked: ballot::Asked, village: Village, lang: Lang) -> Self {
        let veil = village.veil(lang);
        Self { lang, asked, village, veil }
    }

    fn over(&self, text: &str) -> String {
        self.veil.over(text, None)
    }
}

/// A paper around this body, which tells nobody its address.
pub(super) fn sheet(lang: Lang, body: &Markup) -> Markup {
    let title = lang.words().ballot().title;
    let paper = Paper { lang, title, about: "", here: None, beside: html! {} };
    paper.sheet("notice brief", body)
}

/// The page; `failed` is what was filled in and why it was not taken.
pub(super) fn page(poll: &Poll, failed: Option<(&Filled, &Wrong)>) -> Markup {
    let Poll { lang, asked, village, .. } = poll;
    let says = lang.words().ballot();
    let [before, behind] = says.to;
    let beside = html! {
        p.xs.dim { (village.called(*lang)) " · " (before) span lang="zh-CN" { (asked.name) } (behind) }
    };
    let paper = Paper { lang: *lang, title: says.title, about: "", here: Some(""), beside };
    let what = asked.action.what.clone().unwrap_or_default();
    let english = asked.action.what_en.as_ref().filter(|_| *lang == Lang::En);
    let body = html! {
        h1 { @match english {
            Some(english) => { (poll.over(english)) }
            None => { span lang="zh-CN" { (poll.over(&what)) } }
        } }
        (deed(&asked.action, &poll.veil, *lang))
        (state(poll, failed))
    };
    paper.sheet("notice brief", &body)
}

/// What was to be done, and what was.
pub(super) fn deed(action: &Action, veil: &Veil, lang: Lang) -> Markup {
    let says = lang.words().ballot();
    let over = |text: &str| veil.over(text, None);
    let last = |to| {
        let step = action.trail.iter().rev().find(|step| step.to == to)?;
        step.why.as_deref()
    };
    let done = action.done_at().and_then(|_| last(State::Done));
    html! {
        dl.kv {
            @if let Some(owner) = &action.owner { dt { (says.owner) } dd lang="zh-CN" { (over(owner)) } }
            @if let Some(criterion) = &action.criterion { dt { (says.criterion) } dd lang="zh-CN" { (over(criterion)) } }
            @if let Some(done) = done {
                dt { (says.done) }
                dd { span lang="zh-CN" { (over(done)) }
                    @if let Some(seen) = last(State::Checked) {
                        br; span.pine { (says.checked) } span lang="zh-CN" { (over(seen)) }
                    } }
            }
        }
    }
}

/// The form, or why there is none.
fn state(poll: &Poll, failed: Option<(&Filled, &Wrong)>) -> Markup {
    let Poll { lang, asked, village, .. } = poll;
    let says = lang.words().ballot();
    let before = asked.before();
    let said = before.map(|rating| (rating, rating.round == asked.action.round()));
    match asked.action.state() {
        _ if asked.own => note("wait", says.own, says.own_why),
        State::Checked => html! {
            @if failed.is_none() && let Some((rating, true)) = said {
                section.note.go role="status" {
                    div.col.tight { h2 { (says.thanks) } (spoken(rating, *lang)) p.sm { (says.changes) } }
                }
            }
            @if let Some((rating, false)) = said { (spoken(rating, *lang)) }
            (form(poll, failed, before.filter(|_| said.is_some_and(|(_, now)| now))))
        },
        State::Closed => html! {
            (note("go", says.over, &(says.over_do)(village.called(*lang))))
            @if let Some(rating) = before { (spoken(rating, *lang)) }
        },
        // what this person said has brought it there, or what another did
        State::Redo if before.is_some_and(|rating| rating.result == Satisfaction::Not) => html! {
            (note("go", says.again, says.again_means))
            @if let Some(rating) = before { (spoken(rating, *lang)) }
        },
        State::Unclaimed | State::Claimed | State::Acting | State::Done | State::Redo => html! {
            (note("wait", says.early, says.early_do))
            @if let Some(rating) = before { (spoken(rating, *lang)) }
        },
    }
}

fn note(tone: &str, heading: &str, means: &str) -> Markup {
    html! {
        section class={ "note " (tone) } role="status" {
            div.col.tight { h2 { (heading) } p { (means) } }
        }
    }
}

/// What the person said before.
fn spoken(rating: &Rating, lang: Lang) -> Markup {
    let says = lang.words().ballot();
    let result = follow::satisfaction(lang, rating.result);
    html! {
        p { ((says.before)(&lang.date(rating.at, now()), result)) }
        @if let Some(words) = &rating.words { p.say lang="zh-CN" { (words) } }
    }
}

fn form(poll: &Poll, failed: Option<(&Filled, &Wrong)>, before: Option<&Rating>) -> Markup {
    let lang = poll.lang;
    let says = lang.words().ballot();
    let filled = failed.map(|(filled, _)| filled);
    let chosen = match filled {
        Some(filled) => filled.result.as_deref().and_then(Satisfaction::of),
        None => before.map(|rating| rating.result),
    };
    let heard = match filled {
        Some(filled) => filled.heard.as_deref().map(|heard| heard == "yes"),
        None => before.and_then(|rating| rating.heard),
    };
    let words = match filled {
        Some(filled) => filled.words.as_str(),
        None => before.and_then(|rating| rating.words.as_deref()).unwrap_or_default(),
    };
    let wrong = failed.map(|(_, wrong)| wrong);
    html! {
        form method="post" {
            input type="hidden" name="lang" value=(lang.tag());
            (choice(lang, chosen, matches!(wrong, Some(Wrong::Unchosen))))
            (self::heard(lang, heard))
            (sentence(lang, words, wrong))
            p { button.btn.do.big { (if before.is_some() { says.change } else { says.send }) } }
            p.xs.dim { (says.means) }
        }
    }
}

/// Whether the person was heard.
pub(super) fn heard(lang: Lang, heard: Option<bool>) -> Markup {
    let says = lang.words().ballot();
    html! {
            fieldset.field {
                legend { (says.heard) }
                div.opts {
                    @for (value, word) in [(true, says.yes), (false, says.no)] {
                        label.opt {
                            input type="radio" name="heard" value=(if value { "yes" } else { "no" }) checked[heard == Some(value)];
                            span { (word) }
                        }
                    }
                }
            }
    }
}

/// The three answers; what is wrong is said at them.
pub(super) fn choice(lang: Lang, chosen: Option<Satisfaction>, missing: bool) -> Markup {
    let says = lang.words().ballot();
    html! {
        fieldset.field aria-describedby=[missing.then_some("unchosen")] {
            legend { (says.question) }
            div.opts {
                @for result in Satisfaction::ALL {
                    label.opt {
                        input type="radio" name="result" value=(result.as_str()) required checked[chosen == Some(result)] aria-invalid=[missing.then_some("true")];
                        span { (icons::satisfaction(result)) (follow::satisfaction(lang, result)) }
                    }
                }
            }
            @if missing { p.hint id="unchosen" { span.err role="alert" { (says.choose) } } }
        }
    }
}

/// The box for a sentence.
fn sentence(lang: Lang, words: &str, wrong: Option<&Wrong>) -> Markup {
    let says = lang.words().ballot();
    let wrong = match wrong {
        Some(Wrong::Refused(Refusal::NeedsReason | Refusal::Empty { .. })) => Some(says.why),
        Some(Wrong::Refused(Refusal::TooLong { .. })) => Some(says.too_long),
        Some(Wrong::Refused(_)) => Some(says.unclear),
        Some(Wrong::Unchosen) | None => None,
    };
    html! {
        div.field {
            label for="words" { (says.words) }
            textarea.in id="words" name="words" rows="4" maxlength="2000" aria-describedby="room" aria-invalid=[wrong.map(|_| "true")] { (words) }
            p.hint id="room" { @match wrong {
                Some(wrong) => { span.err role="alert" { (wrong) } }
                None => { (says.hint) }
            } }
        }
    }
}
