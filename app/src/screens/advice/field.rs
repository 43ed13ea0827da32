//! One box of an answer, with what is wrong with it said under it.

use domain::{Id, Refusal};

use super::{
    says,
    sheet::{Fault, Says, Sheet},
};
use crate::{
    burden::Measured,
    desk::{CommitError, Desk, desk},
    parts::{Icon, tongue, words_of},
    prelude::*,
};

/// What is being written, whose it is, and what is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub(super) id: Id,
    pub(super) sheet: RwSignal<Sheet>,
    pub(super) fault: RwSignal<Option<Fault>>,
    pub(super) cost: Measured,
}

impl Writing {
    /// The name of a box on the page.
    pub(super) fn named(self, field: &str) -> String {
        format!("{field}-{}", self.id)
    }

    /// What is wrong at a box; tracked.
    pub(super) fn wrong(self, field: &str) -> Option<String> {
        let fault = self.fault.get().filter(|fault| fault.at == field)?;
        let (f, verdict) = (says().answering, self.sheet.with(|sheet| sheet.verdict));
        Some(match fault.says {
            Says::How => f.pick_how.to_owned(),
            Says::Why => (f.needs_why)(verdict).to_owned(),
            Says::Next => f.pick_next.to_owned(),
            Says::Error(error) => words_of(desk(), &error),
        })
    }
}

/// Where a refusal belongs.
pub(super) fn fault_of(error: CommitError) -> Fault {
    let at = match &error {
        CommitError::Refused(Refusal::NeedsReason) => {
            return Fault { at: "why".to_owned(), says: Says::Why };
        }
        CommitError::Refused(
            Refusal::Empty { field }
            | Refusal::TooLong { field, .. }
            | Refusal::WrongValue { field },
        ) => field.clone(),
        CommitError::Refused(_) | CommitError::Store(_) => String::new(),
    };
    Fault { at, says: Says::Error(error) }
}

/// What is wrong, under a box or over the button.
#[component]
pub(super) fn Wrong(writing: Writing, field: &'static str) -> AnyView {
    let id = writing.named(&format!("wrong-{field}"));
    view! {
        <div role="alert">
            {move || writing.wrong(field).map(|says| view! {
                <p class="err" id=id.clone()><Icon name="warn" /><span>{says}</span></p>
            })}
        </div>
    }
}

/// A line, or several.
#[component]
pub(super) fn Field(
    writing: Writing,
    /// The name of the box, as the domain knows it.
    field: &'static str,
    /// What is asked.
    label: Signal<&'static str>,
    /// A word on how.
    #[prop(default = "")]
    hint: &'static str,
    /// Reads it from the sheet.
    get: fn(&Sheet) -> &String,
    /// Writes it there.
    set: fn(&mut Sheet) -> &mut String,
    /// Whether it is several lines.
    #[prop(optional)]
    long: bool,
    /// The kind of a single line.
    #[prop(default = "text")]
    kind: &'static str,
    /// The name of a list to choose from.
    #[prop(default = "")]
    list: &'static str,
) -> AnyView {
    let id = writing.named(field);
    let value = move || writing.sheet.with(|sheet| get(sheet).clone());
    let typed = move |event| {
        writing.sheet.update(|sheet| *set(sheet) = event_target_value(&event));
        // whoever mends it is not told off any longer
        if writing.fault.with_untracked(|fault| fault.as_ref().is_some_and(|f| f.at == field)) {
            writing.fault.set(None);
        }
    };
    let wrong = writing.named(&format!("wrong-{field}"));
    let bad = Memo::new(move |_| writing.wrong(field).is_some());
    let described = move || bad.get().then(|| wrong.clone());
    let invalid = move || bad.get().then_some("true");
    let named = id.clone();
    let lang = move || tongue(&value());
    let first = writing.sheet.with_untracked(|sheet| get(sheet).clone());
    let area = if long {
        view! {
            <textarea class="in" rows="2" id=named lang=lang aria-invalid=invalid aria-describedby=described
                prop:value=value on:input=typed>{first}</textarea>
        }
    } else {
        let list = Some(list).filter(|list| !list.is_empty());
        view! {
            <input class="in" type=kind id=named lang=lang list=list autocomplete="off" aria-invalid=invalid
                aria-describedby=described prop:value=value on:input=typed />
        }
    };
    view! {
        <div class="field">
            <label for=id>{move || label.get()}</label>
            {area}
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <Wrong writing=writing field=field />
        </div>
    }
}

/// A label that stays.
pub(super) fn asked(label: &'static str) -> Signal<&'static str> {
    Signal::derive(move || label)
}

/// The name of whoever reads, as it stands in the directory, with the office.
pub(super) fn own_name(desk: Desk, en: bool) -> String {
    let person = untrack(|| desk.person_of(desk.person()));
    let name = untrack(|| desk.name_of(desk.person()));
    let office = person.and_then(|person| person.note);
    match office {
        Some(office) if !en => format!("{office} {name}"),
        Some(_) | None => name,
    }
}
