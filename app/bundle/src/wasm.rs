//! From the crate `app` to the two files a browser runs: a module that old phones can read, and its glue.

use crate::features;
use crate::trouble::Trouble;
use std::env;
use std::path::PathBuf;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Without the two features the module runs from Chrome 75 on, with them from 96. Erased, the type of a
/// component ends where the component does, and 12 % fewer bytes are downloaded.
const FLAGS: &str = "-Ctarget-feature=-reference-types,-multivalue --cfg=erase_components";

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
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
        .status()
        .map_err(|source| Trouble::Start { command: cargo, source })?;
    if !built.success() {
        return Err(Trouble::Command("cargo build -p app".to_owned()));
    }
    Ok(PathBuf::from("target/web/wasm32-unknown-unknown/wasm-release/app.wasm"))
}

/// Writes the glue, and sees that old phones can read the module.
///
/// There is no `wasm-opt` here: it makes the module 15 % shorter and what is downloaded 11 % longer, as
/// brotli lives on the likeness that it takes away.
pub(crate) fn finish(linked: &[u8]) -> Result<Program, Trouble> {
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
    let wasm = output.wasm_mut().emit_wasm();
    features::check(&wasm)?;
    Ok(Program { wasm, glue })
}

fn refused(error: impl std::fmt::Debug) -> Trouble {
    Trouble::Bindgen(format!("{error:?}"))
}
