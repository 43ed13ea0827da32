//! One issue's whole line, for everybody: from the sentence to the lamp, and back again.

/// What the page says.
#[derive(Debug)]
pub struct Line {
    /// What the page is called.
    pub title: &'static str,
    /// On the notice board, the way here.
    pub read: &'static str,
    /// Where it stands, for those who listen.
    pub stands: fn(&str) -> String,
    /// How many days it took, or has been.
    pub days: fn(i64, bool) -> String,
    /// A station that it has not come to.
    pub not_yet: &'static str,
    /// A station that it has passed with nothing the public may read.
    pub unseen: &'static str,
    /// 提: who raised it.
    pub raised_by: fn(&str) -> String,
    /// It was written down for somebody.
    pub for_somebody: &'static str,
    /// Issues of this and other villages that it carries on: the villages with how many of each.
    pub joined: fn(&[(String, usize)]) -> String,
    /// 查: the question for the bench.
    pub question: &'static str,
    /// It was looked into, and nothing public was written of it.
    pub looked: &'static str,
    /// 坐: how many sat there.
    pub present: fn(usize) -> String,
    /// A bench that is ahead.
    pub ahead: &'static str,
    /// What it came to.
    pub outcome: &'static str,
    /// The way to the public edition.
    pub edition: &'static str,
    /// 言: so many pieces of advice.
    pub advised: fn(usize) -> String,
    /// So many say the same as one.
    pub same: fn(usize) -> String,
    /// 纳: so many answers, and so many that wait.
    pub answered: fn(usize, usize) -> String,
    /// Before the reason.
    pub why: &'static str,
    /// No answer yet.
    pub unanswered: &'static str,
    /// It was answered otherwise before.
    pub earlier: &'static str,
    /// What comes of it.
    pub comes: &'static str,
    /// 办: so many are done of so many.
    pub doing: fn(usize, usize) -> String,
    /// Nobody has it yet.
    pub nobody: &'static str,
    /// Who does it, and who helps.
    pub by: fn(&str, Option<&str>) -> String,
    /// By when.
    pub due: fn(&str) -> String,
    /// It is over its day.
    pub over: fn(i64) -> String,
    /// The day it should have been done by, and why it takes longer.
    pub was_due: fn(&str, Option<&str>) -> String,
    /// Who had it before, and why it was given to somebody else.
    pub was_with: fn(&str, Option<&str>) -> String,
    /// Before how one can tell that it is done.
    pub criterion: &'static str,
    /// Before what was done.
    pub done: &'static str,
    /// Somebody held it against that.
    pub checked: &'static str,
    /// Somebody did, and it did not hold.
    pub failed: &'static str,
    /// So much of so much.
    pub count: fn(u32, u32, &str) -> String,
    /// The way back.
    pub from_advice: &'static str,
    /// The way back to the bench.
    pub from_bench: &'static str,
    /// The way back to what was raised.
    pub from_issue: &'static str,
    /// Whoever asked for it was told, on a day, by a way.
    pub told: fn(&str, &str) -> String,
    /// Nobody was told yet.
    pub untold: &'static str,
    /// 评: how many said something.
    pub rated: fn(usize) -> String,
    /// How many were heard.
    pub heard: fn(usize) -> String,
    /// It was done anew, because somebody was not satisfied.
    pub again: fn(usize) -> String,
    /// The doer does not rate.
    pub doers: &'static str,
    /// A look back: whether it holds.
    pub holds: fn(&str, bool) -> String,
    /// A look back that is to come.
    pub revisit: &'static str,
    /// From which day on.
    pub revisit_from: fn(&str) -> String,
    /// How it ended.
    pub closed: &'static str,
    /// The lines of the blueprint that come of it.
    pub blueprint: &'static str,
    /// The way to the next thing.
    pub onward: &'static str,
    /// The way to the notice board.
    pub board: &'static str,
    /// There is no such issue, or it is not posted.
    pub unknown: &'static str,
    /// What to do then.
    pub unknown_do: &'static str,
    /// The first line of the text for a chat.
    pub card: fn(&str) -> String,
    /// Where it stands, in that text.
    pub card_at: fn(&str) -> String,
}

