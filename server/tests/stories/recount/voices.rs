//! Who was heard: groups that had a seat on a bench, or spoke there, and who rated, by another way than SQL.

use std::collections::{BTreeMap, BTreeSet};

use domain::figures::FEW;
use domain::follow::Action;
use domain::place::{Level, Place};
use domain::session::{Convened, Stage, seat::Seated};
use domain::{Id, Kind, Scope};

use super::{All, Asked};

/// Who of a group was there, and whether one of them spoke.
type Groups = BTreeMap<String, (BTreeSet<String>, bool)>;
/// Whose a rating is: a letter's, somebody's by name in a village, or of whoever has the account.
type Voice = (Option<Id>, Option<(Id, String)>, Option<Id>);

impl All {
    /// Sessions in which people sat down, and of each group of each whether it spoke.
    fn heard(&self, asked: &Asked<'_>) -> Vec<(Id, Groups)> {
        let mut heard = Vec::new();
        for (record, session) in self.here::<Convened>(asked, &Kind::Session) {
            let day = session.began.or(session.on).filter(|at| asked.within(*at));
            if day.is_none() || !session.stage.passed(Stage::InSession) {
                continue;
            }
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
                    let person = seated.seat.person.map(|person| person.to_string());
                    let (who, heard) = groups.entry(group).or_default();
                    who.insert(person.unwrap_or(seated.seat.name));
                    *heard |= spoke;
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

    pub(super) fn voices(&self, asked: &Asked<'_>) -> Vec<&'static str> {
        let heard = self.heard(asked);
        let mut found = Vec::new();
        for (village, group) in self.groups() {
            if !asked.villages.contains(&village) {
                continue;
            }
            let times: Vec<_> = heard
                .iter()
                .filter(|(of, _)| *of == village)
                .filter_map(|(_, groups)| groups.get(&group))
                .collect();
            let people: BTreeSet<_> = times.iter().flat_map(|(who, _)| who).collect();
            found.push(match times.iter().any(|(_, spoke)| *spoke) {
                _ if times.is_empty() => "never",
                _ if people.len() < FEW as usize => "few",
                true => "spoke",
                false => "sat",
            });
        }
        found
    }

    /// Every rating: its village, what it says, and whose it is.
    fn rated(&self, asked: &Asked<'_>) -> Vec<(Id, &'static str, Voice)> {
        let mut found = Vec::new();
        for (record, action) in self.here::<Action>(asked, &Kind::Action) {
            let village = self.village(record).unwrap();
            for one in action.ratings.into_iter().filter(|one| asked.within(one.at)) {
                let voice = match (one.letter, one.name) {
                    (Some(letter), _) => (Some(letter), None, None),
                    (None, Some(name)) => (None, Some((village, name)), None),
                    (None, None) => (None, None, one.by),
                };
                found.push((village, one.result.as_str(), voice));
            }
        }
        found
    }

    /// What was said of what was done; nothing where too few said it.
    pub(super) fn ratings(&self, asked: &Asked<'_>) -> Option<Vec<&'static str>> {
        let rated = self.rated(asked);
        let people: BTreeSet<_> = rated.iter().map(|(.., voice)| voice).collect();
        let few = (1..FEW as usize).contains(&people.len());
        (!few).then(|| rated.iter().map(|(_, said, _)| *said).collect())
    }

    /// The ratings that may be listed, by what they say: five people or more of one village say the same.
    pub(crate) fn listed(&self, asked: &Asked<'_>) -> BTreeMap<&'static str, usize> {
        let mut heard = BTreeMap::<_, (usize, BTreeSet<Voice>)>::new();
        for (village, said, voice) in self.rated(asked) {
            let (count, people) = heard.entry((village, said)).or_default();
            *count += 1;
            people.insert(voice);
        }
        let mut listed = BTreeMap::new();
        for ((_, said), (count, people)) in heard {
            if people.len() >= FEW as usize {
                *listed.entry(said).or_default() += count;
            }
        }
        listed
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
