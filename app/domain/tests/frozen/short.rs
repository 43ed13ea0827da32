//! Small messages in few bytes: each byte means tomorrow what it means today.

use domain::{
    Change,
    form::{self, short::Short},
    sync::Push,
};
use serde_json::json;

use crate::{acts::change, id};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_short_message_keeps_its_bytes() {
    let edit = domain::Act::Edit { field: "households".into(), from: json!(5), to: json!(370) };
    let push = Push::<Change> {
        proto: 1,
        build: "0.1.0".into(),
        epoch: Some("e1".into()),
        person: Some(id(11)),
        client: id(9000),
        sent_at: 1_775_000_000_000,
        changes: vec![change(edit)],
    };
    let rest =
        json!({ "a": [null, true, false, -5, 2.5, "词", u64::MAX], "seen": [id(11), id(9000)] });
    let mut talk = Short::new();
    let written = [form::text(&push), rest.to_string()].map(|text| hex(&talk.write(&text)));
    let kept: Vec<&str> = include_str!("short.hex").lines().collect();
    assert_eq!(written.as_slice(), kept.as_slice());
}
