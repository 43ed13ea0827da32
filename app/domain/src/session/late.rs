//! What is advised when no session takes it any more: it lies with the village, beside its issue.

use super::Around;
use crate::{Id, Kind, Record, Refusal, said::wrong};

/// Advice on an issue that comes when no session is there to take it: from paper, by telephone, from a public page.
pub(super) fn beside_issue(
    record: &Record,
    issue: Option<Id>,
    around: &dyn Around,
) -> Result<(), Refusal> {
    let issue = issue.ok_or_else(|| wrong("issue"))?;
    let fits = |r: &&Record| r.kind == Kind::Issue && r.scope == record.scope && !r.gone;
    if around.only_shows() || around.record(issue).is_some_and(|r| fits(&r)) {
        Ok(())
    } else {
        Err(Refusal::NoSuchRecord)
    }
}
