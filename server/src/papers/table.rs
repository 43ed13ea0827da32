//! The table of the minutes: who does what, with whom, until when. Its rows keep to the grid, and its heads are told
//! again on a new page.

use words::Lang;

use super::fonts::Voice;
use super::lines::{Line, set};
use super::minutes::{LEFT, ROW, SMALL, WIDTH, day, type_of};
use super::paper::Action;
use super::setter::Setter;
use super::sheet::{BLACK, Ink, Mark, Role};
use super::slab::{Frame, Slab, centred};

const AIR: f32 = 4.0;

pub(super) fn actions(setter: &mut Setter, actions: &[Action]) {
    let lang = setter.paper.lang;
    let [what, who, with, by] = lang.words().papers().columns;
    let partners = actions.iter().any(|action| action.partners.is_some());
    let parts: &[f32] = match (partners, lang) {
        (true, Lang::Zh) => &[0.36, 0.18, 0.26, 0.20],
        (true, Lang::En) => &[0.32, 0.23, 0.23, 0.22],
        (false, Lang::Zh | Lang::En) => &[0.50, 0.28, 0.22],
    };
    let edges: Vec<f32> = parts.iter().fold(vec![LEFT], |mut edges, part| {
        edges.push(edges.last().copied().unwrap_or(LEFT) + part * WIDTH);
        edges
    });
    let heads = [Some(what), Some(who), partners.then_some(with), Some(by)];
    let heads: Vec<String> = heads.into_iter().flatten().map(str::to_owned).collect();
    let first = setter.slabs.len();
    row(setter, &heads, &edges, 0);
    setter.slabs[first..].iter_mut().for_each(|slab| slab.keep = true);
    let again = setter.slabs.last().cloned().map(told_again);
    for (nth, action) in actions.iter().enumerate() {
        let with = partners.then(|| action.partners.clone().unwrap_or_default());
        let cells =
            [Some(action.what.clone()), Some(action.who.clone()), with, Some(day(lang, action.by))];
        let cells: Vec<String> = cells.into_iter().flatten().collect();
        let from = setter.slabs.len();
        row(setter, &cells, &edges, nth + 1);
        for slab in &mut setter.slabs[from..] {
            slab.again = again.clone().map(Box::new);
        }
    }
    if let Some(frame) = setter.slabs.last_mut().and_then(|slab| slab.frame.as_mut()) {
        frame.last = true;
    }
}

/// As it is seen on the next page, where it is not read a second time.
fn told_again(mut slab: Slab) -> Slab {
    slab.marks.iter_mut().for_each(|mark| mark.part = None);
    slab.keep = false;
    slab
}

/// One row: short cells stand in the middle, long ones begin on the left. It is one slab, unless it is so high that a
/// page might have to part it; then each of its lines is one.
fn row(setter: &mut Setter, cells: &[String], edges: &[f32], nth: usize) {
    let how = type_of(setter.paper.lang, SMALL);
    let voice = if nth == 0 { Voice::Hei } else { Voice::Song };
    let mut columns = Vec::new();
    for (cell, edge) in cells.iter().zip(edges.windows(2)) {
        let width = edge[1] - edge[0] - 2.0 * AIR;
        columns.push(set(&mut setter.case, &[(voice, cell)], &how, width, 0.0));
    }
    let high = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let each = if high < 8 { high } else { 1 };
    let mut slabs: Vec<Slab> = (0..high / each)
        .map(|nth| {
            let frame = Frame { first: nth == 0, ..Frame::grid(edges, 0.8, BLACK) };
            Slab { height: ROW * each as f32, frame: Some(frame), ..Slab::default() }
        })
        .collect();
    for (lines, edge) in columns.into_iter().zip(edges.windows(2)) {
        let part = setter.part(Role::Cell(nth, nth == 0));
        let short = lines.len() == 1;
        let down = if each > 1 { (high - lines.len()) as f32 / 2.0 } else { 0.0 };
        for (at, line) in lines.into_iter().enumerate() {
            let down = (down + (at % each) as f32) * ROW;
            if let Some(slab) = slabs.get_mut(at / each) {
                slab.marks.push(placed(line, edge, short, part).moved((0.0, down)));
            }
        }
    }
    setter.slabs.extend(slabs);
}

fn placed(line: Line, edge: &[f32], short: bool, part: usize) -> Mark {
    let (mut at, size) = ((edge[0] + AIR, 0.0), line.size);
    let middle = centred(edge[0], edge[1] - edge[0], line.width, ROW, size);
    at = if short { middle } else { (at.0, middle.1) };
    Mark { part: Some(part), at, ink: Ink::Text(line) }
}
