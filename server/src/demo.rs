//! The sample village: seeded through the same door that phones use, so that it obeys every rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use domain::form::Value;
use domain::place::{Person, Place};
use domain::session::{self, Convened, Duty, seal};
use domain::sync::{Outcome, PROTO, Push, PushReply};
use domain::{Act, Change, Form, Id, Kind, Millis, Record, Refusal, Role, Scope};
use words::Lang;

use crate::accounts::{invite, member, who::SignedIn};
use crate::sync::{now, push, records};
use crate::{Error, Hall};
use directory::{DISTRICT, PEOPLE, PLACES, VILLAGE, Who, group, named, place};
use matter::{Told, at};

mod after;
mod answers;
mod aside;
mod bench;
mod blueprint;
mod directory;
mod echoes;
mod experts;
mod letters;
mod matter;
mod open;
mod plan;
mod ready;
mod settled;
mod steps;
pub mod valley;

/// Why the sample village is not there.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The database failed.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// A push failed as a whole.
    #[error("the sample village was not taken: {0}")]
    Push(#[from] Error),
    /// A change of the sample was refused.
    #[error("change {0} of the sample was refused: {1}")]
    Refused(Id, Refusal),
    /// Something else has used the sample's numbers.
    #[error("the sample's numbers are taken by something else")]
    Fork,
}

/// Before anybody raised anything.
const OPENING: Millis = at(2, 24, 9, 0);

/// Seeds the sample village; false if it was there already. What a killed seeding left undone is
/// done, since each change is known by its name and taken once.
pub async fn seed(hall: &Hall) -> Result<bool, DemoError> {
    enrol(hall).await?;
    let mut told = directory();
    let matters = settled::MATTERS.iter().chain(&aside::MATTERS).chain(&open::MATTERS);
    let mut issues: Vec<Told> = matters.flat_map(matter::Matter::changes).collect();
    issues.sort_by_key(|(_, change)| (change.at, change.uuid));
    told.append(&mut issues);
    let mut numbers = Numbers::new();
    let mut fresh = tell(hall, &mut numbers, &told).await?;
    fresh |= tell(hall, &mut numbers, &plan::last_year()).await?;
    fresh |= spring(hall, &mut numbers).await?;
    fresh |= autumn(hall, &mut numbers).await?;
    fresh |= tell(hall, &mut numbers, &ready::told().told).await?;
    fresh |= tell(hall, &mut numbers, &echoes::of_issues()).await?;
    fresh |= letters::seed(hall, &mut numbers).await?;
    fresh |= tell(hall, &mut numbers, &experts::told()).await?;
    Ok(fresh)
}

/// The evening by the washing steps, and all that came of it.
async fn spring(hall: &Hall, numbers: &mut Numbers) -> Result<bool, DemoError> {
    let mut bench = steps::told();
    let said = begun(&bench, &Kind::Statement);
    let mut fresh = tell(hall, numbers, &bench.told).await?;
    let signs = [(Who::ShiJianlin, Duty::Host), (Who::WuGuoliang, Duty::Witness)];
    let digest = digest(hall, bench.id).await?;
    let sealing = bench.sealing(steps::SIGNED, signs, Who::ChenSuqin, &digest);
    fresh |= tell(hall, numbers, &sealing).await?;
    let advice = steps::answered(&mut bench, &said);
    fresh |= tell(hall, numbers, &bench.told).await?;
    fresh |= tell(hall, numbers, &echoes::of_spring(&advice)).await?;
    if let Some(first) = advice.first() {
        fresh |= tell(hall, numbers, &after::steps(bench.id, *first)).await?;
    }
    fresh |= tell(hall, numbers, &steps::closed(&mut bench)).await?;
    Ok(fresh)
}

/// The evening under the camphor tree, and what has come of it so far.
async fn autumn(hall: &Hall, numbers: &mut Numbers) -> Result<bool, DemoError> {
    let mut bench = blueprint::told();
    let (said, tasks) = (begun(&bench, &Kind::Statement), begun(&bench, &Kind::Action));
    let mut fresh = tell(hall, numbers, &bench.told).await?;
    let digest = digest(hall, bench.id).await?;
    let signs = [(Who::WuGuoliang, Duty::Host), (Who::ShiJianlin, Duty::Witness)];
    let sealing = bench.sealing(blueprint::SIGNED, signs, Who::ChenSuqin, &digest);
    fresh |= tell(hall, numbers, &sealing).await?;
    let advice = answers::told(&mut bench, &said, &tasks);
    echoes::of_autumn(&mut bench, &advice);
    fresh |= tell(hall, numbers, &bench.told).await?;
    let (actions, canteen, clinic) = after::actions(&tasks);
    fresh |= tell(hall, numbers, &actions).await?;
    let plan = plan::this_year(bench.id, &tasks, canteen, clinic);
    fresh |= tell(hall, numbers, &plan).await?;
    Ok(fresh)
}

/// The records of a kind that begin in what was told, in their order.
fn begun(bench: &bench::Bench, kind: &Kind) -> Vec<Id> {
    let told = bench.told.iter().map(|(_, change)| change);
    told.filter(|change| change.act.begins().as_ref() == Some(kind)).map(|c| c.id).collect()
}

/// How many changes each has sent.
type Numbers = BTreeMap<Who, u64>;

/// Sends changes in their order; true if some of them were not there yet.
async fn tell(hall: &Hall, numbers: &mut Numbers, told: &[Told]) -> Result<bool, DemoError> {
    let mut fresh = false;
    for run in told.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((who, _)) = run.first() else { continue };
        let number = numbers.entry(*who).or_default();
        let changes = run.iter().map(|(_, change)| {
            *number += 1;
            Change { seq: *number, ..change.clone() }.form()
        });
        fresh |= send(hall, *who, changes.collect()).await?;
    }
    Ok(fresh)
}

