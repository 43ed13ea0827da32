//! One bundle from beginning to end: read, compare with the last one, and only then do the slow work.

use crate::precache::Build;
use crate::shell::Parts;
use crate::site::{File, Site, sha256};
use crate::trouble::Trouble;
use crate::wasm::Program;
use crate::{css, manifest, precache, shell, wasm};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

const SHELL: &str = "app/index.html";
const ICONS: &str = "app/icons.svg";
/// These have a way of their own into the site; everything else in public/ is copied.
const SPECIAL: [&str; 4] =
    ["public/boot.js", "public/keep.js", "public/sw.js", "public/manifest.webmanifest"];

/// Makes the site, unless it is there already; says which in one line.
pub(crate) fn make(folder: &Path) -> Result<String, Trouble> {
    if !Path::new(SHELL).exists() {
        return Err(Trouble::NotTheRoot);
    }
    let linked = wasm::compile()?;
    let linked = fs::read(&linked).map_err(Trouble::at(linked))?;
    let inputs = inputs(&linked)?;
    if let Some(site) = Site::read(folder).filter(|site| site.inputs == inputs) {
        return Ok(format!("target/site is up to date: build {}", site.build));
    }
    let program = wasm::finish(&linked)?;
    let (build, files) = assemble(program)?;
    let site = Site::write(folder, build, inputs, &files)?;
    Ok(format!("target/site: build {}, wasm + js {} bytes of brotli", site.build, site.program()))
}

/// A digest of all that the bundle is made from, this program among it.
fn inputs(linked: &[u8]) -> Result<String, Trouble> {
    let own = env::current_exe().and_then(|own| fs::metadata(own)?.modified());
    let own = own.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let mut told = format!("{own:?} {}", sha256(linked));
    let mut sources = vec![PathBuf::from(SHELL), PathBuf::from(ICONS)];
    sources.extend(files_in(Path::new("style"))?);
    sources.extend(files_in(Path::new("public"))?);
    for source in sources {
        let body = fs::read(&source).map_err(Trouble::at(&source))?;
        told += &format!("\n{} {}", source.display(), sha256(&body));
    }
    Ok(sha256(told.as_bytes()))
}

/// Every file below a folder, in order of name.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Trouble::at(folder))? {
        let path = entry.map_err(Trouble::at(folder))?.path();
        if path.is_dir() {
            found.extend(files_in(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn text(path: &str) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(Trouble::at(path))
}

/// All files of the site, and the name of the build they are.
fn assemble(program: Program) -> Result<(String, Vec<File>), Trouble> {
    let css = File::hashed("app", "css", css::gather(Path::new("style"))?);
    let boot = File::hashed("boot", "js", text("public/boot.js")?);
    let wasm = File::hashed("app", "wasm", program.wasm);
    let glue = File::hashed("app", "js", program.glue);
    let keep = File::hashed("keep", "js", text("public/keep.js")?);
    let parts = Parts { css: &css, wasm: &wasm, glue: &glue, boot: &boot, keep: &keep };
    let page = shell::fill(&text(SHELL)?, &text(ICONS)?, &parts)?;
    let mut files = vec![File::new("index.html", page.as_str()), css, boot, keep, wasm, glue];
    files.extend(program.far);
    files.extend(copied()?);
    let build = precache::name(&files);
    files[0] = File::new("index.html", shell::stamp(&page, &build)?);
    let worker = Build::new(&build, &files, &page).worker(&text("public/sw.js")?);
    files.push(File::new("sw.js", worker.map_err(json("public/sw.js"))?));
    Ok((build, files))
}

/// The manifest, and what public/ holds besides the scripts.
fn copied() -> Result<Vec<File>, Trouble> {
    let path = "public/manifest.webmanifest";
    let named = serde_json::from_str(&text(path)?).map_err(json(path))?;
    let pruned = manifest::pruned(named, |src| {
        src.strip_prefix("/app/").is_some_and(|name| Path::new("public").join(name).exists())
    });
    let mut files = vec![File::new("manifest.webmanifest", pruned.to_string())];
    for source in files_in(Path::new("public"))? {
        if SPECIAL.iter().all(|special| source != Path::new(special)) {
            let name = source.strip_prefix("public").unwrap_or(&source).display().to_string();
            files.push(File::new(name, fs::read(&source).map_err(Trouble::at(&source))?));
        }
    }
    Ok(files)
}

fn json(path: &str) -> impl FnOnce(serde_json::Error) -> Trouble {
    move |source| Trouble::Json { path: path.into(), source }
}
