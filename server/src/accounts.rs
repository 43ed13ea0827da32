//! Who somebody is and how they get in: invites, pairing, passwords, passkeys, devices, roles.

mod account;
mod arrive;
pub(crate) mod ask_in;
pub(crate) mod audit;
pub(crate) mod burden;
pub(crate) mod calendars;
pub(crate) mod device;
pub mod entry;
pub mod erase;
mod erasing;
pub(crate) mod export;
pub(crate) mod grant;
pub mod guests;
pub mod hash;
pub mod invite;
pub mod knock;
pub(crate) mod lands;
pub(crate) mod ledger;
pub(crate) mod me;
pub mod member;
pub(crate) mod pairing;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod people;
pub mod post;
pub(crate) mod session;
pub(crate) mod sight;
pub(crate) mod slot;
mod struck;
pub(crate) mod united;
pub(crate) mod who;

/// Forgets who did what more than two years ago; gives how much that was.
pub use audit::tidy as forget;
