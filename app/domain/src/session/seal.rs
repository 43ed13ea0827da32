//! The seal: canonical content, its digest, the check code, and the chain of a village's seals.
//!
//! The content is made from the records by one function that phone and server share. What is hashed is its text with
//! keys in order and nothing between, so that equal content has an equal seal wherever it is made. In content of format 2
//! tokens stand in place of names, and the names are kept beside it (`token.rs`).

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    Duty, Room, Stage, content, guard, hexadecimal,
    token::{self, Named},
};
use crate::{Form, Id, Millis, Record, Refusal, Sorted};

/// The letters of a check code: without 0 and O, 1 and I, which people mix up.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// How many letters a check code has.
const CODE: usize = 8;

/// The mark of a sealed record, as it stands in its field `seal`.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Seal {
    /// What is frozen.
    pub content: Value,
    /// SHA-256 of its canonical text.
    pub digest: String,
    /// The first 40 bits of the digest, in letters that nobody mixes up.
    pub code: String,
    /// Who signed.
    pub signed: Vec<Signed>,
    /// Who pressed the seal.
    pub by: Id,
    /// When.
    pub at: Millis,
    /// The how-manyth of the village's seals; given by the server, so a fresh one has none yet.
    pub number: Option<u32>,
    /// The chain up to the seal before.
    pub prev: Option<String>,
    /// The chain with this seal.
    pub chain: Option<String>,
    /// The names whose tokens stand in the content, by seat; not hashed, so that they can be erased.
    #[form(sparse)]
    pub names: Vec<Named>,
    /// When a name was taken out of the content itself, where it stood in clear: since then the content does not give
    /// the digest any more, and only the chain tells that there was this seal.
    #[form(sparse)]
    pub struck: Option<Millis>,
}

impl Seal {
    /// The content as it is read: with the names in their places, and with what stands instead of those that were erased.
    #[must_use]
    pub fn clear(&self) -> Value {
        token::clear(&self.content, &self.names)
    }

    /// Whether each name that is kept beside the content is the one that was sealed there.
    #[must_use]
    pub fn named_rightly(&self) -> bool {
        token::right(&self.content, &self.names)
    }
}

/// A signature on a seal.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Signed {
    /// As what.
    pub duty: Duty,
    /// Who.
    pub by: Id,
    /// When.
    pub at: Millis,
}

/// A signature record, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Signature {
    /// The session or the annex.
    pub about: Id,
    /// As what.
    pub duty: Duty,
    /// The digest of what was read.
    pub digest: String,
    /// Who.
    pub signed_by: Id,
    /// When.
    pub signed_at: Millis,
}

/// The text of a value with keys in order and nothing between: equal values have equal texts.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value);
    text
}

fn write(text: &mut String, value: &Value) {
    match value {
        Value::Array(values) => {
            text.push('[');
            for (at, value) in values.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write(text, value);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            // a map may keep the order in which it was filled
            let fields: Sorted<&String, &Value> = fields.iter().collect();
            text.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                text.push_str(&Value::String((*name).clone()).to_string());
                text.push(':');
                write(text, value);
            }
            text.push('}');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            text.push_str(&value.to_string());
        }
    }
}

/// The digest of some content.
#[must_use]
pub fn digest(content: &Value) -> String {
    let begins = if token::covered(content) { "bandeng seal 2\n" } else { "bandeng seal 1\n" };
    hex(&[begins, &canonical(content)])
}

/// The mark of a name in sealed content.
#[must_use]
pub fn mark(salt: &str, name: &str) -> String {
    hex(&["bandeng name 1\n", salt, "\n", name])
}

/// The chain after a seal: the chain before it (empty for a village's first) and its digest.
#[must_use]
pub fn chain(prev: &str, digest: &str) -> String {
    hex(&["bandeng chain 1\n", prev, "\n", digest])
}

/// The digest of some words, such as a link's secret.
#[must_use]
pub fn digest_of(words: &str) -> String {
    hex(&[words])
}

fn hex(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part.as_bytes()));
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The check code of a digest; nothing when it is none.
#[must_use]
pub fn code(digest: &str) -> Option<String> {
    let digest = digest.get(..10).filter(|_| hexadecimal(digest))?;
    let bits = u64::from_str_radix(digest, 16).ok()?;
    let letter = |at: usize| {
        let shift = 5 * (CODE - 1 - at);
        char::from(LETTERS[usize::try_from(bits >> shift & 31).unwrap_or_default()])
    };
    Some((0..CODE).map(letter).collect())
}

/// What somebody typed as a check code: without blanks and signs, and in capitals; nothing when it is none.
#[must_use]
pub fn typed(code: &str) -> Option<String> {
    // written wide, as a phone that writes Chinese may do
    let narrow = |c| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let letters: String = code
        .chars()
        .map(narrow)
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let known = letters.bytes().all(|letter| LETTERS.contains(&letter));
    (letters.len() == CODE && known).then_some(letters)
}

/// The refusal of more words on what has a seal, with who pressed it and when; nothing while there is none.
pub(super) fn pressed(record: &Record) -> Option<Refusal> {
    let seal = record.fields.get("seal")?;
    let by = seal.get("by").and_then(Value::as_str);
    let by = by.and_then(|id| Id::try_parse(id).ok());
    let at = seal.get("at").and_then(Value::as_i64);
    Some(Refusal::Frozen { now: Stage::Sealed, by, at })
}

/// Whether it is this very content that is sealed: whoever presses the seal second finds it done.
pub(super) fn holds(record: &Record, digest: &str) -> bool {
    let held = record.fields.get("seal").and_then(|seal| seal.get("digest"));
    held.is_some_and(|held| held == digest)
}

/// Presses the seal: the content must be the one that was signed.
pub(super) fn press(
    record: &mut Record,
    wanted: &str,
    room: &Room<'_>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let forms = content::forms(record, room)?;
    let found = forms.into_iter().find(|(content, _)| digest(content) == wanted);
    let (content, names) = found.ok_or(Refusal::ContentChanged)?;
    let digest = wanted.to_owned();
    let signed = room.signatures(record.id, &digest);
    let code = code(&digest).ok_or(Refusal::ContentChanged)?;
    let (number, prev, chain, struck) = (None, None, None, None);
    let seal = Seal { content, digest, code, signed, by, at, number, prev, chain, names, struck };
    record.set("seal", seal.form());
    Ok(())
}

/// Whether somebody may sign this: the content as it stands.
pub(super) fn signable(
    (about, duty, wanted): (Id, Duty, &str),
    room: &Room<'_>,
    by: Id,
) -> Result<(), Refusal> {
    if about == room.session.id && room.stage().frozen() {
        return Err(guard::frozen(room));
    }
    // an annex that has its seal has gone to the village
    room.sealed(about)?;
    let about = room.about(about)?;
    let forms = content::forms(about, room)?;
    if forms.iter().all(|(content, _)| digest(content) != wanted) {
        return Err(Refusal::ContentChanged);
    }
    room.may_sign(duty, by)
}
