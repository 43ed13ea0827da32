//! An evening on the benches of the valley, from the plan to the hand-over, as far as time has gone.

use domain::form::Value;
use domain::session::{
    self, Answer, Check, Convene, Duty, How, Mode, Promise, Seat, Sort, Stage, State, Verdict,
    Word, papers_of, seal,
};
use domain::{Act, DAY, Id, Kind, Millis, Record, Role, Scope, SessionAct};

use super::book::{Book, Done};
use super::chance::Chance;
use super::matters::Posted;
use super::{deeds, names, plans};

const MINUTE: Millis = 60_000;

/// What is known of an evening while it is told.
struct Evening {
    id: Id,
    on: Millis,
    issues: Vec<Id>,
    /// Each seat, and whether it is a villager's.
    seats: Vec<(Id, bool)>,
    /// What was said, with its words.
    said: Vec<(Id, String)>,
}

/// Plans an evening, and tells it as far as it has come.
pub(super) fn sit(
    book: &mut Book,
    plan: &mut Chance,
    on: Millis,
    (posted, heard): (&[Posted], &[&str]),
) -> Done {
    let Some(first) = posted.first() else { return Ok(()) };
    let planned = on - 14 * DAY;
    let mode = if book.chance.percent(25) { Mode::A } else { Mode::B };
    let issues: Vec<Id> = posted.iter().map(|posted| posted.id).collect();
    let convene = Convene {
        title: format!("{}，怎么办好？", first.title),
        title_en: None,
        village: book.place,
        mode,
        issues: issues.clone(),
        on: Some(on),
        place: Some("文化礼堂".into()),
        agenda: Vec::new(),
        follows: None,
    };
    let entry = plans::enter(book, plan, (first.id, first.at), on)?;
    let id = book.begins((planned, Role::Recorder), SessionAct::Convene(convene))?;
    if let Some(entry) = entry {
        plans::bind(book, planned, entry, id)?;
    }
    let mut evening = Evening { id, on, issues, seats: Vec::new(), said: Vec::new() };
    let papers = (Kind::Minutes, papers_of(id), Scope::Session(id));
    book.does((planned, Role::Recorder), papers, SessionAct::Minute)?;
    for posted in &evening.issues {
        let place = "文化礼堂".to_owned();
        let act = Act::Schedule { on, place, session: Some(id) };
        book.acts((planned, Role::Recorder), *posted, act)?;
    }
    lay(book, &mut evening, heard)?;
    match book.chance.between(0, 100) {
        0..4 => return put_off(book, &evening, Stage::Postponed),
        4..7 => return put_off(book, &evening, Stage::Cancelled),
        _ => {}
    }
    let ahead =
        [(7 * DAY, Stage::Planned, Stage::Noticed), (DAY / 12, Stage::Noticed, Stage::Ready)];
    for (before, from, to) in ahead {
        if on - before >= book.until {
            return Ok(());
        }
        proceed(book, &evening, (on - before, Role::Recorder), (from, to))?;
    }
    if on >= book.until { Ok(()) } else { held(book, evening) }
}

fn put_off(book: &mut Book, evening: &Evening, to: Stage) -> Done {
    let why = Some("下大雨，改日子。".to_owned());
    let act = SessionAct::Proceed { from: Stage::Planned, to, why };
    book.acts((evening.on - 2 * DAY, Role::Secretary), evening.id, act)
}

fn proceed(
    book: &mut Book,
    evening: &Evening,
    here: (Millis, Role),
    (from, to): (Stage, Stage),
) -> Done {
    book.acts(here, evening.id, SessionAct::Proceed { from, to, why: None })
}

