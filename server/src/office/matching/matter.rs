//! What somebody is sought for: an issue or a session of the region, with what is said of it, where it is, and who
//! sits there already.

use std::collections::{BTreeMap, BTreeSet};

use domain::form::Value;
use domain::session::Convened;
use domain::{Category, Id, Issue, Kind, Record, Role, Scope, Stage};
use serde_json::json;
use sqlx::PgConnection;

use super::vocabulary;
use crate::office::district::District;
use crate::sync::records;

/// It.
#[derive(Debug)]
pub(super) struct Matter {
    pub(super) about: Id,
    pub(super) title: String,
    pub(super) words: String,
    pub(super) categories: Vec<Category>,
    pub(super) village: Id,
    /// The sessions ahead that it is talked through in, or the session itself.
    sessions: Vec<Id>,
    /// Those who have a seat there.
    pub(super) seated: Vec<Id>,
    /// Whether an expert or a member sits there of whom the directory knows nothing.
    pub(super) stranger: bool,
}

impl Matter {
    /// The issue or session of this id, if it is of the region's villages.
    pub(super) async fn find(
        db: &mut PgConnection,
        district: &District,
        about: Id,
        kind: &Kind,
    ) -> sqlx::Result<Option<Self>> {
        let record = records::seen(db, BTreeSet::from([about])).await?.remove(&about);
        let record = record
            .filter(|record| record.kind == *kind && !record.gone && within(district, record));
        Ok(Self::all(db, record.iter()).await?.pop())
    }

    /// What is known of such records, in their order, without those that cannot be read: all of them in a few questions,
    /// however many they are.
    pub(super) async fn all(
        db: &mut PgConnection,
        records: impl Iterator<Item = &Record> + Clone,
    ) -> sqlx::Result<Vec<Self>> {
        let sessions = records.clone().filter(|record| record.kind == Kind::Session);
        let sessions: BTreeMap<Id, Convened> =
            sessions.filter_map(|record| Some((record.id, record.read().ok()?))).collect();
        let named = sessions.values().flat_map(|session| session.issues.iter().copied());
        let named = records::seen(db, named.collect()).await?;
        let mut matters: Vec<Self> = records
            .filter_map(|record| match sessions.get(&record.id) {
                Some(session) => Some(of_session(record.id, session, &named)),
                None => Some(of_issue(record.id, record.read().ok()?)),
            })
            .collect();
        let issues = matters.iter().filter(|one| one.sessions.is_empty()).map(|one| one.about);
        let evenings = evenings(db, &issues.collect::<Vec<_>>()).await?;
        for matter in &mut matters {
            let of = evenings.iter().filter(|(issue, _)| *issue == matter.about);
            matter.sessions.extend(of.map(|(_, session)| *session));
        }
        let seats = seats(db, &matters).await?;
        for matter in &mut matters {
            let mine = seats.iter().filter(|seat| matter.sessions.contains(&seat.session));
            matter.seated = mine.clone().filter_map(Seat::person).collect();
            matter.stranger = mine.clone().any(Seat::stranger);
        }
        Ok(matters)
    }

    /// Title and words as one text.
    pub(super) fn text(&self) -> String {
        format!("{}\n{}", self.title, self.words)
    }

    /// The matter as the search is told of it.
    pub(super) fn told(&self) -> Value {
        let categories: Vec<&str> = self.categories.iter().map(|one| one.as_str()).collect();
        json!({
            "about": self.about, "words": self.text(), "village": self.village, "categories": categories,
            "wanted": vocabulary::wanted(&self.title, &self.words, &self.categories),
        })
    }
}

fn within(district: &District, record: &Record) -> bool {
    match record.scope {
        Scope::Village(village) | Scope::Draft(village) => district.villages.contains(&village),
        Scope::Region(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => false,
    }
}

fn of_issue(about: Id, issue: Issue) -> Matter {
    let question = issue.question.unwrap_or_default();
    Matter {
        about,
        words: format!("{}\n{question}", issue.words),
        title: issue.title,
        categories: vec![issue.category],
        village: issue.village,
        sessions: Vec::new(),
        seated: Vec::new(),
        stranger: false,
    }
}

fn of_session(about: Id, session: &Convened, named: &BTreeMap<Id, Record>) -> Matter {
    let issues = session.issues.iter().filter_map(|id| named.get(id)?.read().ok());
    let mut issues: Vec<Issue> = issues.collect();
    issues.sort_by_key(|issue| issue.number);
    let told = |issue: &Issue| format!("{}\n{}", issue.title, issue.words);
    Matter {
        about,
        title: session.title.clone(),
        words: issues.iter().map(told).collect::<Vec<_>>().join("\n"),
        categories: issues.iter().map(|issue| issue.category).collect(),
        village: session.village,
        sessions: vec![about],
        seated: Vec::new(),
        stranger: false,
    }
}

/// Issues with the sessions ahead that they are talked through in.
async fn evenings(db: &mut PgConnection, issues: &[Id]) -> sqlx::Result<Vec<(Id, Id)>> {
    if issues.is_empty() {
        return Ok(Vec::new());
    }
    let named = sqlx::query_as(
        "select issue, session.id from record session
         cross join lateral unnest($2) issue
         where session.kind = 'session' and not session.gone and session.fields->'issues' ?| $1
           and session.fields->>'stage' = any($3) and session.fields->'issues' ? issue::text",
    );
    let words: Vec<String> = issues.iter().map(Id::to_string).collect();
    named.bind(words).bind(issues).bind(ahead()).fetch_all(db).await
}

/// A seat of a session.
#[derive(sqlx::FromRow)]
struct Seat {
    session: Id,
    person: Option<String>,
    role: String,
}

impl Seat {
    fn person(&self) -> Option<Id> {
        Id::try_parse(self.person.as_ref()?).ok()
    }

    fn stranger(&self) -> bool {
        let known = matches!(Role::of(&self.role), Some(Role::Expert | Role::Member));
        self.person().is_none() && known
    }
}

async fn seats(db: &mut PgConnection, matters: &[Matter]) -> sqlx::Result<Vec<Seat>> {
    let sessions = matters.iter().flat_map(|matter| &matter.sessions);
    let scopes: Vec<String> = sessions.map(|id| Scope::Session(*id).to_string()).collect();
    let found = sqlx::query_as(
        "select substr(scope, 3)::uuid as session, fields->>'person' as person, fields->>'role' as role
         from record where scope = any($1) and kind = 'seat' and not gone",
    );
    found.bind(scopes).fetch_all(db).await
}

/// The stages before the bench sits down.
pub(super) fn ahead() -> Vec<&'static str> {
    Stage::ALL.into_iter().filter(|stage| stage.ahead()).map(Stage::as_str).collect()
}
