//! What stands in an element's opening tag.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use rstml::node::KeyedAttribute;
use syn::{Error, Expr, ExprLit, Lit, Result};

/// The call that gives it to the element.
pub(crate) fn call(element: &Ident, attribute: &KeyedAttribute) -> Result<TokenStream> {
    let name = attribute.key.to_string();
    let value = match (attribute.value(), name.as_str()) {
        (Some(value), _) => value,
        (None, "") => return Err(Error::new_spanned(attribute, "an attribute needs a name")),
        (None, _) => return Ok(quote!(#element.fixed(#name, ""))),
    };
    if let Some(event) = name.strip_prefix("on:") {
        let kind = format_ident!("{event}");
        return Ok(quote!(#element.on(#event, ::leptos::ev::#kind, #value)));
    }
    if let Some(property) = name.strip_prefix("prop:") {
        return Ok(quote!(#element.property(#property, #value)));
    }
    if let Some(class) = name.strip_prefix("class:") {
        return Ok(quote!(#element.class(#class, #value)));
    }
    if let Some(property) = name.strip_prefix("style:") {
        return Ok(quote!(#element.style(#property, #value)));
    }
    Ok(match (name.as_str(), value) {
        ("node_ref", place) => quote!(#element.place(#place)),
        (name, Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => {
            quote!(#element.fixed(#name, #text))
        }
        (name, value) => quote!(#element.attribute(#name, #value)),
    })
}