/// The seats: host, recorder and witness, a member, a department, and villagers of the groups that come.
fn lay(book: &mut Book, evening: &mut Evening, heard: &[&str]) -> Done {
    let here = (evening.on - 14 * DAY, Role::Recorder);
    let duties = [
        (Role::Secretary, Some(Duty::Host)),
        (Role::Recorder, Some(Duty::Recorder)),
        (Role::Supervisor, Some(Duty::Witness)),
        (Role::Member, None),
        (Role::Department, None),
    ];
    let villagers = book.chance.between(9, 15);
    let villagers = (0..villagers).map(|_| (Role::Representative, None));
    for (order, (role, duty)) in (0..).zip(duties.into_iter().chain(villagers)) {
        let villager = role == Role::Representative;
        let person = match role {
            Role::Member | Role::Department => super::land::known(&mut book.chance, role),
            _ => duty.map(|_| book.person(role)),
        };
        let name = match person {
            Some(person) => super::land::name_of(person),
            None => names::person(&mut book.chance),
        };
        let group = if villager { book.chance.pick(heard).map(str::to_owned) } else { None };
        let salt = seal::digest_of(&format!("{} {order}", evening.id)).get(..32).map(str::to_owned);
        let seat =
            Seat { name, role, label: None, group, person, duty, remote: false, order, salt };
        let inside = Scope::Session(evening.id);
        let id = book.begins_in(here, inside, SessionAct::Seat(seat))?;
        evening.seats.push((id, villager));
    }
    Ok(())
}

/// The evening itself.
fn held(book: &mut Book, mut evening: Evening) -> Done {
    let (on, recorder) = (evening.on, Role::Recorder);
    for (seat, villager) in evening.seats.clone() {
        let present = Some(!villager || book.chance.percent(88));
        book.acts((on, recorder), seat, SessionAct::Attend { present })?;
    }
    proceed(book, &evening, (on, recorder), (Stage::Ready, Stage::InSession))?;
    speak(book, &mut evening)?;
    let promises = promise(book, &evening)?;
    proceed(book, &evening, (on + 90 * MINUTE, recorder), (Stage::InSession, Stage::Drafting))?;
    super::matters::consulted(book, on, &evening.issues, evening.id)?;
    let drafted = on + DAY;
    if drafted >= book.until {
        return Ok(());
    }
    let (field, from) = ("consensus".to_owned(), Value::Null);
    let to = "先做最要紧的一段。\n谁来管先说清楚。".into();
    book.acts((drafted, recorder), papers_of(evening.id), Act::Edit { field, from, to })?;
    proceed(book, &evening, (drafted, recorder), (Stage::Drafting, Stage::Checking))?;
    for (statement, of) in evening.said.clone() {
        let (word, how) = (Word::Confirmed, How::Here);
        let check = Check { statement, of, word, how, words: None, named: None };
        let inside = Scope::Session(evening.id);
        book.begins_in((drafted + MINUTE, recorder), inside, SessionAct::Confirm(check))?;
    }
    let signed = on + 3 * DAY;
    // some minutes lie about unsigned
    if signed >= book.until || book.chance.percent(2) {
        return Ok(());
    }
    press(book, &evening, signed)?;
    for action in promises {
        deeds::carry(book, action, signed)?;
    }
    answer(book, &evening, signed)
}

/// What is said: two minutes each.
fn speak(book: &mut Book, evening: &mut Evening) -> Done {
    let inside = Scope::Session(evening.id);
    for turn in 0..book.chance.between(12, 20) {
        let at = evening.on + (8 + turn * 4) * MINUTE;
        let seats: Vec<Id> = evening.seats.iter().map(|(seat, _)| *seat).collect();
        let Some(seat) = book.chance.pick(&seats) else { continue };
        let speech = book.begins_in((at, Role::Recorder), inside, SessionAct::Speak { seat })?;
        let sorts = [Sort::Opinion, Sort::Opinion, Sort::Question, Sort::Answer, Sort::Promise];
        let sort = book.chance.pick(&sorts).unwrap_or(Sort::Opinion);
        let words = book.chance.pick(&names::SAID).unwrap_or_default().to_owned();
        let state =
            State { sort, seat: Some(seat), part: 3, words: Some(words.clone()), named: false };
        let said = book.begins_in((at, Role::Recorder), inside, SessionAct::State(state))?;
        book.acts((at + 2 * MINUTE, Role::Recorder), speech, SessionAct::Hush)?;
        evening.said.push((said, words));
    }
    Ok(())
}