pub(crate) static ZH: Line = Line {
    title: "一条板凳线",
    read: "看这条板凳线",
    stands: |station| format!("板凳线：走到“{station}”"),
    days: |days, over| match (days, over) {
        (..=0, _) => "今天刚提".to_owned(),
        (days, true) => format!("从说出口到办成，{days} 天"),
        (days, false) => format!("从说出口到今天，{days} 天"),
    },
    not_yet: "还没走到这一步",
    unseen: "没有另提建议，或者还没交办。",
    raised_by: |who| format!("{who}提的"),
    for_somebody: "代录",
    joined: |villages| {
        let of = |(village, n): &(String, usize)| format!("{village} {n} 件");
        format!("一起办的还有：{}", villages.iter().map(of).collect::<Vec<_>>().join("、"))
    },
    question: "要谈的：",
    looked: "问过、看过，定了拿到板凳上谈。",
    present: |count| format!("{count} 人坐下来"),
    ahead: "还没坐下来",
    outcome: "谈下来：",
    edition: "看这次的公示单",
    advised: |count| format!("提了 {count} 条建议"),
    same: |count| format!("还有 {count} 人也这么说"),
    answered: |answered, waiting| match (answered, waiting) {
        (0, _) => "还在答复".to_owned(),
        (_, 0) => "条条有答复".to_owned(),
        (answered, waiting) => format!("答复了 {answered} 条，还有 {waiting} 条"),
    },
    why: "为什么：",
    unanswered: "还没答复",
    earlier: "答复改过",
    comes: "怎么办的",
    doing: |closed, all| match (closed, all) {
        (_, 0) => "办理".to_owned(),
        (closed, all) if closed == all => "办成了".to_owned(),
        (0, all) => format!("{all} 件在办"),
        (closed, all) => format!("{all} 件，办成了 {closed} 件"),
    },
    nobody: "还没人认领",
    by: |who, partners| match partners {
        Some(partners) => format!("{who}牵头 · {partners}协办"),
        None => format!("{who}牵头"),
    },
    due: |day| format!("{day}前"),
    over: |days| format!("超了 {days} 天"),
    was_due: |day, why| match why {
        Some(why) => format!("原定 {day}，延过期：{why}"),
        None => format!("原定 {day}，延过期"),
    },
    was_with: |who, why| match why {
        Some(why) => format!("原由{who}办，换了人：{why}"),
        None => format!("原由{who}办"),
    },
    criterion: "怎样算办成：",
    done: "做了什么：",
    checked: "有人核过",
    failed: "核了，还差一点",
    count: |done, of, unit| format!("{of} {unit}，完成 {done} {unit}"),
    from_advice: "从哪条建议来",
    from_bench: "从哪次会上来",
    from_issue: "从哪句话来",
    told: |day, way| format!("{day}{way}，已告诉本人"),
    untold: "还要告诉本人",
    rated: |count| match count {
        0 => "评一评".to_owned(),
        count => format!("{count} 人评过"),
    },
    heard: |count| format!("{count} 人说“让我说上话了”"),
    again: |times| format!("有人不满意，重办过 {times} 回："),
    doers: "办事的人不参加评",
    holds: |day, holds| match holds {
        true => format!("{day}回头看：还好着"),
        false => format!("{day}回头看：不行了，重办"),
    },
    revisit: "回头看",
    revisit_from: |day| format!("{day}以后，再去看一看还好不好。"),
    closed: "办结：",
    blueprint: "写进了蓝图",
    onward: "评得怎么样",
    board: "公示栏",
    unknown: "这里没有公示的事",
    unknown_do: "链接可能没有抄全，也可能这件事还没有公示。",
    card: |title| format!("【一条板凳线】{title}"),
    card_at: |station| format!("走到“{station}”"),
};

