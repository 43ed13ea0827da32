//! Open issues of two villages that say the same, of one category.

use std::collections::{BTreeMap, BTreeSet};

use domain::doubles::{Matter, Twins};
use domain::{Category, Id, Millis, Scope, Standing};
use sqlx::PgConnection;

use super::scopes;
use crate::office::district::District;
use crate::office::matching::idle;
use crate::office::report::places::Places;

/// What is not done with, of these scopes.
pub(super) const OPEN: &str =
    "select id, scope, (fields->>'number')::bigint as number, fields->>'title' as title,
            fields->>'words' as words, fields->>'category' as category,
            fields->>'standing' as standing, (fields->'trail'->0->>'at')::bigint as raised_at
     from record
     where kind = 'issue' and not gone and scope = any($1) and fields->>'standing' = any($2)
     order by id";

/// From where an issue can still be merged into another.
const JOINS: [Standing; 3] = [Standing::Lead, Standing::Triaged, Standing::Drafted];
/// Where it is open besides.
const STANDS: [Standing; 5] = [
    Standing::Received,
    Standing::Approved,
    Standing::Posted,
    Standing::Scheduled,
    Standing::Consulted,
];
/// So many pieces two have in common at least, and so large a part of the shorter one is that.
const ALIKE: (usize, usize) = (3, 4);
/// What more than one of so many issues says tells nothing apart.
const COMMON: usize = 6;
/// So many words are shown.
const SHOWN: usize = 3;

/// An open issue with what it says.
#[derive(Debug)]
pub(super) struct Open {
    matter: Matter,
    text: String,
    pieces: BTreeSet<[char; 2]>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    scope: String,
    number: Option<i64>,
    title: Option<String>,
    words: Option<String>,
    category: Option<String>,
    standing: Option<String>,
    raised_at: Option<Millis>,
}

/// Reads them.
pub(super) async fn open(db: &mut PgConnection, district: &District) -> sqlx::Result<Vec<Open>> {
    let standings: Vec<&str> = JOINS.iter().chain(&STANDS).map(|one| one.as_str()).collect();
    let rows: Vec<Row> =
        sqlx::query_as(OPEN).bind(scopes(district)).bind(standings).fetch_all(db).await?;
    let idle: BTreeSet<[char; 2]> = pieces(&idle());
    let read = |row: Row| {
        let (Ok(Scope::Village(village)) | Ok(Scope::Draft(village))) = row.scope.parse() else {
            return None;
        };
        let stands = row.standing.as_deref();
        let standing = Standing::ALL.into_iter().find(|one| Some(one.as_str()) == stands)?;
        let matter = Matter {
            issue: row.id,
            village,
            number: row.number.and_then(|number| u32::try_from(number).ok()),
            title: row.title?,
            category: row.category.as_deref().and_then(Category::of)?,
            standing,
            raised_at: row.raised_at.unwrap_or_default(),
        };
        let text = format!("{}。{}", matter.title, row.words.unwrap_or_default());
        let pieces = pieces(&text).difference(&idle).copied().collect();
        Some(Open { matter, text, pieces })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Every two neighbouring characters.
fn pieces(text: &str) -> BTreeSet<[char; 2]> {
    let low: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let pairs = low.windows(2).filter_map(|pair| <[char; 2]>::try_from(pair).ok());
    pairs.filter(|pair| pair.iter().all(|c| c.is_alphanumeric())).collect()
}

/// The pairs that say the same, in the order of the map. One of both can still be merged.
pub(super) fn alike(open: &[Open], places: &Places) -> Vec<Twins> {
    let mut said = BTreeMap::<[char; 2], usize>::new();
    for one in open {
        one.pieces.iter().for_each(|piece| *said.entry(*piece).or_default() += 1);
    }
    let most = (open.len() / COMMON).max(COMMON);
    let mut drawers = BTreeMap::<&str, Vec<(&Open, BTreeSet<[char; 2]>)>>::new();
    for one in open {
        let telling = one.pieces.iter().filter(|piece| said[*piece] <= most).copied().collect();
        drawers.entry(one.matter.category.as_str()).or_default().push((one, telling));
    }
    let mut pairs = Vec::new();
    for drawer in drawers.values() {
        for (at, (one, telling)) in drawer.iter().enumerate() {
            for (other, others) in &drawer[at + 1..] {
                let movable = |one: &Open| JOINS.contains(&one.matter.standing);
                if one.matter.village == other.matter.village || !movable(one) && !movable(other) {
                    continue;
                }
                let shared: BTreeSet<[char; 2]> = telling.intersection(others).copied().collect();
                let least = telling.len().min(others.len()).div_ceil(ALIKE.1).max(ALIKE.0);
                if shared.len() >= least {
                    pairs.push((*one, *other, shared));
                }
            }
        }
    }
    let rank = |one: &Matter| (places.nth(one.village), one.issue);
    let mut twins: Vec<Twins> = pairs
        .into_iter()
        .map(|(one, other, shared)| {
            let shared = runs(&one.text, &shared);
            let mut both = vec![one.matter.clone(), other.matter.clone()];
            both.sort_by_key(rank);
            Twins { both, shared }
        })
        .collect();
    twins.sort_by_cached_key(|twins| twins.both.iter().map(rank).collect::<Vec<_>>());
    twins
}

/// What both say, as it stands in the text of one: the longest first.
fn runs(text: &str, shared: &BTreeSet<[char; 2]>) -> Vec<String> {
    let low: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let mut runs = Vec::<String>::new();
    let mut run = String::new();
    for pair in low.windows(2) {
        let here = <[char; 2]>::try_from(pair).is_ok_and(|pair| shared.contains(&pair));
        match (here, run.is_empty()) {
            (true, true) => run.extend(pair),
            (true, false) => run.extend(pair.last()),
            (false, _) => runs.extend((!run.is_empty()).then(|| std::mem::take(&mut run))),
        }
    }
    runs.extend(Some(run).filter(|run| !run.is_empty()));
    runs.sort_by_key(|run| std::cmp::Reverse(run.chars().count()));
    let mut told = Vec::<String>::new();
    for run in runs {
        if told.len() < SHOWN && !told.iter().any(|one| one.contains(&run)) {
            told.push(run);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issue(n: u128, village: u128, standing: Standing, text: &str) -> Open {
        let matter = Matter {
            issue: Id::from_u128(n),
            village: Id::from_u128(village),
            number: None,
            title: text.into(),
            category: Category::Field,
            standing,
            raised_at: 0,
        };
        Open { matter, text: text.into(), pieces: pieces(text) }
    }

    #[test]
    fn two_villages_downstream_of_one_brook_say_the_same() {
        let open = [
            issue(1, 7, Standing::Posted, "枫溪上游采砂，下游渠口淤了"),
            issue(2, 8, Standing::Triaged, "枫溪上游挖砂，我们渠口淤塞"),
            issue(3, 8, Standing::Triaged, "机耕路会车难"),
            issue(4, 7, Standing::Posted, "枫溪上游采砂，鱼没了"),
            issue(5, 9, Standing::Posted, "枫溪上游要不要筑坝"),
        ];
        let told = alike(&open, &Places::default());
        let pairs: Vec<_> = told
            .iter()
            .map(|twins| (twins.both[0].issue.as_u128(), twins.both[1].issue.as_u128()))
            .collect();
        // 4 and 5 can neither of them be merged any more
        assert_eq!(pairs, [(1, 2), (2, 4), (2, 5)]);
        assert_eq!(told[0].shared, ["枫溪上游", "渠口淤"]);
    }
}
