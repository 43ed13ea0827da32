//! What is said of something sealed: that it stands, or what is wrong with it.

use maud::{Markup, html};
use words::Lang;

use super::edition::{Sealed, spaced};
use crate::sync::chain::Flaw;
use crate::sync::now;

/// It stands.
pub(super) fn sealed(sealed: &Sealed, signed: &[String]) -> Markup {
    let lang = sealed.lang;
    let says = lang.words().verify();
    let seal = &sealed.seal;
    let (heading, means) = match sealed.mended {
        Some(_) => (says.annex, says.annex_means),
        None => (says.sealed, says.sealed_means),
    };
    html! {
        section.note.go role="status" {
            div.col.tight {
                h1 { (heading) }
                p { (means) }
                @if let Some(at) = seal.struck { p { ((says.struck)(&lang.date(at, now()))) } }
            }
        }
        dl.kv {
            dt { (says.code) } dd.code { (spaced(&seal.code)) }
            dt { (says.what) } dd lang="zh-CN" { (sealed.edition.title) }
            @if let Some(words) = &sealed.mended {
                dt { (says.mended) } dd.say lang="zh-CN" { (words) }
                dt { (says.added_to) } dd { a href={ "/verify/" (sealed.of) } { (spaced(&sealed.of)) } }
            }
            @if let Some(on) = sealed.edition.on {
                dt { (says.when) } dd { (lang.moment(on, now())) }
            }
            dt { (says.village) } dd { (sealed.village.called(lang)) }
            dt { (says.place) } dd { ((says.number)(seal.number.unwrap_or_default())) }
            dt { (says.sealed_on) } dd { (lang.moment(seal.at, now())) }
            dt { (says.signed) } dd {
                @for (at, signed) in signed.iter().enumerate() { @if at > 0 { br; } (signed) }
            }
            dt { (says.digest) } dd { (seal.digest.get(..12).unwrap_or_default()) "…" }
        }
        p { a.btn.do href={ "/s/" (sealed.of) } { (says.read) } }
        @if !sealed.annexes.is_empty() {
            section {
                h2 { (says.annexes) }
                ul { @for (code, at, _) in &sealed.annexes {
                    li { a href={ "/verify/" (code) } { (spaced(code)) } " " span.dim { (lang.date(*at, now())) } }
                } }
            }
        }
    }
}

/// It was changed after it was sealed.
pub(super) fn altered(lang: Lang, code: &str, flaw: Flaw) -> Markup {
    let says = lang.words().verify();
    let what = match flaw {
        Flaw::Unreadable | Flaw::Content | Flaw::Name | Flaw::Code | Flaw::Digest => {
            says.flaw_words
        }
        Flaw::Unlisted | Flaw::Gap | Flaw::Number | Flaw::Before | Flaw::Chain | Flaw::After => {
            says.flaw_list
        }
        Flaw::Differs => says.flaw_session,
    };
    html! {
        section.note.stop role="alert" {
            div.col.tight {
                h1 { (says.altered) }
                p { (says.code) " " b.code { (spaced(code)) } }
                p { (what) }
            }
        }
        p { (says.altered_do) }
    }
}
