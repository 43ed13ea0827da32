//! Sets text into lines of a width: on the grid where it is Chinese, with marks squeezed and gaps widened where it is not.

use std::ops::Range;

use super::case::{Case, Sort};
use super::fonts::Voice;
use super::kinsoku::{Class, may_break, unseen};
use super::sheet::Colour;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set {
    /// The size of the type.
    pub(super) size: f32,
    /// How far apart the fields of the grid are.
    pub(super) pitch: f32,
    pub(super) colour: Colour,
    /// The colour of all pieces after the first.
    pub(super) after: Colour,
    /// Whether most of it is Latin: quotation marks are narrow then, and only spaces widen.
    pub(super) latin: bool,
}

/// A text in one voice.
pub(super) type Piece<'a> = (Voice, &'a str);

/// A line, ready to be put somewhere.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) glyphs: Vec<Placed>,
    pub(super) size: f32,
    /// How far it begins to the right of where it is put.
    pub(super) indent: f32,
    /// How wide its ink is.
    pub(super) width: f32,
}

/// A glyph in a line.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) face: usize,
    pub(super) glyph: u32,
    pub(super) advance: f32,
    pub(super) shift: f32,
    pub(super) colour: Colour,
    pub(super) text: Range<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Atom {
    c: char,
    sort: Sort,
    class: Class,
    width: f32,
    shift: f32,
    colour: Colour,
    /// How much can be taken off it: the empty half of a mark, a part of a space.
    slack: f32,
}

/// Sets pieces of text, one after the other, into lines of a width; the first begins after an indent.
pub(super) fn set(
    case: &mut Case,
    pieces: &[Piece],
    how: &Set,
    width: f32,
    indent: f32,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut indent = indent;
    for atoms in paragraphs(case, pieces, how) {
        let mut from = 0;
        while from < atoms.len() {
            let to = end(&atoms, from, width - indent, how);
            let last = to == atoms.len();
            let mut line = atoms[from..to].to_vec();
            fit(&mut line, width - indent, last, how);
            lines.push(laid(&line, how, indent));
            (from, indent) = (to, 0.0);
        }
        indent = 0.0;
    }
    lines
}

/// Sets what is known to be short in one line, as wide as it comes.
pub(super) fn one(case: &mut Case, voice: Voice, text: &str, how: &Set) -> Line {
    let atoms: Vec<Atom> = paragraphs(case, &[(voice, text)], how).into_iter().flatten().collect();
    laid(&atoms, how, 0.0)
}

fn paragraphs(case: &mut Case, pieces: &[Piece], how: &Set) -> Vec<Vec<Atom>> {
    let mut all = vec![Vec::new()];
    for (nth, (voice, text)) in pieces.iter().enumerate() {
        let colour = if nth == 0 { how.colour } else { how.after };
        for c in text.chars().filter(|c| !unseen(*c)) {
            if c == '\n' {
                all.push(Vec::new());
            } else if let (Some(atom), Some(last)) = (atom(case, *voice, c, how), all.last_mut()) {
                last.push(Atom { colour, ..atom });
            }
        }
    }
    all.iter_mut().for_each(|atoms| close_up(atoms, how));
    all
}

fn atom(case: &mut Case, voice: Voice, c: char, how: &Set) -> Option<Atom> {
    let class = Class::of(c, how.latin);
    let sort = case.sort(voice, if class == Class::Space { ' ' } else { c })?;
    let (c, class) =
        if sort.shows == c { (c, class) } else { (sort.shows, Class::of(sort.shows, how.latin)) };
    let own = sort.advance * how.size;
    let full = sort.advance > 0.9;
    let colour = how.colour;
    let mut atom = Atom { c, sort, class, width: own, shift: 0.0, colour, slack: 0.0 };
    match class {
        Class::Wide | Class::Open | Class::Close if full => {
            atom.width = how.pitch;
            atom.shift = (how.pitch - how.size) / 2.0;
            atom.slack = if class == Class::Wide { 0.0 } else { how.pitch / 2.0 };
        }
        // in Latin text a quotation mark of a Chinese font is as wide as its ink
        Class::Word if full && "“”‘’".contains(c) => {
            atom.width = own * if "‘’".contains(c) { 0.28 } else { 0.46 };
            atom.shift = if "“‘".contains(c) { atom.width - own } else { 0.0 };
        }
        Class::Space => atom.slack = own * 0.3,
        Class::Wide | Class::Open | Class::Close | Class::Word => {}
    }
    Some(atom)
}

/// Marks that follow each other share the empty half between them; a word next to a character of the grid gets a little air.
fn close_up(atoms: &mut [Atom], how: &Set) {
    for at in 1..atoms.len() {
        let (left, right) = (atoms[at - 1], atoms[at]);
        match (left.class, right.class) {
            (Class::Close, Class::Close | Class::Open) if left.slack > 0.0 => {
                atoms[at - 1].width -= left.slack;
                atoms[at - 1].slack = 0.0;
            }
            (Class::Open, Class::Open) if right.slack > 0.0 => {
                atoms[at].width -= right.slack;
                atoms[at].shift -= right.slack;
                atoms[at].slack = 0.0;
            }
            (Class::Word, Class::Wide) | (Class::Wide, Class::Word)
                if left.c.is_alphanumeric() && right.c.is_alphanumeric() =>
            {
                atoms[at - 1].width += how.size / 8.0;
            }
            _ => {}
        }
    }
}

