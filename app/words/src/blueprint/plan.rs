//! The page: a vision beside its picture, facts, the years, five sections of lines.

/// What the page says.
#[derive(Debug)]
pub struct Plan {
    /// The heading, with the village's name.
    pub title: fn(&str) -> String,
    /// Prints it.
    pub print: &'static str,
    /// This browser does not print.
    pub no_print: &'static str,
    /// What the picture shows.
    pub picture: &'static str,
    /// Nobody has written a vision yet.
    pub no_vision: &'static str,
    /// For which years it is.
    pub holds: fn(&str) -> String,
    /// Under it while nobody has said for which years.
    pub looked_at: &'static str,
    /// Writes the vision.
    pub write: &'static str,
    /// The vision; the same in English; for which years.
    pub boxes: [&'static str; 3],
    /// How it is written.
    pub vision_hint: &'static str,
    /// Two people wrote in one place: which boxes.
    pub check: fn(&str) -> String,
    /// It was read through.
    pub checked: &'static str,
    /// Which year is shown.
    pub years: &'static str,
    /// A year that is kept.
    pub kept: fn(u32) -> String,
    /// This year's draft.
    pub draft: fn(u32) -> String,
    /// What stands before and behind how many lines changed since the year that was kept last, somebody having spoken
    /// up for each.
    pub changed: fn(usize) -> (&'static str, &'static str),
    /// The same where so many do not say who spoke up.
    pub changed_some: fn(usize) -> (&'static str, String),
    /// Nothing changed since.
    pub unchanged: fn(u32) -> String,
    /// How many lines there are in a section.
    pub lines: fn(usize) -> String,
    /// No line in a section.
    pub none: &'static str,
    /// It is new; it says something else; it is dropped; it has moved on.
    pub marks: [&'static str; 4],
    /// 先干一, 先干二, 先干三; a number beyond.
    pub first: fn(u32) -> String,
    /// How much of how much.
    pub counted: fn(u32, u32, &str) -> String,
    /// A session of that day.
    pub bench: fn(&str) -> String,
    /// Advice that belongs to no session.
    pub advice: &'static str,
    /// An action.
    pub action: fn(&str) -> String,
    /// An issue.
    pub issue: fn(&str) -> String,
    /// A source that is not on this phone.
    pub away: &'static str,
    /// A line without a source.
    pub unsaid: &'static str,
    /// Between two names.
    pub and: &'static str,
    /// No plan yet: heading, what to do, the way there.
    pub empty: [&'static str; 3],
    /// The reader belongs to no village.
    pub no_village: &'static str,
    /// The way to the teams.
    pub terms: &'static str,
}

pub(crate) static ZH: Plan = Plan {
    title: |village| format!("{village}蓝图"),
    print: "打印",
    no_print: "这个浏览器不会打印，换一个浏览器试试。",
    picture: "插画：竹山、老街、樟树、路灯，树下一条板凳",
    no_vision: "还没写愿景",
    holds: |years| format!("管 {years} 年，每年看一看"),
    looked_at: "每年看一看，改一改",
    write: "写愿景",
    boxes: ["愿景，一行一句", "愿景的英文", "管哪几年"],
    vision_hint: "三五句就好，用村里人自己的话。",
    check: |boxes| format!("两个人写到了一处，请读一遍：{boxes}"),
    checked: "读过了，就这样",
    years: "哪一年的版本",
    kept: |year| format!("{year} 版"),
    draft: |year| format!("{year} 版 草拟"),
    changed: |_| ("今年改了 ", " 条，每条都因为有人开口。"),
    changed_some: |bare| ("今年改了 ", format!(" 条，其中 {bare} 条还没写是谁开的口。")),
    unchanged: |year| format!("和 {year} 版比，还没有改动。"),
    lines: |count| format!("{count} 条"),
    none: "这一类还没有。",
    marks: ["新增", "改了", "取消", "往前走了"],
    first: |rank| match rank {
        1 => "先干一".to_owned(),
        2 => "先干二".to_owned(),
        3 => "先干三".to_owned(),
        more => format!("先干 {more}"),
    },
    counted: |done, of, unit| format!("{done} / {of} {unit}"),
    bench: |day| format!("{day}板凳会"),
    advice: "一条建议",
    action: |what| format!("办理：{what}"),
    issue: |title| format!("议题：{title}"),
    away: "来处不在这部手机上",
    unsaid: "还没写来处",
    and: "、",
    empty: [
        "还没有蓝图",
        "先坐下来问一个问题：三年以后，村里最想看到什么？说出来的话，一条一条写进来。",
        "去开一次板凳会",
    ],
    no_village: "您还不在哪个村里，看不到蓝图。",
    terms: "换届交接",
};

pub(crate) static EN: Plan = Plan {
    title: |village| format!("Blueprint of {village}"),
    print: "Print",
    no_print: "This browser does not print; please try another.",
    picture: "Drawing: bamboo hills, the old street, a camphor tree, a lamp, and a bench under the tree",
    no_vision: "No vision written yet",
    holds: |years| format!("For {years}; looked at every year"),
    looked_at: "Looked at every year, and mended",
    write: "Write the vision",
    boxes: ["The vision, a line each", "The vision in English", "For which years"],
    vision_hint: "Three lines will do, in the village’s own words.",
    check: |boxes| format!("Two people wrote in one place; please read it through: {boxes}"),
    checked: "Read; it is good",
    years: "Which year",
    kept: |year| format!("{year}"),
    draft: |year| format!("{year}, draft"),
    changed: |count| match count {
        1 => ("", " line changed this year, because somebody spoke up."),
        _ => ("", " lines changed this year, each because somebody spoke up."),
    },
    changed_some: |bare| ("", format!(" changed this year; {bare} do not say yet who spoke up.")),
    unchanged: |year| format!("Nothing has changed since {year}."),
    lines: |count| match count {
        1 => "1 line".to_owned(),
        _ => format!("{count} lines"),
    },
    none: "Nothing here yet.",
    marks: ["new", "changed", "dropped", "moved on"],
    first: |rank| match rank {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        more => format!("no. {more}"),
    },
    counted: |done, of, unit| format!("{done} / {of} {unit}"),
    bench: |day| format!("bench of {day}"),
    advice: "a piece of advice",
    action: |what| format!("action: {what}"),
    issue: |title| format!("issue: {title}"),
    away: "the source is not on this phone",
    unsaid: "no source yet",
    and: ", ",
    empty: [
        "No plan yet",
        "Sit down and ask one question: in three years, what would we most like to see? What is said comes in here, line by line.",
        "Hold a bench session",
    ],
    no_village: "You belong to no village yet, so there is no blueprint to show.",
    terms: "Teams and hand-over",
};
