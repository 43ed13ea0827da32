//! The drawers: which of the twelve are offered, in which order, and what else people call them.

use domain::{Category, Custom, Customs};

use super::{Drawer, Foot, Page, Said, says};
use crate::{
    look::words,
    parts::{Icon, category_icon},
    prelude::*,
};

/// All twelve as they stand: those that are offered in their order, then those set aside.
fn standing(customs: &Customs) -> Vec<Drawer> {
    let aside = Category::ALL.into_iter().filter(|of| !customs.offers(*of));
    let all = customs.drawers().into_iter().chain(aside);
    let drawer = |of| Drawer { of, on: customs.offers(of), words: customs.hints(of).join("、") };
    all.map(drawer).collect()
}

/// The words in a box, each once.
fn split(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let typed = typed.split(['、', ',', '，', ';', '；', '\n']);
    for word in typed.map(str::trim).filter(|word| !word.is_empty()) {
        if words.iter().all(|other| other != word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// What the card makes of the customs; nothing where no drawer would be left.
fn meant(customs: &Customs, drawers: &[Drawer]) -> Option<Vec<Custom>> {
    let on: Vec<Category> = drawers.iter().filter(|one| one.on).map(|one| one.of).collect();
    if on.is_empty() {
        return None;
    }
    let mut meant = Vec::new();
    if on != customs.drawers() {
        meant.push(Custom::Drawers { drawers: on });
    }
    let taught = drawers.iter().map(|one| (one.of, split(&one.words)));
    let taught = taught.filter(|(of, words)| words != customs.hints(*of));
    meant.extend(taught.map(|(drawer, words)| Custom::Hints { drawer, words }));
    Some(meant)
}

/// All back to the product's own.
fn plain(customs: &Customs) -> Vec<Custom> {
    let taught = Category::ALL.into_iter().filter(|of| !customs.hints(*of).is_empty());
    let plain = taught.map(|drawer| Custom::Hints { drawer, words: Vec::new() });
    std::iter::once(Custom::Drawers { drawers: Vec::new() }).chain(plain).collect()
}

/// The card.
#[component]
pub(super) fn DrawersCard(page: Page) -> AnyView {
    let k = says();
    let said = Said::nothing();
    let none_left = RwSignal::new(false);
    let all = Memo::new(move |_| {
        let stands = page.customs.with(standing);
        page.form.with(|draft| draft.drawers.clone()).unwrap_or(stands)
    });
    let changed = Memo::new(move |_| {
        page.customs.with(|customs| all.with(|all| meant(customs, all)) != Some(Vec::new()))
    });
    let own = Memo::new(move |_| {
        page.customs.with(|customs| !customs.all_offered() || customs.teaches())
    });
    let change = Callback::new(move |drawers: Vec<Drawer>| {
        said.stored.set(false);
        none_left.set(false);
        page.form.update(|draft| draft.drawers = Some(drawers));
    });
    let keep = move |customs| page.keep(customs, said, |draft| draft.drawers = None);
    let save = Callback::new(move |()| {
        let meant = all.with_untracked(|all| page.customs.with_untracked(|c| meant(c, all)));
        none_left.set(meant.is_none());
        meant.into_iter().for_each(keep);
    });
    let back = Callback::new(move |()| keep(page.customs.with_untracked(plain)));
    let leave = Callback::new(move |()| {
        none_left.set(false);
        page.form.update(|draft| draft.drawers = None);
    });
    view! {
        <section class="slip col" aria-labelledby="customs-drawers">
            <div class="head"><h2 id="customs-drawers">{k.drawers[0]}</h2></div>
            <p class="sm dim">{k.drawers[1]}</p>
            <ol class="bare drawers">
                <For each=move || all.get() key=|one| one.of.as_str().to_owned() let:one>
                    <Row of=one.of all=all change=change />
                </For>
            </ol>
            <p class="xs dim">{k.drawers[2]}</p>
            <div role="alert">
                {move || none_left.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{k.none_left}</span></p> })}
            </div>
            <Foot page=page said=said fields=&["drawers", "hints"] own=own changed=changed save=save leave=leave back=back />
        </section>
    }
}

/// One drawer.
#[component]
fn Row(of: Category, all: Memo<Vec<Drawer>>, change: Callback<Vec<Drawer>>) -> AnyView {
    let (w, k) = (words(), says());
    let name = (w.names.category)(of);
    let at =
        Memo::new(move |_| all.with(|all| all.iter().position(|one| one.of == of)).unwrap_or(0));
    let on = Memo::new(move |_| all.with(|all| all.get(at.get()).is_some_and(|one| one.on)));
    let typed = Memo::new(move |_| {
        all.with(|all| all.get(at.get()).map(|one| one.words.clone())).unwrap_or_default()
    });
    let alter = move |deed: &dyn Fn(&mut Drawer)| {
        let mut drawers = all.get_untracked();
        drawers.iter_mut().filter(|one| one.of == of).for_each(deed);
        change.run(drawers);
    };
    let tick = move |event| {
        let on = event_target_checked(&event);
        alter(&|one| one.on = on);
    };
    let write = Callback::new(move |words: String| alter(&|one| one.words.clone_from(&words)));
    let move_by = move |down: bool| {
        move |_| {
            let (mut drawers, at) = (all.get_untracked(), at.get_untracked());
            let other = if down { at + 1 } else { at.wrapping_sub(1) };
            if other < drawers.len() {
                drawers.swap(at, other);
                change.run(drawers);
            }
        }
    };
    let first = move || (at.get() == 0).then_some("true");
    let last = move || (at.get() + 1 == Category::ALL.len()).then_some("true");
    let open = RwSignal::new(false);
    view! {
        <li>
            <div class="row wrap knobs">
                <label class="tick grow">
                    <input type="checkbox" prop:checked=move || on.get() on:change=tick />
                    <span><Icon name=category_icon(of) />{name}</span>
                </label>
                <button type="button" class="btn bare sm" aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)>
                    {move || (k.hints)(split(&typed.get()).len())}<span class="sr">{name}</span>
                </button>
                <button type="button" class="ib" aria-label=(k.up)(name) aria-disabled=first on:click=move_by(false)><Icon name="up" /></button>
                <button type="button" class="ib" aria-label=(k.down)(name) aria-disabled=last on:click=move_by(true)><Icon name="down" /></button>
            </div>
            {move || open.get().then(|| view! { <Taught of=of typed=typed write=write /> })}
        </li>
    }
}

