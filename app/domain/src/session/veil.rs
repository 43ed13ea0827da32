//! Roles in place of names, and no telephones: what lies over each text before the public reads it.

use super::{Part, seat::Seat};
use crate::Role;

/// A shorter run of digits is a year, a price or a length; from here on it may be a telephone.
const TELEPHONE: usize = 7;

/// What lies over a text before the public reads it.
pub(super) struct Veil {
    /// Names with what stands in their place, the longest first: 陈素琴 before 陈素.
    names: Vec<(String, String)>,
}

impl Veil {
    pub(super) fn new<'a>(
        seats: impl Iterator<Item = &'a Seat>,
        others: &[String],
        role: &dyn Fn(Role) -> String,
    ) -> Self {
        let seated = seats.map(|seat| {
            let label = seat.label.clone().filter(|_| !seat.villager());
            let place = seat.group.clone().unwrap_or_default();
            (seat.name.clone(), label.unwrap_or_else(|| place + &role(seat.role)))
        });
        let others = others.iter().map(|name| (name.clone(), role(Role::Villager)));
        let mut names: Vec<(String, String)> =
            seated.chain(others).filter(|(name, _)| name.chars().count() > 1).collect();
        // of two with one name the first, whose role is known
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        // what stands in place of a name must not name anybody either
        let bare = Self { names: names.clone() };
        let struck = |(name, label): &(String, String)| (name.clone(), bare.strike(label));
        Self { names: names.iter().map(struck).collect() }
    }

    /// A label in which somebody is named says nothing of it.
    fn strike(&self, label: &str) -> String {
        self.names.iter().fold(label.to_owned(), |label, (name, _)| label.replace(name, "…"))
    }

    /// The text with roles in place of names, but for the one name that may stand, and without telephones.
    pub(super) fn over(&self, text: &str, may_stand: Option<&str>) -> String {
        let names = self.names.iter().filter(|(name, _)| may_stand != Some(name.as_str()));
        let mut veiled = String::with_capacity(text.len());
        let mut rest = text;
        'text: while let Some(first) = rest.chars().next() {
            for (name, label) in names.clone() {
                if let Some(after) = rest.strip_prefix(name.as_str()) {
                    veiled.push_str(label);
                    rest = after;
                    continue 'text;
                }
            }
            veiled.push(first);
            rest = &rest[first.len_utf8()..];
        }
        without_telephones(&veiled)
    }

    pub(super) fn part(&self, part: Part) -> Part {
        Part { name: part.name.map(|name| self.over(&name, None)), ..part }
    }
}

/// The text with long runs of digits struck out; blanks, dashes and dots do not end a run.
fn without_telephones(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let end = |run: &mut String, out: &mut String| {
        let tail = run.len() - run.trim_end_matches(between).len();
        if telephone(run) {
            out.push('…');
            out.push_str(&run[run.len() - tail..]);
        } else {
            out.push_str(run);
        }
        run.clear();
    };
    for c in text.chars() {
        let c = match c {
            // written wide
            '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            c => c,
        };
        if c.is_ascii_digit() || (!run.is_empty() && between(c)) {
            run.push(c);
        } else {
            end(&mut run, &mut out);
            out.push(c);
        }
    }
    end(&mut run, &mut out);
    out
}

/// What people write between the groups of a number.
fn between(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{3000}' | '-' | '‐'..='―' | '.' | '·')
}

/// Whether groups of digits that follow on each other make a telephone. A date is written in groups of two, and
/// 2026-11-30 may stand, as may the 86 before a number, which is a country's.
fn telephone(run: &str) -> bool {
    let mut digits = 0;
    for group in run.split(between).filter(|group| !group.is_empty()) {
        digits = if group.len() > 2 { digits + group.len() } else { 0 };
        if digits >= TELEPHONE {
            return true;
        }
    }
    false
}
