//! Writes `Form` and `Fielded` of `domain::form` for a struct or an enum: calls of a few shared functions, one a field.
//!
//! Marks, all under `#[form(…)]`. On an enum that is told by a field: `tag = "do"`. On a struct: `default`, for all
//! its fields. On a field: `default` (what is missing is the type's default), `sparse` (what says nothing is left
//! out, and what is left out says nothing), `flatten` (its fields stand among the others), `rename = "where"`. On a
//! variant: `other` (any word that no other variant has). A struct around one value is written as that value.

mod marks;
mod structs;
mod variants;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Generics, Result, parse_macro_input, parse_quote};

/// The JSON form of a struct or an enum.
#[proc_macro_derive(Form, attributes(form))]
pub fn form(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    derived(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}

fn derived(input: &DeriveInput) -> Result<TokenStream> {
    match &input.data {
        Data::Struct(data) => structs::derived(input, data),
        Data::Enum(data) => variants::derived(input, data),
        Data::Union(data) => Err(syn::Error::new(
            data.union_token.span,
            "a union has no form: nobody knows what is in it",
        )),
    }
}

/// The implementations of something with fields, from the bodies of its `put` and `take`.
fn fielded(input: &DeriveInput, put: &TokenStream, take: &TokenStream) -> TokenStream {
    let name = &input.ident;
    let generics = with_forms(&input.generics);
    let (params, args, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params ::domain::form::Fielded for #name #args #bounds {
            fn put(&self, __fields: &mut ::domain::Fields) {
                #put
            }

            fn take(__from: &mut ::domain::form::Reader) -> Self {
                #take
            }
        }

        #[automatically_derived]
        impl #params ::domain::Form for #name #args #bounds {
            fn form(&self) -> ::domain::form::Value {
                ::domain::form::whole(self)
            }

            fn take(from: &mut ::domain::form::Reader) -> Self {
                ::domain::form::inside(from)
            }
        }
    }
}

/// What is in it must have a form too.
fn with_forms(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for param in generics.type_params_mut() {
        param.bounds.push(parse_quote!(::domain::Form));
    }
    generics
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(input: &DeriveInput) -> String {
        derived(input).expect_err("it should have no form").to_string()
    }

    #[test]
    fn what_cannot_be_told_apart_again_is_refused() {
        let untagged = refused(&parse_quote! { enum Reply { Taken(Taken), Fork { fork: bool } } });
        assert!(untagged.contains("tag"), "{untagged}");
        let pair = refused(&parse_quote! { #[form(tag = "do")] enum Act { Move(Id, Id) } });
        assert!(pair.contains("one value"), "{pair}");
        let worded = refused(&parse_quote! { struct Point(i64, i64); });
        assert!(worded.contains("one value"), "{worded}");
    }

    #[test]
    fn a_mark_that_means_nothing_is_refused() {
        let misspelt = refused(&parse_quote! { struct Page { #[form(defualt)] rows: Vec<Id> } });
        assert!(misspelt.contains("no such mark"), "{misspelt}");
        let misplaced =
            refused(&parse_quote! { #[form(tag = "do")] struct Page { rows: Vec<Id> } });
        assert!(misplaced.contains("here"), "{misplaced}");
    }

    #[test]
    fn a_field_is_written_under_its_new_name() {
        let schedule: DeriveInput =
            parse_quote! { struct Plan { #[form(rename = "where")] place: String } };
        let written = derived(&schedule).expect("it has a form").to_string();
        assert!(written.contains("\"where\"") && !written.contains("\"place\""), "{written}");
    }
}
