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
    figure: |says, row| format!("{says}. Of these: {row}."),
    cancelled: |count| format!(" Cancelled beside them: {count}."),
    burden: "What this tool costs",
    cost: |task, times, fields, seconds| {
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        let long =
            if minutes > 0 { format!("{minutes} min {seconds} s") } else { format!("{seconds} s") };
        format!("{task} {times} times, on average {fields} boxes and {long}")
    },
    no_cost: "Nothing was done often enough to be told apart.",
    counted: "How this is counted.",
    means: |name, means| format!(" {name}: {means}"),
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
    owing: |place, row| format!("{place}: {row}."),
    next: "What comes next",
    no_next: "No session is planned yet.",
    ahead: |place, day, title| format!("{day}, {place}: {title}."),
    signs: "Signed by",
    signed_on: ["Date", "                        "],
};
