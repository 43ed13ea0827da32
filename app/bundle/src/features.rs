//! The module asks for no more than the oldest browsers we promise: Chrome 75 and Safari 15.
//!
//! The standard library that rustup ships declares reference types and multiple values without using
//! them, and wasm-bindgen would take that as leave to. So the declaration is corrected before, and the
//! finished module is validated after.

use crate::trouble::Trouble;
use wasmparser::{Parser, Payload, Validator, WasmFeatures};

const UNUSED: [&[u8]; 2] = [b"reference-types", b"multivalue"];

/// The same module, no longer declaring what it does not use.
pub(crate) fn narrowed(wasm: &[u8]) -> Vec<u8> {
    let mut narrowed = wasm.to_vec();
    let section = Parser::new(0).parse_all(wasm).find_map(|payload| match payload {
        Ok(Payload::CustomSection(section)) if section.name() == "target_features" => {
            Some(section.data_offset()..section.data_offset() + section.data().len())
        }
        _ => None,
    });
    if let Some(range) = section {
        disown(&mut narrowed[range]);
    }
    narrowed
}

/// A count, then for each feature: `+`, the length of its name, its name. `-` says "not used".
fn disown(declared: &mut [u8]) {
    let mut at = 1;
    while let Some(length) = declared.get(at + 1).map(|length| usize::from(*length)) {
        let name = declared.get(at + 2..at + 2 + length);
        if name.is_some_and(|name| UNUSED.contains(&name)) {
            declared[at] = b'-';
        }
        at += 2 + length;
    }
}

/// Refuses a module that the promised browsers would.
pub(crate) fn check(wasm: &[u8]) -> Result<(), Trouble> {
    let promised = WasmFeatures::WASM1
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::SATURATING_FLOAT_TO_INT;
    Validator::new_with_features(promised)
        .validate_all(wasm)
        .map(drop)
        .map_err(|error| Trouble::TooNew(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn only_the_unused_features_are_disowned() {
        let mut declared = b"\x03+\x0abulk-mem-x+\x0freference-types+\x0amultivalue".to_vec();
        disown(&mut declared);
        assert_eq!(declared, b"\x03+\x0abulk-mem-x-\x0freference-types-\x0amultivalue");
    }

    #[test]
    fn a_cut_off_declaration_is_left_as_it_is() {
        let mut declared = b"\x02+\x0fref".to_vec();
        disown(&mut declared);
        assert_eq!(declared, b"\x02+\x0fref");
    }

    #[test]
    fn a_module_without_a_declaration_stays_the_same() {
        assert_eq!(narrowed(EMPTY), EMPTY);
    }

    #[test]
    fn a_module_with_an_externref_table_is_refused() {
        assert!(check(EMPTY).is_ok());
        let table = [EMPTY, &[4, 4, 1, 0x6f, 0, 1]].concat();
        assert!(matches!(check(&table), Err(Trouble::TooNew(_))));
    }
}
