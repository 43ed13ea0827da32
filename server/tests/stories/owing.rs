//! What is owed in a region by the domain's own rules, asked of each record: what the one answer in SQL is held against.

use std::collections::{BTreeMap, BTreeSet};

use domain::follow::{Letter, letter, notice};
use domain::session::{Convened, Room, advice, minutes::Brief, unanswered};
use domain::waits::{self, Debt};
use domain::{DAY, Id, Kind, Millis, Record, Scope, Stage};
use server::sync::now;
use sqlx::PgPool;

/// A debt: which, about what, how many, since when.
pub(crate) type Owed = (Debt, Id, u32, Millis);

/// Everything that is stored.
pub(crate) async fn stored(pool: &PgPool) -> BTreeMap<Id, Record> {
    let rows: Vec<(String, String, Id, bool, serde_json::Value)> =
        sqlx::query_as("select scope, kind, id, gone, fields from record order by id")
            .fetch_all(pool)
            .await
            .unwrap();
    let record =
        |(scope, kind, id, gone, fields): (String, String, Id, bool, serde_json::Value)| {
            let blank = Record::blank(Kind::from(kind), id, scope.parse().unwrap());
            (id, Record { gone, fields: fields.as_object().unwrap().clone(), ..blank })
        };
    rows.into_iter().map(record).collect()
}

/// All that is owed in a region, as it stands now.
pub(crate) fn owing(all: &BTreeMap<Id, Record>, region: Id) -> BTreeSet<Owed> {
    let now = now();
    let mut owed = BTreeSet::new();
    let places = all.values().filter(|r| r.kind == Kind::Place && !r.gone);
    let villages = places.filter(|r| r.scope == Scope::Region(region));
    for village in villages.filter(|place| place.text("level") == Some("village")) {
        of_village(all, (region, village.id), now, &mut owed);
    }
    for record in within(all, Scope::District(region)).filter(|r| r.kind == Kind::Letter) {
        let read: Letter = record.read().unwrap();
        let ours = read.sort != letter::Sort::Rating && read.fate == letter::Fate::Held;
        owed.extend(ours.then_some((Debt::Letter, record.id, 1, read.written_at)));
    }
    owed
}

fn within(all: &BTreeMap<Id, Record>, scope: Scope) -> impl Iterator<Item = &Record> {
    all.values().filter(move |record| record.scope == scope && !record.gone)
}

fn of_village(
    all: &BTreeMap<Id, Record>,
    (region, village): (Id, Id),
    now: Millis,
    owed: &mut BTreeSet<Owed>,
) {
    let home = Scope::Village(village);
    let mut near: Vec<&Record> =
        [home, Scope::Draft(village)].into_iter().flat_map(|scope| within(all, scope)).collect();
    near.extend(within(all, Scope::Region(region)).filter(|r| r.kind == Kind::Person));
    let here: Vec<&Record> = within(all, home).collect();
    let advised = advice::all(&here);
    for (id, one) in advised.iter() {
        let open = one.verdict.is_none() && advice::head(&advised, *id) == *id;
        owed.extend(open.then(|| (Debt::Advice, *id, 1, one.offered_at.unwrap())));
    }
    for record in &here {
        match record.kind {
            Kind::Action => {
                let debt = waits::of_action(&record.read().unwrap(), now);
                owed.extend(debt.map(|(debt, since)| (debt, record.id, 1, since)));
            }
            Kind::Session => {
                near.extend(within(all, Scope::Session(record.id)));
                of_session(all, record, now, owed);
            }
            _ => {}
        }
    }
    let mut echoes: BTreeMap<(Id, Millis), u32> = BTreeMap::new();
    for one in notice::owed(&near) {
        *echoes.entry((one.about, one.since)).or_default() += 1;
    }
    owed.extend(echoes.into_iter().map(|((id, since), n)| (Debt::Echo, id, n, since)));
}

fn of_session(all: &BTreeMap<Id, Record>, record: &Record, now: Millis, owed: &mut BTreeSet<Owed>) {
    let session: Convened = record.read().unwrap();
    let left = unanswered(&Room::of(record, all).unwrap());
    if session.stage == Stage::Sealed && left > 0 {
        let since = session.first_at(Stage::Sealed).unwrap();
        owed.insert((Debt::Advice, record.id, u32::try_from(left).unwrap(), since));
    }
    owed.extend(waits::of_minutes(&session, now).map(|at| (Debt::Minutes, record.id, 1, at)));
    let scope = Scope::Session(record.id);
    for brief in within(all, scope).filter(|r| r.kind == Kind::Brief) {
        let read: Brief = brief.read().unwrap();
        let seated = all.get(&read.seat).is_some_and(|seat| !seat.gone && seat.scope == scope);
        let open = !session.stage.frozen() && seated && now - read.asked_at < 14 * DAY;
        let owes = open && read.answer.is_none();
        owed.extend(owes.then_some((Debt::Brief, brief.id, 1, read.asked_at)));
    }
}
