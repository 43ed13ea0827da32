//! What was not said yet when something was entered, or has changed since: what about, who leads, who prepares it.

use domain::{Act, Form, Id, Kind, Scope, form::Value, plan::Entry, session::Mode};

use super::{add::Modes, says};
use crate::{
    desk::desk,
    look::words,
    parts::{CommitTrouble, Deed, Icon, Trouble, keep, spend},
    prelude::*,
    screens::issue::{Line, draft},
};

/// What was touched; the rest is as it stands.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Typed {
    topic: Option<String>,
    lead: Option<String>,
    mode: Option<Mode>,
}

/// The form, folded away; what is typed stays on the phone until it is kept.
#[component]
pub(super) fn Detail(id: Id, village: Id) -> AnyView {
    let (p, desk) = (says(), desk());
    let key = format!("bandeng.plan.{id}.says");
    let form = draft::<Typed>(key.clone());
    let trouble = Trouble::new();
    let kept = RwSignal::new(false);
    let entry = Memo::new(move |_| desk.entry(id).map(|(entry, _)| entry).unwrap_or_default());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let edits = edits(&entry.get_untracked(), &form.get_untracked());
        let deed = |act| -> Deed { (Kind::Plan, id, Scope::Village(village), act) };
        let key = key.clone();
        keep(trouble, edits.into_iter().map(deed).collect(), move || {
            spend(form, &key);
            kept.set(true);
        });
    };
    let line = move |typed: fn(&Typed) -> &Option<String>,
                     stands: fn(&Entry) -> &Option<String>| {
        Signal::derive(move || {
            let typed = form.with(|form| typed(form).clone());
            typed.or_else(|| entry.with(|entry| stands(entry).clone())).unwrap_or_default()
        })
    };
    let write = move |into: fn(&mut Typed) -> &mut Option<String>| {
        Callback::new(move |typed: String| {
            kept.set(false);
            form.update(|form| *into(form) = Some(typed));
        })
    };
    let topic = line(|typed| &typed.topic, |entry| &entry.says.topic);
    let lead = line(|typed| &typed.lead, |entry| &entry.says.lead);
    let (set_topic, set_lead) = (write(|typed| &mut typed.topic), write(|typed| &mut typed.lead));
    let mode = Signal::derive(move || {
        form.with(|form| form.mode).unwrap_or_else(|| entry.with(|entry| entry.says.mode))
    });
    let set_mode = Callback::new(move |mode| {
        kept.set(false);
        form.update(|form| form.mode = Some(mode));
    });
    view! {
        <details>
            <summary><Icon name="pen" />{p.detail[0]}</summary>
            <form class="col" aria-label=p.detail[0] on:submit=save>
                <Line label=p.add[3] value=topic set=set_topic />
                <Line label=p.add[5] value=lead set=set_lead />
                <Modes value=mode set=set_mode />
                <button class="btn">{words().common.save}</button>
                <p class="sm" role="status">{move || kept.get().then_some(p.detail[1])}</p>
                <CommitTrouble error=trouble.said />
            </form>
        </details>
    }
}

/// The edits of what was touched and is not as it stands.
fn edits(stands: &Entry, typed: &Typed) -> Vec<Act> {
    let line = |text: Option<&String>| {
        let text = text.map(|text| text.trim()).filter(|text| !text.is_empty());
        text.map_or(Value::Null, Value::from)
    };
    let (says, mut edits) = (&stands.says, Vec::new());
    let texts = [("topic", &says.topic, &typed.topic), ("lead", &says.lead, &typed.lead)];
    for (field, from, to) in texts {
        edits.extend(to.as_ref().map(|to| (field, line(from.as_ref()), line(Some(to)))));
    }
    let from = || Value::from(says.mode.as_str());
    edits.extend(typed.mode.map(|to| ("mode", from(), to.as_str().into())));
    let changed = edits.into_iter().filter(|(_, from, to)| from != to);
    changed.map(|(field, from, to)| Act::Edit { field: field.to_owned(), from, to }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_touched_and_changed_is_said() {
        let mut stands = Entry::default();
        stands.says.lead = Some("施建林".into());
        let typed = Typed { topic: Some(" ".into()), lead: Some("施建林 ".into()), mode: None };
        assert_eq!(edits(&stands, &typed), []);
        let typed = Typed {
            topic: Some("早班公交".into()),
            lead: Some(String::new()),
            mode: Some(Mode::A),
        };
        let edit =
            |field: &str, from: Value, to: Value| Act::Edit { field: field.into(), from, to };
        let all = [
            edit("topic", Value::Null, "早班公交".into()),
            edit("lead", "施建林".into(), Value::Null),
            edit("mode", "b".into(), "a".into()),
        ];
        assert_eq!(edits(&stands, &typed), all);
    }
}
