//! Asks the database who could help with a matter, and puts the reasons into words of the domain.

use std::collections::BTreeMap;

use domain::expertise::Manner;
use domain::form::Value;
use domain::matching::{Reason, Suggestion};
use domain::{Category, DAY, Id, Millis, Role, Scope};
use sqlx::PgConnection;

use super::matter::{Matter, ahead};
use super::vocabulary;
use crate::office::district::District;

/// The statement: one, so that what is weighed against what is read in one place.
const SEARCH: &str = concat!(include_str!("sat.sql"), include_str!("search.sql"));
/// How long asking somebody counts.
pub(super) const YEAR: Millis = 365 * DAY;

#[derive(Debug, sqlx::FromRow)]
struct Row {
    about: Id,
    id: Id,
    name: Option<String>,
    role: Option<String>,
    note: Option<String>,
    manner: Option<String>,
    own: Option<Vec<String>>,
    said: Option<Vec<String>>,
    kin: Option<Vec<String>>,
    run: Option<Vec<String>>,
    how: Option<String>,
    place: Option<Id>,
    past: i64,
    category: Option<String>,
    asked: i64,
}

/// Everybody of the directory who may be of help with each of these matters, those who fit better first; those who sit
/// there already, too.
pub(super) async fn search(
    db: &mut PgConnection,
    district: &District,
    matters: &[Matter],
    now: Millis,
) -> sqlx::Result<BTreeMap<Id, Vec<Suggestion>>> {
    let rows: Vec<Row> = sqlx::query_as(SEARCH)
        .bind(Scope::Region(district.region).to_string())
        .bind(district.scopes())
        .bind(matters.iter().map(Matter::told).collect::<Value>())
        .bind(vocabulary::idle())
        .bind(now - YEAR)
        .bind(ahead())
        .fetch_all(db)
        .await?;
    let texts: BTreeMap<Id, String> = matters.iter().map(|one| (one.about, one.text())).collect();
    let mut found = BTreeMap::<Id, Vec<Suggestion>>::new();
    for row in rows {
        let text = texts.get(&row.about).map_or("", String::as_str);
        found.entry(row.about).or_default().push(row.told(text));
    }
    Ok(found)
}

impl Row {
    fn told(self, text: &str) -> Suggestion {
        let mut knows = self.own.unwrap_or_default();
        knows.extend(self.said.unwrap_or_default());
        let mut reasons = Vec::new();
        for word in knows.into_iter().take(3) {
            let reason = Reason::Knows { word };
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        if reasons.is_empty() {
            let kin = self.kin.unwrap_or_default().into_iter().take(1);
            reasons.extend(kin.map(|word| Reason::Category { word }));
        }
        let words = runs(text, &self.run.unwrap_or_default()).into_iter().take(2);
        let fresh = words.filter(|words| {
            !reasons.iter().any(|one| matches!(one, Reason::Knows { word } if word.contains(words)))
        });
        let fresh: Vec<Reason> = fresh.map(|words| Reason::Words { words }).collect();
        reasons.extend(fresh);
        let category = self.category.as_deref().and_then(Category::of);
        if let Some(category) = category.filter(|_| self.past > 0) {
            let times = u32::try_from(self.past).unwrap_or(u32::MAX);
            reasons.push(Reason::Past { category, times });
        }
        match (self.place, self.how.as_deref()) {
            (Some(place), Some("lives")) => reasons.push(Reason::Lives { place }),
            (Some(place), Some(_)) => reasons.push(Reason::Place { place }),
            _ => {}
        }
        Suggestion {
            person: self.id,
            name: self.name.unwrap_or_default(),
            role: self.role.as_deref().and_then(Role::of),
            note: self.note,
            manner: self.manner.as_deref().and_then(Manner::of),
            reasons,
            asked: u32::try_from(self.asked).unwrap_or(u32::MAX),
        }
    }
}

/// The longest words of the text that are made of these pieces alone; of pieces of other scripts those that are whole
/// words.
fn runs(text: &str, pieces: &[String]) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut runs: Vec<String> = Vec::new();
    let mut run = String::new();
    for pair in chars.windows(2).map(Some).chain([None]) {
        let held = pair.filter(|pair| pieces.contains(&pair.iter().collect::<String>()));
        match (held, run.is_empty()) {
            (Some(pair), true) => run.extend(pair),
            (Some(pair), false) => run.extend(pair.last()),
            (None, _) => runs.extend((!run.is_empty()).then(|| std::mem::take(&mut run))),
        }
    }
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let whole = |word: &&str| {
        let word = format!("__{}_", word.to_ascii_lowercase());
        (0..word.len() - 2).all(|at| pieces.iter().any(|piece| *piece == word[at..at + 3]))
    };
    runs.extend(words.filter(whole).map(str::to_owned));
    runs.sort_by_key(|run| std::cmp::Reverse(run.chars().count()));
    let mut once = Vec::new();
    for run in runs {
        if !once.contains(&run) {
            once.push(run);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn neighbouring_pieces_are_one_word_and_another_script_needs_whole_words() {
        let pieces: Vec<String> =
            ["污水", "水管", "倒灌", "__5", "_5g", "5g_", "__c"].map(str::to_owned).into();
        let told = runs("污水管接户，三户倒灌，倒灌；5G car", &pieces);
        assert_eq!(told, ["污水管", "倒灌", "5G"]);
        assert!(runs("没有", &pieces).is_empty());
    }
}
