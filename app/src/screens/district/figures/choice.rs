//! Of which year and of which place: years backwards from this one, places in the order of the place tree.

use domain::{
    Id, Kind, Scope, Sorted,
    place::{Level, Place},
};

use super::{
    super::region,
    heard::{Heard, this_year},
};
use crate::{
    desk::{Desk, desk},
    look::words,
    prelude::*,
};

/// Both choices.
#[component]
pub(super) fn Choices(heard: Heard) -> AnyView {
    let (w, desk) = (words(), desk());
    let f = w.figures();
    let years = Memo::new(move |_| {
        let now = this_year().unwrap_or_default();
        // what was chosen stays to be chosen, whatever was heard
        let since = heard.since.get().into_iter().chain(heard.year.get()).min();
        (since.unwrap_or(now).clamp(now.saturating_sub(20), now)..=now).rev().collect::<Vec<u32>>()
    });
    let options = move || {
        let chosen = heard.year.get();
        let option = move |year: u32| {
            let own = chosen == Some(year);
            view! { <option value=year.to_string() selected=own>{(f.year_of)(year)}</option> }
        };
        years.get().into_iter().map(option).collect_view()
    };
    let year = move |event| {
        heard.choose(event_target_value(&event).parse().ok(), heard.place.get_untracked())
    };
    let place = move |event| {
        heard.choose(heard.year.get_untracked(), Id::try_parse(&event_target_value(&event)).ok());
    };
    let tree = Memo::new(move |_| places(desk));
    let spots = move || {
        let chosen = heard.place.get();
        let option = move |(id, name, deep): (Id, String, bool)| {
            let name = if deep { format!("\u{3000}{name}") } else { name };
            let own = chosen == Some(id);
            view! { <option value=id.to_string() selected=own lang="zh-CN">{name}</option> }
        };
        tree.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="choose">
            <label class="field"><span class="lab">{f.year}</span>
                <select class="in" on:change=year>
                    {options}
                    <option value="" selected=move || heard.year.get().is_none()>{f.every_year}</option>
                </select>
            </label>
            <label class="field"><span class="lab">{f.place}</span>
                <select class="in" on:change=place>
                    <option value="" selected=move || heard.place.get().is_none()>{f.whole}</option>
                    {spots}
                </select>
            </label>
        </div>
    }
}

/// Towns, each with its villages, in administrative order; tracked. Whether it is a village stands with the name.
fn places(desk: Desk) -> Vec<(Id, String, bool)> {
    let Some(region) = region(desk) else { return Vec::new() };
    desk.replica.with(|replica| {
        let here = replica.view().values().filter(|record| {
            record.kind == Kind::Place && !record.gone && record.scope == Scope::Region(region)
        });
        let all: Sorted<Id, Place> =
            here.filter_map(|record| Some((record.id, record.read().ok()?))).collect();
        let mut tree = Sorted::<(u32, Id, u32, Id), (String, bool)>::new();
        for (id, place) in all.iter() {
            let own = (place.order, *id);
            let ((town, of), (nth, village), deep) = match place.level {
                Level::Town => (own, (0, Id::nil()), false),
                Level::Village => {
                    let parent =
                        place.parent.and_then(|parent| Some((all.get(&parent)?.order, parent)));
                    (parent.unwrap_or_default(), (own.0 + 1, own.1), true)
                }
                Level::District | Level::Group => continue,
            };
            tree.insert((town, of, nth, village), (place.name.clone(), deep));
        }
        let spot = |((_, of, _, village), (name, deep)): ((u32, Id, u32, Id), (String, bool))| {
            (if deep { village } else { of }, name, deep)
        };
        tree.into_iter().map(spot).collect()
    })
}
