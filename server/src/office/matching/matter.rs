//! What somebody is sought for: an issue or a session of the region, with what is said of it, where it is, and who
//! sits there already.

use std::collections::BTreeSet;

use domain::form::Value;
use domain::session::Convened;
use domain::{Category, Id, Issue, Kind, Record, Role, Scope, Stage};
use sqlx::PgConnection;

use super::vocabulary;
use crate::office::district::District;
use crate::sync::records;

/// It.
#[derive(Debug)]
pub(super) struct Matter {
    pub(super) title: String,
    pub(super) words: String,
    pub(super) categories: Vec<Category>,
    pub(super) village: Id,
    /// The sessions ahead that it is talked through in, or the session itself.
    pub(super) sessions: Vec<Id>,
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
        match record
            .filter(|record| record.kind == *kind && !record.gone && within(district, record))
        {
            Some(record) => Self::of(db, &record).await,
            None => Ok(None),
        }
    }

    /// What is known of such a record; nothing where it cannot be read.
    pub(super) async fn of(db: &mut PgConnection, record: &Record) -> sqlx::Result<Option<Self>> {
        let Some(mut matter) = (match record.kind {
            Kind::Session => of_session(db, record).await?,
            _ => of_issue(db, record).await?,
        }) else {
            return Ok(None);
        };
        let scopes: Vec<String> =
            matter.sessions.iter().map(|id| Scope::Session(*id).to_string()).collect();
        let seats: Vec<(Option<String>, String)> = sqlx::query_as(
            "select fields->>'person', fields->>'role' from record
             where scope = any($1) and kind = 'seat' and not gone",
        )
        .bind(scopes)
        .fetch_all(db)
        .await?;
        for (person, role) in seats {
            match person.and_then(|id| Id::try_parse(&id).ok()) {
                Some(person) => matter.seated.push(person),
                None => {
                    let role = Role::of(&role);
                    matter.stranger |= matches!(role, Some(Role::Expert | Role::Member));
                }
            }
        }
        Ok(Some(matter))
    }

    /// Title and words as one text.
    pub(super) fn text(&self) -> String {
        format!("{}\n{}", self.title, self.words)
    }

    /// The fields it is about.
    pub(super) fn wanted(&self) -> Value {
        vocabulary::wanted(&self.title, &self.words, &self.categories)
    }
}

fn within(district: &District, record: &Record) -> bool {
    match record.scope {
        Scope::Village(village) | Scope::Draft(village) => district.villages.contains(&village),
        Scope::Region(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => false,
    }
}

async fn of_issue(db: &mut PgConnection, record: &Record) -> sqlx::Result<Option<Matter>> {
    let Ok(issue) = record.read::<Issue>() else { return Ok(None) };
    let sessions: Vec<Id> = sqlx::query_scalar(
        "select id from record
         where kind = 'session' and not gone and fields->'issues' ? $1 and fields->>'stage' = any($2)",
    )
    .bind(record.id.to_string())
    .bind(ahead())
    .fetch_all(db)
    .await?;
    let question = issue.question.unwrap_or_default();
    Ok(Some(Matter {
        words: format!("{}\n{question}", issue.words),
        title: issue.title,
        categories: vec![issue.category],
        village: issue.village,
        sessions,
        seated: Vec::new(),
        stranger: false,
    }))
}

async fn of_session(db: &mut PgConnection, record: &Record) -> sqlx::Result<Option<Matter>> {
    let Ok(session) = record.read::<Convened>() else { return Ok(None) };
    let issues = records::seen(db, session.issues.iter().copied().collect()).await?;
    let mut issues: Vec<Issue> = issues.values().filter_map(|issue| issue.read().ok()).collect();
    issues.sort_by_key(|issue| issue.number);
    let told = |issue: &Issue| format!("{}\n{}", issue.title, issue.words);
    Ok(Some(Matter {
        title: session.title,
        words: issues.iter().map(told).collect::<Vec<_>>().join("\n"),
        categories: issues.iter().map(|issue| issue.category).collect(),
        village: session.village,
        sessions: vec![record.id],
        seated: Vec::new(),
        stranger: false,
    }))
}

/// The stages before the bench sits down.
pub(super) fn ahead() -> Vec<&'static str> {
    Stage::ALL.into_iter().filter(|stage| stage.ahead()).map(Stage::as_str).collect()
}
