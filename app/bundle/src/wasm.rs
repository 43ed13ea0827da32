//! From the crate `app` to the two files a browser runs: a module that old phones can read, and its glue.

use crate::features;
use crate::trouble::Trouble;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Without these two the module runs from Chrome 75 on, with them from 96.
const OLD_PHONES: &str = "-Ctarget-feature=-reference-types,-multivalue";

/// `boot.js` is a plain script that the oldest web view can parse, so it cannot `import` the glue;
/// the glue announces itself instead.
const ANNOUNCE: &str =
    "\nwindow.dispatchEvent(new CustomEvent(\"bandeng-glue\", { detail: __wbg_init }));\n";

/// The module and its glue, ready for the browser.
pub(crate) struct Program {
    /// The WebAssembly module.
    pub(crate) wasm: Vec<u8>,
    /// The ES module that starts it.
    pub(crate) glue: String,
}

/// Has cargo compile `app`; the way to the module as the linker left it.
///
/// `BANDENG_WASM_CARGO` names another cargo, for machines where only that one has the wasm target.
pub(crate) fn compile() -> Result<PathBuf, Trouble> {
    let cargo = env::var("BANDENG_WASM_CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built = Command::new(&cargo)
        .args(["build", "-p", "app", "--lib", "--target", "wasm32-unknown-unknown"])
        .args(["--profile", "wasm-release", "--target-dir", "target/web"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", OLD_PHONES)
        .status()
        .map_err(|source| Trouble::Start { command: cargo, source })?;
    if !built.success() {
        return Err(Trouble::Command("cargo build -p app".to_owned()));
    }
    Ok(PathBuf::from("target/web/wasm32-unknown-unknown/wasm-release/app.wasm"))
}

/// Where `wasm-opt` is: `WASM_OPT` (empty: not wanted), the `PATH`, or among the npm packages.
pub(crate) fn optimiser() -> Option<PathBuf> {
    if let Some(named) = env::var_os("WASM_OPT") {
        return Some(PathBuf::from(named)).filter(|path| !path.as_os_str().is_empty());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .chain([PathBuf::from("end2end/node_modules/.bin")])
        .map(|folder| folder.join("wasm-opt"))
        .find(|candidate| candidate.is_file())
}

/// Writes the glue, makes the module small and sees that old phones can read it.
pub(crate) fn finish(linked: &[u8], optimiser: Option<&Path>) -> Result<Program, Trouble> {
    let mut output = Bindgen::new()
        .input_bytes("app", features::narrowed(linked))
        .web(true)
        .map_err(refused)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .map_err(refused)?;
    let snippets = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty());
    let mut own = snippets.map(|(name, _)| name).chain(output.local_modules().keys());
    if let Some(name) = own.next() {
        return Err(Trouble::Snippets(name.clone()));
    }
    if !output.js().contains("__wbg_init") {
        return Err(Trouble::Glue);
    }
    let glue = output.js().to_owned() + ANNOUNCE;
    let mut wasm = output.wasm_mut().emit_wasm();
    if let Some(optimiser) = optimiser {
        wasm = optimised(optimiser, &wasm)?;
    }
    features::check(&wasm)?;
    Ok(Program { wasm, glue })
}

fn refused(error: impl std::fmt::Debug) -> Trouble {
    Trouble::Bindgen(format!("{error:?}"))
}

fn optimised(optimiser: &Path, wasm: &[u8]) -> Result<Vec<u8>, Trouble> {
    let before = Path::new("target/web/before-opt.wasm");
    let after = Path::new("target/web/after-opt.wasm");
    fs::write(before, wasm).map_err(Trouble::at(before))?;
    // Named features: with --all-features it writes a module that Chromium refuses.
    let done = Command::new(optimiser)
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(["--enable-bulk-memory", "--enable-nontrapping-float-to-int"])
        .args(["--enable-sign-ext", "--enable-mutable-globals"])
        .arg(before)
        .arg("-o")
        .arg(after)
        .status()
        .map_err(|source| Trouble::Start { command: optimiser.display().to_string(), source })?;
    if !done.success() {
        return Err(Trouble::Command(format!(
            "{} (set WASM_OPT= to do without)",
            optimiser.display()
        )));
    }
    fs::read(after).map_err(Trouble::at(after))
}
