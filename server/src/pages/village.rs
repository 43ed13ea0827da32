//! What a page must know of a village: what it is called, and whom it must not name.

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
#[derive(sqlx::FromRow)]
struct Known {
    name: String,
    role: Option<String>,
    label: Option<String>,
    part: Option<String>,
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
        let known: Vec<Known> = sqlx::query_as(
            "select seat.fields->>'name' as name, seat.fields->>'role' as role,
                    seat.fields->>'label' as label, seat.fields->>'group' as part
             from record session
             join record seat on seat.scope = 's:' || session.id and seat.kind = 'seat'
             where session.scope = any($2) and session.kind = 'session' and seat.fields ? 'name'
             union
             select fields->>'name', fields->>'role', null, null from record
             where (scope = $1 or scope = any($2)) and kind = 'person' and fields ? 'name'
             order by name, role, label, part",
        )
        .bind(region)
        .bind(written(&villages, Scope::Village))
        .fetch_all(&mut *db)
        .await?;
        let people: Vec<Seat> = known.into_iter().map(Known::seat).collect();
        let mut names: Vec<String> = people.iter().map(|seat| seat.name.clone()).collect();
        names.dedup();
        let elsewhere = elsewhere(db, &villages).await?;
        Ok(Self { name: name.unwrap_or_default(), name_en, names, people, elsewhere })
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

/// Whose words an issue or some advice is, who rated, who waits and who was told.
async fn elsewhere(db: &mut PgConnection, villages: &[Id]) -> sqlx::Result<Vec<String>> {
    let names: Vec<String> = sqlx::query_scalar(
        "select distinct name #>> '{}'
         from record
         join lateral (values ('$.proxy.name'), ('$.door.name'), ('$.voice.name'), ('$.echoes[*].to'), ('$.errands[*].to'),
           ('$.tell[*].name'), ('$.ratings[*].name')) path (of) on true
         join lateral jsonb_path_query(fields, path.of::jsonpath) name on true
         where scope = any($1::text[] || array(select 's:' || id from record where scope = any($1) and kind = 'session'))
           and kind in ('issue', 'advice', 'action')
         order by 1",
    )
    .bind([written(villages, Scope::Village), written(villages, Scope::Draft)].concat())
    .fetch_all(db)
    .await?;
    Ok(names.iter().flat_map(|name| parts(name)).collect())
}
