//! What is in target/site: each file once as it is, once as brotli and once as gzip, and `site.json` to tell of them.
//!
//! The folder is swapped in whole, so a server never finds half a bundle.

use crate::trouble::Trouble;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What a phone on 2G is asked to download before the app starts, wasm and js together.
pub(crate) const BUDGET: u64 = 220_160;

/// What each part may weigh that comes once the board is on the screen.
pub(crate) const FAR: u64 = 81_920;

const UNDER: &str = "/app/";
const COMPRESSED: [&str; 6] = ["html", "js", "css", "wasm", "webmanifest", "svg"];

/// One file of the site, named as the browser will ask for it below `/app/`.
pub(crate) struct File {
    /// Its path in the site.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) body: Vec<u8>,
}

impl File {
    /// A file that keeps its name.
    pub(crate) fn new(name: impl Into<String>, body: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), body: body.into() }
    }

    /// A file named for its content below `pkg/`, so that it can be kept for ever.
    pub(crate) fn hashed(stem: &str, extension: &str, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let name = format!("pkg/{stem}.{}.{extension}", &sha256(&body)[..12]);
        Self { name, body }
    }

    /// Its address in the browser.
    pub(crate) fn url(&self) -> String {
        match self.name.as_str() {
            "index.html" => UNDER.to_owned(),
            name => format!("{UNDER}{name}"),
        }
    }
}

/// A digest as 64 hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What `site.json` says.
#[derive(Serialize, Deserialize)]
pub(crate) struct Site {
    /// Names this build; the service worker and the pushes carry it.
    pub(crate) build: String,
    /// A digest of all that the bundle was made from.
    pub(crate) inputs: String,
    /// The files, in order of name.
    pub(crate) files: Vec<Entry>,
}

/// One file in `site.json`; `br` and `gz` are its own length where it is not compressed.
#[derive(Serialize, Deserialize)]
pub(crate) struct Entry {
    file: String,
    bytes: u64,
    br: u64,
    gz: u64,
    sha256: String,
}

impl Site {
    /// What the last bundle wrote, if it did.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join("site.json")).ok()?).ok()
    }

    /// Writes the files and puts the folder in the place of the old one.
    pub(crate) fn write(
        folder: &Path,
        build: String,
        inputs: String,
        files: &[File],
    ) -> Result<Self, Trouble> {
        let new = folder.with_extension("new");
        remove(&new)?;
        let mut entries: Vec<Entry> =
            files.iter().map(|file| written(&new, file)).collect::<Result<_, _>>()?;
        entries.sort_by(|one, other| one.file.cmp(&other.file));
        let site = Self { build, inputs, files: entries };
        let told = serde_json::to_vec_pretty(&site)
            .map_err(|source| Trouble::Json { path: new.join("site.json"), source })?;
        fs::write(new.join("site.json"), told).map_err(Trouble::at(new.join("site.json")))?;
        let old = folder.with_extension("old");
        remove(&old)?;
        if folder.exists() {
            fs::rename(folder, &old).map_err(Trouble::at(folder))?;
        }
        fs::rename(&new, folder).map_err(Trouble::at(folder))?;
        remove(&old)?;
        Ok(site)
    }

    /// Bytes of brotli of what must be here before the app starts: wasm and js.
    pub(crate) fn program(&self) -> u64 {
        let program = self.files.iter().filter(|entry| {
            entry.file.starts_with("pkg/")
                && (entry.file.ends_with(".wasm") || entry.file.ends_with(".js"))
                && !entry.is_far()
        });
        program.map(|entry| entry.br).sum()
    }

    /// Bytes of brotli of what comes later.
    fn far(&self) -> u64 {
        self.files.iter().filter(|entry| entry.is_far()).map(|entry| entry.br).sum()
    }

    /// A table for people, and the sums that have a budget.
    pub(crate) fn told(&self) -> String {
        let mut table = String::new();
        for Entry { file, bytes, br, .. } in &self.files {
            table += &format!("{bytes:>9} {br:>9}  {file}\n");
        }
        let (program, far) = (self.program(), self.far());
        format!(
            "    bytes    brotli\n{table}wasm + js to start: {program} of {BUDGET} bytes of brotli; \
             {far} come later, at most {FAR} at once"
        )
    }

    /// Refuses a program that starts too late, or a part of it that comes too late.
    pub(crate) fn within_budget(&self) -> Result<(), Trouble> {
        let over =
            |got, budget| if got > budget { Err(Trouble::Budget { got, budget }) } else { Ok(()) };
        over(self.program(), BUDGET)?;
        self.files.iter().filter(|entry| entry.is_far()).try_for_each(|entry| over(entry.br, FAR))
    }
}

impl Entry {
    /// Whether it is a part that comes later: these are named by `split`.
    fn is_far(&self) -> bool {
        ["pkg/split-", "pkg/chunk-"].iter().any(|far| self.file.starts_with(far))
    }
}

fn remove(folder: &Path) -> Result<(), Trouble> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Trouble::at(folder))?;
    }
    Ok(())
}

fn written(site: &Path, file: &File) -> Result<Entry, Trouble> {
    let path = site.join(&file.name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Trouble::at(folder))?;
    }
    fs::write(&path, &file.body).map_err(Trouble::at(&path))?;
    let bytes = file.body.len() as u64;
    let (mut br, mut gz) = (bytes, bytes);
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if COMPRESSED.contains(&extension) {
        br = beside(&path, "br", &brotli(&file.body).map_err(Trouble::at(&path))?)?;
        gz = beside(&path, "gz", &gzip(&file.body).map_err(Trouble::at(&path))?)?;
    }
    Ok(Entry { file: file.name.clone(), bytes, br, gz, sha256: sha256(&file.body) })
}

fn beside(path: &Path, ending: &str, body: &[u8]) -> Result<u64, Trouble> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    fs::write(&name, body).map_err(Trouble::at(&name))?;
    Ok(body.len() as u64)
}

fn brotli(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let quality = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: body.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &body[..], &mut packed, &quality)?;
    Ok(packed)
}

fn gzip(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(body)?;
    packed.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_its_content_and_only_then() {
        let name = |body: &str| File::hashed("app", "css", body).name;
        assert_eq!(name("a{}"), name("a{}"));
        assert_ne!(name("a{}"), name("b{}"));
        assert_eq!(name("a{}"), "pkg/app.5f546eb4606b.css");
    }

    #[test]
    fn the_shell_is_asked_for_as_the_folder() {
        assert_eq!(File::new("index.html", "").url(), "/app/");
        assert_eq!(File::new("sw.js", "").url(), "/app/sw.js");
    }

    #[test]
    fn the_budget_weighs_what_must_be_here_to_start_and_each_part_that_comes_later() {
        let entry = |file: &str, br| Entry {
            file: file.to_owned(),
            bytes: br * 3,
            br,
            gz: br,
            sha256: String::new(),
        };
        let site = |wasm, far| Site {
            build: String::new(),
            inputs: String::new(),
            files: vec![
                entry("pkg/app.1.wasm", wasm),
                entry("pkg/app.1.js", 800),
                entry("pkg/app.1.css", 5_000_000),
                entry("pkg/split-issue.1.wasm", FAR),
                entry("pkg/chunk-2.1.wasm", far),
                entry("sw.js", 900),
            ],
        };
        assert!(site(BUDGET - 800, FAR).within_budget().is_ok());
        assert!(site(BUDGET - 799, 1).within_budget().is_err());
        assert!(site(1, FAR + 1).within_budget().is_err());
    }
}
