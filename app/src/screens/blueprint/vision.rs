//! The vision beside its picture, written down the page as people here write; and how it is written anew.

use domain::{
    Act, FollowAct, Form, Id, Kind, Scope,
    follow::{blueprint::Blueprint, blueprint_of},
    form::Value,
};

use super::{Shown, drawing::Drawing, says, some};
use crate::{
    desk::{Whereabouts, desk},
    look::words,
    parts::{CommitTrouble, Deed, Icon, Trouble, WhereaboutsBadge, keep, tongue},
    prelude::*,
    screens::issue::{Line, draft},
};

/// The fields, in the order of their boxes.
const FIELDS: [&str; 3] = ["vision", "vision_en", "years"];

/// What is typed, and what stood there when that was begun.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    begun: bool,
    from: Vec<String>,
    to: Vec<String>,
}

fn stands(blueprint: Option<&Blueprint>) -> Vec<String> {
    let now = blueprint.cloned().unwrap_or_default();
    [now.vision, now.vision_en, now.years].map(Option::unwrap_or_default).to_vec()
}

/// The figure.
#[component]
pub(super) fn Vision(plan: Shown, writes: Memo<bool>) -> AnyView {
    let p = says().plan;
    let village = plan.with_untracked(|plan| plan.village);
    let form = draft::<Draft>(format!("bandeng.vision.{village}"));
    let begun = Memo::new(move |_| form.with(|form| form.begun));
    let begin = move |_| {
        let now = plan.with_untracked(|plan| stands(plan.blueprint.as_ref()));
        form.set(Draft { begun: true, from: now.clone(), to: now });
    };
    let words = Memo::new(move |_| plan.with(|plan| vision(plan.blueprint.as_ref())));
    let years = Memo::new(move |_| plan.with(|plan| plan.blueprint.clone().and_then(|b| b.years)));
    let caption = move || match years.get() {
        Some(years) => (p.holds)(&years),
        None => p.looked_at.to_owned(),
    };
    let badge = move || {
        let at = plan.with(|plan| plan.whereabouts);
        (at != Whereabouts::Sent).then(|| view! { <WhereaboutsBadge at=at /> })
    };
    let pen = move || {
        let offered = writes.get() && !begun.get();
        offered.then(|| {
            view! { <button class="btn bare small noprint" on:click=begin><Icon name="pen" />{p.write}</button> }
        })
    };
    let form_open = move || {
        let open = writes.get() && begun.get();
        open.then(|| view! { <Write plan=plan form=form /> })
    };
    view! {
        <figure class="vision">
            <Drawing />
            {move || written(words.get())}
            <figcaption class="row xs dim">
                <span class="grow">{caption}" "{badge}</span>
                {pen}
            </figcaption>
        </figure>
        <Check plan=plan writes=writes />
        {form_open}
    }
}

/// The vision in the reader's language where somebody wrote it so.
fn vision(blueprint: Option<&Blueprint>) -> Option<String> {
    let blueprint = blueprint?;
    let english = blueprint.vision_en.clone().filter(|_| words().lang == words::Lang::En);
    english.or_else(|| blueprint.vision.clone())
}

fn written(vision: Option<String>) -> AnyView {
    let Some(vision) = vision else {
        return view! { <p class="sm dim">{says().plan.no_vision}</p> };
    };
    let lang = tongue(&vision);
    let class = if lang.is_some() { "song down" } else { "song" };
    let lines = vision.lines().map(|line| view! { <span>{line.to_owned()}</span> });
    view! { <p class=class lang=lang>{lines.collect_view()}</p> }
}

/// The three boxes.
#[component]
fn Write(plan: Shown, form: RwSignal<Draft>) -> AnyView {
    let (w, p) = (words(), says().plan);
    let village = plan.with_untracked(|plan| plan.village);
    let trouble = Trouble::new();
    let close = move || form.set(Draft::default());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let begun = plan.with_untracked(|plan| plan.blueprint.is_some());
        keep(trouble, deeds(village, begun, &form.get_untracked()), close);
    };
    let boxes = [0, 1, 2].map(|at| {
        let value =
            Signal::derive(move || form.with(|form| form.to.get(at).cloned().unwrap_or_default()));
        let set = Callback::new(move |typed| {
            form.update(|form| {
                form.to.iter_mut().skip(at).take(1).for_each(|to| to.clone_from(&typed))
            });
        });
        view! { <Line label=p.boxes[at] value=value set=set long=at < 2 /> }
    });
    view! {
        <form class="slip col noprint" on:submit=save>
            <p class="hint">{p.vision_hint}</p>
            {boxes.into_iter().collect_view()}
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| close()>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// The edits of what was written otherwise; the blueprint begins with them where nobody has begun.
fn deeds(village: Id, begun: bool, draft: &Draft) -> Vec<Deed> {
    let (id, scope) = (blueprint_of(village), Scope::Village(village));
    let null = |text: &str| some(text).map_or(Value::Null, Value::from);
    let pairs = draft.from.iter().zip(&draft.to).zip(FIELDS);
    let changed = pairs.filter(|((from, to), _)| from.trim() != to.trim());
    let edits = changed.map(|((from, to), field)| {
        let act = Act::Edit { field: field.to_owned(), from: null(from), to: null(to) };
        (Kind::Blueprint, id, scope, act)
    });
    let first = (!begun).then(|| (Kind::Blueprint, id, scope, FollowAct::Envision.into()));
    first.into_iter().chain(edits).collect()
}

/// Two people wrote in one place: somebody is to read it through.
#[component]
fn Check(plan: Shown, writes: Memo<bool>) -> AnyView {
    let (p, desk) = (says().plan, desk());
    let trouble = Trouble::new();
    let fields = Memo::new(move |_| {
        plan.with(|plan| plan.blueprint.as_ref().map(|b| b.check.clone()).unwrap_or_default())
    });
    let read = move |_| {
        let village = plan.with_untracked(|plan| plan.village);
        let id = blueprint_of(village);
        let record = untrack(|| desk.record(id));
        let deeds = fields.get_untracked().into_iter().map(|field| {
            let now = record.as_ref().and_then(|record| record.fields.get(&field).cloned());
            let now = now.unwrap_or_default();
            let act = Act::Edit { field, from: now.clone(), to: now };
            (Kind::Blueprint, id, Scope::Village(village), act)
        });
        keep(trouble, deeds.collect(), || {});
    };
    child(move || {
        let fields = fields.get();
        let name = |field: &String| FIELDS.iter().position(|name| name == field);
        let names: Vec<&str> = fields.iter().filter_map(name).map(|at| p.boxes[at]).collect();
        (!names.is_empty()).then(|| {
            view! {
                <div class="note wait noprint">
                    <Icon name="merge" />
                    <div class="col grow">
                        <p>{(p.check)(&names.join(p.and))}</p>
                        {move || writes.get().then(|| view! {
                            <button class="btn" on:click=read>{p.checked}</button>
                        })}
                        <CommitTrouble error=trouble.said />
                    </div>
                </div>
            }
        })
    })
}
