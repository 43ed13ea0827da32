//! The place tree (district, town, village, group) and the people of the directory.

use crate::{
    Form, Id, Kind, Record, Refusal, Role, Scope,
    issue::LINE,
    said::{count, said, said_perhaps, wrong},
    session::Around,
};

/// How large a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Form)]
pub enum Level {
    /// 区
    District,
    /// 镇
    Town,
    /// 村
    #[default]
    Village,
    /// 组
    Group,
}

/// A place record, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Place {
    /// 上枫村
    pub name: String,
    /// Its English name, where it has one.
    pub name_en: Option<String>,
    /// How large it is.
    pub level: Level,
    /// The place it is part of; the district has none.
    pub parent: Option<Id>,
    /// Where it stands among its siblings.
    pub order: u32,
}

/// A person record, read: what the directory shows. What a person may do is in the memberships.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Person {
    /// 陈素琴
    pub name: String,
    /// What is said beside the name: 村委委员, 区水利局.
    pub note: Option<String>,
    /// The group the person lives in.
    pub group: Option<Id>,
    /// The role people know the person by.
    pub role: Option<Role>,
}

/// Lays a place on the map of its region.
pub(crate) fn found(
    record: &mut Record,
    place: &Place,
    around: &dyn Around,
) -> Result<(), Refusal> {
    match record.scope {
        // the one district of a region gives it its id
        Scope::Region(region) if (place.level == Level::District) != (record.id == region) => {
            return Err(wrong("level"));
        }
        Scope::Region(_) => {}
        Scope::Village(_)
        | Scope::Draft(_)
        | Scope::Session(_)
        | Scope::User(_)
        | Scope::District(_) => return Err(wrong("scope")),
    }
    if !beneath(record, place, around) {
        return Err(wrong("parent"));
    }
    record.set("name", said("name", &place.name, LINE)?);
    record.set("name_en", said_perhaps("name_en", place.name_en.as_ref(), LINE)?);
    record.set("level", place.level.form());
    record.set("parent", place.parent.map(|id| id.to_string()));
    record.set("order", count("order", place.order.into())?);
    Ok(())
}

/// Whether it lies in what is one size larger: a town in the district, a village in a town, or in the district where no
/// town lies between, a group in a village. Of a town or a village it may be left open; what is named must be known to
/// whoever judges for good.
fn beneath(record: &Record, place: &Place, around: &dyn Around) -> bool {
    let Some(parent) = place.parent else { return place.level != Level::Group };
    let Some(above) = around.record(parent) else {
        return parent != record.id && place.level != Level::District;
    };
    let above = (above.kind == Kind::Place && !above.gone && above.scope == record.scope)
        .then(|| above.text("level"));
    matches!(
        (place.level, above.flatten()),
        (Level::Town | Level::Village, Some("district"))
            | (Level::Village, Some("town"))
            | (Level::Group, Some("village"))
    )
}

/// Enters a person in the directory of a village or of the region.
pub(crate) fn introduce(record: &mut Record, person: &Person) -> Result<(), Refusal> {
    match record.scope {
        Scope::Region(_) | Scope::Village(_) => {}
        Scope::Draft(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => {
            return Err(wrong("scope"));
        }
    }
    record.set("name", said("name", &person.name, LINE)?);
    record.set("note", said_perhaps("note", person.note.as_ref(), LINE)?);
    record.set("group", person.group.map(|id| id.to_string()));
    record.set("role", person.role.map(Role::as_str));
    Ok(())
}
