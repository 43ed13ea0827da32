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
    /// Whether they are being kept, or are kept and somebody is on their way.
    busy: RwSignal<bool>,
}

impl Digits {
    /// Nothing is typed yet.
    pub(crate) fn new() -> Self {
        let (first, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        Self { first, again, wrong: RwSignal::new(None), busy: RwSignal::new(false) }
    }

    /// Whether nothing is typed.
    pub(crate) fn is_empty(self) -> bool {
        self.first.with_untracked(String::is_empty) && self.again.with_untracked(String::is_empty)
    }

    /// What is typed, if they are four and twice the same; if not, it is said why.
    pub(crate) fn typed(self) -> Option<String> {
        let p = words_of();
        let (first, again) = (self.first.get_untracked(), self.again.get_untracked());
        let wrong = match (four(&first), first == again) {
            (false, _) => Some(p.short),
            (true, false) => Some(p.differs),
            (true, true) => None,
        };
        self.wrong.set(wrong);
        wrong.is_none().then_some(first)
    }

    /// Keeps what was typed as somebody's digits; whether they are kept. The boxes may be gone meanwhile.
    pub(crate) async fn keep(self, typed: &str, pin: &Pin) -> bool {
        let kept = pin.set(typed).await;
        if !kept {
            self.wrong.set(Some(words_of().broken));
        }
        kept
    }

    /// Keeps what is typed as somebody's digits, if they are good; whether they are kept. A second tap does nothing, so
    /// that nobody sits down twice.
    pub(crate) async fn set(self, pin: &Pin) -> bool {
        if self.busy.try_get_untracked() != Some(false) {
            return false;
        }
        let Some(typed) = self.typed() else { return false };
        self.busy.set(true);
        let kept = self.keep(&typed, pin).await;
        self.busy.set(kept);
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
