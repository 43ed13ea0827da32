//! A struct: its fields by name, or the one value it is wrapped around.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataStruct, DeriveInput, Error, Field, Fields, Result};

use crate::{fielded, marks::Marks, with_forms};

pub(crate) fn derived(input: &DeriveInput, data: &DataStruct) -> Result<TokenStream> {
    let all = Marks::of(&input.attrs, &["default"])?;
    match &data.fields {
        Fields::Named(named) => {
            let (mut put, mut take) = (TokenStream::new(), TokenStream::new());
            for field in &named.named {
                let name = &field.ident;
                put.extend(written(field, &quote!(&self.#name))?);
                take.extend(read(field, all.default)?);
            }
            Ok(fielded(input, &put, &quote!(Self { #take })))
        }
        Fields::Unnamed(one) if one.unnamed.len() == 1 => Ok(wrapped(input)),
        Fields::Unnamed(_) | Fields::Unit => Err(Error::new_spanned(
            &input.ident,
            "a struct without names is wrapped around one value",
        )),
    }
}

fn wrapped(input: &DeriveInput) -> TokenStream {
    let name = &input.ident;
    let generics = with_forms(&input.generics);
    let (params, args, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params ::domain::Form for #name #args #bounds {
            fn form(&self) -> ::domain::form::Value {
                ::domain::Form::form(&self.0)
            }

            fn take(from: &mut ::domain::form::Reader) -> Self {
                Self(::domain::Form::take(from))
            }
        }
    }
}

const MARKS: [&str; 4] = ["default", "sparse", "flatten", "rename"];

fn name_of(field: &Field, marks: &Marks) -> String {
    let own = field.ident.as_ref().map(|name| name.to_string().trim_start_matches("r#").to_owned());
    marks.rename.clone().or(own).unwrap_or_default()
}

/// The statement that puts a field, which `place` borrows, among the others.
pub(crate) fn written(field: &Field, place: &TokenStream) -> Result<TokenStream> {
    let marks = Marks::of(&field.attrs, &MARKS)?;
    let name = name_of(field, &marks);
    Ok(if marks.flatten {
        quote!(::domain::form::Fielded::put(#place, __fields);)
    } else if marks.sparse {
        quote!(::domain::form::put_said(__fields, #name, ::domain::Form::form(#place));)
    } else {
        quote!(::domain::form::put(__fields, #name, ::domain::Form::form(#place));)
    })
}

/// The part of a literal that takes a field from among the others.
pub(crate) fn read(field: &Field, default: bool) -> Result<TokenStream> {
    let marks = Marks::of(&field.attrs, &MARKS)?;
    let name = name_of(field, &marks);
    let place = &field.ident;
    Ok(if marks.flatten {
        quote!(#place: ::domain::form::Fielded::take(__from),)
    } else if marks.sparse || marks.default || default {
        quote!(#place: ::domain::Form::take(__from.may(#name)),)
    } else {
        quote!(#place: ::domain::Form::take(__from.must(#name)),)
    })
}
