//! What lies on the phones of a village in the middle of its life, as IndexedDB holds it: kept as a corpus, so that
//! every later version can be tried on what this one left behind.

use std::fmt::Write;

use domain::form;

use super::world::World;

impl World {
    /// A line a value: which phone, which store, the key, the text; and what each phone would send.
    pub(crate) fn record(mut self) -> Result<String, String> {
        for _ in 0..150 {
            self.now += 3_600_000;
            self.happen()?;
        }
        let mut lines = String::new();
        for phone in 0..self.phones.len() {
            let person = self.phones[phone].person;
            let push = self.phones[phone].tabs[0].replica.push(100, "0.1.0", self.now);
            let push = push.map(|push| ("push", "0".to_owned(), form::text(&push)));
            let stored = [("person", "0".to_owned(), person.to_string())];
            for (store, key, text) in
                stored.into_iter().chain(self.phones[phone].disk.texts()).chain(push)
            {
                writeln!(lines, "{phone}\t{store}\t{key}\t{text}").map_err(|e| e.to_string())?;
            }
        }
        Ok(lines)
    }
}
