//! What a change was, in one line.

use crate::{desk::Desk, look::words, parts::title_of};
use domain::{Act, Change};

/// An icon and a line for a change; tracked.
pub(super) fn told(desk: Desk, change: &Change) -> (&'static str, String) {
    let w = words();
    let p = w.phone;
    let about = || title_of(desk, change.id);
    if let Some(to) = change.act.leads_to() {
        return ("flag", (p.did_move)(&about(), (w.names.standing)(to)));
    }
    match &change.act {
        Act::Raise(raise) => {
            let title = raise.title.clone().unwrap_or_else(|| short(&raise.words));
            ("slip", (p.did_raise)(&title))
        }
        Act::Edit { field, .. } => ("pen", (p.did_edit)(&about(), w.field(field))),
        Act::Say { issue, words } => {
            ("comment", (p.did_say)(&title_of(desk, *issue), &short(words)))
        }
        Act::Withdraw => ("redo", p.did_withdraw.to_owned()),
        Act::Attach { issue, .. } => ("photo", (p.did_attach)(&title_of(desk, *issue))),
        Act::Found(place) => ("map", (p.did_enter)(&place.name)),
        Act::Introduce(person) => ("people", (p.did_enter)(&person.name)),
        Act::LayDown => ("merge", p.did_lay_down.to_owned()),
        Act::Receive
        | Act::Triage { .. }
        | Act::Settle { .. }
        | Act::Redirect { .. }
        | Act::Merge { .. }
        | Act::Park { .. }
        | Act::Draft { .. }
        | Act::Approve
        | Act::Post
        | Act::Schedule { .. }
        | Act::Consult { .. }
        | Act::Close { .. }
        | Act::Decline { .. }
        | Act::Resume { .. } => ("flag", about()),
    }
}

/// The first words of something long.
fn short(words: &str) -> String {
    const LONG: usize = 24;
    let mut short: String = words.chars().take(LONG).collect();
    if words.chars().nth(LONG).is_some() {
        short.push('…');
    }
    short
}
