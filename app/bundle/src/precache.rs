//! What a phone keeps so that the app opens without a signal: the list the service worker begins with.

use crate::site::{File, sha256};
use serde::Serialize;

/// The first line of `sw.js`; the rest of it is written by hand.
#[derive(Serialize)]
pub(crate) struct Build {
    id: String,
    shell: String,
    files: Vec<Kept>,
}

#[derive(Serialize)]
struct Kept {
    url: String,
    sha256: String,
}

impl Build {
    /// A build named `id`, of everything but the pictures: those are asked for when installing, with a
    /// signal, and kept only when the shell shows them.
    pub(crate) fn new(id: &str, files: &[File], shell: &str) -> Self {
        let kept = files
            .iter()
            .filter(|file| !file.name.starts_with("icons/") || shell.contains(&file.url()))
            .map(|file| Kept { url: file.url(), sha256: sha256(&file.body) })
            .collect();
        Self { id: id.to_owned(), shell: "/app/".to_owned(), files: kept }
    }

    /// The service worker, with this build as its first line.
    pub(crate) fn worker(&self, by_hand: &str) -> Result<String, serde_json::Error> {
        Ok(format!("const BUILD = {};\n{by_hand}", serde_json::to_string(self)?))
    }
}

/// Names a build: the same files give the same name.
pub(crate) fn name(files: &[File]) -> String {
    let told: String =
        files.iter().map(|file| format!("{} {}\n", file.url(), sha256(&file.body))).collect();
    sha256(told.as_bytes())[..12].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(css: &str) -> Vec<File> {
        vec![
            File::new("index.html", "<link href=\"/app/icons/icon-192.png\">"),
            File::new("pkg/app.1.css", css),
            File::new("icons/icon-192.png", "a"),
            File::new("icons/shot-wide.png", "b"),
        ]
    }

    #[test]
    fn a_picture_is_kept_only_when_the_shell_shows_it() {
        let build = Build::new("b1", &files("a{}"), "<link href=\"/app/icons/icon-192.png\">");
        let urls: Vec<_> = build.files.iter().map(|file| file.url.as_str()).collect();
        assert_eq!(urls, ["/app/", "/app/pkg/app.1.css", "/app/icons/icon-192.png"]);
    }

    #[test]
    fn another_byte_is_another_build() {
        assert_eq!(name(&files("a{}")), name(&files("a{}")));
        assert_ne!(name(&files("a{}")), name(&files("b{}")));
    }

    #[test]
    fn the_worker_begins_with_its_build() {
        let worker = Build::new("b1", &files("a{}"), "").worker("onfetch = null;").unwrap();
        let first = worker.lines().next().unwrap();
        let build: serde_json::Value =
            serde_json::from_str(&first["const BUILD = ".len()..first.len() - 1]).unwrap();
        assert_eq!(build["files"][0]["url"], "/app/");
        assert!(worker.ends_with("onfetch = null;"));
    }
}
