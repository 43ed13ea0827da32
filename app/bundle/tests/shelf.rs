//! What lies on a phone that several people share: only its own affairs are under keys of its own.

#![expect(clippy::unwrap_used, reason = "a rule that cannot be read fails, as it should")]

use std::{fs, path::Path};

/// Every Rust file of the app, as (path within it, text).
fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            let name = path.to_string_lossy().split("app/src/").last().unwrap().to_owned();
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The files of the app that say one of these, in order.
fn who_says(words: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../app/src"), &mut all);
    assert!(all.len() > 100, "the rule looks in the wrong place");
    all.retain(|(_, text)| words.iter().any(|word| text.contains(word)));
    let mut names: Vec<_> = all.into_iter().map(|(name, _)| name).collect();
    names.sort();
    names
}

#[test]
fn what_everybody_on_a_phone_finds_is_the_phones_own() {
    let own = who_says(&["shelf::phone::"]);
    let known = [
        "look.rs",
        "parts/install.rs",
        "pin.rs",
        "screens/phone/room.rs",
        "session.rs",
        "sharers.rs",
    ];
    assert_eq!(own, known, "whoever else writes there shows one person's words to another");
}

#[test]
fn nothing_is_laid_on_the_phone_past_the_shelf_and_the_stores() {
    assert_eq!(who_says(&["local_storage()", "session_storage()"]), ["shelf.rs"]);
    // an invite waits there, until it is used
    let history = who_says(&["replace_state", "push_state"]);
    assert_eq!(history, ["routes.rs", "screens/welcome/invite.rs"]);
    // each is called by a person's id, or keeps what is under one
    let named = who_says(&["Database::open(", "Database::there(", "BroadcastChannel::new("]);
    let known = ["replica/keeper.rs", "replica/store.rs", "replica/tabs.rs", "replica/waiting.rs"];
    assert_eq!(named, known);
}
