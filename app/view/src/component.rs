//! A component, and `<For>`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::{
    Infallible,
    node::{KeyedAttribute, NodeAttribute, NodeElement},
};
use syn::{Error, Result};

use crate::nodes;

/// The call of the component.
pub(crate) fn drawn(of: &NodeElement<Infallible>) -> Result<TokenStream> {
    let name = of.name();
    let mut props = Vec::new();
    let mut item = None;
    for attribute in of.attributes() {
        let NodeAttribute::Attribute(named) = attribute else {
            return Err(Error::new_spanned(attribute, "a prop needs a name"));
        };
        match named.key.to_string().strip_prefix("let:") {
            Some(name) => item = Some(format_ident!("{name}")),
            None => props.push(prop(named)?),
        }
    }
    let children = nodes::many(&of.children)?;
    if name.to_string() == "For" {
        let find =
            |wanted: &str| props.iter().find(|(key, _)| key == wanted).map(|(_, value)| value);
        let missing =
            || Error::new_spanned(of.name(), "`For` wants each, key, and children or let:item");
        let (each, key) = (find("each").ok_or_else(missing)?, find("key").ok_or_else(missing)?);
        let view = match (find("children"), item) {
            (Some(view), _) => quote!(#view),
            (None, Some(item)) => quote!(move |#item| #children),
            (None, None) => return Err(missing()),
        };
        return Ok(quote!(crate::paint::rows(#each, #key, #view)));
    }
    let calls = props.into_iter().map(|(key, value)| {
        let key = format_ident!("{key}");
        quote!(.#key(#value))
    });
    let children = if of.children.is_empty() {
        quote!()
    } else {
        quote!(.children(::leptos::children::ToChildren::to_children(move || #children)))
    };
    Ok(quote!(::leptos::prelude::IntoAny::into_any(crate::paint::component(
        #name,
        ::leptos::component::component_props_builder(&#name) #(#calls)* #children .build(),
    ))))
}

fn prop(named: &KeyedAttribute) -> Result<(String, TokenStream)> {
    let missing = || Error::new_spanned(named, "a prop needs a value");
    let value = named.value().ok_or_else(missing)?;
    Ok((named.key.to_string(), quote!(#value)))
}
