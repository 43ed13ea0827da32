//! Roles in place of names, and no telephones: what lies over each text before the public reads it.

use super::{Part, seat::Seat};
use crate::{Role, Sorted, said::unseen};

/// A shorter run of digits is a year, a price or a length; from here on it may be a telephone.
const TELEPHONE: usize = 7;

/// What lies over a text before the public reads it.
#[derive(Debug)]
pub struct Veil {
    /// Names with what stands in their place, by how they begin: a district has thousands. The longest first: 陈素琴
    /// before 陈素.
    names: Sorted<char, Vec<(String, String)>>,
}

impl Veil {
    /// What lies over the texts of a village: in place of the name on a seat stands what the person sits there as, in
    /// place of `others` that they are villagers. `role` says a role in words.
    #[must_use]
    pub fn new<'a>(
        seats: impl Iterator<Item = &'a Seat>,
        others: &[String],
        role: &dyn Fn(Role) -> String,
    ) -> Self {
        let seated = seats.map(|seat| {
            let label = seat.label.clone().filter(|_| !seat.villager());
            let place = seat.group.clone().unwrap_or_default();
            (narrow(&seat.name), label.unwrap_or_else(|| place + &role(seat.role)))
        });
        let others = others.iter().map(|name| (narrow(name.trim()), role(Role::Villager)));
        let mut names: Vec<(String, String)> =
            seated.chain(others).filter(|(name, _)| name.chars().count() > 1).collect();
        // of two with one name the first, whose role is known
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        let mut veil = Self { names: Sorted::new() };
        for (name, label) in names {
            let first = name.chars().next().unwrap_or_default();
            veil.names.or_default(first).push((name, label));
        }
        // what stands in place of a name must not name anybody either; few labels stand in place of many names
        let mut struck = Sorted::<String, String>::new();
        for (_, label) in veil.names.values().flatten() {
            if !struck.contains_key(label) {
                let bare = veil.laid(&narrow(label), &|_, _| "…");
                struck.insert(label.clone(), bare);
            }
        }
        for (_, label) in veil.names.iter_mut().flat_map(|(_, names)| names) {
            label.clone_from(&struck[label.as_str()]);
        }
        veil
    }

    /// The text with something in place of each name: the longest that begins where it does.
    fn laid<'a>(&'a self, text: &str, place: &dyn Fn(&'a str, &'a str) -> &'a str) -> String {
        let mut laid = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let begun = self.names.get(&first).map_or(&[][..], Vec::as_slice);
            let name = begun.iter().find(|(name, _)| rest.starts_with(name.as_str()));
            let length = match name {
                Some((name, label)) => {
                    laid.push_str(place(name, label));
                    name.len()
                }
                None => {
                    laid.push(first);
                    first.len_utf8()
                }
            };
            rest = &rest[length..];
        }
        laid
    }

    /// The text with roles in place of names, but for the one name that may stand, and without telephones.
    #[must_use]
    pub fn over(&self, text: &str, may_stand: Option<&str>) -> String {
        let may_stand = may_stand.map(narrow);
        // a name that may stand stands whole, whoever's name begins it
        let stands = |name: &str| may_stand.as_deref() == Some(name);
        let veiled =
            self.laid(&narrow(text), &|name, label| if stands(name) { name } else { label });
        without_telephones(&veiled)
    }

    pub(super) fn part(&self, part: Part) -> Part {
        Part { name: part.name.map(|name| self.over(&name, None)), ..part }
    }
}

/// A name, and of 四组 施老太 what is not the group.
#[must_use]
pub fn parts(name: &str) -> Vec<String> {
    let group = |part: &&str| !part.ends_with(['组', '村', '户', '家']);
    name.split_whitespace().filter(group).chain([name]).map(str::to_owned).collect()
}

/// Digits that were written wide, narrow; and without marks that nobody sees, between which a name could hide.
fn narrow(text: &str) -> String {
    let narrow = |c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    text.chars().filter(|c| !unseen(*c)).map(narrow).collect()
}

/// What people write between the digits of a telephone.
fn joins(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
        || matches!(c, '-' | '－' | '‐'..='―' | '.' | '·' | '(' | ')' | '（' | '）')
}

/// Whether there is a number to ring in a text.
#[must_use]
pub fn rings(text: &str) -> bool {
    let text = narrow(text);
    without_telephones(&text) != text
}

/// The text with long runs of digits struck out; blanks, dashes and brackets do not end a run.
fn without_telephones(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = &rest[first..];
        let ends = run.find(|c: char| !c.is_ascii_digit() && !joins(c)).unwrap_or(run.len());
        let (run, after) = run.split_at(ends);
        let digits = run.trim_end_matches(joins);
        out.push_str(&rest[..first]);
        out.push_str(if telephone(digits) { "…" } else { digits });
        out.push_str(&run[digits.len()..]);
        rest = after;
    }
    out + rest
}

/// Whether a run of digits, in groups, may be one: so many that are not of a date or of two years.
fn telephone(run: &str) -> bool {
    let groups: Vec<&str> = run.split(joins).filter(|group| !group.is_empty()).collect();
    let year = |group: &str| group.len() == 4 && matches!(&group[..2], "19" | "20");
    let within = |group: &str, last: u32| {
        group.len() < 3 && group.parse().is_ok_and(|n: u32| (1..=last).contains(&n))
    };
    let mut left = groups.as_slice();
    let mut digits = 0;
    while let Some((group, others)) = left.split_first() {
        left = match (year(group), others) {
            (true, [month, day, rest @ ..]) if within(month, 12) && within(day, 31) => rest,
            (true, [until, rest @ ..]) if year(until) => rest,
            _ => {
                digits += group.len();
                others
            }
        };
    }
    digits >= TELEPHONE
}
