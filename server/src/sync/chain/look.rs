//! What was sealed as it is read now, beside what lies in the session now: both without the names that were erased.

use std::collections::BTreeSet;

use domain::form::Value;
use domain::session::{Seal, plain, plain_annex, token};
use domain::{Form, Record, Scope};
use sqlx::PgConnection;

use super::Link;
use crate::sync::records;

/// Looks at what was sealed as it is read now, and at what would be sealed now.
pub(super) async fn look(db: &mut PgConnection, link: &mut Link) -> sqlx::Result<()> {
    let id = link.session();
    if link.is_annex() {
        let session = records::seen(db, BTreeSet::from([id])).await?.remove(&id);
        // the names in an annex are those that its session's seal keeps
        let whole = session.as_ref().and_then(|session| session.fields.get("seal").cloned());
        let names = whole.and_then(|seal| Seal::read(seal).ok()).map(|seal| seal.names);
        let names = names.unwrap_or_default();
        link.held = link.seal.as_ref().map(|seal| token::clear(&seal.content, &names));
        link.now = session.map(|session| plain_annex(&link.record, &session));
        return Ok(());
    }
    let within = records::within(db, &BTreeSet::from([Scope::Session(id)])).await?;
    let within: Vec<&Record> = within.values().collect();
    link.held = link.seal.as_ref().map(|seal| unmarked(seal.clear()));
    link.now = plain(&link.record, &within).ok();
    Ok(())
}

/// Without what only says that a name was erased: the seat itself does not know.
fn unmarked(mut content: Value) -> Value {
    let seats = content.get_mut("seats").and_then(Value::as_array_mut);
    for seat in seats.into_iter().flatten().filter_map(Value::as_object_mut) {
        drop(seat.remove("erased"));
    }
    content
}
