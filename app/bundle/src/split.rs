//! One module becomes several: what the board needs, and what is fetched once that is on the screen.
//!
//! Which function begins which part is said in `app` (`far.rs`, `#[wasm_split]`); everything that can be
//! reached from there alone goes with it, code and texts.

use crate::site::File;
use crate::trouble::Trouble;
use crate::{features, pack};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use walrus::{ConstExpr, Element, ElementItems, Module, ModuleConfig};
use wasm_split_cli_support::{Options, transform};

/// Where the glue would have to import the loaders from; it carries them itself instead.
const LINK: &str = "./far.js";
const WORK: &str = "target/web/split";
/// No pack is larger, in bytes: it is to stay within the budget of a part once it is compressed.
const MOST: usize = 131_072;

/// A module cut where `app` says so.
pub(crate) struct Parts {
    /// What starts; wasm-bindgen has not seen it yet.
    pub(crate) first: Vec<u8>,
    /// The others, named for their content.
    pub(crate) far: Vec<File>,
    /// Which of them each loader fetches, by the loader's name.
    loaders: BTreeMap<String, Vec<String>>,
}

/// Cuts a module that was linked with `--emit-relocs`.
pub(crate) fn split(linked: &[u8]) -> Result<Parts, Trouble> {
    let work = Path::new(WORK);
    if work.exists() {
        fs::remove_dir_all(work).map_err(Trouble::at(work))?;
    }
    let first = work.join("first.wasm");
    let mut options = Options::new(linked);
    options.output_dir = work;
    options.main_out_path = &first;
    options.link_name = LINK;
    let cut = transform(options).map_err(|error| Trouble::Split(format!("{error:#}")))?;
    let mut modules = BTreeMap::new();
    for path in &cut.split_modules {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().replace('_', "-"));
        let body = bare(&fs::read(path).map_err(Trouble::at(path))?)?;
        features::check(&body)?;
        modules.insert(stem.unwrap_or_default(), body);
    }
    let needed = cut.prefetch_map.into_iter().map(|(split, stems)| {
        let stems = stems.iter().map(|stem| stem.replace('_', "-"));
        (split, stems.filter(|stem| modules.contains_key(stem)).collect())
    });
    let needed: BTreeMap<String, Vec<String>> = needed.collect();
    let (far, names) = files(&modules, &needed);
    let loaders = needed.into_iter().map(|(split, stems)| {
        let files: BTreeSet<String> = stems.iter().map(|stem| names[stem].clone()).collect();
        (format!("__wasm_split_load_{split}"), files.into_iter().collect())
    });
    let loaders = loaders.collect();
    let first = fs::read(&first).map_err(Trouble::at(&first))?;
    Ok(Parts { first, far, loaders })
}

/// Each part as a file, what several share in packs; and the name of the file that has a module.
fn files(
    modules: &BTreeMap<String, Vec<u8>>,
    needed: &BTreeMap<String, Vec<String>>,
) -> (Vec<File>, BTreeMap<String, String>) {
    let (mut files, mut names) = (Vec::new(), BTreeMap::new());
    let mut add = |stems: &[String], file: File| {
        let name = file.name.trim_start_matches("pkg/");
        names.extend(stems.iter().map(|stem| (stem.clone(), name.to_owned())));
        files.push(file);
    };
    let shared = |stem: &&String| stem.starts_with("chunk-");
    let chunks = needed.iter().map(|(part, stems)| {
        (part.clone(), stems.iter().filter(shared).cloned().collect::<Vec<_>>())
    });
    for (at, pack) in
        pack::packs(&chunks.collect(), |stem| modules[stem].len(), MOST).iter().enumerate()
    {
        let body = pack::together(pack.stems.iter().map(|stem| &modules[stem]));
        add(&pack.stems, File::hashed(&format!("chunk-{at}"), "wasm", body));
    }
    for (stem, body) in modules.iter().filter(|(stem, _)| !shared(stem)) {
        add(std::slice::from_ref(stem), File::hashed(stem, "wasm", body.clone()));
    }
    (files, names)
}

/// Modules are written without what only tools read.
pub(crate) fn for_browsers() -> ModuleConfig {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config
}

