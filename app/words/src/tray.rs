//! 来信: what came by a door that needs no account, and waits for somebody to look.

use crate::{Lang, Words};

/// As whose a rating is written down that came by the code of a public edition. It goes into the record as it stands.
pub const STRANGER: &str = "扫码村民";

/// What the screen says.
#[derive(Debug)]
pub struct Tray {
    /// Its heading.
    pub title: &'static str,
    /// What it is for.
    pub hint: &'static str,
    /// The way there, with how many wait.
    pub way: fn(usize) -> String,
    /// Nothing waits; what that means.
    pub none: (&'static str, &'static str),
    /// Above the letters, with how many there are.
    pub letters: fn(usize) -> String,
    /// Above the leads, with how many there are.
    pub leads: fn(usize) -> String,
    /// What comes of them.
    pub leads_hint: &'static str,
    /// Above what was looked at.
    pub seen: &'static str,
    /// A rating, a complaint, a suggestion.
    pub sorts: [&'static str; 3],
    /// It was answered, taken over, laid aside.
    pub fates: [&'static str; 3],
    /// Whether somebody was heard.
    pub heard: [&'static str; 2],
    /// Takes a rating over.
    pub take: &'static str,
    /// Answers.
    pub answer: &'static str,
    /// Above the box for the answer.
    pub answer_label: &'static str,
    /// Who reads it.
    pub answer_hint: [&'static str; 2],
    /// Lays it aside.
    pub aside: &'static str,
    /// Above the box for the reason.
    pub why: &'static str,
    /// Whose it is, where no name was left.
    pub stranger: &'static str,
    /// What it is about is not on this phone.
    pub gone: &'static str,
    /// Nobody who may not look sees it.
    pub not_yours: &'static str,
    /// The sheet with the square code, to print.
    pub sheet: &'static str,
    /// To the page for complaints about the tool.
    pub complain: &'static str,
    /// What it is for.
    pub complain_hint: &'static str,
    /// To the page of what is kept and why.
    pub policy: &'static str,
    /// That it needs a signal.
    pub policy_hint: &'static str,
}

impl Words {
    /// What came by a door that needs no account.
    #[must_use]
    pub fn tray(&self) -> &'static Tray {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

static ZH: Tray = Tray {
    title: "来信",
    hint: "没有账号的人扫码写来的，先在这里等人看，看过才算数。",
    way: |count| {
        if count == 0 { "来信".into() } else { format!("来信（{count} 件等着看）") }
    },
    none: ("没有等着看的来信", "有人扫码提事、评事，或者写投诉建议，会放在这里。"),
    letters: |count| format!("等着看的信 {count} 封"),
    leads: |count| format!("扫码提的事 {count} 件"),
    leads_hint: "点开看，收下以后全村才看得到。",
    seen: "看过的",
    sorts: ["评价", "投诉", "建议"],
    fates: ["答复了", "收进评价", "放在一边"],
    heard: ["说上话了", "没说上话"],
    take: "收进评价",
    answer: "答复",
    answer_label: "怎么答复",
    answer_hint: ["写信的人凭单号看；没让公开。", "写信的人凭单号看；问和答也会公开，不写名字。"],
    aside: "放在一边",
    why: "为什么放在一边",
    stranger: "没留称呼",
    gone: "评的那件事不在这部手机上。",
    not_yours: "来信由村里的干部和政协办来看，您这里没有。",
    sheet: "打印提事的码，贴在公示栏",
    complain: "提意见、投诉",
    complain_hint: "这个工具哪里添麻烦了，要有信号",
    policy: "记什么、为什么",
    policy_hint: "不排名、不打卡，服务器自己查给您看，要有信号",
};

static EN: Tray = Tray {
    title: "Letters",
    hint: "Sent by people without an account. They wait here until somebody has looked, and count only then.",
    way: |count| if count == 0 { "Letters".into() } else { format!("Letters ({count} waiting)") },
    none: (
        "No letters wait",
        "What people raise, rate or complain about without an account comes here.",
    ),
    letters: |count| format!("Letters waiting: {count}"),
    leads: |count| format!("Raised by the code: {count}"),
    leads_hint: "Open it and receive it; only then does the village read it.",
    seen: "Looked at",
    sorts: ["Rating", "Complaint", "Suggestion"],
    fates: ["Answered", "Taken over", "Laid aside"],
    heard: ["was heard", "was not heard"],
    take: "Take it over",
    answer: "Answer",
    answer_label: "Your answer",
    answer_hint: [
        "Whoever wrote reads it by their number; they did not want it public.",
        "Whoever wrote reads it by their number; question and answer are also shown to all, without a name.",
    ],
    aside: "Lay it aside",
    why: "Why it is laid aside",
    stranger: "No name left",
    gone: "What it rates is not on this phone.",
    not_yours: "Letters are for the village’s cadres and the office; there are none here for you.",
    sheet: "Print the code to hang up",
    complain: "Complaints and suggestions",
    complain_hint: "Where this tool gets in the way; needs a signal",
    policy: "What is kept, and why",
    policy_hint: "No ranks, no checking in: the server looks and says so; needs a signal",
};
