//! What has come of an issue since people sat down: the sessions, what was advised, how it was answered, what is done
//! about it, and how that was rated. Each leads on to its own page, and from there back here.

use domain::{
    Id, Kind, Record, Scope, Station,
    follow::{Action, Line, Satisfaction, Thread, echo::Echo, rating::tally},
    session::{
        Convened, Verdict,
        advice::{self, Advice},
    },
};
use words::Lang;

use super::names::named;
use crate::{
    clock,
    desk::{Desk, Doing},
    look::words,
    parts::{Icon, satisfaction_icon, tongue, verdict_icon},
    prelude::*,
    routes::{Room, Route},
};

/// A session in which it was talked through.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sat {
    pub(super) id: Id,
    pub(super) session: Convened,
    /// How many were there, where the reader may know.
    pub(super) present: usize,
}

/// All that has come of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Come {
    pub(super) sat: Vec<Sat>,
    pub(super) advice: Vec<(Id, Advice, Option<Id>)>,
    pub(super) actions: Vec<Doing>,
    pub(super) lines: Vec<String>,
}

impl Come {
    /// What has come of an issue, as far as this phone knows; tracked.
    pub(super) fn of(desk: Desk, issue: Id) -> Self {
        let (come, actions) = desk.replica.with(|replica| {
            let records: Vec<&Record> = replica.view().values().collect();
            let thread = Thread::of(issue, &records);
            let all = advice::all(&thread.advice);
            let sat = thread.sessions.iter().filter_map(|record| {
                let inside = Scope::Session(record.id);
                let here = |r: &&&Record| {
                    r.kind == Kind::Seat
                        && r.scope == inside
                        && r.fields.get("present") == Some(&true.into())
                };
                let present = records.iter().filter(here).count();
                Some(Sat { id: record.id, session: record.read().ok()?, present })
            });
            // whose words they are is told by the one that speaks for several
            let given = all.iter().map(|(id, one)| {
                let head = advice::head(&all, *id);
                (*id, one.clone(), (head != *id).then_some(head))
            });
            let lines = thread.lines.iter();
            let come = Self {
                sat: sat.collect(),
                advice: given.collect(),
                actions: Vec::new(),
                lines: lines.filter_map(|one| Some(one.read::<Line>().ok()?.words)).collect(),
            };
            (come, thread.actions.iter().map(|record| record.id).collect::<Vec<Id>>())
        });
        let actions = actions.into_iter().filter_map(|id| desk.doing_in(id, Lang::Zh));
        Self { actions: actions.collect(), ..come }
    }

    /// Whether anything has come to a station.
    pub(super) fn at(&self, station: Station) -> bool {
        match station {
            Station::Raised | Station::Researched => false,
            Station::Sat => !self.sat.is_empty(),
            Station::Advised => !self.advice.is_empty(),
            Station::Answered => self.advice.iter().any(|(_, advice, _)| advice.verdict.is_some()),
            Station::Done => !self.actions.is_empty(),
            Station::Rated => self.actions.iter().any(|doing| !doing.action.ratings.is_empty()),
        }
    }

    /// What has come to a station.
    pub(super) fn told(&self, desk: Desk, station: Station) -> AnyView {
        match station {
            Station::Raised | Station::Researched => ().into_any(),
            Station::Sat => self.sat.iter().map(sat).collect_view().into_any(),
            Station::Advised => self.advised(),
            Station::Answered => self.answered(),
            Station::Done => self.done(desk),
            Station::Rated => self.rated(),
        }
    }

    fn advised(&self) -> AnyView {
        let t = words().thread();
        let said = self.advice.iter().map(|(_, advice, _)| {
            let words = advice.words.clone();
            view! { <p class="say" lang="zh-CN">{words}</p>{voice(advice)} }
        });
        view! {
            <p class="b">{(t.advised)(self.advice.len())}</p>
            {said.collect_view()}
        }
        .into_any()
    }

    fn answered(&self) -> AnyView {
        let heads = self.advice.iter().filter(|(_, _, head)| head.is_none());
        let answers = heads.map(|(_, advice, _)| answer(advice));
        view! { <ul class="col tight">{answers.collect_view()}</ul> }.into_any()
    }

    fn done(&self, desk: Desk) -> AnyView {
        let t = words().thread();
        let lines = self.lines.iter().map(|says| {
            view! { <li><a class="onward" href=Route::Blueprint.path() lang="zh-CN">{says.clone()}</a></li> }
        });
        let lines = (!self.lines.is_empty()).then(|| {
            view! {
                <p class="b sm">{t.blueprint}</p><ul class="sm">{lines.collect_view()}</ul>
            }
        });
        view! {
            {self.actions.iter().map(|doing| action(desk, doing)).collect_view()}
            {lines}
        }
        .into_any()
    }

    fn rated(&self) -> AnyView {
        let rated = self.actions.iter().map(|doing| &doing.action);
        let rated = rated.filter(|action| !action.ratings.is_empty());
        rated.map(ratings).collect_view().into_any()
    }
}

