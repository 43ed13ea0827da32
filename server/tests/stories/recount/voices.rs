//! Who was heard: groups that had a seat on a bench, or spoke there, by another way than SQL.

use std::collections::{BTreeMap, BTreeSet};

use domain::figures::FEW;
use domain::place::{Level, Place};
use domain::session::{Convened, Stage, seat::Seated};
use domain::{Id, Kind, Scope};

use super::{All, Asked};

/// How many of a group there were, and whether one of them spoke.
type Groups = BTreeMap<String, (u32, bool)>;

impl All {
    /// Sessions in which people sat down, and of each group of each whether it spoke.
    fn heard(&self, asked: &Asked<'_>) -> Vec<(Id, Groups)> {
        let mut heard = Vec::new();
        for (record, session) in self.here::<Convened>(asked, &Kind::Session) {
            let Some(began) = session.began.filter(|at| asked.within(*at)) else { continue };
            assert!(began > 0 && session.stage != Stage::Cancelled);
            let inside = Scope::Session(record.id);
            let within = || self.records.values().filter(|one| one.scope == inside);
            let spoke: BTreeSet<Id> = within()
                .filter(|one| one.kind == Kind::Statement)
                .filter_map(|one| one.link("seat"))
                .collect();
            let mut groups = Groups::new();
            for seat in within().filter(|one| one.kind == Kind::Seat) {
                let seated: Seated = seat.read().unwrap();
                let spoke = spoke.contains(&seat.id);
                let Some(group) = seated.seat.group else { continue };
                if seated.present == Some(true) || spoke {
                    let of = groups.entry(group).or_default();
                    *of = (of.0 + 1, of.1 || spoke);
                }
            }
            heard.push((session.village, groups));
        }
        heard
    }

    fn groups(&self) -> Vec<(Id, String)> {
        let places = self.of::<Place>(&Kind::Place).into_iter();
        let groups = places.filter(|(_, place)| place.level == Level::Group);
        groups.map(|(_, place)| (place.parent.unwrap(), place.name)).collect()
    }

    pub(super) fn voices(&self, asked: &Asked<'_>) -> Option<Vec<&'static str>> {
        let heard = self.heard(asked);
        let (mut found, mut people) = (Vec::new(), 0);
        for (village, group) in self.groups() {
            if !asked.villages.contains(&village) {
                continue;
            }
            let times: Vec<_> = heard
                .iter()
                .filter(|(of, _)| *of == village)
                .filter_map(|(_, groups)| groups.get(&group))
                .collect();
            people += times.iter().map(|(seats, _)| seats).sum::<u32>();
            found.push(match times.iter().any(|(_, spoke)| *spoke) {
                true => "spoke",
                false if times.is_empty() => "never",
                false => "sat",
            });
        }
        (!(1..FEW).contains(&people)).then_some(found)
    }

    pub(super) fn rounds(&self, asked: &Asked<'_>) -> Vec<&'static str> {
        let mut found = Vec::new();
        for (village, sat) in self.heard(asked) {
            let all: Vec<_> = self.groups().into_iter().filter(|(of, _)| *of == village).collect();
            let came = all.iter().filter(|(_, group)| sat.contains_key(group)).count();
            match (came, all.len()) {
                (_, 0) => {}
                (came, all) if came == all => found.push("whole"),
                (came, all) if came * 2 >= all => found.push("halfway"),
                _ => found.push("fewer"),
            }
        }
        found
    }
}