/// The words that give a drawer away, in one box.
#[component]
fn Taught(of: Category, typed: Memo<String>, write: Callback<String>) -> AnyView {
    let (w, k) = (words(), says());
    let id = format!("words-{}", of.as_str());
    let hint = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id.clone()>{(k.words)((w.names.category)(of))}</label>
            <input class="in" id=id lang="zh-CN" autocomplete="off" aria-describedby=hint.clone()
                prop:value=move || typed.get() on:input=move |event| write.run(event_target_value(&event)) />
            <p class="hint" id=hint>{k.words_hint}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_that_was_not_touched_means_nothing() {
        let none = Customs::default();
        assert_eq!(meant(&none, &standing(&none)), Some(Vec::new()));
    }

    #[test]
    fn what_was_set_aside_and_taught_is_all_that_is_said() {
        let none = Customs::default();
        let mut drawers = standing(&none);
        drawers[0].on = false;
        drawers[1].words = " 便道，弯道、便道 ".into();
        let rest = Category::ALL[1..].to_vec();
        let words = vec!["便道".into(), "弯道".into()];
        let taught = Custom::Hints { drawer: Category::Road, words };
        assert_eq!(meant(&none, &drawers), Some(vec![Custom::Drawers { drawers: rest }, taught]));
        drawers.iter_mut().for_each(|one| one.on = false);
        assert_eq!(meant(&none, &drawers), None);
    }
}
