//! The sentence on each card of the board: what happens next with an issue, in everyday words.

use domain::{Issue, Millis, Standing};

use crate::Words;

/// So many characters of a reason stand on a card.
const BRIEF: usize = 48;

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
            door: None,
            number: None,
            standing,
            trail: vec![step],
            answers: None,
            question: None,
            redirected_to: Some("区水利局".into()),
            merged_into: None,
            scheduled_on: Some(1_789_729_200_000),
            scheduled_where: Some("文化礼堂".into()),
            session: None,
            echoes: Vec::new(),
            errands: Vec::new(),
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
