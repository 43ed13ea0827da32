//! Two that become one: what goes over is brought before the judge, and once it is judged, what lies outside of records goes
//! with it: roles with their ends, open invites, and what the next village may read of an issue.

use std::collections::{BTreeMap, BTreeSet};

use domain::form::Value;
use domain::refusal::Apart;
use domain::sync::authority::{Over, Stamps, go_over};
use domain::sync::{Answer, Arrived, Outcome};
use domain::trust::{self, Distrust};
use domain::{Act, Change, Form, Id, Kind, Record, Refusal, Scope, Stage};
use sqlx::PgConnection;
use words::Lang;

use super::sitting::Sitting;
use crate::accounts::audit::{self, Deed};
use crate::accounts::post::News;
use crate::accounts::who::SignedIn;
use crate::accounts::{member, united};
use crate::pages::village::Village;

type Held = BTreeMap<Id, (Record, Stamps)>;

/// What is theirs: the seats that they sit on, what they lead, and who was made one with them before.
const THEIRS: &str =
    "select id from record where kind = 'seat' and not gone and fields->>'person' = any($1)
     union all
     select id from record where kind = 'action' and not gone and fields->>'lead' = any($1)
     union all
     select id from record where kind = 'person' and fields ? 'into' and fields->>'into' = any($1)";

/// The double and the one that carries on, if a change makes one of two.
fn pair(change: &Change) -> Option<(Id, Id)> {
    match &change.act {
        Act::Unite { into } => Some((change.id, *into)),
        _ => None,
    }
}

/// The records that these changes reach beside those they are done to: they are held until the commit, too.
pub(super) async fn reached(db: &mut PgConnection, read: &[Arrived]) -> sqlx::Result<Vec<Id>> {
    let joins = read.iter().flatten().filter(|change| change.act.joins());
    let mut ids: Vec<Id> = joins.filter_map(|change| change.act.names()).collect();
    let pairs = read.iter().flatten().filter_map(pair);
    let people: Vec<String> =
        pairs.flat_map(|(double, into)| [double, into]).map(|id| id.to_string()).collect();
    if !people.is_empty() {
        let theirs: Vec<Id> = sqlx::query_scalar(THEIRS).bind(people).fetch_all(&mut *db).await?;
        ids.extend(theirs);
    }
    Ok(ids)
}

