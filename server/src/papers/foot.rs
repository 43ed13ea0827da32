//! What stands at the foot of the minutes: how to verify them, who gets a copy, who issued them when.

use super::fonts::Voice;
use super::lines::{Line, Set, one};
use super::minutes::{COLUMN, FIELD, LEFT, ROW, SMALL, WIDTH, type_of};
use super::paper::Seal;
use super::setter::{Column, Setter};
use super::sheet::{BLACK, Ink, MM, Mark, Role};
use super::slab::{Slab, baseline, height};
use super::square;

/// All of it, in one slab.
pub(super) fn of(setter: &mut Setter) -> Slab {
    let above = std::mem::take(&mut setter.slabs);
    let paper = setter.paper;
    if let Some(seal) = &paper.seal {
        verification(setter, seal);
    }
    let record = setter.slabs.len();
    let words = paper.lang.words().papers();
    let small = type_of(paper.lang, SMALL);
    let inner = Column { x: LEFT + FIELD / 2.0, width: WIDTH - FIELD, ..COLUMN };
    if let Some(copies) = &paper.copies {
        let copies = (words.copies)(copies);
        setter.text(Role::Paragraph, &[(Voice::Song, &copies)], &small, inner);
        rule_below(setter, 0.7);
    }
    let issued = (words.issued)(&paper.lang.date(paper.issued, 0));
    apart_in(setter, &paper.issuer, &issued, &small, (inner.x, inner.width));
    rule_below(setter, 1.0);
    if let Some(slab) = setter.slabs.get_mut(record) {
        slab.marks.push(Mark::rule((LEFT, 0.0), (WIDTH, 1.0), BLACK));
    }
    let slabs = std::mem::replace(&mut setter.slabs, above);
    let mut whole = Slab { height: height(&slabs, false), ..Slab::default() };
    let mut at = 0.0;
    for slab in slabs {
        whole.marks.extend(slab.marks.into_iter().map(|mark| mark.moved((0.0, at))));
        at += slab.height;
    }
    whole
}

/// Code and how to use it on the left, the square on the right.
fn verification(setter: &mut Setter, seal: &Seal) {
    let lang = setter.paper.lang;
    let words = lang.words().papers();
    let small = type_of(lang, SMALL);
    let wide = 3.0 * ROW - 2.0 * MM;
    let beside = Column { x: LEFT + FIELD / 2.0, width: WIDTH - wide - 2.0 * FIELD, ..COLUMN };
    let first = setter.slabs.len();
    let code = (words.said)(words.code, "");
    let pieces = [(Voice::Hei, code.as_str()), (Voice::Loud, seal.code.as_str())];
    setter.text(Role::Paragraph, &pieces, &small, beside);
    setter.text(Role::Paragraph, &[(Voice::Song, words.verify)], &small, beside);
    setter.text(Role::Paragraph, &[(Voice::Song, words.no_stamp)], &small, beside);
    let lines = setter.slabs.len() - first;
    (lines..3).for_each(|_| setter.slabs.push(Slab { height: ROW, ..Slab::default() }));
    let part = setter.part(Role::Figure(words.square.to_owned()));
    let at = (LEFT + WIDTH - wide, ROW * 1.5 - wide / 2.0);
    let square = square::code(&seal.link, part, at, wide);
    if let Some(slab) = setter.slabs.get_mut(first) {
        slab.gap = 0.0;
        slab.marks.extend(square);
    }
}

fn rule_below(setter: &mut Setter, thick: f32) {
    if let Some(slab) = setter.slabs.last_mut() {
        slab.marks.push(Mark::rule((LEFT, slab.height - thick), (WIDTH, thick), BLACK));
    }
}

/// One text at the left edge and one at the right.
pub(super) fn apart(setter: &mut Setter, left: &str, right: &str, how: &Set) {
    apart_in(setter, left, right, how, (LEFT, WIDTH));
}

/// The same between other edges; gives how wide the left one is. Where both do not fit in a line, there are more.
pub(super) fn apart_in(
    setter: &mut Setter,
    left: &str,
    right: &str,
    how: &Set,
    (x, width): (f32, f32),
) -> f32 {
    let end: Line = one(&mut setter.case, Voice::Song, right, how);
    let room = width - end.width - how.size;
    let slabs = setter.text(
        Role::Paragraph,
        &[(Voice::Song, left)],
        how,
        Column { x, width: room, indent: 0.0, leading: ROW },
    );
    let wide =
        slabs.last().and_then(|slab| slab.marks.first()).map_or(0.0, |mark| match &mark.ink {
            Ink::Text(line) => line.width,
            Ink::Box(..) | Ink::Path(..) | Ink::Turned(..) => 0.0,
        });
    let part = setter.part(Role::Paragraph);
    if let Some(slab) = setter.slabs.last_mut().filter(|_| !right.is_empty()) {
        let at = (x + width - end.width, baseline(ROW, how.size));
        slab.marks.push(Mark { part: Some(part), at, ink: Ink::Text(end) });
    }
    wide
}
