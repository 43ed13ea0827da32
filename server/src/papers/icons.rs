//! Small drawings of the poster, on a field of 24 by 24: the bench, the flag of a dissent, the shapes of the answers.

use domain::session::Verdict;

use super::sheet::{Colour, DIM, Ink, Mark, OCHRE, PINE, PLUM, Paint, Spot, Stroke, WHITE};
use super::square::{circle, oblong};

/// How thick their lines are.
const PEN: f32 = 1.7;

/// The colour of an answer; its shape and its word say the same.
pub(super) fn colour(verdict: Verdict) -> Colour {
    match verdict {
        Verdict::Adopted => PINE,
        Verdict::Partly | Verdict::Deferred => OCHRE,
        Verdict::Reference => DIM,
        Verdict::Declined => PLUM,
    }
}

/// ● ◐ ◇ ⏸ ⊘
pub(super) fn verdict(verdict: Verdict, at: Spot, wide: f32) -> Vec<Mark> {
    let (field, colour) = (Field { at, unit: wide / 24.0 }, colour(verdict));
    let (mut ring, mut inside) = (Vec::new(), Vec::new());
    circle(&mut ring, (12.0, 12.0), 7.6);
    match verdict {
        Verdict::Adopted => {
            circle(&mut inside, (12.0, 12.0), 8.4);
            let tick = polyline(&[(8.0, 12.4), (10.8, 15.1), (16.0, 9.5)]);
            vec![field.filled(inside, colour), field.drawn(tick, WHITE)]
        }
        Verdict::Partly => {
            inside.push(Stroke::Move((12.0, 4.4)));
            inside.push(Stroke::Curve((16.2, 4.4), (19.6, 7.8), (19.6, 12.0)));
            inside.push(Stroke::Curve((19.6, 16.2), (16.2, 19.6), (12.0, 19.6)));
            inside.push(Stroke::Close);
            vec![field.drawn(ring, colour), field.filled(inside, colour)]
        }
        Verdict::Reference => {
            let mut gem = polyline(&[(12.0, 4.5), (19.5, 12.0), (12.0, 19.5), (4.5, 12.0)]);
            gem.push(Stroke::Close);
            vec![field.drawn(gem, colour)]
        }
        Verdict::Deferred => {
            oblong(&mut inside, (9.0, 8.4), (2.1, 7.2));
            oblong(&mut inside, (12.9, 8.4), (2.1, 7.2));
            vec![field.drawn(ring, colour), field.filled(inside, colour)]
        }
        Verdict::Declined => {
            let bar = polyline(&[(7.0, 17.0), (17.0, 7.0)]);
            vec![field.drawn(ring, colour), field.drawn(bar, colour)]
        }
    }
}

/// The bench.
pub(super) fn bench(at: Spot, wide: f32) -> Mark {
    let mut path = Vec::new();
    oblong(&mut path, (3.0, 8.5), (18.0, 3.2));
    path.extend(polyline(&[(6.8, 11.7), (5.0, 19.0)]));
    path.extend(polyline(&[(17.2, 11.7), (19.0, 19.0)]));
    path.extend(polyline(&[(7.9, 15.6), (16.1, 15.6)]));
    Field { at, unit: wide / 24.0 }.drawn(path, PINE)
}

/// The flag.
pub(super) fn flag(at: Spot, wide: f32, colour: Colour) -> Mark {
    let path =
        polyline(&[(6.0, 21.0), (6.0, 4.0), (17.5, 4.0), (14.9, 8.0), (17.5, 12.0), (6.0, 12.0)]);
    Field { at, unit: wide / 24.0 }.drawn(path, colour)
}

struct Field {
    at: Spot,
    unit: f32,
}

impl Field {
    fn drawn(&self, path: Vec<Stroke>, colour: Colour) -> Mark {
        self.mark(path, Paint::Line(PEN * self.unit, colour))
    }

    fn filled(&self, path: Vec<Stroke>, colour: Colour) -> Mark {
        self.mark(path, Paint::Fill(colour))
    }

    fn mark(&self, path: Vec<Stroke>, paint: Paint) -> Mark {
        let to = |(x, y): Spot| (x * self.unit, y * self.unit);
        let scaled = |stroke| match stroke {
            Stroke::Move(at) => Stroke::Move(to(at)),
            Stroke::Line(at) => Stroke::Line(to(at)),
            Stroke::Curve(one, two, at) => Stroke::Curve(to(one), to(two), to(at)),
            Stroke::Close => Stroke::Close,
        };
        let path = path.into_iter().map(scaled).collect();
        Mark { part: None, at: self.at, ink: Ink::Path(path, paint) }
    }
}

fn polyline(points: &[Spot]) -> Vec<Stroke> {
    let mut strokes: Vec<_> = points.iter().copied().map(Stroke::Line).collect();
    if let (Some(first), Some(at)) = (strokes.first_mut(), points.first()) {
        *first = Stroke::Move(*at);
    }
    strokes
}
