//! Four new digits: typed once, and once more, since nobody sees them.

use crate::{
    look::words,
    parts::Icon,
    pin::{Pin, four},
    prelude::*,
};

/// What is typed, and why it does not do.
#[derive(Clone, Copy)]
pub(crate) struct Digits {
    first: RwSignal<String>,
    again: RwSignal<String>,
    wrong: RwSignal<Option<&'static str>>,
}

impl Digits {
    /// Nothing is typed yet.
    pub(crate) fn new() -> Self {
        let (first, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        Self { first, again, wrong: RwSignal::new(None) }
    }

    /// Whether nothing is typed.
    pub(crate) fn is_empty(self) -> bool {
        self.first.with_untracked(String::is_empty) && self.again.with_untracked(String::is_empty)
    }

    /// Whether they are four, and twice the same; if not, it is said why.
    pub(crate) fn good(self) -> bool {
        let p = words_of();
        let (first, again) = (self.first.get_untracked(), self.again.get_untracked());
        let wrong = match (four(&first), first == again) {
            (false, _) => Some(p.short),
            (true, false) => Some(p.differs),
            (true, true) => None,
        };
        self.wrong.set(wrong);
        wrong.is_none()
    }

    /// Keeps them as somebody's, if they are good; whether they are kept.
    pub(crate) async fn set(self, pin: &Pin) -> bool {
        if !self.good() {
            return false;
        }
        let first = self.first.get_untracked();
        let kept = pin.set(&first).await;
        if !kept {
            self.wrong.set(Some(words_of().broken));
        }
        kept
    }
}

/// A language can be asked for where there is no page around, after something was awaited.
fn words_of() -> &'static words::Pin {
    crate::look::Look::restore().with_untracked(crate::look::Look::language).words().pin()
}

/// The two boxes. The second comes with the first digit.
#[component]
pub(crate) fn NewDigits(
    digits: Digits,
    /// What they are for, or that they need not be.
    #[prop(into)]
    hint: String,
) -> AnyView {
    let (p, s) = (words().pin(), words().whose());
    let begun = Memo::new(move |_| !digits.first.with(String::is_empty));
    let wrong = Memo::new(move |_| digits.wrong.get());
    let invalid = move || wrong.get().map(|_| "true");
    let told = move || wrong.get().map(|_| "digits-wrong");
    view! {
        <div class="field">
            <label for="digits">{s.set.0}" "<span class="hint">{hint}</span></label>
            <input class="in pin" id="digits" type="password" inputmode="numeric" maxlength="4"
                autocomplete="new-password" aria-invalid=invalid aria-describedby=told
                prop:value=move || digits.first.get()
                on:input=move |event| digits.first.set(event_target_value(&event)) />
        </div>
        {move || begun.get().then(|| view! {
            <div class="field">
                <label for="digits-again">{p.again}</label>
                <input class="in pin" id="digits-again" type="password" inputmode="numeric" maxlength="4"
                    autocomplete="new-password" aria-invalid=invalid aria-describedby=told
                    prop:value=move || digits.again.get()
                    on:input=move |event| digits.again.set(event_target_value(&event)) />
            </div>
        })}
        <div class="amiss" role="alert">
            {move || wrong.get().map(|why| view! {
                <p class="err" id="digits-wrong"><Icon name="warn" /><span>{why}</span></p>
            })}
        </div>
    }
}
