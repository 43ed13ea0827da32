//! Who is invited, what they do, and whether they know the day.

/// What the screen says.
#[derive(Debug)]
pub struct Seats {
    /// Its heading.
    pub title: &'static str,
    /// So many seats, of them so many by telephone.
    pub count: fn(usize, usize) -> String,
    /// No seat yet.
    pub none: &'static str,
    /// Over the directory.
    pub directory: &'static str,
    /// Everybody of the directory sits.
    pub all_sit: &'static str,
    /// Asks somebody to sit: before the name.
    pub ask: &'static str,
    /// Over the boxes for somebody who is not in the directory.
    pub typed: &'static str,
    /// The name.
    pub name: &'static str,
    /// As what the person comes.
    pub role: &'static str,
    /// What is said beside the name.
    pub label: &'static str,
    /// The group.
    pub group: &'static str,
    /// The button.
    pub add: &'static str,
    /// What the person does beside sitting there; nothing.
    pub duty: (&'static str, &'static str),
    /// There by telephone.
    pub remote: &'static str,
    /// Opens a seat to mend it: the name.
    pub open: fn(&str) -> String,
    /// Closes it.
    pub done: &'static str,
    /// Moves it forward; back.
    pub order: [&'static str; 2],
    /// Takes it away; the second tap of that.
    pub remove: [&'static str; 2],
    /// How was the person told?
    pub how: &'static str,
    /// Told, how, and when the day that was told is.
    pub told: fn(&str, &str) -> String,
    /// Knows only another day.
    pub told_old: fn(&str) -> String,
    /// Not told.
    pub untold: &'static str,
    /// Is here; is not.
    pub present: [&'static str; 2],
    /// There is no day to tell yet.
    pub no_day: &'static str,
    /// Leads to where it is set.
    pub set_day: &'static str,
    /// The button that opens telling: the name.
    pub tell: fn(&str) -> String,
}

pub(crate) static ZH: Seats = Seats {
    title: "凳子",
    count: |all, far| match far {
        0 => format!("{all} 张凳子"),
        far => format!("{all} 张凳子，其中 {far} 人电话里参加"),
    },
    none: "还没摆凳子。下面名单里点一下就请到。",
    directory: "从名单里请",
    all_sit: "名单里的都请到了。",
    ask: "请",
    typed: "名单里没有的人",
    name: "姓名",
    role: "作为什么来",
    label: "怎么介绍（可不填）",
    group: "哪个组（可不填）",
    add: "摆一张",
    duty: ("还要做什么", "不用"),
    remote: "人不到场，电话里参加",
    open: |name| format!("改 {name} 的凳子"),
    done: "好了",
    order: ["往前挪", "往后挪"],
    remove: ["撤下这张", "真的撤下"],
    how: "怎么告诉的",
    told: |how, day| format!("{how}告诉的：{day}"),
    told_old: |day| format!("只知道旧日子：{day}"),
    untold: "还没告诉",
    present: ["到了", "没到"],
    no_day: "日子和地方定了，才好告诉大家。",
    set_day: "去定日子",
    tell: |name| format!("告诉了 {name}"),
};

pub(crate) static EN: Seats = Seats {
    title: "Seats",
    count: |all, far| {
        let seats = if all == 1 { "1 seat".into() } else { format!("{all} seats") };
        if far == 0 { seats } else { format!("{seats}, {far} by telephone") }
    },
    none: "No seats yet. One tap on a name below invites somebody.",
    directory: "From the directory",
    all_sit: "Everybody of the directory has a seat.",
    ask: "Invite",
    typed: "Somebody who is not in it",
    name: "Name",
    role: "Comes as",
    label: "Introduced as (may be left out)",
    group: "Group (may be left out)",
    add: "Lay a seat",
    duty: ("Does besides", "nothing"),
    remote: "Is not there, but on the telephone",
    open: |name| format!("Mend the seat of {name}"),
    done: "Done",
    order: ["Move forward", "Move back"],
    remove: ["Take it away", "Really take it away"],
    how: "How they were told",
    told: |how, day| format!("Told {how}: {day}"),
    told_old: |day| format!("Knows only the old day: {day}"),
    untold: "Not told yet",
    present: ["here", "not here"],
    no_day: "Day and place come first; then people can be told.",
    set_day: "Set the day",
    tell: |name| format!("{name} was told"),
};
