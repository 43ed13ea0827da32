//! A question or a sheet over the screen: the browser's own dialog, so that Escape, focus and screen readers work.

use leptos::children::ChildrenFn;

use crate::{look::words, parts::Icon, prelude::*};

/// Shown while `open` holds true; sets it to false when the reader closes it.
#[component]
pub(crate) fn Dialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Whether it rises from below as a sheet.
    #[prop(optional)]
    sheet: bool,
    /// What it says and asks.
    children: ChildrenFn,
) -> AnyView {
    let element = Place::<web_sys::HtmlDialogElement>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if open.get() {
            if !dialog.open() && dialog.show_modal().is_err() {
                leptos::logging::warn!("a dialog could not be opened");
            }
        } else if dialog.open() {
            dialog.close();
        }
    });
    let class = if sheet { "dlg sheet" } else { "dlg" };
    let name = title.clone();
    view! {
        <dialog class=class node_ref=element aria-label=name on:close=move |_| open.set(false)>
            <div class="row">
                <h2 class="grow">{title}</h2>
                <button class="ib" aria-label=words().common.close on:click=move |_| open.set(false)>
                    <Icon name="x" />
                </button>
            </div>
            {move || open.get().then(|| children())}
        </dialog>
    }
}