fn sat(sat: &Sat) -> AnyView {
    let (w, t) = (words(), words().thread());
    let on = sat.session.on.map(|on| w.lang.moment(on, clock::now()));
    let place = sat.session.place.clone().unwrap_or_default();
    let room = if sat.session.stage.sealed() { Room::Minutes } else { Room::Overview };
    let present = (sat.present > 0).then(|| (t.sat)(sat.present));
    view! {
        <p>{on}" "<span lang=tongue(&place)>{place.clone()}</span>" "{present}</p>
        <p><a class="onward" href=Route::Session(sat.id, room).path()>{t.minutes}</a></p>
    }
    .into_any()
}

fn voice(advice: &Advice) -> AnyView {
    let w = words();
    let Some(voice) = advice.voice.clone() else { return ().into_any() };
    let role = voice.role.map(|role| (w.names.role)(role));
    let beside = voice.label.or(voice.group);
    view! {
        <p class="who"><b lang="zh-CN">{voice.name}</b>{role}
            {beside.map(|beside| view! { " "<span lang="zh-CN">{beside}</span> })}</p>
    }
    .into_any()
}

fn answer(advice: &Advice) -> AnyView {
    let (w, t) = (words(), words().thread());
    let said = advice.words.clone();
    let Some(verdict) = advice.verdict else {
        return view! { <li class="why wait"><b>{t.waits}</b>" "<span lang="zh-CN">{said}</span></li> }
            .into_any();
    };
    let class = if verdict == Verdict::Adopted { "why go" } else { "why" };
    let tone = if verdict == Verdict::Declined { "plum" } else { "pine" };
    let why = advice.why.clone().map(|why| {
        view! { <br /><b>{t.why}</b><span lang="zh-CN">{why}</span> }
    });
    view! {
        <li class=class>
            <b class=tone><Icon name=verdict_icon(verdict) />{words::session::verdict(w.lang, verdict)}</b>
            " "<span lang="zh-CN">{said}</span>{why}
        </li>
    }
    .into_any()
}

fn action(desk: Desk, doing: &Doing) -> AnyView {
    let (w, t) = (words(), words().thread());
    let Doing { id, action, what, .. } = doing;
    let state = words::follow::state(w.lang, action.state());
    let partners = action.partners.as_deref().unwrap_or_default();
    let helped = !partners.is_empty();
    let leads = |owner: &str, with: &str| (t.leads)(owner, helped.then_some(with));
    let owner = action.owner.as_deref().map(|owner| named(leads, [owner, partners]));
    let due = action.due.map(|due| (t.by)(&w.lang.date(due, clock::now())));
    let criterion = action.criterion.clone().map(|criterion| {
        view! { <p class="sm"><b>{t.criterion}</b><span lang="zh-CN">{criterion}</span></p> }
    });
    let echoes = action.echoes.iter().map(|echo| told(desk, echo));
    view! {
        <p><a class="b onward" href=Route::Action(*id).path() lang="zh-CN">{what.clone()}</a>" "<span class="dim sm">{state}</span></p>
        {criterion}
        <p class="who"><span>{owner}</span>{due}</p>
        {echoes.collect_view()}
    }
    .into_any()
}

fn told(desk: Desk, echo: &Echo) -> AnyView {
    let (w, t) = (words(), words().thread());
    let who = echo.by.map(|by| desk.name_of(by)).unwrap_or_default();
    let day = w.lang.date(echo.at, clock::now());
    let how = words::follow::tidings(w.lang, echo.how);
    let said = named(|who, whom| (t.told)(&day, who, how, whom), [&who, &echo.to]);
    view! { <p class="why echo"><b><Icon name="door" />{t.echo}</b>" "{said}</p> }.into_any()
}

fn ratings(action: &Action) -> AnyView {
    let (w, t) = (words(), words().thread());
    let tally = tally(&action.ratings, action.round());
    let counts = [tally.satisfied, tally.basically, tally.not];
    let rows = Satisfaction::ALL.into_iter().zip(counts).map(|(result, n)| {
        view! { <div><dt><Icon name=satisfaction_icon(result) />{words::follow::satisfaction(w.lang, result)}</dt><dd>{n.to_string()}</dd></div> }
    });
    let word = action.ratings.iter().rev().find_map(|rating| rating.words.clone());
    let word = word.map(|word| view! { <p class="say" lang="zh-CN">{word}</p> });
    view! {
        <dl class="tally">{rows.collect_view()}</dl>
        {word}
        <p class="who">{t.doer}</p>
    }
    .into_any()
}

/// When the next look back is due, in words: after 90 days and after 180.
pub(super) fn look_back(come: &Come) -> Option<AnyView> {
    let (w, t) = (words(), words().thread());
    let due = come.actions.iter().filter_map(|doing| doing.action.looks_back_at());
    let day = w.lang.date(due.min()?, clock::now());
    Some(
        view! {
            <li class="todo">
                <span class="st" aria-hidden="true"><Icon name="cal" /></span>
                <div class="body"><h2>{t.look_back}</h2><p class="dim sm">{(t.look_back_by)(&day)}</p></div>
            </li>
        }
        .into_any(),
    )
}
