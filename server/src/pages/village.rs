//! What a page must know of a village: what it is called, and whom it must not name.

use std::collections::BTreeMap;

use domain::session::{
    Seat,
    veil::{Veil, parts},
};
use domain::{Id, Role, Scope};
use sqlx::PgConnection;
use words::Lang;

use super::edition::role_of;
use super::notice::named;
use crate::accounts::lands;

/// A village, as its pages know it.
#[derive(Debug, Default)]
pub(crate) struct Village {
    name: String,
    name_en: Option<String>,
    /// The names of its directory, and of all that ever had a seat on its benches.
    pub(crate) names: Vec<String>,
    /// The same people with what stands in place of their names.
    people: Vec<Seat>,
    /// Names that stand in some record alone, in no directory and on no seat: what stands in one may be said in another.
    elsewhere: Vec<String>,
}

/// Somebody of the directory, or on a seat.
#[derive(Clone, PartialEq, sqlx::FromRow)]
struct Known {
    name: String,
    role: Option<String>,
    label: Option<String>,
    part: Option<String>,
}

/// The same, and in which village; of a region's directory in none.
#[derive(sqlx::FromRow)]
struct There {
    village: Option<Id>,
    #[sqlx(flatten)]
    known: Known,
}

impl Known {
    fn seat(self) -> Seat {
        let role = self.role.as_deref().and_then(Role::of).unwrap_or(Role::Villager);
        let Self { name, label, part: group, .. } = self;
        Seat {
            name,
            role,
            label,
            group,
            person: None,
            duty: None,
            remote: false,
            order: 0,
            salt: None,
        }
    }
}

impl Village {
    /// Looks it up.
    pub(crate) async fn find(db: &mut PgConnection, id: Id) -> sqlx::Result<Self> {
        let place: Option<(String, Option<String>, Option<String>)> = sqlx::query_as(
            "select scope, fields->>'name', fields->>'name_en' from record
             where id = $1 and kind = 'place'",
        )
        .bind(id)
        .fetch_optional(&mut *db)
        .await?;
        // a district is its own region, whether or not it is on the map
        let unknown = || (Scope::Region(id).to_string(), None, None);
        let (region, name, name_en) = place.unwrap_or_else(unknown);
        let villages = match Scope::Region(id).to_string() == region {
            // the people of a district lie in each of its villages
            true => lands::villages(db, id).await?,
            false => vec![id],
        };
        let (there, elsewhere) = names(db, &region, &villages).await?;
        let known = there.into_iter().map(|one| one.known).collect();
        let elsewhere = elsewhere.into_iter().map(|(_, name)| name).collect();
        Ok(Self { name: name.unwrap_or_default(), name_en, ..Self::of(known, elsewhere) })
    }

    /// All that is known of whom a region, with every village of it, and each of these villages must not name, looked up
    /// at once; not what they are called.
    pub(crate) async fn all(
        db: &mut PgConnection,
        region: Id,
        villages: &[Id],
    ) -> sqlx::Result<(Self, BTreeMap<Id, Self>)> {
        let mut whole = lands::villages(db, region).await?;
        whole.extend(villages.iter().filter(|id| !whole.contains(id)).collect::<Vec<_>>());
        let (there, elsewhere) = names(db, &Scope::Region(region).to_string(), &whole).await?;
        let one = |id: Id| {
            let here = |village: Option<Id>| village.is_none_or(|village| village == id);
            let known = there.iter().filter(|one| here(one.village)).map(|one| one.known.clone());
            let said = elsewhere.iter().filter(|(village, _)| *village == id);
            let said = said.map(|(_, name)| name.clone());
            (id, Self::of(known.collect(), said.collect()))
        };
        let each = villages.iter().map(|id| one(*id)).collect();
        let known = there.iter().map(|one| one.known.clone()).collect();
        let said = elsewhere.iter().map(|(_, name)| name.clone()).collect();
        Ok((Self::of(known, said), each))
    }

    /// Of whom is known there, in their order, and what else was said by name.
    fn of(mut known: Vec<Known>, mut elsewhere: Vec<String>) -> Self {
        known.dedup();
        elsewhere.sort();
        elsewhere.dedup();
        let people: Vec<Seat> = known.into_iter().map(Known::seat).collect();
        let mut names: Vec<String> = people.iter().map(|seat| seat.name.clone()).collect();
        names.dedup();
        let elsewhere = elsewhere.iter().flat_map(|name| parts(name)).collect();
        Self { names, people, elsewhere, ..Self::default() }
    }

    /// Everybody whose name stands anywhere: in the directory, on a seat, or in a record alone.
    pub(crate) fn known(&self) -> impl Iterator<Item = &String> {
        self.names.iter().chain(&self.elsewhere)
    }

    /// What lies over its texts before the public reads them.
    pub(crate) fn veil(&self, lang: Lang) -> Veil {
        self.veil_also(&[], lang)
    }

    /// The same over names that stand with nobody's village.
    pub(crate) fn veil_also(&self, others: &[String], lang: Lang) -> Veil {
        let all = [&self.elsewhere, others].concat();
        Veil::new(self.people.iter(), &all, &|role| role_of(lang, role).to_owned())
    }

    /// What it is called.
    pub(crate) fn called(&self, lang: Lang) -> &str {
        named(lang, &self.name, self.name_en.as_deref())
    }
}

/// Scopes of villages, as they are written in SQL.
fn written(villages: &[Id], scope: fn(Id) -> Scope) -> Vec<String> {
    villages.iter().map(|village| scope(*village).to_string()).collect()
}

/// Who is known in a region and in these villages, by their names; and with each village whose words an issue or some advice
/// is, who rated, who waits and who was told.
async fn names(
    db: &mut PgConnection,
    region: &str,
    villages: &[Id],
) -> sqlx::Result<(Vec<There>, Vec<(Id, String)>)> {
    let there = sqlx::query_as(
        "select substr(session.scope, 3)::uuid as village, seat.fields->>'name' as name, seat.fields->>'role' as role,
                seat.fields->>'label' as label, seat.fields->>'group' as part
         from record session
         join record seat on seat.scope = 's:' || session.id and seat.kind = 'seat'
         where session.scope = any($2) and session.kind = 'session' and seat.fields ? 'name'
         union
         select case when scope <> $1 then substr(scope, 3)::uuid end, fields->>'name', fields->>'role', null, null
         from record
         where (scope = $1 or scope = any($2)) and kind = 'person' and fields ? 'name'
         order by name, role, label, part",
    )
    .bind(region)
    .bind(written(villages, Scope::Village))
    .fetch_all(&mut *db)
    .await?;
    // by the scopes, one after another: all at once PostgreSQL would walk through every record
    let elsewhere = sqlx::query_as(
        "with home as materialized (
           select substr(scope, 3)::uuid as village, scope from unnest($1::text[]) scope
           union all
           select substr(scope, 3)::uuid, 's:' || id from record where scope = any($1) and kind = 'session'
         )
         select distinct village, name #>> '{}'
         from home
         join record on record.scope = home.scope and kind in ('issue', 'advice', 'action')
         join lateral (values ('$.proxy.name'), ('$.door.name'), ('$.voice.name'), ('$.echoes[*].to'), ('$.errands[*].to'),
           ('$.tell[*].name'), ('$.ratings[*].name')) path (of) on true
         join lateral jsonb_path_query(fields, path.of::jsonpath) name on true
         where name #>> '{}' is not null",
    )
    .bind([written(villages, Scope::Village), written(villages, Scope::Draft)].concat())
    .fetch_all(db)
    .await?;
    Ok((there, elsewhere))
}
