//! How copies become one: an ordered log of changes goes up, the state of records comes down, scope by scope.
//!
//! No part of it does I/O. The phone's half is [`Replica`], the server's is [`authority`]; both are told the time
//! and given their randomness, so that a simulated year of broken networks runs in a second.

mod absorb;
mod along;
mod arriving;
pub mod authority;
mod carried;
mod columns;
mod cursor;
mod digest;
mod early;
mod hear;
mod over;
pub mod pieces;
pub mod planted;
mod propose;
mod replica;
mod steps;
pub mod still;
mod told;
mod wire;
mod writes;

pub use arriving::{Arrived, arrived};
pub use carried::{Carried, NotCarried};
pub use columns::{Columns, NotColumns};
pub use cursor::Cursor;
pub use digest::{Digest, Digests, Sum};
pub use replica::{Intent, Replica, Snapshot};
pub use steps::{Edited, Step, door};
pub use wire::{Answer, Outcome, PROTO, Page, Pull, PullReply, Push, PushReply, Taken, Unheard};
pub use writes::{Attention, Kept, Meta, Trouble, Writes};