/// The digest of what stands in a session, as host and witness read it.
async fn digest(hall: &Hall, id: Id) -> Result<String, DemoError> {
    let mut db = hall.pool.acquire().await?;
    let session = records::seen(&mut db, BTreeSet::from([id])).await?.remove(&id);
    let session = session.ok_or(DemoError::Refused(id, Refusal::NoSuchRecord))?;
    // once it is sealed, what was promised lies elsewhere; the seal knows what it was
    if let Some(seal) = session.read::<Convened>().ok().and_then(|convened| convened.seal) {
        return Ok(seal.digest);
    }
    let within = records::within(&mut db, &BTreeSet::from([Scope::Session(id)])).await?;
    let within: Vec<&Record> = within.values().collect();
    let content = session::content(&session, &within);
    Ok(seal::digest(&content.map_err(|refusal| DemoError::Refused(id, refusal))?))
}

/// Everybody's account, roles and a device that nobody can use.
async fn enrol(hall: &Hall) -> sqlx::Result<()> {
    let mut tx = hall.pool.begin().await?;
    for person in &PEOPLE {
        member::enrol(&mut tx, person.who.id()).await?;
        for scope in member::scopes_of(person.role, place(VILLAGE), place(DISTRICT)) {
            member::grant(&mut tx, person.who.id(), person.role, scope).await?;
        }
        let device = device(person.who);
        sqlx::query(
            "insert into device (id, person, token_sha256, name, expires, revoked)
             values ($1, $2, sha256($1::text::bytea), 'sample', now(), now())
             on conflict do nothing",
        )
        .bind(device)
        .bind(person.who.id())
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await
}

fn device(who: Who) -> Id {
    named(6, who as u32)
}

/// The places and people, entered by the office.
fn directory() -> Vec<Told> {
    let scope = Scope::Region(place(DISTRICT));
    let change = |number: u32, kind, id, act| {
        (
            Who::LiYuanhang,
            Change {
                uuid: named(7, number),
                seq: 0,
                at: OPENING,
                kind,
                id,
                scope,
                act,
                made_on: None,
            },
        )
    };
    let places = (0..).zip(&PLACES).map(|(order, spot)| {
        let parent = (spot.parent > 0).then(|| place(spot.parent));
        let (name, name_en) = (spot.name.to_owned(), Some(spot.name_en.to_owned()));
        let entry = Place { name, name_en, level: spot.level, parent, order };
        change(u32::from(spot.id), Kind::Place, place(spot.id), Act::Found(entry))
    });
    let people = PEOPLE.iter().map(|person| {
        let (name, note) = (person.name.to_owned(), person.note.map(str::to_owned));
        let entry = Person { name, note, group: person.group.map(group), role: Some(person.role) };
        change(1000 + person.who as u32, Kind::Person, person.who.id(), Act::Introduce(entry))
    });
    places.chain(people).collect()
}

/// Sends changes as one person; true if some of them were not there yet.
async fn send(hall: &Hall, who: Who, changes: Vec<Value>) -> Result<bool, DemoError> {
    let caller = SignedIn { person: who.id(), device: device(who), slot: 1, renewed: None };
    let (client, sent_at) = (named(8, who as u32), now());
    let (build, epoch) = ("sample".to_owned(), None);
    let sent = Push { proto: PROTO, build, epoch, person: None, client, sent_at, changes };
    let (reply, _) = push::take(hall, &caller, &sent, sent_at).await?;
    let PushReply::Taken(taken) = reply else { return Err(DemoError::Fork) };
    let mut fresh = false;
    for answer in taken.results {
        fresh |= !answer.dup;
        match answer.outcome {
            Outcome::Refused { refusal } => return Err(DemoError::Refused(answer.uuid, refusal)),
            Outcome::Ok | Outcome::Merged | Outcome::Both => {}
        }
    }
    Ok(fresh)
}

/// Those whose links are said, each for another role.
const GUESTS: [Who; 6] = [
    Who::ChenSuqin,
    Who::ShiJianlin,
    Who::WangCaidi,
    Who::WuGuoliang,
    Who::HuShangyun,
    Who::LiYuanhang,
];

/// Where to open it and by which links: said at every start, with fresh links.
pub async fn welcome(hall: &Hall, origin: &str) -> Result<String, DemoError> {
    let mut told = format!(
        "\n  板凳会  Bandeng\n\n  打开 open     {origin}/app/\n  公示 notices  {origin}/\n\n  \
         样例村“上枫村”的邀请，各用一次，七天内有效\n  \
         Invites to the sample village, each good once, for seven days\n\n"
    );
    let guests = PEOPLE.iter().filter(|person| GUESTS.contains(&person.who));
    for person in guests {
        let code = invite::mint(&hall.pool, person.who.id(), None).await?;
        let (chinese, english) = both(person.role);
        let link = format!("{origin}/app/welcome#{}", code.reveal());
        // writing to a string cannot fail
        let _ = writeln!(told, "  {}  {chinese} {english}\n    {link}", person.name);
    }
    let _ = writeln!(
        told,
        "  没有账号也能提 raise an issue without an account\n    {origin}/raise/{}\n  \
         问到哪一步 ask how far it is\n    {origin}/ask  {}",
        place(VILLAGE),
        letters::SLIP
    );
    let _ =
        writeln!(told, "  方教授的一页纸 the expert’s page\n    {origin}/brief/{}", ready::SECRET);
    Ok(told)
}

fn both(role: Role) -> (&'static str, &'static str) {
    ((Lang::Zh.words().names.role)(role), (Lang::En.words().names.role)(role))
}
