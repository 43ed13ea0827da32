//! What `view!` draws with: Leptos' renderer, met in one type of element, one of text, one of living part and one of list.
//!
//! A type of its own for each element and closure, as Leptos has it, doubles what a phone downloads.

mod child;
mod component;
mod part;
mod place;
mod rows;
mod stay;
mod template;
mod word;

pub(crate) use self::{
    child::{child, row, text},
    component::component,
    place::Place,
    rows::rows,
    template::Template,
};
