//! The list of sessions.

/// What the list says.
#[derive(Debug)]
pub struct List {
    /// Its heading.
    pub title: &'static str,
    /// Plans a session.
    pub plan: &'static str,
    /// Coming up, going on, waiting for minutes or read-back, sealed, put off.
    pub lanes: [&'static str; 5],
    /// No day yet.
    pub no_day: &'static str,
    /// No place yet.
    pub no_place: &'static str,
    /// So many issues.
    pub issues: fn(usize) -> String,
    /// There is none: heading, and what to do.
    pub empty: (&'static str, &'static str),
    /// The village has not come to this phone yet: heading, and why.
    pub away: (&'static str, &'static str),
}

pub(crate) static ZH: List = List {
    title: "协商",
    plan: "定一场板凳会",
    lanes: ["快要开的", "正在开", "等纪要、等核对", "定稿了", "延期和取消的"],
    no_day: "日子还没定",
    no_place: "地方还没定",
    issues: |n| format!("谈 {n} 件事"),
    empty: ("还没约过板凳会", "有题目审定了，就能约大家坐下来。板凳、茶水、一部手机，够了。"),
    away: ("村里的事还没搬到这部手机", "到有信号的地方打开一次，以后没信号也能看。"),
};

pub(crate) static EN: List = List {
    title: "Sessions",
    plan: "Plan a session",
    lanes: ["Coming up", "Going on", "Waiting for minutes or read-back", "Sealed", "Put off"],
    no_day: "No day yet",
    no_place: "No place yet",
    issues: |n| if n == 1 { "1 issue".into() } else { format!("{n} issues") },
    empty: (
        "No session has been planned yet",
        "Once a question is approved, people can be asked to sit down. Benches, tea and one phone will do.",
    ),
    away: (
        "The village has not come to this phone yet",
        "Open this once where there is a signal; after that it works without one.",
    ),
};
