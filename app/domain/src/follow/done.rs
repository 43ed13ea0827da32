//! What an act after the bench makes of a record: each act by its own guard.

use super::{
    FollowAct, Undertaking,
    action::Proposer,
    blueprint::{self, blueprint_of},
    echo, letter, moves, progress, term, version,
};
use crate::{
    Act, Id, Kind, Millis, Record, Refusal, Scope, Standing, issue,
    issue::{LINE, WORDS},
    said::{tidy, wrong},
    session::{Around, Verdict, advice, hexadecimal},
    small,
    sync::planted::Planted,
};

/// What an act after the bench makes of a record.
pub(crate) fn done(
    record: &mut Record,
    act: &FollowAct,
    here: (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    if act.begins().is_none() {
        return changed(record, act, here, around);
    }
    let shown = around.only_shows();
    if let FollowAct::Envision = act {
        return envisioned(record);
    }
    record.fill(act);
    drop(record.fields.remove("move"));
    tidy(record, texts(&record.kind.clone()))?;
    let (by, at) = here;
    match act {
        FollowAct::Undertake(undertaking) => {
            in_village(record)?;
            let tell = origin(record, undertaking, around);
            let tell = if shown { tell.unwrap_or_default() } else { tell? };
            moves::undertaken(record, undertaking, &tell, here)
        }
        FollowAct::Report(report) => {
            record.set("said_by", by.to_string());
            record.set("said_at", at);
            progress::counted(report)?;
            beside(report.action, &[Kind::Action], record, around)
        }
        FollowAct::Enclose { about, sha256, bytes, mime } => {
            small::enclosed((sha256, *bytes, mime), 0)?;
            beside(*about, &[Kind::Action, Kind::Progress], record, around)
        }
        FollowAct::Ballot { action, key, .. } => {
            if !matches!(record.scope, Scope::Draft(_)) {
                return Err(wrong("scope"));
            }
            if !hexadecimal(key) {
                return Err(wrong("key"));
            }
            record.set("asked_by", by.to_string());
            record.set("asked_at", at);
            let there = around.record(*action).is_some_and(|r| r.kind == Kind::Action && !r.gone);
            if there || shown { Ok(()) } else { Err(Refusal::NoSuchRecord) }
        }
        FollowAct::Write(write) => letter::written(record, write, here, around),
        FollowAct::Sketch { cites, why, .. } => {
            in_village(record)?;
            blueprint::sketched(record, (cites, why.as_ref()), here)
        }
        FollowAct::Freeze { year } => version::freeze(record, *year, around, here),
        FollowAct::Inaugurate(inaugurate) => {
            in_village(record)?;
            term::inaugurated(inaugurate)
        }
        _ => Err(Refusal::WrongKind),
    }
}

/// The texts that records of a kind begin with, how long each may be, and whether it must be there.
fn texts(kind: &Kind) -> &'static [(&'static str, usize, bool)] {
    match kind {
        Kind::Action => &[
            ("what", LINE, true),
            ("what_en", LINE, false),
            ("owner", LINE, false),
            ("partners", LINE, false),
            ("money", LINE, false),
            ("criterion", LINE, false),
        ],
        Kind::Progress => &[("words", WORDS, true), ("unit", LINE, false)],
        Kind::Ballot => &[("name", LINE, true)],
        Kind::Letter => &[("words", WORDS, false), ("name", LINE, false)],
        Kind::Line => &[("words", LINE, true), ("words_en", LINE, false)],
        Kind::Term => &[("team", LINE, true), ("name", LINE, true), ("members", WORDS, false)],
        _ => &[],
    }
}

fn in_village(record: &Record) -> Result<(), Refusal> {
    if matches!(record.scope, Scope::Village(_)) { Ok(()) } else { Err(wrong("scope")) }
}

/// Whether what a record is about lies where the record is laid.
fn beside(about: Id, kinds: &[Kind], record: &Record, around: &dyn Around) -> Result<(), Refusal> {
    in_village(record)?;
    let fits = |r: &&Record| kinds.contains(&r.kind) && r.scope == record.scope;
    match around.record(about).filter(fits) {
        Some(there) if there.gone => Err(Refusal::Gone { by: there.by, at: Some(there.at) }),
        Some(_) => Ok(()),
        // what it is about may come later; what was written stays on the screen until it is answered
        None if around.only_shows() => Ok(()),
        None => Err(Refusal::NoSuchRecord),
    }
}

