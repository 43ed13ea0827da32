//! English.

use domain::report::Period;

use super::Report;

pub(super) static EN: Report = Report {
    head: |name| format!("Consultation report of {name}"),
    issuer: |name| format!("CPPCC office of {name}"),
    title: |Period { year, quarter }| match quarter {
        Some(quarter) => {
            let nth = ["First", "Second", "Third", "Fourth"];
            let nth = nth.get(quarter.saturating_sub(1) as usize).unwrap_or(&"");
            format!("{nth} quarter of {year}")
        }
        None => format!("The year {year}"),
    },
    between: ", ",
    apart: "; ",
    opening: |(from, until), [held, raised, advised, done]| {
        format!(
            "From {from} to {until} the district sat down {held} times, {raised} issues were raised, {advised} pieces of advice were given, and {done} things were done. What they were is told below."
        )
    },
    so_far: |day| format!("This period is not over; it is counted up to {day}."),
    without: "The report tells roles and no names. Towns and villages stand in administrative order; nothing is ranked and nobody is assessed by it.",
    sessions: "What was talked through",
    no_sessions: "Nobody sat down in this period.",
    session: |place, day, title, present| {
        let present = present.map(|who| format!(" Present: {who}.")).unwrap_or_default();
        format!("{place}, {day}: {title}.{present}")
    },
    came: |agreed, tasks, done| {
        let agreed = match agreed {
            0 => " Nothing was agreed".to_owned(),
            1 => " One thing was agreed".to_owned(),
            agreed => format!(" {agreed} things were agreed"),
        };
        match tasks {
            0 => format!("{agreed}."),
            tasks => format!("{agreed}; {tasks} to be done, {done} done so far."),
        }
    },
    unsealed: " The minutes are not sealed yet.",
    figures: "Figures",
    label: |word| match word {
        "sessions" => "Sessions",
        "issues" => "Issues",
        "advice" => "Advice",
        "deeds" => "Actions",
        "days" => "From raised to done",
        "echoes" => "Echoes",
        "ratings" => "Ratings",
        "groups" => "Groups not heard",
        "burden" => "What this tool costs",
        _ => "",
    },
    planned: |planned, cancelled, held| {
        let cancelled =
            if cancelled > 0 { format!(", {cancelled} cancelled") } else { String::new() };
        format!("{planned} planned, {held} held{cancelled}.")
    },
    of_which: |all, row| {
        if all == 0 { "None was raised.".into() } else { format!("{all} raised. Now: {row}.") }
    },
    answers: |all, row, waiting| match (all, waiting) {
        (0, _) => "None.".into(),
        (all, 0) => format!("{all}, every one answered: {row}."),
        (all, waiting) => format!("{all}: {row}; {waiting} not answered yet."),
    },
    deeds: |done, again| match again {
        0 => format!("{done} done, none begun anew."),
        again => format!("{done} done; begun anew after “not satisfied”: {again}."),
    },
    days: |days| match days {
        Some(1) => "1 day (median).".into(),
        Some(days) => format!("{days} days (median)."),
        None => "Nothing was done in this period yet.".into(),
    },
    echoes: |told, of| format!("Of {of} done, whoever asked has heard of {told}."),
    ratings: |all, row| {
        if all == 0 { "Nobody has rated yet.".into() } else { format!("{all}: {row}.") }
    },
    groups: |all, unheard| {
        format!(
            "Of {all} groups in the district, not a word was taken down from {unheard} in this period."
        )
    },
    cost: |task, times, fields, seconds| {
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        let long =
            if minutes > 0 { format!("{minutes} min {seconds} s") } else { format!("{seconds} s") };
        format!("{task} {times} times, on average {fields} boxes and {long}")
    },
    no_cost: "Nothing was done often enough to be told apart.",
    means: "How this is counted: sessions by the day of the bench, held where people sat down; issues and advice by the day on which they came, as they stand now; advice that was put with other advice has that one’s answer; actions by the day on which they were done, begun anew by the day of the rating; days from the issue being raised to the action being done, the middle one of all; an echo means that everybody who was to hear has heard; ratings by their day; a group is heard where it raised an issue, gave advice, or spoke on a bench.",
    reasons: "What was not adopted, and why",
    no_reasons: "None of the advice of this period was kept for reference, deferred or declined.",
    more: |count| format!("{count} more are in the open data."),
    stories: "Three bench lines",
    chosen: "How they were chosen: of the issues closed in this period with an echo and a rating the last three, from different towns first; not by how they turned out.",
    no_stories: "No line was walked to its end in this period.",
    story: |place, title| format!("{place}: {title}"),
    raised: |day, who, words| format!("{day}, {who}: “{words}”"),
    asked: |question| format!("The question for the bench: {question}"),
    sat: |day, place, count| {
        let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
        let count = count.map(|count| format!(", {count} people")).unwrap_or_default();
        format!("{day}: talked through{place}{count}.")
    },
    advised: |who, words, verdict, why| {
        let verdict = verdict.map_or("not answered yet", |verdict| verdict);
        let why = why.map(|why| format!(" Because: {why}")).unwrap_or_default();
        format!("Advice ({who}): “{words}” {verdict}.{why}")
    },
    done: |what, owner, day, why| {
        let owner = owner.map(|owner| format!("by {owner}, ")).unwrap_or_default();
        let why = why.map(|why| format!(": {why}")).unwrap_or_default();
        format!("{what}: {owner}done on {day}{why}")
    },
    doing: |what, owner, state| {
        let owner = owner.map(|owner| format!("by {owner}, ")).unwrap_or_default();
        format!("{what}: {owner}{state}.")
    },
    heard: |day, how| format!("{day}: whoever asked was told ({how})."),
    rated: |row| format!("Rated: {row}."),
    owed: "What is owed",
    owed_on: |day| format!("As of {day}:"),
    no_owed: "Nothing is owed.",
    owing: |place, [answers, unclaimed, over, untold, minutes]| {
        let owed = [
            (answers, "advice without an answer"),
            (unclaimed, "actions unclaimed"),
            (over, "actions over their day"),
            (untold, "people not told"),
            (minutes, "sessions without minutes after seven days"),
        ];
        let owed = owed.into_iter().filter(|(count, _)| *count > 0);
        let row: Vec<String> = owed.map(|(count, what)| format!("{what}: {count}")).collect();
        format!("{place}. {}.", row.join("; "))
    },
    next: "What comes next",
    no_next: "No session is planned yet.",
    ahead: |place, day, title| format!("{day}, {place}: {title}."),
    signs: "Signed by",
    signed_on: ["Date", "                        "],
};
