//! Drives the pure core: IndexedDB, the network and the other tabs, each a thin adapter with no opinion of its own.

mod agree;
mod album;
mod bell;
mod idb;
mod keeper;
mod line;
mod net;
mod poke;
pub(crate) mod porter;
mod press;
mod round;
mod store;
mod store_error;
mod tabs;
mod waiting;
mod wake;

pub(crate) use agree::Agreed;
pub(crate) use album::Held;
pub(crate) use keeper::Keeper;
pub(crate) use line::Line;
pub(crate) use net::{Net, NetError};
pub(crate) use press::{press, unpress};
pub(crate) use round::{BUILD, keep_in_touch};
pub(crate) use store::{Store, past_of};
pub(crate) use store_error::StoreError;
pub(crate) use tabs::Tabs;
pub(crate) use waiting::waiting;
