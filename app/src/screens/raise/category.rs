//! Which drawer: guessed while one types, said to be a guess, and a person decides.

use domain::Category;

use super::draft::{Draft, guesses};
use crate::{
    look::words,
    parts::{Choice, Icon, category_icon},
    prelude::*,
};

/// How many are offered before all are.
const OFFERED: usize = 2;

/// The likeliest drawers, and all twelve on demand.
#[component]
pub(super) fn CategoryField(draft: RwSignal<Draft>) -> AnyView {
    let w = words();
    let all = RwSignal::new(false);
    let found = Memo::new(move |_| draft.with(|draft| guesses(&draft.words)));
    let chosen = Memo::new(move |_| draft.with(Draft::category));
    let offered = Memo::new(move |_| {
        if all.get() {
            Category::ALL.to_vec()
        } else {
            found.with(|found| offer(chosen.get(), found))
        }
    });
    let hint = move || {
        let words_given = draft.with(|draft| !draft.words.trim().is_empty());
        let decided = draft.with(|draft| draft.category.is_some());
        match found.with(|found| found.first().copied()) {
            _ if decided || !words_given => String::new(),
            Some((_, word)) => (w.raise().guessed)(word),
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
fn offer(chosen: Category, found: &[(Category, &'static str)]) -> Vec<Category> {
    let found = found.iter().map(|(category, _)| *category);
    let common = [Category::Living, Category::Road];
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
        assert_eq!(offer(Living, &[]), [Living, Road]);
        assert_eq!(offer(Road, &[]), [Living, Road]);
        assert_eq!(offer(Field, &[(Field, "渠"), (Road, "公路")]), [Field, Road]);
        assert_eq!(offer(Water, &[(Field, "渠"), (Road, "公路")]), [Water, Field]);
    }
}