/// What is promised on the spot. Gives the actions.
fn promise(book: &mut Book, evening: &Evening) -> Done<Vec<Id>> {
    let mut promises = Vec::new();
    for _ in 0..book.chance.between(1, 3) {
        let at = evening.on + 80 * MINUTE;
        let what = book.chance.pick(&names::TASKS).map(str::to_owned);
        let due = Some(evening.on + book.chance.days(25, 100));
        let promise = Promise { statement: None, what, owner: "村委会".into(), due };
        let inside = Scope::Session(evening.id);
        let act = SessionAct::Promise(promise);
        promises.push(book.begins_in((at, Role::Recorder), inside, act)?);
    }
    Ok(promises)
}

/// Host and witness sign, and the seal is pressed.
fn press(book: &mut Book, evening: &Evening, at: Millis) -> Done {
    let inside = Scope::Session(evening.id);
    let within: Vec<&Record> =
        book.records.values().filter(|record| record.scope == inside).collect();
    let content = book.records.get(&evening.id).map(|session| session::content(session, &within));
    // what cannot be read is refused by whoever judges the seal
    let digest =
        content.and_then(Result::ok).map(|content| seal::digest(&content)).unwrap_or_default();
    for (role, duty) in [(Role::Secretary, Duty::Host), (Role::Supervisor, Duty::Witness)] {
        let (about, digest) = (evening.id, digest.clone());
        book.begins_in((at, role), inside, SessionAct::Sign { about, duty, digest })?;
    }
    book.acts((at, Role::Recorder), evening.id, SessionAct::Seal { digest })
}

/// What of it was advice, its answers, and the hand-over once none waits.
fn answer(book: &mut Book, evening: &Evening, sealed: Millis) -> Done {
    let inside = Scope::Session(evening.id);
    let mut advice = Vec::new();
    let many = usize::try_from(book.chance.between(4, 8)).unwrap_or_default();
    for (statement, words) in evening.said.iter().take(many) {
        let issue = book.chance.pick(&evening.issues);
        let advise = session::Advise { issue, ..session::Advise::said(Some(*statement), words) };
        advice.push(book.begins_in(
            (sealed, Role::Recorder),
            inside,
            SessionAct::Advise(advise),
        )?);
    }
    if let [first, second, ..] = *advice
        && book.chance.percent(30)
    {
        let act = domain::FollowAct::Group { with: Some(first) };
        book.acts((sealed + MINUTE, Role::Recorder), second, act)?;
        advice.remove(1);
    }
    let mut waits = false;
    for piece in advice.clone() {
        let at = sealed + book.chance.days(2, 12);
        if at >= book.until || book.chance.percent(2) {
            waits = true;
            continue;
        }
        reply(book, piece, at)?;
    }
    let handed = sealed + 13 * DAY;
    if waits || handed >= book.until {
        return Ok(());
    }
    let here = (handed, Role::Secretary);
    proceed(book, evening, here, (Stage::Sealed, Stage::HandedOver))?;
    proceed(book, evening, here, (Stage::HandedOver, Stage::Acting))?;
    for piece in advice {
        deeds::undertake(book, piece, handed)?;
    }
    Ok(())
}

fn reply(book: &mut Book, piece: Id, at: Millis) -> Done {
    let verdict = match book.chance.between(0, 100) {
        0..56 => Verdict::Adopted,
        56..74 => Verdict::Partly,
        74..88 => Verdict::Reference,
        88..95 => Verdict::Deferred,
        _ => Verdict::Declined,
    };
    let why = book.chance.pick(&names::REASONS).filter(|_| verdict != Verdict::Adopted);
    let answer = Answer { ends: verdict.adopts(), ..Answer::of(verdict, why) };
    book.acts((at, Role::Secretary), piece, SessionAct::Answer(answer))?;
    deeds::tell_voice(book, piece, at)
}
