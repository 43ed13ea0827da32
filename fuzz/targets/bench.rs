//! Anything at all as a record of a session, and as sealed content.
#![no_main]

#[expect(dead_code, reason = "each target knocks at one door")]
#[path = "../../app/domain/tests/doors/knock.rs"]
mod knock;

libfuzzer_sys::fuzz_target!(|text: &str| {
    knock::bench(text);
    knock::sealed(text);
});
