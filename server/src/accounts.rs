//! Who somebody is and how they get in: invites, pairing, passwords, passkeys, devices, roles.

mod arrive;
pub(crate) mod ask_in;
pub(crate) mod audit;
pub(crate) mod device;
pub mod entry;
pub(crate) mod grant;
pub mod guests;
pub mod hash;
pub mod invite;
pub mod knock;
mod lands;
pub(crate) mod me;
pub mod member;
pub(crate) mod pairing;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod people;
pub mod post;
pub(crate) mod session;
pub(crate) mod slot;
pub(crate) mod who;
