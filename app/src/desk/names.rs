//! Whom a text that leaves the phone must not name: the people of a village, wherever their names stand on this phone.

use domain::{
    Id, Kind, Record, Role, Scope,
    form::Value,
    session::{
        Seat,
        veil::{Veil, parts},
    },
    sync::Replica,
};

use super::Desk;

/// Where a record has somebody's name beside those of seats and the directory: alone, or in each of a list.
const ALONE: [&str; 3] = ["proxy", "door", "voice"];
const LISTED: [(&str, &str); 4] =
    [("echoes", "to"), ("errands", "to"), ("tell", "name"), ("ratings", "name")];

impl Desk {
    /// What lies over the texts of a village before they are passed on, as over a public page. Not tracked.
    pub(crate) fn veil(self, village: Id) -> Veil {
        let role = crate::look::words().names.role;
        self.replica.with_untracked(|replica| {
            let (mut seats, mut others) = (Vec::new(), Vec::new());
            for record in replica.view().values().filter(|record| lies(record, village, replica)) {
                match record.kind {
                    Kind::Person | Kind::Seat => seats.extend(seated(record)),
                    Kind::Issue | Kind::Advice | Kind::Action => named(record, &mut others),
                    _ => {}
                }
            }
            Veil::new(seats.iter(), &others, &|one| role(one).to_owned())
        })
    }
}

/// Whether a record lies in a village, in one of its sessions, or with the whole region.
fn lies(record: &Record, village: Id, replica: &Replica) -> bool {
    match record.scope {
        Scope::Village(id) | Scope::Draft(id) => id == village,
        Scope::Region(_) => true,
        Scope::Session(id) => {
            replica.view().get(&id).and_then(|session| session.link("village")) == Some(village)
        }
        Scope::User(_) | Scope::District(_) => false,
    }
}

fn seated(record: &Record) -> Option<Seat> {
    let text = |field| record.text(field).map(str::to_owned);
    Some(Seat {
        name: text("name")?,
        role: record.text("role").and_then(Role::of).unwrap_or(Role::Villager),
        label: text("label"),
        group: text("group").filter(|_| record.kind == Kind::Seat),
        person: None,
        duty: None,
        remote: false,
        order: 0,
        salt: None,
    })
}

fn named(record: &Record, names: &mut Vec<String>) {
    let mut add = |value: Option<&Value>| {
        names.extend(value.and_then(Value::as_str).into_iter().flat_map(parts));
    };
    for field in ALONE {
        add(record.fields.get(field).and_then(|one| one.get("name")));
    }
    for (field, name) in LISTED {
        let list = record.fields.get(field).and_then(Value::as_array);
        list.into_iter().flatten().for_each(|one| add(one.get(name)));
    }
}