pub(crate) static EN: Line = Line {
    title: "One bench line",
    read: "Follow this line",
    stands: |station| format!("The line has come to: {station}"),
    days: |days, over| match (days, over) {
        (..=0, _) => "raised today".to_owned(),
        (days, true) => format!("{days} days from the first word to the deed"),
        (days, false) => format!("{days} days since the first word"),
    },
    not_yet: "not there yet",
    unseen: "no advice beside it, or not handed over yet",
    raised_by: |who| format!("raised by: {who}"),
    for_somebody: "written down for somebody",
    joined: |villages| {
        let of = |(village, n): &(String, usize)| format!("{n} of {village}");
        format!("Carried on with it: {}", villages.iter().map(of).collect::<Vec<_>>().join(", "))
    },
    question: "The question: ",
    looked: "It was asked about and looked at, and taken to the bench.",
    present: |count| format!("{count} people sat down"),
    ahead: "not sat down yet",
    outcome: "It came to: ",
    edition: "Read the public edition",
    advised: |count| match count {
        1 => "One piece of advice".to_owned(),
        count => format!("{count} pieces of advice"),
    },
    same: |count| format!("{count} more say the same"),
    answered: |answered, waiting| match (answered, waiting) {
        (0, _) => "Being answered".to_owned(),
        (_, 0) => "Every one is answered".to_owned(),
        (answered, waiting) => format!("{answered} answered, {waiting} to come"),
    },
    why: "Why: ",
    unanswered: "not answered yet",
    earlier: "answered otherwise before",
    comes: "What came of it",
    doing: |closed, all| match (closed, all) {
        (_, 0) => "Doing it".to_owned(),
        (closed, all) if closed == all => "Done".to_owned(),
        (0, all) => format!("{all} being done"),
        (closed, all) => format!("{closed} of {all} done"),
    },
    nobody: "nobody has claimed it yet",
    by: |who, partners| match partners {
        Some(partners) => format!("lead: {who} · with {partners}"),
        None => format!("lead: {who}"),
    },
    due: |day| format!("by {day}"),
    over: |days| format!("{days} days over"),
    was_due: |day, why| match why {
        Some(why) => format!("was due {day}; given more time: {why}"),
        None => format!("was due {day}; given more time"),
    },
    was_with: |who, why| match why {
        Some(why) => format!("was with {who}; given to another: {why}"),
        None => format!("was with {who}"),
    },
    criterion: "Done when: ",
    done: "What was done: ",
    checked: "checked by somebody",
    failed: "checked, and not there yet",
    count: |done, of, _| format!("{done} of {of} done"),
    from_advice: "the advice it comes from",
    from_bench: "the bench it comes from",
    from_issue: "the words it comes from",
    told: |day, way| format!("{day}: whoever asked was told {way}"),
    untold: "Whoever asked is still to be told",
    rated: |count| match count {
        0 => "Rating".to_owned(),
        1 => "Rated by one person".to_owned(),
        count => format!("Rated by {count} people"),
    },
    heard: |count| format!("{count} say that they were heard"),
    again: |times| match times {
        1 => "Somebody was not satisfied, and it was done again:".to_owned(),
        times => format!("Somebody was not satisfied, and it was done again, {times} times:"),
    },
    doers: "Whoever did it does not rate it",
    holds: |day, holds| match holds {
        true => format!("looked at again on {day}: it holds"),
        false => format!("looked at again on {day}: it does not hold, and is done again"),
    },
    revisit: "A look back",
    revisit_from: |day| format!("From {day} on somebody looks whether it still holds."),
    closed: "Closed: ",
    blueprint: "Written into the blueprint",
    onward: "How it was rated",
    board: "Notice board",
    unknown: "Nothing is posted here",
    unknown_do: "The link may not be whole, or this has not been posted.",
    card: |title| format!("One bench line: {title}"),
    card_at: |station| format!("come to: {station}"),
};
