//! A sheet of paper: marks at places, in points from its upper left corner, each of them part of something that can be read.

use super::lines::Line;

/// Points in a millimetre.
pub(super) const MM: f32 = 72.0 / 25.4;

/// A colour.
pub(super) type Colour = (u8, u8, u8);
pub(super) const BLACK: Colour = (0, 0, 0);
/// Ink of posters and its quieter shade.
pub(super) const INK: Colour = (0x1f, 0x24, 0x20);
pub(super) const DIM: Colour = (0x45, 0x4b, 0x43);
pub(super) const PINE: Colour = (0x1c, 0x57, 0x43);
pub(super) const OCHRE: Colour = (0x7d, 0x50, 0x10);
pub(super) const PLUM: Colour = (0x8c, 0x27, 0x47);
pub(super) const HAIR: Colour = (0xc9, 0xbf, 0xa8);
pub(super) const WHITE: Colour = (0xff, 0xff, 0xff);
/// Cinnabar: the head of an official paper, and the seal.
pub(super) const SEAL: Colour = (0xad, 0x30, 0x1d);

/// A place or a size, across and down.
pub(super) type Spot = (f32, f32);

/// One side of paper.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) size: Spot,
    pub(super) marks: Vec<Mark>,
}

/// Something on it.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// What it is part of, by number in the reading order. None for what is only seen: frames, rules, page numbers.
    pub(super) part: Option<usize>,
    pub(super) at: Spot,
    pub(super) ink: Ink,
}

/// What it is made of.
#[derive(Clone, Debug)]
pub(super) enum Ink {
    /// A line of text; its place is where its baseline begins.
    Text(Line),
    /// A filled rectangle: a rule is one.
    Box(Spot, Colour),
    /// A drawing.
    Path(Vec<Stroke>, Paint),
    /// A line of text, turned about its place by some degrees.
    Turned(f32, Vec<Mark>),
}

/// A step of a drawing.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stroke {
    Move(Spot),
    Line(Spot),
    Curve(Spot, Spot, Spot),
    Close,
}

/// How a drawing is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) enum Paint {
    Fill(Colour),
    Line(f32, Colour),
}

/// What a part is, for whoever has it read aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(String),
    Paragraph,
    Quote,
    /// In which row; and whether it is one of the table's heads.
    Cell(usize, bool),
    /// A picture and its words.
    Figure(String),
}

impl Mark {
    /// Moves it.
    pub(super) fn moved(mut self, (x, y): Spot) -> Self {
        self.at = (self.at.0 + x, self.at.1 + y);
        self
    }

    /// A line that is only seen.
    pub(super) fn rule(at: Spot, size: Spot, colour: Colour) -> Self {
        Self { part: None, at, ink: Ink::Box(size, colour) }
    }
}
