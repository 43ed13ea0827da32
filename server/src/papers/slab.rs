//! What is set, cut into slabs that no edge of a sheet goes through, and laid on as many sheets as it needs.

use super::sheet::{Colour, Mark, Spot};

/// A line or a row: across, its marks are where they will be; down, they count from its upper edge.
#[derive(Clone, Debug, Default)]
pub(super) struct Slab {
    pub(super) height: f32,
    /// Room before it, unless it is the first on a sheet.
    pub(super) gap: f32,
    /// Whether it would not be parted from the next.
    pub(super) keep: bool,
    pub(super) marks: Vec<Mark>,
    pub(super) frame: Option<Frame>,
    /// What is told again above it on a new sheet: the heads of its table.
    pub(super) again: Option<Box<Slab>>,
}

/// A frame around slabs that follow each other, closed anew on each sheet.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Rules from top to bottom: where, and how thick.
    pub(super) upright: Vec<(f32, f32)>,
    /// Rules from left to right, from the edge inwards: how far in from the edge, where, how wide, how thick.
    pub(super) level: Vec<(f32, f32, f32, f32)>,
    pub(super) colour: Colour,
    pub(super) first: bool,
    pub(super) last: bool,
}

impl Frame {
    /// A double rule: a thick one, and a thin one inside.
    pub(super) fn double(x: f32, width: f32, thick: f32, colour: Colour) -> Self {
        let (thin, inset) = (thick / 2.0, thick * 2.2);
        let upright = vec![
            (x, thick),
            (x + inset, thin),
            (x + width - thick, thick),
            (x + width - inset - thin, thin),
        ];
        let level = vec![(0.0, x, width, thick), (inset, x + inset, width - 2.0 * inset, thin)];
        Self { upright, level, colour, first: false, last: false }
    }

    /// The rules of a table's row.
    pub(super) fn grid(edges: &[f32], thick: f32, colour: Colour) -> Self {
        let upright = edges.iter().map(|x| (x - thick / 2.0, thick)).collect();
        let (left, right) = (edges.first().copied(), edges.last().copied());
        let (left, right) = (left.unwrap_or_default(), right.unwrap_or_default());
        let level = vec![(-thick / 2.0, left - thick / 2.0, right - left + thick, thick)];
        Self { upright, level, colour, first: false, last: false }
    }

    fn draw(&self, at: f32, height: f32, top: bool, bottom: bool, marks: &mut Vec<Mark>) {
        // the inner rule of a double one ends where the outer one does not
        let inset = self.level.last().map_or(0.0, |level| level.0.max(0.0));
        for (nth, (x, thick)) in self.upright.iter().enumerate() {
            let inner = if nth % 2 == 1 && self.level.len() > 1 { inset } else { 0.0 };
            let (from, to) = (if top { inner } else { 0.0 }, if bottom { inner } else { 0.0 });
            marks.push(Mark::rule((*x, at + from), (*thick, height - from - to), self.colour));
        }
        for (inset, x, width, thick) in &self.level {
            if top {
                marks.push(Mark::rule((*x, at + inset), (*width, *thick), self.colour));
            }
            if bottom {
                let at = at + height - inset - thick;
                marks.push(Mark::rule((*x, at), (*width, *thick), self.colour));
            }
        }
    }
}

