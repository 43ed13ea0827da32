//! Values that change, and what follows them: Leptos' handles under Leptos' names, with one concrete type inside.
//!
//! Leptos makes the whole machinery anew for every type of value and for every closure: 457 KB of code for 34
//! types. Here it sees one type of each kind, and what is left for each type of value is a few loads and stores.

mod effect;
mod function;
mod held;
mod memo;
mod signal;
mod stored;
#[cfg(test)]
mod tests;

pub(crate) use self::{
    effect::Effect,
    function::{Callback, Signal},
    memo::Memo,
    signal::RwSignal,
    stored::StoredValue,
};
