//! JSON in few bytes, as phone and server write it to each other while a message is small: over a thin line most of a
//! short message is names and ids.
//!
//! It is the same text that is read, whatever it says. An id is its sixteen bytes, and two where it was said before in
//! the same talk: an answer is read beside what it answers. The list of words is frozen, and may only grow.

use crate::Id;

/// How such a message is declared.
pub const KIND: &str = "x/short";
/// What is smaller than this as JSON, in bytes, is small: above, what compresses everything does better.
pub const SMALL: usize = 1024;

// JSON has no byte below a space, and in UTF-8 none of these begins a letter: they are free to mean something else
const ID: u8 = 0x80;
const AGAIN: u8 = 0x81;
const NUMBER: u8 = 0x82;
const FIRST: u8 = 0x83;
const LAST: u8 = 0xbf;

/// What messages are full of, 93 pieces at most: the first 32 stand for the bytes below a space, the others for those
/// from [`FIRST`] on. Of two that begin alike the longer one comes first.
const WORDS: &str = concat!(
    r##"{"build":"|,"changes":[{"act":{"do":"edit","field":"|,"changes":[{"act":{"|do":"|,"from":null|"##,
    r##","from":|,"to":|},"at":|,"id":"|,"kind":"issue","scope":"v:|,"kind":"|","scope":"v:|"##,
    r##","scope":"v:|","scope":"|,"scope":"|,"seq":|,"uuid":"|}],"client":"|,"client":"|,"epoch":"|"##,
    r##"","person":"|,"person":"|,"proto":1|,"sent_at":|{"epoch":"|","results":[{"r":"ok","seen":["v:|"##,
    r##"","results":[{"|"r":"ok|,"seen":["|],"uuid":"|}],"server_at":|,"server_at":|"##,
    r##","steps":[{"edits":[{"at":|[{"edits":[{"at":|,"steps":[{"|,"by":"|,"fields":{"|households":|"##,
    r##"},"id":"|,"rev":|,"was":|}],"scope":"v:|,"ver":|left":[["|rows":{"|issue":{"|"##,
    r##""#at":[|],"#by":["|],"#id":["|],"#rev":[|],"to":{"ver":|],"|":["|":{"|":|merged"|both"|"##,
    r##"refused","refusal":{"code":"|,"cursors":{"|:{"ver":|},"|}],"|,"pages":[{"from":{"ver":|null|"##,
    r##"true|false|words":"|title":"|category":"|named":|standing":"|number":|village":"|"##,
    r##"raised_by":"|raised_at":|raise"|say"|issue":"|g:|u:|d:|v:|,"|{"|]}|}}|}]"##,
);

/// One talk: what was asked, and what is answered.
#[derive(Clone, Debug, Default)]
pub struct Short(Vec<Id>);

impl Short {
    /// A talk in which nothing was said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what a text of JSON says.
    pub fn write(&mut self, json: &str) -> Vec<u8> {
        let (mut rest, mut to) = (json.as_bytes(), Vec::new());
        while let Some(first) = rest.first() {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let taken = if let Some(id) = id(rest) {
                self.put(id, &mut to);
                37
            } else if digits > 0 {
                put_number(&rest[..digits], &mut to);
                digits
            } else if let Some(place) = words().position(|word| rest.starts_with(word)) {
                let place = place.to_le_bytes()[0];
                to.push(if place < b' ' { place } else { place - b' ' + FIRST });
                words().nth(place.into()).map_or(0, <[u8]>::len)
            } else {
                let letter = letter(*first).min(rest.len());
                to.extend(&rest[..letter]);
                letter
            };
            rest = &rest[taken..];
        }
        to
    }

    fn put(&mut self, id: Id, to: &mut Vec<u8>) {
        let place = self.0.iter().position(|said| *said == id);
        match place.and_then(|place| u8::try_from(place).ok()) {
            Some(place) => to.extend([AGAIN, place]),
            None => {
                self.0.push(id);
                to.push(ID);
                to.extend(id.as_bytes());
            }
        }
    }

    /// Hears a text; none when it is none. Whether it is one of JSON, and all of it, is seen when that is read.
    pub fn read(&mut self, bytes: &[u8]) -> Option<String> {
        let (mut rest, mut to) = (bytes, Vec::new());
        while let Some((first, behind)) = rest.split_first() {
            rest = behind;
            match *first {
                ID | AGAIN => {
                    let id = self.take(*first, &mut rest)?;
                    to.extend(id.to_string().as_bytes());
                    to.push(b'"');
                }
                NUMBER => to.extend(number(&mut rest)?.to_string().as_bytes()),
                0..b' ' | FIRST..=LAST => {
                    let place = if *first < b' ' { *first } else { *first - FIRST + b' ' };
                    to.extend(words().nth(place.into())?);
                }
                first => {
                    to.push(first);
                    to.extend(cut(&mut rest, letter(first) - 1)?);
                }
            }
        }
        String::from_utf8(to).ok()
    }

    fn take(&mut self, first: u8, rest: &mut &[u8]) -> Option<Id> {
        if first == AGAIN {
            let place = cut(rest, 1)?.first().copied()?;
            return self.0.get(usize::from(place)).copied();
        }
        let id = Id::from_slice(cut(rest, 16)?).ok()?;
        self.0.push(id);
        Some(id)
    }
}

fn words() -> impl Iterator<Item = &'static [u8]> {
    WORDS.as_bytes().split(|byte| *byte == b'|')
}

/// How many bytes a letter has that begins so.
fn letter(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}

/// The id at the end of which a text is closed, if it is written as all ids are.
fn id(text: &[u8]) -> Option<Id> {
    let (text, behind) = text.split_at_checked(36)?;
    let closed = behind.first() == Some(&b'"') && !text.iter().any(u8::is_ascii_uppercase);
    let text = std::str::from_utf8(text).ok().filter(|_| closed)?;
    Id::try_parse(text).ok()
}

/// A row of digits: as a number, where that is shorter and the same is read again.
fn put_number(digits: &[u8], to: &mut Vec<u8>) {
    if !(5..=18).contains(&digits.len()) || digits.first() == Some(&b'0') {
        return to.extend(digits);
    }
    let mut number = digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    to.push(NUMBER);
    while number > 0x7f {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let byte = cut(rest, 1)?.first().copied()?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn cut<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (cut, behind) = rest.split_at_checked(count)?;
    *rest = behind;
    Some(cut)
}
