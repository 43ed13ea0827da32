//! The few icons of the public pages, of the app's own set: a page has no other file to ask for them.

use domain::follow::{Satisfaction, Tidings};
use domain::session::Verdict;
use maud::{Markup, PreEscaped, html};

const FULL: &str = r#"<circle cx="12" cy="12" r="8.3" fill="currentColor" stroke="none"/><path d="m8 12.4 2.8 2.7L16 9.5" stroke="var(--slip)"/>"#;
const HALF: &str = r#"<circle cx="12" cy="12" r="7.5"/><path d="M12 4.5a7.5 7.5 0 0 1 0 15z" fill="currentColor"/>"#;
const NO: &str = r#"<circle cx="12" cy="12" r="7.5"/><path d="m7 17 10-10"/>"#;
const CLOCK: &str = r#"<circle cx="12" cy="12" r="8.4"/><path d="M12 7.2V12l3.4 2.2"/>"#;
const DOC: &str = r#"<path d="M6 3.5h8.5L18 7v13.5H6zM14 3.5V7.5h4M9 12h6M9 15.5h6"/>"#;
const DOOR: &str = r#"<path d="M6 20.5V4h12v16.5M3.5 20.5h17M14.6 12.2v.8"/>"#;
const TOLD: &str = r#"<path d="M5 4h14v12.5h-8.5L6.8 20v-3.5H5zM8.5 8.3h7M8.5 12h4.5"/>"#;
const CHECK: &str = r#"<path d="m4.5 12.8 4.8 4.7L19.5 7"/>"#;
const CALENDAR: &str = r#"<path d="M4 6h16v14H4zM4 10.2h16M8.2 3.8V7M15.8 3.8V7"/>"#;
const SMILE: &str = r#"<circle cx="12" cy="12" r="8.3"/><path d="M8.5 14c1.8 2.4 5.2 2.4 7 0M9 9.5v.2M15 9.5v.2"/>"#;
const FLAT: &str = r#"<circle cx="12" cy="12" r="8.3"/><path d="M8.5 14.8h7M9 9.5v.2M15 9.5v.2"/>"#;
const SAD: &str = r#"<circle cx="12" cy="12" r="8.3"/><path d="M8.5 16c1.8-2.4 5.2-2.4 7 0M9 9.5v.2M15 9.5v.2"/>"#;

fn icon(paths: &str) -> Markup {
    html! { svg.ic viewBox="0 0 24 24" aria-hidden="true" { (PreEscaped(paths)) } }
}

/// Beside an answer, or where there is none yet.
pub(super) fn verdict(verdict: Option<Verdict>) -> Markup {
    icon(match verdict {
        Some(Verdict::Adopted) => FULL,
        Some(Verdict::Partly) => HALF,
        Some(Verdict::Reference) => DOC,
        Some(Verdict::Declined) => NO,
        Some(Verdict::Deferred) | None => CLOCK,
    })
}

/// Beside a rating.
pub(super) fn satisfaction(result: Satisfaction) -> Markup {
    icon(match result {
        Satisfaction::Satisfied => SMILE,
        Satisfaction::Basically => FLAT,
        Satisfaction::Not => SAD,
    })
}

/// Beside a way of telling somebody.
pub(super) fn tidings(how: Tidings) -> Markup {
    icon(if how == Tidings::Door { DOOR } else { TOLD })
}

/// A day to come.
pub(super) fn calendar() -> Markup {
    icon(CALENDAR)
}

/// It holds.
pub(super) fn check() -> Markup {
    icon(CHECK)
}
