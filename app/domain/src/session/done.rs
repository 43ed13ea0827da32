//! What an act in a session makes of a record: each act by its own guard, nothing once it is sealed.
//!
//! An act that begins a record has the fields of that record: they are taken over as they are, and tidied.

use super::{
    Room, SessionAct, Stage, advice, agenda, bench, convene, guard, late, minutes, papers_of,
    room::Around, seal, seat, token,
};
use crate::{
    Act, Id, Kind, Millis, Record, Refusal, Scope,
    edit::MERGED,
    issue::{LINE, WORDS},
    said::{count, day, tidy, wrong},
    small,
    sync::planted::Planted,
};

/// What a session's act makes of a record.
pub(crate) fn done(
    record: &mut Record,
    act: &SessionAct,
    here: (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    if act.begins().is_none() {
        match (act, seal::pressed(record)) {
            (SessionAct::Seal { digest }, _) if seal::holds(record, digest) => return Ok(()),
            // it has left the room
            (_, Some(frozen)) if record.kind == Kind::Annex => return Err(frozen),
            _ => {}
        }
        return changed(record, act, here, around);
    }
    record.fill(act);
    drop(record.fields.remove("step"));
    tidy(record, texts(&record.kind.clone()))?;
    match act {
        // these two stand alone
        SessionAct::Convene(convene) => convene::convened(record, convene, here),
        SessionAct::Know { .. } if !matches!(record.scope, Scope::Village(_)) => {
            Err(wrong("scope"))
        }
        SessionAct::Know { .. } => {
            record.set("known_by", here.0.to_string());
            record.set("known_at", here.1);
            Ok(())
        }
        SessionAct::Advise(advise) if matches!(record.scope, Scope::Village(_)) => {
            signed(record, act, here);
            late::beside_issue(record, advise.issue, around)
        }
        _ => {
            let before = record.clone();
            let room = Room::of(&before, around);
            let may = room.and_then(|room| may_begin(record, act, &room, here.0));
            // what it is about may come later; what was taken down stays on the screen until it is answered
            if !around.only_shows() {
                may?;
            }
            signed(record, act, here);
            Ok(())
        }
    }
}

/// The texts that records of a kind begin with, how long each may be, and whether it must be there.
fn texts(kind: &Kind) -> &'static [(&'static str, usize, bool)] {
    match kind {
        Kind::Session => {
            &[("title", LINE, true), ("title_en", LINE, false), ("where", LINE, false)]
        }
        Kind::Seat => &[("name", LINE, true), ("label", LINE, false), ("group", LINE, false)],
        Kind::Statement => &[("words", WORDS, false)],
        Kind::Count => &[("words", LINE, true)],
        Kind::Action => &[("what", LINE, false), ("owner", LINE, true)],
        Kind::Note | Kind::Annex | Kind::Advice => &[("words", WORDS, true)],
        Kind::Confirmation => &[("of", MERGED, true), ("words", WORDS, false)],
        Kind::Brief => &[("question", WORDS, true)],
        Kind::Fact => &[
            ("name", LINE, true),
            ("value", LINE, true),
            ("of", LINE, false),
            ("source", LINE, false),
        ],
        _ => &[],
    }
}

