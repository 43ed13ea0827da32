//! What screens rely on, told without a browser.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};

use crate::prelude::*;

/// A part of a page.
fn part() -> Owner {
    let part = Owner::new();
    part.set();
    part
}

#[test]
fn a_memo_is_made_when_it_is_read_and_again_only_after_a_change() {
    let _part = part();
    let made = Arc::new(AtomicUsize::new(0));
    let count = made.clone();
    let households = RwSignal::new(3);
    let said = Memo::new(move |_| {
        count.fetch_add(1, Relaxed);
        format!("{} households", households.get())
    });
    assert_eq!(made.load(Relaxed), 0, "nobody has read it");
    assert_eq!((said.get(), said.get()), ("3 households".into(), "3 households".into()));
    assert_eq!(made.load(Relaxed), 1);
    households.set(4);
    assert_eq!(said.get_untracked(), "4 households");
    assert_eq!(made.load(Relaxed), 2);
}

#[test]
fn a_memo_that_comes_out_the_same_does_not_wake_those_who_follow_it() {
    let _part = part();
    let woken = Arc::new(AtomicUsize::new(0));
    let count = woken.clone();
    let letters = RwSignal::new(String::from("lam"));
    let any = Memo::new(move |_| letters.with(|letters| !letters.is_empty()));
    let hint = Memo::new(move |_| {
        count.fetch_add(1, Relaxed);
        if any.get() { "found" } else { "type something" }
    });
    assert_eq!(hint.get(), "found");
    letters.update(|letters| letters.push('p'));
    assert_eq!(hint.get(), "found");
    assert_eq!(woken.load(Relaxed), 1, "other letters, but still some");
    letters.set(String::new());
    assert_eq!(hint.get(), "type something");
    assert_eq!(woken.load(Relaxed), 2);
}

#[test]
fn a_memo_is_told_what_it_was_before() {
    let _part = part();
    let issue = RwSignal::new(Some("the lamp is dark"));
    // as an issue's page does: one that was taken away stays on the screen as it was last
    let shown = Memo::new(move |before: Option<&&str>| {
        issue.get().or(before.copied()).unwrap_or("nothing")
    });
    assert_eq!(shown.get(), "the lamp is dark");
    issue.set(None);
    assert_eq!(shown.get(), "the lamp is dark");
}

#[test]
fn a_memo_may_follow_another_value_than_before() {
    let _part = part();
    let (which, one, other) = (RwSignal::new(true), RwSignal::new(1), RwSignal::new(2));
    let seen = Memo::new(move |_| if which.get() { one.get() } else { other.get() });
    assert_eq!(seen.get(), 1);
    which.set(false);
    other.set(20);
    assert_eq!(seen.get(), 20);
    other.set(21);
    assert_eq!(seen.get(), 21);
}

#[test]
fn an_untracked_look_follows_nothing() {
    let _part = part();
    let draft = RwSignal::new(1);
    let derived = Signal::derive(move || draft.get());
    let first = Memo::new(move |_| (draft.get_untracked(), derived.get_untracked()));
    let newest = Memo::new(move |_| derived.get());
    assert_eq!((first.get(), newest.get()), ((1, 1), 1));
    draft.set(2);
    assert_eq!((first.get(), newest.get()), ((1, 1), 2));
}

#[test]
fn a_change_may_be_made_while_another_value_is_looked_at() {
    let _part = part();
    let (replica, touched) = (RwSignal::new(vec![1, 2, 3]), RwSignal::new(0));
    let all = Memo::new(move |_| replica.with(Vec::len));
    replica.with(|records| {
        touched.set(records.len());
        assert_eq!(all.get(), replica.with_untracked(Vec::len));
    });
    assert_eq!(touched.get(), 3);
    let taken = replica.try_update(Vec::pop).flatten();
    assert_eq!((taken, all.get()), (Some(3), 2));
}

#[test]
fn what_a_part_of_the_page_held_goes_with_it() {
    let page = part();
    let told = Arc::new(());
    let held = told.clone();
    let (busy, stored, run, made) = page.child().with(|| {
        let kept = held.clone();
        (
            RwSignal::new(held),
            StoredValue::new(0_usize),
            Callback::new(move |()| Arc::strong_count(&kept)),
            Memo::new(|_| 1_usize),
        )
    });
    // the child was let go of: its owner is gone, and all that it held
    page.cleanup();
    assert_eq!(Arc::strong_count(&told), 1);
    // a task that outlives its screen may still report …
    busy.set(Arc::default());
    busy.update(|_| unreachable!("there is nothing to change"));
    stored.set_value(1);
    assert_eq!(busy.try_update(|_| ()), None);
    assert!(busy.try_get_untracked().is_none());
    assert_eq!(stored.try_update_value(|value| *value), None);
    // … but not read
    let reads: [&dyn Fn() -> usize; 4] =
        [&|| Arc::strong_count(&busy.get()), &|| stored.get_value(), &|| run.run(()), &|| {
            made.get()
        }];
    for read in reads {
        let fallen = catch_unwind(AssertUnwindSafe(read));
        assert!(fallen.is_err(), "something was read after it was gone: {fallen:?}");
    }
}
