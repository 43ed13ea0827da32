//! Rating what was done, and what was said in it.

/// What rating says.
#[derive(Debug)]
pub struct Rate {
    /// How was it done?
    pub ask: &'static str,
    /// The doer does not rate.
    pub not_doer: &'static str,
    /// What follows from not being satisfied.
    pub again: &'static str,
    /// Whether the person was heard.
    pub heard: &'static str,
    /// Yes and no.
    pub yes_no: [&'static str; 2],
    /// A word with it.
    pub words: &'static str,
    /// What is wrong: needed where somebody is not satisfied.
    pub wrong: &'static str,
    /// Keeps it.
    pub save: &'static str,
    /// The reader has said this before.
    pub yours: fn(&str) -> String,
    /// Rates anew.
    pub anew: &'static str,
    /// The heading over all ratings.
    pub title: &'static str,
    /// Nobody has rated it.
    pub none: &'static str,
    /// So many have, and so many are not satisfied.
    pub count: fn(usize, usize) -> String,
    /// So many say that they were heard.
    pub heard_count: fn(usize) -> String,
    /// In front of the count on a card.
    pub village: &'static str,
    /// The ratings of an earlier doing, by its number from 1.
    pub earlier: fn(u32) -> String,
    /// Writes down what somebody else says.
    pub other: &'static str,
    /// Who says it.
    pub whose: &'static str,
    /// By which way it came.
    pub how: &'static str,
    /// A link for one person without an account.
    pub ballot: &'static str,
    /// What it is for.
    pub ballot_hint: &'static str,
    /// For whom.
    pub ballot_name: &'static str,
    /// Makes it.
    pub ballot_make: &'static str,
    /// The text to paste: for whom, which action, the link.
    pub ballot_text: fn(&str, &str, &str) -> String,
    /// It lies on this phone only.
    pub ballot_here: &'static str,
    /// It was made on another phone.
    pub ballot_away: &'static str,
    /// That person has rated.
    pub ballot_used: &'static str,
    /// This browser has no good dice, or keeps nothing.
    pub no_secret: &'static str,
    /// The square code, for those who do not see it.
    pub square: fn(&str) -> String,
}

pub(super) static ZH: Rate = Rate {
    ask: "这件事办得怎么样？",
    not_doer: "办的人不能评",
    again: "选“不满意”就回去重办，请说一句哪里不行。",
    heard: "让我说上话了吗？",
    yes_no: ["说上了", "没说上"],
    words: "还想说一句（可不写）",
    wrong: "哪里不行",
    save: "就这样评",
    yours: |result| format!("您评过：{result}"),
    anew: "改一改",
    title: "村民评价",
    none: "还没有人评过。",
    count: |all, not| {
        if not == 0 { format!("{all} 人评") } else { format!("{all} 人评，不满意 {not}") }
    },
    heard_count: |n| format!("{n} 人说“说上话了”"),
    village: "村民评价",
    earlier: |n| format!("第 {n} 次办完后的评价"),
    other: "替别人记一个评价",
    whose: "是谁评的",
    how: "怎么评的",
    ballot: "给没有账号的人一个链接",
    ballot_hint: "一个链接给一个人，打开就能评，不用登录。",
    ballot_name: "给谁",
    ballot_make: "做一个链接",
    ballot_text: |name, what, link| {
        format!("{name}，“{what}”办完了。办得怎么样，请您点开评一评，不用登录：{link}")
    },
    ballot_here: "链接只在这部手机上，别人看不到。",
    ballot_away: "链接在做它的那部手机上。",
    ballot_used: "评过了",
    no_secret: "这个浏览器做不了链接，请换一部手机，或者替他记一个评价。",
    square: |name| format!("给{name}的评议二维码"),
};

pub(super) static EN: Rate = Rate {
    ask: "How was it done?",
    not_doer: "whoever did it does not rate",
    again: "“Not satisfied” means that it is done again; please say what is wrong.",
    heard: "Were you heard?",
    yes_no: ["Yes", "No"],
    words: "A word with it, if you like",
    wrong: "What is wrong",
    save: "Rate it so",
    yours: |result| format!("You said: {result}"),
    anew: "Change it",
    title: "Ratings",
    none: "Nobody has rated it yet.",
    count: |all, not| {
        if not == 0 { format!("{all} rated") } else { format!("{all} rated, {not} not satisfied") }
    },
    heard_count: |n| format!("{n} say that they were heard"),
    village: "Ratings",
    earlier: |n| format!("Ratings after doing no. {n}"),
    other: "Write down a rating for somebody",
    whose: "Whose it is",
    how: "How it came",
    ballot: "A link for somebody without an account",
    ballot_hint: "One link for one person; it opens without signing in.",
    ballot_name: "For whom",
    ballot_make: "Make a link",
    ballot_text: |name, what, link| {
        format!("{name}, “{what}” is done. Please say how it was done, without signing in: {link}")
    },
    ballot_here: "The link is on this phone only; nobody else sees it.",
    ballot_away: "The link is on the phone on which it was made.",
    ballot_used: "has rated",
    no_secret: "This browser cannot make a link. Take another phone, or write the rating down for them.",
    square: |name| format!("Square code for {name} to rate by"),
};
