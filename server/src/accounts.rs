//! Who somebody is and how they get in: invites, devices, memberships.

mod account;
pub(crate) mod audit;
pub(crate) mod burden;
pub(crate) mod device;
pub mod erase;
mod erasing;
pub(crate) mod export;
pub mod guests;
pub mod invite;
pub(crate) mod ledger;
pub(crate) mod me;
pub mod member;
pub(crate) mod session;
pub(crate) mod sight;
mod struck;
pub(crate) mod who;

/// Forgets who did what more than two years ago; gives how much that was.
pub use audit::tidy as forget;
