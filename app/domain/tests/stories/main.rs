//! What the domain promises, told as it happens in the field.
#![expect(clippy::expect_used, reason = "a story that cannot go on should stop the test")]

mod advised;
mod answers;
mod bounds;
mod cast;
mod consent;
mod courier;
mod digests;
mod early;
mod editions;
mod edits;
mod evening;
mod forms;
mod guards;
mod late;
mod laws;
mod life_cycle;
mod lookups;
mod offline;
mod open;
mod own_words;
mod permissions;
mod pieces;
mod seals;
mod session_roles;
mod sessions;
mod short;
mod squares;
mod stages;
mod steps;
mod two_phones;
mod verdicts;
mod ways;
