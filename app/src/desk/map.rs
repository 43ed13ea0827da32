//! The map of a region on this phone, in administrative order; which team is in office in each village, and who is on the
//! list of which.

use domain::{
    Id, Kind, Millis, Record, Scope, Sorted,
    follow::term::Term,
    place::{Level, Person, Place},
};

use super::{Desk, Marks, Whereabouts};
use crate::order::oldest_first;

/// A place with what lies in it, in the order of the map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ground {
    /// Its id.
    pub(crate) id: Id,
    /// What it says.
    pub(crate) place: Place,
    /// Where its newest words are.
    pub(crate) whereabouts: Whereabouts,
    /// What lies in it.
    pub(crate) within: Vec<Self>,
}

impl Ground {
    /// It, or what lies in it at any depth.
    pub(crate) fn find(&self, id: Id) -> Option<&Self> {
        if self.id == id {
            return Some(self);
        }
        self.within.iter().find_map(|ground| ground.find(id))
    }

    /// What it lies in.
    pub(crate) fn above(&self, id: Id) -> Option<&Self> {
        if self.within.iter().any(|ground| ground.id == id) {
            return Some(self);
        }
        self.within.iter().find_map(|ground| ground.above(id))
    }

    /// The villages in it, in the order of the map.
    pub(crate) fn villages(&self) -> Vec<&Self> {
        if self.place.level == Level::Village {
            return vec![self];
        }
        self.within.iter().flat_map(Self::villages).collect()
    }
}

/// The places that must stand elsewhere for one to go a place earlier or later among its siblings: which, from where, to
/// where. Nothing where it is the first or the last.
pub(crate) fn moved(siblings: &[(Id, u32)], id: Id, later: bool) -> Vec<(Id, u32, u32)> {
    let mut row: Vec<(Id, u32)> = siblings.to_vec();
    let Some(at) = row.iter().position(|(one, _)| *one == id) else { return Vec::new() };
    let to = if later { at + 1 } else { at.wrapping_sub(1) };
    if to >= row.len() {
        return Vec::new();
    }
    row.swap(at, to);
    let mut least = 0;
    // two of one order stand by their ids: whoever moves one has to tell them apart
    let stands = row.iter().zip(siblings).map(|((one, was), (_, order))| {
        let now = least.max(*order);
        least = now + 1;
        (*one, *was, now)
    });
    stands.filter(|(_, was, now)| was != now).collect()
}

impl Desk {
    /// The map of a region; tracked. Nothing while the region itself is not known.
    pub(crate) fn map(self, region: Id) -> Option<Ground> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let all = replica.view().values().filter(|r| r.kind == Kind::Place && !r.gone);
            let here = all.filter(|record| record.scope == Scope::Region(region));
            let mut places: Vec<(Id, Place)> =
                here.filter_map(|record| Some((record.id, record.read().ok()?))).collect();
            places.sort_by_cached_key(|(id, place)| oldest_first(place.order, 0, *id));
            let mut below = Sorted::<Id, Vec<(Id, Place)>>::new();
            let known: Vec<Id> = places.iter().map(|(id, _)| *id).collect();
            let mut whole = None;
            for (id, place) in places {
                match place.parent.filter(|parent| known.contains(parent)) {
                    _ if id == region => whole = Some(place),
                    // what lies nowhere lies in the region
                    parent => below.or_default(parent.unwrap_or(region)).push((id, place)),
                }
            }
            Some(ground(region, whole?, &below, &marks))
        })
    }

    /// The team that is in office in each village at a moment: the one that began last; tracked.
    pub(crate) fn teams(self, now: Millis) -> Sorted<Id, Term> {
        self.replica.with(|replica| {
            let mut teams = Sorted::<Id, Term>::new();
            for record in replica.view().values().filter(|r| r.kind == Kind::Term && !r.gone) {
                let (Scope::Village(village), Ok(term)) = (record.scope, record.read::<Term>())
                else {
                    continue;
                };
                let begun = teams.get(&village).map(|before| before.team.from);
                if term.team.from <= now && begun.is_none_or(|begun| begun <= term.team.from) {
                    teams.insert(village, term);
                }
            }
            teams
        })
    }

    /// The people of the directory by the village they belong to, each village's in the order of roles and names; tracked.
    pub(crate) fn folk(self) -> Sorted<Id, Vec<(Id, Person)>> {
        self.replica.with(|replica| {
            let mut folk = Sorted::<Id, Vec<(Id, Person)>>::new();
            for record in replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone) {
                let Ok(person) = record.read::<Person>() else { continue };
                let village = |group: &Record| group.link("parent");
                let lives = person.group.and_then(|group| replica.view().get(&group));
                let belongs = match record.scope {
                    Scope::Village(village) => Some(village),
                    _ => lives.and_then(village),
                };
                if let Some(village) = belongs {
                    folk.or_default(village).push((record.id, person));
                }
            }
            for (_, people) in folk.iter_mut() {
                people.sort_by(|(_, one), (_, other)| {
                    (one.role, &one.name).cmp(&(other.role, &other.name))
                });
            }
            folk
        })
    }
}

/// A place with what lies in it. What lies in itself by a long way round is in nothing that begins at the region.
fn ground(id: Id, place: Place, below: &Sorted<Id, Vec<(Id, Place)>>, marks: &Marks) -> Ground {
    let within = below.get(&id).map(Vec::as_slice).unwrap_or_default();
    let within =
        within.iter().map(|(id, place)| ground(*id, place.clone(), below, marks)).collect();
    Ground { id, place, whereabouts: marks.whereabouts(id), within }
}

#[cfg(test)]
mod tests {
    use super::{Id, moved};

    fn row(orders: [u32; 3]) -> Vec<(Id, u32)> {
        (1..).map(Id::from_u128).zip(orders).collect()
    }

    fn told(orders: [u32; 3], id: u128, later: bool) -> Vec<(u128, u32, u32)> {
        let all = moved(&row(orders), Id::from_u128(id), later).into_iter();
        all.map(|(id, from, to)| (id.as_u128(), from, to)).collect()
    }

    #[test]
    fn two_neighbours_change_places_and_nobody_else_moves() {
        assert_eq!(told([2, 5, 9], 2, false), [(2, 5, 2), (1, 2, 5)]);
        assert_eq!(told([2, 5, 9], 2, true), [(3, 9, 5), (2, 5, 9)]);
    }

    #[test]
    fn those_of_one_order_are_told_apart() {
        assert_eq!(told([0, 0, 0], 3, false), [(3, 0, 1), (2, 0, 2)]);
        assert_eq!(told([4, 4, 4], 1, true), [(1, 4, 5), (3, 4, 6)]);
    }

    #[test]
    fn the_first_goes_no_earlier_and_the_last_no_later() {
        assert_eq!(told([0, 1, 2], 1, false), []);
        assert_eq!(told([0, 1, 2], 3, true), []);
        assert_eq!(told([0, 1, 2], 9, true), []);
    }
}
