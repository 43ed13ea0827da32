//! Of what figures are asked: a year by Shanghai's calendar, and a place with its villages in administrative order.

use std::collections::BTreeMap;

use domain::place::Level;
use domain::{Form, Id, Millis, Scope};
use serde::Deserialize;
use sqlx::PgConnection;
use words::moment_of;

use crate::error::{Code, Error};
use crate::office::district::District;

/// What stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// A year; all of time without one.
    pub(super) year: Option<u32>,
    /// A town or a village of the region; all of it without one.
    pub(super) place: Option<Id>,
    /// One part of a figure, of which rows are asked.
    pub(super) part: Option<String>,
    /// How many rows have been read.
    #[serde(default)]
    pub(super) from: u32,
}

/// A place as it stands in the tree.
#[derive(sqlx::FromRow)]
struct Spot {
    id: Id,
    parent: Option<Id>,
    name: String,
    level: String,
    order: i64,
}

/// Between which moments, and in which villages.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The villages with their names, in administrative order.
    pub(super) villages: Vec<(Id, String)>,
    /// The first moment.
    pub(super) from: Millis,
    /// The first moment that is too late.
    pub(super) to: Millis,
    /// The year.
    pub(super) year: Option<u32>,
}

impl Frame {
    /// What was asked of a region.
    ///
    /// # Errors
    /// When there is no such year, or the place is none of the region's.
    pub(super) async fn of(
        db: &mut PgConnection,
        district: &District,
        asked: &Asked,
    ) -> Result<Self, Error> {
        let begins = |year: u32| moment_of(year.into(), 1, 1, 0, 0).ok_or(Code::Malformed);
        let (from, to) = match asked.year {
            Some(year) => (begins(year)?, begins(year + 1)?),
            None => (Millis::MIN, Millis::MAX),
        };
        let villages = villages(db, district, asked.place).await?;
        Ok(Self { villages, from, to, year: asked.year })
    }

    /// The scopes of its villages, in administrative order.
    pub(super) fn scopes(&self) -> Vec<String> {
        self.villages.iter().map(|(village, _)| Scope::Village(*village).to_string()).collect()
    }

    /// The first moment of each month of the year; of none without a year.
    pub(super) fn months(&self) -> Vec<Millis> {
        let year = self.year.into_iter();
        year.flat_map(|year| {
            (1..=12).filter_map(move |month| moment_of(year.into(), month, 1, 0, 0))
        })
        .collect()
    }
}

/// The villages of a region, or of one place of it, in the order of the place tree.
async fn villages(
    db: &mut PgConnection,
    district: &District,
    place: Option<Id>,
) -> Result<Vec<(Id, String)>, Error> {
    let spots: Vec<Spot> = sqlx::query_as(
        "select id, parent, name, level, \"order\" from place
         where scope = $1 and level in ('district', 'town', 'village')",
    )
    .bind(Scope::Region(district.region).to_string())
    .fetch_all(db)
    .await?;
    let tree: BTreeMap<Id, &Spot> = spots.iter().map(|spot| (spot.id, spot)).collect();
    // from the region down to the place itself; a ring that somebody drew has an end here
    let way = |spot: &Spot| {
        let up = std::iter::successors(Some(spot.id), |id| tree.get(id).and_then(|one| one.parent));
        let mut way: Vec<Id> = up.take(Level::Group as usize + 1).collect();
        way.reverse();
        way
    };
    if place.is_some_and(|place| !tree.contains_key(&place)) {
        return Err(Code::NoSuchAddress.into());
    }
    let within = |way: &[Id]| place.is_none_or(|place| way.contains(&place));
    let nth = |id: &Id| (tree.get(id).map_or(0, |spot| spot.order), *id);
    let mut found: Vec<(Vec<(i64, Id)>, &Spot)> = Vec::new();
    for spot in spots.iter().filter(|spot| spot.level == Level::Village.form()) {
        let way = way(spot);
        if within(&way) {
            found.push((way.iter().map(nth).collect(), spot));
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found.into_iter().map(|(_, spot)| (spot.id, spot.name.clone())).collect())
}
