//! What tasks cost: summed on the phone, told once for each day that is over, and believed only where it can be.

use domain::burden::{Book, Spent, Sum, Task, day_of, mean};
use proptest::{collection::vec, prelude::*};

fn task() -> impl Strategy<Value = Task> {
    prop::sample::select(Task::ALL.to_vec())
}

#[test]
fn a_day_begins_at_midnight_in_the_valley() {
    // 1970-01-02 00:00 in Shanghai is 16:00 of the day before in UTC
    assert_eq!([day_of(0), day_of(57_599_999), day_of(57_600_000)], [0, 0, 1]);
}

#[test]
fn today_is_not_told_before_it_is_over_and_no_day_twice() {
    let mut book = Book::default();
    for day in [10, 11, 11, 12] {
        book.note(day, Sum::once(Task::Raise, 6, 60));
    }
    let untold = book.untold(12);
    assert_eq!(untold.iter().map(|spent| spent.day).collect::<Vec<_>>(), [10, 11]);
    assert_eq!(untold[1].sums, [Sum { task: Task::Raise, times: 2, fields: 12, seconds: 120 }]);
    book.told = 11;
    assert_eq!(book.untold(12), []);
    assert_eq!(book.untold(13).len(), 1);
    book.note(80, Sum::once(Task::Rate, 3, 5));
    assert_eq!(book.since(0).len(), 1, "what is older than two months is let go");
}

#[test]
fn nobody_sat_over_one_box_for_a_week() {
    let lay_open = Sum::once(Task::Answer, 3, 7 * 24 * 3600);
    assert_eq!((lay_open.fields, lay_open.seconds), (3, 7200));
    let told = |day, sums: Vec<Sum>| Spent { day, sums }.plausible(100);
    assert!(told(100, vec![lay_open]) && told(69, vec![lay_open]) && told(101, vec![lay_open]));
    assert!(!told(68, vec![lay_open]) && !told(102, vec![lay_open]));
    assert!(!told(100, vec![lay_open, lay_open]), "one line a task");
    assert!(!told(100, vec![Sum { task: Task::Else, ..lay_open }]));
    assert!(!told(100, vec![Sum { times: 0, fields: 0, seconds: 0, ..lay_open }]));
    assert!(!told(100, vec![Sum { seconds: 7201, ..lay_open }]));
    assert!(!told(100, vec![Sum { fields: 61, ..lay_open }]));
    assert!(!told(100, vec![Sum { times: 201, ..lay_open }]));
}

proptest! {
    #[test]
    fn the_sums_are_all_that_was_done_in_whatever_order(
        done in vec((0..30_i64, task(), 0..80_u32, 0..9_000_u32), 0..40),
    ) {
        let (mut forth, mut back) = (Book::default(), Book::default());
        let once = |(day, task, fields, seconds): &(i64, Task, u32, u32)| (*day, Sum::once(*task, *fields, *seconds));
        done.iter().map(once).for_each(|(day, sum)| forth.note(day, sum));
        done.iter().rev().map(once).for_each(|(day, sum)| back.note(day, sum));
        let all = |book: &Book| {
            let sums = Task::ALL.map(|task| book.since(0).into_iter().find(|sum| sum.task == task));
            sums.map(|sum| sum.map(|sum| (sum.times, sum.fields, sum.seconds)))
        };
        prop_assert_eq!(all(&forth), all(&back));
        let times: u32 = forth.since(0).iter().map(|sum| sum.times).sum();
        prop_assert_eq!(times as usize, done.len());
        prop_assert!(forth.days.iter().all(|spent| spent.plausible(30)));
    }
}

#[test]
fn a_mean_is_rounded_and_nothing_is_divided_by_nothing() {
    assert_eq!((mean(30, 7), mean(400, 7)), (4, 57));
    assert_eq!(mean(0, 0), 0);
}
