//! The life-cycle as a list in plain words: what is behind, where the session stands, what is to come.

use domain::{Stage, session::Convened};

use crate::{clock, desk::Evening, look::words, parts::Icon, prelude::*};

/// The stages a session goes through, without the side ways.
const MAIN: usize = 13;

/// Where a stage lies, seen from where the session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lies {
    Behind,
    Here,
    Ahead,
}

/// The stages to show, each with where it lies. One that was passed by is left out, and beyond the end of a session
/// that is not to be nothing is promised.
fn shown(session: &Convened) -> Vec<(Stage, Lies)> {
    let been = |stage: Stage| session.first_at(stage).is_some();
    let mut told: Vec<(Stage, Lies)> = Vec::new();
    for stage in Stage::ALL.into_iter().take(MAIN) {
        let lies = if stage == session.stage {
            Lies::Here
        } else if session.stage.passed(stage) {
            Lies::Behind
        } else {
            Lies::Ahead
        };
        let aside = matches!(session.stage, Stage::Postponed | Stage::Cancelled);
        let show = match (lies, aside) {
            (Lies::Here, _) => true,
            (Lies::Behind, _) | (Lies::Ahead, true) => been(stage),
            // whoever has announced it has looked into it
            (Lies::Ahead, false) => true,
        };
        if show {
            told.push((stage, if aside && lies == Lies::Ahead { Lies::Behind } else { lies }));
        }
    }
    if matches!(session.stage, Stage::Postponed | Stage::Cancelled) {
        told.push((session.stage, Lies::Here));
    }
    told
}

/// The list, folded away under where the session stands.
#[component]
pub(super) fn Stages(shown: Memo<Evening>) -> AnyView {
    let w = words();
    let o = w.gather().overview;
    child(move || {
        let evening = shown.get();
        let session = &evening.session;
        let now = words::session::stage(w.lang, session.stage);
        let rows = self::shown(session).into_iter().map(|(stage, lies)| row(session, stage, lies));
        view! {
            <details>
                <summary><Icon name="down" />{(o.way)(now)}</summary>
                <ol class="stages">{rows.collect_view()}</ol>
            </details>
        }
    })
}

fn row(session: &Convened, stage: Stage, lies: Lies) -> AnyView {
    let w = words();
    let (class, current) = match lies {
        Lies::Behind => ("on", None),
        Lies::Here => ("now", Some("step")),
        Lies::Ahead => ("", None),
    };
    let at = session.first_at(stage).filter(|_| lies != Lies::Ahead);
    let at = at.map(|at| view! { <time class="end xs dim">{w.lang.date(at, clock::now())}</time> });
    view! {
        <li class=class aria-current=current>
            <span>
                <b>{words::session::stage(w.lang, stage)}</b>
                <small>{(w.gather().overview.means)(stage)}</small>
            </span>
            {at}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use domain::{
        Id,
        session::{Mode, Step},
    };

    use super::*;

    fn session(stage: Stage, been: &[Stage]) -> Convened {
        let step = |to: &Stage| Step {
            to: *to,
            by: Id::nil(),
            at: 1,
            why: None,
            moved_from: None,
            mode_from: None,
        };
        Convened {
            title: "路灯".into(),
            title_en: None,
            village: Id::nil(),
            mode: Mode::B,
            issues: Vec::new(),
            on: None,
            place: None,
            agenda: Vec::new(),
            follows: None,
            convened_by: Id::nil(),
            stage,
            trail: been.iter().map(step).collect(),
            began: None,
            ended: None,
            part: None,
            part_at: None,
            seal: None,
        }
    }

    #[test]
    fn research_that_was_passed_by_is_not_told() {
        let told = shown(&session(Stage::Noticed, &[Stage::Planned, Stage::Noticed]));
        assert_eq!(told[0], (Stage::Planned, Lies::Behind));
        assert_eq!(told[1], (Stage::Noticed, Lies::Here));
        assert_eq!(told[2], (Stage::Ready, Lies::Ahead));
    }

    #[test]
    fn beyond_an_end_nothing_is_promised() {
        let told = shown(&session(Stage::Cancelled, &[Stage::Planned, Stage::Noticed]));
        let expected = [
            (Stage::Planned, Lies::Behind),
            (Stage::Noticed, Lies::Behind),
            (Stage::Cancelled, Lies::Here),
        ];
        assert_eq!(told, expected);
    }
}
