//! An enum: a word, or fields with a word among them that tells which.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{DataEnum, DeriveInput, Error, Fields, Result, Variant};

use crate::{fielded, marks::Marks, structs};

pub(crate) fn derived(input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let words: Vec<String> = data.variants.iter().map(word).collect();
    match Marks::of(&input.attrs, &["tag"])?.tag {
        Some(tag) => tagged(input, data, &words, &tag),
        None => worded(input, data, &words),
    }
}

/// `FirstSecretary` is the word `first_secretary`.
fn word(variant: &Variant) -> String {
    let mut word = String::new();
    for letter in variant.ident.to_string().chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(letter.to_lowercase());
    }
    word
}

/// The place of the variant that any other word is read as, and whether such a word is welcome: the one marked so,
/// else the default one, else the first.
fn blank(data: &DataEnum) -> Result<(usize, bool)> {
    let mut blank = (0, false);
    for (at, variant) in data.variants.iter().enumerate() {
        if Marks::of(&variant.attrs, &["other"])?.other {
            return Ok((at, true));
        }
        if variant.attrs.iter().any(|attribute| attribute.path().is_ident("default")) {
            blank.0 = at;
        }
    }
    Ok(blank)
}

/// What stands before the arrow of the arm that reads a variant.
fn place(at: usize, blank: usize) -> TokenStream {
    if at == blank {
        quote!(_)
    } else {
        let at = Literal::usize_unsuffixed(at);
        quote!(#at)
    }
}

fn worded(input: &DeriveInput, data: &DataEnum, words: &[String]) -> Result<TokenStream> {
    let name = &input.ident;
    let (blank, other) = blank(data)?;
    let (mut told, mut read, mut rest) =
        (TokenStream::new(), TokenStream::new(), TokenStream::new());
    for (at, (variant, word)) in data.variants.iter().zip(words).enumerate() {
        let (variant, place) = (unit(variant)?, place(at, blank));
        told.extend(quote!(Self::#variant => #word,));
        let arms = if at == blank { &mut rest } else { &mut read };
        arms.extend(quote!(#place => Self::#variant,));
    }
    Ok(quote! {
        #[automatically_derived]
        impl ::domain::Form for #name {
            fn form(&self) -> ::domain::form::Value {
                ::domain::form::said(match self { #told })
            }

            fn take(from: &mut ::domain::form::Reader) -> Self {
                match from.which(&[#(#words),*], #other) { #read #rest }
            }
        }
    })
}

fn unit(variant: &Variant) -> Result<&syn::Ident> {
    match variant.fields {
        Fields::Unit => Ok(&variant.ident),
        Fields::Named(_) | Fields::Unnamed(_) => Err(Error::new_spanned(
            variant,
            "variants that carry something need a tag to tell them apart",
        )),
    }
}

fn tagged(
    input: &DeriveInput,
    data: &DataEnum,
    words: &[String],
    tag: &str,
) -> Result<TokenStream> {
    let (mut told, mut put) = (TokenStream::new(), TokenStream::new());
    let (mut read, mut rest) = (TokenStream::new(), TokenStream::new());
    let (blank, other) = blank(data)?;
    for (at, (variant, word)) in data.variants.iter().zip(words).enumerate() {
        let (name, place) = (&variant.ident, place(at, blank));
        let (puts, takes) = parts(variant)?;
        told.extend(quote!(Self::#name { .. } => #word,));
        put.extend(puts);
        let arms = if at == blank { &mut rest } else { &mut read };
        arms.extend(quote!(#place => Self::#name #takes,));
    }
    let put = quote! {
        ::domain::form::put(__fields, #tag, ::domain::form::said(match self { #told }));
        match self { #put }
    };
    let take = quote! {
        match __from.must(#tag).which(&[#(#words),*], #other) { #read #rest }
    };
    Ok(fielded(input, &put, &take))
}

/// The arm that puts what a variant carries, and the literal's rest that takes it.
fn parts(variant: &Variant) -> Result<(TokenStream, TokenStream)> {
    let name = &variant.ident;
    match &variant.fields {
        Fields::Unit => Ok((quote!(Self::#name => {}), TokenStream::new())),
        Fields::Unnamed(one) if one.unnamed.len() == 1 => Ok((
            quote!(Self::#name(__part) => ::domain::form::Fielded::put(__part, __fields),),
            quote!((::domain::form::Fielded::take(__from))),
        )),
        Fields::Unnamed(many) => {
            Err(Error::new_spanned(many, "a variant without names is wrapped around one value"))
        }
        Fields::Named(named) => {
            let (mut put, mut take) = (TokenStream::new(), TokenStream::new());
            for field in &named.named {
                let name = &field.ident;
                put.extend(structs::written(field, &quote!(#name))?);
                take.extend(structs::read(field, false)?);
            }
            let names = named.named.iter().map(|field| &field.ident);
            Ok((quote!(Self::#name { #(#names),* } => { #put }), quote!({ #take })))
        }
    }
}
