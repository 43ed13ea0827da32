//! The valley's places and people, and who holds which role where.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::expertise::Profess;
use domain::place::{Level, Person, Place};
use domain::{Act, Id, Kind, Millis, Role, Scope, Who};

use super::book::{Book, Done};
use super::chance::Chance;
use super::names;

/// A village with its groups.
#[derive(Clone, Debug)]
pub(super) struct Village {
    pub(super) id: Id,
    pub(super) groups: Vec<Id>,
}

/// Those of a village who write, in the order of their numbers.
pub(super) const CADRES: [Role; 4] =
    [Role::Secretary, Role::Recorder, Role::Supervisor, Role::Representative];

/// Those of the directory who know something, in turn.
const EXPERTS: [Role; 3] = [Role::Expert, Role::Member, Role::Department];

/// An id that the same number of the same drawer always has, whatever the seed: invites and tests find it again.
pub(super) fn named(drawer: u32, number: u32) -> Id {
    let name = (u128::from(drawer) << 32) | u128::from(number);
    Id::from_u128(0x019b_0000_0000_7000_8000_0000_0000_0000 | name)
}

/// The region.
pub(super) fn region() -> Id {
    named(1, 0)
}

/// The office of the district.
pub(super) fn office() -> Id {
    named(3, 0)
}

/// A cadre of the how-manyth village.
pub(super) fn cadre(village: usize, role: usize) -> Id {
    named(4, u32::try_from(village * CADRES.len() + role).unwrap_or_default())
}

/// The name of somebody who writes: made of the id, so that it need not be looked up.
pub(super) fn name_of(person: Id) -> String {
    let number = usize::try_from(person.as_u128() & 0xFFFF).unwrap_or_default();
    let family = ["江", "夏", "梁", "方", "卢", "姚", "孟"][number % 7];
    let mut name = family.to_owned();
    // writing to a string cannot fail
    let _ = write!(name, "{}", ["文", "清", "远", "和", "益"][number / 7 % 5]);
    name + ["达", "兰", "山", "敏"][number / 35 % 4]
}

/// The roles of those who write in a village.
pub(super) fn writers(nth: usize, village: Id) -> Vec<Who> {
    let cadre = |(number, role): (usize, Role)| {
        let mut scopes = vec![Scope::Region(region()), Scope::Village(village)];
        if role.reads_drafts() {
            scopes.push(Scope::Draft(village));
        }
        let roles = scopes.into_iter().map(|scope| (role, scope)).collect();
        Who { person: cadre(nth, number), roles }
    };
    CADRES.into_iter().enumerate().map(cadre).collect()
}

/// The places and the directory, entered by the office. Gives the villages.
pub(super) fn found(book: &mut Book, at: Millis, villages: usize) -> Done<Vec<Village>> {
    let (name, name_en) = names::DISTRICT;
    let mut order = 0;
    let mut place = |book: &mut Book, id, level, parent, name: &str, name_en: &str| {
        let (name, name_en) = (name.to_owned(), Some(name_en.to_owned()));
        order += 1;
        let entry = Place { name, name_en, level, parent, order };
        book.does((at, Role::Office), (Kind::Place, id, Scope::Region(region())), Act::Found(entry))
    };
    place(book, region(), Level::District, None, name, name_en)?;
    let town = |nth: usize| named(1, 1 + u32::try_from(nth).unwrap_or_default());
    for (nth, (name, name_en)) in names::TOWNS.into_iter().enumerate() {
        place(book, town(nth), Level::Town, Some(region()), name, name_en)?;
    }
    let mut founded = Vec::new();
    let each = villages.div_ceil(names::TOWNS.len()).max(1);
    for nth in 0..villages {
        let number = 100 + u32::try_from(nth).unwrap_or_default() * 10;
        let id = named(1, number);
        let (name, name_en) = names::village(nth);
        place(book, id, Level::Village, Some(town(nth / each)), &name, &name_en)?;
        let many = usize::try_from(book.chance.between(4, 7)).unwrap_or_default();
        let mut groups = Vec::new();
        for (group, name) in (1..).zip(names::GROUPS.into_iter().take(many)) {
            let name_en = format!("Group {group}");
            place(book, named(1, number + group), Level::Group, Some(id), name, &name_en)?;
            groups.push(named(1, number + group));
        }
        founded.push(Village { id, groups });
    }
    people(book, at, &founded)?;
    Ok(founded)
}

/// The office, those who write, and the experts of the region.
fn people(book: &mut Book, at: Millis, villages: &[Village]) -> Done {
    let mut all: BTreeMap<Id, Role> = BTreeMap::from([(office(), Role::Office)]);
    for nth in 0..villages.len() {
        all.extend(CADRES.into_iter().enumerate().map(|(number, role)| (cadre(nth, number), role)));
    }
    for (number, role) in (0..30).zip(EXPERTS.into_iter().cycle()) {
        all.insert(named(5, number), role);
    }
    for (id, role) in all {
        let entry = Person { name: name_of(id), note: None, group: None, role: Some(role) };
        let about = (Kind::Person, id, Scope::Region(region()));
        book.does((at, Role::Office), about, Act::Introduce(entry))?;
    }
    for number in 0..30 {
        let fields = names::KNOWS.get(number as usize / EXPERTS.len()).into_iter().flatten();
        let knows = fields.map(|field| (*field).to_owned()).collect();
        let entry = Profess { knows, ..Profess::default() };
        book.acts((at, Role::Office), named(5, number), Act::Profess(entry))?;
    }
    Ok(())
}

/// Somebody of the directory who sits on a bench as what they are; some are asked more often than others.
pub(super) fn known(chance: &mut Chance, role: Role) -> Option<Id> {
    let nth = EXPERTS.iter().position(|one| *one == role)?;
    let turn = chance.between(0, 10).min(chance.between(0, 10));
    let number = u32::try_from(turn).ok()? * 3 + u32::try_from(nth).ok()?;
    Some(named(5, number))
}
