//! What the paper of a hand-over says: each piece of advice with its answer, and who does what comes of it.

use crate::{Lang, Words};

/// The sentences.
#[derive(Debug)]
pub struct HandOver {
    /// The head, with the village.
    pub head: fn(&str) -> String,
    /// Who hands over, when the district hosts.
    pub office: &'static str,
    /// The check code of the minutes.
    pub minutes: &'static str,
    /// When it was handed over.
    pub on: &'static str,
    /// Over the advice.
    pub advice: &'static str,
    /// There was none.
    pub no_advice: &'static str,
    /// Who says the same.
    pub same: fn(&str) -> String,
    /// The answer and the reason.
    pub answer: fn(&str, Option<&str>) -> String,
    /// No answer yet.
    pub unanswered: &'static str,
    /// What comes of it: what, who, by when, and how one can tell.
    pub follows: fn(&str, Option<&str>, Option<&str>, Option<&str>) -> String,
    /// It goes into the blueprint.
    pub line: fn(&str) -> String,
    /// Nothing more comes of it.
    pub ends: &'static str,
    /// Over what is to be done.
    pub tasks: &'static str,
    /// Over how one can tell.
    pub criteria: &'static str,
    /// Something, and how one can tell; and where the money comes from.
    pub criterion: fn(&str, &str, Option<&str>) -> String,
    /// Nobody has it yet.
    pub nobody: &'static str,
    /// Who hands over.
    pub by: &'static str,
}

static ZH: HandOver = HandOver {
    head: |village| format!("{village}协商交办单"),
    office: "区政协办公室",
    minutes: "纪要校验码",
    on: "交办日期",
    advice: "意见建议和答复",
    no_advice: "会上没有另提建议。",
    same: |names| format!("同样意见：{names}。"),
    answer: |verdict, why| match why {
        Some(why) => format!("答复：{verdict}。理由：{why}"),
        None => format!("答复：{verdict}。"),
    },
    unanswered: "还没答复。",
    follows: |what, who, due, criterion| {
        let who = who.map(|who| format!("，{who}牵头")).unwrap_or_default();
        let due = due.map(|due| format!("，{due}前办好")).unwrap_or_default();
        let criterion = criterion.map(|c| format!("怎样算办好：{c}")).unwrap_or_default();
        format!("落到：{what}{who}{due}。{criterion}")
    },
    line: |words| format!("写进蓝图：{words}"),
    ends: "到此为止，不另办理。",
    tasks: "要办的事",
    criteria: "怎样算办好",
    criterion: |what, criterion, money| match money {
        Some(money) => format!("{what}：{criterion}（钱从哪里来：{money}）"),
        None => format!("{what}：{criterion}"),
    },
    nobody: "待认领",
    by: "交办人",
};

static EN: HandOver = HandOver {
    head: |village| format!("Hand-over of {village}"),
    office: "The office of the district conference",
    minutes: "Check code of the minutes",
    on: "Handed over on",
    advice: "Advice and answers",
    no_advice: "No advice was given beside what is in the minutes.",
    same: |names| format!("The same from: {names}."),
    answer: |verdict, why| match why {
        Some(why) => format!("Answer: {verdict}. Because: {why}"),
        None => format!("Answer: {verdict}."),
    },
    unanswered: "Not answered yet.",
    follows: |what, who, due, criterion| {
        let who = who.map(|who| format!(", led by {who}")).unwrap_or_default();
        let due = due.map(|due| format!(", by {due}")).unwrap_or_default();
        let criterion = criterion.map(|c| format!(" Done when: {c}")).unwrap_or_default();
        format!("What comes of it: {what}{who}{due}.{criterion}")
    },
    line: |words| format!("Goes into the blueprint: {words}"),
    ends: "Nothing more comes of it.",
    tasks: "What is to be done",
    criteria: "How one can tell that it is done",
    criterion: |what, criterion, money| match money {
        Some(money) => format!("{what}: {criterion} (paid by: {money})"),
        None => format!("{what}: {criterion}"),
    },
    nobody: "to be claimed",
    by: "Handed over by",
};

impl Words {
    /// The paper of a hand-over. No screen calls it: it stays with the server.
    #[must_use]
    pub fn handover(&self) -> &'static HandOver {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
