//! The issue board: what the screen says, and the sentence on each card that tells what happens next.

use domain::{Issue, Millis, Standing};

use crate::Words;

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
    stands: fn(Standing) -> [&'static str; 2],
    /// Stands between a name and what it names.
    pub colon: &'static str,
}

/// The sentence of a card, with what people wrote kept apart from what the app says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// What the eye should find first: a day. Often empty.
    pub weighty: String,
    /// What the app says first.
    pub before: &'static str,
    /// What somebody wrote: a reason, a place, a name. Often empty.
    pub said: String,
    /// What the app says last. Often empty.
    pub after: &'static str,
}

impl Words {
    /// What happens next with an issue, in everyday words.
    #[must_use]
    pub fn stand(&self, issue: &Issue, now: Millis) -> Stand {
        let b = self.board;
        let [before, after] = (b.stands)(issue.standing);
        let last = issue.last_step().and_then(|step| step.why.as_deref()).map(brief);
        match (issue.standing, last) {
            (Standing::Scheduled, _) => Stand {
                weighty: issue
                    .scheduled_on
                    .map_or_else(String::new, |on| self.lang.moment(on, now)),
                said: issue.scheduled_where.clone().unwrap_or_default(),
                ..Stand::default()
            },
            (Standing::Redirected, _) => {
                let said = issue.redirected_to.clone().unwrap_or_default();
                Stand { before, said, after, ..Stand::default() }
            }
            (
                Standing::Consulted
                | Standing::Settled
                | Standing::Closed
                | Standing::Parked
                | Standing::Declined,
                said,
            ) => Stand { before, said: said.unwrap_or_default(), after, ..Stand::default() },
            (
                Standing::Lead
                | Standing::Received
                | Standing::Triaged
                | Standing::Merged
                | Standing::Drafted
                | Standing::Approved
                | Standing::Posted,
                _,
            ) => Stand { before, after, ..Stand::default() },
        }
    }
}

/// A reason may be long; a card has room for a sentence, and the issue's page for the whole of it.
fn brief(why: &str) -> String {
    if why.chars().count() <= BRIEF {
        return why.to_owned();
    }
    why.chars().take(BRIEF - 1).chain(['…']).collect()
}

/// So many characters of a reason stand on a card.
const BRIEF: usize = 48;

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

#[cfg(test)]
mod tests {
    use domain::{Category, issue::Step};

    use super::*;
    use crate::Lang;

    fn issue(standing: Standing, why: Option<&str>) -> Issue {
        let id = domain::Id::nil();
        let step = Step { to: standing, by: id, at: 0, why: why.map(str::to_owned) };
        Issue {
            words: "灯".into(),
            title: "灯".into(),
            title_en: None,
            village: id,
            category: Category::Living,
            group: None,
            households: None,
            proxy: None,
            named: false,
            raised_by: id,
            number: None,
            standing,
            trail: vec![step],
            answers: None,
            question: None,
            redirected_to: Some("区水利局".into()),
            merged_into: None,
            scheduled_on: Some(1_789_729_200_000),
            scheduled_where: Some("文化礼堂".into()),
            check: Vec::new(),
        }
    }

    #[test]
    fn a_card_says_what_happens_next() {
        let zh = Lang::Zh.words();
        let told = |standing, why| zh.stand(&issue(standing, why), 1_789_729_200_000);
        let day = told(Standing::Scheduled, None);
        assert_eq!((day.weighty.as_str(), day.said.as_str()), ("9 月 18 日 19:00", "文化礼堂"));
        let whole = |standing, why| {
            let Stand { before, said, after, .. } = told(standing, why);
            format!("{before}{said}{after}")
        };
        assert_eq!(whole(Standing::Redirected, Some("归他们管")), "转给区水利局，等回话");
        assert_eq!(whole(Standing::Parked, Some("等开春")), "先放着：等开春");
        let long = "等".repeat(60);
        assert_eq!(
            whole(Standing::Parked, Some(&long)).chars().count(),
            "先放着：".chars().count() + 48
        );
        assert_eq!(whole(Standing::Drafted, None), "拟好了题，等村书记审定");
    }

    #[test]
    fn a_standing_that_waits_never_shows_an_older_reason() {
        let en = Lang::En.words();
        let told = en.stand(&issue(Standing::Triaged, Some("came back")), 0);
        assert_eq!((told.before, told.said.as_str()), ("Sorted; waits for a way to be chosen", ""));
    }
}
