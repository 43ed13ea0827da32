//! What concerns one person: three loud events only, and a line a week for the rest.

use super::{Action, FollowAct, State, echo, echo::Owed, rating};
use crate::{
    DAY, Id, Issue, Kind, Millis, Record, Role, Scope, Sorted, Stage, Who, may,
    session::{
        Convened,
        advice::{self, Advice},
        seat::Seated,
    },
};

/// How long something is this week's.
pub const WEEK: Millis = 7 * DAY;

/// Something loud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loud {
    /// You are invited to a session that is ahead.
    Invited {
        /// The session.
        session: Id,
        /// When.
        on: Option<Millis>,
    },
    /// You must answer: advice that waits, an action that is yours, more time that somebody asks for.
    Answer {
        /// The record.
        about: Id,
        /// Its kind.
        kind: Kind,
    },
    /// Your matter moved, and you have not said yet that you know.
    Moved(Owed),
}

/// What is loud for a person, among some records.
#[must_use]
pub fn loud(who: &Who, records: &[&Record]) -> Vec<Loud> {
    let mut loud = Vec::new();
    let by_id: Sorted<Id, &Record> = records.iter().map(|record| (record.id, *record)).collect();
    for record in records.iter().filter(|record| !record.gone) {
        match record.kind {
            Kind::Seat => loud.extend(invited(who, record, &by_id)),
            Kind::Action => loud.extend(mine(who, record)),
            _ => {}
        }
    }
    loud.extend(unanswered(who, records));
    let to_me = owed(records).into_iter().filter(|owed| owed.to.person == Some(who.person));
    loud.extend(to_me.map(Loud::Moved));
    loud
}

fn invited(who: &Who, record: &Record, by_id: &Sorted<Id, &Record>) -> Option<Loud> {
    if record.link("person") != Some(who.person) {
        return None;
    }
    let seated: Seated = record.read().ok()?;
    let session = by_id.get(&record.scope.owner())?;
    let convened: Convened = session.read().ok()?;
    let ahead = convened.stage.ahead() && convened.stage >= Stage::Noticed;
    // told of a day that has been moved since is told of nothing
    let told = seated.told_on.is_some() && seated.told_on == convened.on;
    (ahead && !told).then_some(Loud::Invited { session: session.id, on: convened.on })
}

/// What is this person's to take up.
fn mine(who: &Who, record: &Record) -> Option<Loud> {
    if !matches!(record.scope, Scope::Village(_)) {
        return None;
    }
    let action: Action = record.read().ok()?;
    let lead = action.lead == Some(who.person);
    let mine = lead && matches!(action.state(), State::Claimed | State::Redo);
    let give = FollowAct::GiveTime { due: None, why: None };
    let asked = action.asked.is_some_and(|asked| asked.by != who.person)
        && allowed(who, record.scope, give);
    (mine || asked).then_some(Loud::Answer { about: record.id, kind: Kind::Action })
}

/// Sessions that are sealed and whose advice this person is one to answer.
fn unanswered(who: &Who, records: &[&Record]) -> Vec<Loud> {
    let answers = |scope| {
        let one = |role| matches!(role, Role::Secretary | Role::Office);
        who.roles_in(scope).any(one)
    };
    let sessions = records.iter().filter(|r| r.kind == Kind::Session && answers(r.scope));
    let waits = sessions.filter(|session| {
        if session.text("stage") != Some(Stage::Sealed.as_str()) {
            return false;
        }
        let inside = Scope::Session(session.id);
        let within: Vec<&Record> = records.iter().copied().filter(|r| r.scope == inside).collect();
        !advice::waiting(&within).is_empty()
    });
    waits.map(|session| Loud::Answer { about: session.id, kind: Kind::Session }).collect()
}

/// Everybody who waits to be told of something, among some records.
#[must_use]
pub fn owed(records: &[&Record]) -> Vec<Owed> {
    let advice = advice::all(records);
    let names: Sorted<Id, String> = records
        .iter()
        .filter(|record| record.kind == Kind::Person)
        .filter_map(|record| Some((record.id, record.text("name")?.to_owned())))
        .collect();
    let raiser = |id: Id| names.get(&id).cloned();
    let owed = records.iter().flat_map(|record| {
        let head: Option<&Advice> = match record.kind {
            Kind::Advice => advice.get(&advice::head(&advice, record.id)),
            _ => None,
        };
        echo::owed(record, head, &raiser)
    });
    owed.collect()
}

/// What happened to a person's matters in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// How many of what the person said or raised has moved.
    pub moved: usize,
    /// How many actions of the village were closed.
    pub closed: usize,
    /// How many can be rated.
    pub to_rate: usize,
    /// How many benches are ahead.
    pub ahead: usize,
}

/// The line a week for one person.
#[must_use]
pub fn week(who: &Who, records: &[&Record], now: Millis) -> Week {
    let fresh = |at: Millis| now.saturating_sub(at) < WEEK && at <= now;
    let mut week = Week::default();
    for record in records.iter().filter(|record| !record.gone) {
        match record.kind {
            Kind::Issue => {
                let Ok(issue) = record.read::<Issue>() else { continue };
                let steps = issue.trail.iter().skip(1);
                let moved =
                    issue.raised_by == who.person && steps.last().is_some_and(|s| fresh(s.at));
                week.moved += usize::from(moved);
            }
            Kind::Advice => {
                let Ok(advice) = record.read::<Advice>() else { continue };
                let mine = advice.voice.and_then(|voice| voice.person) == Some(who.person);
                week.moved += usize::from(mine && advice.answered_at.is_some_and(fresh));
            }
            Kind::Action => {
                let Ok(action) = record.read::<Action>() else { continue };
                let state = action.state();
                let closed = state == State::Closed && action.last_at(state).is_some_and(fresh);
                week.closed += usize::from(closed);
                let rate = FollowAct::Rate(rating::Rate::default());
                let waits = state == State::Checked && allowed(who, record.scope, rate);
                week.to_rate += usize::from(waits && unrated(&action, who));
            }
            Kind::Session => {
                let Ok(session) = record.read::<Convened>() else { continue };
                let ahead = session.stage.ahead() && session.on.is_some_and(|on| on >= now);
                week.ahead += usize::from(ahead);
            }
            _ => {}
        }
    }
    week
}

/// Whether somebody is one of those who may do this in a scope.
#[must_use]
pub fn allowed(who: &Who, scope: Scope, act: FollowAct) -> bool {
    let allowed = may::roles(&act.into(), None);
    who.roles_in(scope).any(|role| allowed.contains(&role))
}

fn unrated(action: &Action, who: &Who) -> bool {
    let mine = |rating: &rating::Rating| {
        rating.round == action.round() && rating.by == Some(who.person) && rating.name.is_none()
    };
    !action.doer(who.person) && !action.ratings.iter().any(mine)
}

#[cfg(test)]
mod tests {
    use super::{Id, Kind, Record, Role, Scope, State, Who, week};

    #[test]
    fn only_those_for_whom_it_was_done_are_told_that_they_can_rate() {
        let (village, person) = (Scope::Village(Id::from_u128(1)), Id::from_u128(2));
        let mut action = Record::blank(Kind::Action, Id::from_u128(3), village);
        let step = super::super::action::Step::to(State::Checked, Id::from_u128(4), 5);
        super::super::action::step(&mut action, &step);
        let to_rate = |role| {
            let who = Who { person, roles: vec![(role, village)] };
            week(&who, &[&action], 6).to_rate
        };
        assert_eq!(to_rate(Role::Representative), 1);
        assert_eq!(to_rate(Role::Recorder), 0);
    }
}
