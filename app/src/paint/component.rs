//! A component as `view!` calls it, with props or without.

use leptos::{
    component::{EmptyPropsBuilder, Props},
    prelude::AnyView,
};

/// What can be called as a component. Leptos' own trait is a function more for each component.
pub(crate) trait Draw<P, Kind> {
    /// Draws it.
    fn draw(self, props: P) -> AnyView;
}

impl<F: FnOnce() -> AnyView> Draw<(), EmptyPropsBuilder> for F {
    #[inline(always)]
    fn draw(self, (): ()) -> AnyView {
        self()
    }
}

impl<P: Props, F: FnOnce(P) -> AnyView> Draw<P, P> for F {
    #[inline(always)]
    fn draw(self, props: P) -> AnyView {
        self(props)
    }
}

/// Draws a component.
#[inline(always)]
pub(crate) fn component<P, Kind>(component: impl Draw<P, Kind>, props: P) -> AnyView {
    component.draw(props)
}
