//! What a change was, in one line.

use crate::{
    desk::Desk,
    look::words,
    parts::{title_of, tongue},
    prelude::*,
};
use domain::{Act, Change};

/// A change in one line.
pub(super) struct Told {
    /// The icon beside it.
    pub(super) icon: &'static str,
    /// What was done.
    what: String,
    /// To what: a heading or somebody's words.
    words: String,
}

impl Told {
    /// The line, with its words marked as their author's.
    pub(super) fn line(self) -> AnyView {
        let lang = tongue(&self.words);
        view! { <span class="sm">{self.what}<span lang=lang>{self.words}</span></span> }
    }
}

/// A change in one line; tracked.
pub(super) fn told(desk: Desk, change: &Change) -> Told {
    let w = words();
    let p = w.phone();
    let line = |icon, what: &str, words| Told { icon, what: what.to_owned(), words };
    if let Some(to) = change.act.leads_to() {
        let what = (p.did_move)((w.names.standing)(to));
        return line("flag", &what, title_of(desk, change.id));
    }
    match &change.act {
        Act::Raise(raise) => {
            let title = raise.title.clone().unwrap_or_else(|| short(&raise.words));
            line("slip", p.did_raise, title)
        }
        Act::Edit { field, .. } => {
            line("pen", &(p.did_edit)(w.field(field)), title_of(desk, change.id))
        }
        Act::Say { words, .. } => line("comment", p.did_say, short(words)),
        Act::Withdraw => line("redo", p.did_withdraw, String::new()),
        Act::Attach { issue, .. } => line("photo", p.did_attach, title_of(desk, *issue)),
        Act::Found(place) => line("map", p.did_enter, place.name.clone()),
        Act::Introduce(person) => line("people", p.did_enter, person.name.clone()),
        Act::Profess(_) => line("people", &(p.did_edit)(w.field("knows")), desk.name_of(change.id)),
        Act::Unite { into } => {
            line("merge", words::admin::doubles::did_unite(w.lang), desk.name_of(*into))
        }
        Act::Session(act) => line("people", words::session::did(w.lang, act), String::new()),
        Act::Follow(act) => {
            let (did, about) = (words::follow::did(w.lang, act), about(desk, change));
            let colon = if about.is_empty() { "" } else { w.board.colon };
            line("act", &format!("{did}{colon}"), about)
        }
        Act::Plan(act) => line("cal", words::planning::did(w.lang, act), String::new()),
        Act::Custom { .. } => {
            line("map", p.did_enter, desk.place_name(change.id).unwrap_or_default())
        }
        Act::LayDown => line("merge", p.did_lay_down, String::new()),
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
        | Act::Resume { .. } => line("flag", "", title_of(desk, change.id)),
    }
}

/// What something after the bench was done to, where that has a name of its own on this phone.
fn about(desk: Desk, change: &Change) -> String {
    let Act::Follow(act) = &change.act else { return String::new() };
    let id = act.names().unwrap_or(change.id);
    let there = desk.record(id);
    let named = there.is_some_and(|r| r.text("what").or_else(|| r.text("title")).is_some());
    if named { title_of(desk, id) } else { String::new() }
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
