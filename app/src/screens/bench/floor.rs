//! Who sits, who speaks, who waits: read from the records of the evening in one pass, and nothing remembered.

use domain::{
    Id, Kind, Millis, Record, Sorted,
    session::{
        Part, Room, Seat, Topic,
        bench::{Speech, times_spoken},
        seat::Seated,
    },
};

use crate::order::oldest_first;

/// How long somebody speaks, in milliseconds.
pub(super) const TWO_MINUTES: Millis = 120_000;

/// A seat, and what is known of it tonight.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) id: Id,
    pub(super) seat: Seat,
    /// Whether the person is here; nothing before the roll.
    pub(super) present: Option<bool>,
    /// Since when a hand is up.
    pub(super) hand_at: Option<Millis>,
}

/// Somebody's time to speak, while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Speaking {
    pub(super) speech: Id,
    pub(super) seat: Id,
    pub(super) began: Millis,
}

/// What the bench shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Floor {
    /// Who has a seat, in the order of the ring.
    pub(super) places: Vec<Place>,
    /// Whoever speaks.
    pub(super) now: Option<Speaking>,
    /// All who were not said to have ended, on whichever phone.
    pub(super) open: Vec<Id>,
    /// The last speech, running or over.
    pub(super) last: Option<Speaking>,
    /// How often each has spoken.
    pub(super) times: Sorted<Id, u32>,
    /// Whose turn is next.
    pub(super) queue: Vec<Id>,
    /// The shows of hands, the oldest first.
    pub(super) counts: Vec<Id>,
    /// How many things were taken down.
    pub(super) taken: usize,
    /// When anything was last taken down.
    pub(super) touched: Millis,
}

impl Place {
    /// Whether somebody is expected to sit there.
    pub(super) fn here(&self) -> bool {
        self.present != Some(false)
    }
}

impl Floor {
    /// Reads it; `part` is the part of the agenda that the bench has come to.
    pub(super) fn of(room: &Room<'_>, part: Option<&Part>) -> Self {
        let mut floor = Self::default();
        let mut speeches = Vec::new();
        let mut asked = Vec::new();
        let mut began: Option<Millis> = None;
        for record in room.within().iter().filter(|record| !record.gone) {
            match record.kind {
                Kind::Seat => floor.places.extend(place(record)),
                Kind::Speech => {
                    let Some(speech) = speech(record) else { continue };
                    let is = Speaking { speech: record.id, seat: speech.seat, began: speech.began };
                    if speech.ended.is_none() {
                        floor.open.push(record.id);
                        if floor.now.is_none_or(|now| now.began < is.began) {
                            floor.now = Some(is);
                        }
                    }
                    if began.is_none_or(|began| began < is.began) {
                        (began, floor.last) = (Some(is.began), Some(is));
                    }
                    speeches.push(speech);
                }
                Kind::Count => asked.push((record.number("asked_at"), record.id)),
                Kind::Statement => floor.taken += 1,
                _ => continue,
            }
            floor.touched = floor.touched.max(record.at);
        }
        floor.taken += asked.len() + speeches.len();
        floor.places.sort_by_cached_key(|place| oldest_first(place.seat.order, 0, place.id));
        asked.sort_by_cached_key(|(at, id)| oldest_first(0, *at, *id));
        floor.counts = asked.into_iter().map(|(_, id)| id).collect();
        floor.times = times_spoken(&speeches);
        floor.queue = queue(&floor, part.is_some_and(|part| part.topic == Topic::Villagers));
        floor
    }

    /// How often somebody has spoken.
    pub(super) fn times(&self, seat: Id) -> u32 {
        self.times.get(&seat).copied().unwrap_or(0)
    }

    /// A seat.
    pub(super) fn place(&self, seat: Id) -> Option<&Place> {
        self.places.iter().find(|place| place.id == seat)
    }

    /// Those who are here and have not said a word.
    pub(super) fn silent(&self) -> Vec<&Place> {
        let silent = |place: &&Place| place.here() && self.times(place.id) == 0;
        self.places.iter().filter(silent).collect()
    }

