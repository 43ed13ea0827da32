//! Each defect that can be planted in the sync is noticed: the proof that the simulation can fail.

use std::{env, panic, thread};

use domain::sync::planted::Planted;

use crate::{asked, play_all};

/// In so many villages each defect is looked for, or until it was noticed often enough on each core.
const SEEDS: u64 = 4_000;
const OFTEN: usize = 4;
/// A defect that shows in fewer is one draw of the dice from not being noticed.
const SURELY: usize = 3;

#[test]
fn each_planted_defect_is_noticed() {
    // broken villages may well panic, and hundreds of them need not say so
    let aloud = panic::take_hook();
    panic::set_hook(Box::new(move |what| {
        if thread::current().name() != Some("village") {
            aloud(what);
        }
    }));
    let seeds = asked("PLANTED_SEEDS").unwrap_or(SEEDS);
    let only = env::var("PLANTED").ok();
    let mut missed = Vec::new();
    for defect in Planted::ALL {
        if only.as_ref().is_some_and(|only| *only != format!("{defect:?}")) {
            continue;
        }
        let plant = || Planted::plant(Some(defect));
        let mut found = play_all(1..=seeds, OFTEN, false, plant);
        let mut most = seeds;
        if found.len() < SURELY {
            most = 4 * seeds;
            // rare ones are given more villages to show in
            found.extend(play_all(seeds + 1..=most, OFTEN, false, plant));
        }
        let first = found.first().map_or("nobody noticed", |(_, what)| what);
        let first: String = first.lines().next().unwrap_or("").chars().take(90).collect();
        let lived = found.last().filter(|_| found.len() >= OFTEN).map_or(most, |(seed, _)| *seed);
        println!("{defect:?}: noticed in {} of {lived} villages, first: {first}", found.len());
        if found.len() < SURELY {
            missed.push(format!("{defect:?} in {}", found.len()));
        }
    }
    assert!(missed.is_empty(), "hardly noticed: {}", missed.join(", "));
}
