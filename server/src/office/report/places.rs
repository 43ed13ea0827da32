//! The villages of a region in administrative order: town by town, as the place tree has them. No list of a report is in
//! any other.

use std::collections::BTreeMap;

use domain::{Id, Scope};
use sqlx::PgConnection;
use words::Lang;

/// Deeper than this no place lies.
const DEPTH: usize = 6;

/// A region with its villages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    name: (String, Option<String>),
    /// All places, each behind what it lies in, in administrative order.
    pub(crate) tree: Vec<Id>,
    /// In administrative order.
    pub(crate) villages: Vec<Spot>,
    /// The groups: whose they are, by which name.
    pub(crate) groups: Vec<(Id, Id, String)>,
}

/// A village on the map.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    /// The village.
    pub(crate) id: Id,
    /// The town it lies in; the village itself, where it lies in none.
    pub(crate) town: Id,
    town_name: Option<(String, Option<String>)>,
    name: (String, Option<String>),
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    parent: Option<Id>,
    level: String,
    name: String,
    name_en: Option<String>,
    nth: i64,
}

impl Places {
    /// Looks them up.
    pub(crate) async fn find(db: &mut PgConnection, region: Id) -> sqlx::Result<Self> {
        let rows: Vec<Row> = sqlx::query_as(
            "select id, (fields->>'parent')::uuid as parent, coalesce(fields->>'level', 'village') as level,
                    coalesce(fields->>'name', '') as name, fields->>'name_en' as name_en,
                    coalesce((fields->>'order')::bigint, 0) as nth
             from record where kind = 'place' and not gone and scope = $1",
        )
        .bind(Scope::Region(region).to_string())
        .fetch_all(db)
        .await?;
        let all: BTreeMap<Id, &Row> = rows.iter().map(|row| (row.id, row)).collect();
        let mut sorted: Vec<(Vec<(i64, Id)>, &Row)> =
            rows.iter().map(|row| (path(row, &all), row)).collect();
        sorted.sort_by(|one, other| one.0.cmp(&other.0));
        let mut places = Self::default();
        for (path, row) in sorted {
            places.tree.push(row.id);
            match (&*row.level, row.parent) {
                ("village", _) => places.villages.push(spot(row, &path, &all)),
                ("group", Some(village)) => {
                    places.groups.push((village, row.id, row.name.clone()));
                }
                _ if row.id == region => places.name = (row.name.clone(), row.name_en.clone()),
                _ => {}
            }
        }
        Ok(places)
    }

    /// What the region is called.
    pub(crate) fn called(&self, lang: Lang) -> &str {
        named(lang, &self.name)
    }

    /// A village by its id.
    pub(crate) fn village(&self, id: Id) -> Option<&Spot> {
        self.villages.iter().find(|spot| spot.id == id)
    }

    /// Where a village stands in the order.
    pub(crate) fn nth(&self, id: Id) -> usize {
        self.villages.iter().position(|spot| spot.id == id).unwrap_or(usize::MAX)
    }
}

impl Spot {
    /// 石桥镇上枫村
    pub(crate) fn called(&self, lang: Lang) -> String {
        let name = named(lang, &self.name);
        match (&self.town_name, lang) {
            (Some(town), Lang::Zh) => format!("{}{name}", named(lang, town)),
            (Some(town), Lang::En) => format!("{name}, {}", named(lang, town)),
            (None, _) => name.to_owned(),
        }
    }
}

fn named(lang: Lang, (name, english): &(String, Option<String>)) -> &str {
    match lang {
        Lang::Zh => name,
        Lang::En => english.as_deref().unwrap_or(name),
    }
}

/// Where a place stands among its siblings, and those around it among theirs, the outermost first.
fn path(row: &Row, all: &BTreeMap<Id, &Row>) -> Vec<(i64, Id)> {
    let up = |row: &&Row| row.parent.and_then(|parent| all.get(&parent).copied());
    let mut path: Vec<(i64, Id)> =
        std::iter::successors(Some(row), up).take(DEPTH).map(|row| (row.nth, row.id)).collect();
    path.reverse();
    path
}

fn spot(row: &Row, path: &[(i64, Id)], all: &BTreeMap<Id, &Row>) -> Spot {
    let around = path.iter().filter_map(|(_, id)| all.get(id));
    let town = around.copied().find(|place| place.level == "town");
    let pair = |row: &Row| (row.name.clone(), row.name_en.clone());
    let id = row.id;
    Spot { id, town: town.map_or(id, |town| town.id), town_name: town.map(pair), name: pair(row) }
}
