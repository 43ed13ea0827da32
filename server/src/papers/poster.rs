//! The sheet for the notice board: A3, to be read from a step and a half away. Where there is much, the type gets
//! smaller as far as that allows; then there is a second sheet.

use words::Lang;

use super::fonts::Voice;
use super::lines::{Line, Set, one};
use super::setter::{Column, Setter};
use super::sheet::{Colour, DIM, INK, Ink, MM, Mark, Role, Sheet, Spot, WHITE};
use super::slab::{Slab, baseline, height, lay};
use super::{icons, notice, placard};

const A3: Spot = (297.0 * MM, 420.0 * MM);
/// The double frame, from the edge.
const FRAME: f32 = 10.0 * MM;
/// The room inside.
pub(super) const LEFT: f32 = 25.0 * MM;
pub(super) const WIDTH: f32 = A3.0 - 2.0 * LEFT;
const TOP: f32 = 17.0 * MM;
const ROOM: f32 = A3.1 - TOP - 17.0 * MM;
/// The body at scale 1. Six and a half millimetres can still be read from a step and a half away: no scale goes below.
pub(super) const BODY: f32 = 27.0;
/// From line to line, in parts of the size, before spare room is spread.
pub(super) const LEADING: f32 = 1.36;
const SCALES: [f32; 13] =
    [1.45, 1.35, 1.25, 1.15, 1.08, 1.0, 0.95, 0.9, 0.85, 0.8, 0.76, 0.72, 0.685];

/// How large everything is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    pub(super) of: f32,
    pub(super) lang: Lang,
}

impl Scale {
    /// So many points at scale 1.
    pub(super) fn pt(self, points: f32) -> f32 {
        points * self.of
    }

    pub(super) fn set(self, points: f32, colour: Colour) -> Set {
        let size = self.pt(points);
        Set { size, pitch: size, colour, after: colour, latin: self.lang == Lang::En }
    }

    /// A column of lines that are set in so many points.
    pub(super) fn column(self, x: f32, width: f32, points: f32) -> Column {
        Column { x, width, indent: 0.0, leading: self.pt(points) * LEADING }
    }
}

/// The sheets, as few as can be, and as large as these allow.
pub(super) fn sheets(setter: &mut Setter) -> Vec<Sheet> {
    let smallest = SCALES[SCALES.len() - 1];
    let fewest = hung(setter, smallest, false).len();
    // the door is told where that costs no sheet; it has a sheet of its own
    let door = hung(setter, smallest, true).len() <= fewest;
    for scale in SCALES {
        let sheets = hung(setter, scale, door);
        if sheets.len() <= fewest {
            return sheets;
        }
    }
    hung(setter, smallest, door)
}

fn hung(setter: &mut Setter, of: f32, door: bool) -> Vec<Sheet> {
    setter.roles.clear();
    setter.slabs.clear();
    let scale = Scale { of, lang: setter.paper.lang };
    corner(setter, scale);
    title(setter, scale);
    notice::blocks(setter, scale);
    let tail = placard::of(setter, scale, door);
    let mut slabs = std::mem::take(&mut setter.slabs);
    spread(&mut slabs, &tail);
    let again = running_head(setter, scale);
    let sheets = lay(slabs, ROOM, Some(&again), &tail);
    let count = sheets.len();
    let sheet = |(nth, marks): (usize, Vec<Mark>)| {
        let mut all = frame();
        all.extend(marks.into_iter().map(|mark| mark.moved((0.0, TOP))));
        if count > 1 {
            all.extend(which(setter, nth + 1, count));
        }
        Sheet { size: A3, marks: all }
    };
    sheets.into_iter().enumerate().map(sheet).collect()
}

/// Where one sheet has room to spare, what stands on it stands further apart.
fn spread(slabs: &mut [Slab], tail: &Slab) {
    let gaps: f32 = slabs.iter().skip(1).map(|slab| slab.gap).sum();
    let spare = ROOM - tail.height - tail.gap - height(slabs, false);
    if spare > 0.0 && gaps > 0.0 {
        let wider = 1.0 + (spare * 0.9 / gaps).min(1.5);
        slabs.iter_mut().for_each(|slab| slab.gap *= wider);
    }
}

fn frame() -> Vec<Mark> {
    let (wide, high) = (A3.0 - 2.0 * FRAME, A3.1 - 2.0 * FRAME);
    let rules = |inset: f32, thick: f32| {
        let (x, y, wide, high) =
            (FRAME + inset, FRAME + inset, wide - 2.0 * inset, high - 2.0 * inset);
        [
            Mark::rule((x, y), (wide, thick), INK),
            Mark::rule((x, y + high - thick), (wide, thick), INK),
            Mark::rule((x, y), (thick, high), INK),
            Mark::rule((x + wide - thick, y), (thick, high), INK),
        ]
    };
    [rules(0.0, 3.2), rules(6.4, 1.6)].concat()
}

