//! The list of actions, its cards, and what concerns the reader on top of it.

use domain::follow::notice::Week;

/// What the list says.
#[derive(Debug)]
pub struct List {
    /// The name of the row of tabs.
    pub tabs: &'static str,
    /// Look at these first, nobody has it, being done, over its day, done again, closed.
    pub tab: [&'static str; 6],
    /// Only what is the reader's.
    pub mine: &'static str,
    /// The search row: by what it is, or by who does it.
    pub find: &'static str,
    /// So many fit.
    pub found: fn(usize) -> String,
    /// The button that shows so many more.
    pub more: fn(usize) -> String,
    /// Makes a file of what is shown.
    pub export: &'static str,
    /// The name of that file, and its first line.
    pub file: [&'static str; 2],
    /// Nothing was ever to be done here.
    pub empty: (&'static str, &'static str),
    /// Nothing wants a look first.
    pub calm: (&'static str, &'static str),
    /// Nothing fits.
    pub none: (&'static str, &'static str),
    /// Shows all again.
    pub all: &'static str,
    /// The village has not come to this phone.
    pub away: (&'static str, &'static str),
    /// So many days over its day.
    pub over: fn(i64) -> String,
    /// Who does it, by when, how one can tell.
    pub facts: [&'static str; 4],
    /// Nobody has it.
    pub nobody: &'static str,
    /// Owner and partners.
    pub with: fn(&str, &str) -> String,
    /// No day was set; that day is over; in so many days; in time; so many days late; today.
    pub no_day: &'static str,
    /// Behind a day that is over.
    pub past: &'static str,
    /// Behind a day that is to come.
    pub left: fn(i64) -> String,
    /// Behind the day of what was done in time.
    pub in_time: &'static str,
    /// Behind the day of what was done later.
    pub late: fn(i64) -> String,
    /// The how-manyth doing.
    pub round: fn(u32) -> String,
    /// How one can tell was never said.
    pub no_criterion: &'static str,
    /// How far it is, for ears.
    pub far: fn(u32, u32, &str) -> String,
    /// Why it is slow, and the new day.
    pub slow: [&'static str; 2],
    /// The new day, and who granted it.
    pub granted: fn(&str, &str) -> String,
    /// Asked for, and not answered yet.
    pub asked: fn(&str) -> String,
    /// Waits for the reader, above the list.
    pub waits: &'static str,
    /// You are invited; the day, where it is set.
    pub invited: fn(Option<&str>) -> String,
    /// You must answer: an action that is yours, more time that is asked for, advice.
    pub answer: [&'static str; 3],
    /// Your matter moved.
    pub moved: &'static str,
    /// The line a week.
    pub week: fn(&Week) -> String,
}

fn week_zh(week: &Week) -> String {
    let said = [
        (week.moved, format!("您的 {} 件事有了下文", week.moved)),
        (week.closed, format!("村里办结 {} 件", week.closed)),
        (week.to_rate, format!("{} 件等您评一评", week.to_rate)),
        (week.ahead, format!("前面还有 {} 场板凳会", week.ahead)),
    ];
    let said: Vec<_> =
        said.into_iter().filter(|(count, _)| *count > 0).map(|(_, told)| told).collect();
    if said.is_empty() {
        "这一周没有新动静。".into()
    } else {
        format!("这一周：{}。", said.join("，"))
    }
}

fn week_en(week: &Week) -> String {
    let said = [
        (week.moved, format!("{} of your matters moved", week.moved)),
        (week.closed, format!("{} closed in the village", week.closed)),
        (week.to_rate, format!("{} for you to rate", week.to_rate)),
        (
            week.ahead,
            format!("{} {} ahead", week.ahead, if week.ahead == 1 { "bench" } else { "benches" }),
        ),
    ];
    let said: Vec<_> =
        said.into_iter().filter(|(count, _)| *count > 0).map(|(_, told)| told).collect();
    if said.is_empty() {
        "Nothing new this week.".into()
    } else {
        format!("This week: {}.", said.join(", "))
    }
}

pub(super) static ZH: List = List {
    tabs: "看哪些",
    tab: ["先看这些", "等人认领", "在办", "超期", "重办", "办结"],
    mine: "我的",
    find: "找一件事，或找谁在办",
    found: |n| format!("找到 {n} 件"),
    more: |n| format!("再看 {n} 件"),
    export: "导出清单",
    file: ["办理清单.csv", "要办的事,谁来办,哪天前,到哪一步"],
    empty: ("还没有要办的事", "会上答应的、采纳了的，定稿交办后就在这里，一件件办。"),
    calm: ("没有要先看的", "没有超期的，没有重办的，也没有等您评的。"),
    none: ("没有合适的", "换个词，或者看看别的。"),
    all: "看全部",
    away: ("村里的事还没到这部手机", "有信号的时候来一次，以后没信号也能看。"),
    over: |days| format!("超期 {days} 天"),
    facts: ["谁来办", "哪天前", "怎样算办成", "钱从哪来"],
    nobody: "还没有人认领",
    with: |owner, partners| format!("{owner} · {partners}协办"),
    no_day: "没定日子",
    past: "已过",
    left: |days| if days == 0 { "就是今天".into() } else { format!("还有 {days} 天") },
    in_time: "按时",
    late: |days| format!("晚了 {days} 天"),
    round: |n| {
        const NTH: [&str; 4] = ["第二次", "第三次", "第四次", "第五次"];
        let nth = usize::try_from(n).ok().and_then(|n| NTH.get(n.checked_sub(1)?));
        nth.map_or_else(|| format!("第 {} 次", n + 1), |nth| (*nth).to_owned())
    },
    no_criterion: "还没说",
    far: |done, of, unit| format!("{done} / {of} {unit}"),
    slow: ["为什么慢：", "新日子："],
    granted: |day, who| format!("{day}，{who}同意。"),
    asked: |day| format!("想改到 {day}，还没答复。"),
    waits: "等您",
    invited: |day| match day {
        Some(day) => format!("请您来坐一坐，{day}"),
        None => "请您来坐一坐".into(),
    },
    answer: ["等您接下来办", "有人申请延期，等您答复", "会上的建议等您答复"],
    moved: "您提的有了下文",
    week: week_zh,
};

pub(super) static EN: List = List {
    tabs: "Which to look at",
    tab: ["First", "Unclaimed", "Being done", "Over its day", "Done again", "Closed"],
    mine: "Mine",
    find: "Find an action, or who does it",
    found: |n| format!("{n} found"),
    more: |n| format!("{n} more"),
    export: "Export the list",
    file: ["actions.csv", "what,who,by when,where it stands"],
    empty: (
        "Nothing is to be done yet",
        "What was promised or adopted comes here once the minutes are sealed and handed over.",
    ),
    calm: (
        "Nothing wants a look first",
        "Nothing is over its day, done again, or waits for your rating.",
    ),
    none: ("Nothing fits", "Try another word, or look elsewhere."),
    all: "Show all",
    away: (
        "The village has not come to this phone yet",
        "Come once with a signal; after that it works without one.",
    ),
    over: |days| if days == 1 { "1 day over".into() } else { format!("{days} days over") },
    facts: ["Who", "By when", "Done when", "Money from"],
    nobody: "Nobody yet",
    with: |owner, partners| format!("{owner} · with {partners}"),
    no_day: "no day set",
    past: "over",
    left: |days| match days {
        0 => "today".into(),
        1 => "1 day left".into(),
        n => format!("{n} days left"),
    },
    in_time: "in time",
    late: |days| if days == 1 { "1 day late".into() } else { format!("{days} days late") },
    round: |n| match n {
        1 => "second time".into(),
        2 => "third time".into(),
        n => format!("time {}", n + 1),
    },
    no_criterion: "not said yet",
    far: |done, of, unit| format!("{done} of {of} {unit}"),
    slow: ["Why slow: ", "New day: "],
    granted: |day, who| format!("{day}, granted by {who}."),
    asked: |day| format!("asked for {day}, not answered yet."),
    waits: "For you",
    invited: |day| match day {
        Some(day) => format!("You are invited to the bench, {day}"),
        None => "You are invited to the bench".into(),
    },
    answer: [
        "Waits for you to take it up",
        "More time is asked for; please answer",
        "Advice waits for your answer",
    ],
    moved: "Your matter moved",
    week: week_en,
};
