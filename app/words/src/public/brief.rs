//! The page by which somebody who cannot come is asked one question.

/// What the page says.
#[derive(Debug)]
pub struct Brief {
    /// What the page is called.
    pub title: &'static str,
    /// Whom it is for, and that it takes no more than some minutes.
    pub to: fn(&str) -> String,
    /// What it is about.
    pub background: &'static str,
    /// What is known of it.
    pub facts: &'static str,
    /// Of which year, and from where.
    pub source: fn(&str) -> String,
    /// What people said.
    pub said: &'static str,
    /// Above the question.
    pub question: &'static str,
    /// Above the box.
    pub answer: &'static str,
    /// How much room there is.
    pub room: &'static str,
    /// The box that consents.
    pub named: fn(&str) -> String,
    /// The button.
    pub send: fn(&str) -> String,
    /// What comes of the answer, with the day.
    pub read_out: fn(&str) -> String,
    /// The same, with no day yet.
    pub read_out_some_day: &'static str,
    /// It was answered.
    pub answered: &'static str,
    /// What comes of it.
    pub answered_means: &'static str,
    /// The name will be given.
    pub by_name: &'static str,
    /// It will not.
    pub by_role: &'static str,
    /// It is too late.
    pub over: &'static str,
    /// Whom to ring.
    pub over_do: fn(&str) -> String,
    /// Nothing was written.
    pub empty: &'static str,
    /// Too much was written.
    pub too_long: &'static str,
    /// There is nothing at this address.
    pub unknown: &'static str,
    /// What to do then.
    pub unknown_do: &'static str,
    /// Too many tries from one address.
    pub slow_down: &'static str,
}

pub(crate) static ZH: Brief = Brief {
    title: "一页纸",
    to: |name| format!("给 {name} · 约 5 分钟 · 不用登录"),
    background: "什么事",
    facts: "情况",
    source: |source| format!("（{source}）"),
    said: "村民怎么说",
    question: "只问一个问题",
    answer: "写几句",
    room: "不超过两千字",
    named: |role| format!("公示时可以写我的名字。不勾就写“{role}”"),
    send: |village| format!("发给{village}"),
    read_out: |day| format!("{day} 坐下来时会念。您的话和村民的话排在一起，不排在前面。"),
    read_out_some_day: "坐下来时会念。您的话和村民的话排在一起，不排在前面。",
    answered: "您的答复收到了",
    answered_means: "会上会念。谢谢您。",
    by_name: "公示时会写您的名字。",
    by_role: "公示时不写您的名字。",
    over: "这一页过了答复的日子",
    over_do: |asker| format!("情况还可以看。想补一句，请打电话给{asker}。"),
    empty: "还没写字。写一句也行。",
    too_long: "太长了，请压到两千字以内。",
    unknown: "这个地址下没有东西",
    unknown_do: "链接可能没有抄全。请让请您的人再发一次。",
    slow_down: "问得太快了，歇一分钟再试。",
};

pub(crate) static EN: Brief = Brief {
    title: "One page",
    to: |name| format!("For {name} · about 5 minutes · no signing in"),
    background: "What it is about",
    facts: "The facts",
    source: |source| format!(" ({source})"),
    said: "What villagers say",
    question: "One question only",
    answer: "A few sentences",
    room: "2,000 characters at most",
    named: |role| format!("The public edition may give my name. Otherwise it says “{role}”"),
    send: |village| format!("Send to {village}"),
    read_out: |day| {
        format!(
            "It will be read out on the bench on {day}, among what villagers say and not before it."
        )
    },
    read_out_some_day: "It will be read out on the bench, among what villagers say and not before it.",
    answered: "Your answer is here",
    answered_means: "It will be read out on the bench. Thank you.",
    by_name: "The public edition will give your name.",
    by_role: "The public edition will not give your name.",
    over: "The time for answering is over",
    over_do: |asker| format!("The facts can still be read. To add a word, ring {asker}."),
    empty: "Nothing is written yet. One sentence is enough.",
    too_long: "That is too long: 2,000 characters at most.",
    unknown: "There is nothing at this address",
    unknown_do: "The link may not have been copied whole. Ask whoever invited you to send it again.",
    slow_down: "Too many tries at once. Wait a minute, then try again.",
};
