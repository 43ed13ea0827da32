//! One session's page: where it stands, what is lacking, and what can be done now.

use domain::Stage;

/// What the page says.
#[derive(Debug)]
pub struct Overview {
    /// Its heading.
    pub title: &'static str,
    /// It is not on this phone: heading, and why that may be.
    pub missing: (&'static str, &'static str),
    /// Over the issues.
    pub issues: &'static str,
    /// Over the life-cycle: where it stands, and how many steps there are to the end.
    pub way: fn(&str) -> String,
    /// What a stage is, in plain words.
    pub means: fn(Stage) -> &'static str,
    /// Over what is lacking before the next stage.
    pub lacks: fn(&str) -> String,
    /// Nothing is lacking before it.
    pub lacks_none: fn(&str) -> String,
    /// Over the buttons.
    pub now: &'static str,
    /// Nothing can be done.
    pub over: &'static str,
    /// The button that leads from one stage to another.
    pub go: fn(Stage, Stage) -> &'static str,
    /// What going there means.
    pub going: fn(Stage) -> &'static str,
    /// What a stage that wants a reason asks.
    pub why: fn(Stage) -> &'static str,
    /// Sets the day; moves it.
    pub day: [&'static str; 2],
    /// Why it is moved.
    pub moved_why: &'static str,
    /// Under it, when people were told already.
    pub moved_note: &'static str,
    /// The district takes over: button, question, and what it means.
    pub escalate: (&'static str, &'static str, &'static str),
    /// Over who knows the day.
    pub told: &'static str,
    /// So many of so many know.
    pub told_count: fn(usize, usize) -> String,
    /// Everybody knows.
    pub told_all: &'static str,
    /// Over those who know another day; over those who know none.
    pub tell: [&'static str; 2],
    /// Leads to where it is noted.
    pub tell_there: &'static str,
    /// To somebody with a seat: come and sit; the day has changed; it does not take place.
    pub you: [&'static str; 3],
    /// The day that was, and the reason.
    pub was: fn(&str) -> String,
    /// Over the rooms.
    pub rooms: &'static str,
    /// Seats, agenda, paper, print, bench, minutes, read-back, seal: name and what is there.
    pub room: [(&'static str, &'static str); 9],
    /// The reader is not invited: what is within is not for everybody.
    pub outside: &'static str,
    /// Over the way it has come.
    pub trail: &'static str,
    /// A step that moved the day; one that changed the host.
    pub moved: [&'static str; 2],
    /// Opens the topic for better words.
    pub retitle: &'static str,
    /// It goes on from another session.
    pub follows: &'static str,
}

fn go_zh(from: Stage, to: Stage) -> &'static str {
    match to {
        Stage::Planned => "重新列入计划",
        Stage::Researching => "先去调研",
        Stage::Noticed if from == Stage::Ready => "还没备好",
        Stage::Noticed => "通知大家",
        Stage::Ready => "都备好了",
        Stage::InSession => "开会",
        Stage::Drafting => "写纪要",
        Stage::Checking => "念一遍、核一遍",
        Stage::Sealed => "定稿",
        Stage::HandedOver => "交办",
        Stage::Acting => "开始办理",
        Stage::Closed => "办结",
        Stage::Revisited => "回头看",
        Stage::Archived => "归档",
        Stage::Postponed => "延期",
        Stage::Cancelled => "取消",
    }
}

fn go_en(from: Stage, to: Stage) -> &'static str {
    match to {
        Stage::Planned => "Plan it again",
        Stage::Researching => "Look into it first",
        Stage::Noticed if from == Stage::Ready => "Not ready after all",
        Stage::Noticed => "Announce it",
        Stage::Ready => "All is ready",
        Stage::InSession => "Sit down",
        Stage::Drafting => "Write the minutes",
        Stage::Checking => "Read back",
        Stage::Sealed => "Seal",
        Stage::HandedOver => "Hand over",
        Stage::Acting => "Work begins",
        Stage::Closed => "Close",
        Stage::Revisited => "Look again",
        Stage::Archived => "Archive",
        Stage::Postponed => "Put off",
        Stage::Cancelled => "Cancel",
    }
}

pub(crate) static ZH: Overview = Overview {
    title: "这场板凳会",
    missing: ("这部手机上没有这场会", "可能还在路上，也可能不是这个村的。有信号时再看一次。"),
    issues: "谈这几件",
    way: |now| format!("走到“{now}”了"),
    means: |stage| match stage {
        Stage::Planned => "定下要谈什么",
        Stage::Researching => "去看、去问、查清楚",
        Stage::Noticed => "日子、地方告诉大家",
        Stage::Ready => "要用的都在手机上，等人坐下",
        Stage::InSession => "大家坐下来谈",
        Stage::Drafting => "把说的话理一理",
        Stage::Checking => "念给本人听，一句一句核",
        Stage::Sealed => "主持和见证签了字，原文不再改",
        Stage::HandedOver => "条条有答复，交给人办",
        Stage::Acting => "一件一件办",
        Stage::Closed => "办完了，告诉提的人",
        Stage::Revisited => "过 90 天、180 天再去看",
        Stage::Archived => "收进档案",
        Stage::Postponed => "先不开，等新日子",
        Stage::Cancelled => "不开了",
    },
    lacks: |next| format!("到“{next}”还差"),
    lacks_none: |next| format!("到“{next}”要的都齐了。"),
    now: "现在能做的",
    over: "这场会走完了。",
    go: go_zh,
    going: |to| match to {
        Stage::Researching => "先去看现场、问人家，笔记写在“一页纸”里。",
        Stage::Noticed => "从现在起，改日子要说为什么，还要再告诉大家一遍。",
        Stage::Ready => "先看看要用的是不是都在这部手机上。",
        Stage::HandedOver => "每条建议都有答复了，才能交办。",
        Stage::Acting => "事情有人接了，开始办。",
        Stage::Closed => "都办好了，也告诉了提的人。",
        Stage::Archived => "看过两回了，收起来。",
        Stage::Planned => "当它没延过，日子照旧。",
        Stage::Postponed => "板凳先不搬，定了新日子再开。已定日子的议题退回“公示”。",
        Stage::Cancelled => "这场不开了。已定日子的议题退回“公示”，可以另约。",
        Stage::Revisited => "到现场去看一看，写一句看到的。",
        Stage::InSession | Stage::Drafting | Stage::Checking | Stage::Sealed => "",
    },
    why: |to| match to {
        Stage::Postponed => "为什么延期",
        Stage::Cancelled => "为什么取消",
        Stage::Revisited => "回头看到了什么",
        _ => "",
    },
    day: ["定日子", "改期"],
    moved_why: "为什么改",
    moved_note: "已经告诉过的人，要再告诉一遍。",
    escalate: (
        "请区里来搭台",
        "村里自己谈，为什么不够",
        "改由区政协主持。这条线接着走：题目、凳子、材料都留着。",
    ),
    told: "谁知道日子了",
    told_count: |known, all| format!("{all} 人里，{known} 人知道"),
    told_all: "个个都知道了。",
    tell: ["只知道旧日子，要再告诉一遍", "还没告诉"],
    tell_there: "去记：告诉了谁",
    you: ["请您来坐", "改期了，请您知道", "这场不开了"],
    was: |day| format!("原来是 {day}"),
    rooms: "备这场会",
    room: [
        ("凳子", "请谁来，谁主持、谁记录，谁知道日子了"),
        ("议程", "先说什么，后说什么，各几分钟"),
        ("一页纸", "背景、村情、大家的话，请专家答一个问题"),
        ("打印", "签到表、发言条、一页纸"),
        ("开会", "一部手机开完一场会，没信号也行"),
        ("纪要", "说了什么，定了什么，谁来办"),
        ("念一遍，核一遍", "每句话给本人听过"),
        ("定稿盖印", "主持和见证签字"),
        ("条条有答复", "每条建议怎么答复，下一步谁来办"),
    ],
    outside: "凳子、材料只给请到的人和村里干部看。",
    trail: "走过的路",
    moved: ["改期", "请区里来搭台"],
    retitle: "改题目",
    follows: "接着这一场谈：",
};

pub(crate) static EN: Overview = Overview {
    title: "This session",
    missing: (
        "This session is not on this phone",
        "It may be on its way, or belong to another village. Look again where there is a signal.",
    ),
    issues: "To be talked through",
    way: |now| format!("Now: {now}"),
    means: |stage| match stage {
        Stage::Planned => "what to talk about is settled",
        Stage::Researching => "go, look, ask, find out",
        Stage::Noticed => "day and place are told to everybody",
        Stage::Ready => "all that is needed is on the phone",
        Stage::InSession => "people sit and talk",
        Stage::Drafting => "what was said is put in order",
        Stage::Checking => "read to each speaker, sentence by sentence",
        Stage::Sealed => "host and witness signed; the words stand",
        Stage::HandedOver => "every advice answered and given to somebody",
        Stage::Acting => "things are being done",
        Stage::Closed => "done, and those who asked know",
        Stage::Revisited => "looked at again after 90 and 180 days",
        Stage::Archived => "put in the archive",
        Stage::Postponed => "not now; it waits for a new day",
        Stage::Cancelled => "it does not take place",
    },
    lacks: |next| format!("Lacking before “{next}”"),
    lacks_none: |next| format!("All is there for “{next}”."),
    now: "What can be done now",
    over: "This session has come to its end.",
    go: go_en,
    going: |to| match to {
        Stage::Researching => "Go and see, ask people; notes go into “The one page”.",
        Stage::Noticed => "From now on a move wants a reason, and everybody must be told again.",
        Stage::Ready => "First see whether all that is needed is on this phone.",
        Stage::HandedOver => "Every piece of advice needs an answer first.",
        Stage::Acting => "Somebody has taken it on; work begins.",
        Stage::Closed => "All is done, and those who asked know.",
        Stage::Archived => "It was looked at twice; put it away.",
        Stage::Planned => "As if it had not been put off; the day stands.",
        Stage::Postponed => "No benches for now. Issues with a day go back to “posted”.",
        Stage::Cancelled => {
            "It does not take place. Issues with a day go back to “posted” and can be planned anew."
        }
        Stage::Revisited => "Go and look, and write one sentence of what you saw.",
        Stage::InSession | Stage::Drafting | Stage::Checking | Stage::Sealed => "",
    },
    why: |to| match to {
        Stage::Postponed => "Why it is put off",
        Stage::Cancelled => "Why it is cancelled",
        Stage::Revisited => "What you saw",
        _ => "",
    },
    day: ["Set the day", "Move it"],
    moved_why: "Why it is moved",
    moved_note: "Those who were told must be told again.",
    escalate: (
        "Ask the district to host",
        "Why the village alone cannot settle it",
        "The district hosts from now on. The thread goes on: topic, seats and papers stay.",
    ),
    told: "Who knows the day",
    told_count: |known, all| format!("{known} of {all} know"),
    told_all: "Everybody knows.",
    tell: ["Know only the old day; tell them again", "Not told yet"],
    tell_there: "Note who was told",
    you: ["You are invited", "The day has changed", "This session does not take place"],
    was: |day| format!("It was {day}"),
    rooms: "Prepare it",
    room: [
        ("Seats", "who comes, who hosts, who takes notes, who knows the day"),
        ("Agenda", "what comes first, and how long it takes"),
        ("The one page", "background, facts, voices, one question to an expert"),
        ("Print", "roll, speaking slips, the one page"),
        ("Sit down", "one phone runs the whole evening, without a signal"),
        ("Minutes", "what was said and agreed, and who does it"),
        ("Read back", "every sentence put before its speaker"),
        ("Seal", "host and witness sign"),
        ("Answers", "what became of each piece of advice, and who does it"),
    ],
    outside: "Seats and papers are for those invited and for the village’s cadres.",
    trail: "The way it has come",
    moved: ["moved", "the district was asked to host"],
    retitle: "Reword the topic",
    follows: "It goes on from ",
};
