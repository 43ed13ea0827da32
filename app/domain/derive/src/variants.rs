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

/// The arm of a word that is none of these; it was found in the field of the tag.
fn unknown(data: &DataEnum, tag: &str) -> Result<TokenStream> {
    let mut unknown = quote!(_ => Err(::domain::form::Misread::unknown(#tag)),);
    for variant in &data.variants {
        if Marks::of(&variant.attrs, &["other"])?.other {
            let name = &variant.ident;
            unknown = quote!(_ => Ok(Self::#name),);
        }
    }
    Ok(unknown)
}

fn worded(input: &DeriveInput, data: &DataEnum, words: &[String]) -> Result<TokenStream> {
    let name = &input.ident;
    let (mut told, mut read) = (TokenStream::new(), TokenStream::new());
    for (at, (variant, word)) in data.variants.iter().zip(words).enumerate() {
        let (variant, at) = (unit(variant)?, Literal::usize_unsuffixed(at));
        told.extend(quote!(Self::#variant => #word,));
        read.extend(quote!(#at => Ok(Self::#variant),));
    }
    let unknown = unknown(data, "")?;
    Ok(quote! {
        #[automatically_derived]
        impl ::domain::Form for #name {
            fn form(&self) -> ::domain::form::Value {
                ::domain::form::said(match self { #told })
            }

            fn read(value: ::domain::form::Value) -> Result<Self, ::domain::form::Misread> {
                match ::domain::form::which(&value, &[#(#words),*])? { #read #unknown }
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
    let (mut told, mut put, mut read) =
        (TokenStream::new(), TokenStream::new(), TokenStream::new());
    for (at, (variant, word)) in data.variants.iter().zip(words).enumerate() {
        let (name, at) = (&variant.ident, Literal::usize_unsuffixed(at));
        let (puts, takes) = parts(variant)?;
        told.extend(quote!(Self::#name { .. } => #word,));
        put.extend(puts);
        read.extend(quote!(#at => Ok(Self::#name #takes),));
    }
    let unknown = unknown(data, tag)?;
    let put = quote! {
        ::domain::form::put(__fields, #tag, ::domain::form::said(match self { #told }));
        match self { #put }
    };
    let take = quote! {
        match ::domain::form::told_by(__fields, #tag, &[#(#words),*])? {
            #read
            #unknown
        }
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
            quote!((::domain::form::Fielded::take(__fields)?)),
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
