//! The line as a text to paste into a chat: where it stands, and a line for each station.

use domain::Station;
use domain::follow::{Satisfaction, State};
use domain::session::Verdict;
use words::{Lang, follow, session};

use super::told::Told;
use crate::sync::now;

/// The text; `origin` is the address people type.
pub(super) fn text(told: &Told, origin: &str) -> String {
    let Told { lang, id, village, number, title, title_en, station, .. } = told;
    let (says, names) = (lang.words().line(), lang.words().names);
    let title = title_en.as_ref().filter(|_| *lang == Lang::En).unwrap_or(title);
    let number = number.map(|number| (super::super::sayings::in_(*lang).number)(number));
    let head: Vec<String> = [Some(village.clone()), number]
        .into_iter()
        .flatten()
        .chain([(says.card_at)((names.station)(*station))])
        .collect();
    let mut lines = vec![(says.card)(title), head.join(" · ")];
    for one in Station::ALL {
        let what = line(told, one).unwrap_or_else(|| says.not_yet.to_owned());
        lines.push(format!("{} {what}", (names.mark)(one)));
    }
    lines.push(format!("{origin}/t/{id}"));
    lines.join("\n") + "\n"
}

fn line(told: &Told, station: Station) -> Option<String> {
    let lang = told.lang;
    let says = lang.words().line();
    let between = if lang == Lang::Zh { "，" } else { ", " };
    let day = |at| lang.date(at, now());
    let parts: Vec<String> = match station {
        Station::Raised => vec![day(told.raised.0), (says.raised_by)(&told.raised.2)],
        Station::Researched => told.looked.0.map(day).into_iter().collect(),
        Station::Sat => {
            let bench = told.benches.last()?;
            let sat = bench.here.map(says.present);
            let ahead = bench.ahead.then(|| says.ahead.to_owned());
            bench
                .on
                .map(day)
                .into_iter()
                .chain(bench.place.clone())
                .chain(sat)
                .chain(ahead)
                .collect()
        }
        Station::Advised => match told.advice.len() {
            0 => Vec::new(),
            count => vec![(says.advised)(count)],
        },
        Station::Answered => answers(told),
        Station::Done => deeds(told),
        Station::Rated => ratings(told),
    };
    Some(parts.join(between)).filter(|line| !line.is_empty())
}

/// How many were adopted, and so on.
fn answers(told: &Told) -> Vec<String> {
    let heads = told.advice.iter().filter(|one| one.with.is_none());
    let given: Vec<Verdict> = heads.filter_map(|one| one.verdict).map(|(given, _)| given).collect();
    let line = |verdict| {
        let count = given.iter().filter(|given| **given == verdict).count();
        (count > 0).then(|| format!("{} {count}", session::verdict(told.lang, verdict)))
    };
    Verdict::ALL.into_iter().filter_map(line).collect()
}

/// How many stand where.
fn deeds(told: &Told) -> Vec<String> {
    let line = |state| {
        let count = told.doing.iter().filter(|one| one.state == state).count();
        (count > 0).then(|| format!("{} {count}", follow::state(told.lang, state)))
    };
    State::ALL.into_iter().filter_map(line).collect()
}

/// How many said what.
fn ratings(told: &Told) -> Vec<String> {
    let sum = |result| -> usize {
        let of = |one: &super::deeds::Doing| match result {
            Satisfaction::Satisfied => one.tally.satisfied,
            Satisfaction::Basically => one.tally.basically,
            Satisfaction::Not => one.tally.not,
        };
        told.doing.iter().map(of).sum()
    };
    if told.doing.iter().all(|one| one.tally.all() == 0) {
        return told.closed.iter().map(|(_, words)| words.clone()).collect();
    }
    let line = |result| format!("{} {}", follow::satisfaction(told.lang, result), sum(result));
    Satisfaction::ALL.into_iter().map(line).collect()
}
