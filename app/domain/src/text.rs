//! Two people wrote one text: a three-way merge on Chinese clauses.
//!
//! A clause ends with 。！？；， or a line break (and their Latin cousins): small enough that two people seldom
//! meet in one, large enough that no sentence is spliced from two. Where they do meet, both stand.

use crate::clause::{ended, ends_clause};

pub use crate::clause::clauses;

/// What two texts become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text. Where both wrote one clause, theirs stands first and mine follows in ⟪ ⟫.
    pub text: String,
    /// Whether there is such a place.
    pub both: bool,
}

/// Merges what `mine` and `theirs` made of `base`. It cannot fail.
#[must_use]
pub fn merge(base: &str, mine: &str, theirs: &str) -> Merged {
    let plain = |text: &str| Merged { text: text.to_owned(), both: false };
    if mine == theirs || mine == base {
        return plain(theirs);
    }
    if theirs == base {
        return plain(mine);
    }
    let base = clauses(base);
    let [mine, theirs] = [mine, theirs].map(clauses);
    let [ours, others] = [hunks(&base, &mine), hunks(&base, &theirs)];
    weave(&base, &ours, &others)
}

/// The text up to its first clause's end, cut at `max` characters: a heading for what has none.
#[must_use]
pub fn first_clause(text: &str, max: usize) -> String {
    let clause =
        clauses(text.trim()).into_iter().next().unwrap_or("").trim_end_matches(ends_clause);
    let clause = if clause.is_empty() { text.trim() } else { clause };
    if clause.chars().count() <= max {
        return clause.to_owned();
    }
    let cut: String = clause.chars().take(max.saturating_sub(1)).collect();
    // a joiner with nothing behind it would reach for the dots
    format!("{}…", cut.trim_end_matches('\u{200D}'))
}

/// A stretch of the base's clauses and what one side wrote instead.
#[derive(Debug, PartialEq)]
struct Hunk<'a> {
    from: usize,
    to: usize,
    new: Vec<&'a str>,
}

/// Where a side differs from the base, by a longest common subsequence of clauses.
fn hunks<'a>(base: &[&str], side: &[&'a str]) -> Vec<Hunk<'a>> {
    let common = common(base, side);
    let mut hunks = Vec::new();
    let (mut b, mut s) = (0, 0);
    for (at_base, at_side) in common.into_iter().chain([(base.len(), side.len())]) {
        if b < at_base || s < at_side {
            hunks.push(Hunk { from: b, to: at_base, new: side[s..at_side].to_vec() });
        }
        (b, s) = (at_base + 1, at_side + 1);
    }
    hunks
}

/// The largest table of clauses by clauses that is worth its memory: 16 MB.
const TABLE: usize = 1 << 22;

/// Pairs of places where both say the same, in order, as many as can be.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = longest(&rest_a[..rest_a.len() - tail], &rest_b[..rest_b.len() - tail]);
    let same_head = (0..head).map(|at| (at, at));
    let same_tail = (0..tail).map(|at| (a.len() - tail + at, b.len() - tail + at));
    let middle = middle.into_iter().map(|(at_a, at_b)| (head + at_a, head + at_b));
    same_head.chain(middle).chain(same_tail).collect()
}

/// The longest common subsequence, by the table; of texts that nobody typed, nothing is said to be common.
fn longest(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    if a.len().saturating_mul(b.len()) > TABLE {
        return Vec::new();
    }
    let width = b.len() + 1;
    let mut best = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * width + j] = if a[i] == b[j] {
                best[(i + 1) * width + j + 1] + 1
            } else {
                best[(i + 1) * width + j].max(best[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Whether two hunks meet: they share a clause of the base, or both add at one place, or one leaves its last
/// clause open where the other adds: that would make one clause of two people's words.
fn meet(a: &Hunk<'_>, b: &Hunk<'_>) -> bool {
    if a.from == a.to && b.from == b.to {
        return a.from == b.from;
    }
    (a.from < b.to && b.from < a.to) || runs_into(a, b) || runs_into(b, a)
}

fn runs_into(open: &Hunk<'_>, added: &Hunk<'_>) -> bool {
    open.new.last().is_some_and(|clause| !ended(clause))
        && added.from == added.to
        && open.to == added.from
}

/// Writes the base with both sides' hunks; hunks that meet are grown into one place where both stand.
fn weave(base: &[&str], mine: &[Hunk<'_>], theirs: &[Hunk<'_>]) -> Merged {
    let mut out = Merged { text: String::new(), both: false };
    let (mut at, mut m, mut t) = (0, 0, 0);
    while m < mine.len() || t < theirs.len() {
        let (m0, t0) = (m, t);
        // the hunk that begins first opens the place; it grows while the other side's next hunk meets one of it
        let mine_first = t >= theirs.len()
            || (m < mine.len() && (mine[m].from, mine[m].to) <= (theirs[t].from, theirs[t].to));
        if mine_first {
            m += 1;
        } else {
            t += 1;
        }
        loop {
            let joins = |next: &Hunk<'_>, others: &[Hunk<'_>]| others.iter().any(|o| meet(o, next));
            if m < mine.len() && joins(&mine[m], &theirs[t0..t]) {
                m += 1;
            } else if t < theirs.len() && joins(&theirs[t], &mine[m0..m]) {
                t += 1;
            } else {
                break;
            }
        }
        let place = mine[m0..m].iter().chain(&theirs[t0..t]);
        let from = place.clone().map(|hunk| hunk.from).min().unwrap_or(at);
        let to = place.map(|hunk| hunk.to).max().unwrap_or(at);
        out.text.extend(base[at..from].iter().copied());
        let (ours, others) =
            (side(base, &mine[m0..m], from, to), side(base, &theirs[t0..t], from, to));
        if t0 == t || ours == others {
            out.text.push_str(&ours);
        } else if m0 == m {
            out.text.push_str(&others);
        } else {
            stand_together(&mut out, &others, &ours);
        }
        at = to;
    }
    out.text.extend(base[at..].iter().copied());
    out
}

/// What one side says between two places of the base.
fn side(base: &[&str], hunks: &[Hunk<'_>], from: usize, to: usize) -> String {
    let mut text = String::new();
    let mut at = from;
    for hunk in hunks {
        text.extend(base[at..hunk.from].iter().copied());
        text.extend(hunk.new.iter().copied());
        at = hunk.to;
    }
    text.extend(base[at..to].iter().copied());
    text
}

/// Theirs as it stands, mine behind it in brackets. A side that only struck out gives way to the one that wrote.
fn stand_together(out: &mut Merged, theirs: &str, mine: &str) {
    out.both = true;
    out.text.push_str(theirs);
    match (theirs.is_empty(), mine.is_empty()) {
        (_, true) => {}
        (true, false) => out.text.push_str(mine),
        (false, false) => out.text.extend(["⟪", mine, "⟫"]),
    }
}
