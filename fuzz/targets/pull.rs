//! Anything at all as what a phone asks, at the server's door.
#![no_main]

#[expect(dead_code, reason = "each target knocks at one door")]
#[path = "../../app/domain/tests/doors/knock.rs"]
mod knock;

libfuzzer_sys::fuzz_target!(|text: &str| knock::pull(text));
