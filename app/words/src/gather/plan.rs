//! Planning a session.

use domain::{Standing, session::Mode};

/// What the form says.
#[derive(Debug)]
pub struct Plan {
    /// Its heading, and the line under it.
    pub title: (&'static str, &'static str),
    /// Which issues?
    pub which: &'static str,
    /// None is ripe.
    pub none_ripe: &'static str,
    /// Over those that are not ripe: so many.
    pub unripe: fn(usize) -> String,
    /// Why an issue is not ripe.
    pub why: fn(Standing) -> &'static str,
    /// The issue that was planned for stays where it is: how it stands, and what it lacks.
    pub stays: fn(&str, Standing) -> String,
    /// The topic.
    pub topic: &'static str,
    /// Under it: where it comes from.
    pub topic_hint: &'static str,
    /// Several questions in one topic: the first, and how many there are.
    pub topic_of: fn(&str, usize) -> String,
    /// Who prepares the bench?
    pub mode: &'static str,
    /// What a mode means, in a sentence.
    pub mode_means: fn(Mode) -> &'static str,
    /// When?
    pub when: &'static str,
    /// The day.
    pub day: &'static str,
    /// The hour.
    pub time: &'static str,
    /// It may be set later.
    pub later: &'static str,
    /// One of day and hour is missing.
    pub half: &'static str,
    /// Where?
    pub place: &'static str,
    /// Where else, should it rain?
    pub rain: &'static str,
    /// Both in one line.
    pub with_rain: fn(&str, &str) -> String,
    /// The agenda it begins with.
    pub agenda: &'static str,
    /// The button, and the line under it.
    pub save: (&'static str, &'static str),
}

pub(crate) static ZH: Plan = Plan {
    title: ("定一场板凳会", "写到哪留到哪，没信号也能定"),
    which: "谈哪几件",
    none_ripe: "还没有审定过的题目。先把一件事拟成题、审定了，再来约；也可以先写个题目占着日子。",
    unripe: |n| format!("还没到时候的，{n} 件"),
    why: |standing| match standing {
        Standing::Lead => "刚提出，村里还没收下",
        Standing::Received => "还没分一分",
        Standing::Triaged => "还没拟成题目",
        Standing::Drafted => "题目等书记审定",
        Standing::Scheduled => "已经定了日子",
        Standing::Approved
        | Standing::Posted
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Parked
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => "",
    },
    stays: |name, standing| match standing {
        Standing::Parked => {
            format!("现在还是“{name}”。这一场会写着它；重新分一分、拟成题、审定了，它才有日子。")
        }
        Standing::Triaged => {
            format!("现在还是“{name}”。这一场会写着它；拟成题、审定了，它才有日子。")
        }
        Standing::Drafted => format!("现在还是“{name}”。这一场会写着它；书记审定了，它才有日子。"),
        Standing::Scheduled => format!("已经“{name}”，排在另一场，这一场不再写它。"),
        Standing::Lead
        | Standing::Received
        | Standing::Approved
        | Standing::Posted
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => format!("现在是“{name}”，这一场不再写它。"),
    },
    topic: "题目",
    topic_hint: "跟着选中的事走，可以改成大家好懂的话",
    topic_of: |first, n| format!("{first}（共 {n} 件）"),
    mode: "谁来搭台",
    mode_means: |mode| match mode {
        Mode::A => "区政协来主持，请部门到场回答，谈成的事书面交办。",
        Mode::B => "村里自己主持，委员坐进来一起谈。",
    },
    when: "什么时候",
    day: "哪天",
    time: "几点",
    later: "还没定就先空着，以后再定。",
    half: "日子和钟点要写就都写上。",
    place: "在哪里",
    rain: "下雨改到哪里（可不填）",
    with_rain: |place, rain| format!("{place}（下雨改{rain}）"),
    agenda: "议程，以后还能改",
    save: ("存下这场", "接着摆凳子、写一页纸。"),
};

pub(crate) static EN: Plan = Plan {
    title: ("Plan a session", "Every word is kept; no signal is needed"),
    which: "Which issues",
    none_ripe: "No question is approved yet. Draft one and have it approved, or write a topic for now to keep the day.",
    unripe: |n| format!("Not ripe yet: {n}"),
    why: |standing| match standing {
        Standing::Lead => "just raised; the village has not taken it up",
        Standing::Received => "not sorted yet",
        Standing::Triaged => "no question drafted yet",
        Standing::Drafted => "the question waits for the secretary’s approval",
        Standing::Scheduled => "has a day already",
        Standing::Approved
        | Standing::Posted
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Parked
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => "",
    },
    stays: |name, standing| match standing {
        Standing::Parked => format!(
            "is still “{name}”. This session names it; it gets the day once it is sorted anew, drafted and approved."
        ),
        Standing::Triaged => format!(
            "is still “{name}”. This session names it; it gets the day once its question is drafted and approved."
        ),
        Standing::Drafted => format!(
            "is still “{name}”. This session names it; it gets the day once its question is approved."
        ),
        Standing::Scheduled => {
            format!("is “{name}” with another session; this one does not name it.")
        }
        Standing::Lead
        | Standing::Received
        | Standing::Approved
        | Standing::Posted
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => format!("is “{name}” now; this session does not name it."),
    },
    topic: "Topic",
    topic_hint: "It follows the issues you pick; put it in words that everybody understands",
    topic_of: |first, n| format!("{first}（共 {n} 件）"),
    mode: "Who prepares the bench",
    mode_means: |mode| match mode {
        Mode::A => {
            "The district hosts, departments come to answer, and what is agreed is handed over on paper."
        }
        Mode::B => "The village hosts, and members of the conference sit in.",
    },
    when: "When",
    day: "Day",
    time: "Hour",
    later: "Leave it open if it is not settled; it can be set later.",
    half: "Give both the day and the hour, or neither.",
    place: "Where",
    rain: "Where, should it rain (may be left out)",
    with_rain: |place, rain| format!("{place}（下雨改{rain}）"),
    agenda: "The agenda; it can be changed later",
    save: ("Save this session", "Next: seats and the one page."),
};
