//! People of like name, in one directory or in two.

use domain::doubles::{Alike, Entry, Pair};
use domain::{Id, Role, Scope};
use sqlx::PgConnection;

use crate::office::report::places::Places;

/// Everybody who stands in the directories of these scopes.
pub(super) const ENTRIES: &str =
    "select id, scope, fields->>'name' as name, fields->>'note' as note, fields->>'role' as role,
            (fields->>'group')::uuid as part
     from record where kind = 'person' and not gone and scope = any($1) order by id";

/// A name that is part of another says something from so many characters on.
const LONG: usize = 3;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    scope: String,
    name: Option<String>,
    note: Option<String>,
    role: Option<String>,
    part: Option<Id>,
}

/// Reads them.
pub(super) async fn entries(db: &mut PgConnection, scopes: &[String]) -> sqlx::Result<Vec<Entry>> {
    let rows: Vec<Row> = sqlx::query_as(ENTRIES).bind(scopes).fetch_all(db).await?;
    let entry = |row: Row| {
        let village = match row.scope.parse() {
            Ok(Scope::Village(village)) => Some(village),
            _ => None,
        };
        Some(Entry {
            person: row.id,
            name: row.name?,
            note: row.note,
            role: row.role.as_deref().and_then(Role::of),
            village,
            group: row.part,
            phone: false,
        })
    };
    Ok(rows.into_iter().filter_map(entry).collect())
}

/// Looks which of these are signed in on a phone.
pub(super) async fn look_for_phones(
    db: &mut PgConnection,
    entries: impl Iterator<Item = &mut Entry>,
) -> sqlx::Result<()> {
    let entries: Vec<&mut Entry> = entries.collect();
    let people: Vec<Id> = entries.iter().map(|entry| entry.person).collect();
    let known: Vec<Id> = sqlx::query_scalar(
        "select distinct person from device
         where person = any($1) and revoked is null and expires > now()",
    )
    .bind(people)
    .fetch_all(db)
    .await?;
    for entry in entries {
        entry.phone = known.contains(&entry.person);
    }
    Ok(())
}

/// Puts entries in the order of the map: the region's own directory, then the villages.
pub(super) fn in_order(entries: &mut [Entry], places: &Places) {
    entries.sort_by_key(|entry| rank(entry, places));
}

fn rank(entry: &Entry, places: &Places) -> (usize, Id) {
    (entry.village.map_or(0, |village| places.nth(village).saturating_add(1)), entry.person)
}

/// The pairs of like name, in the order of the map.
pub(super) fn alike(entries: &[Entry], places: &Places) -> Vec<Pair> {
    let mut sorted: Vec<(String, &Entry)> =
        entries.iter().map(|entry| (plain(&entry.name), entry)).collect();
    sorted.retain(|(name, _)| !name.is_empty());
    sorted.sort_by(|(one, a), (other, b)| (one, a.person).cmp(&(other, b.person)));
    let mut pairs = Vec::new();
    for (at, (name, one)) in sorted.iter().enumerate() {
        // whatever begins with this name stands right behind it
        let behind = sorted[at + 1..].iter().take_while(|(other, _)| other.starts_with(name));
        for (other, entry) in behind {
            let alike = if other == name { Alike::Name } else { Alike::Within };
            let telling = match alike {
                Alike::Name => tells(one, entry),
                _ => name.chars().count() >= LONG && tells(one, entry),
            };
            if telling {
                pairs.push((alike, *one, *entry));
            }
        }
    }
    pairs.extend(one_sign_apart(&sorted));
    let mut pairs: Vec<Pair> = pairs
        .into_iter()
        .map(|(alike, one, other)| {
            let mut both = vec![one.clone(), other.clone()];
            in_order(&mut both, places);
            Pair { alike, both }
        })
        .collect();
    pairs.sort_by_cached_key(|pair| {
        pair.both.iter().map(|entry| rank(entry, places)).collect::<Vec<_>>()
    });
    pairs
}

/// Whether a like name says that two may be one. Two villages have each their own 王建国; who serves more than one village
/// is known by the same name in both.
fn tells(one: &Entry, other: &Entry) -> bool {
    let of_a_village = |entry: &Entry| {
        entry.village.is_some()
            && matches!(entry.role, None | Some(Role::Villager | Role::Representative))
    };
    one.village == other.village || !of_a_village(one) || !of_a_village(other)
}

/// Names that differ in one character, with the same words beside both: 陈素琴 and 陈素芹, 区水利局.
fn one_sign_apart<'a>(sorted: &[(String, &'a Entry)]) -> Vec<(Alike, &'a Entry, &'a Entry)> {
    let mut noted: Vec<(&str, &str, &'a Entry)> = sorted
        .iter()
        .filter_map(|(name, entry)| Some((entry.note.as_deref()?.trim(), name.as_str(), *entry)))
        .filter(|(note, name, _)| !note.is_empty() && name.chars().count() >= LONG)
        .collect();
    noted.sort_by_key(|(note, _, entry)| (*note, entry.person));
    let mut pairs = Vec::new();
    for (at, (note, name, one)) in noted.iter().enumerate() {
        let beside = noted[at + 1..].iter().take_while(|(other, ..)| other == note);
        for (_, other, entry) in beside {
            let differ = name.chars().zip(other.chars()).filter(|(a, b)| a != b).count();
            let long = name.chars().count() == other.chars().count();
            if long && differ == 1 && tells(one, entry) {
                pairs.push((Alike::Sign, *one, *entry));
            }
        }
    }
    pairs
}

/// A name without what is written around it: 唐守林（省林科院） is 唐守林.
fn plain(name: &str) -> String {
    let name = name.split(['（', '(']).next().unwrap_or(name);
    let shown = name.chars().filter(|c| c.is_alphanumeric());
    shown.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn found(pairs: &[Pair]) -> BTreeSet<String> {
        let said =
            |pair: &Pair| format!("{}/{} {:?}", pair.both[0].name, pair.both[1].name, pair.alike);
        pairs.iter().map(said).collect()
    }

    fn entry(n: u128, name: &str, note: &str, role: Role, village: Option<u128>) -> Entry {
        Entry {
            person: Id::from_u128(n),
            name: name.into(),
            note: Some(note.into()).filter(|note: &String| !note.is_empty()),
            role: Some(role),
            village: village.map(Id::from_u128),
            ..Entry::default()
        }
    }

    #[test]
    fn who_looks_as_if_entered_twice_and_who_only_has_a_like_name() {
        let entries = [
            entry(1, "唐守林", "省林科院", Role::Expert, None),
            entry(2, "唐 守林（林科院）", "", Role::Expert, Some(7)),
            entry(3, "唐守林老师", "", Role::Expert, Some(8)),
            entry(4, "王建国", "", Role::Villager, Some(7)),
            entry(5, "王建国", "", Role::Villager, Some(8)),
            entry(6, "陈素琴", "区水利局", Role::Department, None),
            entry(7, "陈素芹", "区水利局", Role::Department, None),
            entry(8, "李明", "", Role::Member, None),
            entry(9, "李明辉", "", Role::Member, None),
            entry(10, "周大海", "", Role::Villager, Some(7)),
            entry(11, "周大海", "", Role::Villager, Some(7)),
        ];
        let want = [
            "周大海/周大海 Name",
            "唐 守林（林科院）/唐守林老师 Within",
            "唐守林/唐 守林（林科院） Name",
            "唐守林/唐守林老师 Within",
            "陈素琴/陈素芹 Sign",
        ];
        let told = found(&alike(&entries, &Places::default()));
        assert_eq!(told.iter().map(String::as_str).collect::<Vec<_>>(), want);
    }
}
