//! The forms that lie on phones and in the database, and cross the wire: they never change, they only grow.
//!
//! A line of these files that no longer matches is an outbox somewhere in a valley that can no longer be read.
#![expect(clippy::expect_used, reason = "a form that is not there should stop the test")]

mod acts;
mod customs;
mod experts;
mod follow;
mod letters;
mod messages;
mod plan;
mod seals;
mod sessions;
mod short;
mod stores;
mod tolerance;

use std::fmt::Debug;

use domain::{Form, Id, form};
use serde_json::Value;

const fn id(n: u128) -> Id {
    Id::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n)
}

/// Each sample is written as its line says, and each line is read as its sample.
fn hold<T: Form + PartialEq + Debug>(lines: &str, samples: &[T]) {
    let written: Vec<Value> = samples.iter().map(|sample| told(&form::text(sample))).collect();
    assert_eq!(written, lines.lines().map(told).collect::<Vec<_>>());
    for (line, sample) in lines.lines().zip(samples) {
        assert_eq!(&form::parse::<T>(line).expect("it can be read"), sample);
    }
}

/// What a line says, in whatever order it names the fields.
fn told(line: &str) -> Value {
    serde_json::from_str(line).expect("it is JSON")
}
