//! Many small villages, each drawn from a seed, none of which may lose a word: the invariants of the sync design.
//!
//! `SEEDS=n` sets how many; `SEED=n` plays one alone and tells what happens in it.
#![expect(clippy::expect_used, reason = "a broken village should stop the test")]

mod village;

use std::panic::catch_unwind;

use village::World;

/// So many without being asked.
const SEEDS: u64 = 2_000;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Lives through one village; a panic is a finding too.
fn play(seed: u64, aloud: bool) -> Result<(), String> {
    let life = catch_unwind(|| World::new(seed, aloud).live());
    life.unwrap_or_else(|_| Err("it panicked, see above".into()))
}

#[test]
fn no_village_loses_a_word() {
    let seeds = asked("SEED").map_or(1..=asked("SEEDS").unwrap_or(SEEDS), |seed| seed..=seed);
    let aloud = asked("SEED").is_some();
    let found: Vec<(u64, String)> =
        seeds.filter_map(|seed| Some((seed, play(seed, aloud).err()?))).take(5).collect();
    let told: Vec<String> = found
        .iter()
        .map(|(seed, what)| {
            format!("seed {seed}: {what}\n  SEED={seed} cargo test -p domain --test simulation")
        })
        .collect();
    assert!(found.is_empty(), "\n{}", told.join("\n"));
}
