//! The rules that are read out, one a line.

use domain::{Custom, Customs};
use words::customs::RULES;

use super::{Foot, Page, Said, says};
use crate::prelude::*;

/// The rules as they stand, one a line: the district's, or the product's own to begin from.
fn standing(customs: &Customs) -> String {
    match customs.rules() {
        [] => RULES.join("\n"),
        own => own.join("\n"),
    }
}

/// The lines that say something.
fn lines(typed: &str) -> Vec<String> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// The card.
#[component]
pub(super) fn RulesCard(page: Page) -> AnyView {
    let k = says();
    let said = Said::nothing();
    let typed = Memo::new(move |_| {
        let stands = page.customs.with(standing);
        page.form.with(|draft| draft.rules.clone()).unwrap_or(stands)
    });
    let changed = Memo::new(move |_| lines(&typed.get()) != lines(&page.customs.with(standing)));
    let own = Memo::new(move |_| page.customs.with(|customs| !customs.rules().is_empty()));
    let write = move |event| {
        said.stored.set(false);
        let rules = Some(event_target_value(&event));
        page.form.update(|draft| draft.rules = rules);
    };
    let keep = move |lines: Vec<String>| {
        let lines = if lines == RULES { Vec::new() } else { lines };
        page.keep(vec![Custom::Rules { lines }], said, |draft| draft.rules = None);
    };
    let save = Callback::new(move |()| keep(lines(&typed.get_untracked())));
    let back = Callback::new(move |()| keep(Vec::new()));
    let leave = Callback::new(move |()| page.form.update(|draft| draft.rules = None));
    view! {
        <section class="slip col" aria-labelledby="customs-rules">
            <div class="head"><h2 id="customs-rules">{k.rules[0]}</h2></div>
            <p class="sm dim">{k.rules[1]}</p>
            <div class="field">
                <label for="rules">{k.rules[2]}</label>
                <textarea class="in" id="rules" rows="9" lang="zh-CN" aria-describedby="rules-hint"
                    prop:value=move || typed.get() on:input=write></textarea>
                <p class="hint" id="rules-hint">{k.rules[3]}</p>
            </div>
            <Foot page=page said=said fields=&["rules"] own=own changed=changed save=save leave=leave back=back />
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_say_nothing_are_no_rules() {
        assert_eq!(lines(" 先举手 \n\n不打断\n"), ["先举手", "不打断"]);
        assert_eq!(lines(&standing(&Customs::default())), RULES);
    }
}