/// Whether a record may begin in a session.
fn may_begin(
    record: &mut Record,
    act: &SessionAct,
    room: &Room<'_>,
    by: Id,
) -> Result<(), Refusal> {
    // what a statement is about must be of this very session
    let seated = |seat| room.record(seat, &Kind::Seat).map(|_| ());
    // what was said stays said, though another recorder has taken back what it was noted on
    let was = |id: Option<Id>, kind| id.map_or(Ok(()), |id| room.was(id, &kind));
    match act {
        SessionAct::Minute if record.id != papers_of(room.session.id) => Err(wrong("id")),
        SessionAct::Seat(seat) if !token::salted(seat) => Err(wrong("salt")),
        SessionAct::Seat(seat) => count("order", seat.order.into()).map(|_| ()),
        SessionAct::Speak { seat } => was(Some(*seat), Kind::Seat),
        SessionAct::State(state) => {
            was(state.seat, Kind::Seat).and_then(|()| agenda::part(state.part))
        }
        SessionAct::Ask { part, .. } => agenda::part(*part),
        SessionAct::Promise(promise) => {
            promise.due.map(|due| day("due", due)).transpose()?;
            was(promise.statement, Kind::Statement)
        }
        SessionAct::Note { about: Some(about), .. } => room.remarked(*about),
        // what is advised once all is handed over lies with the village, beside the issue
        SessionAct::Advise(_) if room.stage().sealed() && room.stage() != Stage::Sealed => {
            Err(guard::frozen(room))
        }
        SessionAct::Advise(advise) => {
            advice::voice(record, advise, room);
            was(advise.statement, Kind::Statement)
        }
        SessionAct::Enclose { about, sha256, bytes, mime, lasts } => {
            room.has(*about)?;
            small::enclosed((sha256, *bytes, mime), *lasts)
        }
        SessionAct::Brief { key, .. } if !super::hexadecimal(key) => Err(wrong("key")),
        SessionAct::Brief { seat, .. } => seated(*seat),
        SessionAct::Confirm(check) => {
            // an answer is good for the words, and for whose words they were
            let seat = minutes::confirmable(check, room, by)?;
            record.set("seat", seat.map(|seat| seat.to_string()));
            Ok(())
        }
        SessionAct::Sign { about, duty, digest } => {
            seal::signable((*about, *duty, digest), room, by)
        }
        SessionAct::Annex { .. } if !room.stage().sealed() => Err(Refusal::NotSealed),
        _ => Ok(()),
    }
}

/// Who began a record that lies in a session, and when.
fn signed(record: &mut Record, act: &SessionAct, (by, at): (Id, Millis)) {
    let [who, when] = match act {
        SessionAct::Speak { .. } => ["", "began"],
        SessionAct::State(_) => ["taken_by", "said_at"],
        SessionAct::Ask { .. } => ["", "asked_at"],
        SessionAct::Promise(_) => ["", "promised_at"],
        SessionAct::Note { .. } => ["said_by", "said_at"],
        SessionAct::Brief { .. } => ["asked_by", "asked_at"],
        SessionAct::Advise(_) => ["offered_by", "offered_at"],
        SessionAct::Confirm(_) => ["noted_by", "noted_at"],
        SessionAct::Sign { .. } => ["signed_by", "signed_at"],
        _ => return,
    };
    if record.kind == Kind::Action {
        record.set("session", record.scope.owner().to_string());
    }
    if !who.is_empty() {
        record.set(who, by.to_string());
    }
    record.set(when, at);
}

