//! The page by which one person without an account says how something was done.

/// What the page says.
#[derive(Debug)]
pub struct Ballot {
    /// What the page is called.
    pub title: &'static str,
    /// Whom it is for: what stands before and behind the name.
    pub to: [&'static str; 2],
    /// How one can tell.
    pub criterion: &'static str,
    /// What was done.
    pub done: &'static str,
    /// Somebody checked it.
    pub checked: &'static str,
    /// Who did it.
    pub owner: &'static str,
    /// The question.
    pub question: &'static str,
    /// Whether the person was heard.
    pub heard: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Above the box.
    pub words: &'static str,
    /// Below it.
    pub hint: &'static str,
    /// The button.
    pub send: &'static str,
    /// The button, when something was said before.
    pub change: &'static str,
    /// What comes of it.
    pub means: &'static str,
    /// It is here.
    pub thanks: &'static str,
    /// What was said before.
    pub before: fn(&str, &str) -> String,
    /// It can be changed until it is closed.
    pub changes: &'static str,
    /// It is done again.
    pub again: &'static str,
    /// What comes of that.
    pub again_means: &'static str,
    /// It is not done yet.
    pub early: &'static str,
    /// What to do then.
    pub early_do: &'static str,
    /// It is closed.
    pub over: &'static str,
    /// Whom to turn to.
    pub over_do: fn(&str) -> String,
    /// It was the person's own doing.
    pub own: &'static str,
    /// Why not, then.
    pub own_why: &'static str,
    /// Nothing was chosen.
    pub choose: &'static str,
    /// Not satisfied, and nothing was said.
    pub why: &'static str,
    /// Too much was written.
    pub too_long: &'static str,
    /// Something in it cannot be taken.
    pub unclear: &'static str,
    /// There is nothing at this address.
    pub unknown: &'static str,
    /// What to do then.
    pub unknown_do: &'static str,
    /// Too many tries from one address.
    pub slow_down: &'static str,
}

pub(crate) static ZH: Ballot = Ballot {
    title: "评一评",
    to: ["给 ", " · 一分钟 · 不用登录"],
    criterion: "怎样算办成",
    done: "做了什么",
    checked: "核过了：",
    owner: "谁办的",
    question: "办得怎么样？",
    heard: "让我说上话了吗？",
    yes: "说上了",
    no: "没有",
    words: "写一句",
    hint: "不满意的，写明差在哪里；满意的可以不写。",
    send: "就这样评",
    change: "改成这样",
    means: "公开时只写人数和话，不写名字。不满意就重办。",
    thanks: "记下了，谢谢您",
    before: |day, result| format!("您 {day} 评的是：{result}。"),
    changes: "办结以前都可以改，以最后一次为准。",
    again: "记下了，这件事重办",
    again_means: "您的话跟着这件事走。重新办好、核过以后，还用这个链接再评。",
    early: "还没到评的时候",
    early_do: "办完、核过以后再来，还是这个链接。",
    over: "这件事已经办结",
    over_do: |village| format!("有话还可以讲：到{village}村委会，或找村里的记录员。"),
    own: "办事的人不评自己办的事",
    own_why: "请别人来评。这个链接是给您的名字开的。",
    choose: "先选一个：满意、基本满意，还是不满意。",
    why: "差在哪里？写一句，好让人去改。",
    too_long: "太长了，请压到两千字以内。",
    unclear: "这句话里有认不出的字，请改一改。",
    unknown: "这个地址下没有东西",
    unknown_do: "链接可能没有抄全。请让给您链接的人再发一次。",
    slow_down: "问得太快了，歇一分钟再试。",
};

pub(crate) static EN: Ballot = Ballot {
    title: "How was it done?",
    to: ["For ", " · one minute · no signing in"],
    criterion: "Done when",
    done: "What was done",
    checked: "Checked: ",
    owner: "Done by",
    question: "How was it done?",
    heard: "Were you heard?",
    yes: "Yes",
    no: "No",
    words: "A sentence",
    hint: "If you are not satisfied, say what is wrong; otherwise it may stay empty.",
    send: "Send",
    change: "Change it to this",
    means: "In public there are numbers and words, and no names. If you are not satisfied, it is done again.",
    thanks: "It is noted. Thank you",
    before: |day, result| format!("On {day} you said: {result}."),
    changes: "You can change it until it is closed; the last one counts.",
    again: "It is noted, and will be done again",
    again_means: "Your words go with it. Once it is done and checked anew, this link asks you again.",
    early: "It is too early to say",
    early_do: "Come back when it is done and checked; the link stays the same.",
    over: "This is closed",
    over_do: |village| {
        format!(
            "There is still somebody to tell: the village office of {village}, or its recorder."
        )
    },
    own: "Whoever did it does not rate it",
    own_why: "Somebody else does. This link was made for your name.",
    choose: "Choose one first: satisfied, mostly, or not satisfied.",
    why: "What is wrong? One sentence helps to mend it.",
    too_long: "That is too long; 2,000 characters at most.",
    unclear: "Some signs in it cannot be read; please change it.",
    unknown: "There is nothing at this address",
    unknown_do: "The link may not be whole. Ask whoever gave it to you to send it again.",
    slow_down: "Too many questions at once. Wait a minute, then try again.",
};
