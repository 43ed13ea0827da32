//! `/policy`: what is kept and why, and the rules against formalism as a list that the server answers by looking.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::response::IntoResponse;
use maud::{Markup, html};
use words::Lang;

use super::Asked;
use super::paper::Paper;
use super::selfcheck::{Found, Last};
use crate::error::Error;
use crate::hall::Hall;

/// Shows it.
pub(super) async fn show(
    State(hall): State<Hall>,
    Extension(last): Extension<Last>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Error> {
    let found = last.look(&hall.pool).await?;
    let page = page(asked.lang(&headers), &found);
    Ok(([(CACHE_CONTROL, "public, max-age=600"), (VARY, "accept-language")], page))
}

fn page(lang: Lang, found: &Found) -> Markup {
    let says = lang.words().policy();
    let paper = Paper {
        lang,
        title: says.title,
        about: says.about,
        here: Some("/policy"),
        beside: html! {},
    };
    paper.page(html! {
        h1 { (says.title) }
        p { (says.about) }
        section { h2 { (says.rules) }
            p.sm.dim { (says.answered) }
            ul.policy { @for (rule, answer, good) in answers(lang, found) { li {
                p { b { (rule) } }
                p.sm.err[!good] { (answer) }
            } } }
            p.xs.dim { ((says.at)(&lang.moment(found.at, 0))) }
        }
        section.policy { h2 { (says.kept) }
            @for thing in &says.things {
                h3 { (thing.what) }
                dl.kv {
                    @for (head, told) in says.heads.iter().zip([thing.why, thing.who, thing.until]) {
                        dt { (head) } dd { (told) }
                    }
                }
            }
        }
        section { h2 { (says.never) } p { (says.nothing_of) } }
        section { h2 { (says.rights) } p { (says.can) } }
    })
}

/// Each rule with what was found, and whether it is kept.
fn answers(lang: Lang, found: &Found) -> [(&'static str, String, bool); 6] {
    let says = lang.words().policy();
    let unranked = match found.barred.is_empty() {
        true => (says.unfound)(found.looked.0, found.looked.1),
        false => (says.found)(&found.barred.join(", ")),
    };
    let cost = match found.cost {
        Some((fields, seconds, times)) => (says.cost)(fields, seconds, times),
        None => says.few.to_owned(),
    };
    let (all, wait) = found.letters;
    [
        (says.unranked, unranked, found.barred.is_empty()),
        (says.counted, (says.sat)(found.sat.0, found.sat.1), true),
        (says.free, (says.raised)(found.raised.0, found.raised.1), true),
        (says.unforced, (says.done)(found.done.0, found.done.1), true),
        (says.spared, cost, true),
        (says.heard, (says.letters)(all, all.saturating_sub(wait), wait), true),
    ]
}
