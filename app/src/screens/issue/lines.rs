//! Boxes to write in, each inside its own label.

use crate::{parts::tongue, prelude::*};

/// One box: a line, several lines when `long`, or what `kind` says to the browser.
#[component]
pub(crate) fn Line(
    /// What is asked.
    label: &'static str,
    /// What is written.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    set: Callback<String>,
    /// Whether it is several lines.
    #[prop(optional)]
    long: bool,
    /// The kind of a single line.
    #[prop(default = "text")]
    kind: &'static str,
) -> AnyView {
    let typed = move |event| set.run(event_target_value(&event));
    let area = if long {
        view! {
            <textarea class="in" rows="3" lang=move || tongue(&value.get()) prop:value=move || value.get() on:input=typed>
                {value.get_untracked()}
            </textarea>
        }
        .into_any()
    } else {
        let digits = (kind == "number").then_some("numeric");
        view! {
            <input
                class="in"
                type=kind
                inputmode=digits
                autocomplete="off"
                prop:value=move || value.get()
                on:input=typed
            />
        }
        .into_any()
    };
    view! { <label class="field"><span class="lab">{label}</span>{area}</label> }
}

/// A moment as `datetime-local` writes it, by Shanghai's clock.
pub(crate) fn local(at: domain::Millis) -> String {
    let words::Day { year, month, day, hour, minute } = words::civil(at);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")
}

/// The moment that was typed; nothing when it is not whole.
pub(crate) fn moment(typed: &str) -> Option<domain::Millis> {
    let mut parts = typed.split(['-', 'T', ':']).map(str::parse::<u32>);
    let mut next = || parts.next()?.ok();
    let (year, month, day, hour, minute) = (next()?, next()?, next()?, next()?, next()?);
    words::moment_of(year.into(), month, day, hour, minute)
}
