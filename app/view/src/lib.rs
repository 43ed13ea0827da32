//! The macro `view!`: the syntax of Leptos, drawn by the app's `paint`.
//!
//! Leptos gives each element and each closure in a view a type of its own, and the compiler writes the code that builds,
//! rebuilds and drops it anew for each: half of what a phone would download. Here every element is one type, and what
//! is written in a view becomes a row of calls of a few functions.

mod component;
mod element;
mod nodes;

use proc_macro::TokenStream;
use quote::quote;
use rstml::{Parser, ParserConfig};

/// Elements, components, `<For>`, text and `{expressions}`, as in Leptos. Attributes take a value or a closure;
/// so do `prop:name` and `class:name`. `on:event` takes a closure, `node_ref` a `Place`.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(tokens).split_vec();
    let errors = errors.into_iter().map(|error| error.emit_as_expr_tokens());
    let drawn = nodes::many(&nodes).unwrap_or_else(|error| error.to_compile_error());
    quote!({ #(#errors;)* #drawn }).into()
}
