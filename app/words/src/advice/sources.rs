//! Where advice comes from.

/// What is said where advice is taken down.
#[derive(Debug)]
pub struct Sources {
    /// The heading.
    pub title: &'static str,
    /// What was said and is no advice yet: so many.
    pub said: fn(usize) -> String,
    /// Nothing is left of it.
    pub said_none: &'static str,
    /// Answers of experts that are no advice yet: so many.
    pub briefs: fn(usize) -> String,
    /// Opens the form for all else.
    pub other: &'static str,
    /// Makes it advice.
    pub take: &'static str,
    /// It is one now.
    pub taken: &'static str,
    /// Which issue.
    pub about: &'static str,
    /// None in particular.
    pub whole: &'static str,
    /// The box for the words.
    pub words: &'static str,
    /// Nothing is written there.
    pub words_missing: &'static str,
    /// Whose they are.
    pub who: &'static str,
    /// Nobody is named.
    pub who_missing: &'static str,
    /// The person does not want to be named.
    pub shy: &'static str,
    /// What the person is.
    pub role: &'static str,
    /// Which group.
    pub group: &'static str,
    /// Nothing is said of that.
    pub unsaid: &'static str,
    /// By which way it came.
    pub via: &'static str,
    /// What comes after the hand-over lies with the village.
    pub late: &'static str,
    /// The session has no issue.
    pub late_no_issue: &'static str,
    /// No issue was chosen.
    pub issue_missing: &'static str,
}

pub(super) static ZH: Sources = Sources {
    title: "建议从哪来",
    said: |count| match count {
        0 => "会上说的，都列了".to_owned(),
        count => format!("会上说的，还有 {count} 句没列"),
    },
    said_none: "会上说的话，能列的都列了。",
    briefs: |count| format!("专家书面答的，还有 {count} 条没列"),
    other: "纸条、电话、公开页上来的",
    take: "列为建议",
    taken: "列好了，排在最后一条",
    about: "关于哪件事",
    whole: "整场会，不单说哪一件",
    words: "建议什么",
    words_missing: "写一句建议",
    who: "谁提的",
    who_missing: "写谁提的；不愿署名，就勾下面",
    shy: "不愿署名",
    role: "身份",
    group: "哪个组",
    unsaid: "不写",
    via: "怎么来的",
    late: "已经交办了。新来的建议直接放在村里，写明关于哪件事，一样要答复。",
    late_no_issue: "这场会没有挂议题，交办以后不能再列建议。请到议题里提一件。",
    issue_missing: "选一件事",
};

pub(super) static EN: Sources = Sources {
    title: "Where advice comes from",
    said: |count| match count {
        0 => "Said on the bench: all taken".to_owned(),
        count => format!("Said on the bench, not taken yet: {count}"),
    },
    said_none: "All that was said and could be advice is taken.",
    briefs: |count| format!("Written by experts, not taken yet: {count}"),
    other: "By paper, telephone or the public page",
    take: "Take as advice",
    taken: "Taken; it is the last one",
    about: "About which issue",
    whole: "The session as a whole",
    words: "The advice",
    words_missing: "Write the advice down",
    who: "Whose it is",
    who_missing: "Write whose it is, or tick that the person is not named",
    shy: "Does not want to be named",
    role: "What the person is",
    group: "Group",
    unsaid: "Not said",
    via: "How it came",
    late: "It is handed over. New advice lies with the village and names its issue; it gets an answer all the same.",
    late_no_issue: "This session has no issue, so nothing can be advised after the hand-over. Raise an issue instead.",
    issue_missing: "Choose an issue",
};
