//! Teams, and what one hands over to the next.

/// What the list and the hand-over say.
#[derive(Debug)]
pub struct Terms {
    /// The list.
    pub title: &'static str,
    /// What it is for.
    pub hint: &'static str,
    /// There is none yet.
    pub none: &'static str,
    /// Enters a new team.
    pub add: &'static str,
    /// The team, its secretary, from when, until when, who is in it.
    pub boxes: [&'static str; 5],
    /// Nobody chosen yet.
    pub choose: &'static str,
    /// Chosen nobody, or no day.
    pub lacks: &'static str,
    /// Who leads it.
    pub leads: fn(&str) -> String,
    /// From when until when.
    pub days: fn(&str, Option<&str>) -> String,
    /// It was taken over; it was not.
    pub taken: fn(&str, &str) -> String,
    /// Nobody has yet.
    pub not_taken: fn(&str) -> String,
    /// Who is in it.
    pub members: &'static str,
    /// Its part of the page: what is open.
    pub open: &'static str,
    /// What was open when it was taken over.
    pub was_open: &'static str,
    /// All of it in a sentence: actions, advice, issues.
    pub count: fn(usize, usize, usize) -> String,
    /// Nothing is open.
    pub nothing: &'static str,
    /// Nothing changes hands silently.
    pub silent: &'static str,
    /// Promises, advice, issues, the blueprint.
    pub parts: [&'static str; 4],
    /// Nothing in such a part.
    pub no_part: &'static str,
    /// Nobody has it.
    pub nobody: &'static str,
    /// By when.
    pub due: fn(&str) -> String,
    /// So many days over it: said, and nobody is punished for it.
    pub over: fn(i64) -> String,
    /// No day.
    pub no_day: &'static str,
    /// It was put off.
    pub deferred: &'static str,
    /// Nobody has answered.
    pub unanswered: &'static str,
    /// How many more are in the list.
    pub more: fn(usize) -> String,
    /// The blueprint in a sentence: how many lines, being carried out, done.
    pub plan: fn(usize, usize, usize) -> String,
    /// The button of the new secretary.
    pub take: &'static str,
    /// What the button means.
    pub take_hint: &'static str,
    /// It is on the phone no more.
    pub gone: &'static str,
}

pub(crate) static ZH: Terms = Terms {
    title: "换届交接",
    hint: "换了班子，答应过的事不换。每一届接手时，把还开着的事看一遍。",
    none: "还没有记过哪一届。",
    add: "记新一届",
    boxes: ["哪一届", "书记", "从哪天起", "到哪天（不知道就空着）", "班子里还有谁，一行一个"],
    choose: "选一位",
    lacks: "请选书记，写从哪天起。",
    leads: |name| format!("书记 {name}"),
    days: |from, until| match until {
        Some(until) => format!("{from} 到 {until}"),
        None => format!("{from} 起"),
    },
    taken: |who, when| format!("{who} {when}看过，接手了"),
    not_taken: |who| format!("等{who}看过、接手"),
    members: "班子",
    open: "还开着的事",
    was_open: "接手那天还开着的事",
    count: |actions, advice, issues| {
        format!(
            "答应了还没办结的 {actions} 件，没答复或暂缓的建议 {advice} 条，放着的议题 {issues} 个。"
        )
    },
    nothing: "没有开着的事。",
    silent: "接手不换人：谁在办，还是谁办。要换人，到那件事的页面上换，写明为什么。",
    parts: ["还没办结的", "等答复的建议", "放着的议题", "蓝图"],
    no_part: "没有。",
    nobody: "没人认领",
    due: |day| format!("{day}前"),
    over: |days| format!("超了 {days} 天"),
    no_day: "没定日子",
    deferred: "暂缓",
    unanswered: "还没答复",
    more: |count| format!("还有 {count} 件"),
    plan: |lines, doing, done| format!("{lines} 条，在做 {doing} 条，做完 {done} 条"),
    take: "都看过了，接手",
    take_hint: "点了以后，这一页照现在的样子留下，大家都看得到。",
    gone: "这一届不在这部手机上。",
};

pub(crate) static EN: Terms = Terms {
    title: "Teams and hand-over",
    hint: "A new team, and the same promises. Whoever takes over reads what is open.",
    none: "No team was entered yet.",
    add: "Enter a new team",
    boxes: [
        "The team",
        "Its secretary",
        "From which day",
        "Until which day (leave it open if unknown)",
        "Who else is in it, a line each",
    ],
    choose: "Choose somebody",
    lacks: "Please choose the secretary, and from which day.",
    leads: |name| format!("Secretary: {name}"),
    days: |from, until| match until {
        Some(until) => format!("{from} until {until}"),
        None => format!("from {from}"),
    },
    taken: |who, when| format!("read and taken over by {who}, {when}"),
    not_taken: |who| format!("{who} is to read it and take over"),
    members: "The team",
    open: "What is open",
    was_open: "What was open on that day",
    count: |actions, advice, issues| {
        format!(
            "Promised and not closed: {actions}. Advice unanswered or put off: {advice}. Issues parked: {issues}."
        )
    },
    nothing: "Nothing is open.",
    silent: "Taking over changes no owner: whoever does it goes on doing it. Owners are changed on the action’s own page, with a reason.",
    parts: ["Not closed", "Advice that waits", "Parked issues", "The blueprint"],
    no_part: "None.",
    nobody: "nobody has it",
    due: |day| format!("by {day}"),
    over: |days| match days {
        1 => "1 day over".to_owned(),
        _ => format!("{days} days over"),
    },
    no_day: "no day",
    deferred: "put off",
    unanswered: "no answer yet",
    more: |count| format!("{count} more"),
    plan: |lines, doing, done| format!("{lines} lines, {doing} being carried out, {done} done"),
    take: "I have read it all, and take over",
    take_hint: "This page then stays as it is now, for everybody to see.",
    gone: "This team is not on this phone.",
};
