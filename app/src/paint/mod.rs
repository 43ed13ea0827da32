//! What `view!` draws with: Leptos' renderer, met in one type of element, one of text, one of living part and one of list.
//!
//! A type of its own for each element and closure, as Leptos has it, doubles what a phone downloads.

mod attribute;
mod child;
mod element;
mod place;
mod rows;
mod word;

pub(crate) use self::{
    child::{child, row, text},
    element::Element,
    place::Place,
    rows::rows,
};
