//! Names in what is sealed: a token stands in place of each, and a mark says which name it was.
//!
//! ⟦3⟧ is whoever sits on the fourth seat; ⟦⟧ is the sign ⟦ itself, where somebody wrote it. The hashed content has tokens,
//! and with each seat the mark of its name: the SHA-256 of a salt and the name. Names and salts are kept beside it. So a
//! name can be erased with its salt, and digest, code, chain and signatures stay what they were; and whoever kept the
//! name on paper can no longer show that it was this one, since nobody has the salt.
//!
//! A seat that an older build laid has no salt. Its id does instead: the name can be erased, but whoever guesses it can
//! then find the guess right, as the id stays.

use serde_json::Value;

use super::{Seat, seal};
use crate::{Form, Id};

/// Begins a token.
const OPENS: char = '⟦';
/// Ends a token.
const CLOSES: char = '⟧';
/// The format of content that has tokens.
const FORMAT: u64 = 2;
/// A salt is 128 random bits in hexadecimal, as phones draw it; longer ones would do, too.
const SALT: std::ops::RangeInclusive<usize> = 16..=64;
/// The texts of content: those of its own, lists of them, and those of what is listed.
const TEXTS: [&str; 3] = ["title", "where", "words"];
const LISTS: [&str; 2] = ["facts", "consensus"];
const LISTED: [(&str, &[&str]); 5] = [
    ("agenda", &["name"]),
    ("seats", &["name", "label", "group"]),
    ("statements", &["words", "against"]),
    ("counts", &["words"]),
    ("actions", &["what", "owner"]),
];

/// The name on a seat, as a seal keeps it beside what is hashed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Named {
    /// The name; nothing once it was erased.
    #[form(sparse)]
    pub name: Option<String>,
    /// What its mark is made with.
    #[form(sparse)]
    pub salt: Option<String>,
    /// What is read in place of a name that was erased: what the person was there as.
    #[form(sparse)]
    pub instead: Option<String>,
}

impl Named {
    /// The name on a seat.
    #[must_use]
    pub fn of(id: Id, seat: &Seat) -> Self {
        let salt = seat.salt.clone().unwrap_or_else(|| id.to_string());
        Self { name: Some(seat.name.clone()), salt: Some(salt), instead: None }
    }

    /// Takes the name out for good.
    pub fn erase(&mut self, instead: &str) {
        *self = Self { name: None, salt: None, instead: Some(instead.to_owned()) };
    }

    /// What is read.
    #[must_use]
    pub fn read(&self) -> &str {
        self.name.as_deref().or(self.instead.as_deref()).unwrap_or("…")
    }
}

/// Whether content has tokens in place of names.
#[must_use]
pub fn covered(content: &Value) -> bool {
    content.get("format").and_then(Value::as_u64) == Some(FORMAT)
}

