//! What must be on the phone before an evening: looked at here, fetched where there is a signal, told in plain words.

use domain::{Id, Kind, Millis, Scope, session::papers_of};
use wasm_bindgen::JsValue;

use crate::{
    clock,
    desk::{Desk, Evening, desk},
    far,
    look::words,
    parts::Icon,
    prelude::*,
    screens::phone::room::{ask, promised},
    shelf,
};

/// What is on this phone.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    seats: usize,
    paper: bool,
    /// How many issues are here, and how many there are.
    issues: (usize, usize),
    program: bool,
    opens: bool,
    kept: bool,
    /// How many pictures are here, and how many there are.
    pictures: (usize, usize),
}

impl Found {
    /// Whether the evening can be held without a signal, with all that belongs to it.
    fn whole(&self) -> bool {
        let all = |(here, all)| here == all;
        self.program && self.opens && all(self.issues) && all(self.pictures)
    }
}

/// When all of it was last seen on this phone.
fn key(id: Id) -> String {
    format!("bandeng.pack.{id}")
}

/// One line: since when the pack is on this phone.
#[component]
pub(super) fn PackNote(shown: Memo<Evening>) -> AnyView {
    let (w, id) = (words(), shown.with_untracked(|evening| evening.id));
    let p = w.gather().pack;
    let open = RwSignal::new(false);
    let line = move || {
        // it may have been looked at in the question before the last step
        shown.with(|_| ());
        match shelf::read::<Millis>(&key(id)) {
            Some(at) => (p.all)(&w.lang.ago(at, clock::now())),
            None => p.never.to_owned(),
        }
    };
    view! {
        <section class="col" aria-labelledby="pack">
            <div class="head"><h2 id="pack">{p.title}</h2></div>
            {move || if open.get() {
                view! { <PackCheck id=id /> }
            } else {
                view! {
                    <p class="row sm"><Icon name="phone" />{line}</p>
                    <button class="btn" on:click=move |_| open.set(true)>{p.look}</button>
                }
            }}
        </section>
    }
}

/// Looks, and tells what is here and what is not.
#[component]
pub(super) fn PackCheck(
    /// The session.
    id: Id,
    /// Is told when it has been looked at.
    #[prop(optional)]
    looked: Option<RwSignal<bool>>,
) -> AnyView {
    let (w, desk) = (words(), desk());
    let p = w.gather().pack;
    let found = RwSignal::new(None::<Found>);
    let look = move || {
        found.set(None);
        leptos::task::spawn_local(async move {
            let now = look(desk, id).await;
            if now.whole() && !shelf::write(&key(id), &clock::now()) {
                leptos::logging::warn!("it is not noted that the pack is here");
            }
            found.set(Some(now));
            if let Some(looked) = looked {
                looked.set(true);
            }
        });
    };
    look();
    let keep = move |_| {
        leptos::task::spawn_local(async move {
            let kept = ask().await;
            found.update(|found| {
                if let Some(found) = found {
                    found.kept = kept;
                }
            });
        });
    };
    view! {
        <div class="col tight" role="status">
            {move || match found.get() {
                None => view! { <p class="sm">{p.looking}</p> }.into_any(),
                Some(found) => told(&found),
            }}
        </div>
        <div class="btns">
            {move || found.get().is_some_and(|found| !found.kept).then(|| view! {
                <button type="button" class="btn" on:click=keep>{p.keep}</button>
            })}
            <button type="button" class="btn" on:click=move |_| look()><Icon name="redo" />{p.look}</button>
        </div>
    }
}

fn told(found: &Found) -> AnyView {
    let w = words();
    let p = w.gather().pack;
    let whole = |(here, all): (usize, usize)| here == all;
    let no = |is: bool| usize::from(!is);
    let mut lines = vec![
        (found.seats > 1, (p.seats)(found.seats)),
        (found.paper, p.paper[no(found.paper)].to_owned()),
        (whole(found.issues), (p.issues)(found.issues.0, found.issues.1)),
        (found.program, p.program[no(found.program)].to_owned()),
        (found.opens, p.opens[no(found.opens)].to_owned()),
        (found.kept, p.kept[no(found.kept)].to_owned()),
    ];
    if found.pictures.1 > 0 {
        lines.push((whole(found.pictures), (p.pictures)(found.pictures.0, found.pictures.1)));
    }
    let rows = lines.into_iter().map(|(good, says)| {
        let icon = if good {
            view! { <Icon name="check" /> }
        } else {
            view! { <Icon name="warn" /> }
        };
        let class = if good { "row sm good" } else { "row sm lacking" };
        view! { <li class=class>{icon}<span>{says}</span></li> }
    });
    let end = if found.whole() {
        (p.all)(&w.lang.ago(clock::now(), clock::now()))
    } else {
        p.some.to_owned()
    };
    view! { <ul class="pack">{rows.collect_view()}</ul><p class="b sm">{end}</p> }.into_any()
}

async fn look(desk: Desk, id: Id) -> Found {
    let program = far::all_here().await;
    let (issues, all, seats, paper) = untrack(|| {
        let evening = desk.evening(id);
        let issues = evening.map(|evening| evening.session.issues).unwrap_or_default();
        let all = issues.len();
        let here: Vec<Id> = issues.into_iter().filter(|id| desk.issue(*id).is_some()).collect();
        let seats = super::people::seats(desk, id).len();
        let papers = desk.record(papers_of(id));
        (here, all, seats, papers.is_some_and(|papers| papers.text("background").is_some()))
    });
    let mut beside = issues.clone();
    beside.extend(untrack(|| notes(desk, id)));
    let shots: Vec<Id> =
        untrack(|| beside.iter().flat_map(|id| desk.pictures(*id)).map(|shot| shot.id).collect());
    let mut here = 0;
    for shot in &shots {
        // those of others are fetched now, while there may be a signal
        here += usize::from(desk.picture(*shot).await.is_some());
    }
    Found {
        seats,
        paper,
        issues: (issues.len(), all),
        program,
        opens: opens(),
        kept: promised().await,
        pictures: (here, shots.len()),
    }
}

/// The notes of a session, beside which pictures may lie; tracked.
fn notes(desk: Desk, id: Id) -> Vec<Id> {
    desk.replica.with(|replica| {
        let all = replica.view().values().filter(|r| r.kind == Kind::Note && !r.gone);
        all.filter(|record| record.scope == Scope::Session(id)).map(|record| record.id).collect()
    })
}

/// Whether this page came from the worker that opens it without a network.
fn opens() -> bool {
    let worker = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("serviceWorker"));
    let controller =
        worker.and_then(|worker| js_sys::Reflect::get(&worker, &JsValue::from_str("controller")));
    controller.is_ok_and(|controller| controller.is_object())
}
