//! A name taken out of what is kept: pure, record by record.
//!
//! In sealed content, and in what lies in a session, by its tokens; everywhere else wherever exactly that name stands, unless
//! it is the beginning of a longer one.

use std::collections::BTreeMap;

use domain::form::Value;
use domain::session::seal::Seal;
use domain::session::sealed::Content;
use domain::session::{Named, names, plain, token};
use domain::{Fields, Form, Id, Kind, Millis, Record, Role, Scope};
use words::Lang;

/// Fields whose words are the program's own, unless they are names.
const NAMES: [&str; 5] = ["name", "owner", "lead", "to", "partners"];

/// What a person's record says of them beside the name, and what is said in acts on it.
const OWN: [&str; 10] =
    ["note", "knows", "forgets", "places", "leaves", "tongues", "manner", "past", "away", "into"];

/// Whose name is taken out, and where it is not.
#[derive(Debug)]
pub(super) struct Eraser {
    pub(super) person: Id,
    pub(super) name: String,
    /// What the person is there as, in words.
    pub(super) instead: String,
    pub(super) at: Millis,
    /// The name, and longer ones that begin with it: before and after.
    free: [Vec<Named>; 2],
    /// The names on the seats of each session in which the person sits: before and after.
    seated: BTreeMap<Id, [Vec<Named>; 2]>,
    /// The seats that the person sits on.
    pub(super) seats: Vec<Id>,
}

/// What somebody is there as, in words.
pub(super) fn role_in_words(role: Role) -> String {
    (Lang::Zh.words().names.role)(role).to_owned()
}

impl Eraser {
    pub(super) fn new(
        (person, name, instead): (Id, String, String),
        others: &[String],
        at: Millis,
    ) -> Self {
        let longer = others.iter().filter(|other| **other != name && other.contains(&name));
        let named = |name: &String| Named { name: Some(name.clone()), ..Named::default() };
        let before: Vec<Named> = [&name].into_iter().chain(longer).map(named).collect();
        let mut after = before.clone();
        after.iter_mut().take(1).for_each(|own| own.erase(&instead));
        let (free, seated, seats) = ([before, after], BTreeMap::new(), Vec::new());
        Self { person, name, instead, at, free, seated, seats }
    }

    /// Looks at a session with all that lies in it: whether the person sits there, and on which seats.
    pub(super) fn look_at(&mut self, session: &Record, within: &[&Record]) {
        let seal = seal_of(session).filter(|seal| token::covered(&seal.content));
        let before = seal.map_or_else(|| names(within), |seal| seal.names);
        let content = plain(session, within).ok().and_then(|plain| Content::read(plain).ok());
        let sat = content.map(|content| content.seats).unwrap_or_default();
        let mut after = before.clone();
        for (named, sat) in after.iter_mut().zip(&sat) {
            let own = match sat.seat.person {
                Some(person) => person == self.person,
                None => sat.seat.name == self.name,
            };
            if own {
                named.erase(&role_in_words(sat.seat.role));
            }
        }
        if before != after {
            self.seated.insert(session.id, [before, after]);
        }
        let theirs = |record: &&&Record| record.kind == Kind::Seat && self.sits(record);
        let theirs: Vec<Id> = within.iter().filter(theirs).map(|record| record.id).collect();
        self.seats.extend(theirs);
    }

    fn sits(&self, seat: &Record) -> bool {
        match seat.link("person") {
            Some(person) => person == self.person,
            None => seat.text("name") == Some(&self.name),
        }
    }

    /// The record without the name; nothing where it says nothing of the person. Also whether sealed content itself had
    /// it in clear.
    pub(super) fn record(&self, record: &Record) -> Option<(Record, bool)> {
        let mut struck = record.clone();
        let session = session_of(record);
        let seal = struck.fields.remove("seal");
        if record.kind == Kind::Person && record.id != self.person {
            // somebody else of the same name keeps it
            let name = struck.fields.remove("name");
            self.fields(&mut struck.fields, session.into());
            struck.fields.extend(name.map(|name| ("name".to_owned(), name)));
        } else {
            self.fields(&mut struck.fields, session.into());
        }
        if record.id == self.person {
            struck.fields.insert("name".to_owned(), self.instead.clone().into());
            for said in OWN {
                drop(struck.fields.remove(said));
            }
            struck.gone = true;
        }
        if record.kind == Kind::Seat && self.sits(record) {
            let role = record.text("role").and_then(Role::of).unwrap_or(Role::Villager);
            struck.fields.insert("name".to_owned(), role_in_words(role).into());
            drop(struck.fields.remove("salt"));
        }
        let seal = seal.map(|seal| self.seal(seal, session));
        let opened = seal.as_ref().is_some_and(|(_, opened)| *opened);
        struck.fields.extend(seal.map(|(seal, _)| ("seal".to_owned(), seal)));
        (struck != *record).then_some((struck, opened))
    }

