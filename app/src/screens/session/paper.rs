//! The one page that everybody reads before: background, facts, the issues' words, voices, a question to an expert.

use domain::{Act, Id, Kind, Scope, session::papers_of};

use super::{brief::Briefs, facts::Facts, mend::Mend, pick::question, voices::Voices};
use crate::{
    desk::{Evening, desk},
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
    routes::Route,
};

/// The room.
#[component]
pub(super) fn PaperRoom(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let (id, village) = shown.with_untracked(|evening| (evening.id, evening.session.village));
    let papers = (Kind::Minutes, papers_of(id), Scope::Session(id));
    let here = Memo::new(move |_| desk.record(papers_of(id)).is_some());
    let issues = Memo::new(move |_| shown.with(|evening| evening.session.issues.clone()));
    view! {
        <p class="sm dim">{w.title.1}</p>
        <section class="col" aria-labelledby="background">
            <div class="head"><h2 id="background">{w.background.0}</h2></div>
            <p class="hint">{w.background.1}</p>
            <ReadThrough papers=papers_of(id) scope=Scope::Session(id) />
            {move || here.get().then(|| view! {
                <Mend which=papers.clone() field="background" label=w.background.0 long=true />
            })}
        </section>
        <Facts village=village />
        {move || (!issues.with(Vec::is_empty)).then(|| view! {
            <section class="col" aria-labelledby="said">
                <div class="head"><h2 id="said">{w.issues}</h2></div>
                <ul class="col">
                    <For each=move || issues.get() key=|id| id.to_string() let:id>
                        <li class="slip"><Words id=id /></li>
                    </For>
                </ul>
            </section>
        })}
        <Voices shown=shown />
        <Briefs shown=shown />
    }
}

/// What an issue asks, and the words in which it was raised.
#[component]
fn Words(id: Id) -> AnyView {
    let desk = desk();
    child(move || {
        desk.issue(id).map(|seen| {
            let asks = question(&seen);
            let issue = &seen.issue;
            let whose = match &issue.proxy {
                Some(proxy) => proxy.name.clone(),
                None => desk.name_of(issue.raised_by),
            };
            let group = issue.group.and_then(|group| desk.place_name(group));
            view! {
                <h3><a href=Route::Issue(id).path() lang=tongue(&asks)>{asks.clone()}</a></h3>
                <p class="say" lang="zh-CN">{issue.words.clone()}</p>
                <p class="who"><b lang="zh-CN">{whose}</b>{group}</p>
            }
        })
    })
}

/// Two people wrote the background in one place: somebody is to read it through.
#[component]
fn ReadThrough(papers: Id, scope: Scope) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.gather().paper;
    let error = RwSignal::new(None);
    let fields = Memo::new(move |_| {
        let minutes = desk.record(papers)?.read::<domain::session::minutes::Minutes>().ok()?;
        Some(minutes.check)
    });
    let read = move |_| {
        let record = untrack(|| desk.record(papers));
        let acts = fields.get_untracked().unwrap_or_default().into_iter().map(|field| {
            let now = record.as_ref().and_then(|record| record.fields.get(&field).cloned());
            let now = now.unwrap_or_default();
            (Kind::Minutes, papers, Act::Edit { field, from: now.clone(), to: now })
        });
        let acts: Vec<_> = acts.collect();
        leptos::task::spawn_local(async move {
            error.set(desk.commit_all(scope, acts).await.err());
        });
    };
    child(move || {
        let names = fields.get().unwrap_or_default();
        let names: Vec<_> = names.iter().map(|field| w.field(field)).collect();
        (!names.is_empty()).then(|| {
            view! {
                <div class="note wait">
                    <Icon name="merge" />
                    <div class="col grow">
                        <p>{p.check}{names.join("、")}</p>
                        <button class="btn" on:click=read>{p.checked}</button>
                        <CommitTrouble error=error />
                    </div>
                </div>
            }
        })
    })
}
