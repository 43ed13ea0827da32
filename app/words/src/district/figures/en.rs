//! In English.

use domain::figures::Figure;

use super::Figures;
use super::Span;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month(nth: usize) -> &'static str {
    MONTHS.get(nth.saturating_sub(1)).copied().unwrap_or_default()
}

pub(super) const EN: Figures = Figures {
    name: |figure| match figure {
        Figure::Sessions => "Sessions",
        Figure::Issues => "Issues",
        Figure::Advice => "Advice",
        Figure::Reasons => "Reasons given",
        Figure::Actions => "Actions",
        Figure::Redone => "Begun anew",
        Figure::Days => "From raised to done",
        Figure::Echoes => "Echoes",
        Figure::Satisfaction => "Satisfaction",
        Figure::Voice => "Groups heard",
        Figure::Round => "Who was at the bench",
    },
    means: |figure| match figure {
        Figure::Sessions => {
            "Benches meant for this time: entries of the year’s plan that were not called off, and sessions with a day that were not cancelled and that no entry was made for. Counted on the day people sat down, else the day that is set, else in the month of the plan; an entry whose session was cancelled is still planned. Held means that people sat down."
        }
        Figure::Issues => {
            "Issues raised in this time that the village can see, by where they stand now. What nobody has looked at yet is not counted."
        }
        Figure::Advice => {
            "Every piece of advice offered in this time, on a bench or on a slip after it, by its answer now. Where several got one answer, each counts, with that answer."
        }
        Figure::Reasons => {
            "Of advice offered in this time whose answer is other than adopted: how much has a written reason."
        }
        Figure::Actions => {
            "What was to be done in this time: begun in it, or begun before and not done by its first day. Done means reported done and not begun anew since; overdue means not done today, a day or more after the day agreed."
        }
        Figure::Redone => {
            "Of what was to be done in this time: begun anew in it, because somebody was not satisfied or a look back found that it did not hold."
        }
        Figure::Days => {
            "Actions done in this time that come from a known issue: days of the calendar from the issue being raised to it being done. The median is the one in the middle."
        }
        Figure::Echoes => {
            "Everybody who was to be told in this time that advice was answered, an action done, or an issue settled, also one that was never published; once for each. Delivered means told after that."
        }
        Figure::Satisfaction => {
            "Ratings of actions given in this time, one a person each time it was done. How many of each, and no score; not counted where fewer than five people rated."
        }
        Figure::Voice => {
            "Each group of the villages: whether somebody of it was at a bench in this time, and whether anything they said was taken down. Groups only, never people; where fewer than five of a group came, it is not said whether they spoke."
        }
        Figure::Round => {
            "Sessions held in this time: whether all groups of the village were there, half of them or more, or fewer."
        }
    },
    says: |told| {
        let (all, count) = (told.all, |part| told.count(part));
        match told.figure {
            Figure::Sessions => format!("{all} planned, {} held", count("held")),
            Figure::Issues => format!(
                "{all} raised, {} closed or settled on the spot",
                count("closed") + count("settled")
            ),
            Figure::Advice => {
                format!(
                    "{all} offered, {} adopted, {} unanswered",
                    count("adopted"),
                    count("unanswered")
                )
            }
            Figure::Reasons => {
                format!("{all} not adopted as said, {} with a reason", count("reasoned"))
            }
            Figure::Actions => {
                format!("{all} to be done, {} done, {} overdue", count("done"), count("overdue"))
            }
            Figure::Redone => format!("{} of {all} begun anew", count("redone")),
            Figure::Days => {
                format!("{all} done, the one in the middle after {} days", told.median.unwrap_or(0))
            }
            Figure::Echoes => format!("{} of {all} delivered", count("told")),
            Figure::Satisfaction => {
                format!(
                    "{all} ratings, {} satisfied, {} not satisfied",
                    count("satisfied"),
                    count("not")
                )
            }
            Figure::Voice => format!("{} of {all} groups never at a bench", count("never")),
            Figure::Round => format!("{} of {all} sessions with every group", count("whole")),
        }
    },
    part: |part| match part {
        "held" => "Held",
        "ahead" => "Convened",
        "postponed" => "Postponed",
        "unconvened" => "No session yet",
        "unanswered" => "Unanswered",
        "reasoned" => "With a reason",
        "bare" => "Without a reason",
        "done" => "Done",
        "later" => "Done later",
        "open" => "Open",
        "overdue" => "Overdue",
        "redone" => "Begun anew",
        "once" => "Not begun anew",
        "month" => "Up to 30 days",
        "season" => "31 to 90 days",
        "half" => "91 to 180 days",
        "longer" => "More than 180 days",
        "told" => "Delivered",
        "waiting" => "Waiting",
        "spoke" => "Spoke",
        "sat" => "There, not heard",
        "few" => "Fewer than five came",
        "never" => "Never there",
        "whole" => "All groups",
        "halfway" => "Half or more",
        "fewer" => "Fewer",
        _ => "Other",
    },
    few: "Fewer than five people: not counted, since it would show who they are.",
    few_rows: "What fewer than five people of one village said is not listed here: it would show who they are.",
    nothing: "Nothing to count yet.",
    year: "Year",
    every_year: "All years",
    year_of: |year| year.to_string(),
    place: "Place",
    whole: "Whole district",
    rows: |count, name| format!("See the {count} rows: {name}"),
    which: "Which rows",
    every_part: "All",
    more: "More rows",
    back: "Back to the figures",
    table: "As a table",
    parts: "Part",
    count: "Count",
    offline: "No signal. These are counted on the server.",
    kept: |moment| format!("No signal. This was counted {moment}."),
    lead: |span| {
        let when = match span {
            Span::Now => "This year ".to_owned(),
            Span::Year(year) => format!("In {year} "),
            Span::All => "Over all years ".to_owned(),
        };
        let rest = [
            " sessions were planned and ",
            " held. There were ",
            " pieces of advice, and ",
            " have no answer yet.",
        ];
        let [a, b, c, d] = rest.map(str::to_owned);
        [when, a, b, c, d]
    },
    advice_card: "Where advice went",
    reasons: |all, bare| match (all, bare) {
        (0, _) => "None was answered otherwise than adopted.".to_owned(),
        (_, 0) => format!("All {all} that were not adopted as said have a written reason."),
        _ => format!("{bare} of {all} that were not adopted as said have no written reason."),
    },
    done_card: "How much is done",
    done_of: |done, all| format!("{done} of {all} done"),
    by_month: |months| {
        let told = (1..).zip(months).map(|(nth, count)| format!("{} {count}", month(nth)));
        format!("Done by month: {}", told.collect::<Vec<_>>().join(", "))
    },
    month: |nth| month(nth).to_owned(),
    median: ("From raised to done", "days, median"),
    echoes: ("Echoes delivered", |all| format!("of {all}")),
    redone: ("Begun anew", ""),
    burden: "What this tool costs people",
    burden_means: "On all phones: how many boxes and seconds each task takes on average. Sums only, never whose; nothing done fewer than five times. For the whole server, not by place.",
    due: |date| format!("due {date}"),
    took: |days| format!("took {days} days"),
};
