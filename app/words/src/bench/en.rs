//! The same in English.

use super::{Bench, minutes};
use crate::session;

pub(crate) static EN: Bench = Bench {
    kept: [
        "Airplane mode · all is on this phone",
        "No signal · all is on this phone",
        "All is on this phone and goes by itself",
    ],
    colours: ["Colours of the day", "Colours of the night"],
    agenda: |minutes| format!("Agenda, {minutes} minutes in all"),
    part: |name, minutes| format!("{name}, {minutes} minutes"),
    left: |minutes| match minutes {
        ..0 => format!("{} min over", -minutes),
        0 => "time is up".into(),
        minutes => format!("{minutes} min left"),
    },
    next: "Next part",
    end: [
        "End",
        "End the session now?",
        "All that was taken down is kept; the minutes come next. It can still go on afterwards.",
        "End, to the minutes",
    ],
    before: [
        "Not begun yet",
        "Before it can begin:",
        "People and place are settled; once all sit, it can begin.",
    ],
    begin: ["Begin", "Lay the seats", "To the session"],
    over: ["The session has ended", "To the minutes", "Somebody has more to say: go on"],
    missing: [
        "This phone does not have this session",
        "It may still be on its way, or not be for you. Look again when there is a signal.",
    ],
    reader: "Whoever takes notes writes here; you see what was taken down.",
    off: |millis| {
        let (minutes, seconds) = minutes(millis);
        match minutes {
            0 => format!("Off for {seconds} s. All that was taken down is here; go on."),
            1..60 => {
                format!(
                    "Off for {minutes} min {seconds} s. All that was taken down is here; go on."
                )
            }
            _ => format!(
                "Off for {} h {} min. All that was taken down is here; go on.",
                minutes / 60,
                minutes % 60
            ),
        }
    },
    roll: [
        "Roll",
        "All are here",
        "One more",
        "Done",
        "Tap whoever is here. Those not tapped count as absent when you are done; latecomers can be tapped at any time.",
    ],
    here: |here, far| match far {
        0 => format!("{here} here"),
        far => format!("{here} here, {far} by telephone"),
    },
    present: ["is here", "is not here"],
    late: ["One more seat", "Name", "Here as", "Group", "By telephone", "Seat them"],
    ring: "The ring: villagers inside; members, cadres, departments and those far away outside",
    far: "far",
    comma: ", ",
    tile: |now, times, queue| {
        let mut told = match (now, times) {
            (true, _) => ", speaks now".to_owned(),
            (false, 0) => ", has not spoken".to_owned(),
            (false, 1) => ", spoke once".to_owned(),
            (false, times) => format!(", spoke {times} times"),
        };
        if let Some(place) = queue {
            told.push_str(&format!(", number {place} in the queue"));
        }
        told
    },
    middle: ["Nobody speaks", "Tap a name to begin", "Tap to stop", "Tap: their turn"],
    spoken: ["speaks now, left: ", "speaks now, over by "],
    hands_up: ["Hands up", "A tap on a name now notes a raised hand; tap “Hands up” to go back"],
    silent: |people, groups| {
        let [count, rest] = match people {
            0 => ["Everybody has spoken".to_owned(), String::new()],
            1 => ["1 person".to_owned(), " has not spoken (dashed)".to_owned()],
            n => [format!("{n} people"), " have not spoken (dashed)".to_owned()],
        };
        if groups.is_empty() {
            [count, rest, String::new(), String::new()]
        } else {
            [count, format!("{rest}; "), groups.join(", "), " not heard yet".to_owned()]
        }
    },
    silent_title: "Who has not spoken",
    taken: "Taken down: ",
    stated: |lang, sort, length| match length {
        Some(length) => format!("{}, recording {length}", session::sort(lang, sort)),
        None => session::sort(lang, sort).to_owned(),
    },
    undo: ["Undo", "Undone"],
    write: ["A few words", "What was said, in a few words", "Save"],
    did: [
        "begins to speak",
        "has ended",
        "hand up",
        "hand down",
        "is here",
        "is not here",
        "sits down",
    ],
    all_did: ["All are here", "The roll is called", "Now", "One hand counted"],
    capture: |name| match name {
        Some(name) => format!("Take down what {name} says"),
        None => "Take down what is said".into(),
    },
    whose: ["Who said it", "Everybody, nobody in particular"],
    due: [
        "Done by when",
        "In a week",
        "By month’s end",
        "In three months",
        "Another day",
        "No day yet",
    ],
    due_by: |day| format!("by {day}"),
    owner: |name, label| format!("{name}, {label}"),
    hands: [
        "Show of hands: ",
        "Count hands",
        "Count again",
        "The sentence that is put",
        "Begin to count",
        "One less",
        "Pick one of these",
    ],
    counted: |n| format!("{n} counted"),
    hand: |name, n, more| format!("{name}: {n}, {}", if more { "one more" } else { "one less" }),
    log: (
        |n| match n {
            1 => "1 thing taken down tonight".into(),
            n => format!("{n} things taken down tonight"),
        },
        "Taken down tonight",
        "Nothing has been taken down yet.",
    ),
    by: |name| format!("noted by {name}"),
    spoke: (|length| format!("spoke for {length}"), "speaks now"),
    wordless: "No words yet",
    voice: [
        "Record",
        "Recording; let go to keep it",
        "Recording; press again to keep it",
        "Hold it down until all is said",
        "This phone has no microphone; everything else works",
        "The microphone was refused. To record, allow it in the browser’s settings; everything else works without",
        "This piece was not recorded; everything else is here",
        "Hold to record",
    ],
    play: ["Play the recording", "The recording is not on this phone yet"],
};
