//! 议程与规则: the agenda that a mode begins with, the rules that are read out, and the drawers, as a district has them.

use crate::{Lang, Words};

/// What the page says.
#[derive(Debug)]
pub struct Keeping {
    /// The agenda: its heading, and what it means for sessions.
    pub agenda: [&'static str; 2],
    /// Which of the two modes is looked at.
    pub mode: &'static str,
    /// The short names of the modes A and B.
    pub modes: [&'static str; 2],
    /// Opens the box for one more part.
    pub add: &'static str,
    /// The rules: the heading, what is done with them, the box, how it is filled in.
    pub rules: [&'static str; 4],
    /// The drawers: the heading, what it means, that they are fixed.
    pub drawers: [&'static str; 3],
    /// The words that give a drawer away: opens them, with how many there are.
    pub hints: fn(usize) -> String,
    /// The box for them, of a drawer.
    pub words: fn(&str) -> String,
    /// How it is filled in.
    pub words_hint: &'static str,
    /// Moves a drawer forward.
    pub up: fn(&str) -> String,
    /// Moves it back.
    pub down: fn(&str) -> String,
    /// None would be left.
    pub none_left: &'static str,
    /// Stores a card; throws away what was changed in it; goes back to the product's own.
    pub save: [&'static str; 3],
    /// As the product has it; changed and not stored yet; stored.
    pub state: [&'static str; 3],
    /// Behind the name of whoever wrote it: when.
    pub by: fn(&str) -> String,
    /// The district's own record is not on this phone yet.
    pub missing: &'static str,
}

const ZH: Keeping = Keeping {
    agenda: ["议程", "新排的会从这里开头；已经排好的会不动。"],
    mode: "哪种搭台",
    modes: ["政协搭台", "基层搭台"],
    add: "加一项",
    rules: [
        "规则",
        "开场念给大家听，也写在请帖和一页纸上。",
        "念的规则",
        "一行一条，最多 9 条，一条最多 40 个字。",
    ],
    drawers: [
        "类别",
        "村里提议题时按这个次序选。",
        "十二类不增不减，年年的数才比得上；先放一边的，分进去过的还在，也找得到。",
    ],
    hints: |n| if n == 0 { "教它认话".into() } else { format!("教了 {n} 个词") },
    words: |drawer| format!("听到什么话就猜{drawer}"),
    words_hint: "词和词之间用顿号隔开，最多 20 个。",
    up: |drawer| format!("{drawer}往前"),
    down: |drawer| format!("{drawer}往后"),
    none_left: "至少留一类让人选。",
    save: ["存下", "不改了", "回到板凳会自带的"],
    state: ["现在是板凳会自带的", "改了，还没存", "存下了"],
    by: |when| format!(" {when} 改的"),
    missing: "区里的资料还没到这台设备上，连上网再来。",
};

const EN: Keeping = Keeping {
    agenda: [
        "Agenda",
        "New sessions begin with it; those that are planned already stay as they are.",
    ],
    mode: "Who prepares the bench",
    modes: ["The conference hosts", "The village hosts"],
    add: "One more part",
    rules: [
        "Rules",
        "Read out at the opening, and written on the invitation and the one page.",
        "The rules, as they are read out",
        "One a line, 9 at most, each of 40 characters at most.",
    ],
    drawers: [
        "Categories",
        "Whoever raises an issue is offered them in this order.",
        "The twelve stay as they are, so that figures of different years compare; what was sorted into one that is set aside is still there and can be found.",
    ],
    hints: |n| match n {
        0 => "Teach it words".into(),
        1 => "1 word taught".into(),
        n => format!("{n} words taught"),
    },
    words: |drawer| format!("Words that mean {drawer}"),
    words_hint: "With a comma between words, 20 at most.",
    up: |drawer| format!("{drawer}: move forward"),
    down: |drawer| format!("{drawer}: move back"),
    none_left: "At least one must be on offer.",
    save: ["Save", "Leave it as it was", "Back to the standard"],
    state: ["As Bandeng has it", "Changed, not saved yet", "Saved"],
    by: |when| format!(" changed it on {when}"),
    missing: "The district’s own entry is not on this device yet; come back with a connection.",
};

impl Words {
    /// What a district keeps its own way.
    #[must_use]
    pub fn keeping(&self) -> &'static Keeping {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
