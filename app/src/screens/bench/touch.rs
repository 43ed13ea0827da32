//! Tells a long touch from a short one.

use crate::{clock, prelude::*};

/// How long a finger rests to mean something else, in milliseconds.
const LONG: i32 = 450;

/// A button that does one thing when tapped, and another when touched for long or asked for its menu.
#[derive(Clone, Copy)]
pub(super) struct Touch {
    tap: Callback<()>,
    long: Callback<()>,
    state: StoredValue<State>,
}

#[derive(Clone, Copy, Default)]
struct State {
    /// How often it was touched.
    touched: u32,
    /// Whether a finger rests on it.
    down: bool,
    /// Whether the last touch was a long one, and its click is still to come.
    spent: bool,
}

impl Touch {
    /// What a tap does, and what a long touch does.
    pub(super) fn new(tap: Callback<()>, long: Callback<()>) -> Self {
        Self { tap, long, state: StoredValue::new(State::default()) }
    }

    /// A finger comes.
    pub(super) fn down(self) {
        let begun = self.state.try_update_value(|state| {
            *state = State { touched: state.touched + 1, down: true, spent: false };
            state.touched
        });
        leptos::task::spawn_local(async move {
            clock::rest(LONG).await;
            let held = self.state.try_update_value(|state| {
                let held = state.down && !state.spent && Some(state.touched) == begun;
                state.spent |= held;
                held
            });
            if held == Some(true) {
                self.long.run(());
            }
        });
    }

    /// It goes.
    pub(super) fn up(self) {
        self.state.try_update_value(|state| state.down = false);
    }

    /// The menu is asked for: by a long touch, a key, or another button of a mouse.
    pub(super) fn menu(self, event: &web_sys::MouseEvent) {
        event.prevent_default();
        let spent = self.state.try_update_value(|state| {
            let spent = state.spent;
            // no click follows when a key asked
            state.spent = state.down;
            spent
        });
        if spent == Some(false) {
            self.long.run(());
        }
    }

    /// A tap, or the end of a long touch.
    pub(super) fn click(self) {
        let spent = self.state.try_update_value(|state| std::mem::take(&mut state.spent));
        if spent == Some(false) {
            self.tap.run(());
        }
    }
}
