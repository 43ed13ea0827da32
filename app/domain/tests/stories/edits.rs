//! Two hands in one field.

use domain::{Applied, Record, Refusal};
use serde_json::{Value, json};

use crate::cast::{does, edit, lamp};

const SAID: &str = "村口的路灯坏了，晚上走不了。";

fn edited(record: &Record, field: &str, from: impl Into<Value>, to: impl Into<Value>) -> Applied {
    does(Some(record), edit(field, from, to)).expect("it can be edited")
}

#[test]
fn a_fact_goes_to_whoever_arrives_last_and_the_other_value_is_handed_out() {
    let first = edited(&lamp(), "title", "村口的路灯坏了", "路灯");
    assert_eq!((first.lost, first.record.rev), (None, 2));
    let second = edited(&first.record, "title", "村口的路灯坏了", "村口的灯");
    assert_eq!(second.record.text("title"), Some("村口的灯"));
    assert_eq!(second.lost, Some(("title".into(), json!("路灯"))));
}

#[test]
fn a_value_that_was_cleared_by_another_is_lost_too_when_it_is_filled_again() {
    let filled = edited(&lamp(), "households", Value::Null, 12).record;
    let cleared = edited(&filled, "households", 12, Value::Null).record;
    let again = edited(&cleared, "households", 12, 15);
    assert_eq!(again.lost, Some(("households".into(), Value::Null)));
}

#[test]
fn two_who_wrote_the_same_value_have_nothing_to_settle() {
    let first = edited(&lamp(), "title", "村口的路灯坏了", "路灯").record;
    let again = edited(&first, "title", "村口的路灯坏了", "路灯");
    assert_eq!((again.lost, again.record), (None, first));
}

#[test]
fn an_empty_line_in_a_form_is_the_same_as_nothing() {
    let english = edited(&lamp(), "title_en", "", "The lamp");
    assert_eq!((english.lost, english.record.text("title_en")), (None, Some("The lamp")));
    assert_eq!(edited(&lamp(), "named", false, true).lost, None);
    assert_eq!(edited(&english.record, "title_en", "The lamp", "").record.text("title_en"), None);
}

#[test]
fn two_who_wrote_different_clauses_are_both_read_and_somebody_is_asked_to_look() {
    let theirs = edited(&lamp(), "words", SAID, "村口的路灯坏了，晚上老人走不了。").record;
    let met = edited(&theirs, "words", SAID, "村口的两盏路灯坏了，晚上走不了。");
    assert_eq!(met.record.text("words"), Some("村口的两盏路灯坏了，晚上老人走不了。"));
    assert_eq!((met.merged, met.both), (true, false));
    assert_eq!(met.record.fields["check"], json!(["words"]));
}

#[test]
fn two_who_wrote_one_clause_stand_side_by_side() {
    let theirs = edited(&lamp(), "words", SAID, "村口的路灯不亮，晚上走不了。").record;
    let met = edited(&theirs, "words", SAID, "桥头的路灯坏了，晚上走不了。");
    assert_eq!(met.record.text("words"), Some("村口的路灯不亮，⟪桥头的路灯坏了，⟫晚上走不了。"));
    assert_eq!((met.merged, met.both), (true, true));
}

#[test]
fn whoever_reads_a_merged_text_through_takes_the_mark_away() {
    let theirs = edited(&lamp(), "words", SAID, "村口的路灯坏了，晚上老人走不了。").record;
    let met = edited(&theirs, "words", SAID, "村口的两盏路灯坏了，晚上走不了。").record;
    let words = met.text("words").expect("it has words").to_owned();
    let read = edited(&met, "words", words.clone(), words.clone()).record;
    assert_eq!((read.fields.get("check"), read.rev), (None, met.rev + 1));
    let rewritten = edited(&met, "words", words, "灯坏了。").record;
    assert_eq!(rewritten.fields.get("check"), None);
}

#[test]
fn a_row_of_edits_made_without_a_signal_goes_on_top_of_somebody_elses() {
    let theirs = edited(&lamp(), "words", SAID, "村口的路灯坏了，晚上走不了。求快修。").record;
    let one = edited(&theirs, "words", SAID, "桥头的路灯坏了，晚上走不了。").record;
    let two = edited(&one, "words", "桥头的路灯坏了，晚上走不了。", "桥头的路灯坏了，夜里走不了。");
    assert_eq!(two.record.text("words"), Some("桥头的路灯坏了，夜里走不了。求快修。"));
    assert!(!two.both);
}

#[test]
fn a_text_that_grew_beyond_reading_is_left_to_a_person() {
    let long = |c: char| format!("{}，", c.to_string().repeat(1990));
    let mut lamp = edited(&lamp(), "words", SAID, long('一')).record;
    for c in ['二', '三'] {
        lamp = edited(&lamp, "words", SAID, long(c)).record;
    }
    let refused = does(Some(&lamp), edit("words", SAID, long('四')));
    assert_eq!(refused, Err(Refusal::TooLong { field: "words".into(), max: 6000 }));
}

#[test]
fn two_who_each_struck_out_what_the_other_had_left_do_not_leave_nothing() {
    let base = "村口的路灯坏了，晚上走不了。";
    let struck =
        does(Some(&lamp()), edit("words", base, "村口的路灯坏了，")).expect("it says something");
    let again = does(Some(&struck.record), edit("words", base, "晚上走不了。"));
    assert_eq!(again, Err(Refusal::Empty { field: "words".into() }));
}
