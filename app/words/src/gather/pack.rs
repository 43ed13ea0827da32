//! What must be on the phone before the evening: without a signal nothing can be fetched any more.

/// What the check says.
#[derive(Debug)]
pub struct Pack {
    /// Its heading.
    pub title: &'static str,
    /// Looks again.
    pub look: &'static str,
    /// It is being looked at.
    pub looking: &'static str,
    /// Seats: so many are here.
    pub seats: fn(usize) -> String,
    /// The one page is here; it is not written yet.
    pub paper: [&'static str; 2],
    /// Issues: so many of so many are here.
    pub issues: fn(usize, usize) -> String,
    /// The program is here in full; a part is missing.
    pub program: [&'static str; 2],
    /// It opens without a signal; it does not in this browser.
    pub opens: [&'static str; 2],
    /// The browser keeps what is stored; it may throw it away.
    pub kept: [&'static str; 2],
    /// Asks the browser to keep it.
    pub keep: &'static str,
    /// Pictures: so many of so many are here.
    pub pictures: fn(usize, usize) -> String,
    /// All is on this phone since a moment.
    pub all: fn(&str) -> String,
    /// Something is missing, and it goes on all the same.
    pub some: &'static str,
    /// Was never looked at on this phone.
    pub never: &'static str,
    /// Goes to ready all the same.
    pub anyway: &'static str,
}

pub(crate) static ZH: Pack = Pack {
    title: "离线包",
    look: "看看齐不齐",
    looking: "正在看……",
    seats: |n| format!("{n} 张凳子"),
    paper: ["一页纸在", "一页纸还没写，不写也能开"],
    issues: |here, all| {
        if here == all {
            format!("议题 {all} 件都在")
        } else {
            format!("议题 {all} 件，这里只有 {here} 件")
        }
    },
    program: ["开会、纪要、核对的程序都在", "程序还缺一块，到有信号的地方再看一次"],
    opens: ["没信号也打得开", "这个浏览器断网就打不开，请换手机自带的浏览器，或添加到主屏幕"],
    kept: ["手机答应不清掉", "手机快满时可能清掉"],
    keep: "请手机别清掉",
    pictures: |here, all| {
        if here == all {
            format!("照片 {all} 张都在")
        } else {
            format!("照片 {all} 张，这里只有 {here} 张，到有信号的地方再看一次")
        }
    },
    all: |when| format!("离线包在这部手机上 · {when}"),
    some: "还缺几样，照样能开会；能补的先补上。",
    never: "还没在这部手机上看过。",
    anyway: "备好了",
};

pub(crate) static EN: Pack = Pack {
    title: "The pack for no signal",
    look: "See whether all is here",
    looking: "Looking…",
    seats: |n| if n == 1 { "1 seat".into() } else { format!("{n} seats") },
    paper: ["the one page is here", "the one page is not written; it goes without"],
    issues: |here, all| {
        if here == all {
            format!("all {all} issues are here")
        } else {
            format!("{here} of {all} issues are here")
        }
    },
    program: [
        "the program for bench, minutes and read-back is here",
        "a part of the program is missing; look again where there is a signal",
    ],
    opens: [
        "it opens without a signal",
        "this browser does not open it without a signal; use the phone’s own, or add it to the home screen",
    ],
    kept: ["the phone promises to keep it", "the phone may throw it away when it is full"],
    keep: "Ask the phone to keep it",
    pictures: |here, all| {
        if here == all {
            format!("all {all} pictures are here")
        } else {
            format!("{here} of {all} pictures are here; look again where there is a signal")
        }
    },
    all: |when| format!("The pack is on this phone · {when}"),
    some: "Something is missing. You can sit down all the same; mend what you can.",
    never: "Not looked at on this phone yet.",
    anyway: "All is ready",
};
