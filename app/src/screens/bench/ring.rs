//! Where the seats stand: two rings around whoever speaks, no tile over another, for whatever number fits a phone.
//!
//! The rings are squares with round shoulders: corners of tiles touch first where a circle turns, and there such a
//! ring gives them room. It is laid out for the narrowest phone, and only becomes roomier on a wider one.

/// The width that is laid out for, in pixels: a phone of 360 less its margins.
const WIDTH: f64 = 348.0;
/// How tall a tile is, in pixels: what a finger needs.
const TILE: f64 = 44.0;
/// How wide it is, where there is room, and where it must be narrow.
const WIDE: f64 = 48.0;
const NARROW: f64 = 44.0;
/// What stays free around a ring, in pixels: for the badge over a tile and the dots under it.
const EDGE: f64 = 10.0;
/// Half of what the middle takes, in pixels.
const MIDDLE: f64 = 57.0;
/// Points in a quarter of a ring.
const QUARTER: u32 = 24;
/// Fewer than these need no ring.
const FEW: usize = 5;
/// More than these find no room on a phone.
const MANY: usize = 40;
/// So many find room in the inner ring at most, and in the outer.
const INSIDE: usize = 17;
const OUTSIDE: usize = 23;

/// A way to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ring {
    /// Where each stands, in thousandths of width and height; those of the inner ring first.
    pub(super) at: Vec<(i32, i32)>,
    /// How tall the whole is, its width being 1000.
    pub(super) tall: i32,
    /// Whether the tiles are as narrow as can be.
    pub(super) narrow: bool,
    /// The lines that the seats stand on, inner and outer, as a path in these units.
    pub(super) lines: String,
}

/// A point, from the middle.
type Point = (f64, f64);

/// Where so many stand: those who belong inside, as long as there is room, and the others outside. Nothing when there
/// are too few for a ring or too many for a phone.
pub(super) fn ring(inside: usize, all: usize) -> Option<Ring> {
    if !(FEW..=MANY).contains(&all) {
        return None;
    }
    // whoever finds no room inside moves out, and the other way round
    let inside = inside.clamp(all.saturating_sub(OUTSIDE), INSIDE).min(all);
    // a little taller before anybody moves, then narrower, then much taller
    let steady = (0..=3).map(|step| (WIDE, step, 1));
    let wide = (0..=if all > 32 { -1 } else { 5 }).map(|step| (WIDE, step, 6));
    let narrow = (0..=14).map(|step| (NARROW, step, 6));
    for (tile, step, moves) in steady.chain(wide).chain(narrow) {
        let size = (tile, WIDTH * (1.0 + 0.05 * f64::from(step)));
        for moved in 0..moves {
            for inner in [inside.saturating_sub(moved), (inside + moved).min(all)] {
                if let Some(found) = stand(inner, all - inner, size) {
                    return Some(found);
                }
            }
        }
    }
    None
}

/// Both rings, turned against each other until no tile lies over another.
fn stand(inner: usize, outer: usize, (tile, height): (f64, f64)) -> Option<Ring> {
    let wide = ((WIDTH - tile) / 2.0, (height - TILE) / 2.0 - EDGE);
    let close = (wide.0 - tile - 6.0, wide.1 - TILE - EDGE);
    let (outline, inline) = (outline(wide), outline(close));
    let turned = |outline: &[Point], count: usize| -> Vec<Vec<Point>> {
        let turns = (0..8).map(|turn| spread(outline, count, f64::from(turn) / 8.0));
        turns.filter(|places| apart(places, tile)).collect()
    };
    let outsides = turned(&outline, outer);
    let mut insides = if outsides.is_empty() { Vec::new() } else { turned(&inline, inner) };
    insides.retain(|places| places.iter().all(|at| clear_of_middle(*at, tile)));
    for inside in insides {
        for outside in &outsides {
            let mut all = inside.clone();
            all.extend(outside);
            if apart(&all, tile) {
                let place = |(x, y): Point| {
                    (whole(500.0 + 1000.0 * x / WIDTH), whole(500.0 + 1000.0 * y / height))
                };
                return Some(Ring {
                    at: all.into_iter().map(place).collect(),
                    tall: whole(1000.0 * height / WIDTH),
                    narrow: tile < WIDE,
                    lines: format!("{}{}", drawn(&inline, height), drawn(&outline, height)),
                });
            }
        }
    }
    None
}

/// A square with round shoulders, |x|³ + |y|³ = 1 stretched to these half axes; from the top, with the clock.
fn outline((a, b): Point) -> Vec<Point> {
    let mut points = Vec::new();
    // a quarter of a circle without a sine, and turned three times
    for turn in 0..4 {
        for step in 0..QUARTER {
            let t = f64::from(step) / f64::from(QUARTER);
            let (x, y) = (2.0 * t / (1.0 + t * t), (t * t - 1.0) / (1.0 + t * t));
            let (x, y) = match turn {
                0 => (x, y),
                1 => (-y, x),
                2 => (-x, -y),
                _ => (y, -x),
            };
            let length = cube_root(x.abs() * x * x + y.abs() * y * y);
            points.push((a * x / length, b * y / length));
        }
    }
    points
}

