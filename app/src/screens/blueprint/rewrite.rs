//! How a line goes on: written anew with a reason, carried along its way, put in its order.

use domain::{Act, FollowAct, Id, Kind, Scope, follow::LineState, form::Value};
use wasm_bindgen::JsCast;

use super::{
    open::Opened,
    says,
    sheet::{Sheet, order_box, text_box, why_box},
    some,
    sources::Sources,
};
use crate::{
    look::words,
    parts::{CommitTrouble, Icon, Trouble, keep},
    prelude::*,
    screens::issue::draft,
};

/// A form folded away under its name; what is typed stays on the phone until it is saved.
fn folded(
    (icon, name): (&'static str, &'static str),
    open: RwSignal<bool>,
    trouble: Trouble,
    boxes: impl Fn() -> AnyView + Send + 'static,
    save: Callback<()>,
) -> AnyView {
    let turned = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save.run(());
    };
    // what can be chosen is looked for only while somebody chooses
    let form = move || {
        open.get().then(|| {
            view! {
                <form class="col" aria-label=name on:submit=save>
                    {boxes()}
                    <button class="btn do">{words().common.save}</button>
                    <CommitTrouble error=trouble.said />
                </form>
            }
        })
    };
    view! {
        <details prop:open=move || open.get() on:toggle=turned>
            <summary><Icon name=icon />{name}</summary>
            {form}
        </details>
    }
}

fn stands(one: Opened, read: fn(&domain::follow::Line) -> String) -> Signal<String> {
    Signal::derive(move || {
        one.with(|one| one.as_ref().map(|one| read(&one.since.says)).unwrap_or_default())
    })
}

/// It says something else, and says why.
#[component]
pub(super) fn Rewrite(village: Id, id: Id, one: Opened) -> AnyView {
    let l = says().line;
    let sheet = draft::<Sheet>(format!("bandeng.blueprint.{id}.words"));
    let (trouble, open) = (Trouble::new(), RwSignal::new(false));
    let says = stands(one, |line| line.words.clone());
    let boxes = move || {
        view! {
            {text_box(sheet, l.words, says, |sheet| &mut sheet.words)}
            {why_box(sheet, l.why_changed)}
            <Sources village=village sheet=sheet />
        }
    };
    folded(
        ("pen", l.rewrite),
        open,
        trouble,
        boxes,
        Callback::new(move |()| {
            let now = sheet.get_untracked();
            let words = now.words.unwrap_or_else(|| says.get_untracked());
            let act = FollowAct::Rewrite { words, why: now.why, cites: now.cites };
            let deed = (Kind::Line, id, Scope::Village(village), act.into());
            keep(trouble, vec![deed], move || {
                sheet.set(Sheet::default());
                open.set(false);
            });
        }),
    )
}

/// Where a line goes, while nobody says otherwise: to what comes next.
fn first_way(now: LineState) -> LineState {
    now.next().first().copied().unwrap_or(now)
}

/// It goes along its way; or a source is added where it stands.
#[component]
pub(super) fn Carry(village: Id, id: Id, one: Opened) -> AnyView {
    let l = says().line;
    let sheet = draft::<Sheet>(format!("bandeng.blueprint.{id}.way"));
    let (trouble, open) = (Trouble::new(), RwSignal::new(false));
    let state = Memo::new(move |_| {
        one.with(|one| one.as_ref().map(|one| one.since.says.state).unwrap_or_default())
    });
    let choices = move || {
        let now = state.get();
        let mut ways: Vec<LineState> = now.next().to_vec();
        ways.push(now);
        let choice = |to: LineState| {
            let pick = move |_| sheet.update(|sheet| sheet.to = Some(to));
            let at = LineState::ALL.iter().position(|state| *state == to).unwrap_or(0);
            let name = if to == now { l.source_only } else { l.to[at] };
            view! {
                <label class="opt">
                    <input type="radio" name="way" value=to.as_str()
                        prop:checked=move || sheet.with(|sheet| sheet.to).unwrap_or_else(|| first_way(now)) == to on:change=pick />
                    <span>{name}</span>
                </label>
            }
        };
        ways.into_iter().map(choice).collect_view()
    };
    let boxes = move || {
        view! {
            <p class="hint">{l.guards}</p>
            <fieldset class="field"><legend class="sr">{l.carry}</legend><div class="opts">{choices}</div></fieldset>
            {why_box(sheet, l.why)}
            <Sources village=village sheet=sheet />
        }
    };
    folded(
        ("arrow", l.carry),
        open,
        trouble,
        boxes,
        Callback::new(move |()| {
            let now = sheet.get_untracked();
            let to = now.to.unwrap_or_else(|| first_way(state.get_untracked()));
            let act = FollowAct::Carry { to, why: some(&now.why), cites: now.cites };
            let deed = (Kind::Line, id, Scope::Village(village), act.into());
            keep(trouble, vec![deed], move || {
                sheet.set(Sheet::default());
                open.set(false);
            });
        }),
    )
}

/// Its place in the order, how far it is in a word, and what it says in English.
#[component]
pub(super) fn Arrange(village: Id, id: Id, one: Opened) -> AnyView {
    let l = says().line;
    let sheet = draft::<Sheet>(format!("bandeng.blueprint.{id}.order"));
    let (trouble, open) = (Trouble::new(), RwSignal::new(false));
    let first =
        Signal::derive(move || one.with(|one| one.as_ref().and_then(|one| one.since.says.first)));
    let progress = stands(one, |line| line.progress.clone().unwrap_or_default());
    let english = stands(one, |line| line.words_en.clone().unwrap_or_default());
    let boxes = move || {
        view! {
            {order_box(sheet, first)}
            <p class="hint">{l.progress_hint}</p>
            {text_box(sheet, l.progress, progress, |sheet| &mut sheet.progress)}
            {text_box(sheet, l.words_en, english, |sheet| &mut sheet.words_en)}
        }
    };
    folded(
        ("list", l.arrange),
        open,
        trouble,
        boxes,
        Callback::new(move |()| {
            let now = sheet.get_untracked();
            let number = |first: Option<u32>| first.map_or(Value::Null, Value::from);
            let text = |text: &str| some(text).map_or(Value::Null, Value::from);
            let order =
                now.first.map(|typed| (number(first.get_untracked()), number(typed.parse().ok())));
            let words = |typed: Option<String>, stands: Signal<String>| {
                typed.map(|typed| (text(&stands.get_untracked()), text(&typed)))
            };
            let edits = [
                ("first", order),
                ("progress", words(now.progress, progress)),
                ("words_en", words(now.words_en, english)),
            ];
            let deeds = edits.into_iter().filter_map(|(field, turned)| {
                let (from, to) = turned.filter(|(from, to)| from != to)?;
                let act = Act::Edit { field: field.to_owned(), from, to };
                Some((Kind::Line, id, Scope::Village(village), act))
            });
            keep(trouble, deeds.collect(), move || {
                sheet.set(Sheet::default());
                open.set(false);
            });
        }),
    )
}
