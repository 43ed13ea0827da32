//! The feed for calendars.

/// What is said of the links.
#[derive(Debug)]
pub struct Feed {
    /// Heading.
    pub title: &'static str,
    /// What it is, and what is in it.
    pub means: &'static str,
    /// Of which place.
    pub place: &'static str,
    /// Makes a link.
    pub make: &'static str,
    /// It is shown once: keep it now.
    pub once: &'static str,
    /// The box with the link.
    pub link: &'static str,
    /// The links that are open.
    pub open: &'static str,
    /// There is none.
    pub none: &'static str,
    /// Whose link, made when.
    pub made: fn(&str, &str) -> String,
    /// For the whole district.
    pub whole: &'static str,
    /// Takes it back: the button, the question, yes.
    pub revoke: [&'static str; 3],
    /// It was taken back: which.
    pub revoked: fn(&str) -> String,
    /// That it needs a signal.
    pub online: &'static str,
    /// What a calendar calls it, by the place.
    pub called: fn(&str) -> String,
    /// What is said with each session, by the village.
    pub says: fn(&str) -> String,
}

pub(super) static ZH: Feed = Feed {
    title: "放进手机日历",
    means: "有了这条链接，手机或电脑的日历会自己跟着变：哪天、在哪、谈什么，改期和取消也跟着改。里面只有村里公告上写的，没有人名。谁有链接谁就看得到，不用了就收回。",
    place: "哪里的",
    make: "做一条日历链接",
    once: "链接只显示这一次，请现在复制，贴到日历的“订阅”里。",
    link: "日历链接",
    open: "还开着的链接",
    none: "还没有。",
    made: |who, day| format!("{who} · {day} 做的"),
    whole: "全区",
    revoke: ["收回", "收回以后，用这条链接的日历就不再更新。", "收回这条链接"],
    revoked: |which| format!("收回了：{which}。"),
    online: "做链接要有信号。",
    called: |place| format!("{place} · 板凳会"),
    says: |village| format!("{village} · 板凳会"),
};

pub(super) static EN: Feed = Feed {
    title: "In a calendar",
    means: "With this link a calendar follows by itself: which day, where and what about; what is moved or called off changes there, too. It has what the village’s own notice says and no names. Whoever has the link can read it; take it back when it is not needed any more.",
    place: "Of which place",
    make: "Make a calendar link",
    once: "The link is shown this once. Copy it now and paste it where your calendar says “subscribe”.",
    link: "Calendar link",
    open: "Links that are open",
    none: "None yet.",
    made: |who, day| format!("{who} · made on {day}"),
    whole: "The whole district",
    revoke: [
        "Take back",
        "Calendars that use this link will not be told any more.",
        "Take this link back",
    ],
    revoked: |which| format!("Taken back: {which}."),
    online: "A link can only be made with a signal.",
    called: |place| format!("{place} · sessions"),
    says: |village| format!("{village} · session"),
};
