//! Small messages in few bytes: the same text comes out, whatever it says.

use domain::form::short::Short;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cast::{LAMP, VILLAGE, WU, id};
use domain::Form;

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|quarters| Value::from(f64::from(quarters) / 4.0)),
        any::<String>().prop_map(Value::from),
        "[0-9]{1,24}|[gvd]:[0-9]{6}|词[0-9]{5}".prop_map(Value::from),
        "[gvdx]:[0-9a-fA-F]{8}-[0-9a-f]{4}-7000-8000-0000000000[0-9a-f]{2}".prop_map(Value::from),
        "[0-9a-fA-F]{8}-0000-7000-8000-0000000000[0-9a-f]{2}[0-9\"]?".prop_map(Value::from),
        (1..4_u128).prop_map(|n| json!(id(n))),
        "uuid|#at|households|field|ok".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 20, |inner| {
        let name = "\\PC{0,9}|uuid|fields|id|scope|seq|act|do|ver|rows|from";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..20).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..20)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn the_text_that_was_written_is_read(asked in any_value(), answered in any_value()) {
        let (mut phone, mut server) = (Short::new(), Short::new());
        let (asked, answered) = (asked.to_string(), answered.to_string());
        let sent = phone.write(&asked);
        prop_assert_eq!(server.read(&sent), Some(asked));
        let sent = server.write(&answered);
        prop_assert_eq!(phone.read(&sent), Some(answered));
    }

    #[test]
    fn half_of_a_message_is_none(value in any_value(), at: prop::sample::Index) {
        let whole = Short::new().write(&json!([value]).to_string());
        let half = Short::new().read(&whole[..at.index(whole.len())]).unwrap_or_default();
        prop_assert!(serde_json::from_str::<Value>(&half).is_err());
    }

    #[test]
    fn whatever_else_comes_is_read_or_not_and_no_more(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        if let Some(text) = Short::new().read(&bytes) {
            prop_assert!(text.len() <= 40 * bytes.len());
        }
    }
}

#[test]
fn an_answer_says_no_id_again_that_was_asked_with() {
    let asked = json!({ "id": LAMP, "scope": VILLAGE.form(), "uuid": WU }).to_string();
    let (mut phone, mut server) = (Short::new(), Short::new());
    let sent = phone.write(&asked);
    assert_eq!(server.read(&sent).as_ref(), Some(&asked));
    let again = server.write(&asked);
    assert_eq!(again.len(), sent.len() - 3 * 15);
    assert_eq!(phone.read(&again), Some(asked));
}
