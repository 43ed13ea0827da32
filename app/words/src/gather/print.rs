//! What is printed: roll, speaking slips, the one page.

/// What stands on the sheets and around them.
#[derive(Debug)]
pub struct Print {
    /// The screen's heading.
    pub title: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Inside chat apps nothing prints.
    pub how: &'static str,
    /// Which sheets?
    pub which: &'static str,
    /// The roll, the slips, the one page.
    pub sheets: [&'static str; 3],
    /// The columns of the roll: number, name, as what, signature.
    pub columns: [&'static str; 4],
    /// Under the roll: for those who come without being asked.
    pub blank_rows: &'static str,
    /// A slip's lines: I am, of group, what I want to say, may be named.
    pub slip: [&'static str; 4],
    /// At the foot of a slip.
    pub slip_foot: &'static str,
    /// The day and the place.
    pub when: fn(&str, &str) -> String,
}

pub(crate) static ZH: Print = Print {
    title: "打印",
    print: "打印",
    how: "打不出来？在手机自带的浏览器里打开，或者截图发给有打印机的人。",
    which: "印哪几样",
    sheets: ["签到表", "发言条", "一页纸"],
    columns: ["号", "姓名", "身份", "签名"],
    blank_rows: "没请到也来了的，写在下面",
    slip: ["我是", "哪个组", "我想说", "公示时写我的名字：□ 可以　□ 不要"],
    slip_foot: "一张条说一件事。交给记录员，会上念，说完有回音。",
    when: |day, place| format!("{day}　{place}"),
};

pub(crate) static EN: Print = Print {
    title: "Print",
    print: "Print",
    how: "Nothing comes out? Open this in the phone’s own browser, or send a picture of it to somebody with a printer.",
    which: "Which sheets",
    sheets: ["Roll", "Speaking slips", "The one page"],
    columns: ["No.", "Name", "As", "Signature"],
    blank_rows: "Those who come without being asked write here",
    slip: ["I am", "Group", "I want to say", "Name me in public: □ yes  □ no"],
    slip_foot: "One matter a slip. Give it to the recorder; it is read out and will be answered.",
    when: |day, place| format!("{day}, {place}"),
};
