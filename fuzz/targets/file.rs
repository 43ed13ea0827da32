//! Anything at all as a file from another phone.
#![no_main]

#[expect(dead_code, reason = "each target knocks at one door")]
#[path = "../../app/domain/tests/doors/knock.rs"]
mod knock;

libfuzzer_sys::fuzz_target!(|text: &str| knock::file(text));