    /// The groups of which somebody is here and nobody has said a word, in the order of the ring.
    pub(super) fn silent_groups(&self) -> Vec<&str> {
        let mut silent: Vec<&str> = Vec::new();
        for place in self.places.iter().filter(|place| place.here() && place.seat.villager()) {
            let Some(group) = place.seat.group.as_deref() else { continue };
            let heard = self.places.iter().any(|other| {
                other.seat.group.as_deref() == Some(group) && self.times(other.id) > 0
            });
            if !heard && !silent.contains(&group) {
                silent.push(group);
            }
        }
        silent
    }
}

/// Those who have not spoken go first; among them villagers, while it is their part; then whoever waits longest.
fn queue(floor: &Floor, villagers: bool) -> Vec<Id> {
    let waits = floor.places.iter().filter_map(|place| Some((place.hand_at?, place)));
    let mut waits: Vec<(Millis, &Place)> = waits.filter(|(_, place)| place.here()).collect();
    waits.sort_by_cached_key(|(at, place)| {
        let spoken = u32::from(floor.times(place.id) > 0);
        let guest = u32::from(villagers && !place.seat.villager());
        oldest_first(2 * spoken + guest, *at, place.id)
    });
    waits.into_iter().map(|(_, place)| place.id).collect()
}

fn place(record: &Record) -> Option<Place> {
    let Seated { seat, present, hand_at, .. } = record.read().ok()?;
    Some(Place { id: record.id, seat, present, hand_at })
}

/// A speech, read by hand: there are hundreds, and each tap looks at all of them.
fn speech(record: &Record) -> Option<Speech> {
    let ended = record.fields.get("ended").and_then(serde_json::Value::as_i64);
    Some(Speech { seat: record.link("seat")?, began: record.number("began"), ended })
}

/// What the clock in the middle says: 1:24 before the two minutes are over, +0:12 after.
pub(super) fn clock(spoken: Millis) -> String {
    let left = TWO_MINUTES - spoken;
    // the second that has begun counts: it says 2:00 at the beginning and 0:00 at the end
    let (sign, seconds) = if left >= 0 { ("", (left + 999) / 1000) } else { ("+", -left / 1000) };
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

/// How long something took: 0:38.
pub(super) fn length(millis: Millis) -> String {
    let seconds = millis.max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use domain::Role;

    use super::*;

    fn place(n: u128, role: Role, group: Option<&str>, hand_at: Option<Millis>) -> Place {
        let seat = Seat {
            name: format!("{n}"),
            role,
            label: None,
            group: group.map(str::to_owned),
            person: None,
            duty: None,
            remote: false,
            order: 0,
            salt: None,
        };
        Place { id: Id::from_u128(n), seat, present: None, hand_at }
    }

    fn floor() -> Floor {
        let places = vec![
            place(1, Role::Villager, Some("one"), Some(40)),
            place(2, Role::Representative, Some("two"), Some(30)),
            place(3, Role::Member, None, Some(20)),
            place(4, Role::Villager, Some("two"), Some(10)),
            place(5, Role::Villager, Some("three"), None),
        ];
        let mut floor = Floor { places, ..Floor::default() };
        floor.times.insert(Id::from_u128(4), 1);
        floor
    }

    fn order(villagers: bool) -> Vec<u128> {
        queue(&floor(), villagers).iter().map(|id| id.as_u128()).collect()
    }

    #[test]
    fn whoever_has_not_spoken_goes_first_and_villagers_in_their_part() {
        assert_eq!(order(false), [3, 2, 1, 4]);
        assert_eq!(order(true), [2, 1, 3, 4]);
    }

    #[test]
    fn whoever_is_not_here_waits_for_nothing_and_is_not_silent() {
        let mut floor = floor();
        floor.places[2].present = Some(false);
        assert_eq!(queue(&floor, false).len(), 3);
        assert_eq!(floor.silent().len(), 3);
    }

    #[test]
    fn a_group_is_silent_until_one_of_it_is_heard() {
        assert_eq!(floor().silent_groups(), ["one", "three"]);
    }

    #[test]
    fn the_clock_counts_down_and_then_up() {
        let told = [0, 1, 35_000, 36_500, 119_999, 120_000, 120_500, 132_000, 190_000].map(clock);
        assert_eq!(
            told,
            ["2:00", "2:00", "1:25", "1:24", "0:01", "0:00", "+0:00", "+0:12", "+1:10"]
        );
        assert_eq!(length(38_400), "0:38");
    }
}
