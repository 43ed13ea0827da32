//! The places that a form without an account asks for.

use domain::form::Value;
use domain::place::Level;
use domain::{Customs, Id, Scope};
use sqlx::PgConnection;
use words::Lang;

use super::notice::named;

/// The most places that one form offers.
const MOST: i64 = 400;

/// A place, as forms know it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Spot {
    pub(super) id: Id,
    name: String,
    name_en: Option<String>,
}

impl Spot {
    /// What it is called.
    pub(super) fn called(&self, lang: Lang) -> &str {
        named(lang, &self.name, self.name_en.as_deref())
    }
}

/// A village with its groups.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    pub(super) village: Spot,
    pub(super) groups: Vec<Spot>,
    /// What its district keeps its own way.
    pub(super) customs: Customs,
}

impl Ground {
    /// Looks it up; nothing for what is no village, or for one in which nobody would look at what comes.
    pub(super) async fn find(db: &mut PgConnection, id: Id) -> sqlx::Result<Option<Self>> {
        let village: Option<Spot> = sqlx::query_as(
            "select id, fields->>'name' as name, fields->>'name_en' as name_en from record
             where id = $1 and kind = 'place' and fields->>'level' = $2 and not gone
               and exists (select from member where scope = 'd:' || id)",
        )
        .bind(id)
        .bind(word(Level::Village))
        .fetch_optional(&mut *db)
        .await?;
        let Some(village) = village else { return Ok(None) };
        let groups = sqlx::query_as(
            "select id, fields->>'name' as name, fields->>'name_en' as name_en from record
             where kind = 'place' and fields->>'level' = $2 and fields->>'parent' = $1 and not gone
             order by (fields->>'order')::numeric, id limit $3",
        )
        .bind(id.to_string())
        .bind(word(Level::Group))
        .bind(MOST)
        .fetch_all(&mut *db)
        .await?;
        let customs = customs(db, id).await?;
        Ok(Some(Self { village, groups, customs }))
    }

    /// The group of that id, if it is one of this village.
    pub(super) fn group(&self, id: &str) -> Option<Id> {
        let id = Id::try_parse(id).ok()?;
        self.groups.iter().find(|group| group.id == id).map(|group| group.id)
    }
}

/// What the district of a village keeps its own way: it stands in the record that has its region's name.
async fn customs(db: &mut PgConnection, village: Id) -> sqlx::Result<Customs> {
    let fields: Option<Value> = sqlx::query_scalar(
        "select district.fields from record village join record district
           on district.id = substring(village.scope from 3)::uuid and district.kind = 'place'
         where village.id = $1 and village.kind = 'place'",
    )
    .bind(village)
    .fetch_optional(db)
    .await?;
    Ok(match fields {
        Some(Value::Object(fields)) => Customs::of(&fields),
        _ => Customs::default(),
    })
}

/// All villages in which somebody looks at what comes, district by district as the place tree has them.
pub(super) async fn villages(db: &mut PgConnection) -> sqlx::Result<Vec<Spot>> {
    sqlx::query_as(
        "select village.id, village.fields->>'name' as name, village.fields->>'name_en' as name_en
         from record village
           left join record town on town.id = (village.fields->>'parent')::uuid
             and town.kind = 'place' and not town.gone and town.fields->>'level' = $3
         where village.kind = 'place' and village.fields->>'level' = $1 and not village.gone
           and exists (select from member where member.scope = 'd:' || village.id)
         order by village.scope, coalesce((coalesce(town.fields, village.fields)->>'order')::numeric, 0),
           coalesce(town.id, village.id), coalesce((village.fields->>'order')::numeric, 0), village.id
         limit $2",
    )
    .bind(word(Level::Village))
    .bind(MOST)
    .bind(word(Level::Town))
    .fetch_all(db)
    .await
}

/// The districts whose office somebody holds: where nobody does, nobody would read what is written.
pub(super) async fn districts(db: &mut PgConnection) -> sqlx::Result<Vec<Spot>> {
    let held: Vec<(String, Option<String>, Option<String>)> = sqlx::query_as(
        "select distinct member.scope, place.fields->>'name', place.fields->>'name_en'
         from member left join record place
           on place.id = substring(member.scope from 3)::uuid and place.kind = 'place'
         where member.role = 'office' and member.scope like 'g:%'
         order by member.scope limit $1",
    )
    .bind(MOST)
    .fetch_all(db)
    .await?;
    let spot = |(scope, name, name_en): (String, Option<String>, Option<String>)| {
        let scope: Scope = scope.parse().ok()?;
        Some(Spot { id: scope.owner(), name: name.unwrap_or_default(), name_en })
    };
    Ok(held.into_iter().filter_map(spot).collect())
}

fn word(level: Level) -> &'static str {
    match level {
        Level::District => "district",
        Level::Town => "town",
        Level::Village => "village",
        Level::Group => "group",
    }
}
