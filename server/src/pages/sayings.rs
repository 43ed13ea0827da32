//! What the notice board says, in both languages.

use words::Lang;

/// The sentences of the notice board.
#[derive(Debug)]
pub(super) struct Sayings {
    pub(super) skip: &'static str,
    /// What the ways at the end of a page are, to those who hear it.
    pub(super) ends: &'static str,
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) empty: &'static str,
    pub(super) open: &'static str,
    pub(super) other_language: &'static str,
    pub(super) way: &'static str,
    pub(super) raised_by: &'static str,
    pub(super) for_somebody: &'static str,
    pub(super) roles: &'static str,
    pub(super) number: fn(u32) -> String,
    pub(super) households: fn(u32) -> String,
    pub(super) bench: fn(&str, &str) -> String,
}

/// The sentences in a language.
pub(super) fn in_(lang: Lang) -> &'static Sayings {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

static ZH: Sayings = Sayings {
    skip: "跳到正文",
    ends: "别的页",
    name: "板凳会",
    title: "公示栏",
    about: "定了要坐下来谈的事，和谈出来的结果。",
    empty: "这会儿没有公示的事。",
    open: "打开板凳会",
    other_language: "English",
    way: "走到哪一步：",
    raised_by: "提的人：",
    for_somebody: "（代录）",
    roles: "只写身份，不写名字。有话要讲、觉得写得不对：到村委会，或在板凳会说一声。",
    number: |number| format!("第 {number} 号"),
    households: |count| format!("约 {count} 户"),
    bench: |day, place| format!("{day}，{place}"),
};

static EN: Sayings = Sayings {
    skip: "Skip to content",
    ends: "Other pages",
    name: "Bandeng",
    title: "Notice board",
    about: "What will be talked through on the benches, and what came of it.",
    empty: "Nothing is posted at the moment.",
    open: "Open Bandeng",
    other_language: "中文",
    way: "How far it has come: ",
    raised_by: "raised by a ",
    for_somebody: " for somebody else",
    roles: "Roles, not names. If something is wrong or missing: come to the village office, or say so in Bandeng.",
    number: |number| format!("No. {number}"),
    households: |count| format!("about {count} households"),
    bench: |day, place| format!("{day}, {place}"),
};