/// Lays slabs on sheets with so much room each. `head` is laid on every sheet but the first, `tail` at the foot of the
/// last one. Gives the marks of each sheet, counted down from where the room begins.
pub(super) fn lay(slabs: Vec<Slab>, room: f32, head: Option<&Slab>, tail: &Slab) -> Vec<Vec<Mark>> {
    let mut sheets = vec![Vec::new()];
    let mut filled = 0.0;
    for group in groups(slabs, room) {
        let needed = height(&group, filled > 0.0);
        if filled > 0.0 && filled + needed > room + 0.01 {
            filled = turn(&mut sheets, head, group.first());
        }
        for slab in group {
            if filled > 0.0 && filled + slab.gap + slab.height > room + 0.01 {
                filled = turn(&mut sheets, head, Some(&slab));
            }
            filled += slab.height + if filled > 0.0 { slab.gap } else { 0.0 };
            if let Some(sheet) = sheets.last_mut() {
                sheet.push(slab);
            }
        }
    }
    if filled + tail.gap + tail.height > room + 0.01 {
        bring_down(&mut sheets, head);
    }
    let last = sheets.len() - 1;
    let sheets = sheets.into_iter().enumerate();
    sheets
        .map(|(nth, slabs)| {
            let mut marks = drawn(slabs);
            if nth == last {
                let foot = room - tail.height;
                marks.extend(tail.marks.iter().map(|mark| mark.clone().moved((0.0, foot))));
            }
            marks
        })
        .collect()
}

/// How many points everything needs, one below the other.
pub(super) fn height(slabs: &[Slab], gap: bool) -> f32 {
    let all: f32 = slabs.iter().map(|slab| slab.gap + slab.height).sum();
    all - if gap { 0.0 } else { slabs.first().map_or(0.0, |slab| slab.gap) }
}

/// Slabs that keep together; a group that no sheet could hold is let go.
fn groups(slabs: Vec<Slab>, room: f32) -> Vec<Vec<Slab>> {
    let mut groups: Vec<Vec<Slab>> = Vec::new();
    let mut open = false;
    for slab in slabs {
        let keep = slab.keep;
        match groups.last_mut().filter(|_| open) {
            Some(group) if height(group, true) + slab.height < room / 2.0 => group.push(slab),
            Some(_) | None => groups.push(vec![slab]),
        }
        open = keep;
    }
    groups
}

fn turn(sheets: &mut Vec<Vec<Slab>>, head: Option<&Slab>, next: Option<&Slab>) -> f32 {
    let again = next.and_then(|slab| slab.again.as_deref());
    let sheet: Vec<Slab> = head.into_iter().chain(again).cloned().collect();
    let filled = height(&sheet, false);
    sheets.push(sheet);
    filled
}

/// The tail never stands alone: the last lines go with it.
fn bring_down(sheets: &mut Vec<Vec<Slab>>, head: Option<&Slab>) {
    let sheet = sheets.last_mut().map(std::mem::take).unwrap_or_default();
    let mut rest = sheet;
    let mut cut = rest.len().saturating_sub(2);
    while cut > 0 && rest[cut - 1].keep {
        cut -= 1;
    }
    // a sheet of which everything would go keeps what it has, and the tail takes the next
    let moved = if cut == 0 { Vec::new() } else { rest.split_off(cut) };
    if let Some(sheet) = sheets.last_mut() {
        *sheet = rest;
    }
    turn(sheets, head, moved.first());
    if let Some(sheet) = sheets.last_mut() {
        sheet.extend(moved);
    }
}

fn drawn(slabs: Vec<Slab>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0.0;
    let count = slabs.len();
    for (nth, slab) in slabs.into_iter().enumerate() {
        at += if nth > 0 { slab.gap } else { 0.0 };
        if let Some(frame) = &slab.frame {
            let (top, bottom) = (frame.first || nth == 0, frame.last || nth + 1 == count);
            frame.draw(at, slab.height, top, bottom, &mut marks);
        }
        marks.extend(slab.marks.into_iter().map(|mark| mark.moved((0.0, at))));
        at += slab.height;
    }
    marks
}

/// Where the baseline of a line lies in a slab, so that its characters stand in the middle.
pub(super) fn baseline(height: f32, size: f32) -> f32 {
    height / 2.0 + size * 0.38
}

/// A place in a slab, for a line that is centred in a width.
pub(super) fn centred(x: f32, width: f32, line: f32, height: f32, size: f32) -> Spot {
    (x + (width - line) / 2.0, baseline(height, size))
}
