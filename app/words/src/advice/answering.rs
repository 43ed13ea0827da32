//! An answer being written, and what comes of it.

use domain::session::Verdict;

/// What the form says.
#[derive(Debug)]
pub struct Answering {
    /// Over the five answers.
    pub how: &'static str,
    /// Over the reason, by the answer.
    pub why: fn(Option<Verdict>) -> &'static str,
    /// A reason is wanted.
    pub needs_why: fn(Option<Verdict>) -> &'static str,
    /// No answer was chosen.
    pub pick_how: &'static str,
    /// Over what comes of it.
    pub next: &'static str,
    /// Something is done.
    pub action: &'static str,
    /// The blueprint says it.
    pub line: &'static str,
    /// Nothing more.
    pub ends: &'static str,
    /// None of these was chosen.
    pub pick_next: &'static str,
    /// What is done.
    pub what: &'static str,
    /// Who does it.
    pub owner: &'static str,
    /// Nobody need be named.
    pub owner_hint: &'static str,
    /// The reader does.
    pub mine: &'static str,
    /// By when.
    pub due: &'static str,
    /// How one can tell.
    pub criterion: &'static str,
    /// What such a sentence is.
    pub criterion_hint: &'static str,
    /// Opens the rest, which nobody need fill in.
    pub more: &'static str,
    /// Who helps.
    pub partners: &'static str,
    /// Where the money comes from.
    pub money: &'static str,
    /// Which of the five.
    pub section: &'static str,
    /// The sentence.
    pub words: &'static str,
    /// What is already being done, or written, because of it.
    pub stands: &'static str,
    /// Saves it.
    pub save: &'static str,
    /// Opens a new answer.
    pub again: &'static str,
    /// It is saved; so many are left.
    pub saved: fn(usize) -> String,
}

pub(super) static ZH: Answering = Answering {
    how: "怎么答复",
    why: |verdict| match verdict {
        None | Some(Verdict::Adopted) => "想说的话（可不填）",
        Some(Verdict::Partly) => "采纳哪些，哪些先不采纳，为什么",
        Some(Verdict::Reference) => "为什么留作参考",
        Some(Verdict::Deferred) => "为什么暂缓，等到什么时候",
        Some(Verdict::Declined) => "为什么不采纳",
    },
    needs_why: |verdict| match verdict {
        Some(Verdict::Partly) => "没采纳的那部分，要写明理由",
        Some(Verdict::Reference) => "留作参考，要写明理由",
        Some(Verdict::Deferred) => "暂缓，要写明理由",
        None | Some(Verdict::Adopted | Verdict::Declined) => "不采纳，要写明理由",
    },
    pick_how: "先点一个答复",
    next: "下一步",
    action: "办理事项",
    line: "写入蓝图",
    ends: "到此为止",
    pick_next: "采纳了，就点一个下一步",
    what: "办什么",
    owner: "谁来办",
    owner_hint: "空着，就等人来认领",
    mine: "我来办",
    due: "哪天前办好",
    criterion: "怎样算办成",
    criterion_hint: "一句能核的话，比如“三处错车道能会两辆车”",
    more: "协办、经费（可不填）",
    partners: "谁来协办",
    money: "钱从哪来",
    section: "放在哪一类",
    words: "写成一句话",
    stands: "已经立了，照旧",
    save: "答复好了",
    again: "改答复",
    saved: |left| match left {
        0 => "答复好了".to_owned(),
        left => format!("答复好了，还差 {left} 条"),
    },
};

pub(super) static EN: Answering = Answering {
    how: "The answer",
    why: |verdict| match verdict {
        None | Some(Verdict::Adopted) => "Anything to add (not needed)",
        Some(Verdict::Partly) => "What is adopted, what is not, and why",
        Some(Verdict::Reference) => "Why it is kept for reference",
        Some(Verdict::Deferred) => "Why it is deferred, and until when",
        Some(Verdict::Declined) => "Why it is not adopted",
    },
    needs_why: |verdict| match verdict {
        Some(Verdict::Partly) => "Give a reason for the part that is not adopted",
        Some(Verdict::Reference) => "Give a reason for keeping it for reference",
        Some(Verdict::Deferred) => "Give a reason for deferring it",
        None | Some(Verdict::Adopted | Verdict::Declined) => "Give a reason for not adopting it",
    },
    pick_how: "Choose an answer first",
    next: "What comes of it",
    action: "To be done",
    line: "Into the blueprint",
    ends: "Nothing more",
    pick_next: "It is adopted: choose what comes of it",
    what: "What is to be done",
    owner: "Who does it",
    owner_hint: "Leave it empty, and somebody will claim it",
    mine: "I do",
    due: "By when",
    criterion: "How one can tell it is done",
    criterion_hint: "One sentence that can be checked, such as “two cars can pass at three places”",
    more: "Partners and money (not needed)",
    partners: "Who helps",
    money: "Where the money comes from",
    section: "In which section",
    words: "In one sentence",
    stands: "It is there already and stays",
    save: "Save the answer",
    again: "Answer anew",
    saved: |left| match left {
        0 => "Saved.".to_owned(),
        left => format!("Saved. {left} left."),
    },
};
