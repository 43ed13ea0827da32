//! What an archive keeps stands in the order of what names it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use server::archive::write;

use crate::archives::ORIGIN;
use crate::epochs::Folder;
use crate::village::Village;

/// The first part of a valley's life is enough for an archive: each sealed session is printed for it.
const FEW_SEALS: &str = "delete from seal where number > 1 or scope not in (
    select distinct scope from seal order by scope limit 3)";

/// An archive names rows by their ids, and so they stand: it is no list of places at all.
pub(super) async fn archive(village: &Village) {
    sqlx::query(FEW_SEALS).execute(village.pool()).await.unwrap();
    let folder = Folder::new();
    write(village.pool(), ORIGIN, &folder.0.join("all.tar")).await.unwrap();
    let done = Command::new("tar").args(["-xf", "all.tar"]).current_dir(&folder.0).status();
    assert!(done.unwrap().success());
    let mut files: Vec<_> =
        fs::read_dir(folder.0.join("data")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for (name, keys) in [
        ("scope", &["id"][..]),
        ("record", &["id"]),
        ("seal", &["scope", "number"]),
        ("account", &["person"]),
        ("member", &["record"]),
        ("audit", &["id"]),
    ] {
        let own = |path: &&PathBuf| {
            let file = path.file_name().unwrap().to_str().unwrap();
            file.rsplit_once('-').unwrap().0 == name
        };
        let text: String =
            files.iter().filter(own).map(|path| fs::read_to_string(path).unwrap()).collect();
        let key = |line: &str| {
            let row: Value = serde_json::from_str(line).unwrap();
            let said = |key: &&str| row[*key].as_str().map(str::to_owned);
            (
                keys.iter().map(said).collect::<Vec<_>>(),
                keys.iter().map(|key| row[*key].as_i64()).collect::<Vec<_>>(),
            )
        };
        let ranks: Vec<_> = text.lines().map(key).collect();
        assert!(ranks.len() > 2 && ranks.is_sorted(), "{name}");
    }
}