    /// A seal without the name; and whether its content had it in clear, so that it cannot be hashed any more.
    fn seal(&self, held: Value, session: Option<Id>) -> (Value, bool) {
        let Ok(mut seal) = Seal::read(held.clone()) else { return (held, false) };
        let covered = token::covered(&seal.content);
        let seated = session.and_then(|id| self.seated.get(&id));
        if let Some([_, after]) = seated.filter(|_| covered && !seal.names.is_empty()) {
            seal.names.clone_from(after);
        }
        let mut content = seal.content.clone();
        // where tokens stand, what stands in clear is of somebody without a seat
        let place = if covered { Place::Covered } else { session.into() };
        self.walk(&mut content, place, "");
        let opened = content != seal.content;
        if opened {
            seal.content = content;
            seal.struck = Some(self.at);
        }
        (seal.form(), opened)
    }

    /// Something that was written over, or a change as it arrived, without the name; nothing where it had none.
    pub(super) fn value(&self, value: &Value, record: Option<(Id, Scope)>) -> Option<Value> {
        let session = record.and_then(|(id, scope)| match scope {
            Scope::Session(session) => Some(session),
            _ => self.seated.contains_key(&id).then_some(id),
        });
        let mut struck = value.clone();
        self.walk(&mut struck, session.into(), "");
        if let Value::Object(fields) = &mut struck
            && record.is_some_and(|(id, _)| self.seats.contains(&id))
        {
            drop(fields.remove("salt"));
        }
        (struck != *value).then_some(struck)
    }

    /// An act on the person's own record without what it says of them; `struck` is what is left of it so far.
    pub(super) fn own_act(act: &Value, struck: Option<Value>) -> Option<Value> {
        let mut left = struck.unwrap_or_else(|| act.clone());
        if let Value::Object(fields) = &mut left {
            let field = fields.get("field").and_then(Value::as_str).unwrap_or_default();
            let edits = OWN.contains(&field).then_some(["from", "to"]);
            for said in OWN.into_iter().chain(edits.into_iter().flatten()) {
                drop(fields.remove(said));
            }
        }
        (left != *act).then_some(left)
    }

    fn walk(&self, value: &mut Value, place: Place, field: &str) {
        match value {
            Value::String(text) => {
                if let Some(struck) = self.text(text, place, field) {
                    *text = struck;
                }
            }
            Value::Array(values) => {
                values.iter_mut().for_each(|value| self.walk(value, place, field));
            }
            Value::Object(fields) => self.fields(fields, place),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn fields(&self, fields: &mut Fields, place: Place) {
        for (field, value) in fields.iter_mut() {
            self.walk(value, place, field);
        }
        let own = fields.get("person").and_then(Value::as_str) == Some(&*self.person.to_string());
        let role = fields.get("role").and_then(Value::as_str).and_then(Role::of);
        // under whatever name somebody was written down whom the directory knows
        let name = fields.get_mut("name").filter(|name| name.is_string());
        if let Some(name) = name.filter(|_| own && place != Place::Covered) {
            *name = role.map_or_else(|| self.instead.clone(), role_in_words).into();
        }
    }

    fn text(&self, text: &str, place: Place, field: &str) -> Option<String> {
        let word = text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if word && !NAMES.contains(&field) {
            return None;
        }
        let mut struck = text.to_owned();
        let mut keeps = false;
        if let Place::Session(session) = place
            && let Some([before, after]) = self.seated.get(&session)
        {
            struck = token::strike(text, before, after);
            // another of that name sits there, and what was said of them stays
            keeps = after.iter().any(|named| named.name.as_ref() == Some(&self.name));
        }
        if !keeps && struck.contains(&self.name) {
            let [before, after] = &self.free;
            struck = token::strike(&struck, before, after);
        }
        (struck != text).then_some(struck)
    }
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In a session, whose seats say which names are meant.
    Session(Id),
    /// In sealed content that has tokens for the names on the seats.
    Covered,
    /// Anywhere else.
    Free,
}

impl From<Option<Id>> for Place {
    fn from(session: Option<Id>) -> Self {
        session.map_or(Self::Free, Self::Session)
    }
}

/// The session that a record is, lies in, or is a page added to.
pub(super) fn session_of(record: &Record) -> Option<Id> {
    match record.scope {
        Scope::Session(id) => Some(id),
        _ if record.kind == Kind::Session => Some(record.id),
        _ if record.kind == Kind::Annex => {
            let session = record.fields.get("seal")?.get("content")?.get("session")?;
            Id::try_parse(session.as_str()?).ok()
        }
        _ => None,
    }
}

fn seal_of(record: &Record) -> Option<Seal> {
    Seal::read(record.fields.get("seal")?.clone()).ok()
}
