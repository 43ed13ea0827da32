//! Stories over a real PostgreSQL: what phones send, what they are told, what is stored.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that stumbles has failed")]
#![expect(clippy::print_stdout, reason = "a seed, or a figure, is told to whoever looks")]

mod accounts;
mod after;
mod alike;
mod archives;
mod archives_refused;
mod asking;
mod audits;
mod backups;
mod ballots;
mod blueprints;
mod board;
mod briefs;
mod calendar_towns;
mod calendars;
mod carried;
mod compaction;
mod complaints;
mod concurrency;
mod conflicts;
mod customs;
mod demo;
mod directory;
mod doors;
mod editions;
mod ends;
mod epochs;
mod erased;
mod evening;
mod experts;
mod feed_ends;
mod few;
mod figures;
mod firsts;
mod follows;
mod forgers;
mod handovers;
mod handset;
mod heap;
mod leaflet;
mod logs;
mod loud;
mod mailbox;
mod matrix;
mod needs;
mod nights;
mod noticed;
mod open_data;
mod oracle;
mod order;
mod owing;
mod pairings;
mod papers;
mod passkeys;
mod passwords;
mod past;
mod phone;
mod photos;
mod plans;
mod policy;
mod posts;
mod pulls;
mod pushes;
mod queues;
mod raising;
mod rated_at_once;
mod reckoned;
mod recordings;
mod recount;
mod reports;
mod rosters;
mod routes;
mod scripts;
mod seals;
mod sessions;
mod shared;
mod sheets;
mod short;
#[expect(
    dead_code,
    unused_imports,
    reason = "of the simulated village only its server is needed here"
)]
#[path = "../../../app/domain/tests/village/mod.rs"]
mod simulated;
mod site;
mod slow;
mod snapshots;
mod steps;
mod still;
mod threads;
mod trust;
mod twins;
mod united;
mod valleys;
mod verify;
mod village;
mod waits;
mod walk;
mod writers;
