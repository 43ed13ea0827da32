//! The line of an issue told as a story, in a few sentences for a report: the first word, the bench, the advice, the deed,
//! and whether whoever spoke has heard of it.

use domain::follow::Satisfaction;
use words::{Lang, follow, session};

use super::deeds::Doing;
use super::told::{Advised, Told};

/// The most pieces of advice and the most deeds that one story tells.
const MOST: usize = 3;

/// A line as a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Story {
    /// What it is about.
    pub(crate) title: String,
    /// A sentence or two for each station.
    pub(crate) told: Vec<String>,
}

/// The story of a line.
pub(super) fn story(told: &Told) -> Story {
    let Told { lang, title, title_en, .. } = told;
    let says = lang.words().report();
    let title = title_en.as_ref().filter(|_| *lang == Lang::En).unwrap_or(title).clone();
    let (at, words, who) = &told.raised;
    let mut lines = vec![(says.raised)(&lang.date(*at, 0), who, words)];
    if let Some(question) = &told.looked.1 {
        lines.push((says.asked)(question));
    }
    for bench in &told.benches {
        let Some(on) = bench.on.filter(|_| !bench.ahead) else { continue };
        lines.push((says.sat)(&lang.date(on, 0), bench.place.as_deref(), bench.here));
    }
    let heads = told.advice.iter().filter(|one| one.with.is_none());
    lines.extend(heads.take(MOST).map(|one| advice(one, *lang)));
    lines.extend(told.doing.iter().take(MOST).map(|one| deed(one, *lang)));
    let echoes = told.echoes.iter().chain(told.doing.iter().flat_map(|one| &one.echoes));
    if let Some((at, how)) = echoes.max_by_key(|(at, _)| *at) {
        lines.push((says.heard)(&lang.date(*at, 0), follow::tidings(*lang, *how)));
    }
    lines.extend(rated(&told.doing, *lang));
    Story { title, told: lines }
}

fn advice(one: &Advised, lang: Lang) -> String {
    let says = lang.words().report();
    let given = one.verdict.map(|(verdict, _)| session::verdict(lang, verdict));
    (says.advised)(&crate::pages::who(&one.who, lang), &one.words, given, one.why.as_deref())
}

fn deed(one: &Doing, lang: Lang) -> String {
    let says = lang.words().report();
    let what = one.what_en.as_ref().filter(|_| lang == Lang::En).unwrap_or(&one.what);
    let done = one.done.as_ref().map(|(at, why)| (lang.date(*at, 0), why.clone()));
    let state = follow::state(lang, one.state);
    match done {
        Some((day, why)) => (says.done)(what, one.owner.as_deref(), &day, why.as_deref()),
        None => (says.doing)(what, one.owner.as_deref(), state),
    }
}

/// How many said what of all that was done.
fn rated(doing: &[Doing], lang: Lang) -> Option<String> {
    let sum = |of: fn(&Doing) -> usize| doing.iter().map(of).sum::<usize>();
    let counts = [
        (Satisfaction::Satisfied, sum(|one| one.tally.satisfied)),
        (Satisfaction::Basically, sum(|one| one.tally.basically)),
        (Satisfaction::Not, sum(|one| one.tally.not)),
    ];
    let any = counts.iter().any(|(_, count)| *count > 0);
    let line = counts.map(|(result, n)| format!("{} {n}", follow::satisfaction(lang, result)));
    any.then(|| (lang.words().report().rated)(&line.join(lang.words().report().between)))
}
