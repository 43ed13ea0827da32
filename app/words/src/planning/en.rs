//! English

use super::{Planning, feed};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn called(month: u32) -> &'static str {
    let at = usize::try_from(month.saturating_sub(1)).unwrap_or(0);
    MONTHS.get(at).copied().unwrap_or_default()
}

fn households(n: Option<u32>) -> String {
    match n {
        Some(1) => " (1 household)".to_owned(),
        Some(n) => format!(" ({n} households)"),
        None => String::new(),
    }
}

pub(super) static EN: Planning = Planning {
    title: "The year’s plan",
    order: "In the order of the map; nobody is ranked",
    marks: ["sat down", "planned", "moved", "called off"],
    table: "The plan as a table; it scrolls sideways",
    heads: ["Town", "Sat / meant", "Next"],
    month: |month, now| {
        if now { format!("{}, this month", called(month)) } else { called(month).to_owned() }
    },
    cell: |sat, planned, moved| {
        let parts = [("sat down", sat), ("planned", planned), ("moved", moved)];
        let some: Vec<String> = parts
            .iter()
            .filter(|(_, n)| *n > 0)
            .map(|(word, n)| if *n == 1 { (*word).to_owned() } else { format!("{word}: {n}") })
            .collect();
        if some.is_empty() { "nothing".to_owned() } else { some.join(", ") }
    },
    tally: |sat, meant| format!("sat down {sat} times of {meant} that were meant"),
    no_next: "None yet",
    moved_to: |month| format!("moved to {}", called(month)),
    year: |year| year.to_string(),
    turn: ["The year before", "The year after"],
    villages: |town| format!("The villages of {town}"),
    whole: "Open the year’s plan",
    sheet: |place, year, month| format!("{place} · {} {year}", called(month)),
    empty: "Nothing is planned for this month.",
    slot: "No topic yet",
    lead: |who| format!("led by {who}"),
    moved_from: |year, month, why| format!("moved from {} {year}: {why}", called(month)),
    off: |why| format!("called off: {why}"),
    ways: ["See this session", "Ask people to sit down", "See the issue"],
    shift: ["Move", "To which month", "Why it is moved", "Move it there"],
    cancel: ["Call off", "Why it is called off", "Take it out of the plan"],
    take_back: "A mistake: take it back",
    detail: ["Who leads, and how", "Kept."],
    fill: "Give it an issue",
    add: [
        "Add",
        "Which village",
        "Which month",
        "What about",
        "The topic may stay open until its time comes.",
        "Who leads",
        "Who prepares the bench",
        "Put it in the plan",
    ],
    rhythm: [
        "Every so many months",
        "For a year from that month on a slot is kept open every so many months; months that have their bench already are passed over.",
        "From which month",
        "Put them all in the plan",
    ],
    every: |n| match n {
        1 => "every month".to_owned(),
        2 => "every second month".to_owned(),
        n => format!("every {n} months"),
    },
    laid: |n| match n {
        0 => "All of these months have their bench already.".to_owned(),
        1 => "One slot was kept open.".to_owned(),
        n => format!("{n} slots were kept open."),
    },
    ripe: [
        "Ready for the plan",
        "What was approved or posted, and what was put aside and waits for time alone. One tap puts it in.",
        "Nothing waits for a place in the plan.",
    ],
    into: ("Into which month", |month| format!("Plan for {}", called(month))),
    went: |title, year, month| format!("“{title}” went into {} {year}.", called(month)),
    households: |n| if n == 1 { "1 household".to_owned() } else { format!("{n} households") },
    hints: ["Perhaps it is time to sit down", "A hint, not a target", "Nothing to say just now."],
    last: |days| match days {
        None => "People have not sat down yet.".to_owned(),
        Some(0) => "People last sat down today.".to_owned(),
        Some(1) => "People last sat down yesterday.".to_owned(),
        Some(days) => format!("People last sat down {days} days ago."),
    },
    parked: |parked, title, n| match parked {
        1 => format!("One matter was put aside: “{title}”{}.", households(n)),
        parked => format!("Of {parked} that were put aside, one is “{title}”{}.", households(n)),
    },
    waits: |ripe, title, n| match ripe {
        1 => format!("One matter waits for a bench: “{title}”{}.", households(n)),
        ripe => format!("Of {ripe} that wait for a bench, one is “{title}”{}.", households(n)),
    },
    village: ["Meant for this year", "Nothing is meant for this year yet."],
    short_month: |month| called(month).get(..3).unwrap_or_default().to_owned(),
    when: |year, month| format!("{} {year}", called(month)),
    feed: &feed::EN,
};
