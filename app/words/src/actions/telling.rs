//! 回音: who is to be told what has become of it, and how.

use domain::{Standing, follow::Tidings, session::Verdict};

/// What telling says.
#[derive(Debug)]
pub struct Telling {
    /// The heading of the whole list.
    pub title: &'static str,
    /// So many wait.
    pub count: fn(usize) -> String,
    /// The way to all of them, and how many they are.
    pub more: fn(usize) -> String,
    /// Nothing is closed before.
    pub must: &'static str,
    /// Everybody was told.
    pub none: (&'static str, &'static str),
    /// The reader was asked to go.
    pub errand: &'static str,
    /// Somebody was asked to go.
    pub sent: fn(&str) -> String,
    /// Asks somebody to go.
    pub send: &'static str,
    /// Whom.
    pub whom: &'static str,
    /// Does so.
    pub send_do: &'static str,
    /// Question over the ways.
    pub way: &'static str,
    /// What is said or handed over, by its way.
    pub script: fn(Tidings) -> &'static str,
    /// What the person said to that.
    pub reply: &'static str,
    /// Logs it.
    pub done: &'static str,
    /// What it is about: somebody's advice, an issue, an action.
    pub about: [&'static str; 3],
    /// What the answer to advice comes to, with its reason.
    pub advice: fn(Verdict, Option<&str>) -> String,
    /// What became of an issue, in a word.
    pub issue: fn(Standing, Option<&str>) -> String,
    /// That it is done, in the words of whoever did it.
    pub action: fn(Option<&str>) -> String,
    /// The whole of what is said: to whom, what it was about, what has become of it, in which village.
    pub text: fn(&str, &str, &str, &str) -> String,
    /// The same for the telephone, with what to ask at the end.
    pub call: fn(&str, &str, &str, &str, &str) -> String,
    /// Nobody is to be told by name.
    pub nobody: &'static str,
    /// Somebody was told whom nobody wrote down: to whom.
    pub other: &'static str,
    /// The name of whoever was told.
    pub name: &'static str,
    /// Behind the name: the group.
    pub place: fn(&str) -> String,
}

fn answered_zh(verdict: Verdict, why: Option<&str>) -> String {
    let word = match verdict {
        Verdict::Adopted => "采纳了",
        Verdict::Partly => "采纳了一部分",
        Verdict::Reference => "留作参考",
        Verdict::Deferred => "先放一放",
        Verdict::Declined => "没有采纳",
    };
    why.map_or_else(|| format!("{word}。"), |why| format!("{word}。{}", ended(why, '。')))
}

fn answered_en(verdict: Verdict, why: Option<&str>) -> String {
    let word = match verdict {
        Verdict::Adopted => "adopted",
        Verdict::Partly => "adopted in part",
        Verdict::Reference => "kept for reference",
        Verdict::Deferred => "put off",
        Verdict::Declined => "not adopted",
    };
    why.map_or_else(|| format!("{word}."), |why| format!("{word}: {}", ended(why, '.')))
}

/// A sentence that ends as sentences do.
fn ended(said: &str, stop: char) -> String {
    let said = said.trim();
    let stops = said.ends_with(['。', '！', '？', '.', '!', '?']);
    if stops { said.to_owned() } else { format!("{said}{stop}") }
}

fn became(standing: Standing, words: [&'static str; 6], other: &'static str) -> &'static str {
    match standing {
        Standing::Settled => words[0],
        Standing::Redirected => words[1],
        Standing::Merged => words[2],
        Standing::Parked => words[3],
        Standing::Declined => words[4],
        Standing::Closed => words[5],
        _ => other,
    }
}

fn issue_zh(standing: Standing, why: Option<&str>) -> String {
    let words =
        ["当场办好了", "转给别处办了", "和别的事并到一起了", "先放一放", "这次没有接", "办结了"];
    let word = became(standing, words, "有了下文");
    why.map_or_else(|| format!("{word}。"), |why| format!("{word}。{}", ended(why, '。')))
}

fn issue_en(standing: Standing, why: Option<&str>) -> String {
    let words = [
        "settled at once",
        "passed on",
        "put together with another",
        "put off",
        "not taken up",
        "closed",
    ];
    let word = became(standing, words, "has moved");
    why.map_or_else(|| format!("{word}."), |why| format!("{word}: {}", ended(why, '.')))
}

pub(super) static ZH: Telling = Telling {
    title: "等回音的人",
    count: |n| format!("还有 {n} 个人等回音"),
    more: |n| format!("看全部 {n} 个"),
    must: "回音没到本人，事情不能办结。",
    none: ("回音都送到了", "谁提的、谁等着，都已经告诉了。"),
    errand: "请您跑一趟",
    sent: |who| format!("已请{who}跑一趟"),
    send: "请人跑一趟",
    whom: "请谁去",
    send_do: "就请他去",
    way: "怎么告诉",
    script: |how| match how {
        Tidings::Door => "到了门口，这样说",
        Tidings::Phone => "话稿，照着念",
        Tidings::Chat => "这段文字，贴到聊天里",
        Tidings::Paper => "纸条上写",
        Tidings::Own => "",
    },
    reply: "他怎么说（可不写）",
    done: "告诉过了，记下",
    about: ["提的建议", "提的事", "要办的事"],
    advice: answered_zh,
    issue: issue_zh,
    action: |words| {
        words.map_or_else(|| "办完了。".into(), |words| format!("办完了。{}", ended(words, '。')))
    },
    text: |who, what, outcome, village| {
        format!("{who}，您提的“{what}”，有下文了：{outcome}请您放心，有话随时说。——{village}村委会")
    },
    call: |who, what, outcome, me, village| {
        format!(
            "{who}您好，我是{village}的{me}。您提过“{what}”，我把下文跟您说一声：{outcome}您看还有什么要说的？我记下来。"
        )
    },
    nobody: "这件事没记下是谁提的。告诉了谁，记在这里。",
    other: "还告诉了别人",
    name: "告诉了谁",
    place: |group| format!("，{group}"),
};

pub(super) static EN: Telling = Telling {
    title: "Who waits to be told",
    count: |n| match n {
        1 => "1 person waits to be told".into(),
        n => format!("{n} people wait to be told"),
    },
    more: |n| format!("See all {n}"),
    must: "Nothing is closed before whoever asked for it has been told.",
    none: ("Everybody was told", "Whoever asked or waited has heard what became of it."),
    errand: "Please go and tell",
    sent: |who| format!("{who} was asked to go"),
    send: "Ask somebody to go",
    whom: "Whom",
    send_do: "Ask them",
    way: "How to tell",
    script: |how| match how {
        Tidings::Door => "At the door, say this",
        Tidings::Phone => "To read out on the telephone",
        Tidings::Chat => "To paste into a chat",
        Tidings::Paper => "On the slip",
        Tidings::Own => "",
    },
    reply: "What they said to that, if anything",
    done: "Told, note it",
    about: ["advice", "issue", "action"],
    advice: answered_en,
    issue: issue_en,
    action: |words| {
        words.map_or_else(|| "done.".into(), |words| format!("done: {}", ended(words, '.')))
    },
    text: |who, what, outcome, village| {
        format!(
            "{who}, about what you said, “{what}”: {outcome} Tell us whatever else there is. — {village}"
        )
    },
    call: |who, what, outcome, me, village| {
        format!(
            "Good day {who}, this is {me} of {village}. You once said “{what}”. This is what became of it: {outcome} Is there anything you would like to add? I am writing it down."
        )
    },
    nobody: "Nobody wrote down whose matter this is. Note here who was told.",
    other: "Somebody else was told, too",
    name: "Who was told",
    place: |group| format!(", {group}"),
};
