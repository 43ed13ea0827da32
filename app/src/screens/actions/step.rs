//! The form of one step: it asks what the step asks for, and becomes its act.

use domain::{FollowAct, Form, Id, Refusal, follow::Action};

use super::{
    deed::{Trouble, keep, on_action, spend},
    moves::Move,
    one::Shown,
    one_says,
    script::choices,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Choice, CommitTrouble, day_in, day_of},
    prelude::*,
    screens::issue::{Line, draft},
};

/// What is written for a step; it stays on the phone until it is saved or given up.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Sheet {
    /// Which step, so that the words of one do not come up in another.
    of: String,
    owner: String,
    lead: Option<Id>,
    due: String,
    yes: Option<bool>,
    says: String,
}

/// What a step begins with: the reader's own name and office, or the day that was asked for.
fn begin(desk: Desk, to: Move, action: &Action) -> Sheet {
    let owner = match to {
        Move::Claim => own_name(desk, desk.person()),
        _ => String::new(),
    };
    let due = match to {
        Move::GiveTime => action.asked.as_ref().map(|asked| day_in(asked.due)),
        Move::AskTime => action.due.map(day_in),
        _ => None,
    };
    let of = to.name().to_owned();
    Sheet { of, owner, due: due.unwrap_or_default(), ..Sheet::default() }
}

/// 区水利局 沈科: how somebody is named who does something.
fn own_name(desk: Desk, person: Id) -> String {
    let note = desk.person_of(person).and_then(|person| person.note);
    let name = desk.name_of(person);
    match note {
        Some(note) => format!("{note} {name}"),
        None => name,
    }
}

impl Sheet {
    /// The act of a step.
    ///
    /// # Errors
    /// When a box that the act cannot do without is empty; the rest is for the act's own guard.
    fn act(&self, to: Move) -> Result<FollowAct, Refusal> {
        let empty = |field: &str| Refusal::Empty { field: field.to_owned() };
        let says = || self.says.trim().to_owned();
        let perhaps = || Some(says()).filter(|says| !says.is_empty());
        let due = || day_of(&self.due).ok_or_else(|| empty("due"));
        let yes = || self.yes.ok_or_else(|| empty("choice"));
        Ok(match to {
            Move::Claim => FollowAct::Claim { owner: self.owner.clone() },
            Move::Accept => FollowAct::Accept,
            Move::Finish => FollowAct::Finish { words: says() },
            Move::AskTime => FollowAct::AskTime { due: due()?, why: says() },
            Move::GiveTime => {
                let due = if yes()? { Some(due()?) } else { None };
                FollowAct::GiveTime { due, why: perhaps() }
            }
            Move::Check => FollowAct::Check { ok: yes()?, words: perhaps() },
            Move::Close => FollowAct::Close { how: perhaps() },
            Move::Revisit => FollowAct::Revisit { holds: yes()?, words: says() },
            Move::Reassign => {
                FollowAct::Reassign { owner: self.owner.clone(), lead: self.lead, why: says() }
            }
        })
    }
}

/// The form; closes itself once the step is kept.
#[component]
pub(super) fn StepForm(shown: Shown, to: Move, open: RwSignal<Option<Move>>) -> AnyView {
    let (w, desk) = (words(), desk());
    let (id, scope) = shown.with_untracked(|doing| (doing.id, doing.scope));
    let key = StoredValue::new(format!("bandeng.step.{id}"));
    let form = draft::<Sheet>(key.get_value());
    if form.with_untracked(|form| form.of != to.name()) {
        form.set(shown.with_untracked(|doing| untrack(|| begin(desk, to, &doing.action))));
    }
    let trouble = Trouble::new();
    let close = move || {
        spend(form, &key.get_value());
        open.set(None);
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match form.with_untracked(|form| form.act(to)) {
            Ok(act) => keep(trouble, vec![on_action(id, scope, act)], close),
            Err(refusal) => trouble.said.set(Some(refusal.into())),
        }
    };
    view! {
        <form class="slip col" on:submit=save aria-label=to.name()>
            {boxes(to, form)}
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=move |_| close()>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// The boxes of a step.
fn boxes(to: Move, form: RwSignal<Sheet>) -> AnyView {
    let o = one_says();
    let says = |label| view! { <Line label=label value=part(form, |f| &f.says) set=set(form, |f| &mut f.says) long=true /> };
    let owner = || view! { <Line label=o.owner value=part(form, |f| &f.owner) set=set(form, |f| &mut f.owner) /> };
    let due = || view! { <Line label=o.due kind="date" value=part(form, |f| &f.due) set=set(form, |f| &mut f.due) /> };
    match to {
        Move::Claim => owner(),
        Move::Accept => view! { <p class="sm">{o.accept}</p> },
        Move::Finish => says(o.finish),
        Move::AskTime => view! { {due()}{says(o.slow)} },
        Move::GiveTime => {
            let granted = move || form.with(|form| form.yes != Some(false));
            view! {
                {either(form, o.give)}
                {move || granted().then(|| view! { <Line label=o.due kind="date" value=part(form, |f| &f.due) set=set(form, |f| &mut f.due) /> })}
                {says(o.give_why)}
            }
        }
        Move::Check => view! { {either(form, o.check)}{says(o.seen)} },
        Move::Close => says(o.close),
        Move::Revisit => view! { {either(form, o.holds)}{says(o.seen)} },
        Move::Reassign => view! { {lead(form)}{owner()}{says(o.reassign)} },
    }
}

fn part(form: RwSignal<Sheet>, read: fn(&Sheet) -> &String) -> Signal<String> {
    Signal::derive(move || form.with(|form| read(form).clone()))
}

fn set(form: RwSignal<Sheet>, write: fn(&mut Sheet) -> &mut String) -> Callback<String> {
    Callback::new(move |typed| form.update(|form| *write(form) = typed))
}

/// One of two.
fn either(form: RwSignal<Sheet>, names: [&'static str; 2]) -> AnyView {
    let choices = [true, false].map(|yes| {
        let is = Signal::derive(move || form.with(|form| form.yes == Some(yes)));
        let pick = Callback::new(move |()| form.update(|form| form.yes = Some(yes)));
        view! { <Choice name="either" chosen=is pick=pick>{names[usize::from(!yes)]}</Choice> }
    });
    view! { <div class="seg" role="radiogroup" aria-label=names.join(" / ")>{choices.into_iter().collect_view()}</div> }
        .into_any()
}

/// Somebody of the directory, whose name and office then stand in the box.
fn lead(form: RwSignal<Sheet>) -> AnyView {
    let (o, desk) = (one_says(), desk());
    let choose = move |event| {
        let lead = Id::try_parse(&event_target_value(&event)).ok();
        let owner = lead.map(|lead| untrack(|| own_name(desk, lead)));
        form.update(|form| {
            form.lead = lead;
            form.owner = owner.unwrap_or_default();
        });
    };
    let chosen = move || form.with(|form| form.lead);
    view! {
        <label class="field">
            <span class="lab">{o.lead}</span>
            <select class="in" on:change=choose>{choices(desk, o.not_listed, chosen)}</select>
        </label>
    }
    .into_any()
}
