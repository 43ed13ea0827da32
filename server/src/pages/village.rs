//! What a page must know of a village: what it is called, and whom it must not name.

use domain::{Id, Scope};
use sqlx::PgConnection;
use words::Lang;

use super::notice::named;

/// A village, as its pages know it.
#[derive(Debug, Default)]
pub(super) struct Village {
    name: String,
    name_en: Option<String>,
    /// The names of its directory, and of all that ever had a seat on its benches.
    pub(super) names: Vec<String>,
}

impl Village {
    /// Looks it up.
    pub(super) async fn find(db: &mut PgConnection, id: Id) -> sqlx::Result<Self> {
        let place: Option<(String, Option<String>, Option<String>)> = sqlx::query_as(
            "select scope, fields->>'name', fields->>'name_en' from record
             where id = $1 and kind = 'place'",
        )
        .bind(id)
        .fetch_optional(&mut *db)
        .await?;
        let (region, name, name_en) = place.unwrap_or_default();
        let village = Scope::Village(id).to_string();
        let names = sqlx::query_scalar(
            "select fields->>'name' from record
             where scope in ($1, $2) and kind = 'person' and fields ? 'name'
             union
             select seat.fields->>'name' from record session
             join record seat on seat.scope = 's:' || session.id and seat.kind = 'seat'
             where session.scope = $2 and session.kind = 'session' and seat.fields ? 'name'",
        )
        .bind(region)
        .bind(village)
        .fetch_all(db)
        .await?;
        Ok(Self { name: name.unwrap_or_default(), name_en, names })
    }

    /// What it is called.
    pub(super) fn called(&self, lang: Lang) -> &str {
        named(lang, &self.name, self.name_en.as_deref())
    }
}
