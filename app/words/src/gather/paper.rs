//! The one page that everybody reads before: background, facts, voices, and one question to an expert.

/// What the screen says.
#[derive(Debug)]
pub struct Paper {
    /// Its heading, and the line under it.
    pub title: (&'static str, &'static str),
    /// The background: heading, and what to write.
    pub background: (&'static str, &'static str),
    /// Opens a text for writing.
    pub write: &'static str,
    /// Nothing is written.
    pub blank: &'static str,
    /// Two people wrote in one place.
    pub check: &'static str,
    /// It was read through and is good.
    pub checked: &'static str,
    /// Facts about the village: heading, and what they are for.
    pub facts: (&'static str, &'static str),
    /// Which fact; what it is; of when; where it was read.
    pub fact: [&'static str; 4],
    /// Adds one.
    pub fact_add: &'static str,
    /// Of when, as it stands beside the value.
    pub fact_of: fn(&str) -> String,
    /// Its source, as it stands beside the value.
    pub fact_source: fn(&str) -> String,
    /// What the issues say.
    pub issues: &'static str,
    /// Voices and notes: heading.
    pub voices: &'static str,
    /// There are none.
    pub no_voices: &'static str,
    /// The box for a note, and its button.
    pub note: (&'static str, &'static str),
    /// The label of an expert.
    pub expert: &'static str,
    /// The label of a note of research.
    pub research: &'static str,
    /// An answer that came by a link or the telephone.
    pub answer: fn(&str) -> String,
    /// One question to an expert: heading, and what it is.
    pub brief: (&'static str, &'static str),
    /// Nobody sits by telephone yet.
    pub nobody: &'static str,
    /// Who is asked?
    pub whom: &'static str,
    /// The question.
    pub question: &'static str,
    /// Asks it.
    pub ask: &'static str,
    /// The link is here, and only here.
    pub link: &'static str,
    /// The link was made on another phone.
    pub link_away: &'static str,
    /// It was answered; the answer is among the voices.
    pub answered: &'static str,
    /// No answer yet.
    pub waits: &'static str,
    /// Takes an answer down that was read over the telephone.
    pub by_phone: &'static str,
    /// The answer.
    pub reply: &'static str,
    /// The expert may be named in public.
    pub named: &'static str,
    /// This browser has no dice good enough for a secret.
    pub no_secret: &'static str,
    /// The text that goes with the link: whom, topic, link.
    pub message: fn(&str, &str, &str) -> String,
}

pub(crate) static ZH: Paper = Paper {
    title: ("一页纸", "开会前大家都看这一页"),
    background: ("背景", "什么事，难在哪里，已经做过什么。一页纸写得下就好。"),
    write: "写",
    blank: "还没写",
    check: "两个人写到了一处，请读一遍：",
    checked: "读过了，就这样",
    facts: ("村情", "收入、户数、田亩，写清哪年的、哪里来的。"),
    fact: ["哪一项", "多少", "什么时候的", "哪里来的"],
    fact_add: "加一条村情",
    fact_of: |of| format!("{of}的数"),
    fact_source: |source| format!("来自{source}"),
    issues: "议题怎么说",
    voices: "大家的话",
    no_voices: "还没有人留话。",
    note: ("调研时看到、听到的", "记下"),
    expert: "专家",
    research: "调研",
    answer: |question| format!("问：{question}"),
    brief: ("请专家答一个问题", "人来不了也能帮上忙：只问一个，一页纸，几分钟。"),
    nobody: "先在“凳子”里请一位电话里参加的人。",
    whom: "问谁",
    question: "只问一个问题",
    ask: "开一条链接",
    link: "链接只在这部手机上，请发给本人。谁拿到都能答，别发到群里。",
    link_away: "链接在开它的那部手机上。",
    answered: "答了，在“大家的话”里",
    waits: "还没答",
    by_phone: "电话里答了，替他记下",
    reply: "怎么答的",
    named: "公示时可以写名字",
    no_secret: "这个浏览器开不了链接，换一个浏览器试试。",
    message: |whom, topic, link| {
        format!("{whom}您好，我们要坐下来谈“{topic}”，想请您答一个问题，几分钟就好：\n{link}")
    },
};

pub(crate) static EN: Paper = Paper {
    title: ("The one page", "Everybody reads it before the session"),
    background: ("Background", "What it is about, what is hard, what was tried. One page will do."),
    write: "Write",
    blank: "Nothing written yet",
    check: "Two people wrote in one place; please read it through:",
    checked: "Read; it is good",
    facts: (
        "Facts about the village",
        "Income, households, fields: of which year, and from where.",
    ),
    fact: ["Which", "How much", "Of when", "From where"],
    fact_add: "Add a fact",
    fact_of: |of| format!("of {of}"),
    fact_source: |source| format!("from {source}"),
    issues: "What the issues say",
    voices: "Voices",
    no_voices: "Nobody has left a word yet.",
    note: ("What you saw and heard", "Note it"),
    expert: "expert",
    research: "research",
    answer: |question| format!("Asked: {question}"),
    brief: (
        "One question to an expert",
        "Whoever cannot come can still help: one question, one page, a few minutes.",
    ),
    nobody: "First give somebody a seat by telephone under “Seats”.",
    whom: "Whom",
    question: "One question",
    ask: "Make a link",
    link: "The link is on this phone only; send it to that person. Whoever has it can answer: not for the group chat.",
    link_away: "The link is on the phone that made it.",
    answered: "answered; see “Voices”",
    waits: "no answer yet",
    by_phone: "Answered by telephone: take it down",
    reply: "The answer",
    named: "The public edition may name them",
    no_secret: "This browser cannot make a link; please try another.",
    message: |whom, topic, link| {
        format!("{whom}您好，我们要坐下来谈“{topic}”，想请您答一个问题，几分钟就好：\n{link}")
    },
};
