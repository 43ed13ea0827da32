//! The foot of a poster: the square code, the check code, the seal, the door that needs no account, and where to turn.

use super::fonts::Voice;
use super::paper::Seal;
use super::poster::{LEFT, Scale, WIDTH};
use super::setter::{Column, Setter, balanced};
use super::sheet::{Colour, DIM, INK, Ink, MM, Mark, Role};
use super::slab::{Slab, baseline};
use super::square;

/// All of it, in one slab.
pub(super) fn of(setter: &mut Setter, scale: Scale, door: bool) -> Slab {
    let mut foot = Slab { gap: scale.pt(18.0), ..Slab::default() };
    if let Some(seal) = &setter.paper.seal {
        verification(setter, scale, seal, &mut foot);
    }
    let roles = scale.lang.words().papers().roles;
    let top = foot.height;
    let beside = if door { self::door(setter, scale, &mut foot) } else { 0.0 };
    let column = scale.column(LEFT + beside, WIDTH - beside, 20.5);
    below(setter, &mut foot, (Voice::Hei, roles), (20.5, DIM), column, scale);
    foot.height = foot.height.max(top + beside);
    foot
}

fn verification(setter: &mut Setter, scale: Scale, seal: &Seal, foot: &mut Slab) {
    let words = scale.lang.words().papers();
    let wide = (50.0 * MM * scale.of).max(38.0 * MM);
    let stamp = wide * 0.86;
    let part = setter.part(Role::Figure(words.square.to_owned()));
    let code = square::code(&seal.link, part, (LEFT, 0.0), wide);
    let beside = if code.is_some() { wide + scale.pt(16.0) } else { 0.0 };
    foot.marks.extend(code);
    let room = WIDTH - beside - stamp - scale.pt(40.0);
    let column = |points| scale.column(LEFT + beside, room, points);
    foot.height = wide * 0.06;
    below(setter, foot, (Voice::Hei, words.code), (24.0, DIM), column(24.0), scale);
    below(setter, foot, (Voice::Loud, &seal.code), (50.0, INK), column(46.0), scale);
    below(setter, foot, (Voice::Hei, words.verify), (22.0, DIM), column(22.0), scale);
    let part = setter.part(Role::Figure(words.sealed.to_owned()));
    let middle = (LEFT + WIDTH - stamp * 0.56, wide / 2.0);
    foot.marks.push(square::seal(&mut setter.case, words.seal, part, middle, stamp));
    foot.height = foot.height.max(wide) + scale.pt(10.0);
}

/// Where somebody without an account raises an issue: a smaller square, so that nobody takes it for the one above. Gives
/// the room it takes beside what stands next to it.
fn door(setter: &mut Setter, scale: Scale, foot: &mut Slab) -> f32 {
    let Some(link) = &setter.paper.door else { return 0.0 };
    let words = scale.lang.words().papers();
    let wide = (31.0 * MM * scale.of).max(26.0 * MM);
    let part = setter.part(Role::Figure(words.door_square.to_owned()));
    let Some(code) = square::code(link, part, (LEFT, foot.height), wide) else { return 0.0 };
    foot.marks.push(code);
    let beside = wide + scale.pt(8.0);
    let column = scale.column(LEFT + beside, WIDTH - beside, 24.0);
    below(setter, foot, (Voice::Hei, words.door), (24.0, INK), column, scale);
    beside
}

/// Sets a text below what is there already.
fn below(
    setter: &mut Setter,
    foot: &mut Slab,
    piece: (Voice, &str),
    (points, colour): (f32, Colour),
    column: Column,
    scale: Scale,
) {
    let part = setter.part(Role::Paragraph);
    for line in balanced(&mut setter.case, piece, &scale.set(points, colour), column.width) {
        let at = (column.x, foot.height + baseline(column.leading, line.size));
        foot.marks.push(Mark { part: Some(part), at, ink: Ink::Text(line) });
        foot.height += column.leading;
    }
}
