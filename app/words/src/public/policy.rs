//! What is kept and why, and the rules against formalism with the server's own answers.

/// Something that is kept: what, what for, who reads it, and for how long.
#[derive(Debug)]
pub struct Kept {
    /// What.
    pub what: &'static str,
    /// What for.
    pub why: &'static str,
    /// Who reads it.
    pub who: &'static str,
    /// Until when.
    pub until: &'static str,
}

/// What the page says.
#[derive(Debug)]
pub struct Policy {
    /// What the page is called.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Above what is kept.
    pub kept: &'static str,
    /// What is kept.
    pub things: [Kept; 7],
    /// Before: what for, who reads it, until when.
    pub heads: [&'static str; 3],
    /// Above what is never asked for.
    pub never: &'static str,
    /// What that is.
    pub nothing_of: &'static str,
    /// Above the rights of each person.
    pub rights: &'static str,
    /// What they are.
    pub can: &'static str,
    /// Above the rules.
    pub rules: &'static str,
    /// Where they come from, and who answers.
    pub answered: &'static str,
    /// Nothing that ranks, scores, tracks or clocks people.
    pub unranked: &'static str,
    /// So many columns and names of fields were looked through; nothing was found.
    pub unfound: fn(u32, u32) -> String,
    /// These were found.
    pub found: fn(&str) -> String,
    /// Who has no telephone counts as well.
    pub counted: &'static str,
    /// So many sat on a bench, so many of them without an account.
    pub sat: fn(u32, u32) -> String,
    /// Nobody has to install it or to sign in.
    pub free: &'static str,
    /// So many issues, so many of them by somebody without an account.
    pub raised: fn(u32, u32) -> String,
    /// No picture has to be taken.
    pub unforced: &'static str,
    /// So many things were done, so many of them without a picture.
    pub done: fn(u32, u32) -> String,
    /// What forms cost.
    pub spared: &'static str,
    /// On average so many boxes and seconds a task, over so many.
    pub cost: fn(u32, u32, u32) -> String,
    /// Too few to be told.
    pub few: &'static str,
    /// Complaints are answered.
    pub heard: &'static str,
    /// So many letters, so many answered or seen to, so many wait.
    pub letters: fn(u32, u32, u32) -> String,
    /// When this was counted.
    pub at: fn(&str) -> String,
}

pub(crate) static ZH: Policy = Policy {
    title: "记什么、为什么",
    about: "板凳会记下什么、给谁看、留多久；反对形式主义的几条规矩，由服务器自己当场回答。",
    kept: "记下的",
    heads: ["为什么", "谁看", "留多久"],
    things: [
        Kept {
            what: "姓名和身份",
            why: "知道谁坐过板凳、谁能做什么",
            who: "本村的人和区政协办；公开页只写身份",
            until: "可以请政协办删去，盖过章的也能删",
        },
        Kept {
            what: "议题、发言、建议、答复、办理",
            why: "一句话要能跟到办成",
            who: "没看过的只给村干部，看过的给本村，盖了章的公开（不写名字）",
            until: "一直留着",
        },
        Kept {
            what: "照片和录音",
            why: "只在有人自己添上时才有",
            who: "看得到那件事的人",
            until: "跟那件事一起；照片重画过，不带地点",
        },
        Kept {
            what: "登录过的手机（型号、上次来的日子）",
            why: "手机丢了，您能把它退出去",
            who: "只有您自己",
            until: "退出或半年不用就作废",
        },
        Kept {
            what: "谁动过什么（只有编号，没有名字和话）",
            why: "出了错查得到",
            who: "区政协办和村务监督",
            until: "两年",
        },
        Kept {
            what: "填了几格、用了几秒（只有合计，不分人）",
            why: "看这个工具添了多少麻烦",
            who: "区政协办和村务监督，少于五次的不显示",
            until: "两年",
        },
        Kept {
            what: "单号",
            why: "没有账号的人凭它问答复",
            who: "只有拿着单号的人；这里只留指纹，认不出原号",
            until: "跟那封信一起",
        },
    ],
    never: "不记的",
    nothing_of: "不要手机号、身份证号；不记位置和轨迹；不记在线多久；不读通讯录；不放别家的统计和广告；除了登录，不用 Cookie。",
    rights: "您可以",
    can: "在“我的”里带走关于您的全部记录；没有手机的，请政协办代办。要更正或删去，也找政协办。",
    rules: "反对形式主义，逐条自查",
    answered: "照国家整治“指尖上的形式主义”的要求列的。下面的数是服务器刚从自己的库里查出来的。",
    unranked: "不排名、不打分、不打卡、不计在线时长、不记轨迹",
    unfound: |columns, fields| {
        format!("查了库里 {columns} 个列、{fields} 种字段，没有一个是记这些的。")
    },
    found: |which| format!("查到了不该有的：{which}。请告诉政协办。"),
    counted: "没有手机、没有账号，一样算数",
    sat: |all, without| format!("坐过板凳的 {all} 人次里，{without} 人次没有账号。"),
    free: "不强制安装，不强制登录",
    raised: |all, without| format!("{all} 件议题里，{without} 件是没有账号的人扫码提的。"),
    unforced: "不强制拍照留痕",
    done: |all, without| format!("办完的 {all} 件事里，{without} 件一张照片也没有。"),
    spared: "不重复填表",
    cost: |fields, seconds, times| {
        format!("近 90 天，一次填 {fields} 格、用 {seconds} 秒（{times} 次平均）。")
    },
    few: "近 90 天用得太少，不足以说。",
    heard: "对工具本身的投诉和建议，件件有回音",
    letters: |all, seen, wait| format!("收到 {all} 封，答复或处理了 {seen} 封，{wait} 封还等着。"),
    at: |time| format!("{time} 查的。"),
};

pub(crate) static EN: Policy = Policy {
    title: "What is kept, and why",
    about: "What Bandeng keeps, who reads it and for how long; and the rules against formalism, answered by the server itself.",
    kept: "What is kept",
    heads: ["What for", "Who reads it", "Until when"],
    things: [
        Kept {
            what: "Names and roles",
            why: "To know who sat on a bench, and who may do what",
            who: "The village and the district’s office; public pages say roles",
            until: "The office can take a name out, from under a seal, too",
        },
        Kept {
            what: "Issues, what was said, advice, answers, actions",
            why: "A sentence must be followed until it is done",
            who: "What nobody has looked at: the cadres; then the village; what is sealed: everybody, without names",
            until: "For good",
        },
        Kept {
            what: "Pictures and recordings",
            why: "Only where somebody adds one",
            who: "Whoever can read the matter",
            until: "With the matter; pictures are drawn anew, without the place",
        },
        Kept {
            what: "The phones you signed in by: their kind, and the day they were last here",
            why: "So that you can send out one that is lost",
            who: "You alone",
            until: "Until you sign out, or half a year without use",
        },
        Kept {
            what: "Who did what, in numbers without names or words",
            why: "So that a mistake can be found",
            who: "The office and the village’s supervisor",
            until: "Two years",
        },
        Kept {
            what: "How many boxes were filled in how many seconds, in sums of everybody",
            why: "To see what this tool costs people",
            who: "The office and supervisors; nothing of fewer than five",
            until: "Two years",
        },
        Kept {
            what: "The number on a slip",
            why: "Whoever has no account asks by it",
            who: "Whoever holds it; only its digest is kept here",
            until: "With the letter",
        },
    ],
    never: "What is not",
    nothing_of: "No telephone number, no identity number, no position, no track, no time online, no address book, nobody else’s statistics or advertisements, and no cookie but the one you sign in by.",
    rights: "You can",
    can: "Take along all that is kept about you, under “Me”; the office does it for whoever has no phone, and corrects or erases what you ask it to.",
    rules: "The rules against formalism, one by one",
    answered: "As the national rules against formalism at the fingertips have it. The server has just found these figures in its own database.",
    unranked: "No ranks, no scores, no checking in, no time online, no tracks",
    unfound: |columns, fields| {
        format!(
            "Looked through {columns} columns and {fields} sorts of fields: none keeps such a thing."
        )
    },
    found: |which| format!("This should not be there: {which}. Please tell the office."),
    counted: "Without a phone and without an account one counts as well",
    sat: |all, without| {
        format!(
            "Of {all} seats that were taken on a bench, {without} were of people without an account."
        )
    },
    free: "Nobody has to install it or to sign in",
    raised: |all, without| format!("Of {all} issues, {without} were raised without an account."),
    unforced: "No picture has to be taken as proof",
    done: |all, without| {
        format!("Of {all} things that were done, {without} have no picture at all.")
    },
    spared: "Nothing is filled in twice",
    cost: |fields, seconds, times| {
        format!(
            "In the last 90 days a task took {fields} boxes and {seconds} seconds, on average over {times}."
        )
    },
    few: "Too little was done in the last 90 days to say.",
    heard: "Complaints and suggestions about the tool are answered",
    letters: |all, seen, wait| format!("{all} came, {seen} were answered or seen to, {wait} wait."),
    at: |time| format!("Counted at {time}."),
};
