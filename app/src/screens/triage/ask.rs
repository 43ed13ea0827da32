//! The five questions, one row each: yes, no, or not known yet.

use domain::triage::Triage;

use crate::{look::words, parts::Choice, prelude::*};

/// Names for the radio buttons, in the order of the questions.
const NAMES: [&str; 5] = ["small", "several", "actor", "lawful", "quarrel"];

/// All five.
#[component]
pub(super) fn Questions(typed: RwSignal<Triage>) -> AnyView {
    let w = words().triage();
    let asked = w.questions.into_iter().zip(NAMES).enumerate().map(|(place, ((question, help), name))| {
        let answer = move |told: &'static str, meant: Option<bool>| {
            let chosen = Signal::derive(move || typed.with(|typed| *part(&mut typed.clone(), place) == meant));
            let pick = Callback::new(move |()| typed.update(|typed| *part(typed, place) = meant));
            view! { <Choice name=name chosen=chosen pick=pick>{told}</Choice> }
        };
        view! {
            <fieldset class="ask">
                <legend>{question}<small>{help}</small></legend>
                <div class="seg tri">
                    {answer(w.yes, Some(true))}{answer(w.no, Some(false))}{answer(w.unsure, None)}
                </div>
            </fieldset>
        }
    });
    view! { <div class="asks">{asked.collect_view()}</div> }
}

/// The answer to the question at a place.
fn part(answers: &mut Triage, place: usize) -> &mut Option<bool> {
    match place {
        0 => &mut answers.small,
        1 => &mut answers.several,
        2 => &mut answers.actor,
        3 => &mut answers.lawful,
        _ => &mut answers.quarrel,
    }
}
