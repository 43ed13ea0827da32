//! The page on which somebody asks, by a number, what has become of what they sent.

use domain::Standing;

/// What the page says.
#[derive(Debug)]
pub struct Asking {
    /// What the page is called.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Above the box.
    pub label: &'static str,
    /// Below it.
    pub hint: &'static str,
    /// The button.
    pub check: &'static str,
    /// There is no such number.
    pub unknown: &'static str,
    /// What to do then.
    pub unknown_do: &'static str,
    /// Too many tries from one address.
    pub slow_down: &'static str,
    /// Above what somebody wrote.
    pub wrote: &'static str,
    /// Above where it stands.
    pub now: &'static str,
    /// Where an issue stands, and what happens next.
    pub stands: fn(Standing) -> [&'static str; 2],
    /// When people sit down, and where.
    pub bench: fn(&str, &str) -> String,
    /// Where it was sent.
    pub sent_to: fn(&str) -> String,
    /// Before a reason, an outcome.
    pub why: &'static str,
    /// Since when.
    pub since: fn(&str) -> String,
    /// Somebody was told by word of mouth.
    pub told: fn(&str) -> String,
    /// The issue that carries it on.
    pub merged: &'static str,
    /// In which other village it goes on.
    pub elsewhere: fn(&str) -> String,
    /// To the whole line.
    pub line: &'static str,
    /// A letter waits.
    pub held: &'static str,
    /// What happens next with it.
    pub held_next: &'static str,
    /// It was answered.
    pub answered: &'static str,
    /// It was laid aside.
    pub aside: &'static str,
    /// What to do if that is not enough.
    pub not_enough: &'static str,
}

pub(crate) static ZH: Asking = Asking {
    title: "办到哪一步了",
    about: "填上单号，看您提的事、写的信办到哪一步。",
    label: "单号",
    hint: "8 个字母和数字，大小写都行，空格可以不打。",
    check: "问一问",
    unknown: "没有这个单号",
    unknown_do: "请对一对有没有抄错。单号里没有 0 和 O，也没有 1 和 I。",
    slow_down: "问得太快了，歇一分钟再试。",
    wrote: "您写的",
    now: "到哪一步了",
    stands: |standing| match standing {
        Standing::Lead => ["村里的干部还没有看", "看过以后，这里会写明。"],
        Standing::Received => ["收到了", "接下来村里商量怎么办。"],
        Standing::Triaged => ["看过了，分好了类", "接下来定怎么办。"],
        Standing::Settled => ["当场办了", ""],
        Standing::Redirected => ["转给别处办", "等那边回话。"],
        Standing::Merged => ["和另一件事并在一起办", "那一件办到哪里，这一件就到哪里。"],
        Standing::Parked => ["先放着", "等到了时候再拿出来。"],
        Standing::Drafted => ["拟成了议题", "接下来由村书记审定。"],
        Standing::Approved => ["审定了", "接下来贴到公示栏。"],
        Standing::Posted => ["公示了", "接下来定日子，坐下来谈。"],
        Standing::Scheduled => ["定了日子坐下来谈", "谈完以后，这里会写谈出了什么。"],
        Standing::Consulted => ["坐下来谈过了", "接下来照谈好的去办。"],
        Standing::Closed => ["办结了", ""],
        Standing::Declined => ["这次不办", ""],
    },
    bench: |day, place| format!("{day}，{place}"),
    sent_to: |to| format!("转给：{to}"),
    why: "怎么说的：",
    since: |day| format!("{day} 起"),
    told: |day| format!("{day} 村里当面或打电话回过话。"),
    merged: "并到的那一件",
    elsewhere: |village| format!("在{village}的议题里接着办。"),
    line: "看整件事怎么走",
    held: "政协办还没有看",
    held_next: "看过以后，答复写在这里，还用这个单号。",
    answered: "答复了",
    aside: "看过了，放在一边",
    not_enough: "觉得说得不对，可以再写一次，也可以到村委会当面讲。",
};

pub(crate) static EN: Asking = Asking {
    title: "How far is it?",
    about: "Type the number to see what has become of what you raised or wrote.",
    label: "Number",
    hint: "8 letters and digits; capitals and spaces do not matter.",
    check: "Ask",
    unknown: "There is no such number",
    unknown_do: "Please compare it once more. There is no 0 and no O in it, no 1 and no I.",
    slow_down: "Too many questions at once. Wait a minute, then try again.",
    wrote: "What you wrote",
    now: "How far it is",
    stands: |standing| match standing {
        Standing::Lead => {
            ["No cadre of the village has looked at it yet", "Once somebody has, it says so here."]
        }
        Standing::Received => ["It was received", "Next, the village decides what to do."],
        Standing::Triaged => ["It was looked at and sorted", "Next, the way is chosen."],
        Standing::Settled => ["It was done at once", ""],
        Standing::Redirected => ["It was passed on", "Their answer is awaited."],
        Standing::Merged => ["It is carried on with another issue", "They go the same way."],
        Standing::Parked => ["It is laid by for now", "It comes back when its time has come."],
        Standing::Drafted => {
            ["It was put as a question for a bench", "Next, the secretary approves it."]
        }
        Standing::Approved => ["It was approved", "Next, it is posted."],
        Standing::Posted => ["It is posted", "Next, a day is set to sit down."],
        Standing::Scheduled => {
            ["A day is set to sit down", "Afterwards it says here what came of it."]
        }
        Standing::Consulted => ["It was talked through", "Next, what was agreed is done."],
        Standing::Closed => ["It is closed", ""],
        Standing::Declined => ["It is not taken up", ""],
    },
    bench: |day, place| format!("{day}, {place}"),
    sent_to: |to| format!("Passed on to: {to}"),
    why: "In their words: ",
    since: |day| format!("Since {day}"),
    told: |day| format!("The village gave word on {day}, in person or by telephone."),
    merged: "The other issue",
    elsewhere: |village| format!("It goes on in an issue of {village}."),
    line: "See its whole way",
    held: "The office has not read it yet",
    held_next: "Its answer will stand here, under the same number.",
    answered: "It was answered",
    aside: "It was read and laid aside",
    not_enough: "If that is not right, write again, or come to the village office.",
};