/// Changes a record that is there.
fn changed(
    record: &mut Record,
    act: &SessionAct,
    here: (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    let (by, at) = here;
    match act {
        SessionAct::Attend { present } => record.set("present", *present),
        SessionAct::Raise { up } => seat::raise(record, *up, at),
        SessionAct::Hush => bench::hush(record, at),
        SessionAct::Count { hand, by } => return bench::count(record, *hand, *by),
        SessionAct::Reply { words, named } => {
            return minutes::reply(record, words, *named, at);
        }
        SessionAct::Answer(given) => return advice::answer(record, given, by, at),
        _ => {
            let before = record.clone();
            return moved(record, act, &Room::of(&before, around)?, here);
        }
    }
    Ok(())
}

/// Changes a record by what the session is.
fn moved(
    record: &mut Record,
    act: &SessionAct,
    room: &Room<'_>,
    here: (Id, Millis),
) -> Result<(), Refusal> {
    match act {
        SessionAct::Proceed { from, to, why } => {
            guard::proceed(record, (*from, *to, why.as_ref()), room, here)
        }
        SessionAct::Move { on, place, why } => {
            convene::moved(record, (*on, place, why.as_ref()), room, here)
        }
        SessionAct::Escalate { why } => convene::escalated(record, why, room, here),
        SessionAct::Arrange { agenda } => convene::arranged(record, agenda, room),
        SessionAct::Reach { part } => convene::reached(record, *part, room, here.1),
        SessionAct::Seal { digest } => convene::sealed(record, digest, room, here),
        SessionAct::Tell { on, place, how } => seat::tell(record, (*on, place, *how), room, here.0),
        _ => Ok(()),
    }
}

/// Whether an act is for a record of this kind that is there.
pub(crate) fn fits(kind: &Kind, act: &Act) -> bool {
    use SessionAct as S;
    let Act::Session(act) = act else {
        return match act {
            Act::Edit { .. } => {
                !matches!(kind, Kind::Speech | Kind::Confirmation | Kind::Signature)
            }
            Act::Withdraw => {
                !matches!(kind, Kind::Session | Kind::Minutes | Kind::Brief | Kind::Fact)
            }
            _ => false,
        };
    };
    match **act {
        S::Proceed { .. }
        | S::Move { .. }
        | S::Escalate { .. }
        | S::Arrange { .. }
        | S::Reach { .. } => *kind == Kind::Session,
        S::Seal { .. } => matches!(kind, Kind::Session | Kind::Annex),
        S::Attend { .. } | S::Tell { .. } | S::Raise { .. } => *kind == Kind::Seat,
        S::Hush => *kind == Kind::Speech,
        S::Count { .. } => *kind == Kind::Count,
        S::Reply { .. } => *kind == Kind::Brief,
        S::Answer(_) => *kind == Kind::Advice,
        _ => false,
    }
}

/// Whether a record of a session may still be written on.
///
/// # Errors
/// When it is sealed, or the session is not to be.
pub(crate) fn writable(record: &Record, act: &Act, around: &dyn Around) -> Result<(), Refusal> {
    if let (Kind::Annex, Some(frozen)) = (&record.kind, seal::pressed(record)) {
        return Err(frozen);
    }
    match (&record.kind, record.scope, act) {
        // a promise that came before the village was sealed there: it is kept or broken, and not unsaid
        (Kind::Action, Scope::Village(_), Act::Withdraw) => {
            return Err(Refusal::Frozen { now: Stage::Sealed, by: None, at: None });
        }
        // what never was in a session is of no seal
        (Kind::Advice, Scope::Village(_), _) if record.link("session").is_none() => return Ok(()),
        _ => {}
    }
    // own words stay on the screen until they are answered
    if freezes(&record.kind, act) && !around.only_shows() && !Planted::FrozenWritten.here() {
        let room = Room::of(record, around)?;
        if room.stage().frozen() {
            return Err(guard::frozen(&room));
        }
    }
    Ok(())
}

/// Whether the seal forbids this on a record of this kind. What comes after (comments, advice, an annex) is not part
/// of what is sealed.
fn freezes(kind: &Kind, act: &Act) -> bool {
    match kind {
        Kind::Session
        | Kind::Seat
        | Kind::Speech
        | Kind::Statement
        | Kind::Count
        | Kind::Minutes
        | Kind::Confirmation => true,
        // what was promised goes on in the village, but nothing more is promised on that evening
        Kind::Action => matches!(act, Act::Session(_)) && act.begins().is_some(),
        // whoever signed has signed, and what was advised there wants its answer
        Kind::Signature | Kind::Advice => matches!(act, Act::Withdraw),
        _ => false,
    }
}

/// Whether a statement may be given another speaker: somebody who sits in this session.
pub(crate) fn speaks(record: &Record, seat: Id, around: &dyn Around) -> Result<(), Refusal> {
    Room::of(record, around)?.record(seat, &Kind::Seat).map(|_| ())
}
