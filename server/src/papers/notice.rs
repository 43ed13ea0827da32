//! The blocks of a poster.

use super::figures::counted;
use super::fonts::Voice;
use super::icons;
use super::lines::{Line, Piece, Set, one, set};
use super::minutes::day;
use super::paper::{Action, Answer, Block, Fact, Said, Signature};
use super::poster::{BODY, LEADING, LEFT, Scale, WIDTH};
use super::setter::{Column, Setter};
use super::sheet::{Colour, DIM, HAIR, INK, Ink, Mark, PINE, Role};
use super::slab::{Frame, Slab, baseline};

const LABEL: f32 = 24.0;
const NOTE: f32 = 23.5;

/// All of them, in order.
pub(super) fn blocks(setter: &mut Setter, scale: Scale) {
    let mut item = 0;
    for block in &setter.paper.blocks {
        let from = setter.slabs.len();
        let mut gap = 4.0;
        match block {
            Block::Heading(text) => {
                (item, gap) = (0, 18.0);
                heading(setter, scale, text);
            }
            Block::Paragraph(text) => {
                let how = scale.set(NOTE, DIM);
                let column = scale.column(LEFT, WIDTH, NOTE);
                setter.text(Role::Paragraph, &[(Voice::Hei, text)], &how, column);
            }
            Block::Item(text) => {
                item += 1;
                let mark = counted(scale.lang, item, true);
                hung(setter, scale, &mark, &[(Voice::Song, text)]);
            }
            Block::Statement(said) => statement(setter, scale, said),
            Block::Dissent(said) => (gap, _) = (16.0, dissent(setter, scale, said)),
            Block::Answers(answers) => {
                gap = 8.0;
                answers.iter().for_each(|answer| one_answer(setter, scale, answer));
            }
            Block::Actions(actions) => (gap, _) = (8.0, table(setter, scale, actions)),
            Block::Facts(facts) => (gap, _) = (14.0, all_facts(setter, scale, facts)),
            Block::Signatures(places) => {
                places.iter().for_each(|place| signature(setter, scale, place));
            }
        }
        if let Some(slab) = setter.slabs.get_mut(from) {
            slab.gap = scale.pt(gap);
        }
    }
}

fn heading(setter: &mut Setter, scale: Scale, text: &str) {
    let how = scale.set(34.0, INK);
    let role = Role::Heading(text.to_owned());
    let column = scale.column(LEFT, WIDTH, 32.0);
    let slabs = setter.text(role, &[(Voice::Title, text)], &how, column);
    slabs.iter_mut().for_each(|slab| slab.keep = true);
}

/// A text that hangs behind its number.
fn hung(setter: &mut Setter, scale: Scale, mark: &str, pieces: &[Piece]) {
    let mark = one(&mut setter.case, Voice::Hei, mark, &scale.set(BODY, PINE));
    let indent = mark.width.max(scale.pt(BODY) * 2.0);
    let column = scale.column(LEFT + indent, WIDTH - indent, BODY + 2.0);
    let how = scale.set(BODY + 2.0, INK);
    setter.text(Role::Paragraph, pieces, &how, column);
    let from = setter.slabs.len() - 1;
    before(setter, from, mark, LEFT);
}

/// Puts a line to the left of the last text, and before it in the reading.
fn before(setter: &mut Setter, from: usize, line: Line, x: f32) {
    let part = setter.roles.len() - 1;
    let first = (0..=from).rev().take_while(|at| is_of(&setter.slabs[*at], part)).last();
    if let Some(slab) = first.and_then(|at| setter.slabs.get_mut(at)) {
        let at = (x, baseline(slab.height, line.size));
        slab.marks.insert(0, Mark { part: Some(part), at, ink: Ink::Text(line) });
    }
}

fn is_of(slab: &Slab, part: usize) -> bool {
    slab.marks.iter().any(|mark| mark.part == Some(part))
}

/// People's words in quotation marks, and behind them, more quietly, whose they are.
fn statement(setter: &mut Setter, scale: Scale, said: &Said) {
    quote(setter, scale, said, scale.column(LEFT, WIDTH, BODY + 1.0));
}

