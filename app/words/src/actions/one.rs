//! One action's page.

/// What it says.
#[derive(Debug)]
pub struct One {
    /// The heading.
    pub title: &'static str,
    /// It is not on this phone.
    pub missing: (&'static str, &'static str),
    /// The way back to the list.
    pub to_list: &'static str,
    /// Where it comes from: the issue, the session, the advice.
    pub from: [&'static str; 3],
    /// Heading over what can be done now.
    pub now: &'static str,
    /// Nothing is left to do.
    pub over: &'static str,
    /// The steps: claim, accept, finish, ask for time, answer that, check, close, look again, give to another.
    pub moves: [&'static str; 9],
    /// What accepting means.
    pub accept: &'static str,
    /// Who does it.
    pub owner: &'static str,
    /// Whoever is not in the directory.
    pub not_listed: &'static str,
    /// Chosen from the directory.
    pub lead: &'static str,
    /// Why it changes hands.
    pub reassign: &'static str,
    /// What was done.
    pub finish: &'static str,
    /// By when, then.
    pub due: &'static str,
    /// Why it takes longer.
    pub slow: &'static str,
    /// Yes, more time; no.
    pub give: [&'static str; 2],
    /// Why, where it is not granted.
    pub give_why: &'static str,
    /// It holds; it does not.
    pub check: [&'static str; 2],
    /// What was seen.
    pub seen: &'static str,
    /// How it ended.
    pub close: &'static str,
    /// It still holds; it does not any more.
    pub holds: [&'static str; 2],
    /// Heading over the notes.
    pub progress: &'static str,
    /// None yet.
    pub no_progress: &'static str,
    /// Opens the box for one.
    pub report: &'static str,
    /// What was done, or what holds it up.
    pub report_words: &'static str,
    /// How much is done, of how much, of what.
    pub count: [&'static str; 3],
    /// What the numbers are for.
    pub count_hint: &'static str,
    /// Heading over the fields.
    pub fields: &'static str,
    /// Their names: what, partners, money, criterion.
    pub field: [&'static str; 4],
    /// Nothing there.
    pub blank: &'static str,
    /// Mends a field.
    pub mend: &'static str,
    /// Heading over the way it has come.
    pub trail: &'static str,
    /// It was promised on the bench, and nothing has happened to it yet.
    pub no_trail: &'static str,
    /// The day that was left, and the owner.
    pub was: [fn(&str) -> String; 2],
    /// Heading over the looks back.
    pub visits: &'static str,
    /// A look back is due.
    pub visit_due: &'static str,
    /// Heading over telling.
    pub echo: &'static str,
    /// The way to the card of whoever waits.
    pub tell: &'static str,
}

pub(super) static ZH: One = One {
    title: "要办的事",
    missing: ("这部手机上没有这件事", "它可能还在路上，或者不归您看。"),
    to_list: "回办理清单",
    from: ["从这件事来", "从这场板凳会来", "从这条建议来"],
    now: "现在能做的",
    over: "办结了，没有要做的。",
    moves: [
        "认领",
        "接下来办",
        "办完了",
        "申请延期",
        "答复延期",
        "核一核",
        "办结",
        "回头看",
        "换人办",
    ],
    accept: "接下来，就在办了。办到哪一步，随时记一笔。",
    owner: "谁来办",
    not_listed: "名单里没有的人",
    lead: "从名单里选",
    reassign: "为什么换人",
    finish: "办成了什么样",
    due: "改到哪天前",
    slow: "为什么慢",
    give: ["同意", "不同意"],
    give_why: "说一句（不同意要写）",
    check: ["办成了", "还差一点"],
    seen: "看到了什么（还差要写）",
    close: "最后说一句（可不写）",
    holds: ["还好好的", "又不行了"],
    progress: "办到哪了",
    no_progress: "还没有人记过进度。",
    report: "记一笔进度",
    report_words: "做了什么，卡在哪里",
    count: ["做了", "一共", "单位"],
    count_hint: "数得清就填，比如 9、12、盏；数不清就空着。",
    fields: "写着的",
    field: ["要办的事", "谁协办", "钱从哪来", "怎样算办成"],
    blank: "空着",
    mend: "改",
    trail: "一步步怎么来的",
    no_trail: "会上答应的，还没动。",
    was: [|day| format!("原定 {day}"), |owner| format!("原来由{owner}办")],
    visits: "回头看",
    visit_due: "到日子了，该回头看看还好不好。",
    echo: "回音",
    tell: "去告诉",
};

pub(super) static EN: One = One {
    title: "To be done",
    missing: (
        "This action is not on this phone",
        "It may still be on its way, or it is not for you to read.",
    ),
    to_list: "To the list",
    from: ["From this issue", "From this session", "From this advice"],
    now: "What can be done now",
    over: "It is closed; nothing is left to do.",
    moves: [
        "Claim",
        "Take it up",
        "Done",
        "Ask for more time",
        "Answer about time",
        "Check",
        "Close",
        "Look again",
        "Give to somebody else",
    ],
    accept: "From now on you are at it. Note how far it is whenever you like.",
    owner: "Who does it",
    not_listed: "Somebody not in the directory",
    lead: "From the directory",
    reassign: "Why it changes hands",
    finish: "What was done",
    due: "By when, then",
    slow: "Why it takes longer",
    give: ["Grant it", "Refuse"],
    give_why: "A word with it; needed for a refusal",
    check: ["It holds", "Something is missing"],
    seen: "What you saw; needed where something is missing",
    close: "A last word, if you like",
    holds: ["Still good", "Not any more"],
    progress: "How far it is",
    no_progress: "Nobody has noted how far it is.",
    report: "Note how far it is",
    report_words: "What was done, or what holds it up",
    count: ["Done", "Of", "Unit"],
    count_hint: "Where it can be counted, such as 9 of 12 lamps; or leave it empty.",
    fields: "As it is written",
    field: [
        "What is to be done",
        "Who helps",
        "Where the money comes from",
        "How one can tell that it is done",
    ],
    blank: "empty",
    mend: "Mend",
    trail: "How it came here",
    no_trail: "Promised on the bench; nothing has happened to it yet.",
    was: [|day| format!("before: {day}"), |owner| format!("before: {owner}")],
    visits: "Looking again",
    visit_due: "It is time to look whether it still holds.",
    echo: "Who is to be told",
    tell: "Tell them",
};
