//! What comes of an evening: actions on their way, who is told, how it is rated, and what is begun anew.

use domain::follow::action::{Action, State};
use domain::follow::echo::Tell;
use domain::follow::progress::Report;
use domain::follow::rating::{Rate, Way};
use domain::follow::{Satisfaction, Tidings, Undertaking};
use domain::session::advice::Advice;
use domain::{DAY, FollowAct, Id, Millis, Role};

use super::book::{Book, Done};
use super::names;

/// Whoever said it hears how it was answered, mostly.
pub(super) fn tell_voice(book: &mut Book, piece: Id, answered: Millis) -> Done {
    let voice = book.records.get(&piece).and_then(|record| record.read::<Advice>().ok()?.voice);
    let at = answered + book.chance.days(0, 9);
    let Some(voice) = voice else { return Ok(()) };
    if at >= book.until || book.chance.percent(8) {
        return Ok(());
    }
    let tell = Tell { to: voice.name, person: voice.person, how: Tidings::Phone, words: None };
    book.acts((at, Role::Recorder), piece, FollowAct::Tell(tell))
}

/// What was adopted becomes an action, for the most part.
pub(super) fn undertake(book: &mut Book, piece: Id, at: Millis) -> Done {
    let advice = book.records.get(&piece).and_then(|record| record.read::<Advice>().ok());
    let adopted = advice.and_then(|advice| advice.verdict).is_some_and(|verdict| verdict.adopts());
    if !adopted || book.chance.percent(45) {
        return Ok(());
    }
    let owned = book.chance.percent(85);
    let undertaking = Undertaking {
        what: book.chance.pick(&names::TASKS).unwrap_or_default().to_owned(),
        owner: owned.then(|| "镇里的农办".to_owned()),
        due: Some(at + book.chance.days(20, 120)),
        criterion: Some("雨后去看一遍，照做好了".to_owned()),
        advice: Some(piece),
        ..Undertaking::default()
    };
    let id = book.begins((at, Role::Recorder), FollowAct::Undertake(undertaking))?;
    if owned { carry(book, id, at) } else { Ok(()) }
}

/// Carries an action on from a moment, as far as time has gone.
pub(super) fn carry(book: &mut Book, action: Id, from: Millis) -> Done {
    let mut now = from + book.chance.days(1, 5);
    if now >= book.until {
        return Ok(());
    }
    book.acts((now, Role::Secretary), action, FollowAct::Accept)?;
    for _ in 0..book.chance.between(1, 4) {
        now += book.chance.days(3, 18);
        if now >= book.until {
            return Ok(());
        }
        let words = book.chance.pick(&names::REMARKS).unwrap_or_default().to_owned();
        let report = Report { action, words, ..Report::default() };
        book.begins((now, Role::Secretary), FollowAct::Report(report))?;
    }
    // some are never done
    if book.chance.percent(7) { Ok(()) } else { finish(book, action, now, 0) }
}

fn finish(book: &mut Book, action: Id, from: Millis, again: u32) -> Done {
    let done = from + book.chance.days(1, 30);
    let checked = done + book.chance.days(1, 7);
    if done >= book.until {
        return Ok(());
    }
    book.acts((done, Role::Secretary), action, FollowAct::Finish { words: "做好了。".into() })?;
    if checked >= book.until || book.chance.percent(4) {
        return Ok(());
    }
    let ok = FollowAct::Check { ok: true, words: None };
    book.acts((checked, Role::Supervisor), action, ok)?;
    tell(book, action, checked)?;
    rate(book, action, checked, again)
}

/// Whoever asked for it is told that it is done, mostly.
fn tell(book: &mut Book, action: Id, checked: Millis) -> Done {
    let read = book.records.get(&action).and_then(|record| record.read::<Action>().ok());
    let mut tell: Vec<_> = read.map(|action| action.tell).unwrap_or_default();
    if tell.is_empty() {
        let name = names::person(&mut book.chance);
        tell.push(domain::follow::action::Proposer { name, person: None, group: None });
    }
    for one in tell {
        let at = checked + book.chance.days(0, 9);
        if at < book.until && book.chance.percent(95) {
            let (to, person) = (one.name, one.person);
            let tell = Tell { to, person, how: Tidings::Door, words: None };
            book.acts((at, Role::Recorder), action, FollowAct::Tell(tell))?;
        }
    }
    Ok(())
}

/// Some say how it was done; who is not satisfied has it done again. It is closed once nothing is lacking.
fn rate(book: &mut Book, action: Id, checked: Millis, again: u32) -> Done {
    let mut at = checked + 10 * DAY;
    for nth in 0..book.chance.between(1, 6) {
        at += DAY / 4;
        if at >= book.until {
            return Ok(());
        }
        let bad = again == 0 && book.chance.percent(2);
        let result = match (bad, book.chance.percent(20)) {
            (true, _) => Satisfaction::Not,
            (false, true) => Satisfaction::Basically,
            (false, false) => Satisfaction::Satisfied,
        };
        let words = bad.then(|| "雨后又松了。".to_owned());
        let name = Some(format!("{}{nth}", names::person(&mut book.chance)));
        let heard = Some(book.chance.percent(90));
        let rate = Rate { result, heard, words, name, way: Way::Paper, letter: None };
        book.acts((at, Role::Recorder), action, FollowAct::Rate(rate))?;
        if bad {
            return redo(book, action, at);
        }
    }
    let read = book.records.get(&action).and_then(|record| record.read::<Action>().ok());
    let ready = read.is_some_and(|a| a.state() == State::Checked && a.lacking().is_empty());
    let closed = at + book.chance.days(1, 10);
    if ready && closed < book.until && book.chance.percent(90) {
        book.acts((closed, Role::Secretary), action, FollowAct::Close { how: None })?;
    }
    Ok(())
}

fn redo(book: &mut Book, action: Id, from: Millis) -> Done {
    let at = from + book.chance.days(1, 6);
    if at >= book.until {
        return Ok(());
    }
    book.acts((at, Role::Secretary), action, FollowAct::Accept)?;
    finish(book, action, at, 1)
}
