//! The five questions and the ways.

use domain::{
    Standing,
    triage::{Triage as Answers, Way},
};

/// What the screen says.
#[derive(Debug)]
pub struct Triage {
    /// Its heading.
    pub title: &'static str,
    /// The five questions with a word of help each, in the order of `Question`.
    pub questions: [(&'static str, &'static str); 5],
    /// The same in a word or two, for the record.
    pub short: [&'static str; 5],
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Not known yet.
    pub unsure: &'static str,
    /// Before the proposal.
    pub proposal: &'static str,
    /// What the answers point to.
    pub way: fn(Way) -> &'static str,
    /// What in the answers points there.
    because: fn(Because) -> &'static str,
    /// Over the ways to choose from.
    pub choose: &'static str,
    /// A person decides, not the phone.
    pub choose_hint: &'static str,
    /// What a way means.
    pub means: fn(Standing) -> &'static str,
    /// Writes it down.
    pub decide: &'static str,
    /// The answers are kept, but the way was not.
    pub half: &'static str,
    /// The answers were given before and stand.
    pub answered: &'static str,
    /// It has gone on; nothing is to be sorted.
    pub beyond: fn(&str) -> String,
    /// To the issue's page.
    pub to_issue: &'static str,
}

/// The answer that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Because {
    Unlawful,
    Quarrel,
    NobodyToAct,
    Large,
    OneHousehold,
    Ripe,
    Unknown,
}

impl Triage {
    /// Why the answers propose what they propose, in words.
    #[must_use]
    pub fn reason(&self, answers: Answers) -> &'static str {
        let because = match answers.proposes() {
            Way::Decline => Because::Unlawful,
            Way::Draft => Because::Ripe,
            Way::Settle => Because::OneHousehold,
            Way::Redirect if answers.quarrel == Some(true) => Because::Quarrel,
            Way::Redirect => Because::Large,
            Way::Park if answers.actor == Some(false) => Because::NobodyToAct,
            Way::Park => Because::Unknown,
        };
        (self.because)(because)
    }
}

pub(crate) static ZH: Triage = Triage {
    title: "分一分",
    questions: [
        ("切口小吗？", "一个晚上谈得完"),
        ("牵涉几户吗？", "不只一家的事"),
        ("能办的人来得了吗？", "说了能算、能动手的"),
        ("合法合规吗？", "法律和政策允许谈的"),
        ("是两家人吵架吗？", "吵架先调解，不上板凳"),
    ],
    short: ["切口小", "牵涉几户", "能办的人来得了", "合法合规", "两家人吵架"],
    yes: "是",
    no: "不是",
    unsure: "没想好",
    proposal: "看下来，可以",
    way: |way| match way {
        Way::Draft => "拟题，坐下来谈",
        Way::Settle => "当场办",
        Way::Redirect => "转办",
        Way::Park => "先放着",
        Way::Decline => "不协商",
    },
    because: |because| match because {
        Because::Unlawful => "法律和政策不允许的，谈了也不能算数。",
        Because::Quarrel => "两家人的矛盾，先请调解的人来。",
        Because::NobodyToAct => "能办的人还来不了，等人到了再谈。",
        Because::Large => "一个晚上谈不完，交给能管这么大事的地方。",
        Because::OneHousehold => "只关一家，不用大家坐下来，当场就能办。",
        Because::Ripe => "切口小，牵涉几户，有人能办，合规，不是吵架。",
        Because::Unknown => "还有没想好的，问清楚了再定。",
    },
    choose: "怎么走，您来定",
    choose_hint: "上面只是提个醒。",
    means: |to| match to {
        Standing::Settled => "马上就办掉",
        Standing::Redirected => "交给该管的地方",
        Standing::Merged => "和另一件一起办",
        Standing::Parked => "等一等再说",
        Standing::Drafted => "坐下来谈",
        Standing::Declined => "说清为什么",
        Standing::Lead
        | Standing::Received
        | Standing::Triaged
        | Standing::Approved
        | Standing::Posted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed => "",
    },
    decide: "就这样定",
    half: "五个问题的回答存下了，怎么走还没存：",
    answered: "五个问题问过了",
    beyond: |standing| format!("这一件现在是“{standing}”，不用再分了。"),
    to_issue: "看这一件",
};

pub(crate) static EN: Triage = Triage {
    title: "Sort it",
    questions: [
        ("Is it small enough?", "One evening is enough to talk it through"),
        ("Does it touch several households?", "Not one family’s affair alone"),
        ("Can someone who can act come?", "Somebody whose word counts"),
        ("Is it lawful?", "Law and policy leave it open"),
        ("Is it a quarrel between two?", "Quarrels go to mediation, not to the bench"),
    ],
    short: ["small", "several households", "someone can act", "lawful", "a quarrel of two"],
    yes: "Yes",
    no: "No",
    unsure: "Not sure",
    proposal: "The answers point to:",
    way: |way| match way {
        Way::Draft => "draft a question and sit down",
        Way::Settle => "settle it on the spot",
        Way::Redirect => "hand it on",
        Way::Park => "lay it aside",
        Way::Decline => "decline it",
    },
    because: |because| match because {
        Because::Unlawful => "Law or policy does not leave it open; talking could not change that.",
        Because::Quarrel => "A quarrel between two families goes to a mediator first.",
        Because::NobodyToAct => "Nobody who can act can come yet; wait until they can.",
        Because::Large => "Too large for one evening; it belongs where such things are decided.",
        Because::OneHousehold => "It touches one household only and can be settled on the spot.",
        Because::Ripe => "Small, of several households, someone can act, lawful, no quarrel.",
        Because::Unknown => "Something is not known yet; ask first, then decide.",
    },
    choose: "The way is yours to choose",
    choose_hint: "The line above is only a hint.",
    means: |to| match to {
        Standing::Settled => "done at once",
        Standing::Redirected => "to where it belongs",
        Standing::Merged => "goes on with another",
        Standing::Parked => "waits a while",
        Standing::Drafted => "people sit down",
        Standing::Declined => "with the reason",
        Standing::Lead
        | Standing::Received
        | Standing::Triaged
        | Standing::Approved
        | Standing::Posted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed => "",
    },
    decide: "Decide",
    half: "The five answers are kept; the way is not yet:",
    answered: "The five questions are answered",
    beyond: |standing| format!("This one is “{standing}” now; there is nothing to sort."),
    to_issue: "See the issue",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn each_proposal_says_which_answer_decided() {
        let w = Lang::Zh.words().triage();
        let ripe = Answers {
            small: Some(true),
            several: Some(true),
            actor: Some(true),
            lawful: Some(true),
            quarrel: Some(false),
        };
        assert!(w.reason(ripe).starts_with("切口小"));
        assert!(w.reason(Answers { quarrel: Some(true), ..ripe }).contains("调解"));
        assert!(w.reason(Answers { small: Some(false), ..ripe }).contains("一个晚上"));
        assert!(w.reason(Answers { actor: None, ..ripe }).contains("没想好"));
        assert!(w.reason(Answers { actor: Some(false), ..ripe }).contains("来不了"));
        assert!(w.reason(Answers { lawful: Some(false), ..ripe }).contains("法律"));
        assert!(w.reason(Answers { several: Some(false), ..ripe }).contains("一家"));
    }
}
