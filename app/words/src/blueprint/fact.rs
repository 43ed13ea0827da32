//! What is known of the village, with what was known before.

/// What the tiles and their sheet say.
#[derive(Debug)]
pub struct Known {
    /// The tiles, for whoever hears them.
    pub title: &'static str,
    /// Opens one: its name and value.
    pub open: fn(&str, &str) -> String,
    /// What it was over the years.
    pub history: &'static str,
    /// Who entered it and when.
    pub known: fn(&str, &str) -> String,
    /// A new value; what is there stays.
    pub fresh: &'static str,
    /// That the old values stay.
    pub fresh_hint: &'static str,
    /// A fact that was not there.
    pub add: &'static str,
    /// Mends a slip of the pen.
    pub mend: fn(&str) -> String,
    /// Which, how much, of when, from where.
    pub boxes: [&'static str; 4],
    /// A name or a value is missing.
    pub lacks: &'static str,
    /// Nothing is known yet.
    pub none: &'static str,
}

pub(crate) static ZH: Known = Known {
    title: "村情",
    open: |name, value| format!("{name} {value}，看历年"),
    history: "历年的数",
    known: |who, when| format!("{who} {when}记"),
    fresh: "记一个新的数",
    fresh_hint: "老的数留着，看得到是怎么变的。",
    add: "加一项村情",
    mend: |value| format!("写错了，改：{value}"),
    boxes: ["哪一项", "多少", "什么时候的", "哪里来的"],
    lacks: "请写是哪一项、多少。",
    none: "还没有村情。户数、人口、收入，写清哪年的、哪里来的。",
};

pub(crate) static EN: Known = Known {
    title: "Facts about the village",
    open: |name, value| format!("{name} {value}: see how it was"),
    history: "Over the years",
    known: |who, when| format!("entered by {who}, {when}"),
    fresh: "Enter a new value",
    fresh_hint: "The old ones stay, so that one can see how it went.",
    add: "Add a fact",
    mend: |value| format!("Mend a slip: {value}"),
    boxes: ["Which", "How much", "Of when", "From where"],
    lacks: "Please write which fact, and how much.",
    none: "Nothing is known yet. Households, people, income: of which year, and from where.",
};
