//! Which drawer: guessed while one types, said to be a guess, and a person decides.

use domain::{Category, Customs};

use super::draft::{Draft, guesses};
use crate::{
    desk::desk,
    look::words,
    parts::{Choice, Icon, category_icon},
    prelude::*,
};

/// How many are offered before all are.
const OFFERED: usize = 2;

/// The likeliest drawers, and all that the district offers on demand, in its order.
#[component]
pub(super) fn CategoryField(draft: RwSignal<Draft>) -> AnyView {
    let (w, desk) = (words(), desk());
    let customs =
        Memo::new(move |_| desk.village().map(|village| desk.customs(village)).unwrap_or_default());
    let all = RwSignal::new(false);
    let found = Memo::new(move |_| {
        draft.with(|draft| customs.with(|customs| guesses(customs, &draft.words)))
    });
    let chosen =
        Memo::new(move |_| draft.with(|draft| customs.with(|customs| draft.category(customs))));
    let offered = Memo::new(move |_| {
        let chosen = chosen.get();
        customs.with(|customs| {
            if all.get() {
                customs.drawers_with(Some(chosen))
            } else {
                found.with(|found| offer(customs, chosen, found))
            }
        })
    });
    let hint = move || {
        let words_given = draft.with(|draft| !draft.words.trim().is_empty());
        let decided = draft.with(|draft| draft.category.is_some());
        match found.with(|found| found.first().cloned()) {
            _ if decided || !words_given => String::new(),
            Some((_, word)) => (w.raise().guessed)(&word),
            None => w.raise().unguessed.to_owned(),
        }
    };
    let choice = move |category: Category| {
        let pick = Callback::new(move |()| draft.update(|draft| draft.category = Some(category)));
        let mine = Signal::derive(move || chosen.get() == category);
        view! {
            <Choice name="category" chosen=mine pick=pick>
                <Icon name=category_icon(category) />{(w.names.category)(category)}
            </Choice>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{w.raise().category}" "<span class="hint" role="status">{hint}</span></legend>
            <div class="opts">
                {move || offered.get().into_iter().map(choice).collect_view()}
                {move || (!all.get()).then(|| view! {
                    <button type="button" class="opt" on:click=move |_| all.set(true)>
                        <span><Icon name="more" />{w.raise().other_category}</span>
                    </button>
                })}
            </div>
        </fieldset>
    }
}

/// The first few to offer: the guessed ones with the chosen one among them, then the common ones.
/// The order stays while one chooses among them, so that the keyboard does not lose its place.
fn offer(customs: &Customs, chosen: Category, found: &[(Category, String)]) -> Vec<Category> {
    let found = found.iter().map(|(category, _)| *category);
    // as the district has ordered them, else the two that are said most
    let common = if customs.all_offered() {
        vec![Category::Living, Category::Road]
    } else {
        customs.drawers()
    };
    let mut offered: Vec<Category> = Vec::with_capacity(OFFERED + 1);
    for category in found.chain(common) {
        if offered.len() < OFFERED && !offered.contains(&category) {
            offered.push(category);
        }
    }
    if !offered.contains(&chosen) {
        offered.insert(0, chosen);
    }
    offered.truncate(OFFERED);
    offered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_drawer_is_always_on_offer() {
        use Category::{Field, Living, Road, Water};
        let none = Customs::default();
        let found = [(Field, "渠".to_owned()), (Road, "公路".to_owned())];
        assert_eq!(offer(&none, Living, &[]), [Living, Road]);
        assert_eq!(offer(&none, Road, &[]), [Living, Road]);
        assert_eq!(offer(&none, Field, &found), [Field, Road]);
        assert_eq!(offer(&none, Water, &found), [Water, Field]);
    }
}
