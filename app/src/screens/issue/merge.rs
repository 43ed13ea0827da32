//! Which issue carries this one on: found by a few letters among those of the same village.

use domain::{Id, Standing};

use super::{lines::Line, way::Form};
use crate::{
    desk::{Seen, desk},
    look::words,
    parts::Choice,
    prelude::*,
};

/// So many are offered at once.
const OFFERED: usize = 6;

/// A search box and what it finds; before anything is typed, what lies in the same drawer.
#[component]
pub(crate) fn MergeInto(id: Id, form: RwSignal<Form>) -> AnyView {
    let (w, desk) = (words(), desk());
    let letters = RwSignal::new(String::new());
    let offered = Memo::new(move |_| {
        let issues = desk.issues();
        let Some(this) = issues.get(id) else { return Vec::new() };
        let typed = letters.get().trim().to_ascii_lowercase();
        let number = words::number_in(&typed);
        let chosen = form.with(|form| form.into);
        let fits = |other: &Seen| {
            let issue = &other.issue;
            let says = |text: &str| text.to_ascii_lowercase().contains(&typed);
            let found = if typed.is_empty() {
                issue.category == this.issue.category
            } else {
                number.is_some_and(|number| issue.number == Some(number))
                    || says(&issue.title)
                    || says(&issue.words)
            };
            other.id != id
                && issue.village == this.issue.village
                && issue.standing != Standing::Merged
                && (found || chosen == Some(other.id))
        };
        let newest_first = issues.all().iter().rev();
        newest_first
            .filter(|other| fits(other))
            .map(|other| other.id)
            .take(OFFERED)
            .collect::<Vec<_>>()
    });
    let choice = move |other: Id| {
        let seen = desk.issue(other)?;
        let number = seen.issue.number.map(|number| format!("{} · ", (w.common.number)(number)));
        let chosen = Signal::derive(move || form.with(|form| form.into == Some(other)));
        let pick = Callback::new(move |()| form.update(|form| form.into = Some(other)));
        Some(view! {
            <Choice name="into" chosen=chosen pick=pick>{number}<bdi lang="zh-CN">{seen.issue.title.clone()}</bdi></Choice>
        })
    };
    let set = Callback::new(move |typed| letters.set(typed));
    view! {
        <Line label=w.issue().merge_find value=letters set=set kind="search" />
        <fieldset class="field">
            <legend>{w.issue().merge_pick}</legend>
            <div class="col tight">{move || offered.get().into_iter().filter_map(choice).collect_view()}</div>
            <p class="sm dim" role="status">
                {move || offered.with(Vec::is_empty).then_some(w.issue().merge_none)}
            </p>
        </fieldset>
    }
}
