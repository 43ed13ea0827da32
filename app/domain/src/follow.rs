//! What comes after the bench: every piece of advice gets its answer, what is adopted is done, whoever asked is told,
//! the village says how it was done, and the blueprint says what has become of it all.
//!
//! All of it lies with the village: what was promised comes there with the seal, what was advised when the session is
//! handed over.

mod act;
pub mod action;
pub mod blueprint;
mod done;
pub mod echo;
pub mod letter;
mod moves;
pub mod notice;
pub mod progress;
pub mod rating;
pub(crate) mod roles;
mod state;
pub mod term;
pub mod thread;
pub mod version;

pub(crate) use self::done::{done, fits};
pub use self::{
    act::FollowAct,
    action::{Action, State, Undertaking},
    blueprint::{Line, LineState, Section, blueprint_of},
    echo::{Echo, Tidings},
    letter::{Fate, Letter},
    rating::{Rating, Satisfaction},
    thread::Thread,
    version::version_of,
};
