//! One element of the page with all that is in it: a text that says how it is built, and the parts that the program fills in.
//!
//! The text is much shorter than calls that say the same. Marks below 0x13 part it; `app/src/paint/template.rs` reads them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use rstml::{
    Infallible,
    node::{KeyedAttribute, Node, NodeAttribute, NodeElement},
};
use syn::{Error, Expr, ExprLit, Lit, Result};

use crate::nodes;

/// These live in the namespace of SVG.
const SVG: [&str; 10] =
    ["svg", "use", "path", "g", "circle", "rect", "line", "polyline", "defs", "pattern"];

/// The element as an `AnyView`.
pub(crate) fn drawn(of: &NodeElement<Infallible>) -> Result<TokenStream> {
    // the expressions in a view cannot see this name
    let name = Ident::new("template", Span::mixed_site());
    let mut template = Template { text: String::new(), parts: Vec::new() };
    template.element(of)?;
    let Template { text, parts } = template;
    Ok(quote!({
        let mut #name = crate::paint::Template::new(#text);
        #(#name.#parts;)*
        #name.done()
    }))
}

struct Template {
    text: String,
    parts: Vec<TokenStream>,
}

impl Template {
    fn element(&mut self, of: &NodeElement<Infallible>) -> Result<()> {
        let tag = of.name().to_string();
        self.mark(if SVG.contains(&tag.as_str()) { '\u{2}' } else { '\u{1}' }, &tag);
        for attribute in of.attributes() {
            let NodeAttribute::Attribute(named) = attribute else {
                return Err(Error::new_spanned(attribute, "an attribute needs a name"));
            };
            self.attribute(named);
        }
        for child in &of.children {
            match child {
                Node::Text(text) => self.mark('\u{10}', &text.value.value()),
                Node::Element(inner) if !nodes::is_component(inner) => self.element(inner)?,
                other => {
                    let child = nodes::one(other)?;
                    self.part('\u{11}', "", quote!(child(#child)));
                }
            }
        }
        self.mark('\u{12}', "");
        Ok(())
    }

    fn attribute(&mut self, attribute: &KeyedAttribute) {
        let name = attribute.key.to_string();
        let Some(value) = attribute.value() else { return self.fixed(&name, "") };
        if let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = value
            && !name.contains(':')
        {
            return self.fixed(&name, &text.value());
        }
        match name.split_once(':') {
            Some(("on", event)) => {
                let kind = Ident::new(event, Span::call_site());
                self.part('\u{e}', event, quote!(ear(::leptos::ev::#kind, #value)));
            }
            Some(("prop", name)) => self.part('\u{6}', name, quote!(say(#value))),
            Some(("class", name)) => self.part('\u{7}', name, quote!(say(#value))),
            Some(("style", name)) => self.part('\u{8}', name, quote!(say(#value))),
            _ if name == "node_ref" => self.part('\u{f}', "", quote!(place(#value))),
            _ => self.part('\u{5}', &name, quote!(say(#value))),
        }
    }

    fn fixed(&mut self, name: &str, value: &str) {
        self.mark('\u{3}', name);
        self.mark('\u{4}', value);
    }

    fn part(&mut self, mark: char, name: &str, call: TokenStream) {
        self.mark(mark, name);
        self.parts.push(call);
    }

    fn mark(&mut self, mark: char, text: &str) {
        self.text.push(mark);
        self.text.push_str(text);
    }
}
