//! One session's page: what it is, how far it has come, what is lacking, and what can be done now.

use domain::{Id, Kind, Scope, Stage};

use super::{
    card::{DayAndPlace, StageTag, title},
    invite::Invitation,
    mend::Mend,
    pack::PackNote,
    pick::question,
    rooms::Rooms,
    stages::Stages,
    steps::Steps,
    told::Told,
    trail::Trail,
    you::You,
};
use crate::{
    desk::{Evening, desk},
    look::words,
    parts::{Icon, title_of, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// The page.
#[component]
pub(super) fn OverviewRoom(shown: Memo<Evening>) -> AnyView {
    let desk = desk();
    let id = shown.with_untracked(|evening| evening.id);
    let within = Memo::new(move |_| desk.who().reads(Scope::Session(id)));
    let ahead = Memo::new(move |_| shown.with(|evening| evening.session.stage.ahead()));
    view! {
        <You id=id />
        <Head shown=shown />
        <Steps shown=shown />
        {move || (within.get() && ahead.get()).then(|| view! { <Told shown=shown /> })}
        <Rooms shown=shown within=within />
        {move || (within.get() && ahead.get()).then(|| view! { <Invitation shown=shown /> })}
        {move || (within.get() && ahead.get()).then(|| view! { <PackNote shown=shown /> })}
        <Stages shown=shown />
        <Trail shown=shown />
    }
}

/// What it is: topic, day, place, who prepares the bench, and the issues.
#[component]
fn Head(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words(), desk());
    let o = w.gather().overview;
    let id = shown.with_untracked(|evening| evening.id);
    let village = shown.with_untracked(|evening| evening.session.village);
    let head = move || {
        let evening = shown.get();
        let session = &evening.session;
        let title = title(&evening);
        let follows = session.follows.map(|before| {
            let name = desk.evening(before).map(|before| before.session.title);
            let way = Route::Session(before, Room::Overview).path();
            view! { <p class="sm">{o.follows}<a href=way lang="zh-CN">{name}</a></p> }
        });
        // why it is not to be, or not now
        let aside = matches!(session.stage, Stage::Postponed | Stage::Cancelled);
        let why = session.last_step().and_then(|step| step.why.clone()).filter(|_| aside);
        let why = why.map(|why| view! { <p class="why" lang=tongue(&why)>{why.clone()}</p> });
        view! {
            <div class="row"><StageTag stage=session.stage /></div>
            <h2 class="xl" lang=tongue(&title)>{title.clone()}</h2>
            <DayAndPlace on=session.on place=session.place.clone() />
            <p class="meta"><span>{words::session::mode(w.lang, session.mode)}</span></p>
            {why}
            {follows}
        }
    };
    let issues = Memo::new(move |_| shown.with(|evening| evening.session.issues.clone()));
    let which = (Kind::Session, id, Scope::Village(village));
    view! {
        <section class="col tight" aria-label=o.title>
            {head}
            <Retitle which=which shown=shown />
        </section>
        {move || (!issues.with(Vec::is_empty)).then(|| view! {
            <section aria-labelledby="issues">
                <div class="head"><h2 id="issues">{o.issues}</h2></div>
                <ul class="list">
                    <For each=move || issues.get() key=|id| id.to_string() let:id>
                        <li><IssueLink id=id /></li>
                    </For>
                </ul>
            </section>
        })}
    }
}

/// The topic can be put in better words until people sit down.
#[component]
fn Retitle(which: super::mend::Which, shown: Memo<Evening>) -> AnyView {
    let topic = words().gather().plan.topic;
    let which = StoredValue::new(which);
    let (desk, id) = (desk(), shown.with_untracked(|evening| evening.id));
    let open = Memo::new(move |_| {
        let ahead = shown.with(|evening| evening.session.stage.ahead());
        let (kind, _, scope) = which.get_value();
        let act = domain::Act::Edit {
            field: "title".into(),
            from: serde_json::Value::Null,
            to: serde_json::Value::Null,
        };
        ahead && desk.may(kind, id, scope, act).is_ok()
    });
    child(move || {
        open.get().then(|| {
            view! {
                <details class="retitle">
                    <summary><Icon name="pen" />{words().gather().overview.retitle}</summary>
                    <Mend which=which.get_value() field="title" label=topic />
                    <Mend which=which.get_value() field="title_en" label=words().issue().title_en />
                </details>
            }
        })
    })
}

/// An issue that is talked through: its question, and the way to its thread.
#[component]
fn IssueLink(id: Id) -> AnyView {
    let (w, desk) = (words(), desk());
    child(move || {
        let seen = desk.issue(id);
        let said = seen.as_ref().map_or_else(|| title_of(desk, id), |seen| question(seen));
        let standing = seen.map(|seen| (w.names.standing)(seen.issue.standing));
        view! {
            <a href=Route::Issue(id).path()>
                <span><span lang=tongue(&said)>{said.clone()}</span><small>{standing}</small></span>
                <span class="end"><Icon name="right" /></span>
            </a>
        }
    })
}