/// Where a line ends that begins at `from`.
fn end(atoms: &[Atom], from: usize, width: f32, how: &Set) -> usize {
    let (mut wide, mut slack, mut ink) = (0.0, 0.0, 0.0);
    let (mut natural, mut squeezed) = (None, None);
    for at in from..atoms.len() {
        let atom = atoms[at];
        wide += atom.width;
        slack += atom.slack;
        if atom.class != Class::Space {
            ink = wide;
        }
        let over = ink - width;
        // a mark at the end may lose its empty half; the others together give half a character, or it would be seen
        let own = if atom.class == Class::Close { atom.slack } else { 0.0 };
        if over > (slack - own).min(how.pitch / 2.0) + own + 0.01 {
            // at least one character goes down, however narrow the line is
            return squeezed.or(natural).unwrap_or(at.max(from + 1));
        }
        let before = at.checked_sub(1).map(|at| atoms[at].c);
        if atoms.get(at + 1).is_none_or(|next| may_break(before, atom.c, next.c, how.latin)) {
            if over <= 0.01 {
                natural = Some(at + 1);
            } else {
                squeezed = Some(at + 1);
            }
        }
    }
    atoms.len()
}

/// Takes a line in to its width, or lets it out.
fn fit(line: &mut [Atom], width: f32, last: bool, how: &Set) {
    let ink = line.iter().rposition(|atom| atom.class != Class::Space).map_or(0, |at| at + 1);
    let line = &mut line[..ink];
    let spare = width - line.iter().map(|atom| atom.width).sum::<f32>();
    if spare < 0.0 {
        take_in(line, -spare);
    } else if !last {
        let_out(line, spare, how);
    }
}

fn take_in(line: &mut [Atom], mut over: f32) {
    if let Some(atom) = line.last_mut().filter(|atom| atom.class == Class::Close) {
        let taken = over.min(atom.slack);
        atom.width -= taken;
        atom.slack -= taken;
        over -= taken;
    }
    let slack: f32 = line.iter().map(|atom| atom.slack).sum();
    let part = if slack > 0.0 { (over / slack).min(1.0) } else { 0.0 };
    for atom in line {
        let taken = atom.slack * part;
        atom.width -= taken;
        if atom.class == Class::Open {
            atom.shift -= taken;
        }
    }
}

fn let_out(line: &mut [Atom], spare: f32, how: &Set) {
    let gap = |pair: &[Atom]| match (pair[0].class, pair[1].class) {
        (Class::Word, Class::Word) => 0.0,
        (Class::Space, _) => 2.0,
        (_, Class::Space) => 0.0,
        _ if how.latin => 0.0,
        _ => 1.0,
    };
    let gaps: Vec<f32> = line.windows(2).map(gap).collect();
    let sum: f32 = gaps.iter().sum();
    // a line that would be torn apart is left as it is
    if sum > 0.0 && spare <= sum * how.size * 0.4 {
        line.iter_mut().zip(gaps).for_each(|(atom, gap)| atom.width += spare * gap / sum);
    }
}

fn laid(atoms: &[Atom], how: &Set, indent: f32) -> Line {
    let mut text = String::new();
    let mut glyphs = Vec::with_capacity(atoms.len());
    let (mut wide, mut width) = (0.0, 0.0);
    for atom in atoms {
        let from = text.len();
        text.push(atom.c);
        let Sort { face, glyph, .. } = atom.sort;
        let Atom { width: advance, shift, colour, .. } = *atom;
        glyphs.push(Placed { face, glyph, advance, shift, colour, text: from..text.len() });
        wide += atom.width;
        if atom.class != Class::Space {
            width = wide;
        }
    }
    Line { text, glyphs, size: how.size, indent, width }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::{Shelf, usual_folders};
    use super::super::sheet::BLACK;
    use super::*;

    /// The widths of the glyphs of a line, in hundredths of the size.
    fn widths(text: &str, latin: bool) -> Vec<i32> {
        let shelf = Shelf::find(&usual_folders()).unwrap();
        let how = Set { size: 100.0, pitch: 100.0, colour: BLACK, after: BLACK, latin };
        let line = one(&mut Case::new(&shelf), Voice::Song, text, &how);
        line.glyphs.iter().map(|glyph| glyph.advance.round() as i32).collect()
    }

    #[test]
    fn marks_that_follow_each_other_share_what_is_empty() {
        assert_eq!(widths("（表）：“田”。", false), [100, 100, 50, 50, 100, 100, 50, 100]);
        assert_eq!(widths("田（“田", false), [100, 100, 50, 100]);
    }

    #[test]
    fn only_quotation_marks_are_narrow_in_latin_text() {
        let percent = widths("%", false)[0];
        assert!(percent > 60, "{percent}");
        assert_eq!(widths("%", true), [percent]);
        let ours = widths("don’t “say”", true);
        assert!(ours[3] < 50 && ours[6] < 60 && ours[10] < 60, "{ours:?}");
    }
}
