//! What may stand between two tags, made one type.

use std::borrow::Cow;

use leptos::{
    prelude::IntoAny,
    tachys::view::{any_view::AnyView, iterators::StaticVec},
};

/// Text that stays.
pub(crate) fn text(words: &'static str) -> AnyView {
    words_of(Cow::Borrowed(words))
}

/// Several views beside each other, always as many.
pub(crate) fn row(views: Vec<AnyView>) -> AnyView {
    StaticVec::from(views).into_any()
}

/// What is written in braces.
pub(crate) fn child<T: Child>(child: T) -> AnyView {
    child.view()
}

#[inline(never)]
fn words_of(words: Cow<'static, str>) -> AnyView {
    words.into_any()
}

#[inline(never)]
fn nothing() -> AnyView {
    ().into_any()
}

#[inline(never)]
fn live(part: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    part.into_any()
}

#[inline(never)]
fn several(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// What can be written in braces.
pub(crate) trait Child {
    /// As a view.
    fn view(self) -> AnyView;
}

impl Child for AnyView {
    fn view(self) -> AnyView {
        self
    }
}

impl Child for () {
    fn view(self) -> AnyView {
        nothing()
    }
}

impl Child for &'static str {
    fn view(self) -> AnyView {
        words_of(Cow::Borrowed(self))
    }
}

impl Child for String {
    fn view(self) -> AnyView {
        words_of(Cow::Owned(self))
    }
}

impl Child for usize {
    fn view(self) -> AnyView {
        words_of(Cow::Owned(self.to_string()))
    }
}

impl Child for i64 {
    fn view(self) -> AnyView {
        words_of(Cow::Owned(self.to_string()))
    }
}

impl<T: Child> Child for Option<T> {
    fn view(self) -> AnyView {
        match self {
            Some(child) => child.view(),
            None => nothing(),
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn view(self) -> AnyView {
        several(self.into_iter().map(T::view).collect())
    }
}

/// A closure is drawn anew whenever something it reads has changed.
impl<F, T> Child for F
where
    F: FnMut() -> T + Send + 'static,
    T: Child,
{
    fn view(mut self) -> AnyView {
        live(Box::new(move || self().view()))
    }
}
