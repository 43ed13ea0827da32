//! What a consultation is, and how copies of it become one: no I/O, no clock, no browser, no database.
//!
//! The words of the field are chosen here, once. Code, SQL, URLs and screens use them as they stand:
//! *issue* 议题, *standing* (where an issue stands in its life-cycle), *station* (one of the seven characters
//! of the thread), *act* (what one person does to one record), *change* (an act with its sender's marks),
//! *scope* (who shares a record), *clash* (two people wrote one field), *attention* (what a person must look at).
//! Of a session 协商: *stage* (where it stands), *seat*, *speech* (somebody's time to speak), *statement*, *count* (a show
//! of hands), *check* (a statement put before its speaker), *seal*, *edition* (what the public reads). Of the year's plan
//! 年度计划: *entry* (a bench that is meant for a month), *slot* (one without a topic yet), *mark* (how it stands).

// what the derive writes names this crate as others do
extern crate self as domain;

pub mod act;
pub mod apply;
pub mod burden;
pub mod category;
pub mod change;
pub mod civil;
mod clause;
pub mod customs;
pub mod doubles;
mod edit;
pub mod expertise;
pub mod feed;
pub mod figures;
pub mod follow;
pub mod form;
pub mod issue;
pub mod ledger;
pub mod matching;
pub mod may;
pub mod past;
pub mod picture;
pub mod place;
pub mod plan;
mod reach;
pub mod record;
pub mod refusal;
pub mod report;
pub mod roster;
pub mod rules;
mod said;
pub mod scope;
pub mod session;
pub mod small;
mod sorted;
pub mod square;
pub mod standing;
pub mod sync;
pub mod text;
pub mod triage;
pub mod trust;
mod united;
pub mod waits;
pub mod who;

pub use act::Act;
pub use apply::{Applied, apply, apply_among};
pub use category::Category;
pub use change::Change;
pub use customs::{Custom, Customs};
pub use domain_derive::Form;
pub use follow::FollowAct;
pub use form::Form;
pub use issue::Issue;
pub use may::may;
pub use plan::PlanAct;
pub use record::{Fields, Kind, Record};
pub use refusal::Refusal;
pub use scope::Scope;
pub use session::{Around, SessionAct, Stage};
pub use sorted::{Ids, Sorted};
pub use standing::{Lane, Standing, Station};
pub use who::{Role, Who};

/// What names a record, a person, a device or a change: a UUID, version 7, made where the thing is made.
pub type Id = uuid::Uuid;

/// A moment: milliseconds since 1970 in UTC. The edges show it in Asia/Shanghai.
pub type Millis = i64;

/// A day, as a length of time.
pub const DAY: Millis = 24 * 60 * 60 * 1000;
