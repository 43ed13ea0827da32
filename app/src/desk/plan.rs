//! The year's plan on this phone: the benches of each village, what might be ripe, and the map in its own order.

use std::sync::Arc;

use domain::{
    Id, Kind, Millis, Record, Scope, Sorted,
    place::{Level, Place},
    plan::{Bench, Entry, Hint, hint, ripe, year_of},
};

use super::{Desk, Marks, Seen, Whereabouts};

/// A town with those of its villages that the reader reads; or a village that is part of no town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Land {
    /// The town.
    pub(crate) town: Option<Id>,
    /// Its villages, in the order of the map.
    pub(crate) villages: Vec<Id>,
}

impl Land {
    /// What the row is called by.
    pub(crate) fn id(&self) -> Id {
        self.town.or_else(|| self.villages.first().copied()).unwrap_or_default()
    }
}

impl Desk {
    /// All benches of a year on this phone; tracked.
    pub(crate) fn benches(self, year: u32) -> Vec<Bench> {
        self.replica.with(|replica| year_of(replica.view().values(), year))
    }

    /// An entry of the plan, and where its newest words are; tracked.
    pub(crate) fn entry(self, id: Id) -> Option<(Entry, Whereabouts)> {
        self.replica.with(|replica| {
            let record = replica.view().get(&id).filter(|r| r.kind == Kind::Plan && !r.gone)?;
            Some((record.read().ok()?, Marks::of(replica).whereabouts(id)))
        })
    }

    /// What might be said of each village, in the order of the map; tracked.
    pub(crate) fn hints(self, now: Millis) -> Vec<(Id, Hint)> {
        let lands = self.lands();
        self.replica.with(|replica| {
            let mut within = Sorted::<Id, Vec<&Record>>::new();
            let told = |r: &&Record| matches!(r.kind, Kind::Session | Kind::Issue | Kind::Plan);
            for record in replica.view().values().filter(told) {
                if let Scope::Village(village) = record.scope {
                    within.or_default(village).push(record);
                }
            }
            let villages = lands.iter().flat_map(|land| &land.villages);
            let of = |village: &Id| Some((*village, within.get(village)?));
            let all = villages.filter_map(of);
            all.filter_map(|(id, records)| Some((id, hint(records.iter().copied(), now)?)))
                .collect()
        })
    }

    /// The villages that the reader reads, by town, in the order of the map; tracked.
    pub(crate) fn lands(self) -> Vec<Land> {
        let read = self.villages();
        self.replica.with(|replica| {
            let all = replica.view().values().filter(|r| r.kind == Kind::Place && !r.gone);
            let all = all.filter_map(|r| Some((r.id, r.read::<Place>().ok()?)));
            let places: Sorted<Id, Place> = all.collect();
            let town = |place: &Place| {
                let of = place.parent?;
                places
                    .get(&of)
                    .filter(|place| place.level == Level::Town)
                    .map(|town| (of, town.order))
            };
            let mut rows = Sorted::<(u32, Id), Sorted<(u32, Id), Id>>::new();
            for id in read {
                let unknown = Place::default();
                let place = places.get(&id).unwrap_or(&unknown);
                let row = town(place).map_or((place.order, id), |(town, order)| (order, town));
                rows.or_default(row).insert((place.order, id), id);
            }
            let land = |((_, id), villages): ((u32, Id), Sorted<(u32, Id), Id>)| Land {
                town: places.get(&id).filter(|place| place.level == Level::Town).map(|_| id),
                villages: villages.into_iter().map(|(_, id)| id).collect(),
            };
            rows.into_iter().map(land).collect()
        })
    }

    /// The issues of some villages that wait for nothing but a bench, in the order of the map, the oldest first; tracked.
    pub(crate) fn ripe(self, villages: &[Id]) -> Vec<Arc<Seen>> {
        let issues = self.issues();
        let of = |village: &Id| {
            let here = issues.all().iter().filter(|seen| seen.issue.village == *village);
            here.filter(|seen| ripe(&seen.issue)).cloned().collect::<Vec<_>>()
        };
        villages.iter().flat_map(of).collect()
    }
}
