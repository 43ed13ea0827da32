//! A parcel cut into pieces of text, each small enough for a message in a chat or for a square code, and put together
//! again in whatever order they come.
//!
//! A piece is `bandeng.<parcel>.<number>.<of how many>.<what it carries>.<sum>.`: what chats do to a text, breaking
//! lines and putting names and times in between, does it no harm, and what does is seen by the sum. The parcel is
//! named for what is in it, so that the same parcel cut twice gives the same pieces.

use crate::Form;

const MARK: &str = "bandeng.";
/// What a piece needs beside what it carries, at most.
const HEAD: usize = 32;
/// The most pieces of one parcel.
const MOST: usize = 999;
/// The most that one piece carries, whatever somebody pastes.
const LONGEST: usize = 8_000;
/// Six bits a letter; none of those that chats read as italics, links or faces.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+=";

/// One piece of a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
struct Piece {
    parcel: String,
    number: usize,
    of: usize,
    carries: String,
}

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Pieces that were new.
    pub fresh: usize,
    /// Pieces that were here already.
    pub known: usize,
    /// The numbers of pieces that were damaged on the way.
    pub damaged: Vec<usize>,
}

/// How far a parcel has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// Its name.
    pub parcel: String,
    /// Of how many pieces it is.
    pub of: usize,
    /// The numbers of those that are missing.
    pub missing: Vec<usize>,
}

/// The pieces that were found so far, of one parcel or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Bag {
    pieces: Vec<Piece>,
}

/// Cuts a parcel into pieces of at most `longest` letters. None when it would take more than 999.
#[must_use]
pub fn cut(parcel: &[u8], longest: usize) -> Option<Vec<String>> {
    let text = written(parcel);
    let room = longest.saturating_sub(HEAD).clamp(1, LONGEST);
    let of = text.len().div_ceil(room);
    if of > MOST {
        return None;
    }
    let name = sum(parcel);
    let mut pieces = Vec::with_capacity(of);
    for number in 1..=of {
        let from = (number - 1) * room;
        let carries = &text[from..text.len().min(from + room)];
        let said = format!("{name}.{number}.{of}.{carries}");
        pieces.push(format!("{MARK}{said}.{}.", sum(said.as_bytes())));
    }
    Some(pieces)
}

impl Bag {
    /// Puts in all pieces that are in a text, whatever stands around them.
    pub fn take(&mut self, text: &str) -> Found {
        let mut found = Found::default();
        for (at, _) in text.match_indices(MARK) {
            let Some((piece, whole)) = read(&text[at + MARK.len()..]) else { continue };
            let same = |held: &&Piece| {
                (&held.parcel, held.of) == (&piece.parcel, piece.of) && held.number == piece.number
            };
            if self.pieces.iter().any(|held| same(&held)) {
                found.known += 1;
            } else if whole {
                found.fresh += 1;
                self.pieces.push(piece);
            } else if !found.damaged.contains(&piece.number) {
                found.damaged.push(piece.number);
            }
        }
        found
    }

    /// The parcels of which there are pieces, in the order in which they began to come.
    #[must_use]
    pub fn gathered(&self) -> Vec<Gathered> {
        let mut all: Vec<Gathered> = Vec::new();
        for piece in &self.pieces {
            if all.iter().all(|seen| !piece.is_of(&seen.parcel, seen.of)) {
                let (parcel, of) = (piece.parcel.clone(), piece.of);
                let there = |number: &usize| self.piece(&parcel, of, *number).is_some();
                let missing = (1..=of).filter(|number| !there(number)).collect();
                all.push(Gathered { parcel, of, missing });
            }
        }
        all
    }

    /// A parcel whose pieces are all there; none when what they give is not the parcel that they name.
    #[must_use]
    pub fn whole(&self, parcel: &str, of: usize) -> Option<Vec<u8>> {
        let mut text = String::new();
        for number in 1..=of {
            text.push_str(&self.piece(parcel, of, number)?.carries);
        }
        meant(&text).filter(|bytes| sum(bytes) == parcel)
    }

    /// Lets go of a parcel.
    pub fn let_go(&mut self, parcel: &str, of: usize) {
        self.pieces.retain(|piece| !piece.is_of(parcel, of));
    }

    fn piece(&self, parcel: &str, of: usize, number: usize) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.is_of(parcel, of) && piece.number == number)
    }
}

impl Piece {
    fn is_of(&self, parcel: &str, of: usize) -> bool {
        self.parcel == parcel && self.of == of
    }
}

/// Reads a piece from behind its mark, and whether it came whole. None when it is none: somebody wrote of us.
fn read(text: &str) -> Option<(Piece, bool)> {
    let mut rest = text.chars();
    let parcel = field(&mut rest, 6).filter(|name| name.len() == 6)?;
    let mut count = || field(&mut rest, 3)?.parse().ok().filter(|n| (1..=MOST).contains(n));
    let (number, of) = (count()?, count()?);
    if number > of {
        return None;
    }
    let carries = field(&mut rest, LONGEST);
    let said =
        carries.as_ref().map(|carries| sum(format!("{parcel}.{number}.{of}.{carries}").as_bytes()));
    let whole = said.is_some() && said == field(&mut rest, 6);
    Some((Piece { parcel, number, of, carries: carries.unwrap_or_default() }, whole))
}

/// The letters up to the next full stop. What chats put in to break a line is passed over.
fn field(rest: &mut std::str::Chars<'_>, most: usize) -> Option<String> {
    let mut letters = String::new();
    for letter in rest {
        match letter {
            '.' => return Some(letters),
            ' ' | '\n' | '\r' | '\t' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            letter if letters.len() < most && value(letter).is_some() => letters.push(letter),
            _ => return None,
        }
    }
    None
}

/// Six letters that tell one text from another. It finds damage, not malice.
fn sum(bytes: &[u8]) -> String {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        state = (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    // the upper bits hardly know the last bytes
    state ^= state >> 32;
    (0..6).map(|at| letter(state >> (6 * at))).collect()
}

fn letter(bits: u64) -> char {
    char::from(LETTERS[(bits & 63) as usize])
}

fn value(letter: char) -> Option<u32> {
    match letter {
        'A'..='Z' => Some(letter as u32 - 'A' as u32),
        'a'..='z' => Some(letter as u32 - 'a' as u32 + 26),
        '0'..='9' => Some(letter as u32 - '0' as u32 + 52),
        '+' => Some(62),
        '=' => Some(63),
        _ => None,
    }
}

fn written(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for three in bytes.chunks(3) {
        let mut bits = 0;
        for at in 0..3 {
            bits = bits << 8 | u64::from(three.get(at).copied().unwrap_or(0));
        }
        for at in 0..=three.len() {
            text.push(letter(bits >> (18 - 6 * at)));
        }
    }
    text
}

fn meant(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in text.chars() {
        bits = bits << 6 | value(letter)?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    Some(bytes)
}
