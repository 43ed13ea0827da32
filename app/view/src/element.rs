//! One element of the page.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use rstml::{
    Infallible,
    node::{Node, NodeAttribute, NodeElement},
};
use syn::{Error, Result};

use crate::{attribute, nodes};

/// These live in the namespace of SVG.
const SVG: [&str; 8] = ["svg", "use", "path", "g", "circle", "rect", "line", "polyline"];

/// The calls that build it.
pub(crate) fn drawn(of: &NodeElement<Infallible>) -> Result<TokenStream> {
    let tag = of.name().to_string();
    let new = if SVG.contains(&tag.as_str()) { quote!(svg) } else { quote!(new) };
    // the expressions in a view cannot see this name
    let element = Ident::new("element", Span::mixed_site());
    let mut calls = Vec::new();
    for attribute in of.attributes() {
        match attribute {
            NodeAttribute::Attribute(named) => calls.push(attribute::call(&element, named)?),
            NodeAttribute::Block(block) => {
                return Err(Error::new_spanned(block, "an attribute needs a name"));
            }
        }
    }
    for child in &of.children {
        let child = match child {
            Node::Text(text) => {
                let text = &text.value;
                quote!(#element.text(#text))
            }
            other => {
                let child = nodes::one(other)?;
                quote!(#element.child(#child))
            }
        };
        calls.push(child);
    }
    Ok(quote!({
        let mut #element = crate::paint::Element::#new(#tag);
        #(#calls;)*
        #element.done()
    }))
}
