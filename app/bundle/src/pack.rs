//! Few files in place of hundreds: `split` cuts a chunk for every set of parts that share something, and most of them are
//! smaller than the head of the request that fetches them.
//!
//! A pack is a module that does nothing and carries the chunks in custom sections, so that a browser reads it as it
//! reads any module.

use crate::split::for_browsers;
use std::collections::BTreeMap;
use walrus::{Module, RawCustomSection};

/// The name of the sections of a pack, by which the glue asks for them.
pub(crate) const SECTION: &str = "part";

/// What one more request costs a phone on 2G, in bytes of a module that it could have fetched in that time.
const REQUEST: usize = 6_144;

/// Chunks that are fetched together, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pack {
    /// A bit for each part that needs one of them.
    users: u64,
    bytes: usize,
    /// Names of chunks.
    pub(crate) stems: Vec<String>,
}

impl Pack {
    fn with(&self, other: &Self) -> Self {
        let stems = self.stems.iter().chain(&other.stems).cloned().collect();
        Self { users: self.users | other.users, bytes: self.bytes + other.bytes, stems }
    }

    /// What is saved when both are one.
    fn gain(&self, other: &Self) -> Option<usize> {
        let apart = cost(self.users, self.bytes) + cost(other.users, other.bytes);
        let together = cost(self.users | other.users, self.bytes + other.bytes);
        apart.checked_sub(together).filter(|gain| *gain > 0)
    }
}

/// What so many bytes cost all parts that use them.
fn cost(users: u64, bytes: usize) -> usize {
    users.count_ones() as usize * (bytes + REQUEST)
}

/// Which chunks go together, from what each part needs: as long as putting two packs into one saves more in requests than
/// it costs in bytes that a part has no use for, and a pack stays below `most` bytes.
pub(crate) fn packs(
    needed: &BTreeMap<String, Vec<String>>,
    bytes: impl Fn(&str) -> usize,
    most: usize,
) -> Vec<Pack> {
    let mut users: BTreeMap<&str, u64> = BTreeMap::new();
    for (part, stems) in needed.values().enumerate() {
        for stem in stems {
            *users.entry(stem).or_default() |= 1 << part;
        }
    }
    // what the same parts need is one pack from the beginning
    let mut alike: BTreeMap<u64, Pack> = BTreeMap::new();
    for (stem, users) in users {
        let pack = Pack { users, bytes: bytes(stem), stems: vec![stem.to_owned()] };
        alike.entry(users).and_modify(|all| *all = all.with(&pack)).or_insert(pack);
    }
    let mut packs: Vec<Pack> = alike.into_values().collect();
    while let Some((one, other)) = best(&packs, most) {
        let gone = packs.swap_remove(other);
        packs[one] = packs[one].with(&gone);
    }
    packs
}

/// The two that save most together; the first before the second.
fn best(packs: &[Pack], most: usize) -> Option<(usize, usize)> {
    let pairs = (0..packs.len()).flat_map(|one| (one + 1..packs.len()).map(move |two| (one, two)));
    let fit = pairs.filter(|(one, two)| packs[*one].bytes + packs[*two].bytes <= most);
    let gains = fit.filter_map(|(one, two)| Some((packs[one].gain(&packs[two])?, (one, two))));
    gains.max_by_key(|(gain, _)| *gain).map(|(_, pair)| pair)
}

/// The modules as one.
pub(crate) fn together<'a>(modules: impl IntoIterator<Item = &'a Vec<u8>>) -> Vec<u8> {
    let mut pack = Module::with_config(for_browsers());
    for module in modules {
        pack.customs.add(RawCustomSection { name: SECTION.to_owned(), data: module.clone() });
    }
    pack.emit_wasm()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needed() -> BTreeMap<String, Vec<String>> {
        let part = |name: &str, stems: &[&str]| {
            (name.to_owned(), stems.iter().map(|stem| (*stem).to_owned()).collect())
        };
        BTreeMap::from([
            part("advice", &["small", "tiny", "large"]),
            part("bench", &["small", "other"]),
            part("issue", &["tiny", "large", "other"]),
        ])
    }

    fn packed(bytes: impl Fn(&str) -> usize, most: usize) -> Vec<Vec<String>> {
        let mut packs: Vec<_> =
            packs(&needed(), bytes, most).into_iter().map(|pack| pack.stems).collect();
        packs.iter_mut().for_each(|stems| stems.sort());
        packs.sort();
        packs
    }

    #[test]
    fn small_chunks_go_together_and_a_large_one_does_not_come_to_who_has_no_use_for_it() {
        let bytes = |stem: &str| if stem == "large" { 60_000 } else { 200 };
        assert_eq!(packed(bytes, 80_000), [vec!["large", "tiny"], vec!["other", "small"]]);
    }

    #[test]
    fn every_chunk_is_in_one_pack_and_no_pack_is_too_large() {
        let found = packed(|_| 300, 700);
        let mut all = found.concat();
        all.sort();
        assert_eq!(all, ["large", "other", "small", "tiny"]);
        assert!(found.iter().all(|pack| pack.len() <= 2), "{found:?}");
    }

    #[test]
    fn large_chunks_stay_by_themselves() {
        assert_eq!(packed(|_| 50_000, 200_000).len(), 3, "two that the same parts need are one");
    }

    #[test]
    fn a_pack_is_a_module_that_gives_its_chunks_back() {
        let empty = b"\0asm\x01\0\0\0".to_vec();
        let pack = together([&empty, &vec![1, 2, 3]]);
        assert!(crate::features::check(&pack).is_ok());
        let sections =
            wasmparser::Parser::new(0).parse_all(&pack).filter_map(|payload| match payload {
                Ok(wasmparser::Payload::CustomSection(section)) if section.name() == SECTION => {
                    Some(section.data().to_vec())
                }
                _ => None,
            });
        assert_eq!(sections.collect::<Vec<_>>(), [empty, vec![1, 2, 3]]);
    }
}
