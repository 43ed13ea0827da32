//! What is being written about a line: one sheet serves all its forms, and stays on the phone until it is saved.

use domain::{
    Form, Id,
    follow::{LineState, Section},
};

use super::says;
use crate::{prelude::*, screens::issue::Line};

/// What is typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub(super) struct Sheet {
    /// What the line is to say; nothing while nobody has typed.
    pub(super) words: Option<String>,
    /// The same in English.
    pub(super) words_en: Option<String>,
    /// Why.
    pub(super) why: String,
    /// Which of the five.
    pub(super) section: Section,
    /// Where it stands in the order.
    pub(super) first: Option<String>,
    /// How far it is.
    pub(super) progress: Option<String>,
    /// Where it goes.
    pub(super) to: Option<LineState>,
    /// Where it comes from.
    pub(super) cites: Vec<Id>,
}

/// A field of the sheet that begins as what stands there.
type Field = fn(&mut Sheet) -> &mut Option<String>;

/// A box for it.
pub(super) fn text_box(
    sheet: RwSignal<Sheet>,
    label: &'static str,
    stands: Signal<String>,
    field: Field,
) -> AnyView {
    let value = Signal::derive(move || {
        let typed = sheet.with(|sheet| field(&mut sheet.clone()).clone());
        typed.unwrap_or_else(|| stands.get())
    });
    let set = Callback::new(move |typed| sheet.update(|sheet| *field(sheet) = Some(typed)));
    view! { <Line label=label value=value set=set /> }
}

/// The box for the reason.
pub(super) fn why_box(sheet: RwSignal<Sheet>, label: &'static str) -> AnyView {
    let value = Signal::derive(move || sheet.with(|sheet| sheet.why.clone()));
    let set = Callback::new(move |typed| sheet.update(|sheet| sheet.why = typed));
    view! { <Line label=label value=value set=set long=true /> }
}

/// Which comes first: none, or one of the first three.
pub(super) fn order_box(sheet: RwSignal<Sheet>, stands: Signal<Option<u32>>) -> AnyView {
    let (l, p) = (says().line, says().plan);
    let now = move || {
        let chosen = sheet.with(|sheet| sheet.first.clone());
        chosen.unwrap_or_else(|| stands.get().map(|first| first.to_string()).unwrap_or_default())
    };
    let choices = move || {
        let now = now();
        let none = view! { <option value="" selected=now.is_empty()>{l.no_order}</option> };
        let some = (1..=3_u32).map(|first| {
            let value = first.to_string();
            let chosen = value == now;
            view! { <option value=value selected=chosen>{(p.first)(first)}</option> }
        });
        let some: Vec<AnyView> = some.collect();
        view! { {none}{some.into_iter().collect_view()} }
    };
    let pick = move |event| {
        let first = event_target_value(&event);
        sheet.update(|sheet| sheet.first = Some(first));
    };
    view! {
        <label class="field">
            <span class="lab">{l.order}</span>
            <select class="in" on:change=pick>{choices}</select>
        </label>
    }
}
