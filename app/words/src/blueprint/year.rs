//! A year that is kept: the question before, the page, and what has changed since.

/// What it says.
#[derive(Debug)]
pub struct Year {
    /// The heading.
    pub title: fn(u32) -> String,
    /// Who kept it and when.
    pub by: fn(&str, &str) -> String,
    /// Keeps this year.
    pub freeze: fn(u32) -> String,
    /// The question before: how many lines, how many without a source.
    pub ask: fn(u32, usize, usize) -> String,
    /// What follows from it.
    pub means: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// What was known then.
    pub facts: &'static str,
    /// The lines as they stood.
    pub lines: &'static str,
    /// What has changed since.
    pub since: &'static str,
    /// How many.
    pub count: fn(usize) -> String,
    /// Nothing has.
    pub nothing: &'static str,
    /// Why a line changed was not said.
    pub no_why: &'static str,
    /// That year was not kept.
    pub missing: fn(u32) -> String,
    /// Back to the draft.
    pub back: &'static str,
}

pub(crate) static ZH: Year = Year {
    title: |year| format!("{year} 年蓝图"),
    by: |who, when| format!("{who} {when}定稿，不再改"),
    freeze: |year| format!("{year} 版定稿"),
    ask: |year, lines, bare| match bare {
        0 => format!("把 {year} 版定下来？现在一共 {lines} 条，每条都有来处。"),
        _ => format!("把 {year} 版定下来？现在一共 {lines} 条，其中 {bare} 条还没写来处。"),
    },
    means: "定了就照原样留着，谁也不能再改。以后的改动，都和它比。",
    yes: "定稿",
    facts: "那时的村情",
    lines: "那时的蓝图",
    since: "从那以后",
    count: |count| format!("改了 {count} 条"),
    nothing: "从那以后还没有改动。",
    no_why: "没写为什么",
    missing: |year| format!("{year} 年没有定稿的蓝图。"),
    back: "看现在的蓝图",
};

pub(crate) static EN: Year = Year {
    title: |year| format!("Blueprint of {year}"),
    by: |who, when| format!("kept by {who}, {when}; it does not change"),
    freeze: |year| format!("Keep {year}"),
    ask: |year, lines, bare| match bare {
        0 => format!("Keep {year} for good? It has {lines} lines, each with a source."),
        _ => {
            format!("Keep {year} for good? It has {lines} lines, {bare} of them without a source.")
        }
    },
    means: "What is kept stays as it is; nobody can change it. What changes later is held against it.",
    yes: "Keep it",
    facts: "Facts of that time",
    lines: "The blueprint as it stood",
    since: "Since then",
    count: |count| format!("{count} changed"),
    nothing: "Nothing has changed since then.",
    no_why: "no reason was given",
    missing: |year| format!("No blueprint of {year} was kept."),
    back: "See the blueprint as it stands",
};
