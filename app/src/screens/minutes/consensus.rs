//! 大家的共识: a line for each point, written, or picked from what was said and counted.

use domain::{Kind, session::papers_of};

use super::{
    Papers, Shown,
    boxes::{Editor, Trouble, Writing, keep},
    draft::{checked, in_papers},
    flag::Flag,
    says,
};
use crate::{
    parts::{CommitTrouble, Icon},
    prelude::*,
};

/// Words as a point: on one line.
pub(super) fn as_point(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The points as they stand.
fn points(shown: Shown) -> Vec<String> {
    shown.with(|papers| papers.minutes.points())
}

/// Writes all points anew, from what stands there now.
fn write(shown: Shown, trouble: Trouble, points: &[String], then: impl FnOnce() + 'static) {
    let from = shown.with_untracked(|papers| papers.minutes.consensus.clone().unwrap_or_default());
    keep(trouble, in_papers(shown, "consensus", from, &points.join("\n")), then);
}

/// A tap adds the words to the consensus, another takes them out.
#[component]
pub(super) fn Pick(shown: Shown, point: Signal<String>) -> AnyView {
    let m = says();
    let trouble = Trouble::new();
    let picked = Memo::new(move |_| {
        let point = point.get();
        points(shown).contains(&point)
    });
    let pick = move |_| {
        let point = point.get_untracked();
        let mut all = untrack(|| points(shown));
        if picked.get_untracked() {
            all.retain(|one| *one != point);
        } else {
            all.push(point);
        }
        write(shown, trouble, &all, || ());
    };
    view! {
        <button type="button" class="chip" aria-pressed=move || picked.get().to_string() on:click=pick>
            {move || if picked.get() {
                view! { <Icon name="check" />{m.picked} }
            } else {
                view! { <Icon name="plus" />{m.pick} }
            }}
            <span class="sr">{move || point.get()}</span>
        </button>
        <CommitTrouble error=trouble.said />
    }
}

/// All points, in order.
#[component]
pub(super) fn Consensus(shown: Shown, writer: Memo<bool>) -> AnyView {
    let m = says();
    let papers = papers_of(shown.with_untracked(|papers| papers.id));
    let flags = Signal::derive(move || checked(shown, "consensus"));
    let all = Memo::new(move |_| points(shown));
    let trouble = Trouble::new();
    let adding = Writing::of(papers, "point");
    let add = Callback::new(move |now: Writing| {
        let mut all = all.get_untracked();
        all.push(as_point(&now.to));
        let from =
            shown.with_untracked(|papers| papers.minutes.consensus.clone().unwrap_or_default());
        in_papers(shown, "consensus", from, &all.join("\n"))
    });
    let open = Memo::new(move |_| adding.with(|adding| adding.begun));
    let none =
        move || all.with(Vec::is_empty).then(|| view! { <p class="dim sm">{m.agreed_none}</p> });
    let more = move || match (writer.get(), open.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <Editor writing=adding label=m.point long=true deeds=add /> },
        (true, false) => view! {
            <div><button type="button" class="btn" on:click=move |_| adding.set(Writing::begin(""))>
                <Icon name="plus" />{m.add_point}
            </button></div>
        },
    };
    // a point is what it says: two that say the same are told apart by where they stand
    let rows = move || all.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <section aria-labelledby="agreed">
            <div class="head"><h2 id="agreed">{m.agreed}</h2></div>
            <Flag kind=Kind::Minutes id=papers scope=shown.with_untracked(Papers::scope) check=flags />
            <div class="slip">
                {none}
                <ol class="nums points" lang="zh-CN">
                    <For each=rows key=|(at, words)| format!("{at} {words}")
                        children=move |(at, words)| view! {
                            <Point shown=shown at=at words=words all=all writer=writer trouble=trouble />
                        } />
                </ol>
                {more}
                <CommitTrouble error=trouble.said />
            </div>
        </section>
    }
}

/// One point, with the ways to move it, to write it anew and to strike it.
#[component]
fn Point(
    shown: Shown,
    at: usize,
    words: String,
    all: Memo<Vec<String>>,
    writer: Memo<bool>,
    trouble: Trouble,
) -> AnyView {
    let m = says();
    let writing = RwSignal::new(Writing::default());
    let text = StoredValue::new(words.clone());
    let anew = Callback::new(move |now: Writing| {
        let mut all = all.get_untracked();
        if let Some(point) = all.get_mut(at) {
            *point = as_point(&now.to);
        }
        all.retain(|point| !point.is_empty());
        let from =
            shown.with_untracked(|papers| papers.minutes.consensus.clone().unwrap_or_default());
        in_papers(shown, "consensus", from, &all.join("\n"))
    });
    let up = move |_| {
        let mut all = all.get_untracked();
        if at > 0 && at < all.len() {
            all.swap(at - 1, at);
            write(shown, trouble, &all, || ());
        }
    };
    let strike = move |_| {
        let mut all = all.get_untracked();
        if at < all.len() {
            all.remove(at);
            write(shown, trouble, &all, || ());
        }
    };
    let begin = move |_| writing.set(Writing::begin(&text.get_value()));
    let lang = crate::look::words().lang.tag();
    let tools = move || {
        let named = move |what: &str| format!("{what}：{}", text.get_value());
        writer.get().then(|| view! {
            <span class="tools" lang=lang>
                {(at > 0).then(|| view! {
                    <button type="button" class="ib" aria-label=named(m.up) on:click=up><Icon name="up" /></button>
                })}
                <button type="button" class="ib" aria-label=named(m.write) on:click=begin><Icon name="pen" /></button>
                <button type="button" class="ib" aria-label=named(m.strike) on:click=strike><Icon name="x" /></button>
            </span>
        })
    };
    view! {
        <li>
            {move || if writing.with(|writing| writing.begun) {
                view! { <Editor writing=writing label=m.point long=true deeds=anew /> }
            } else {
                view! { <span>{text.get_value()}</span>{tools()} }
            }}
        </li>
    }
}
