//! The place tree (district, town, village, group) and the people of the directory.

use serde::{Deserialize, Serialize};

use crate::{Id, Role};

/// How large a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