fn quote(setter: &mut Setter, scale: Scale, Said { speaker, text }: &Said, column: Column) {
    let quoted = (scale.lang.words().papers().quoted)(text);
    let speaker = format!("  {speaker}");
    let pieces = [(Voice::Song, quoted.as_str()), (Voice::Hei, speaker.as_str())];
    let how = Set { after: DIM, ..scale.set(BODY, INK) };
    setter.text(Role::Quote, &pieces, &how, column);
}

fn dissent(setter: &mut Setter, scale: Scale, said: &Said) {
    let words = scale.lang.words().papers();
    let (from, inset) = (setter.slabs.len(), scale.pt(22.0));
    let (x, width) = (LEFT + inset, WIDTH - 2.0 * inset);
    let air = || Slab { height: scale.pt(11.0), keep: true, ..Slab::default() };
    setter.slabs.push(air());
    let icon = scale.pt(34.0);
    let title = scale.column(x + icon, width - icon, 32.0);
    let role = Role::Heading(words.dissent.to_owned());
    let slabs = setter.text(role, &[(Voice::Title, words.dissent)], &scale.set(32.0, INK), title);
    if let Some(slab) = slabs.first_mut() {
        slab.marks.push(icons::flag((x - scale.pt(4.0), (slab.height - icon) / 2.0), icon, INK));
    }
    quote(setter, scale, said, scale.column(x, width, BODY + 1.0));
    setter.slabs.push(air());
    let last = setter.slabs.len() - 1;
    for (nth, slab) in setter.slabs.iter_mut().enumerate().skip(from) {
        let frame = Frame::double(LEFT, WIDTH, scale.pt(2.4), INK);
        slab.frame = Some(Frame { first: nth == from, last: nth == last, ..frame });
        slab.keep = nth < last;
    }
}

/// What became of it with its shape and its word; the advice; and why.
fn one_answer(setter: &mut Setter, scale: Scale, answer: &Answer) {
    let colour = icons::colour(answer.verdict);
    let indent = scale.pt(if scale.lang == words::Lang::Zh { 168.0 } else { 236.0 });
    let from = setter.slabs.len();
    let beside = scale.column(LEFT + indent, WIDTH - indent, BODY);
    // the reason follows on the same line, as long as there is room
    let reason = answer.reason.as_ref().map(|reason| format!(" {reason}"));
    let pieces =
        [(Voice::Hei, answer.advice.as_str()), (Voice::Hei, reason.as_deref().unwrap_or_default())];
    let how = Set { after: DIM, ..scale.set(BODY, INK) };
    setter.text(Role::Paragraph, &pieces, &how, beside);
    let word = words::session::verdict(scale.lang, answer.verdict);
    let word = one(&mut setter.case, Voice::Loud, word, &scale.set(LABEL, colour));
    before(setter, setter.slabs.len() - 1, word, LEFT + scale.pt(42.0));
    if let Some(slab) = setter.slabs.get_mut(from) {
        let (wide, at) = (scale.pt(34.0), (LEFT, (slab.height - scale.pt(34.0)) / 2.0));
        slab.marks.splice(0..0, icons::verdict(answer.verdict, at, wide));
    }
    closed(setter, from, scale);
}

/// A row of lines is held together, with a hairline below and some air above it.
fn closed(setter: &mut Setter, from: usize, scale: Scale) {
    let last = setter.slabs.len().saturating_sub(1);
    for slab in setter.slabs.iter_mut().take(last).skip(from) {
        slab.keep = true;
    }
    if let Some(slab) = setter.slabs.get_mut(from) {
        slab.gap = scale.pt(4.0);
    }
    if let Some(slab) = setter.slabs.last_mut() {
        slab.height += scale.pt(5.0);
        slab.marks.push(Mark::rule((LEFT, slab.height - 1.0), (WIDTH, 1.0), HAIR));
    }
}

