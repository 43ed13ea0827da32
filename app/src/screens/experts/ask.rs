//! Asking somebody in one tap: a page with one question, or a seat on the bench.

use domain::{
    Id, Kind, Role, Scope, SessionAct,
    matching::{Need, Suggestion},
    session::{Convene, Convened, Mode, Seat, seal::digest_of},
};

use crate::{
    clock,
    desk::{CommitError, Desk},
    look::words,
    parts::{Deed, HandOut, Icon, page_key, page_link, words_of},
    prelude::*,
    screens::session::{meets, planned},
    shelf,
};

/// What somebody is asked about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Matter {
    /// An issue, or a session.
    pub(super) about: Id,
    /// Which of the two.
    pub(super) kind: Kind,
    pub(super) village: Id,
    pub(super) title: String,
}

impl From<&Need> for Matter {
    fn from(need: &Need) -> Self {
        let Need { about, kind, village, title, .. } = need.clone();
        Self { about, kind, village, title }
    }
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Done {
    /// A page is ready: its record.
    Sent(Id),
    /// Somebody has a seat.
    Invited,
    /// It was not kept.
    Failed(CommitError),
    /// This browser draws no secrets.
    NoSecret,
}

/// Asks somebody: by a page with a link, or to come and sit.
pub(super) fn ask(
    desk: Desk,
    (matter, who): (&Matter, &Suggestion),
    page: bool,
    then: impl FnOnce(Done) + 'static,
) {
    let (session, mut acts) = bench(desk, matter);
    let seat = clock::fresh();
    let bench = Scope::Session(session);
    acts.push((Kind::Seat, seat, bench, SessionAct::Seat(laid(desk, session, who, page)).into()));
    if !page {
        leptos::task::spawn_local(async move {
            then(desk.commit_acts(acts).await.map_or_else(Done::Failed, |()| Done::Invited));
        });
        return;
    }
    let Some(secret) = clock::secret() else { return then(Done::NoSecret) };
    let (brief, question, key) = (clock::fresh(), question(desk, matter), digest_of(&secret));
    let act = SessionAct::Brief { seat, question, key };
    acts.push((Kind::Brief, brief, bench, act.into()));
    // before the question goes anywhere: without its link nobody could answer it
    if !shelf::write(&page_key(brief), &secret) {
        return then(Done::NoSecret);
    }
    leptos::task::spawn_local(async move {
        then(match desk.commit_acts(acts).await {
            Ok(()) => Done::Sent(brief),
            Err(error) => {
                shelf::clear(&page_key(brief));
                Done::Failed(error)
            }
        });
    });
}

/// The session that somebody is asked to: the one ahead that is about it; where there is none yet one is planned, without
/// a day, and what the year's plan has for the issue is met by it.
fn bench(desk: Desk, matter: &Matter) -> (Id, Vec<Deed>) {
    if matter.kind == Kind::Session {
        return (matter.about, Vec::new());
    }
    if let Some(session) = ahead(desk, matter) {
        return (session, Vec::new());
    }
    let (session, village) = (clock::fresh(), matter.village);
    let convene = Convene {
        title: matter.title.clone(),
        title_en: None,
        village,
        mode: Mode::default(),
        issues: vec![matter.about],
        on: None,
        place: None,
        agenda: untrack(|| desk.customs(village)).own_agenda(Mode::default()).to_vec(),
        follows: None,
    };
    let mut acts = planned(session, convene, &[]);
    acts.extend(meets(desk, (session, village), (None, &[matter.about])));
    (session, acts)
}

/// The session ahead that an issue is talked through in.
fn ahead(desk: Desk, matter: &Matter) -> Option<Id> {
    let scope = Scope::Village(matter.village);
    desk.replica.with_untracked(|replica| {
        let all = replica.view().values().filter(|r| r.kind == Kind::Session && !r.gone);
        let mut here = all.filter(|record| record.scope == scope);
        let about =
            |session: Convened| session.stage.ahead() && session.issues.contains(&matter.about);
        here.find(|record| record.read().is_ok_and(about)).map(|record| record.id)
    })
}

/// The seat behind the last; by telephone, where a page goes out instead.
fn laid(desk: Desk, session: Id, who: &Suggestion, remote: bool) -> Seat {
    let seats = untrack(|| desk.in_room(session, |room| room.seats())).unwrap_or_default();
    Seat {
        name: who.name.clone(),
        role: who.role.unwrap_or(Role::Expert),
        label: who.note.clone(),
        group: None,
        person: Some(who.person),
        duty: None,
        remote,
        order: seats.iter().map(|(_, seated)| seated.seat.order + 1).max().unwrap_or(0),
        salt: clock::secret(),
    }
}

/// What is asked: the question that was drafted for the bench, or else what to do about it. It is read by whoever is
/// asked, so it is Chinese in every language.
fn question(desk: Desk, matter: &Matter) -> String {
    let seen = untrack(|| desk.issue(matter.about));
    let drafted = seen.and_then(|seen| seen.issue.question.clone());
    let zh = words::Lang::Zh.words().experts();
    drafted.unwrap_or_else(|| (zh.question)(&matter.title))
}

/// What came of it, with the link to pass on.
pub(super) fn outcome(desk: Desk, done: &Done, name: &str, title: &str) -> AnyView {
    let w = words();
    let e = w.experts();
    let wrong = |said: String| {
        view! { <p class="err" role="alert"><Icon name="warn" /><span>{said}</span></p> }.into_any()
    };
    match done {
        Done::Failed(error) => wrong(words_of(desk, error)),
        Done::NoSecret => wrong(w.gather().paper.no_secret.to_owned()),
        Done::Invited => view! {
            <p class="note go" role="status"><Icon name="check" /><span>{(e.invited)(name)}</span></p>
        }
        .into_any(),
        Done::Sent(brief) => {
            let link = page_link(*brief).unwrap_or_default();
            // whoever is asked reads it
            let message = (words::Lang::Zh.words().gather().paper.message)(name, title, &link);
            let text = Signal::derive(move || message.clone());
            view! {
                <div class="col tight sent">
                    <p class="note go" role="status"><Icon name="check" /><span>{(e.sent)(name)}</span></p>
                    <p class="code-line">{link}</p>
                    <HandOut text=text />
                </div>
            }
            .into_any()
        }
    }
}
