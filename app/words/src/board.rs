//! The issue board.

use domain::Standing;

/// What the screen says.
#[derive(Debug)]
pub struct Board {
    /// Its heading.
    pub title: &'static str,
    /// The bench line's name: how many stations it has come, and what the last is called.
    pub line_at: fn(usize, &str) -> String,
    /// Opens the search row.
    pub search: &'static str,
    /// What can be searched for.
    pub search_hint: &'static str,
    /// Empties the search row and closes it.
    pub search_end: &'static str,
    /// So many were found; read aloud while typing.
    pub found: fn(usize) -> String,
    /// The name of the rail of lanes.
    pub lanes: &'static str,
    /// All lanes.
    pub all: &'static str,
    /// Opens the sheet with the other filters.
    pub filter: &'static str,
    /// So many issues in a lane.
    pub count: fn(usize) -> String,
    /// Shows one lane alone.
    pub only: &'static str,
    /// Filter: which category.
    pub category: &'static str,
    /// Filter: which group.
    pub group: &'static str,
    /// Filter: whose.
    pub whose: &'static str,
    /// No limit in this filter.
    pub any: &'static str,
    /// Whose: raised by me.
    pub mine: &'static str,
    /// Whose: entered by me for somebody.
    pub entered: &'static str,
    /// Closes the filters: so many are shown.
    pub show: fn(usize) -> String,
    /// Takes all filters away.
    pub unfilter: &'static str,
    /// The button everybody comes for.
    pub raise: &'static str,
    /// A village where nobody has said anything: heading.
    pub empty: &'static str,
    /// A village where nobody has said anything: what to do.
    pub empty_hint: &'static str,
    /// Nothing of this category in this group: heading.
    pub none_of: fn(&str, &str) -> String,
    /// Nothing of this category in this group: what that may mean.
    pub none_of_hint: fn(&str) -> String,
    /// Nothing fits the filters: heading.
    pub none: &'static str,
    /// Nothing fits the filters: what that may mean.
    pub none_hint: &'static str,
    /// Nothing was found for these letters.
    pub not_found: fn(&str) -> String,
    /// Nothing was found: what else to try.
    pub not_found_hint: &'static str,
    /// The village has never come to this phone: heading.
    pub no_village: &'static str,
    /// The village has never come to this phone: what to do.
    pub no_village_hint: &'static str,
    /// Where an issue stands and who has the next word: before and after what was written about it.
    pub(crate) stands: fn(Standing) -> [&'static str; 2],
    /// Stands between a name and what it names.
    pub colon: &'static str,
}

pub(crate) static ZH: Board = Board {
    title: "议题板",
    line_at: |n, station| format!("板凳线：走到第 {n} 步，{station}"),
    search: "找议题",
    search_hint: "几个字、人名、编号",
    search_end: "不找了",
    found: |n| format!("找到 {n} 件"),
    lanes: "看哪一步",
    all: "全部",
    filter: "按类别、按组筛选",
    count: |n| format!("{n} 件"),
    only: "都看看",
    category: "哪一类",
    group: "哪个组",
    whose: "谁的",
    any: "都看",
    mine: "我提的",
    entered: "我代录的",
    show: |n| format!("看这 {n} 件"),
    unfilter: "不筛了，看全部",
    raise: "提一件事",
    empty: "还没有人开口",
    empty_hint: "第一件事，从一句话开始。说出来就行，不用写。",
    none_of: |group, category| format!("{group}还没提过“{category}”"),
    none_of_hint: |group| format!("没提过，不等于没有。也许该去{group}坐坐。"),
    none: "这样筛，一件也没有",
    none_hint: "没提过，不等于没有。",
    not_found: |letters| format!("没找到“{letters}”"),
    not_found_hint: "换几个字试试，人名、编号也行。",
    no_village: "村里的事还没搬进这部手机",
    no_village_hint: "找个有信号的地方打开一次，以后没网也能看。",
    stands: |standing| match standing {
        Standing::Lead => ["等村里有人看一眼", ""],
        Standing::Received => ["等村里分一分：当场办，还是坐下来谈", ""],
        Standing::Triaged => ["分过了，等定下怎么走", ""],
        Standing::Settled => ["当场办了：", ""],
        Standing::Redirected => ["转给", "，等回话"],
        Standing::Merged => ["并到另一件里一起办", ""],
        Standing::Parked => ["先放着：", ""],
        Standing::Drafted => ["拟好了题，等村书记审定", ""],
        Standing::Approved => ["审定了，等公示", ""],
        Standing::Posted => ["公示了，等定日子坐下来谈", ""],
        Standing::Scheduled => ["", ""],
        Standing::Consulted => ["谈过了：", ""],
        Standing::Closed => ["办结了：", ""],
        Standing::Declined => ["不协商：", ""],
    },
    colon: "：",
};

pub(crate) static EN: Board = Board {
    title: "Issue board",
    line_at: |n, station| format!("Bench line: step {n} of 7, {station}"),
    search: "Find an issue",
    search_hint: "A few words, a name, a number",
    search_end: "Stop searching",
    found: |n| format!("{n} found"),
    lanes: "Which step to show",
    all: "All",
    filter: "Filter by category and group",
    count: |n| n.to_string(),
    only: "See all",
    category: "Category",
    group: "Group",
    whose: "Whose",
    any: "All",
    mine: "Raised by me",
    entered: "Entered by me for others",
    show: |n| if n == 1 { "Show 1 issue".into() } else { format!("Show {n} issues") },
    unfilter: "No filter, show all",
    raise: "Raise an issue",
    empty: "Nobody has spoken yet",
    empty_hint: "It begins with one sentence. Saying it is enough; nothing need be written.",
    none_of: |group, category| format!("{group} has raised nothing on “{category}”"),
    none_of_hint: |group| {
        format!("Not raised is not the same as not there. Perhaps sit down with {group}.")
    },
    none: "Nothing fits these filters",
    none_hint: "Not raised is not the same as not there.",
    not_found: |letters| format!("Nothing found for “{letters}”"),
    not_found_hint: "Try other words, a name or a number.",
    no_village: "The village has not come to this phone yet",
    no_village_hint: "Open it once where there is a signal; after that it works without one.",
    stands: |standing| match standing {
        Standing::Lead => ["Waits for somebody of the village to look", ""],
        Standing::Received => ["Waits to be sorted: settled on the spot, or talked through", ""],
        Standing::Triaged => ["Sorted; waits for a way to be chosen", ""],
        Standing::Settled => ["Settled on the spot: ", ""],
        Standing::Redirected => ["Handed on to ", "; waits for an answer"],
        Standing::Merged => ["Goes on together with another issue", ""],
        Standing::Parked => ["Laid aside: ", ""],
        Standing::Drafted => ["Question drafted; waits for the secretary’s approval", ""],
        Standing::Approved => ["Approved; waits to be posted", ""],
        Standing::Posted => ["Posted; waits for a day to sit down", ""],
        Standing::Scheduled => ["", ""],
        Standing::Consulted => ["Talked through: ", ""],
        Standing::Closed => ["Closed: ", ""],
        Standing::Declined => ["Not for the bench: ", ""],
    },
    colon: ": ",
};
