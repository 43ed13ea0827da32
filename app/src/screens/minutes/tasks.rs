//! 谁来办: who does what by when, mended in its place.

use domain::{
    Act, Id, Kind, Scope, SessionAct,
    form::Value,
    session::{Promise, Sort, bench::Action, papers_of},
};

use super::{
    Papers, Shown,
    boxes::{Deed, Text, Trouble, begin_in, day_in, day_of, keep},
    room::edit,
    says,
};
use crate::{
    clock,
    look::words,
    parts::{CommitTrouble, Icon},
    prelude::*,
    screens::issue::draft,
};

/// A task being written.
#[derive(Clone, Debug, Default, PartialEq, domain::Form)]
#[form(default)]
struct Sheet {
    begun: bool,
    /// The promise it comes from.
    statement: Option<Id>,
    what: String,
    owner: String,
    due: String,
}

/// All tasks, and the promises that nobody has made one of.
#[component]
pub(super) fn Tasks(shown: Shown, writer: Memo<bool>) -> AnyView {
    let m = says();
    let ids = Memo::new(move |_| {
        shown.with(|papers| papers.actions.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    });
    let papers = papers_of(shown.with_untracked(|papers| papers.id));
    let adding = draft::<Sheet>(format!("bandeng.minutes.{papers}.task"));
    let begun = Memo::new(move |_| adding.with(|adding| adding.begun));
    let none =
        move || ids.with(Vec::is_empty).then(|| view! { <p class="dim sm">{m.tasks_none}</p> });
    let more = move || match (writer.get(), begun.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <Form shown=shown sheet=adding task=None /> },
        (true, false) => view! {
            <div><button type="button" class="btn" on:click=move |_| adding.set(Sheet { begun: true, ..Sheet::default() })>
                <Icon name="plus" />{m.add_task}
            </button></div>
        },
    };
    let promises = Memo::new(move |_| shown.with(loose));
    let offer = move |(id, words, owner): (Id, String, String)| {
        let sheet = Sheet {
            begun: true,
            statement: Some(id),
            what: words.clone(),
            owner,
            due: String::new(),
        };
        view! {
            <li class="stmt">
                <p class="say" lang="zh-CN">{words}</p>
                <div><button type="button" class="chip" on:click=move |_| adding.set(sheet.clone())>
                    <Icon name="act" />{m.make_task}
                </button></div>
            </li>
        }
    };
    view! {
        <section aria-labelledby="tasks">
            <div class="head"><h2 id="tasks">{m.tasks}</h2></div>
            <div class="slip">
                {none}
                <ul class="ruled">
                    <For each=move || ids.get() key=|id| id.to_string()
                        children=move |id| view! { <Task shown=shown id=id writer=writer /> } />
                    {move || writer.get().then(|| promises.get().into_iter().map(offer).collect_view())}
                </ul>
                {more}
            </div>
        </section>
    }
}

/// Promises without a task: the statement, its words, whose it is.
fn loose(papers: &Papers) -> Vec<(Id, String, String)> {
    let done = |id: Id| papers.actions.iter().any(|(_, action)| action.statement == Some(id));
    let promised = papers.said.iter().filter(|said| said.statement.sort == Sort::Promise);
    let loose = promised.filter(|said| said.worded() && !done(said.id));
    let owner = |seat| papers.seat(seat).map(|seat| seat.name.clone()).unwrap_or_default();
    loose.map(|said| (said.id, said.words().to_owned(), owner(said.statement.seat))).collect()
}

/// What is to be done: its own words, or the promise's.
fn what_of(papers: &Papers, action: &Action) -> String {
    let promised = || papers.one(action.statement?).map(|said| said.words().to_owned());
    action.what.clone().or_else(promised).unwrap_or_default()
}

