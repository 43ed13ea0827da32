//! Stories over a real PostgreSQL: what phones send, what they are told, what is stored.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that stumbles has failed")]

mod accounts;
mod backups;
mod board;
mod compaction;
mod concurrency;
mod conflicts;
mod demo;
mod doors;
mod epochs;
mod handset;
mod phone;
mod pulls;
mod pushes;
mod site;
mod village;
mod writers;
