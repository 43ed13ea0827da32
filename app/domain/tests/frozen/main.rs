//! The forms that lie on phones and in the database, and cross the wire: they never change, they only grow.
//!
//! A line of these files that no longer matches is an outbox somewhere in a valley that can no longer be read.
#![expect(clippy::expect_used, reason = "a form that is not there should stop the test")]

mod acts;
mod messages;
mod stores;
mod tolerance;

use std::fmt::Debug;

use domain::Id;
use serde::{Serialize, de::DeserializeOwned};

const fn id(n: u128) -> Id {
    Id::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n)
}

/// Each sample is written as its line says, and each line is read as its sample.
fn hold<T: Serialize + DeserializeOwned + PartialEq + Debug>(lines: &str, samples: &[T]) {
    let written: Vec<String> =
        samples.iter().map(|sample| serde_json::to_string(sample).expect("it is JSON")).collect();
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(written, lines);
    for (line, sample) in lines.iter().zip(samples) {
        assert_eq!(&serde_json::from_str::<T>(line).expect("it can be read"), sample);
    }
}
