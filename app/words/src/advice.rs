//! What was advised in a session, and its answers.

mod answering;
mod gate;
mod handover;
mod sources;

use domain::session::Verdict;

pub use self::{
    answering::Answering,
    gate::{Gate, Out},
    handover::{Handover, Item, Job, handover},
    sources::Sources,
};

/// What stands around the answers.
#[derive(Debug)]
pub struct Advice {
    /// The heading.
    pub title: &'static str,
    /// Under it: the day, and how many.
    pub note: fn(Option<&str>, usize) -> String,
    /// There is no such session on this phone; why that may be.
    pub missing: [&'static str; 2],
    /// The reader has no seat, and it is not handed over.
    pub outside: &'static str,
    /// Who answers, to whoever does not: the roles.
    pub who: fn(&[&str]) -> String,
    /// So many wait: what stands before the figure and behind it.
    pub left: fn(usize) -> [&'static str; 2],
    /// None waits.
    pub all_answered: &'static str,
    /// There is none at all; what to do.
    pub none: [&'static str; 2],
    /// So many were adopted, and nobody says what is to come of them.
    pub unfollowed: fn(usize) -> String,
    /// The row of dashes, for those who do not see it: how many of how many.
    pub pips: fn(usize, usize) -> String,
    /// An answer in the shortest word.
    pub short: fn(Verdict) -> &'static str,
    /// Over what was answered.
    pub answered: &'static str,
    /// So many.
    pub pieces: fn(usize) -> String,
    /// The how-manyth of how many.
    pub place: fn(usize, usize) -> String,
    /// Somebody who is not named; what is said beside.
    pub nameless: [&'static str; 2],
    /// Before the reason.
    pub why: &'static str,
    /// Before what is done.
    pub to_action: &'static str,
    /// Before the line of the blueprint, with its section.
    pub to_line: fn(&str) -> String,
    /// Nothing more comes of it.
    pub ends: &'static str,
    /// It was adopted, and nothing says what comes of it.
    pub follows_nothing: &'static str,
    /// Who answered, and when.
    pub by: fn(&str, &str) -> String,
    /// Over the answers that were given before.
    pub earlier: fn(usize) -> String,
    /// So many others say the same.
    pub others: fn(usize) -> String,
    /// Opens what puts it beside another.
    pub same: &'static str,
    /// What that does.
    pub same_hint: &'static str,
    /// Which other.
    pub with: &'static str,
    /// Does it.
    pub group: &'static str,
    /// Takes it out again.
    pub apart: &'static str,
    /// Remarks on the advice.
    pub remarks: &'static str,
    /// Opens the box for one.
    pub remark_do: &'static str,
    /// The box for one.
    pub remark: &'static str,
    /// It is no advice after all.
    pub drop: &'static str,
    /// The answer being written.
    pub answering: &'static Answering,
    /// Where advice comes from.
    pub sources: &'static Sources,
    /// The way on.
    pub gate: &'static Gate,
    /// What goes out.
    pub out: &'static Out,
}

pub(crate) static ZH: Advice = Advice {
    title: "条条有答复",
    note: |day, count| match day {
        Some(day) => format!("{day} 板凳会 · {count} 条建议"),
        None => format!("板凳会 · {count} 条建议"),
    },
    missing: ["这部手机上没有这场板凳会", "可能还在路上，也可能是别村的。有信号时再看看。"],
    outside: "建议先给坐在这场板凳会上的人和村干部看；交办以后，全村都看得到。",
    who: |roles| format!("答复由{}来写，您可以看。", roles.join("、")),
    left: |_| ["还差", "条没有答复"],
    all_answered: "条条都有答复了",
    none: ["还没有建议", "会上说过的话，点一下就列成建议；纸条上、电话里的，也能补进来。"],
    unfollowed: |count| format!("另有 {count} 条采纳了，还没说下一步"),
    pips: |done, all| format!("{all} 条里答复了 {done} 条"),
    short: |verdict| match verdict {
        Verdict::Adopted => "采纳",
        Verdict::Partly => "部分",
        Verdict::Reference => "参考",
        Verdict::Deferred => "暂缓",
        Verdict::Declined => "不采纳",
    },
    answered: "答复过的",
    pieces: |count| format!("{count} 条"),
    place: |at, all| format!("{at} / {all}"),
    nameless: ["一位村民", "不愿署名"],
    why: "为什么：",
    to_action: "办理事项：",
    to_line: |section| format!("写入蓝图 · {section}："),
    ends: "到此为止",
    follows_nothing: "还没说下一步",
    by: |who, when| format!("{who} {when} 答复"),
    earlier: |count| format!("先前的答复（{count} 次）"),
    others: |count| format!("一起说的还有 {count} 位"),
    same: "和另一条说的是一回事",
    same_hint: "各人的话都留着，一个答复管大家。",
    with: "归到哪一条",
    group: "归到一起",
    apart: "拿出来",
    remarks: "点评",
    remark_do: "写一句点评",
    remark: "点评",
    drop: "不是建议，拿掉",
    answering: &answering::ZH,
    sources: &sources::ZH,
    gate: &gate::ZH,
    out: &gate::OUT_ZH,
};

pub(crate) static EN: Advice = Advice {
    title: "Every word gets an answer",
    note: |day, count| {
        let pieces = if count == 1 {
            "1 piece of advice".into()
        } else {
            format!("{count} pieces of advice")
        };
        match day {
            Some(day) => format!("Session of {day} · {pieces}"),
            None => pieces,
        }
    },
    missing: [
        "This session is not on this phone",
        "It may be on its way, or belong to another village. Look again where there is a signal.",
    ],
    outside: "Advice is first for those who sat on this bench and for the village’s cadres; once it is handed over, the whole village reads it.",
    who: |roles| format!("Answers are given by: {}. You can read them.", roles.join(", ")),
    left: |count| ["", if count == 1 { "has no answer yet" } else { "have no answer yet" }],
    all_answered: "Every one has its answer",
    none: [
        "No advice yet",
        "One tap makes advice of something said on the bench; slips of paper and telephone calls can be added, too.",
    ],
    unfollowed: |count| format!("{count} more adopted, without a next step"),
    pips: |done, all| format!("{done} of {all} answered"),
    short: |verdict| match verdict {
        Verdict::Adopted => "adopted",
        Verdict::Partly => "partly",
        Verdict::Reference => "for reference",
        Verdict::Deferred => "deferred",
        Verdict::Declined => "not adopted",
    },
    answered: "Answered",
    pieces: |count| count.to_string(),
    place: |at, all| format!("{at} / {all}"),
    nameless: ["A villager", "not named"],
    why: "Why: ",
    to_action: "To be done: ",
    to_line: |section| format!("Into the blueprint · {section}: "),
    ends: "Nothing more to do",
    follows_nothing: "No next step yet",
    by: |who, when| format!("Answered by {who}, {when}"),
    earlier: |count| format!("Earlier answers ({count})"),
    others: |count| format!("{count} more say the same"),
    same: "It says what another says",
    same_hint: "Each keeps its words; one answer is for all.",
    with: "Beside which",
    group: "Put together",
    apart: "Take out",
    remarks: "Remarks",
    remark_do: "Write a remark",
    remark: "Remark",
    drop: "Not advice; take it off",
    answering: &answering::EN,
    sources: &sources::EN,
    gate: &gate::EN,
    out: &gate::OUT_EN,
};
