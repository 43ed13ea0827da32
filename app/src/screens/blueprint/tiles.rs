//! What is known of the village, as tiles; each opens what it was before.

use domain::Id;

use super::{Shown, fact::FactSheet, says};
use crate::{
    desk::{Known, Whereabouts},
    parts::{Icon, tongue},
    prelude::*,
};

/// The longest word that stands beside a number as its unit.
const UNIT: usize = 4;

/// A value as a number and its unit; all of it in small letters where it is no number.
fn figure(value: &str) -> (String, String) {
    let numeral = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '–' | '-');
    let number: String = value.chars().take_while(|c| numeral(*c)).collect();
    let unit = value.get(number.len()..).unwrap_or_default().trim().to_owned();
    if number.is_empty() || unit.chars().count() > UNIT {
        return (String::new(), value.to_owned());
    }
    (number, unit)
}

/// A name over its value.
pub(super) fn told(name: &str, value: &str) -> AnyView {
    let (number, unit) = figure(value);
    view! {
        <span class="xs dim" lang=tongue(name)>{name.to_owned()}</span>
        <b lang=tongue(value)>{number}<small>{unit}</small></b>
    }
}

/// The tiles, with one to add another for those who may.
#[component]
pub(super) fn Tiles(plan: Shown, writes: Memo<bool>) -> AnyView {
    let k = says().fact;
    let facts = Memo::new(move |_| plan.with(|plan| plan.facts.clone()));
    let village = plan.with_untracked(|plan| plan.village);
    let open = RwSignal::new(false);
    // which name, or none for one that was not there
    let about = RwSignal::new(None::<String>);
    let show = Callback::new(move |name| {
        about.set(name);
        open.set(true);
    });
    let none = move || {
        let empty = facts.with(Vec::is_empty);
        empty.then(|| view! { <p class="sm dim">{k.none}</p> })
    };
    let more = move || {
        writes.get().then(|| {
            view! {
                <button class="btn bare small noprint" aria-haspopup="dialog" on:click=move |_| show.run(None)>
                    <Icon name="plus" />{k.add}
                </button>
            }
        })
    };
    view! {
        <section class="col tight known" aria-label=k.title>
            {none}
            <ul class="facts">
                <For each=move || facts.get() key=|known| known.id.to_string()
                    children=move |known| view! { <Tile id=known.id facts=facts show=show /> } />
            </ul>
            {more}
            <FactSheet village=village about=about open=open writes=writes />
        </section>
    }
}

#[component]
fn Tile(id: Id, facts: Memo<Vec<Known>>, show: Callback<Option<String>>) -> AnyView {
    let one =
        Memo::new(move |_| facts.with(|all| all.iter().find(|known| known.id == id).cloned()));
    child(move || one.get().map(|known| tile(known, show)))
}

fn tile(known: Known, show: Callback<Option<String>>) -> AnyView {
    let Known { fact, whereabouts, .. } = known;
    let local = whereabouts != Whereabouts::Sent;
    let name = fact.name.clone();
    view! {
        <li>
            <button class="slip" class:local=local aria-haspopup="dialog"
                aria-label=(says().fact.open)(&fact.name, &fact.value)
                on:click=move |_| show.run(Some(name.clone()))>
                {told(&fact.name, &fact.value)}
            </button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_number_stands_before_its_unit() {
        let told = |value| {
            let (number, unit) = figure(value);
            format!("{number}|{unit}")
        };
        assert_eq!(told("1,236 人"), "1,236|人");
        assert_eq!(told("38%"), "38|%");
        assert_eq!(told("412 户 1,236 人，常住 780 人"), "|412 户 1,236 人，常住 780 人");
        assert_eq!(told("没有"), "|没有");
    }
}
