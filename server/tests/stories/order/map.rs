//! A map that says in which order places are to come, and finds what comes otherwise.

use domain::Id;
use serde_json::Value;
use sqlx::PgPool;

/// A place with its names.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Place {
    id: Id,
    name: String,
    english: String,
}

/// Towns and villages in administrative order, each by its order among its siblings.
pub(super) struct Map {
    towns: Vec<Place>,
    villages: Vec<Place>,
    /// What came in another order.
    pub(super) faults: Vec<String>,
    /// How often each village came, in each list in which that differs: by that, most would be in another order.
    pub(super) results: Vec<Vec<usize>>,
}

/// The tree turned round: what was the last of its siblings is the first, and counted among them alone, so that neither
/// ids nor names nor the bare numbers of all villages tell the order.
pub(super) const TURNED: &str = "
    with turned as (
      select id, row_number() over (
        partition by fields->>'parent' order by (fields->>'order')::int desc, id desc) as nth
      from record where kind = 'place' and fields->>'level' in ('town', 'village')
    )
    update record set fields = fields || jsonb_build_object('order', turned.nth)
    from turned where turned.id = record.id";

impl Map {
    pub(super) async fn read(pool: &PgPool) -> Self {
        let all = async |question: &'static str| {
            sqlx::query_as::<_, Place>(question).fetch_all(pool).await.unwrap()
        };
        let towns = "select id, fields->>'name' as name, fields->>'name_en' as english from record
                     where kind = 'place' and fields->>'level' = 'town' order by (fields->>'order')::int, id";
        let villages = "select village.id, village.fields->>'name' as name, village.fields->>'name_en' as english
                        from record village join record town on town.id = (village.fields->>'parent')::uuid
                        where village.kind = 'place' and village.fields->>'level' = 'village'
                        order by (town.fields->>'order')::int, town.id, (village.fields->>'order')::int, village.id";
        let (towns, villages) = (all(towns).await, all(villages).await);
        Self { towns, villages, faults: Vec::new(), results: Vec::new() }
    }

    /// Who is the first, and so on.
    pub(super) fn villages(&self) -> Vec<Id> {
        self.villages.iter().map(|village| village.id).collect()
    }

    /// Holds the villages of rows against the map; there must be some of at least three.
    pub(super) fn rows(&mut self, list: &str, rows: impl IntoIterator<Item = Id>) {
        let text: String = rows.into_iter().map(|id| format!("{id}\n")).collect();
        self.text(list, &text, 3);
    }

    /// The same of the values of a field, which may be places of any level.
    pub(super) fn fields(&mut self, list: &str, rows: &[Value], field: &str) {
        let ids = rows.iter().filter_map(|row| row[field].as_str());
        self.text(list, &ids.collect::<Vec<_>>().join("\n"), 3);
    }

    /// Holds every mention in a text against the map: villages by id or by either name, and likewise towns.
    pub(super) fn text(&mut self, list: &str, text: &str, least: usize) {
        let villages = mentions(text, &self.villages);
        let mut counts = vec![0; self.villages.len()];
        villages.iter().for_each(|nth| counts[*nth] += 1);
        let named = counts.iter().filter(|count| **count > 0).count();
        if named < least {
            self.faults.push(format!("{list} is of {named} villages, and shows nothing"));
        }
        counts.retain(|count| *count > 0);
        if counts.iter().any(|count| *count != counts[0]) {
            self.results.push(counts);
        }
        for (level, found) in [("villages", villages), ("towns", mentions(text, &self.towns))] {
            if !found.is_sorted() {
                self.faults.push(format!("{list}: {level} stand as {found:?}"));
            }
        }
    }
}

/// Where places stand on the map, in the order in which a text names them.
fn mentions(text: &str, places: &[Place]) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (nth, place) in places.iter().enumerate() {
        for called in [&place.id.to_string(), &place.name, &place.english] {
            found.extend(text.match_indices(&**called).map(|(at, _)| (at, nth)));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, nth)| nth).collect()
}
