//! 代录: whose words they are, and how it was checked that they are.

use domain::act::Confirmed;

use super::{
    Wrong,
    draft::Draft,
    form::{GroupField, Unnamed, complaint, is_wrong},
};
use crate::{look::words, parts::Choice, prelude::*};

/// What is asked when somebody else's words are written.
#[component]
pub(super) fn ProxyFields(draft: RwSignal<Draft>, wrong: RwSignal<Option<Wrong>>) -> AnyView {
    let w = words();
    let write = move |event| {
        let name = event_target_value(&event);
        draft.update(|draft| draft.name = name);
        if is_wrong("proxy", wrong) {
            wrong.set(None);
        }
    };
    let how = move |confirmed: Confirmed| {
        let mine = Signal::derive(move || draft.with(|draft| draft.confirmed == Some(confirmed)));
        let pick = Callback::new(move |()| {
            draft.update(|draft| draft.confirmed = Some(confirmed));
            if is_wrong("confirmed", wrong) {
                wrong.set(None);
            }
        });
        let label = (w.names.confirmed)(confirmed);
        view! { <Choice name="confirmed" chosen=mine pick=pick>{label}</Choice> }
    };
    let ways = [Confirmed::Face, Confirmed::Phone, Confirmed::Paper];
    view! {
        <section class="col" aria-label=w.raise().for_whom>
            <div class="two">
                <div class="field">
                    <label for="proxy">{w.raise().speaker}</label>
                    <input class="in" id="proxy" autocomplete="off"
                        prop:value=draft.with_untracked(|draft| draft.name.clone()) on:input=write
                        aria-invalid=move || is_wrong("proxy", wrong).then_some("true")
                        aria-describedby=move || is_wrong("proxy", wrong).then_some("proxy-wrong") />
                    {complaint("proxy", wrong)}
                </div>
                <GroupField draft=draft />
            </div>
            <fieldset class="field" id="confirmed" tabindex="-1"
                aria-describedby=move || is_wrong("confirmed", wrong).then_some("confirmed-wrong")>
                <legend>{w.raise().confirmed}</legend>
                <div class="opts">
                    {ways.into_iter().map(how).collect_view()}
                </div>
                {complaint("confirmed", wrong)}
            </fieldset>
            <Unnamed draft=draft />
        </section>
    }
}
