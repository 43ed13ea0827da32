//! An entry is moved to another month, or called off; either says why.

use domain::{
    Act, Id, Kind, Scope,
    plan::{Month, PlanAct},
};

use super::{beside, go_on, months::MonthBox, says};
use crate::{
    desk::desk,
    parts::{CommitTrouble, Icon, Trouble, keep, spend},
    prelude::*,
    screens::issue::{Line, draft},
};

/// To another month.
#[component]
pub(super) fn Shift(id: Id, village: Id) -> AnyView {
    let (p, desk) = (says(), desk());
    let now = Month::of(desk.now());
    let stands = untrack(|| desk.entry(id)).map_or(now, |(entry, _)| entry.says.when);
    let to = RwSignal::new(stands.after(1).max(now));
    let act = Callback::new(move |why| PlanAct::Shift { to: to.get_untracked(), why }.into());
    let boxes = move || view! { <MonthBox label=p.shift[1] value=to from=now /> }.into_any();
    reasoned((id, village), ("cal", p.shift[0], p.shift[2], p.shift[3]), boxes, act)
}

/// Not at all.
#[component]
pub(super) fn Cancel(id: Id, village: Id) -> AnyView {
    let p = says();
    let act = Callback::new(move |why| PlanAct::Cancel { why }.into());
    reasoned((id, village), ("no", p.cancel[0], p.cancel[1], p.cancel[2]), || ().into_any(), act)
}

/// Back out of the plan: what somebody entered by mistake, on the same day and while nothing hangs on it.
#[component]
pub(super) fn TakeBack(id: Id, village: Id) -> AnyView {
    let (p, desk) = (says(), desk());
    let trouble = Trouble::new();
    let scope = Scope::Village(village);
    let may = Memo::new(move |_| {
        let fresh = desk.entry(id).is_some_and(|(it, _)| it.fresh(desk.person(), desk.now()));
        fresh && desk.may(Kind::Plan, id, scope, Act::Withdraw).is_ok()
    });
    let tap = move |event: leptos::ev::MouseEvent| {
        let next = beside(&event);
        keep(trouble, vec![(Kind::Plan, id, scope, Act::Withdraw)], move || go_on(next));
    };
    child(move || {
        may.get().then(|| {
            view! {
                <div><button type="button" class="btn" on:click=tap><Icon name="redo" />{p.take_back}</button></div>
                <CommitTrouble error=trouble.said />
            }
        })
    })
}

/// A form with a reason, folded away under its name; what was typed stays on the phone until it is kept.
fn reasoned(
    (id, village): (Id, Id),
    (icon, name, asks, does): (&'static str, &'static str, &'static str, &'static str),
    boxes: impl Fn() -> AnyView + Send + 'static,
    act: Callback<String, Act>,
) -> AnyView {
    let key = format!("bandeng.plan.{id}.{icon}");
    let why = draft::<String>(key.clone());
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let deed = act.run(why.get_untracked());
        let key = key.clone();
        keep(trouble, vec![(Kind::Plan, id, Scope::Village(village), deed)], move || {
            spend(why, &key)
        });
    };
    let set = Callback::new(move |typed| why.set(typed));
    view! {
        <details>
            <summary><Icon name=icon />{name}</summary>
            <form class="col" aria-label=name on:submit=save>
                {boxes()}
                <Line label=asks value=why set=set long=true />
                <button class="btn">{does}</button>
                <CommitTrouble error=trouble.said />
            </form>
        </details>
    }
}
