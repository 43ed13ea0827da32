//! English

use domain::burden::Task;

use super::{Office, deeds};

pub(crate) static EN: Office = Office {
    title: "Who touched what",
    online: "This page needs a signal; nothing of it stays on the phone.",
    kept: "By ids alone, not what was written; kept for two years, then cleared. That you read this page is noted, too.",
    who_may: "This page is for the office and for the village’s supervisor. To know who touched something, ask them, or look under what was changed on its own page.",
    person: "Whose",
    everybody: "Everybody’s",
    refused_only: "Only what was not taken",
    older: "Older",
    nothing: "There is nothing like that.",
    by_link: "Somebody by a link",
    a_phone: "A phone",
    by_hand: "Whoever looks after the server",
    refused: |why| format!("Not taken: {why}"),
    cost: "What the bench costs everybody",
    cost_means: "The last 90 days: how long each task takes on average, and how many boxes it has. Only time with the form before one’s eyes counts, and only when it was saved. Each phone counts for itself, and when the day is over tells the sums alone: not whose, and not of which village. What was done fewer than five times is not shown.",
    cost_none: "Nothing is known yet, or too little was done.",
    mean: |times, fields, seconds| {
        let boxes = if fields == 1 { "box" } else { "boxes" };
        format!("{times} times, on average {fields} {boxes}, {}", spent(seconds))
    },
    task: |task| match task {
        Task::Raise => "Raising an issue",
        Task::Triage => "Sorting an issue",
        Task::Plan => "Planning a meeting",
        Task::Seat => "Seating somebody",
        Task::Confirm => "Reading back",
        Task::Answer => "Answering advice",
        Task::Report => "Noting progress",
        Task::Rate => "Rating",
        Task::Else => "Something else",
    },
    data: "My data",
    data_means: "All that Bandeng keeps about you: who you are, what you said and rated, who told you when, which phones you signed in by. One file, whose beginning says what each part is.",
    export: "Save my data",
    exported: |name| format!("Saved as {name}. Your words are in it: keep it well."),
    copy_instead: "No file can be saved here. Please copy the text below.",
    month: |minutes, fields| {
        format!("This month the bench took {minutes} minutes of yours and asked {fields} boxes.")
    },
    month_means: "Counted on this phone alone, and only while a form lay before you that you saved. When the day is over the sums go to the village’s server, without whose they are.",
    rights: "To have something corrected, or your name taken out, ask the office: it can be replaced by your role in every record. That cannot be undone.",
    others: "Data for somebody else",
    others_means: "For somebody without a phone the office can save their data, or take their name out.",
    office_only: "This page is for the office. For your own data, go to “My data”.",
    choose: "Who",
    export_theirs: "Save this person’s data",
    erase: "Take this person’s name out",
    places: |name, records, past, struck| {
        let seals = if struck > 0 {
            format!(
                " The text of {struck} early seals can then only be checked by its place, not hashed anew."
            )
        } else {
            String::new()
        };
        format!("“{name}” stands in {records} records and {past} older words.{seals}")
    },
    erase_means: "In all of them the role will stand, such as “villager”; the person’s phones are signed out, invitations end, roles are taken back. What is sealed stays as it is and can still be checked. It cannot be undone; backups of before still have the name and must be destroyed.",
    type_name: |name| format!("Write “{name}” once more"),
    other_name: "That is not the same; nothing was taken out.",
    erase_yes: "Take the name out",
    erased: |places| {
        format!("Taken out in {places} places. Other phones follow when they have a signal.")
    },
    deeds: &deeds::EN,
};

fn spent(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}
