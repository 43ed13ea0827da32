//! Where several say the same, one piece of advice speaks for all, and each keeps its voice.

use serde_json::Value;

use super::{
    Around,
    advice::{Advice, Verdict},
};
use crate::{Id, Ids, Kind, Record, Refusal, Sorted, said::wrong};

/// Puts a piece of advice beside another that says the same, or takes it out again.
pub(crate) fn group(
    record: &mut Record,
    with: Option<Id>,
    around: &dyn Around,
) -> Result<(), Refusal> {
    if record.text("verdict").is_some() {
        return Err(Refusal::NotEditable { field: "with".to_owned() });
    }
    let Some(with) = with else {
        record.set("with", Value::Null);
        return Ok(());
    };
    let head = around.record(with).filter(|head| {
        head.kind == Kind::Advice && head.scope == record.scope && head.id != record.id
    });
    let head = match head {
        Some(head) if head.gone => return Err(Refusal::Gone { by: head.by, at: Some(head.at) }),
        Some(head) => Some(head),
        None if around.only_shows() => None,
        None => return Err(Refusal::NoSuchRecord),
    };
    // whoever speaks for others speaks for itself: one step, and no ring
    let led = |head: &Record| head.link("with").is_some();
    let leads = around
        .within(record.scope)
        .iter()
        .any(|r| r.kind == Kind::Advice && !r.gone && r.link("with") == Some(record.id));
    if head.is_some_and(led) || (leads && !around.only_shows()) {
        return Err(wrong("with"));
    }
    record.set("with", with.to_string());
    Ok(())
}

/// The pieces of advice among some records, by id.
#[must_use]
pub fn all(within: &[&Record]) -> Sorted<Id, Advice> {
    let advice = within.iter().filter(|record| record.kind == Kind::Advice && !record.gone);
    advice.filter_map(|record| Some((record.id, record.read().ok()?))).collect()
}

/// The advice that speaks for one: itself, unless it was put beside another that is still there.
#[must_use]
pub fn head(all: &Sorted<Id, Advice>, id: Id) -> Id {
    let with = all.get(&id).and_then(|advice| advice.with);
    with.filter(|with| all.get(with).is_some_and(|head| head.with.is_none())).unwrap_or(id)
}

/// Those that wait for an answer, or were put off; each group once.
#[must_use]
pub fn waiting(within: &[&Record]) -> Vec<Id> {
    let all = all(within);
    let mut heads = Ids::new();
    let open = |id: &Id| {
        let head = all.get(&head(&all, *id));
        head.is_some_and(|head| matches!(head.verdict, None | Some(Verdict::Deferred)))
    };
    all.keys()
        .filter(|id| open(id))
        .map(|id| head(&all, *id))
        .filter(|id| heads.insert(*id))
        .collect()
}
