//! What a paper says by itself: minutes, poster and Word.

mod handover;
mod report;

pub use handover::HandOver;
pub use report::Report;

/// The sentences.
#[derive(Debug)]
pub struct Papers {
    /// In the place of the number, on a paper without a seal.
    pub draft: &'static str,
    /// The name of the app in the corner.
    pub name: &'static str,
    /// The heads of the table: what, who, with whom, by when.
    pub columns: [&'static str; 4],
    /// Before how one sees that something is done.
    pub done_when: &'static str,
    /// In place of a day that is not set.
    pub no_day: &'static str,
    /// Until when it hangs.
    pub until: fn(&str) -> String,
    /// Beside the check code.
    pub code: &'static str,
    /// How to verify, beside the square code.
    pub verify: &'static str,
    /// What the square code is, for whoever does not see it.
    pub square: &'static str,
    /// That anybody may raise an issue.
    pub door: &'static str,
    /// What the square code of that is, for whoever does not see it.
    pub door_square: &'static str,
    /// The seal's four characters, down the right column first.
    pub seal: [char; 4],
    /// What the seal is, for whoever does not see it.
    pub sealed: &'static str,
    /// At the foot of the poster: roles, where to turn, and that the seal is none of an office.
    pub roles: &'static str,
    /// The same below the minutes, in short.
    pub no_stamp: &'static str,
    /// Who gets a copy.
    pub copies: fn(&str) -> String,
    /// When it was issued, behind who did.
    pub issued: fn(&str) -> String,
    /// Before a signature.
    pub signs: fn(&str) -> String,
    /// Over what somebody would not agree with.
    pub dissent: &'static str,
    /// Which sheet of how many.
    pub sheet: fn(usize, usize) -> String,
    /// Words and whose they are, in one line.
    pub said: fn(&str, &str) -> String,
    /// Words in quotation marks.
    pub quoted: fn(&str) -> String,
    /// A piece of advice with its answer and the reason, in one line.
    pub answer: fn(&str, &str, Option<&str>) -> String,
    /// No Chinese font was found on the machine, and what to do.
    pub no_font: &'static str,
    /// Something else went wrong.
    pub failed: &'static str,
}

pub(crate) static ZH: Papers = Papers {
    draft: "（草稿）",
    name: "板凳会",
    columns: ["事项", "牵头", "协办", "时限"],
    done_when: "怎样算办好",
    no_day: "待定",
    until: |day| format!("公示到 {day}"),
    code: "校验码",
    verify: "扫码，或报给村里记录员，对得上才是原文。",
    square: "校验二维码",
    door: "有事要说？扫码提一件，不用登录",
    door_square: "提事二维码",
    seal: ['当', '众', '核', '定'],
    sealed: "定稿印记：当众核定",
    roles: "只写身份，不写名字；愿意署名的另说。有话要讲、觉得写得不对：到村委会，或在板凳会说一声。印记表示当众核对过，不是公章。",
    no_stamp: "本件当众核对定稿，不另盖章。",
    copies: |who| format!("抄送：{who}。"),
    issued: |day| format!("{day}印发"),
    signs: |role| format!("{role}（签名）："),
    dissent: "保留意见",
    sheet: |at, of| format!("第 {at} 张，共 {of} 张"),
    said: |speaker, text| format!("{speaker}：{text}"),
    quoted: |text| format!("“{text}”"),
    answer: |verdict, advice, reason| {
        let reason = reason.map(|why| format!("理由：{why}")).unwrap_or_default();
        format!("{advice}——{verdict}。{reason}")
    },
    no_font: "这台服务器上没有中文字体，所以印不出来。请管服务器的人装一个，装好再点一次。装的办法：",
    failed: "这一份没有印出来。请再试一次；还不行，请告诉管服务器的人。",
};

pub(crate) static EN: Papers = Papers {
    draft: "(draft)",
    name: "Bandeng",
    columns: ["What", "Lead", "With", "By"],
    done_when: "Done when",
    no_day: "open",
    until: |day| format!("Posted until {day}"),
    code: "Check code",
    verify: "Scan it, or read it to the village recorder: only if it agrees is this the original.",
    square: "Square code to verify this paper",
    door: "Something to say? Scan and raise it; no signing in",
    door_square: "Square code to raise an issue",
    seal: ['当', '众', '核', '定'],
    sealed: "Seal: checked in front of everyone",
    roles: "Roles, not names, unless somebody agreed to be named. Something to say, or something wrong: come to the village committee, or say so in Bandeng. The seal says that this was checked in front of everyone; it is not an official stamp.",
    no_stamp: "Checked in front of everyone; no other stamp is set.",
    copies: |who| format!("Copies to: {who}."),
    issued: |day| format!("Issued {day}"),
    signs: |role| format!("{role} (signature): "),
    dissent: "Dissent",
    sheet: |at, of| format!("Sheet {at} of {of}"),
    said: |speaker, text| format!("{speaker}: {text}"),
    quoted: |text| format!("“{text}”"),
    answer: |verdict, advice, reason| {
        let reason = reason.map(|why| format!(" Because: {why}")).unwrap_or_default();
        format!("{advice}: {verdict}.{reason}")
    },
    no_font: "There is no Chinese font on this server, so nothing can be printed. Please ask whoever looks after the server to install one, then try again. How to:",
    failed: "This could not be printed. Please try again; if it still fails, tell whoever looks after the server.",
};