/// The cube root of something between a half and one, as near as need be.
fn cube_root(of: f64) -> f64 {
    let mut root = 1.0;
    for _ in 0..5 {
        root -= (root * root * root - of) / (3.0 * root * root);
    }
    root
}

/// So many places along an outline, equally far apart, the first a part of a place further than its beginning.
fn spread(outline: &[Point], count: usize, turned: f64) -> Vec<Point> {
    let edges = outline.iter().zip(outline.iter().cycle().skip(1));
    let edges: Vec<(Point, Point, f64)> =
        edges.map(|(from, to)| (*from, *to, (to.0 - from.0).hypot(to.1 - from.1))).collect();
    let around: f64 = edges.iter().map(|(.., length)| length).sum();
    let apart = around / f64::from(u32::try_from(count.max(1)).unwrap_or(1));
    let mut next = apart * turned;
    let mut walked = 0.0;
    let mut places = Vec::with_capacity(count);
    for (from, to, length) in edges {
        while places.len() < count && next < walked + length {
            let part = (next - walked) / length;
            places.push((from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1)));
            next += apart;
        }
        walked += length;
    }
    places
}

/// Whether no tile lies over another.
fn apart(places: &[Point], tile: f64) -> bool {
    places.iter().enumerate().all(|(at, one)| {
        let others = places.get(at + 1..).unwrap_or_default();
        others
            .iter()
            .all(|other| (one.0 - other.0).abs() >= tile || (one.1 - other.1).abs() >= TILE)
    })
}

/// Whether a tile leaves the middle free.
fn clear_of_middle((x, y): Point, tile: f64) -> bool {
    let (x, y) = ((x.abs() - tile / 2.0).max(0.0), (y.abs() - TILE / 2.0).max(0.0));
    x.hypot(y) >= MIDDLE
}

/// An outline as a path in a picture 1000 wide.
fn drawn(outline: &[Point], height: f64) -> String {
    let mut path = String::new();
    for (x, y) in outline {
        let scale = 1000.0 / WIDTH;
        let (x, y) = (whole(500.0 + scale * x), whole(scale * (height / 2.0 + y)));
        let step = if path.is_empty() { 'M' } else { 'L' };
        path.push_str(&format!("{step}{x} {y}"));
    }
    path.push('Z');
    path
}

/// To the next whole number: printing decimals would be 10 KB of code.
#[expect(clippy::cast_possible_truncation, reason = "a few thousand at most")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::{Ring, ring};

    /// Whether nothing lies over anything on a page of this width; as the style sheet makes the tiles.
    fn fits(ring: &Ring, page: f64) -> Result<(), String> {
        let width = (page - 12.0).min(384.0);
        let tall = f64::from(ring.tall) * width / 1000.0;
        let (tile, height) = (if ring.narrow { 44.0_f64 } else { 0.1378 * width }, 44.0);
        let at: Vec<(f64, f64)> = ring
            .at
            .iter()
            .map(|(x, y)| (f64::from(*x) * width / 1000.0, f64::from(*y) * tall / 1000.0))
            .collect();
        let middle = (width / 2.0, tall / 2.0);
        for (n, one) in at.iter().enumerate() {
            if one.0 < tile / 2.0 - 0.5 || one.0 > width - tile / 2.0 + 0.5 {
                return Err(format!("{n} sticks out"));
            }
            let near =
                ((one.0 - middle.0).abs() - tile / 2.0, (one.1 - middle.1).abs() - height / 2.0);
            if near.0.max(0.0).hypot(near.1.max(0.0)) < 0.16 * width {
                return Err(format!("{n} lies over the middle"));
            }
            for (m, other) in at.iter().enumerate().skip(n + 1) {
                if (one.0 - other.0).abs() < tile - 0.4 && (one.1 - other.1).abs() < height - 0.4 {
                    return Err(format!("{n} lies over {m}"));
                }
            }
        }
        Ok(())
    }

    #[test]
    fn no_tile_lies_over_another_for_5_to_40_people_on_phones_of_360_and_390() {
        for all in 5..=40 {
            for inside in 0..=all {
                let found =
                    ring(inside, all).unwrap_or_else(|| panic!("{inside} of {all} find no place"));
                assert_eq!(found.at.len(), all);
                for page in [360.0, 390.0, 412.0] {
                    assert_eq!(fits(&found, page), Ok(()), "{inside} of {all} on {page}");
                }
            }
        }
    }

    #[test]
    fn the_evening_of_the_sample_fits_without_scrolling_far() {
        let found = ring(11, 25).expect("25 people have a ring");
        assert!(found.tall <= 1160, "{} tall", found.tall);
        assert!(!found.narrow, "names of three letters have room");
    }

    #[test]
    fn a_handful_and_a_crowd_are_a_list() {
        assert_eq!(ring(4, 4), None);
        assert_eq!(ring(20, 41), None);
    }
}
