//! What is to be done, who is to be told, and what concerns the reader, as screens know it.

use domain::{
    DAY, Id, Kind, Millis, Record, Scope,
    follow::{
        Action, State,
        echo::Owed,
        notice::{self, Loud, Week},
        progress::Progress,
    },
    form::Value,
    sync::Replica,
};

use words::Lang;

use super::{Desk, Marks, Whereabouts};
use crate::{clock, order::oldest_first};

/// What the list needs to know of an action: read off its fields, since a village has thousands and a card is read whole
/// only once it is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glance {
    pub(crate) id: Id,
    pub(crate) state: State,
    pub(crate) due: Option<Millis>,
    /// Whether it is the reader's.
    pub(crate) mine: bool,
    /// Whether somebody else asked for more time.
    pub(crate) asked: bool,
    /// Whether it was begun anew.
    pub(crate) again: bool,
    /// Whether it waits for the reader's rating, as far as its own words go.
    pub(crate) unrated: bool,
    /// When it was last changed.
    pub(crate) at: Millis,
    pub(crate) whereabouts: Whereabouts,
    /// The newest note on how far it is, and when it was written.
    pub(crate) note: Option<(Millis, Id)>,
    /// What it can be found by, in small letters.
    pub(crate) letters: String,
}

impl Glance {
    /// Whether it is over its day.
    pub(crate) fn over(&self, now: Millis) -> bool {
        self.state.running() && self.due.is_some_and(|due| now - due >= DAY)
    }
}

/// An action as its card and its page show it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Doing {
    pub(crate) id: Id,
    pub(crate) scope: Scope,
    pub(crate) action: Action,
    /// What it says: its own words, or those it comes from.
    pub(crate) what: String,
    pub(crate) whereabouts: Whereabouts,
}

/// Where a record says that it stands.
fn state(record: &Record) -> State {
    let word = record.text("state");
    let begun = if record.text("owner").is_some() { State::Claimed } else { State::Unclaimed };
    let named = word.and_then(|word| State::ALL.into_iter().find(|state| state.as_str() == word));
    named.unwrap_or(begun)
}

fn list<'a>(record: &'a Record, field: &str) -> &'a [Value] {
    record.fields.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Whether a record is an action that is to be done in this village. What was promised in a session that is not sealed
/// lies there still.
fn done_here(record: &Record, village: Id) -> bool {
    record.kind == Kind::Action && !record.gone && record.scope == Scope::Village(village)
}

fn glance(record: &Record, marks: &Marks, me: Id) -> Glance {
    let state = state(record);
    let doer = || list(record, "doers").iter().any(|doer| doer.as_str() == Some(&me.to_string()));
    let mine = record.link("lead") == Some(me) || doer();
    let unrated = state == State::Checked && !mine && waits_for(record, me);
    let asked = record.fields.get("asked").filter(|asked| !asked.is_null());
    let by_me = |asked: &Value| asked.get("by").and_then(Value::as_str) == Some(&me.to_string());
    let again = list(record, "trail")
        .iter()
        .any(|step| step.get("to").and_then(Value::as_str) == Some(State::Redo.as_str()));
    let texts = ["what", "what_en", "owner", "partners"].map(|field| record.text(field));
    let letters = texts.into_iter().flatten().collect::<Vec<_>>().join("\n").to_ascii_lowercase();
    Glance {
        id: record.id,
        state,
        due: record.fields.get("due").and_then(Value::as_i64),
        mine,
        asked: asked.is_some_and(|asked| !by_me(asked)),
        again,
        unrated,
        at: record.at,
        whereabouts: marks.whereabouts(record.id),
        note: None,
        letters,
    }
}

/// Whether somebody has not said yet how it was done this time.
fn waits_for(record: &Record, me: Id) -> bool {
    record.read::<Action>().is_ok_and(|action| {
        let round = action.round();
        !action.ratings.iter().any(|r| r.round == round && r.by == Some(me) && r.name.is_none())
    })
}

/// What an action says: its own words, or those of the statement it was promised in or of the advice it comes from.
fn what(action: &Action, replica: &Replica, lang: Lang) -> String {
    let own = match lang {
        Lang::Zh => None,
        Lang::En => action.what_en.clone(),
    };
    let said = |of: Option<Id>| replica.view().get(&of?)?.text("words").map(str::to_owned);
    own.or_else(|| action.what.clone())
        .or_else(|| said(action.statement))
        .or_else(|| said(action.advice))
        .unwrap_or_default()
}

/// Whether a record is part of this village's doings.
fn near(record: &Record, village: Id, replica: &Replica) -> bool {
    match record.scope {
        Scope::Village(id) | Scope::Draft(id) => id == village,
        Scope::Session(id) => {
            replica.view().get(&id).and_then(|session| session.link("village")) == Some(village)
        }
        Scope::Region(_) => record.kind == Kind::Person,
        Scope::User(_) | Scope::District(_) => false,
    }
}

