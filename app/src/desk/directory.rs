//! Who and where: the people and places that this phone knows.

use domain::{
    Id, Kind, Millis, Role, Scope,
    place::{Level, Person, Place},
    small::Membership,
};

use super::Desk;
use crate::order::oldest_first;

impl Desk {
    /// Somebody of the directory; of a double, the entry that carries on. Tracked.
    pub(crate) fn person_of(self, id: Id) -> Option<Person> {
        let record = self.record(id).filter(|record| record.kind == Kind::Person)?;
        let into = record.link("into").and_then(|into| self.record(into));
        into.unwrap_or(record).read().ok()
    }

    /// The name of somebody, or a word for somebody whose name this phone does not have; tracked.
    pub(crate) fn name_of(self, id: Id) -> String {
        if let Some(person) = self.person_of(id) {
            return person.name;
        }
        if id == self.person() {
            return self.name.get_value();
        }
        crate::look::words().common.somebody.to_owned()
    }

    /// Everybody of the directories that this phone reads, by name, each with the scope the entry lies in; tracked.
    pub(crate) fn everybody(self) -> Vec<(Id, Scope, Person)> {
        self.replica.with(|replica| {
            let all = replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone);
            let read = |r: &domain::Record| Some((r.id, r.scope, r.read::<Person>().ok()?));
            let mut all: Vec<_> = all.filter_map(read).collect();
            all.sort_by(|one, other| (&one.2.name, one.0).cmp(&(&other.2.name, other.0)));
            all
        })
    }

    /// Until when the person holds a role in a scope, if it has an end; tracked.
    pub(crate) fn until(self, role: Role, scope: Scope) -> Option<Millis> {
        self.replica.with(|replica| {
            let all = replica.view().values();
            let held = all.filter(|r| r.kind == Kind::Membership && !r.gone);
            let held = held.filter_map(|record| record.read::<Membership>().ok());
            held.filter(|held| (held.role, held.scope) == (role, scope)).find_map(|held| held.until)
        })
    }

    /// A place; tracked.
    pub(crate) fn place(self, id: Id) -> Option<Place> {
        self.record(id).filter(|record| record.kind == Kind::Place)?.read().ok()
    }

    /// The name of a place in the reader's language; tracked.
    pub(crate) fn place_name(self, id: Id) -> Option<String> {
        let place = self.place(id)?;
        Some(match crate::look::words().lang {
            words::Lang::Zh => place.name,
            words::Lang::En => place.name_en.unwrap_or(place.name),
        })
    }

    /// The groups of a village, in their order; tracked.
    pub(crate) fn groups(self, village: Id) -> Vec<(Id, Place)> {
        self.places(|place| place.parent == Some(village) && place.level == Level::Group)
    }

    /// The towns and villages in administrative order, each town before its villages; tracked.
    pub(crate) fn grounds(self) -> Vec<Id> {
        let towns = self.places(|place| place.level == Level::Town);
        let villages = self.places(|place| place.level == Level::Village);
        let mut lands = Vec::new();
        for (town, _) in towns {
            lands.push(town);
            let mine = villages.iter().filter(|(_, village)| village.parent == Some(town));
            lands.extend(mine.map(|(id, _)| *id));
        }
        lands
    }

    /// Places of a sort, in their order; tracked.
    fn places(self, wanted: impl Fn(&Place) -> bool) -> Vec<(Id, Place)> {
        self.replica.with(|replica| {
            let all = replica.view().values().filter(|r| r.kind == Kind::Place && !r.gone);
            let all = all.filter_map(|r| Some((r.id, r.read::<Place>().ok()?)));
            let mut places: Vec<_> = all.filter(|(_, place)| wanted(place)).collect();
            places.sort_by_cached_key(|(id, place)| oldest_first(place.order, 0, *id));
            places
        })
    }

    /// The villages whose issues this person reads; tracked.
    pub(crate) fn villages(self) -> Vec<Id> {
        let scopes = self.who().scopes();
        scopes
            .into_iter()
            .filter_map(|scope| match scope {
                Scope::Village(id) => Some(id),
                Scope::Region(_)
                | Scope::Draft(_)
                | Scope::Session(_)
                | Scope::User(_)
                | Scope::District(_) => None,
            })
            .collect()
    }

    /// The village shown; tracked.
    pub(crate) fn village(self) -> Option<Id> {
        let villages = self.villages();
        self.chosen.get().filter(|id| villages.contains(id)).or_else(|| villages.first().copied())
    }
}
