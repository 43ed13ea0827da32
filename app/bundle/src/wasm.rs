//! From the crate `app` to the two files a browser runs: a module that old phones can read, and its glue.

use crate::features;
use crate::glue::{self, Names};
use crate::order;
use crate::site::File;
use crate::split;
use crate::trouble::Trouble;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Without the two features the module runs from Chrome 75 on, with them from 96. Erased, the type of a
/// component ends where the component does, and 12 % fewer bytes are downloaded. Where each function and text
/// is used is kept by the linker, for `split`.
const FLAGS: &str =
    "-Ctarget-feature=-reference-types,-multivalue --cfg=erase_components -Clink-arg=--emit-relocs";

/// `boot.js` is a plain script that the oldest web view can parse, so it cannot `import` the glue;
/// the glue announces itself instead.
const ANNOUNCE: &str =
    "\nwindow.dispatchEvent(new CustomEvent(\"bandeng-glue\", { detail: __wbg_init }));\n";

/// Messages of a trap name files; where those lie on the machine that builds is nobody's business, and costs bytes.
fn flags() -> String {
    let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| home + "/.cargo"));
    let registry = home.map(|home| PathBuf::from(home).join("registry/src")).unwrap_or_default();
    let crates = fs::read_dir(registry).into_iter().flatten().flatten().map(|entry| entry.path());
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output().ok();
    let sysroot = sysroot.and_then(|told| String::from_utf8(told.stdout).ok());
    let library =
        sysroot.map(|root| PathBuf::from(root.trim()).join("lib/rustlib/src/rust/library"));
    let short = crates.chain(library).filter(|path| !path.display().to_string().contains(' '));
    short.fold(FLAGS.to_owned(), |flags, path| {
        format!("{flags} --remap-path-prefix={}/=", path.display())
    })
}

/// The module and its glue, ready for the browser.
pub(crate) struct Program {
    /// The WebAssembly module.
    pub(crate) wasm: Vec<u8>,
    /// The ES module that starts it.
    pub(crate) glue: String,
    /// What is fetched later.
    pub(crate) far: Vec<File>,
}

/// Has cargo compile `app`; the way to the module as the linker left it.
///
/// `BANDENG_WASM_CARGO` names another cargo, for machines where only that one has the wasm target.
pub(crate) fn compile() -> Result<PathBuf, Trouble> {
    let cargo = env::var("BANDENG_WASM_CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built = Command::new(&cargo)
        .args(["build", "-p", "app", "--lib", "--target", "wasm32-unknown-unknown"])
        .args(["--profile", "wasm-release", "--target-dir", "target/web"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags())
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
    let parts = split::split(linked)?;
    let mut output = Bindgen::new()
        .input_bytes("app", features::narrowed(&parts.first))
        .web(true)
        .map_err(refused)?
        .typescript(false)
        // the table that the parts share
        .keep_lld_exports(true)
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
    let module = output.wasm_mut();
    let unused = module.exports.iter().filter(|export| glue::is_unused(&export.name));
    for export in unused.map(|export| export.id()).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    split::vacate(module);
    walrus::passes::gc::run(module);
    let mut names = Names::default();
    for import in output.wasm_mut().imports.iter_mut() {
        import.name = names.short(&import.name);
    }
    for export in output.wasm_mut().exports.iter_mut() {
        export.name = names.short(&export.name);
    }
    let glue = names.written(&parts.carried(output.js())?) + ANNOUNCE;
    let wasm = order::ordered(&output.wasm_mut().emit_wasm())?;
    features::check(&wasm)?;
    Ok(Program { wasm, glue, far: parts.far })
}

fn refused(error: impl std::fmt::Debug) -> Trouble {
    Trouble::Bindgen(format!("{error:?}"))
}
