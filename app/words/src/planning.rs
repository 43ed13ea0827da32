//! 年度计划: what a village means to sit down for, month by month; what might be ripe; and the feed for calendars.

mod en;
mod feed;
mod zh;

use domain::{PlanAct, Refusal};

pub use self::feed::Feed;
use self::{en::EN, zh::ZH};
use crate::{Lang, Words, session::stage};

/// What these screens say.
#[derive(Debug)]
pub struct Planning {
    /// Its name.
    pub title: &'static str,
    /// That it is in the order of the map and ranks nobody.
    pub order: &'static str,
    /// Sat, planned, moved, called off.
    pub marks: [&'static str; 4],
    /// The table, to whoever scrolls it.
    pub table: &'static str,
    /// The heads of the first, the last but one and the last column.
    pub heads: [&'static str; 3],
    /// A month of the head, to those who listen; whether it is this one.
    pub month: fn(u32, bool) -> String,
    /// What a cell has: sat, planned, moved.
    pub cell: fn(usize, usize, usize) -> String,
    /// Sat so often of so often.
    pub tally: fn(usize, usize) -> String,
    /// Nothing more is planned.
    pub no_next: &'static str,
    /// Moved to a month.
    pub moved_to: fn(u32) -> String,
    /// A year; the one before; the one after.
    pub year: fn(u32) -> String,
    /// The year before, and the year after.
    pub turn: [&'static str; 2],
    /// Opens the villages of a town.
    pub villages: fn(&str) -> String,
    /// To the whole plan.
    pub whole: &'static str,
    /// The sheet of a month: where, year, month.
    pub sheet: fn(&str, u32, u32) -> String,
    /// Nothing is planned for it.
    pub empty: &'static str,
    /// Without a topic.
    pub slot: &'static str,
    /// Who leads.
    pub lead: fn(&str) -> String,
    /// Why it was moved: from which month, the reason.
    pub moved_from: fn(u32, u32, &str) -> String,
    /// Why it was called off.
    pub off: fn(&str) -> String,
    /// To its session; to convene one; to its issue.
    pub ways: [&'static str; 3],
    /// Moves it: the button, which month, why, the button that does it.
    pub shift: [&'static str; 4],
    /// Calls it off: the button, why, the button that does it.
    pub cancel: [&'static str; 3],
    /// Takes back what was entered by mistake.
    pub take_back: &'static str,
    /// What about, who leads, who prepares: the summary, and that it is kept.
    pub detail: [&'static str; 2],
    /// Gives a slot its issue.
    pub fill: &'static str,
    /// Adds: the summary, which village, which month, what about, that it may stay open, who leads, who prepares, the button.
    pub add: [&'static str; 8],
    /// A rhythm: the summary, what it does, from which month, the button.
    pub rhythm: [&'static str; 4],
    /// Every so many months.
    pub every: fn(u32) -> String,
    /// So many were laid out.
    pub laid: fn(usize) -> String,
    /// What is ripe: heading, what that means, nothing is.
    pub ripe: [&'static str; 3],
    /// Into which month; the button of one issue, by the month.
    pub into: (&'static str, fn(u32) -> String),
    /// What went into which month: title, year, month.
    pub went: fn(&str, u32, u32) -> String,
    /// So many households.
    pub households: fn(u32) -> String,
    /// The hints: heading, that they are no demand, there is none.
    pub hints: [&'static str; 3],
    /// Last sat down so many days ago, or never.
    pub last: fn(Option<i64>) -> String,
    /// Of so many parked one is named, with its households: parked, title, households.
    pub parked: fn(usize, &str, Option<u32>) -> String,
    /// So many are ripe, one of them is named.
    pub waits: fn(usize, &str, Option<u32>) -> String,
    /// The village's own block: heading, that nothing is planned.
    pub village: [&'static str; 2],
    /// A month alone.
    pub short_month: fn(u32) -> String,
    /// A month with its year.
    pub when: fn(u32, u32) -> String,
    /// What the feed says.
    pub feed: &'static Feed,
}

impl Words {
    /// The year's plan.
    #[must_use]
    pub fn planning(&self) -> &'static Planning {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    /// A refusal that only the plan knows.
    pub(crate) fn plan_refusal(
        &self,
        refusal: &Refusal,
        name: &dyn Fn(domain::Id) -> String,
    ) -> String {
        let [zh, en] = match refusal {
            Refusal::OffThePlan { by: Some(by), at: Some(at) } => {
                let (who, at) = (name(*by), self.lang.moment(*at, *at));
                [
                    format!("{who}已在 {at} 把这一条从计划里取消了。"),
                    format!("{who} took this out of the plan on {at}."),
                ]
            }
            Refusal::OffThePlan { .. } => [
                "这一条已经从计划里取消了。".to_owned(),
                "This is not in the plan any more.".to_owned(),
            ],
            Refusal::HasSession { now } => {
                let now = stage(self.lang, *now);
                [
                    format!("这一条已经约成一场板凳会（{now}），日子和去留到那一场里改。"),
                    format!("A session was convened for this ({now}): its day is changed there."),
                ]
            }
            Refusal::Unripe { now } => {
                let now = (self.names.standing)(*now);
                [
                    format!("这件事现在是“{now}”，排不进计划。"),
                    format!("This issue is “{now}” and cannot go into the plan."),
                ]
            }
            _ => return String::new(),
        };
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// What was done to the plan, in a line.
#[must_use]
pub fn did(lang: Lang, act: &PlanAct) -> &'static str {
    let [zh, en] = match act {
        PlanAct::Enter(_) => ["列进了年度计划", "entered something in the year’s plan"],
        PlanAct::Fill { .. } => ["给计划里的空档排了事", "gave an open slot its issue"],
        PlanAct::Shift { .. } => ["把计划改了月份", "moved something in the plan"],
        PlanAct::Cancel { .. } => ["取消了一条计划", "called off something in the plan"],
        PlanAct::Bind { .. } => ["把计划约成了板凳会", "convened what was planned"],
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
