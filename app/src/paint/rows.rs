//! A list whose rows stay when others come and go.

use std::rc::Rc;

use leptos::{
    prelude::{IntoAny, Owner},
    tachys::{
        reactive_graph::OwnedView,
        view::{any_view::AnyView, keyed::keyed},
    },
};
use send_wrapper::SendWrapper;

/// A row: what tells it from the others, and how it is drawn should it be new.
type Row = (String, SendWrapper<Box<dyn FnOnce() -> AnyView>>);

/// Draws each item; one whose key is the same keeps its elements. Each row owns its signals.
pub(crate) fn rows<T: 'static>(
    each: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    view: impl Fn(T) -> AnyView + 'static,
) -> AnyView {
    let view = Rc::new(view);
    list(SendWrapper::new(Box::new(move || {
        let row = |item: T| {
            let (key, view) = (key(&item), view.clone());
            let draw: Box<dyn FnOnce() -> AnyView> = Box::new(move || view(item));
            (key, SendWrapper::new(draw))
        };
        each().into_iter().map(row).collect()
    })))
}

#[inline(never)]
fn list(rows: SendWrapper<Box<dyn Fn() -> Vec<Row>>>) -> AnyView {
    let parent = Owner::current().unwrap_or_default();
    let part: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || {
        let parent = parent.clone();
        let draw = move |_: usize, (_, draw): Row| {
            let owner = parent.with(Owner::new);
            let view = owner.with(draw.take());
            let drawn = OwnedView::new_with_owner(view, owner);
            (|_: usize| {}, drawn)
        };
        keyed(rows(), |(key, _): &Row| key.clone(), draw).into_any()
    });
    part.into_any()
}
