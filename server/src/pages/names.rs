//! Names that stand in records alone, in no directory and on no seat: no page tells them either.

use domain::follow::Action;
use domain::session::advice::Advice;
use domain::{Issue, Kind, Record};

/// The names in what was advised and what is done.
pub(super) fn within<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<String> {
    let names = records.flat_map(|record| match record.kind {
        Kind::Advice => record.read().map(|advice| of_advice(&advice)).unwrap_or_default(),
        Kind::Action => record.read().map(|action| of_action(&action)).unwrap_or_default(),
        _ => Vec::new(),
    });
    names.flat_map(|name| parts(&name)).collect()
}

/// Whose words an issue is, and who was told.
pub(super) fn of_issue(issue: &Issue) -> Vec<String> {
    let names = issue.proxy.iter().map(|proxy| &proxy.name);
    let names = names.chain(issue.door.iter().filter_map(|door| door.name.as_ref()));
    let told = issue.echoes.iter().map(|echo| &echo.to);
    let sent = issue.errands.iter().map(|errand| &errand.to);
    names.chain(told).chain(sent).flat_map(|name| parts(name)).collect()
}

fn of_advice(advice: &Advice) -> Vec<String> {
    let voice = advice.voice.iter().map(|voice| voice.name.clone());
    let told = advice.echoes.iter().map(|echo| echo.to.clone());
    voice.chain(told).chain(advice.errands.iter().map(|errand| errand.to.clone())).collect()
}

fn of_action(action: &Action) -> Vec<String> {
    let waits = action.tell.iter().map(|proposer| proposer.name.clone());
    let rated = action.ratings.iter().filter_map(|rating| rating.name.clone());
    let told = action.echoes.iter().map(|echo| echo.to.clone());
    let sent = action.errands.iter().map(|errand| errand.to.clone());
    waits.chain(rated).chain(told).chain(sent).collect()
}

/// A name, and of 四组 施老太 what is not the group.
fn parts(name: &str) -> Vec<String> {
    let group = |part: &&str| !part.ends_with(['组', '村', '户', '家']);
    name.split_whitespace().filter(group).chain([name]).map(str::to_owned).collect()
}
