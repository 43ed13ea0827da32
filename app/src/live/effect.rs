//! What is done again whenever a value it read has changed.

use leptos::prelude as graph;

/// What is done once the page stands, and again whenever a value it read has changed; no longer when the part of the
/// page that began it is gone. As Leptos', but for what is inside.
pub(crate) struct Effect;

impl Effect {
    /// Begins; the first time, the argument is nothing.
    pub(crate) fn new(run: impl FnMut(Option<()>) + 'static) -> Self {
        begin(Box::new(run));
        Self
    }
}

#[inline(never)]
fn begin(run: Box<dyn FnMut(Option<()>)>) {
    graph::Effect::new(run);
}