/// Where an action comes from: advice that was adopted, at least in part, or an issue that was sorted. Gives who is to
/// hear of it. Nothing is done without an answer to whoever asked for it.
fn origin(
    action: &mut Record,
    undertaking: &Undertaking,
    around: &dyn Around,
) -> Result<Vec<Proposer>, Refusal> {
    let Scope::Village(village) = action.scope else { return Err(wrong("scope")) };
    if let Some(id) = undertaking.advice {
        // in the village it is done in, or in a session there
        let there = |r: &&Record| match r.scope {
            Scope::Session(session) => {
                around.record(session).is_none_or(|s| s.scope == action.scope)
            }
            scope => scope == action.scope,
        };
        let record = around.record(id).filter(|r| r.kind == Kind::Advice && !r.gone).filter(there);
        let record = record.ok_or(Refusal::NoSuchRecord)?;
        let advice: advice::Advice = record.read().map_err(|_| Refusal::WrongKind)?;
        // an action hangs on the thread of the advice it comes from
        for (field, of) in [("issue", advice.issue), ("session", advice.session)] {
            if let Some(of) = of.filter(|_| !action.fields.contains_key(field)) {
                action.set(field, of.to_string());
            }
        }
        return match advice.verdict {
            Some(Verdict::Adopted | Verdict::Partly) => Ok(advice.proposer().into_iter().collect()),
            _ if Planted::AnsweredLater.here() => Ok(advice.proposer().into_iter().collect()),
            _ => Err(Refusal::Lacks { what: vec![crate::session::Lacking::Unanswered] }),
        };
    }
    let id = undertaking.issue.ok_or_else(|| wrong("issue"))?;
    let record = around.record(id).filter(|r| r.kind == Kind::Issue && !r.gone);
    let record = record.filter(|r| r.scope == Scope::Village(village));
    let record = record.ok_or(Refusal::NoSuchRecord)?;
    match issue::standing(record)?.0 {
        Standing::Lead | Standing::Received | Standing::Merged | Standing::Declined => {
            Err(Refusal::Lacks { what: vec![crate::session::Lacking::Unanswered] })
        }
        _ => Ok(issue::proxied(record).into_iter().collect()),
    }
}

/// The village's blueprint is there, whoever began it.
fn envisioned(record: &Record) -> Result<(), Refusal> {
    match record.scope {
        Scope::Village(village) if record.id == blueprint_of(village) => Ok(()),
        Scope::Village(_) => Err(wrong("id")),
        _ => Err(wrong("scope")),
    }
}

/// Changes a record that is there.
fn changed(
    record: &mut Record,
    act: &FollowAct,
    here: (Id, Millis),
    around: &dyn Around,
) -> Result<(), Refusal> {
    let (by, at) = here;
    // a promise is kept or broken once it is sealed; until then it is mended where it was taken down
    if record.kind == Kind::Action && !matches!(record.scope, Scope::Village(_)) {
        return Err(Refusal::NotSealed);
    }
    match act {
        FollowAct::Claim { owner } => moves::claim(record, owner, by, at),
        FollowAct::Accept => moves::accept(record, by, at),
        FollowAct::AskTime { due, why } => moves::ask_time(record, *due, why, here),
        FollowAct::GiveTime { due, why } => moves::give_time(record, *due, why.as_ref(), here),
        FollowAct::Finish { words } => moves::finish(record, words, by, at),
        FollowAct::Check { ok, words } => moves::check(record, *ok, words.as_ref(), here),
        FollowAct::Rate(rate) => {
            letter::vouched((record, rate), around)?;
            moves::rate(record, rate, here)
        }
        FollowAct::Answer { words } => letter::answer(record, words, here),
        FollowAct::Take { action } => letter::take(record, *action, here, around),
        FollowAct::LayAside { why, action } => {
            letter::lay_aside(record, (why, *action), here, around)
        }
        FollowAct::Close { how } => moves::close(record, how.as_ref(), here),
        FollowAct::Revisit { holds, words } => moves::revisit(record, *holds, words, here),
        FollowAct::Reassign { owner, lead, why } => {
            moves::reassign(record, (owner, *lead, why), here)
        }
        FollowAct::Tell(tell) => echo::tell(record, tell, by, at),
        FollowAct::Send { to, who } => echo::send(record, to, *who, here),
        FollowAct::Group { with } => advice::group(record, *with, around),
        FollowAct::Rewrite { words, why, cites } => {
            blueprint::rewrite(record, (words, why, cites), here)
        }
        FollowAct::Carry { to, why, cites } => {
            blueprint::carry(record, *to, (why.as_ref(), cites), here)
        }
        FollowAct::Acknowledge(inherited) => term::acknowledge(record, inherited, here),
        _ => Err(Refusal::WrongKind),
    }
}

/// Whether an act is for a record of this kind that is there.
pub(crate) fn fits(kind: &Kind, act: &Act) -> bool {
    use FollowAct as F;
    let act = match act {
        Act::Follow(act) => act,
        Act::Edit { .. } => {
            return matches!(kind, Kind::Progress | Kind::Blueprint | Kind::Line | Kind::Term);
        }
        Act::Withdraw => return matches!(kind, Kind::Progress | Kind::Ballot),
        _ => return false,
    };
    match **act {
        F::Claim { .. }
        | F::Accept
        | F::AskTime { .. }
        | F::GiveTime { .. }
        | F::Finish { .. }
        | F::Check { .. }
        | F::Rate(_)
        | F::Close { .. }
        | F::Revisit { .. }
        | F::Reassign { .. } => *kind == Kind::Action,
        F::Tell(_) | F::Send { .. } => matches!(kind, Kind::Action | Kind::Advice | Kind::Issue),
        F::Group { .. } => *kind == Kind::Advice,
        F::Rewrite { .. } | F::Carry { .. } => *kind == Kind::Line,
        F::Acknowledge(_) => *kind == Kind::Term,
        F::Answer { .. } | F::Take { .. } | F::LayAside { .. } => *kind == Kind::Letter,
        _ => false,
    }
}
