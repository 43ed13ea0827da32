//! The page by which anybody who has a session's code says how something was done.

/// What the page says beside what a ballot says.
#[derive(Debug)]
pub struct Assess {
    /// What it is, below the title.
    pub about: &'static str,
    /// The button that leads there from a public edition.
    pub open: &'static str,
    /// The name, which may stay empty.
    pub name: &'static str,
    /// Why it is looked at first.
    pub means: &'static str,
    /// It is here.
    pub thanks: &'static str,
    /// What comes next.
    pub next: &'static str,
    /// Too many wait for a look.
    pub full: &'static str,
    /// Back to the edition.
    pub back: &'static str,
    /// It is not something that is rated now.
    pub early: &'static str,
    /// What to do then.
    pub early_do: &'static str,
}

pub(crate) static ZH: Assess = Assess {
    about: "一分钟 · 不用登录",
    open: "评一评",
    name: "怎么称呼您（可不填）",
    means: "这个码谁都能扫，所以先由村里的人看过再算数；办事的人自己不看。公开时只写人数和话，不写名字。",
    thanks: "收到了，谢谢您",
    next: "村里的人看过以后，算进这件事的评价。",
    full: "等着看的评价太多了，过几天再来，或当面跟记录员说。",
    back: "回到公示稿",
    early: "这会儿不评这件事",
    early_do: "办完、核过才评；办结以后不再评。",
};

pub(crate) static EN: Assess = Assess {
    about: "One minute · no signing in",
    open: "Rate it",
    name: "What to call you (may stay empty)",
    means: "Anybody can have this code, so somebody of the village looks first, and never whoever did it. In public there are numbers and words, and no names.",
    thanks: "It is here. Thank you",
    next: "Once somebody of the village has looked, it counts.",
    full: "Too many wait for a look; come back in a few days, or tell the recorder.",
    back: "Back to the edition",
    early: "This is not rated now",
    early_do: "It is rated once it is done and checked, and no longer when it is closed.",
};
