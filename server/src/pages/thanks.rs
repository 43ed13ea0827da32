//! What stands on the page after a form: that it is here, and the number to ask with, which is shown once.

use maud::{Markup, html};
use words::Lang;

use super::edition::spaced;
use crate::slip::Slip;

/// The note that it is here.
pub(super) fn here(heading: &str, again: Option<&str>, more: &[&str]) -> Markup {
    html! {
        section.note.go role="status" {
            div.col.tight {
                h1 { (heading) }
                @if let Some(again) = again { p { (again) } }
                @for line in more { p { (line) } }
            }
        }
    }
}

/// The number in large letters, what to do with it, and a button that asks at once. It is in no address.
pub(super) fn number(lang: Lang, slip: &Slip, (origin, next): (&str, &str)) -> Markup {
    let says = lang.words().raising();
    let [before, behind] = says.ask_later;
    html! {
        section.ask.number aria-labelledby="number" {
            h2 id="number" { (says.slip) }
            p.code { (spaced(slip.reveal())) }
            p.b { (says.keep) }
            p.sm { (says.keep_why) }
            p.sm { (before) span.nw { (origin) "/ask" } (behind) }
        }
        p { (next) }
        form method="post" action="/ask" {
            input type="hidden" name="lang" value=(lang.tag());
            input type="hidden" name="number" value=(slip.reveal());
            p { button.btn.do.big { (says.ask) } }
        }
    }
}