/// The same part, written short and as old browsers read it: what the linker left room for is taken out, and what
/// only tools read.
fn bare(wasm: &[u8]) -> Result<Vec<u8>, Trouble> {
    let mut module =
        for_browsers().parse(wasm).map_err(|error| Trouble::Split(format!("{error:#}")))?;
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Takes out what kept the places in the table free for the other parts: old browsers cannot read it, and the
/// table is as long without.
pub(crate) fn vacate(first: &mut Module) {
    let free = |element: &&Element| match &element.items {
        ElementItems::Functions(functions) => functions.is_empty(),
        ElementItems::Expressions(_, all) => {
            all.iter().all(|one| matches!(one, ConstExpr::RefNull(_)))
        }
    };
    let free: Vec<_> = first.elements.iter().filter(free).map(Element::id).collect();
    for element in free {
        for table in first.tables.iter_mut() {
            table.elem_segments.remove(&element);
        }
        first.elements.delete(element);
    }
}

impl Parts {
    /// The glue, with the loaders in place of their import. A part writes its functions into the table that all
    /// share, so it need only be there; one that did not arrive is asked for anew the next time.
    pub(crate) fn carried(&self, glue: &str) -> Result<String, Trouble> {
        // one line for each loader, each with all of them
        let asks = |line: &&str| line.starts_with("import") && line.contains(LINK);
        let names: Option<Vec<&str>> =
            glue.lines().filter(asks).map(|line| line.split_whitespace().nth(3)).collect();
        let names = names.ok_or(Trouble::Glue)?;
        if names.is_empty() != self.loaders.is_empty() {
            return Err(Trouble::Glue);
        }
        let rest = glue.lines().filter(|line| !asks(line));
        let mut carried: String = rest.flat_map(|line| [line, "\n"]).collect();
        carried += "const loaders = {\n";
        for (loader, files) in &self.loaders {
            let files: Vec<String> = files.iter().map(|file| format!("'{file}'")).collect();
            carried += &format!("{loader}: far({}),\n", files.join(", "));
        }
        carried += "};\n";
        for name in names {
            carried += &format!("const {name} = loaders;\n");
        }
        Ok(carried + &FAR.replace("SECTION", pack::SECTION))
    }
}

/// A part is one module, or a pack that carries some.
const FAR: &str = "\
function far(...files) {
return (done, of) => Promise.all(files.map(part)).then(() => 1, (error) => (console.warn(error), 0))
.then((there) => wasm.__indirect_function_table.get(done)(of, there));
}
function part(file) {
const parts = part.s || (part.s = {});
const shared = { __wasm_split: wasm };
return parts[file] || (parts[file] = WebAssembly.instantiateStreaming(fetch(new URL(file, import.meta.url)), shared)
.then(({ module }) => Promise.all(WebAssembly.Module.customSections(module, 'SECTION')
.map((one) => WebAssembly.instantiate(one, shared)))).catch((error) => {
delete parts[file];
throw error;
}));
}
";

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let loaders = BTreeMap::from([(
            "__wasm_split_load_issue".to_owned(),
            vec!["chunk-3.1.wasm".to_owned(), "split-issue.2.wasm".to_owned()],
        )]);
        Parts { first: Vec::new(), far: Vec::new(), loaders }
    }

    #[test]
    fn the_glue_carries_the_loaders_in_place_of_an_import() {
        let asks = |at: u8| format!("import * as import{at} from \"./far.js\"\n");
        let carried = parts().carried(&(asks(1) + &asks(2) + "let wasm;\n")).unwrap();
        assert!(!carried.contains("import *"), "{carried}");
        assert!(carried.contains(
            "{\n__wasm_split_load_issue: far('chunk-3.1.wasm', 'split-issue.2.wasm'),\n}"
        ));
        assert!(carried.contains("const import1 = loaders;\nconst import2 = loaders;\n"));
        assert!(carried.contains(&format!("customSections(module, '{}')", pack::SECTION)));
    }

    #[test]
    fn a_glue_that_does_not_ask_for_the_loaders_is_refused() {
        assert!(matches!(parts().carried("let wasm;\n"), Err(Trouble::Glue)));
    }

    #[test]
    fn a_call_by_table_is_written_as_old_browsers_read_it_and_names_for_tools_are_left_out() {
        let padded = [
            b"\0asm\x01\0\0\0".as_slice(),
            &[1, 4, 1, 0x60, 0, 0],
            &[2, 9, 1, 1, b'm', 1, b't', 1, 0x70, 0, 1],
            &[3, 2, 1, 0],
            &[9, 7, 1, 0, 0x41, 0, 0x0b, 1, 0],
            &[10, 13, 1, 11, 0, 0x41, 0, 0x11, 0, 0x80, 0x80, 0x80, 0x80, 0, 0x0b],
            &[0, 5, 4, b'n', b'a', b'm', b'e'],
        ]
        .concat();
        assert!(features::check(&padded).is_err());
        let bare = bare(&padded).unwrap();
        assert!(features::check(&bare).is_ok());
        assert!(!bare.windows(4).any(|name| name == b"name"));
        // the function is still put into the table
        assert!(bare.windows(9).any(|section| section == [9, 7, 1, 0, 0x41, 0, 0x0b, 1, 0]));
    }
}
