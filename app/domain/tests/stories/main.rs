//! What the domain promises, told as it happens in the field.
#![expect(clippy::expect_used, reason = "a story that cannot go on should stop the test")]

mod answers;
mod cast;
mod courier;
mod digests;
mod early;
mod edits;
mod evening;
mod forms;
mod guards;
mod late;
mod laws;
mod life_cycle;
mod offline;
mod open;
mod own_words;
mod permissions;
mod pieces;
mod sessions;
mod squares;
mod stages;
mod verdicts;
mod ways;
