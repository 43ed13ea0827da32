//! What may stand between two tags.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rstml::{
    Infallible,
    node::{Node, NodeBlock, NodeElement},
};
use syn::{Error, Result, Stmt};

use crate::{component, element};

/// All of them as one `AnyView`.
pub(crate) fn many(nodes: &[Node]) -> Result<TokenStream> {
    let views = nodes.iter().map(one).collect::<Result<Vec<_>>>()?;
    match views.as_slice() {
        [view] => Ok(view.clone()),
        views => Ok(quote!(crate::paint::row(::std::vec![#(#views),*]))),
    }
}

/// One of them as an `AnyView`.
pub(crate) fn one(node: &Node) -> Result<TokenStream> {
    match node {
        Node::Element(of) if is_component(of) => component::drawn(of),
        Node::Element(of) => element::drawn(of),
        Node::Fragment(of) => many(&of.children),
        Node::Block(NodeBlock::ValidBlock(block)) => {
            // braces around one expression are the view's, not the program's
            let inner = match block.stmts.as_slice() {
                [Stmt::Expr(one, None)] => quote!(#one),
                _ => quote!(#block),
            };
            Ok(quote!(crate::paint::child(#inner)))
        }
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote!(crate::paint::text(#text)))
        }
        other => Err(Error::new_spanned(other.to_token_stream(), "write text in quotes")),
    }
}

/// Components begin with a capital.
pub(crate) fn is_component(of: &NodeElement<Infallible>) -> bool {
    of.name().to_string().starts_with(char::is_uppercase)
}