/// The bench and its name; which consultation, and until when it hangs.
fn corner(setter: &mut Setter, scale: Scale) {
    let paper = setter.paper;
    let words = paper.lang.words().papers();
    let high = scale.pt(72.0);
    let mut slab = Slab { height: high, keep: true, ..Slab::default() };
    slab.marks.push(icons::bench((LEFT, high / 2.0 - scale.pt(32.0)), scale.pt(50.0)));
    let part = setter.part(Role::Paragraph);
    let name = one(&mut setter.case, Voice::Title, words.name, &scale.set(36.0, INK));
    let at = (LEFT + scale.pt(64.0), baseline(high, name.size) - scale.pt(7.0));
    slab.marks.push(Mark { part: Some(part), at, ink: Ink::Text(name) });
    let until = paper.until.map(|day| (words.until)(&paper.lang.date(day, paper.issued)));
    let until = if paper.draft { Some(words.draft.to_owned()) } else { until };
    let lines: Vec<_> = [Some(paper.series.clone()), until].into_iter().flatten().collect();
    let first = high / 2.0 - scale.pt(7.0) - scale.pt(34.0) * lines.len() as f32 / 2.0;
    for (nth, text) in lines.iter().enumerate() {
        let part = setter.part(Role::Paragraph);
        let line = fitting(setter, text, scale.set(24.0, DIM), WIDTH * 0.65);
        let y = first + scale.pt(34.0) * nth as f32 + baseline(scale.pt(34.0), line.size);
        let at = (LEFT + WIDTH - line.width, y);
        slab.marks.push(Mark { part: Some(part), at, ink: Ink::Text(line) });
    }
    slab.marks.push(Mark::rule((LEFT, high - 3.0), (WIDTH, 3.0), INK));
    setter.slabs.push(slab);
}

/// A line in a smaller size where it would be too wide.
fn fitting(setter: &mut Setter, text: &str, how: Set, width: f32) -> Line {
    let line = one(&mut setter.case, Voice::Hei, text, &how);
    if line.width <= width {
        return line;
    }
    let size = how.size * width / line.width;
    one(&mut setter.case, Voice::Hei, text, &Set { size, pitch: size, ..how })
}

fn title(setter: &mut Setter, scale: Scale) {
    let title = &setter.paper.title;
    let longest = title.lines().map(|line| line.chars().count()).max().unwrap_or(1);
    // a title of a few words fills the sheet, a long one takes two lines of it
    let points = (WIDTH / scale.of / longest.max(1) as f32).clamp(50.0, 74.0);
    let column = Column { leading: scale.pt(points) * 1.18, ..scale.column(LEFT, WIDTH, points) };
    let how = scale.set(points, INK);
    for slab in setter.centred(Role::Title, (Voice::Title, title), &how, column) {
        slab.keep = true;
    }
    if let Some(slab) = setter.slabs.get_mut(1) {
        slab.gap = scale.pt(16.0);
    }
}

/// On every sheet but the first: what it belongs to.
fn running_head(setter: &mut Setter, scale: Scale) -> Slab {
    let paper = setter.paper;
    let text = format!("{} · {}", paper.series, paper.title.replace('\n', " "));
    let how = scale.set(24.0, DIM);
    let column = scale.column(LEFT, WIDTH, 24.0);
    let lines = super::lines::set(&mut setter.case, &[(Voice::Hei, &text)], &how, WIDTH, 0.0);
    let mut slab = Slab { height: 0.0, ..Slab::default() };
    for line in lines {
        let at = (LEFT, slab.height + baseline(column.leading, line.size));
        slab.marks.push(Mark { part: None, at, ink: Ink::Text(line) });
        slab.height += column.leading;
    }
    slab.height += scale.pt(12.0);
    slab.marks.push(Mark::rule((LEFT, slab.height - 2.0), (WIDTH, 2.0), INK));
    slab
}

/// Which sheet of how many, in a gap of the frame's lower edge.
fn which(setter: &mut Setter, nth: usize, count: usize) -> [Mark; 2] {
    let lang = setter.paper.lang;
    let text = (lang.words().papers().sheet)(nth, count);
    let line = one(&mut setter.case, Voice::Hei, &text, &Scale { of: 1.0, lang }.set(18.0, DIM));
    let (x, y) = ((A3.0 - line.width) / 2.0, A3.1 - FRAME - 4.0);
    let at = (x, y + line.size * 0.38);
    let gap = Mark::rule((x - 14.0, y - 8.0), (line.width + 28.0, 16.0), WHITE);
    [gap, Mark { part: None, at, ink: Ink::Text(line) }]
}
