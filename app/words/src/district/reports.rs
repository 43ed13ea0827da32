//! The wing of the district's desk from which things go out: reports, open data, the archive.

use domain::report::Period;

use crate::{Lang, Words};

/// What it says.
#[derive(Debug)]
pub struct Reports {
    /// Heading: the report.
    pub report: &'static str,
    /// What it is made of.
    pub made_of: &'static str,
    /// The year.
    pub year: &'static str,
    /// Which part of it.
    pub part: &'static str,
    /// A part by its name.
    pub period: fn(Period) -> String,
    /// Only when there is a signal.
    pub online: &'static str,
    /// The period is not over: the paper says that it is a draft.
    pub draft: &'static str,
    /// Heading: the figures, before the rest.
    pub figures: &'static str,
    /// The way to all that it says.
    pub whole: &'static str,
    /// As PDF, and what for.
    pub pdf: [&'static str; 2],
    /// For Word, and what for.
    pub word: [&'static str; 2],
    /// On paper from here.
    pub print: &'static str,
    /// In a chat app nothing is downloaded: what to do instead.
    pub in_chat: &'static str,
    /// Heading: open data.
    pub open: &'static str,
    /// What they are, and what is not in them.
    pub open_means: &'static str,
    /// Get them.
    pub open_get: &'static str,
    /// That anybody may have the address.
    pub open_link: &'static str,
    /// Heading: what is in it.
    pub inside: &'static str,
    /// The files of the open data, each with what it has.
    pub tables: &'static [(&'static str, &'static str)],
    /// Heading: the archive.
    pub archive: &'static str,
    /// What it is.
    pub archive_means: &'static str,
    /// What is in it and what is not.
    pub archive_has: &'static [(&'static str, &'static str)],
    /// Who may have it.
    pub careful: &'static str,
    /// Get it.
    pub archive_get: &'static str,
    /// How it comes into an empty server.
    pub archive_back: &'static str,
}

const ZH: Reports = Reports {
    report: "季度和年度报告",
    made_of: "谈了什么、谁坐下来、办成什么、还欠着什么、下一步，加上数字和三条板凳线。都从记录里来，不用村里再填一遍；只写身份，不写名字，不排名次。",
    year: "哪一年",
    part: "哪一段",
    period: |period| match period.quarter {
        None => "全年".to_owned(),
        Some(quarter) => format!("{} 到 {} 月", quarter * 3 - 2, quarter * 3),
    },
    online: "报告由服务器来做，要有信号。",
    draft: "这一段还没有过完，印出来写着“草稿”。",
    figures: "报告里的数字",
    whole: "看全文",
    pdf: ["PDF", "公文版式，留了签名和日期"],
    word: ["Word", "可以再改几句"],
    print: "把这一页印出来",
    in_chat: "聊天软件里下载不了文件。请在浏览器里打开这一页；下面的文字可以先复制走。",
    open: "公开数据",
    open_means: "公示页上看得到的东西，做成表，谁都可以拿去用：CSV 和 JSON 各一份。没有名字、电话、草稿，评价只有数目。",
    open_get: "下载公开数据",
    open_link: "地址可以发给任何人，不用登录。",
    inside: "里面有什么",
    tables: &[
        ("dictionary", "每一列叫什么、是什么、单位、从哪里来"),
        ("places", "区、镇、村、组"),
        ("sessions", "定稿的协商：哪天、题目、到了几个什么身份的人"),
        ("session_words", "会上说了什么，只写身份"),
        ("issues", "公示的议题，走到哪里"),
        ("advice", "建议、答复和理由"),
        ("actions", "办什么、谁牵头、走到哪里、评价各有几个"),
        ("blueprint_lines", "议题写进蓝图的项目"),
    ],
    archive: "全部存档",
    archive_means: "一个文件，二十年后用最普通的工具也读得开。换服务器时，放进一台空的服务器就能接着用。",
    archive_has: &[
        (
            "有",
            "全部记录和改过的旧内容，定稿和它的一环扣一环，谁做过什么（编号），照片和录音，每次定稿的纪要 PDF",
        ),
        ("没有", "密码、登录凭证、邀请、手机。换了服务器要重新邀请"),
    ],
    careful: "里面有名字和原话。只给政协办，请放在单位的电脑上，不要发到聊天群。每次下载都会记下来。",
    archive_get: "下载全部存档",
    archive_back: "放进空的服务器，由管服务器的人做：bandeng unarchive 文件名。服务器里已经有东西、文件坏了或不全，都不会写进去一点。",
};

const EN: Reports = Reports {
    report: "Quarterly and yearly report",
    made_of: "What was talked through and by whom, what came of it, what is owed and what comes next, with figures and three bench lines. All of it comes from the records, so no village fills in anything again; roles and no names, and nothing is ranked.",
    year: "Year",
    part: "Which part",
    period: |period| match period.quarter {
        None => "The whole year".to_owned(),
        Some(quarter) => {
            let months =
                ["January to March", "April to June", "July to September", "October to December"];
            months.get(quarter.saturating_sub(1) as usize).copied().unwrap_or_default().to_owned()
        }
    },
    online: "The server makes the report: this needs a signal.",
    draft: "This part is not over; the paper says that it is a draft.",
    figures: "The figures in it",
    whole: "Read all of it",
    pdf: ["PDF", "in the look of an official paper, with room to sign and date it"],
    word: ["Word", "to change a sentence or two"],
    print: "Print this page",
    in_chat: "A chat app downloads no files. Please open this page in a browser; the text below can be copied for now.",
    open: "Open data",
    open_means: "What the public pages show, as tables for anybody: as CSV and as JSON. No names, no telephone numbers, no drafts; of ratings the counts alone.",
    open_get: "Download the open data",
    open_link: "The address may be given to anybody; nobody signs in for it.",
    inside: "What is in it",
    tables: &[
        ("dictionary", "what each column is called and is, its unit, where it comes from"),
        ("places", "district, towns, villages, groups"),
        ("sessions", "sealed sessions: the day, the topic, how many of which role were there"),
        ("session_words", "what was said, by role"),
        ("issues", "posted issues, and where they stand"),
        ("advice", "advice, its answer and the reason"),
        ("actions", "what is done, who leads, where it stands, how many said what of it"),
        ("blueprint_lines", "lines of the blueprint that come of issues"),
    ],
    archive: "The whole archive",
    archive_means: "One file that the plainest tools can read in twenty years. A new, empty server takes it in and goes on with it.",
    archive_has: &[
        (
            "In it",
            "all records and what was written over, the seals and their chain, who did what (by ids), pictures and recordings, the minutes of each sealed session as PDF",
        ),
        (
            "Not in it",
            "passwords, sign-ins, invites, phones. On a new server everybody is invited anew",
        ),
    ],
    careful: "It has names and words as they were said. It is for the CPPCC office alone: keep it on an office computer and out of chat groups. Each download is noted.",
    archive_get: "Download the archive",
    archive_back: "Whoever looks after the server takes it into an empty one: bandeng unarchive FILE. If anything is there already, or the file is damaged or cut short, nothing at all is written.",
};

impl Words {
    /// The wing of reports.
    #[must_use]
    pub fn reports(&self) -> &'static Reports {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
