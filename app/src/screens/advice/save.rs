//! An answer becomes acts: the answer itself, what is to be done, what the blueprint says. All are on the phone, or none.

use domain::{
    FollowAct, Id, Kind, Scope, SessionAct, follow::Undertaking, place::Person,
    session::advice::Answer,
};

use super::{
    Advised, Piece,
    field::{Writing, fault_of},
    sheet::{Fault, Says, Sheet},
    table::{Table, go_to},
};
use crate::{
    clock,
    desk::Desk,
    parts::{Deed, day_of},
    prelude::*,
};

/// Saves what is written, or says what is wrong with it, at its place.
pub(super) fn save(table: Table, writing: Writing) {
    let desk = table.desk;
    let now = writing.sheet.get_untracked();
    let deeds = untrack(|| {
        table.shown.with(|all| {
            let piece = all.one(writing.id)?;
            Some(deeds(desk, all, piece, &now))
        })
    });
    let Some(deeds) = deeds else { return };
    let fail = move |fault: Fault| {
        let place = if fault.at.is_empty() { String::new() } else { writing.named(&fault.at) };
        writing.fault.set(Some(fault));
        go_to(&place);
    };
    let deeds = match deeds {
        Ok(deeds) => deeds,
        Err(fault) => return fail(fault),
    };
    leptos::task::spawn_local(async move {
        match desk.commit_acts(deeds).await {
            Ok(()) => {
                // how, why, what comes of it
                writing.cost.done(3);
                writing.sheet.set(Sheet::default());
                table.answered();
            }
            Err(error) => fail(fault_of(error)),
        }
    });
}

/// The acts of an answer, in the order in which they are good; nothing is done before there is an answer.
fn deeds(desk: Desk, all: &Advised, piece: &Piece, now: &Sheet) -> Result<Vec<Deed>, Fault> {
    let fault = |at: &str, says| Fault { at: at.to_owned(), says };
    let verdict = now.verdict.ok_or_else(|| fault("how", Says::How))?;
    let adopts = verdict.adopts();
    if adopts && !(now.acts || now.draws || now.ends) {
        return Err(fault("next", Says::Next));
    }
    let advice = &piece.advice;
    // what stands already goes on, and is not begun a second time
    let action = (adopts && now.acts).then(|| advice.action.unwrap_or_else(clock::fresh));
    let line = (adopts && now.draws).then(|| advice.line.unwrap_or_else(clock::fresh));
    let why = Some(now.why.trim().to_owned()).filter(|why| !why.is_empty());
    let answer = Answer { verdict, why, action, line, ends: adopts && now.ends };
    let mut deeds = vec![(Kind::Advice, piece.id, piece.scope, SessionAct::Answer(answer).into())];
    let village = all.village();
    if let Some(action) = action.filter(|id| advice.action != Some(*id)) {
        deeds.push(undertaken(desk, (action, village), all, piece, now));
    }
    if let Some(line) = line.filter(|id| advice.line != Some(*id)) {
        let cites = std::iter::once(piece.id).chain(advice.session).collect();
        let words = now.words.trim().to_owned();
        let (section, words_en, first, why) = (now.section, None, None, None);
        let act = FollowAct::Sketch { section, words, words_en, first, cites, why };
        deeds.push((Kind::Line, line, village, act.into()));
    }
    Ok(deeds)
}

fn undertaken(
    desk: Desk,
    (id, village): (Id, Scope),
    all: &Advised,
    piece: &Piece,
    now: &Sheet,
) -> Deed {
    let said = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
    let owner = said(&now.owner);
    // whoever is named in full is told by the app, too
    let lead = people(desk).into_iter().find(|(_, person)| {
        owner.as_ref().is_some_and(|owner| owner.split_whitespace().any(|part| part == person.name))
    });
    let alone = match all.session.issues.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let undertaking = Undertaking {
        what: now.what.trim().to_owned(),
        what_en: None,
        owner,
        lead: lead.map(|(id, _)| id),
        partners: said(&now.partners),
        due: day_of(&now.due),
        money: said(&now.money),
        criterion: said(&now.criterion),
        advice: Some(piece.id),
        issue: piece.advice.issue.or(alone),
        session: piece.advice.session,
    };
    (Kind::Action, id, village, FollowAct::Undertake(undertaking).into())
}

/// Everybody of the directory; tracked.
pub(super) fn people(desk: Desk) -> Vec<(Id, Person)> {
    desk.replica.with(|replica| {
        let people = replica.view().values().filter(|r| r.kind == Kind::Person && !r.gone);
        people.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
    })
}
