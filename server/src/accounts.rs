//! Who somebody is and how they get in: invites, devices, memberships.

pub(crate) mod audit;
pub(crate) mod device;
pub mod guests;
pub mod invite;
pub(crate) mod me;
pub mod member;
pub(crate) mod session;
pub(crate) mod slot;
pub(crate) mod who;
