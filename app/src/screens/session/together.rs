//! Acts that belong together: a session and its papers, a moved day and the issues that wait for it.

use domain::{
    Act, Id, Issue, Kind, Millis, Scope, SessionAct, Stage, Standing,
    session::{Convene, papers_of},
};

/// Acts for one commit.
pub(in crate::screens) type Acts = Vec<(Kind, Id, Scope, Act)>;

/// An issue with where it lies.
pub(in crate::screens) type Bound<'a> = (Id, Scope, &'a Issue);

/// A session is planned: with its papers, and the issues brought to its day where it has one.
pub(in crate::screens) fn planned(id: Id, convene: Convene, issues: &[Bound<'_>]) -> Acts {
    let village = Scope::Village(convene.village);
    let day = convene.on.zip(convene.place.clone());
    let mut acts: Acts = vec![
        (Kind::Session, id, village, SessionAct::Convene(convene).into()),
        (Kind::Minutes, papers_of(id), Scope::Session(id), SessionAct::Minute.into()),
    ];
    if let Some((on, place)) = day {
        acts.extend(issues.iter().flat_map(|bound| brought(*bound, id, on, &place)));
    }
    acts
}

/// A session has another day or place, and its issues with it.
pub(super) fn moved(
    (id, village): (Id, Id),
    (on, place, why): (Millis, String, Option<String>),
    issues: &[Bound<'_>],
) -> Acts {
    let mut brought: Acts =
        issues.iter().flat_map(|bound| brought(*bound, id, on, &place)).collect();
    let act = SessionAct::Move { on, place, why };
    brought.insert(0, (Kind::Session, id, Scope::Village(village), act.into()));
    brought
}

/// A session goes on; when it is put off or is not to be, its issues have no day any more.
pub(super) fn proceeds(
    (id, village): (Id, Id),
    (from, to, why): (Stage, Stage, Option<String>),
    issues: &[Bound<'_>],
) -> Acts {
    let act = SessionAct::Proceed { from, to, why };
    let mut acts: Acts = vec![(Kind::Session, id, Scope::Village(village), act.into())];
    if matches!(to, Stage::Postponed | Stage::Cancelled) {
        let waits = |(_, _, issue): &&Bound<'_>| waits_for(issue, id);
        let freed = issues.iter().filter(waits);
        acts.extend(freed.map(|(issue, scope, _)| (Kind::Issue, *issue, *scope, Act::Post)));
    }
    acts
}

fn waits_for(issue: &Issue, session: Id) -> bool {
    issue.standing == Standing::Scheduled && issue.session == Some(session)
}

/// What brings an issue to a session's day: announced first, should it not be; mended, should it have been.
fn brought((id, scope, issue): Bound<'_>, session: Id, on: Millis, place: &str) -> Acts {
    let schedule = || Act::Schedule { on, place: place.to_owned(), session: Some(session) };
    let acts = match issue.standing {
        Standing::Approved => vec![Act::Post, schedule()],
        Standing::Posted => vec![schedule()],
        Standing::Scheduled if issue.session == Some(session) => {
            let day = ("scheduled_on", issue.scheduled_on.into(), on.into());
            let there = ("scheduled_where", issue.scheduled_where.clone().into(), place.into());
            let edit = |(field, from, to): (&str, serde_json::Value, serde_json::Value)| {
                (from != to).then(|| Act::Edit { field: field.to_owned(), from, to })
            };
            [day, there].into_iter().filter_map(edit).collect()
        }
        // another evening has it, or it is over
        Standing::Lead
        | Standing::Received
        | Standing::Triaged
        | Standing::Settled
        | Standing::Redirected
        | Standing::Merged
        | Standing::Parked
        | Standing::Drafted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed
        | Standing::Declined => Vec::new(),
    };
    acts.into_iter().map(|act| (Kind::Issue, id, scope, act)).collect()
}

#[cfg(test)]
mod tests {
    use domain::{Category, session::Mode};

    use super::*;

    const SESSION: Id = Id::from_u128(50);
    const VILLAGE: Id = Id::from_u128(9);

    fn issue(standing: Standing) -> Issue {
        let scheduled = standing == Standing::Scheduled;
        Issue {
            words: "路灯坏了".into(),
            title: "路灯".into(),
            title_en: None,
            village: VILLAGE,
            category: Category::Living,
            group: None,
            households: None,
            proxy: None,
            named: false,
            raised_by: VILLAGE,
            door: None,
            number: None,
            standing,
            trail: Vec::new(),
            answers: None,
            question: None,
            redirected_to: None,
            merged_into: None,
            scheduled_on: scheduled.then_some(1),
            scheduled_where: scheduled.then(|| "晒谷场".into()),
            session: scheduled.then_some(SESSION),
            check: Vec::new(),
            echoes: Vec::new(),
            errands: Vec::new(),
        }
    }

    fn words(acts: &Acts) -> Vec<String> {
        acts.iter()
            .map(|(_, _, _, act)| match act {
                Act::Session(act) => match act.as_ref() {
                    SessionAct::Convene(_) => "convene".into(),
                    SessionAct::Minute => "minute".into(),
                    SessionAct::Move { .. } => "move".into(),
                    _ => "proceed".into(),
                },
                Act::Post => "post".into(),
                Act::Schedule { session, .. } => {
                    format!("schedule {}", *session == Some(SESSION))
                }
                Act::Edit { field, .. } => format!("edit {field}"),
                other => format!("{other:?}"),
            })
            .collect()
    }

    fn convene(on: Option<Millis>) -> Convene {
        Convene {
            title: "路灯".into(),
            title_en: None,
            village: VILLAGE,
            mode: Mode::B,
            issues: Vec::new(),
            on,
            place: Some("晒谷场".into()),
            agenda: Vec::new(),
            follows: None,
        }
    }

    fn bound(issue: &Issue) -> Bound<'_> {
        (Id::from_u128(3), Scope::Village(VILLAGE), issue)
    }

    #[test]
    fn an_approved_issue_is_announced_and_given_the_day() {
        let (approved, posted) = (issue(Standing::Approved), issue(Standing::Posted));
        let both = [bound(&approved), bound(&posted)];
        let told = words(&planned(SESSION, convene(Some(5)), &both));
        assert_eq!(told, ["convene", "minute", "post", "schedule true", "schedule true"]);
        assert_eq!(words(&planned(SESSION, convene(None), &both)), ["convene", "minute"]);
    }

    #[test]
    fn a_moved_day_takes_its_issues_along_and_leaves_those_of_another_evening() {
        let (mine, mut other) = (issue(Standing::Scheduled), issue(Standing::Scheduled));
        other.session = None;
        let both = [bound(&mine), bound(&other)];
        let acts = moved((SESSION, VILLAGE), (7, "晒谷场".into(), None), &both);
        assert_eq!(words(&acts), ["move", "edit scheduled_on"]);
    }

    #[test]
    fn what_is_put_off_has_no_day() {
        let (mine, posted) = (issue(Standing::Scheduled), issue(Standing::Posted));
        let both = [bound(&mine), bound(&posted)];
        let step = |to| (Stage::Noticed, to, Some("下雨".to_owned()));
        let acts = proceeds((SESSION, VILLAGE), step(Stage::Postponed), &both);
        assert_eq!(words(&acts), ["proceed", "post"]);
        let acts = proceeds((SESSION, VILLAGE), step(Stage::Ready), &both);
        assert_eq!(words(&acts), ["proceed"]);
    }
}
