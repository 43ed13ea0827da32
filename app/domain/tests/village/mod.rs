//! A village in one thread: real phones' halves and the real judge, under every fault that a seed can draw.

mod around;
mod bench;
mod deeds;
mod faults;
pub(crate) mod hall;
mod ledger;
mod letters;
mod news;
mod phone;
mod post;
mod record;
pub(crate) mod rng;
mod rounds;
mod sitting;
mod watch;
mod world;

pub(crate) use hall::Hall;
pub(crate) use rng::Rng;
pub(crate) use world::World;
