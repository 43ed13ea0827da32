//! Two that are one: a person who was entered twice, an issue that another carries on; and how far they may lie apart.

use crate::{
    Act, Change, Id, Kind, Record, Refusal, Role, Scope, Standing, Who, issue::standing,
    refusal::Apart, session::Around,
};

/// Strikes a double from the directory; the other entry carries on.
pub(crate) fn unite(record: &mut Record, into: Id, around: &dyn Around) -> Result<(), Refusal> {
    if into == record.id {
        return Err(Refusal::IntoItself);
    }
    if let Some(other) = around.record(into) {
        if other.kind != Kind::Person {
            return Err(Refusal::WrongKind);
        }
        if other.gone {
            return Err(Refusal::Gone { by: other.by, at: Some(other.at) });
        }
        one_region(record.scope, other.scope, around)?;
    }
    record.gone = true;
    record.set("into", into.to_string());
    Ok(())
}

/// Whether another issue can carry this one on: any of its own village, and in another village of the region one that
/// the public may read. Those whose issue this was cannot read what lies there.
pub(crate) fn carried(record: &mut Record, into: Id, around: &dyn Around) -> Result<(), Refusal> {
    let Some(other) = around.record(into).filter(|other| other.kind == Kind::Issue) else {
        return Ok(());
    };
    let (now, _) = standing(other)?;
    // so no two carry one another on, whichever phone was first
    if now == Standing::Merged {
        return Err(Refusal::Apart { why: Apart::Joined });
    }
    if other.scope.owner() != record.scope.owner() {
        one_region(record.scope, other.scope, around)?;
        if !now.posted() || !matches!(other.scope, Scope::Village(_)) {
            return Err(Refusal::Apart { why: Apart::Hidden });
        }
        record.set("merged_village", other.scope.owner().to_string());
    }
    Ok(())
}

/// What goes on in another village is for the office to say, which reads both.
pub(crate) fn may_carry(
    who: &Who,
    change: &Change,
    before: Option<&Record>,
    around: &dyn Around,
) -> Result<(), Refusal> {
    let (Act::Merge { into }, Some(before)) = (&change.act, before) else { return Ok(()) };
    let owner = |record: &Record| record.scope.owner();
    let across = around.record(*into).is_some_and(|other| owner(other) != owner(before));
    if across && !who.roles_in(before.scope).any(|role| role == Role::Office) {
        return Err(Refusal::NotYourPart { needs: vec![Role::Office] });
    }
    Ok(())
}

/// Whether two scopes belong to one region, as far as the places around say.
fn one_region(one: Scope, other: Scope, around: &dyn Around) -> Result<(), Refusal> {
    let region = |scope| match scope {
        Scope::Region(id) => Some(id),
        Scope::Village(id) | Scope::Draft(id) => {
            let Scope::Region(id) = around.record(id)?.scope else { return None };
            Some(id)
        }
        Scope::Session(_) | Scope::User(_) | Scope::District(_) => None,
    };
    match region(one).zip(region(other)) {
        Some((one, other)) if one != other => Err(Refusal::Apart { why: Apart::Region }),
        _ => Ok(()),
    }
}