/// Whether the salt of a seat is one, or there is none.
pub(super) fn salted(seat: &Seat) -> bool {
    let good = |salt: &String| {
        SALT.contains(&salt.len()) && salt.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    seat.salt.as_ref().is_none_or(good)
}

/// Content with tokens in place of names.
#[must_use]
pub(super) fn cover(mut content: Value, names: &[Named]) -> Value {
    each(&mut content, &mut |text| over(text, names));
    let seats = content.get_mut("seats").and_then(Value::as_array_mut);
    let seats = seats.into_iter().flatten().filter_map(Value::as_object_mut);
    for ((at, seat), named) in seats.enumerate().zip(names) {
        // of two with one name, each has a token of its own
        seat.insert("name".to_owned(), token(at).into());
        let mark = named.name.as_ref().zip(named.salt.as_ref());
        let mark = mark.map(|(name, salt)| seal::mark(salt, name));
        seat.insert("mark".to_owned(), mark.into());
    }
    if let Value::Object(fields) = &mut content {
        fields.insert("format".to_owned(), FORMAT.into());
    }
    content
}

/// Content with names in place of tokens; content of format 1 as it is.
#[must_use]
pub fn clear(content: &Value, names: &[Named]) -> Value {
    let mut content = content.clone();
    if !covered(&content) {
        return content;
    }
    each(&mut content, &mut |text| under(text, names));
    let seats = content.get_mut("seats").and_then(Value::as_array_mut);
    for (seat, named) in seats.into_iter().flatten().filter_map(Value::as_object_mut).zip(names) {
        drop(seat.remove("mark"));
        if named.name.is_none() {
            seat.insert("erased".to_owned(), true.into());
        }
    }
    if let Value::Object(fields) = &mut content {
        drop(fields.remove("format"));
    }
    content
}

/// Whether names are the ones whose marks stand in the content, as far as they have not been erased.
pub(super) fn right(content: &Value, names: &[Named]) -> bool {
    if !covered(content) {
        return names.is_empty();
    }
    let seats = content.get("seats").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let fits = |(seat, named): (&Value, &Named)| match (&named.name, &named.salt) {
        (Some(name), Some(salt)) => {
            seat.get("mark").is_some_and(|mark| *mark == seal::mark(salt, name))
        }
        (None, None) => named.instead.is_some(),
        _ => false,
    };
    seats.len() == names.len() && seats.iter().zip(names).all(fits)
}

/// A text of the session with what stands instead of the names that were erased.
///
/// `before` are the names as they were, `after` as they are now. What is sealed and what lies in the session then still say the same.
#[must_use]
pub fn strike(text: &str, before: &[Named], after: &[Named]) -> String {
    under(&over(text, before), after)
}

fn token(at: usize) -> String {
    format!("{OPENS}{at}{CLOSES}")
}

/// The text with tokens in place of names, the longest first: 陈素琴 before 陈素. A name of one letter is too many words,
/// and stands for somebody only where it is all that is said.
fn over(text: &str, names: &[Named]) -> String {
    let alone = |name: &str| name.chars().nth(1).is_none();
    let mut covered = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut found: Option<(usize, usize)> = None;
        for (at, name) in names.iter().enumerate() {
            let Some(name) = name.name.as_deref() else { continue };
            let begins = rest.starts_with(name) && (!alone(name) || text == name);
            // of two with one name the first
            if begins && found.is_none_or(|(_, longest)| name.len() > longest) {
                found = Some((at, name.len()));
            }
        }
        if let Some((at, length)) = found.filter(|(_, length)| *length > 0) {
            covered.push_str(&token(at));
            rest = &rest[length..];
        } else {
            covered.push(first);
            if first == OPENS {
                covered.push(CLOSES);
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    covered
}

/// The text with names in place of tokens.
fn under(text: &str, names: &[Named]) -> String {
    let mut clear = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, token)) = rest.split_once(OPENS) {
        clear.push_str(before);
        let Some((at, after)) = token.split_once(CLOSES) else {
            clear.push(OPENS);
            rest = token;
            continue;
        };
        match at.parse::<usize>() {
            Ok(at) => clear.push_str(names.get(at).map_or("…", Named::read)),
            Err(_) => clear.push(OPENS),
        }
        rest = after;
    }
    clear + rest
}

/// Each text of content, changed.
fn each(content: &mut Value, change: &mut dyn FnMut(&str) -> String) {
    let mut one = |text: Option<&mut Value>| {
        if let Some(Value::String(text)) = text {
            *text = change(text);
        }
    };
    TEXTS.iter().for_each(|name| one(content.get_mut(name)));
    for name in LISTS {
        let list = content.get_mut(name).and_then(Value::as_array_mut);
        list.into_iter().flatten().for_each(|text| one(Some(text)));
    }
    for (name, texts) in LISTED {
        let list = content.get_mut(name).and_then(Value::as_array_mut);
        for listed in list.into_iter().flatten() {
            texts.iter().for_each(|text| one(listed.get_mut(text)));
        }
    }
}
