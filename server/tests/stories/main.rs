//! Stories over a real PostgreSQL: what phones send, what they are told, what is stored.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that stumbles has failed")]
#![expect(clippy::print_stdout, reason = "a seed, or a figure, is told to whoever looks")]

mod accounts;
mod after;
mod alike;
mod audits;
mod backups;
mod ballots;
mod blueprints;
mod board;
mod briefs;
mod compaction;
mod concurrency;
mod conflicts;
mod demo;
mod doors;
mod editions;
mod epochs;
mod erased;
mod evening;
mod follows;
mod forgers;
mod handovers;
mod handset;
mod logs;
mod loud;
mod nights;
mod papers;
mod past;
mod phone;
mod photos;
mod pulls;
mod pushes;
mod recordings;
mod seals;
mod sessions;
mod short;
#[expect(
    dead_code,
    unused_imports,
    reason = "of the simulated village only its server is needed here"
)]
#[path = "../../../app/domain/tests/village/mod.rs"]
mod simulated;
mod site;
mod steps;
mod still;
mod threads;
mod twins;
mod verify;
mod village;
mod writers;