/// The sessions of the seats that may go over, and the places that say which region two of a kind belong to.
pub(super) fn around(read: &[Arrived], held: &Held) -> (BTreeSet<Id>, BTreeSet<Id>) {
    let (mut sessions, mut places) = (BTreeSet::new(), BTreeSet::new());
    if !read.iter().flatten().any(|change| change.act.joins()) {
        return (sessions, places);
    }
    for (record, _) in held.values() {
        match record.scope {
            Scope::Session(id) if record.kind == Kind::Seat => drop(sessions.insert(id)),
            Scope::Village(id) | Scope::Draft(id) => drop(places.insert(id)),
            Scope::Region(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => {}
        }
    }
    (sessions, places)
}

/// Why doubles are not struck, for what no record says: a phone that is signed in, and roles that do not go together.
pub(super) async fn apart(
    db: &mut PgConnection,
    caller: &SignedIn,
    read: &[Arrived],
) -> sqlx::Result<BTreeMap<(Id, Id), Apart>> {
    let mut apart = BTreeMap::new();
    for (double, into) in read.iter().flatten().filter_map(pair) {
        if let Some(why) = why_apart(db, caller, (double, into)).await? {
            apart.insert((double, into), why);
        }
    }
    Ok(apart)
}

async fn why_apart(
    db: &mut PgConnection,
    caller: &SignedIn,
    (double, into): (Id, Id),
) -> sqlx::Result<Option<Apart>> {
    if united::signed_in(db, double).await? {
        return Ok(Some(Apart::Phone));
    }
    let mut people = member::several(db, BTreeSet::from([caller.person, double, into])).await?;
    let who = member::who(db, caller.person).await?;
    let (Some(double), Some(into)) = (people.remove(&double), people.remove(&into)) else {
        return Ok(None);
    };
    let new = trust::posts(&double).into_iter().filter(|held| !into.roles.contains(held));
    let mut refused = new.filter_map(|(role, at)| trust::may_give(&who, &into, role, at).err());
    Ok(refused.next().map(|distrust| match distrust {
        Distrust::NotYours => Apart::Region,
        Distrust::Own => Apart::Own,
        Distrust::Watched => Apart::Watched,
    }))
}

impl Sitting {
    /// Whether two may be made one, as far as no record says it.
    pub(super) fn together(&self, change: &Change) -> Result<(), Refusal> {
        let why = pair(change).and_then(|pair| self.around.apart.get(&pair));
        why.map_or(Ok(()), |why| Err(Refusal::Apart { why: *why }))
    }

    /// What was a double's goes over to whoever carries on. What is sealed stays as it is; where both sit in one session,
    /// both seats stay.
    pub(super) fn take_over(&mut self, double: Id, into: Id) {
        let Some(double) = self.sheets.get(&double).map(|sheet| sheet.record.clone()) else {
            return;
        };
        let over = Over { double: &double, into, by: self.who.person, at: double.at };
        let seats = self.sheets.values().map(|sheet| &sheet.record);
        let seats = seats.filter(|record| record.kind == Kind::Seat && !record.gone);
        let own: BTreeSet<Scope> =
            seats.filter(|seat| seat.link("person") == Some(into)).map(|seat| seat.scope).collect();
        let stays: BTreeSet<Id> = self
            .sheets
            .values()
            .map(|sheet| &sheet.record)
            .filter(|record| record.kind == Kind::Seat)
            .filter(|seat| own.contains(&seat.scope) || !self.open(seat.scope))
            .map(|seat| seat.id)
            .collect();
        for (id, sheet) in &mut self.sheets {
            if *id == double.id || stays.contains(id) {
                continue;
            }
            let stood = sheet.record.scope;
            if let Some(lost) = go_over(&mut sheet.record, &mut sheet.stamps, over) {
                let rev = sheet.record.rev;
                sheet.over.extend(lost.into_iter().map(|lost| (rev, stood, lost)));
                sheet.written = true;
            }
        }
    }

    /// Whether a session is still open: nothing of it is sealed, and it is to be.
    fn open(&self, scope: Scope) -> bool {
        let session = self.sheets.get(&scope.owner()).map(|sheet| &sheet.record);
        let session = session.or_else(|| self.around.named.get(&scope.owner()));
        let stage = session.and_then(|session| session.fields.get("stage").cloned());
        stage.and_then(|stage| Stage::read(stage).ok()).is_some_and(|stage| !stage.frozen())
    }
}

fn accepted<'a>(
    answers: &'a [(Answer, Option<&'a Change>)],
) -> impl Iterator<Item = &'a Change> + 'a {
    let taken = |(answer, change): &'a (Answer, Option<&'a Change>)| {
        change.filter(|_| !matches!(answer.outcome, Outcome::Refused { .. }))
    };
    answers.iter().filter_map(taken)
}

/// Writes down what an issue is called that goes on in another village, as the public may read it: those whose issue was
/// merged cannot read the other.
pub(super) async fn entitle(
    db: &mut PgConnection,
    sitting: &mut Sitting,
    answers: &[(Answer, Option<&Change>)],
) -> sqlx::Result<()> {
    for change in accepted(answers) {
        let Act::Merge { into } = change.act else { continue };
        let merged = sitting.sheets.get(&change.id).map(|sheet| &sheet.record);
        let fresh = merged.filter(|record| !record.fields.contains_key("merged_title"));
        let Some(village) = fresh.and_then(|record| record.link("merged_village")) else {
            continue;
        };
        let veil = Village::find(db, village).await?.veil(Lang::Zh);
        let title = sitting.sheets.get(&into).and_then(|sheet| sheet.record.text("title"));
        let Some(title) = title.map(|title| veil.over(title, None)) else { continue };
        if let Some(sheet) = sitting.sheets.get_mut(&change.id) {
            sheet.record.fields.insert("merged_title".to_owned(), Value::from(title));
        }
    }
    Ok(())
}

/// Moves what lies outside of records, and notes who was made one with whom.
pub(super) async fn settle(
    db: &mut PgConnection,
    caller: &SignedIn,
    answers: &[(Answer, Option<&Change>)],
) -> sqlx::Result<News> {
    let mut news = News::new();
    for change in accepted(answers) {
        let Some((double, into)) = pair(change) else { continue };
        let deed = Deed {
            person: Some(caller.person),
            device: Some(caller.device),
            deed: "united",
            about: Some(into),
            scope: Some(change.scope),
            ..Deed::default()
        };
        audit::note(db, &[deed]).await?;
        news.extend(united::hand_over(db, double, into).await?);
    }
    Ok(news)
}