impl Desk {
    /// All that is to be done in the village shown, by id; tracked.
    pub(crate) fn glances(self) -> Vec<Glance> {
        let (Some(village), me) = (self.village(), self.person()) else { return Vec::new() };
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let all = replica.view().values();
            let all = all.filter(|record| done_here(record, village));
            let mut glances: Vec<Glance> = all.map(|record| glance(record, &marks, me)).collect();
            let notes = replica.view().values().filter(|r| r.kind == Kind::Progress && !r.gone);
            for note in notes {
                let Some(of) = note.link("action") else { continue };
                // records come in the order of their ids
                let Ok(at) = glances.binary_search_by_key(&of, |glance| glance.id) else {
                    continue;
                };
                let newest = (note.number("said_at"), note.id);
                let glance = &mut glances[at];
                glance.note = glance.note.max(Some(newest));
                if glance.whereabouts == Whereabouts::Sent {
                    glance.whereabouts = marks.whereabouts(note.id);
                }
            }
            glances
        })
    }

    /// One action that is to be done; tracked.
    pub(crate) fn doing(self, id: Id) -> Option<Doing> {
        self.doing_in(id, crate::look::words().lang)
    }

    /// The same where nobody knows which language is read, as in a tap.
    pub(crate) fn doing_in(self, id: Id, lang: Lang) -> Option<Doing> {
        self.replica.with(|replica| {
            let record = replica.view().get(&id)?;
            let here = matches!(record.scope, Scope::Village(_)) && !record.gone;
            let action = (here && record.kind == Kind::Action).then(|| record.read().ok())??;
            let (what, whereabouts) =
                (what(&action, replica, lang), Marks::of(replica).whereabouts(id));
            Some(Doing { id, scope: record.scope, action, what, whereabouts })
        })
    }

    /// What an action says, wherever it lies; tracked.
    pub(crate) fn what(self, action: &Action, lang: Lang) -> String {
        self.replica.with(|replica| what(action, replica, lang))
    }

    /// A note on how far something is; tracked.
    pub(crate) fn note(self, id: Id) -> Option<Progress> {
        self.replica.with(|replica| replica.view().get(&id)?.read().ok())
    }

    /// All notes on how far an action is, the newest first; tracked.
    pub(crate) fn notes(self, action: Id) -> Vec<(Id, Progress, Whereabouts)> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let all = replica.view().values().filter(|r| r.kind == Kind::Progress && !r.gone);
            let mut notes: Vec<(Id, Progress, Whereabouts)> = all
                .filter(|record| record.link("action") == Some(action))
                .filter_map(|r| Some((r.id, r.read().ok()?, marks.whereabouts(r.id))))
                .collect();
            notes.sort_by_cached_key(|(id, note, _)| oldest_first(0, -note.said_at, *id));
            notes
        })
    }

    /// Looks at the records of the village shown that say who waits and what is loud; tracked. What was closed is left
    /// out unless it is fresh: nobody waits for it any more, and there are thousands.
    fn with_doings<R>(self, look: impl FnOnce(&[&Record]) -> R) -> Option<R> {
        let village = self.village()?;
        let fresh = clock::now() - notice::WEEK;
        Some(self.replica.with(|replica| {
            let wanted = |record: &&Record| match record.kind {
                Kind::Action => match state(record) {
                    State::Closed => record.at >= fresh,
                    State::Done | State::Checked => true,
                    State::Claimed | State::Redo => record.link("lead").is_some(),
                    State::Unclaimed | State::Acting => false,
                },
                Kind::Issue | Kind::Advice | Kind::Person | Kind::Session | Kind::Seat => true,
                _ => false,
            };
            let asked = |record: &&Record| {
                record.kind == Kind::Action && record.fields.contains_key("asked")
            };
            // what a double raised is still to be told to somebody of that name
            let here = |record: &&Record| !record.gone || record.fields.contains_key("into");
            let all = replica.view().values().filter(here);
            let all = all.filter(|record| wanted(record) || asked(record));
            let near: Vec<&Record> = all.filter(|r| near(r, village, replica)).collect();
            look(&near)
        }))
    }

    /// Everybody in the village shown who waits to be told of something, who waits longest first; tracked.
    pub(crate) fn owed(self) -> Vec<Owed> {
        let mut owed = self.with_doings(notice::owed).unwrap_or_default();
        owed.sort_by_cached_key(|owed| oldest_first(0, owed.since, owed.about));
        owed
    }

    /// What is loud for the reader, and the line for a week; tracked.
    pub(crate) fn news(self) -> (Vec<Loud>, Week) {
        let who = self.who();
        let now = self.now();
        self.with_doings(|near| (notice::loud(&who, near), notice::week(&who, near, now)))
            .unwrap_or_default()
    }

    /// The people of a village's directory, by name; tracked.
    pub(crate) fn neighbours(self, village: Id) -> Vec<(Id, domain::place::Person)> {
        self.replica.with(|replica| {
            let all = replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone);
            let near = all.filter(|record| near(record, village, replica));
            near.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
        })
    }
}
