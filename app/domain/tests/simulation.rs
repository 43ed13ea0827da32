//! Many small villages, each drawn from a seed, none of which may lose a word: the invariants of the sync design.
//!
//! `SEEDS=n` sets how many; `SEED=n` plays one alone and tells what happens in it.
#![expect(clippy::expect_used, reason = "a broken village should stop the test")]

mod corpus;
#[cfg(feature = "planted")]
mod planted;
mod village;

use std::{
    ops::RangeInclusive,
    panic::catch_unwind,
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use village::World;

/// So many without being asked.
const SEEDS: u64 = 300;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Lives through one village; a panic is a finding too.
fn play(seed: u64, aloud: bool) -> Result<(), String> {
    let life = catch_unwind(|| World::new(seed, aloud).live());
    life.unwrap_or_else(|_| Err("it panicked, see above".into()))
}

/// Lives through many on all cores, until so many are broken; `begin` is called on each core first.
fn play_all(
    seeds: RangeInclusive<u64>,
    enough: usize,
    aloud: bool,
    begin: impl Fn() + Sync,
) -> Vec<(u64, String)> {
    let next = AtomicU64::new(*seeds.start());
    let cores = if aloud { 1 } else { thread::available_parallelism().map_or(1, usize::from) };
    let work = || {
        begin();
        let mut found = Vec::new();
        while found.len() < enough {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed > *seeds.end() {
                break;
            }
            found.extend(play(seed, aloud).err().map(|what| (seed, what)));
        }
        found
    };
    let mut found: Vec<(u64, String)> = thread::scope(|scope| {
        let core = || thread::Builder::new().name("village".into()).spawn_scoped(scope, work);
        let cores: Vec<_> = (0..cores).map(|_| core().expect("a thread")).collect();
        cores.into_iter().flat_map(|core| core.join().expect("panics are caught")).collect()
    });
    found.sort();
    found
}

#[test]
fn no_village_loses_a_word() {
    let seeds = asked("SEED").map_or(1..=asked("SEEDS").unwrap_or(SEEDS), |seed| seed..=seed);
    let found = play_all(seeds, 3, asked("SEED").is_some(), || {});
    let told: Vec<String> = found
        .iter()
        .map(|(seed, what)| {
            format!("seed {seed}: {what}\n  SEED={seed} cargo test -p domain --test simulation")
        })
        .collect();
    assert!(found.is_empty(), "\n{}", told.join("\n"));
}
