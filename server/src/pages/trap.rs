//! What stands in each form without an account beside its questions: the ticket it was drawn with, and a box that people
//! do not see and programs fill in.

use axum::http::StatusCode;
use domain::Refusal;
use domain::issue::LINE;
use maud::{Markup, html};
use words::Lang;

use crate::slip::Ticket;

/// Why a form comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Something stood in the box that must stay empty.
    Trapped,
    /// Nothing was chosen where something must be.
    Unchosen,
    /// Too many came from one address.
    Slowly,
    /// Too much waits for a look.
    Full,
    /// Nobody is there to read it.
    Nobody,
    /// The domain says no.
    Refused(Refusal),
}

impl Wrong {
    /// The status that says so.
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::Slowly => StatusCode::TOO_MANY_REQUESTS,
            Self::Full | Self::Nobody => StatusCode::SERVICE_UNAVAILABLE,
            Self::Trapped | Self::Unchosen | Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// What is said at the top of the form; nothing for what is said at its field.
    pub(super) fn above(&self, lang: Lang, full: &'static str) -> Option<&'static str> {
        let says = lang.words().raising();
        match self {
            Self::Trapped => Some(says.trapped),
            Self::Slowly => Some(says.slow_down),
            Self::Full => Some(full),
            Self::Nobody => Some(lang.words().complaint().nobody),
            Self::Unchosen | Self::Refused(_) => None,
        }
    }

    /// What is said at the box for words. `empty` is said of nothing.
    pub(super) fn at_words(&self, lang: Lang, empty: &'static str) -> Option<&'static str> {
        let says = lang.words().raising();
        let Self::Refused(refusal) = self else { return None };
        match refusal {
            Refusal::Empty { .. } | Refusal::NeedsReason => Some(empty),
            Refusal::TooLong { field, .. } | Refusal::WrongValue { field } if field == "name" => {
                None
            }
            Refusal::TooLong { .. } => Some(says.too_long),
            _ => Some(says.unclear),
        }
    }

    /// What is said at the name.
    pub(super) fn at_name(&self, lang: Lang) -> Option<&'static str> {
        let says = lang.words().raising();
        match self {
            Self::Refused(Refusal::TooLong { field, .. }) if field == "name" => {
                Some(says.name_long)
            }
            Self::Refused(Refusal::WrongValue { field }) if field == "name" => Some(says.unclear),
            _ => None,
        }
    }
}

/// The ticket and the trap.
pub(super) fn hidden(lang: Lang, ticket: &Ticket) -> Markup {
    html! {
        input type="hidden" name="lang" value=(lang.tag());
        input type="hidden" name="ticket" value=(ticket.reveal());
        // a browser that fills in by itself knows no such box
        p.trap aria-hidden="true" {
            label for="trap" { (lang.words().raising().trap) }
            input id="trap" name="trap" tabindex="-1" autocomplete="off" value="";
        }
    }
}

/// The note above a form that comes back.
pub(super) fn note(lang: Lang, wrong: Option<&Wrong>, full: &'static str) -> Markup {
    let says = wrong.and_then(|wrong| wrong.above(lang, full));
    html! { @if let Some(says) = says { p.note.wait role="alert" { (says) } } }
}

/// The box for words, with what is wrong said at it.
pub(super) fn words(
    (label, hint, rows): (&str, &str, u8),
    typed: &str,
    (wrong, must): (Option<&str>, bool),
) -> Markup {
    html! {
        div.field {
            label for="words" { (label) }
            textarea.in id="words" name="words" rows=(rows) maxlength=(domain::issue::WORDS) required[must] aria-describedby="room" aria-invalid=[wrong.map(|_| "true")] { (typed) }
            p.hint id="room" { @match wrong {
                Some(wrong) => { span.err role="alert" { (wrong) } }
                None => { (hint) }
            } }
        }
    }
}

/// The box for a name, which may stay empty.
pub(super) fn name((label, hint): (&str, &str), typed: &str, wrong: Option<&str>) -> Markup {
    html! {
        div.field {
            label for="name" { (label) }
            input.in id="name" name="name" value=(typed) maxlength=(LINE) autocomplete="nickname" aria-describedby="called" aria-invalid=[wrong.map(|_| "true")];
            p.hint id="called" { @match wrong {
                Some(wrong) => { span.err role="alert" { (wrong) } }
                None => { (hint) }
            } }
        }
    }
}

/// What a form's box says, with the ends of lines as everywhere; nothing for an empty one.
pub(super) fn typed(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    Some(text).filter(|text| !text.is_empty())
}
