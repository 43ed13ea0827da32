//! The rules of the house that the compiler cannot hold.

#![expect(clippy::unwrap_used, reason = "a rule that cannot be read fails, as it should")]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file of the project with one of these endings, as (path from the root, text).
fn files(endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    gather(&root(), endings, &mut found);
    assert!(!found.is_empty(), "no {endings:?} files: the test looks in the wrong place");
    found
}

fn gather(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    let skipped = ["target", "node_modules", ".git", "data", "shots", "test-results"];
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !skipped.contains(&name.as_str()) {
            gather(&path, endings, found);
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let short = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            found.push((short, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Fails with all offenders at once, one a line.
#[track_caller]
fn none(rule: &str, offenders: &[String]) {
    assert!(offenders.is_empty(), "{rule}:\n{}", offenders.join("\n"));
}

/// The code of a Rust file without its comments, and without its tests at the end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or(text);
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_file_is_read_in_one_sitting() {
    let all = files(&[".rs", ".mjs", ".js", ".css", ".sql"]);
    let long = all.iter().filter(|(_, text)| text.lines().count() > 300);
    let long: Vec<_> =
        long.map(|(path, text)| format!("{path}: {}", text.lines().count())).collect();
    none("files over 300 lines", &long);
}

#[test]
fn a_file_is_named_for_what_it_holds() {
    let vague = ["utils", "util", "helpers", "types", "misc", "common_utils"];
    let all = files(&[".rs", ".mjs", ".js"]);
    let stem = |path: &str| Path::new(path).file_stem().unwrap().to_string_lossy().into_owned();
    let bad: Vec<_> = all
        .iter()
        .map(|(path, _)| path.clone())
        .filter(|p| vague.contains(&stem(p).as_str()))
        .collect();
    none("files with names that say nothing", &bad);
}

#[test]
fn a_rust_file_opens_with_its_promise() {
    let all = files(&[".rs"]);
    let bad: Vec<_> =
        all.iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(p, _)| p.clone()).collect();
    none("files that do not open with `//! `", &bad);
}

/// What a pure core does not name.
const WORLD: &str =
    "SystemTime Instant::now std::fs std::net std::thread thread::spawn thread::sleep";

#[test]
fn the_core_knows_nobody() {
    let manifest = fs::read_to_string(root().join("app/domain/Cargo.toml")).unwrap();
    let own = manifest.split("[dependencies]").nth(1).unwrap().split('[').next().unwrap();
    let mut names: Vec<_> = own
        .lines()
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|n| !n.is_empty() && !n.starts_with('#'))
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["domain-derive", "serde_json", "sha2", "thiserror", "uuid"],
        "domain does no I/O and asks no clock"
    );
    let asks: Vec<_> = files(&[".rs"])
        .iter()
        .filter(|(path, _)| path.starts_with("app/domain/src"))
        .filter(|(_, text)| WORLD.split(' ').any(|w| code(text).contains(w)))
        .map(|(path, _)| path.clone())
        .collect();
    none("domain files that ask the world", &asks);
}

/// Whoever can have defects planted refuses to be built for people, and nobody asks for them in a manifest.
#[test]
fn no_release_has_planted_defects() {
    let guard = "#[cfg(all(feature = \"planted\", not(debug_assertions)))]\ncompile_error!";
    let (manifests, sources) = (files(&["Cargo.toml"]), files(&[".rs"]));
    let able = manifests.iter().filter(|(_, text)| text.contains("\nplanted = "));
    let able: Vec<_> = able.map(|(path, _)| path.trim_end_matches("Cargo.toml")).collect();
    assert_eq!(able, ["app/domain/", "server/"], "who can have defects planted");
    let guarded = |folder: &&str| {
        let src = format!("{folder}src/");
        sources.iter().any(|(path, text)| path.starts_with(&src) && text.contains(guard))
    };
    let open = able.into_iter().filter(|folder| !guarded(folder)).map(str::to_owned);
    none("crates that could be released with planted defects", &open.collect::<Vec<_>>());
    // what is planted in a crate may be planted in the one beneath; each of them refuses to be released with it
    let passes_on = |line: &str| line == "planted = [\"domain/planted\"]";
    let asks = |line: &&str| {
        (line.contains("planted\"") && !passes_on(line)) || line.contains("debug-assertions")
    };
    let asking = manifests.iter().filter(|(_, text)| text.lines().any(|line| asks(&line)));
    let asking: Vec<_> = asking.map(|(path, _)| path.clone()).collect();
    none("manifests that plant defects, or would let a release have them", &asking);
}

#[test]
fn screens_know_the_desk_and_nothing_below_it() {
    let below =
        ["indexed_db", "Idb", "fetch_with", "EventSource", "BroadcastChannel", "replica::Store"];
    let bad: Vec<_> = files(&[".rs"])
        .iter()
        .filter(|(path, _)| {
            path.starts_with("app/src/screens") || path.starts_with("app/src/parts")
        })
        .filter(|(_, text)| {
            below.iter().any(|word| code(text).replace("replica::StoreError", "").contains(word))
        })
        .map(|(path, _)| path.clone())
        .collect();
    none("screens that reach below the desk", &bad);
}

#[test]
fn sql_lives_in_few_places() {
    let rooms = [
        "server/src/sync/",
        "server/src/accounts/",
        "server/src/office",
        "server/src/pages/",
        "server/src/photos.rs",
        "server/src/demo",
        "server/src/office",
        "server/src/database",
        "server/src/office",
        "server/src/open",
        "server/src/archive",
    ];
    let bad: Vec<_> = files(&[".rs"])
        .iter()
        .filter(|(path, text)| path.starts_with("server/src") && code(text).contains("sqlx::query"))
        .filter(|(path, _)| !rooms.iter().any(|room| path.starts_with(room)))
        .map(|(path, _)| path.clone())
        .collect();
    none("SQL outside its rooms", &bad);
}

#[test]
fn a_migration_says_what_a_row_is() {
    let bad: Vec<_> = files(&[".sql"])
        .iter()
        .filter(|(path, _)| path.starts_with("server/migrations"))
        .filter(|(path, text)| {
            let name = Path::new(path).file_stem().unwrap().to_string_lossy().into_owned();
            let (moment, noun) = name.split_once('_').unwrap_or(("", ""));
            let named = moment.len() == 14 && !noun.is_empty();
            !named || !text.starts_with("-- ")
        })
        .map(|(path, _)| path.clone())
        .collect();
    none("migrations without a moment, a noun or a first line", &bad);
}

/// Two branches may each add one; PostgreSQL would only say so when a server starts.
#[test]
fn no_two_migrations_are_of_the_same_moment() {
    let moment = |path: &str| path.split('_').next().unwrap_or_default().to_owned();
    let sql = files(&[".sql"]);
    let twice: Vec<_> = sql
        .windows(2)
        .filter(|two| moment(&two[0].0) == moment(&two[1].0))
        .map(|two| two[1].0.clone())
        .collect();
    none("migrations of one moment", &twice);
}

/// Whether a line of code holds a Chinese character in a string or as text of a view; a lone `'号'` is for reading.
fn speaks_chinese(line: &str) -> bool {
    let chars: Vec<char> = line.chars().collect();
    chars.iter().enumerate().any(|(at, c)| {
        let alone = at > 0 && chars[at - 1] == '\'' && chars.get(at + 1) == Some(&'\'');
        ('\u{4e00}'..='\u{9fff}').contains(c) && !alone
    })
}

#[test]
fn every_sentence_is_in_the_catalogue() {
    let mut bad = Vec::new();
    for (path, text) in files(&[".rs"]) {
        if path.starts_with("app/src") {
            let lines = code(&text);
            let lines: Vec<_> = lines.lines().filter(|line| speaks_chinese(line)).collect();
            bad.extend(lines.into_iter().map(|line| format!("{path}: {}", line.trim())));
        }
    }
    none("Chinese outside the catalogue", &bad);
}

#[test]
fn no_style_is_written_inline() {
    let all = files(&[".rs", ".html", ".js"]);
    let ours = all.iter().filter(|(path, _)| {
        path.starts_with("app/") || path.starts_with("public/") || path.starts_with("server/src")
    });
    let written = format!("style={}", '"');
    let bad: Vec<_> = ours
        .filter(|(path, text)| !path.contains("/tests/") && code(text).contains(&written))
        .map(|(p, _)| p.clone())
        .collect();
    none("inline styles, which the content policy forbids", &bad);
}

#[test]
fn every_icon_that_is_named_is_drawn() {
    let sprite = fs::read_to_string(root().join("app/icons.svg")).unwrap();
    let mut bad = Vec::new();
    for (path, text) in files(&[".rs"]) {
        if !path.starts_with("app/src") {
            continue;
        }
        for rest in text.split("<Icon name=\"").skip(1) {
            let name = rest.split('"').next().unwrap_or("");
            if !sprite.contains(&format!("id=\"i-{name}\"")) {
                bad.push(format!("{path}: {name}"));
            }
        }
    }
    none("icons that are not in the sprite", &bad);
}

#[test]
fn a_story_is_named_for_who_does_what() {
    let specs: Vec<_> =
        files(&[".mjs"]).into_iter().filter(|(path, _)| path.contains(".spec.")).collect();
    let parts = |path: &str| {
        Path::new(path)
            .file_name()
            .unwrap()
            .to_string_lossy()
            .split('.')
            .next()
            .unwrap()
            .split('-')
            .count()
    };
    let bad: Vec<_> =
        specs.iter().filter(|(path, _)| parts(path) < 3).map(|(path, _)| path.clone()).collect();
    none("stories not named <actor>-<act>-<object>", &bad);
}

#[test]
fn every_path_the_documents_name_exists() {
    let mut bad = Vec::new();
    let mut named = 0;
    for document in ["README.md", "ARCHITECTURE.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for quoted in text.split('`').skip(1).step_by(2) {
            let path = quoted.trim_end_matches('/');
            let known =
                ["app/", "server/", "style/", "public/", "end2end/", "scripts/", ".ci/", "docs/"];
            let is_path = known.iter().any(|start| path.starts_with(start))
                && !path.contains([' ', '*', '<', '{']);
            if is_path && !path.starts_with("app/#") {
                named += 1;
                if !root().join(path).exists() {
                    bad.push(format!("{document}: {path}"));
                }
            }
        }
    }
    assert!(named > 20, "the documents name {named} paths only: the test does not see them");
    none("paths that do not exist", &bad);
}
