//! What minutes and poster share: setting a text into slabs, one a line, and counting what is read.

use super::case::Case;
use super::fonts::Shelf;
use super::lines::{Line, Piece, Set, set};
use super::paper::Paper;
use super::sheet::{Ink, Mark, Role};
use super::slab::{Slab, baseline};

/// A paper while it is set.
#[derive(Debug)]
pub(super) struct Setter<'a> {
    pub(super) case: Case<'a>,
    pub(super) paper: &'a Paper,
    pub(super) roles: Vec<Role>,
    pub(super) slabs: Vec<Slab>,
}

/// Where a text is set: from where, how wide, the first line how far in, each line how high.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) indent: f32,
    pub(super) leading: f32,
}

impl<'a> Setter<'a> {
    pub(super) fn new(shelf: &'a Shelf, paper: &'a Paper) -> Self {
        let case = Case::new(shelf);
        Self { case, paper, roles: Vec::new(), slabs: Vec::new() }
    }

    /// A new part of the reading.
    pub(super) fn part(&mut self, role: Role) -> usize {
        self.roles.push(role);
        self.roles.len() - 1
    }

    /// Sets a text as a part of its own, and gives the new slabs.
    pub(super) fn text(
        &mut self,
        role: Role,
        pieces: &[Piece],
        how: &Set,
        column: Column,
    ) -> &mut [Slab] {
        let part = self.part(role);
        let from = self.slabs.len();
        let lines = set(&mut self.case, pieces, how, column.width, column.indent);
        let slabs = lines.into_iter().map(|line| of_line(line, part, column));
        self.slabs.extend(slabs);
        &mut self.slabs[from..]
    }

    /// Sets a text in the middle of a column, in lines of about the same width.
    pub(super) fn centred(
        &mut self,
        role: Role,
        piece: Piece,
        how: &Set,
        column: Column,
    ) -> &mut [Slab] {
        let part = self.part(role);
        let from = self.slabs.len();
        for line in balanced(&mut self.case, piece, how, column.width) {
            let at = Column { x: column.x + (column.width - line.width) / 2.0, ..column };
            self.slabs.push(of_line(line, part, at));
        }
        &mut self.slabs[from..]
    }
}

/// A line in a slab of its own.
pub(super) fn of_line(line: Line, part: usize, column: Column) -> Slab {
    let at = (column.x, baseline(column.leading, line.size));
    let mark = Mark { part: Some(part), at, ink: Ink::Text(line) };
    Slab { height: column.leading, marks: vec![mark], ..Slab::default() }
}

/// Lines as few as there must be, and as narrow as they may be: no single character is left for the last one.
pub(super) fn balanced(case: &mut Case, piece: Piece, how: &Set, width: f32) -> Vec<Line> {
    let mut lines = set(case, &[piece], how, width, 0.0);
    let mut narrow = width - how.pitch;
    while lines.len() > 1 && narrow > width / 3.0 {
        let tried = set(case, &[piece], how, narrow, 0.0);
        if tried.len() > lines.len() {
            break;
        }
        lines = tried;
        narrow -= how.pitch;
    }
    lines
}

/// A text without the full stop at its end, where the paper sets one itself.
pub(super) fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['。', '.', '；', ';'])
}
