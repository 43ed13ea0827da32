//! In English.

use domain::waits::{Debt, Ower, Waiter};

use super::Waits;
use crate::Lang;

pub(super) static EN: Waits = Waits {
    order: "Whoever waits longest first",
    debt: |debt| match debt {
        Debt::Advice => "Advice unanswered",
        Debt::Unclaimed => "Nobody has it",
        Debt::Overdue => "Past its day",
        Debt::Echo => "Not told yet",
        Debt::Brief => "Brief unanswered",
        Debt::Minutes => "Minutes not sealed",
        Debt::Letter => "Letter unanswered",
    },
    all: "All",
    ours: "What we owe",
    filter: "Only",
    waiter: |waiter, count, village| match (waiter, count) {
        (Waiter::Village, _) => village.to_owned(),
        (Waiter::Villagers, 0..=1) => "A villager".to_owned(),
        (Waiter::Villagers, count) => format!("{count} villagers"),
        (Waiter::Advisers, _) => "Those who advised".to_owned(),
        (Waiter::Writer, _) => "Whoever wrote".to_owned(),
    },
    waits_for: "waiting for",
    ower: |ower, village, name| match ower {
        Ower::Office => "this office".to_owned(),
        Ower::Committee => committee(village),
        Ower::Department => name.unwrap_or("a department").to_owned(),
        Ower::Holder => name.unwrap_or("whoever has it").to_owned(),
        Ower::Expert => name.unwrap_or("whoever was asked").to_owned(),
        Ower::Nobody => "somebody to take it".to_owned(),
    },
    owed: |debt, count, session| match (debt, session) {
        (Debt::Advice, true) if count == 1 => "1 piece of advice without an answer".to_owned(),
        (Debt::Advice, true) => format!("{count} pieces of advice without an answer"),
        (Debt::Advice, false) => "this advice has no answer".to_owned(),
        (Debt::Unclaimed, _) => "nobody has taken it".to_owned(),
        (Debt::Overdue, _) => "not done yet".to_owned(),
        (Debt::Echo, _) => "not told what came of it".to_owned(),
        (Debt::Brief, _) => "the brief is not answered".to_owned(),
        (Debt::Minutes, _) => "minutes not sealed".to_owned(),
        (Debt::Letter, _) => "not answered yet".to_owned(),
    },
    due: |due, asked, now| match (due, asked) {
        (_, Some(asked)) => Some(format!("new day asked for: {}", Lang::En.date(asked, now))),
        (Some(due), None) => Some(format!("was due {}", Lang::En.date(due, now))),
        (None, None) => None,
    },
    both: |day, owed| format!("{day}, {owed}"),
    again: "Done anew",
    days: |count| if count == 1 { "day" } else { "days" },
    unknown: "Its record has not come to this phone yet",
    say: "Send word",
    remind: "Remind",
    answer: "Answer",
    of: |what, about| format!("{what}: {about}"),
    hint: "Read it before it goes. No villager is named in it, and there is no link meant for one person.",
    sms: "As a text message",
    none: (
        "Nobody waits for anybody",
        "Advice without an answer and promises past their day come here.",
    ),
    none_of: "Nothing of this sort is waiting.",
    more: "Show more",
    to_all: |count| format!("All {count}"),
    overdue: "Past the agreed day",
    first: |all, shown| format!("{all} in all, these {shown} first"),
    letters: "Letters to the office",
    letters_wait: |count| match count {
        0 => "No letters wait.".to_owned(),
        1 => "1 letter waits".to_owned(),
        count => format!("{count} letters wait"),
    },
    ahead: "Benches ahead",
    ahead_order: "By day",
    ahead_none: "No bench has a day yet.",
};

/// The committee of a village.
pub(super) fn committee(village: &str) -> String {
    if village.is_empty() {
        "the village committee".to_owned()
    } else {
        format!("{village} village committee")
    }
}
