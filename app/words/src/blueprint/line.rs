//! One line: how it came to be, and how it is written anew.

/// What its sheet and its forms say.
#[derive(Debug)]
pub struct PlanLine {
    /// The sheet: how it came.
    pub title: &'static str,
    /// The way it has come.
    pub trail: &'static str,
    /// It was written down; it was written anew; a source was added.
    pub steps: [&'static str; 3],
    /// What it said before.
    pub was: &'static str,
    /// Adds a line.
    pub add: &'static str,
    /// Which section.
    pub section: &'static str,
    /// What is to be.
    pub words: &'static str,
    /// In English.
    pub words_en: &'static str,
    /// Why.
    pub why: &'static str,
    /// Why it changes.
    pub why_changed: &'static str,
    /// Where it comes from: heading, hint.
    pub sources: (&'static str, &'static str),
    /// Finds among the sources.
    pub find: &'static str,
    /// Sessions, advice, actions.
    pub kinds: [&'static str; 3],
    /// How many are left out of a list that was cut.
    pub more: fn(usize) -> String,
    /// There is nothing to choose from yet.
    pub no_sources: &'static str,
    /// Without a source it is an idea only.
    pub idea_only: &'static str,
    /// Writes it anew.
    pub rewrite: &'static str,
    /// Carries it along.
    pub carry: &'static str,
    /// The buttons that carry it: idea, listed, carried out, done, dropped.
    pub to: [&'static str; 5],
    /// Only adds a source.
    pub source_only: &'static str,
    /// A line is dropped only with a reason, and listed only with a source.
    pub guards: &'static str,
    /// Order and progress.
    pub arrange: &'static str,
    /// Which comes first.
    pub order: &'static str,
    /// It has no place in the order.
    pub no_order: &'static str,
    /// How far it is, in a word.
    pub progress: &'static str,
    /// When that is shown.
    pub progress_hint: &'static str,
    /// It stands here, of which section.
    pub stands: fn(&str, &str) -> String,
}

pub(crate) static ZH: PlanLine = PlanLine {
    title: "这一条怎么来的",
    trail: "来历",
    steps: ["写进来", "改了说法", "添了来处"],
    was: "原来是",
    add: "加一条",
    section: "哪一类",
    words: "要做什么",
    words_en: "英文怎么说",
    why: "为什么",
    why_changed: "为什么改",
    sources: ("谁开的口", "从板凳会、建议、办理里勾，一条来处都不写的，只算设想。"),
    find: "找来处",
    kinds: ["板凳会", "建议", "办理"],
    more: |count| format!("还有 {count} 条，写两个字找一找"),
    no_sources: "还没有开过板凳会，先写成设想。",
    idea_only: "没有来处，先记成“设想”。",
    rewrite: "改说法",
    carry: "往前走",
    to: ["改回设想", "列入", "开始做", "做完了", "取消"],
    source_only: "只添来处",
    guards: "列入要有来处，取消要写为什么。",
    arrange: "排先后、记进展",
    order: "先干哪件",
    no_order: "不排",
    progress: "走到哪一步",
    progress_hint: "几个字就好，如“明年春”。办理里记了数的，按那里的数。",
    stands: |section, state| format!("{section} · {state}"),
};

pub(crate) static EN: PlanLine = PlanLine {
    title: "How this line came to be",
    trail: "Its way",
    steps: ["written down", "written anew", "a source added"],
    was: "It said",
    add: "Add a line",
    section: "Which section",
    words: "What is to be",
    words_en: "In English",
    why: "Why",
    why_changed: "Why it changes",
    sources: (
        "Who spoke up",
        "Tick sessions, advice and actions. A line without any is an idea only.",
    ),
    find: "Find a source",
    kinds: ["Sessions", "Advice", "Actions"],
    more: |count| format!("{count} more; type a word to find one"),
    no_sources: "No session was held yet; write it down as an idea.",
    idea_only: "Without a source it is kept as an idea.",
    rewrite: "Write anew",
    carry: "Carry along",
    to: ["back to an idea", "list it", "begin it", "it is done", "drop it"],
    source_only: "only add the source",
    guards: "To be listed it needs a source; to be dropped, a reason.",
    arrange: "Order and progress",
    order: "Which comes first",
    no_order: "no place",
    progress: "How far it is",
    progress_hint: "A word will do, such as “next spring”. What is counted in an action goes before it.",
    stands: |section, state| format!("{section} · {state}"),
};
