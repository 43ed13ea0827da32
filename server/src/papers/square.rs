//! The square code and the seal, as drawings.

use domain::square::Square;

use super::case::Case;
use super::fonts::Voice;
use super::lines::{Set, one};
use super::sheet::{BLACK, Ink, Mark, Paint, SEAL, Spot, Stroke, WHITE};

/// The square code of an address, so many points wide with its quiet margin. None when the address is too long for one.
pub(super) fn code(link: &str, part: usize, at: Spot, wide: f32) -> Option<Mark> {
    let square = Square::of(link)?;
    let field = wide / (square.size + 8) as f32;
    let mut path = Vec::new();
    for y in 0..square.size {
        let mut x = 0;
        while x < square.size {
            let dark = (x..square.size).take_while(|x| square.is_dark(*x, y)).count();
            if dark > 0 {
                let (left, top) = ((x + 4) as f32 * field, (y + 4) as f32 * field);
                oblong(&mut path, (left, top), (dark as f32 * field, field));
            }
            x += dark + 1;
        }
    }
    Some(Mark { part: Some(part), at, ink: Ink::Path(path, Paint::Fill(BLACK)) })
}

/// The seal: a square with four characters, down the right column first, a little askew as a hand sets it. Its place is
/// its middle.
pub(super) fn seal(
    case: &mut Case,
    characters: [char; 4],
    part: usize,
    at: Spot,
    wide: f32,
) -> Mark {
    let half = wide / 2.0;
    let square = |inset: f32, paint| {
        let mut path = Vec::new();
        oblong(&mut path, (inset - half, inset - half), (wide - 2.0 * inset, wide - 2.0 * inset));
        Mark { part: Some(part), at: (0.0, 0.0), ink: Ink::Path(path, paint) }
    };
    let mut marks =
        vec![square(0.0, Paint::Fill(SEAL)), square(wide * 0.045, Paint::Line(wide * 0.02, WHITE))];
    let size = wide * 0.38;
    let how = Set { size, pitch: size, colour: WHITE, after: WHITE, latin: false };
    let places = [(1.0, 0.0), (1.0, 1.0), (0.0, 0.0), (0.0, 1.0)];
    for (c, (column, row)) in characters.into_iter().zip(places) {
        let line = one(case, Voice::Title, c.encode_utf8(&mut [0; 4]), &how);
        let (x, y) = (column * size * 1.02 - size * 1.01, row * size * 1.04 - size * 1.02);
        marks.push(Mark { part: Some(part), at: (x, y + size * 0.88), ink: Ink::Text(line) });
    }
    Mark { part: Some(part), at, ink: Ink::Turned(-3.0, marks) }
}

/// Adds a rectangle to a drawing.
pub(super) fn oblong(path: &mut Vec<Stroke>, (x, y): Spot, (wide, high): Spot) {
    path.extend([
        Stroke::Move((x, y)),
        Stroke::Line((x + wide, y)),
        Stroke::Line((x + wide, y + high)),
        Stroke::Line((x, y + high)),
        Stroke::Close,
    ]);
}

/// Adds a circle to a drawing.
pub(super) fn circle(path: &mut Vec<Stroke>, (x, y): Spot, r: f32) {
    let c = r * 0.552_285;
    path.extend([
        Stroke::Move((x + r, y)),
        Stroke::Curve((x + r, y + c), (x + c, y + r), (x, y + r)),
        Stroke::Curve((x - c, y + r), (x - r, y + c), (x - r, y)),
        Stroke::Curve((x - r, y - c), (x - c, y - r), (x, y - r)),
        Stroke::Curve((x + c, y - r), (x + r, y - c), (x + r, y)),
        Stroke::Close,
    ]);
}
