//! One issue's page: the standing thread, what can be done now, and what people said under it.

use domain::{Standing, Station};

/// What the screen says.
#[derive(Debug)]
pub struct Issue {
    /// Its heading.
    pub title: &'static str,
    /// Raised today.
    pub raised_today: &'static str,
    /// Before and after the number of days since it was raised.
    pub raised_days: [&'static str; 2],
    /// Before and after the number of days from the first word to the end.
    pub took_days: [&'static str; 2],
    /// What a station still to come will bring.
    pub ahead: fn(Station) -> &'static str,
    /// The question that goes to the bench, as a label.
    pub question: &'static str,
    /// Before the name of whoever it was sent to.
    pub sent_to: &'static str,
    /// Before the issue that carries it on.
    pub merged_into: &'static str,
    /// It goes on in another village's issue; what follows is that one's public page.
    pub merged_elsewhere: fn(&str) -> String,
    /// Over the issues that were merged into this one.
    pub merged_here: &'static str,
    /// Over what can be done now.
    pub now: &'static str,
    /// Nothing more is to be done.
    pub over: &'static str,
    /// To the five questions.
    pub sort: &'static str,
    /// Over the session in which it is talked through.
    pub session: &'static str,
    /// Plans one.
    pub plan: &'static str,
    /// Takes the day back.
    pub unschedule: &'static str,
    /// The button of a way on.
    pub way: fn(Standing) -> &'static str,
    /// What a way on means, for those that ask nothing.
    pub means: fn(Standing) -> &'static str,
    /// What a way on asks to be written.
    pub asks: fn(Standing) -> &'static str,
    /// Looks for the issue to merge into.
    pub merge_find: &'static str,
    /// Over the issues to merge into.
    pub merge_pick: &'static str,
    /// None of them fits.
    pub merge_none: &'static str,
    /// Over the fields.
    pub fields: &'static str,
    /// Opens a field for writing.
    pub edit: &'static str,
    /// Nothing stands in a field.
    pub blank: &'static str,
    /// The English heading, as a field.
    pub title_en: &'static str,
    /// Two people wrote these fields in one place.
    pub check: fn(&str) -> String,
    /// It was read through and is good as it stands.
    pub checked: &'static str,
    /// Over the remarks.
    pub remarks: &'static str,
    /// Nobody has said anything.
    pub no_remarks: &'static str,
    /// The box for a remark.
    pub say: &'static str,
    /// Says it.
    pub say_it: &'static str,
    /// Takes an own remark back.
    pub withdraw: &'static str,
    /// The second tap of that.
    pub withdraw_yes: &'static str,
    /// Over the steps it has come and what was changed in it, newest first.
    pub history: &'static str,
    /// Under it: what was changed in the fields is not known on this phone yet.
    pub past_unknown: &'static str,
    /// Under it: when the village last told.
    pub past_told: fn(&str) -> String,
    /// It may be on its way: heading.
    pub looking: &'static str,
    /// Not on this phone: heading.
    pub missing: &'static str,
    /// Not on this phone: why that may be, and what to do.
    pub missing_hint: &'static str,
    /// Back to the board.
    pub to_board: &'static str,
}

pub(crate) static ZH: Issue = Issue {
    title: "一条板凳线",
    raised_today: "今天提的",
    raised_days: ["提了 ", " 天"],
    took_days: ["从说出口到办成，", " 天"],
    ahead: |station| match station {
        Station::Raised => "有人开口说。",
        Station::Researched => "村里先看一看，分一分怎么走。",
        Station::Sat => "公示题目，定好日子，大家坐下来。",
        Station::Advised => "一条一条说，一条一条记。",
        Station::Answered => "每一条都有答复，不采纳的说为什么。",
        Station::Done => "谁办、哪天前办好，写清楚；办好了告诉提的人。",
        Station::Rated => "大家来评。办事的人不参加评。",
    },
    question: "拿来谈的问题",
    sent_to: "转给",
    merged_into: "和这一件一起办：",
    merged_elsewhere: |village| format!("在{village}的议题里接着办，公开页："),
    merged_here: "并到这里一起办的",
    now: "现在能做的",
    over: "这条板凳线走完了。",
    sort: "分一分",
    session: "坐下来谈的这一场",
    plan: "定一场板凳会",
    unschedule: "日子要改",
    way: |to| match to {
        Standing::Lead => "提出来",
        Standing::Received => "收下",
        Standing::Triaged => "重新分一分",
        Standing::Settled => "当场办",
        Standing::Redirected => "转办",
        Standing::Merged => "合并",
        Standing::Parked => "先放着",
        Standing::Drafted => "拟题",
        Standing::Approved => "审定",
        Standing::Posted => "公示",
        Standing::Scheduled => "定日子",
        Standing::Consulted => "谈过了",
        Standing::Closed => "办结",
        Standing::Declined => "不协商",
    },
    means: |to| match to {
        Standing::Received => "告诉提的人：村里看到了。",
        Standing::Approved => "这个题目可以拿来谈。",
        Standing::Posted => "贴到公示栏，全村都看得到，日子另定。",
        Standing::Lead
        | Standing::Triaged
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Parked
        | Standing::Drafted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => "",
    },
    asks: |to| match to {
        Standing::Settled => "怎么办的，写一句",
        Standing::Closed => "办成什么样了，写一句",
        Standing::Consulted => "谈出了什么，写一句",
        Standing::Parked => "等什么，写一句",
        Standing::Triaged => "有什么新情况，写一句",
        Standing::Drafted => "拿来谈的问题，一句话问清楚",
        Standing::Scheduled => "在哪里谈",
        Standing::Lead
        | Standing::Received
        | Standing::Redirected
        | Standing::Merged
        | Standing::Approved
        | Standing::Posted
        | Standing::Declined => "为什么，写一句",
    },
    merge_find: "找要并过去的那一件：几个字、编号",
    merge_pick: "并到哪一件",
    merge_none: "没找到，换几个字试试。",
    fields: "写的什么",
    edit: "改",
    blank: "还没写",
    title_en: "英文标题",
    check: |fields| format!("两个人改过“{fields}”，两边的话都留着，请看一遍。"),
    checked: "看过了，就这样",
    remarks: "大家说的",
    no_remarks: "还没有人说话。",
    say: "说一句",
    say_it: "说",
    withdraw: "收回",
    withdraw_yes: "真的收回",
    history: "经过：走过的每一步，改过的每一处",
    past_unknown: "哪一格谁改过，要连上村里才知道；看过一次，没信号也能再看。",
    past_told: |when| format!("改过的地方，是村里{when}告诉这部手机的。"),
    looking: "正在找这一件",
    missing: "这一件不在这部手机里",
    missing_hint: "可能还没送到，也可能只有村干部能看。找个有信号的地方再打开一次。",
    to_board: "回议题板",
};

pub(crate) static EN: Issue = Issue {
    title: "One bench, one thread",
    raised_today: "Raised today",
    raised_days: ["raised ", " days ago"],
    took_days: ["from the first word to done: ", " days"],
    ahead: |station| match station {
        Station::Raised => "Somebody says it.",
        Station::Researched => "The village looks into it and chooses a way.",
        Station::Sat => "The question is posted, a day is set, people sit down.",
        Station::Advised => "Each piece of advice is heard and written down.",
        Station::Answered => "Every piece is answered; what is not adopted gets a reason.",
        Station::Done => "Who does it and by when is written down; whoever raised it is told.",
        Station::Rated => "Villagers rate it. The people who did it do not.",
    },
    question: "The question for the bench",
    sent_to: "Handed on to ",
    merged_into: "Goes on together with: ",
    merged_elsewhere: |village| format!("Goes on in an issue of {village}; its public page: "),
    merged_here: "Merged into this one",
    now: "What can be done now",
    over: "This thread has come to its end.",
    sort: "Sort it",
    session: "The session about it",
    plan: "Plan a session",
    unschedule: "The day must change",
    way: |to| match to {
        Standing::Lead => "Raise",
        Standing::Received => "Receive",
        Standing::Triaged => "Sort it anew",
        Standing::Settled => "Settle on the spot",
        Standing::Redirected => "Hand on",
        Standing::Merged => "Merge",
        Standing::Parked => "Lay aside",
        Standing::Drafted => "Draft the question",
        Standing::Approved => "Approve",
        Standing::Posted => "Post",
        Standing::Scheduled => "Set a day",
        Standing::Consulted => "Talked through",
        Standing::Closed => "Close",
        Standing::Declined => "Decline",
    },
    means: |to| match to {
        Standing::Received => "Tells whoever raised it that the village has seen it.",
        Standing::Approved => "This question may go to the bench.",
        Standing::Posted => {
            "It goes on the notice board for all to see; the day is set afterwards."
        }
        Standing::Lead
        | Standing::Triaged
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Parked
        | Standing::Drafted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => "",
    },
    asks: |to| match to {
        Standing::Settled => "What was done, in a sentence",
        Standing::Closed => "How it ended, in a sentence",
        Standing::Consulted => "What came of it, in a sentence",
        Standing::Parked => "What it waits for, in a sentence",
        Standing::Triaged => "What is new, in a sentence",
        Standing::Drafted => "The question for the bench, in one clear sentence",
        Standing::Scheduled => "Where",
        Standing::Lead
        | Standing::Received
        | Standing::Redirected
        | Standing::Merged
        | Standing::Approved
        | Standing::Posted
        | Standing::Declined => "Why, in a sentence",
    },
    merge_find: "Find the issue to merge into: a few words, a number",
    merge_pick: "Merge into",
    merge_none: "Nothing found; try other words.",
    fields: "What is written",
    edit: "Edit",
    blank: "Not written yet",
    title_en: "English heading",
    check: |fields| {
        format!("Two people wrote “{fields}”. Both versions were kept; please read it through.")
    },
    checked: "Read it; good as it is",
    remarks: "Remarks",
    no_remarks: "Nobody has said anything yet.",
    say: "Say something",
    say_it: "Say it",
    withdraw: "Take back",
    withdraw_yes: "Really take back",
    history: "History: every step, every change",
    past_unknown: "Who changed what is asked of the village; once read, it stays readable without a signal.",
    past_told: |when| format!("Changes as the village told them {when}."),
    looking: "Looking for this one",
    missing: "This one is not on this phone",
    missing_hint: "It may not have arrived yet, or only the village’s cadres may read it. Open it again where there is a signal.",
    to_board: "Back to the board",
};