fn table(setter: &mut Setter, scale: Scale, actions: &[Action]) {
    let [what, who, _, by] = scale.lang.words().papers().columns;
    // a day is not broken: its column is as wide as the longest
    let days: Vec<String> = actions.iter().map(|action| day(scale.lang, action.by)).collect();
    let mut wide =
        |day: &String| one(&mut setter.case, Voice::Hei, day, &scale.set(BODY, INK)).width;
    let last = days.iter().map(&mut wide).fold(scale.pt(BODY) * 4.0, f32::max).min(WIDTH / 3.0);
    let rest = WIDTH - last - scale.pt(4.0);
    let edges = [LEFT, LEFT + rest * 0.54, LEFT + rest, LEFT + WIDTH + scale.pt(14.0)];
    row(setter, scale, &edges, [(what, ""), (who, ""), (by, "")], 0);
    if let Some(slab) = setter.slabs.last_mut() {
        slab.keep = true;
    }
    for (nth, (action, by)) in actions.iter().zip(&days).enumerate() {
        let partners = action.partners.as_ref().map(|with| format!(" {with}"));
        let who = (action.who.as_str(), partners.as_deref().unwrap_or_default());
        row(setter, scale, &edges, [(&action.what, ""), who, (by, "")], nth + 1);
    }
}

/// A row of three cells, each of them a text and what follows it more quietly.
fn row(setter: &mut Setter, scale: Scale, edges: &[f32; 4], cells: [(&str, &str); 3], nth: usize) {
    let from = setter.slabs.len();
    let how = if nth == 0 { scale.set(LABEL, DIM) } else { scale.set(BODY, INK) };
    let how = Set { after: DIM, ..how };
    let mut columns = Vec::new();
    for ((text, note), edge) in cells.into_iter().zip(edges.windows(2)) {
        let width = edge[1] - edge[0] - scale.pt(14.0);
        let pieces = [(Voice::Hei, text), (Voice::Hei, note)];
        columns.push(set(&mut setter.case, &pieces, &how, width, 0.0));
    }
    let high = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
    // a row that a sheet might have to part is a slab a line
    let (each, leading) = (if high < 8 { high } else { 1 }, how.size * LEADING);
    let slab = Slab { height: leading * each as f32, ..Slab::default() };
    setter.slabs.extend(std::iter::repeat_n(slab, high / each));
    for (lines, edge) in columns.into_iter().zip(edges) {
        let part = setter.part(Role::Cell(nth, nth == 0));
        for (at, line) in lines.into_iter().enumerate() {
            if let Some(slab) = setter.slabs.get_mut(from + at / each) {
                let down = baseline(leading, line.size) + leading * (at % each) as f32;
                slab.marks.push(Mark { part: Some(part), at: (*edge, down), ink: Ink::Text(line) });
            }
        }
    }
    closed(setter, from, scale);
}

fn all_facts(setter: &mut Setter, scale: Scale, facts: &[Fact]) {
    let how = scale.set(LABEL, DIM);
    let labels: Vec<Line> =
        facts.iter().map(|fact| one(&mut setter.case, Voice::Hei, &fact.label, &how)).collect();
    let fits = |line: &&Line| line.width <= WIDTH / 3.0;
    let widest = labels.iter().filter(fits).map(|line| line.width).fold(0.0, f32::max);
    let indent = widest + scale.pt(28.0);
    for (fact, label) in facts.iter().zip(labels) {
        if !fits(&&label) {
            let told = (scale.lang.words().papers().said)(&fact.label, &fact.text);
            let column = scale.column(LEFT, WIDTH, BODY);
            setter.text(Role::Paragraph, &[(Voice::Hei, &told)], &scale.set(BODY, INK), column);
            continue;
        }
        let column = scale.column(LEFT + indent, WIDTH - indent, BODY);
        setter.text(Role::Paragraph, &[(Voice::Hei, &fact.text)], &scale.set(BODY, INK), column);
        before(setter, setter.slabs.len() - 1, label, LEFT);
    }
}

fn signature(setter: &mut Setter, scale: Scale, Signature { role, name, on }: &Signature) {
    let words = scale.lang.words().papers();
    let name = name.as_deref().unwrap_or_default();
    let on = on.map(|on| format!("  {}", scale.lang.date(on, 0))).unwrap_or_default();
    let text = format!("{}{name}{on}", (words.signs)(role));
    let column: Column = scale.column(LEFT, WIDTH, NOTE);
    let colour: Colour = DIM;
    setter.text(Role::Paragraph, &[(Voice::Hei, &text)], &scale.set(NOTE, colour), column);
}
