//! The invitation: a text for a chat, and what stands in a calendar.

/// What the invitation says. The text itself goes to the village, and is Chinese in every language.
#[derive(Debug)]
pub struct Invite {
    /// The section's heading.
    pub title: &'static str,
    /// The calendar's button.
    pub calendar: &'static str,
    /// It was made; the browser did not let us.
    pub made: [&'static str; 2],
    /// There is no day yet.
    pub no_day: &'static str,
    /// The first line: topic.
    pub call: fn(&str) -> String,
    /// The day, the place, who hosts, how long.
    pub lines: [fn(&str) -> String; 4],
    /// What is talked through.
    pub about: fn(usize, &str) -> String,
    /// What to bring.
    pub bring: &'static str,
    /// So many minutes.
    pub minutes: fn(u32) -> String,
}

const TEXT: Invite = Invite {
    title: "请帖",
    calendar: "存进日历",
    made: ["日历文件做好了，点开就能存进手机日历", "这里下载不了，请用手机自带的浏览器打开再试"],
    no_day: "日子定了，请帖就好了。",
    call: |topic| format!("请您来坐板凳会：{topic}"),
    lines: [
        |day| format!("时间：{day}"),
        |place| format!("地点：{place}"),
        |host| format!("主持：{host}"),
        |long| format!("大约：{long}"),
    ],
    about: |n, question| format!("{n}. {question}"),
    bring: "带一张板凳，带一句实在话。来不了的，可以先托人带话。",
    minutes: |n| format!("{n} 分钟"),
};

pub(crate) static ZH: Invite = TEXT;

pub(crate) static EN: Invite = Invite {
    title: "Invitation",
    calendar: "Into the calendar",
    made: [
        "The calendar file is made; open it to keep the day",
        "Nothing can be downloaded here; open this in the phone’s own browser",
    ],
    no_day: "Once there is a day, the invitation is here.",
    ..TEXT
};