#[component]
fn Task(shown: Shown, id: Id, writer: Memo<bool>) -> AnyView {
    let (w, m) = (words(), says());
    let sheet = draft::<Sheet>(format!("bandeng.minutes.{id}.task"));
    let task = Memo::new(move |_| {
        shown.with(|papers| {
            let (_, action) = papers.actions.iter().find(|(of, _)| *of == id)?;
            Some((what_of(papers, action), action.owner.clone(), action.due))
        })
    });
    let begin = move |_| {
        let Some((what, owner, due)) = task.get_untracked() else { return };
        let due = due.map(day_in).unwrap_or_default();
        sheet.set(Sheet { begun: true, statement: None, what, owner, due });
    };
    let told = move || {
        let (what, owner, due) = task.get()?;
        let due = match due {
            Some(due) => (m.by)(&w.lang.date(due, clock::now())),
            None => m.no_day.to_owned(),
        };
        Some(view! {
            <p class="song" lang="zh-CN">{what}</p>
            <p class="who"><b lang="zh-CN">{owner}</b>{due}</p>
        })
    };
    view! {
        <li class="stmt">
            {move || if sheet.with(|sheet| sheet.begun) && writer.get() {
                view! { <Form shown=shown sheet=sheet task=Some(id) /> }
            } else {
                view! {
                    {told()}
                    {writer.get().then(|| view! {
                        <div><button type="button" class="chip" on:click=begin><Icon name="pen" />{m.mend}
                            <span class="sr">{move || task.get().map(|(what, _, _)| what)}</span></button></div>
                    })}
                }
            }}
        </li>
    }
}

/// The three boxes of a task; a fresh one without `task`.
#[component]
fn Form(shown: Shown, sheet: RwSignal<Sheet>, task: Option<Id>) -> AnyView {
    let (w, m) = (words(), says());
    let scope = shown.with_untracked(Papers::scope);
    let trouble = Trouble::new();
    let close = move || sheet.set(Sheet::default());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let now = sheet.get_untracked();
        let deeds = match task {
            None => vec![fresh(scope, &now)],
            Some(id) => shown.with_untracked(|papers| mended(papers, id, &now)),
        };
        keep(trouble, deeds, close);
    };
    let drop = move |_| {
        if let Some(id) = task {
            keep(trouble, vec![(Kind::Action, id, scope, Act::Withdraw)], close);
        }
    };
    let form = Place::<web_sys::HtmlFormElement>::new();
    Effect::new(move |_| begin_in(form.get()));
    let what = Signal::derive(move || sheet.with(|sheet| sheet.what.clone()));
    let owner = Signal::derive(move || sheet.with(|sheet| sheet.owner.clone()));
    let due = Signal::derive(move || sheet.with(|sheet| sheet.due.clone()));
    view! {
        <form class="col" on:submit=save node_ref=form>
            <Text label=m.what typed=what set=Callback::new(move |to| sheet.update(|sheet| sheet.what = to)) />
            <Text label=m.owner typed=owner set=Callback::new(move |to| sheet.update(|sheet| sheet.owner = to)) />
            <Text label=m.due kind="date" typed=due set=Callback::new(move |to| sheet.update(|sheet| sheet.due = to)) />
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| close()>{w.common.cancel}</button>
                {task.map(|_| view! { <button type="button" class="btn refuse" on:click=drop>{m.drop}</button> })}
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

fn fresh(scope: Scope, sheet: &Sheet) -> Deed {
    let what = Some(sheet.what.trim().to_owned()).filter(|what| !what.is_empty());
    let (statement, owner) = (sheet.statement, sheet.owner.trim().to_owned());
    let promise = Promise { statement, what, owner, due: day_of(&sheet.due) };
    (Kind::Action, clock::fresh(), scope, SessionAct::Promise(promise).into())
}

/// The edits that make a task what the sheet says: those fields only that were written.
fn mended(papers: &Papers, id: Id, sheet: &Sheet) -> Vec<Deed> {
    let Some((_, action)) = papers.actions.iter().find(|(of, _)| *of == id) else {
        return Vec::new();
    };
    let (what, due) = (what_of(papers, action), action.due.map(day_in).unwrap_or_default());
    let or_null = |at: Option<domain::Millis>| at.map_or(Value::Null, Value::from);
    let mut deeds = Vec::new();
    let mut deed = |act| deeds.push((Kind::Action, id, papers.scope(), act));
    if sheet.what.trim() != what {
        deed(edit("what", action.what.clone().unwrap_or_default(), sheet.what.trim()));
    }
    if sheet.owner.trim() != action.owner {
        deed(edit("owner", action.owner.clone(), sheet.owner.trim()));
    }
    if sheet.due != due {
        deed(edit("due", or_null(action.due), or_null(day_of(&sheet.due))));
    }
    deeds
}
