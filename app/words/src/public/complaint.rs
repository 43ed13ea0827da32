//! The page for complaints and suggestions about this tool.

/// What the page says.
#[derive(Debug)]
pub struct Complaint {
    /// What the page is called.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Where matters of the village go: what stands before the link, and in it.
    pub village: [&'static str; 2],
    /// Above the two sorts.
    pub sort: &'static str,
    /// 投诉
    pub complaint: &'static str,
    /// 建议
    pub suggestion: &'static str,
    /// Above the districts.
    pub district: &'static str,
    /// Above the box.
    pub words: &'static str,
    /// Below it.
    pub hint: &'static str,
    /// Below the name.
    pub name_hint: &'static str,
    /// Whether all may read it.
    pub listed: &'static str,
    /// The button.
    pub send: &'static str,
    /// What comes of it.
    pub means: &'static str,
    /// What comes next.
    pub next: &'static str,
    /// To write another.
    pub another: &'static str,
    /// No sort was chosen.
    pub choose: &'static str,
    /// Nothing was written.
    pub empty: &'static str,
    /// Too many wait for a look.
    pub full: &'static str,
    /// Nobody is there to read it.
    pub nobody: &'static str,
    /// Above what was answered.
    pub answered: &'static str,
    /// Nothing was.
    pub none: &'static str,
    /// Before an answer.
    pub answer: fn(&str) -> String,
}

pub(crate) static ZH: Complaint = Complaint {
    title: "投诉和建议",
    about: "板凳会这个工具哪里不好用、哪里做得不对，写在这里，由区政协办答复。",
    village: ["村里的事不写在这里，请到", "提一件事"],
    sort: "是什么",
    complaint: "投诉",
    suggestion: "建议",
    district: "哪个区",
    words: "想说什么",
    hint: "写清是哪一页、哪一步，最多两千字。",
    name_hint: "只给政协办看，公开时不写。",
    listed: "答复以后，问和答可以给大家看（不写名字）",
    send: "发给政协办",
    means: "不用登录，不记手机号。发出后给您一个单号，凭它看答复。",
    next: "接下来：政协办看过以后答复，答复写在单号下面。",
    another: "再写一封",
    choose: "先选一个：投诉，还是建议。",
    empty: "先写一句想说什么。",
    full: "等着看的信太多了，过几天再来。您写的都在，可以先抄下来。",
    nobody: "这里还没有设政协办，信送不出去。您写的都在，可以先抄下来。",
    answered: "答复过的",
    none: "还没有公开的答复。",
    answer: |day| format!("{day} 政协办答复"),
};

pub(crate) static EN: Complaint = Complaint {
    title: "Complaints and suggestions",
    about: "What is wrong with this tool, or what would make it better: write it here, and the district’s office answers.",
    village: ["Matters of the village do not go here: ", "raise an issue"],
    sort: "What it is",
    complaint: "Complaint",
    suggestion: "Suggestion",
    district: "Which district",
    words: "What you want to say",
    hint: "Say which page and which step; 2,000 characters at most.",
    name_hint: "Only the office sees it; in public it is left out.",
    listed: "Once answered, everybody may read question and answer (without the name)",
    send: "Send it to the office",
    means: "No signing in, no telephone number. You are given a number to ask for the answer with.",
    next: "Next: the office reads it and answers; the answer stands under your number.",
    another: "Write another",
    choose: "Choose one first: a complaint, or a suggestion.",
    empty: "Say first what you want to say.",
    full: "Too many letters wait; come back in a few days. All you wrote is here; you may copy it.",
    nobody: "There is no office here yet to send it to. All you wrote is here; you may copy it.",
    answered: "Answered",
    none: "There are no public answers yet.",
    answer: |day| format!("The office, on {day}"),
};
