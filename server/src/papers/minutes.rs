//! The minutes as a PDF in the manner of GB/T 9704: A4, twenty-two lines of twenty-eight characters, a red head, Hei for
//! headings, page numbers outside. It bears neither copy number nor secrecy nor an office's stamp.

use words::session::verdict;
use words::{Lang, Papers};

use super::figures::{counted, dotted};
use super::fonts::Voice;
use super::lines::Set;
use super::paper::{Block, Fact, Paper, Said, Signature};
use super::setter::{Column, Setter, bare};
use super::sheet::{BLACK, Ink, MM, Mark, Role, SEAL, Sheet, Spot};
use super::slab::{Frame, Slab, baseline, lay};
use super::{foot, table};

/// The sheet, and the area the type stands in.
pub(super) const A4: Spot = (210.0 * MM, 297.0 * MM);
pub(super) const LEFT: f32 = 28.0 * MM;
pub(super) const TOP: f32 = 37.0 * MM;
pub(super) const WIDTH: f32 = 156.0 * MM;
pub(super) const HEIGHT: f32 = 225.0 * MM;
/// Lines on a page, characters in a line, and how far apart they are.
pub(super) const ROWS: f32 = 22.0;
pub(super) const ROW: f32 = HEIGHT / ROWS;
pub(super) const FIELD: f32 = WIDTH / 28.0;
/// 三号, 四号 and 二号.
const BODY: f32 = 16.0;
pub(super) const SMALL: f32 = 14.0;
const TITLE: f32 = 22.0;

/// The type area as a column.
pub(super) const COLUMN: Column = Column { x: LEFT, width: WIDTH, indent: 0.0, leading: ROW };

/// The sheets of the minutes.
pub(super) fn sheets(setter: &mut Setter) -> Vec<Sheet> {
    let paper = setter.paper;
    let words = paper.lang.words().papers();
    head(setter, paper, words);
    let (mut heading, mut item) = (0, 0);
    for block in &paper.blocks {
        match block {
            Block::Heading(_) => (heading, item) = (heading + 1, 0),
            Block::Item(_) | Block::Statement(_) => item += 1,
            Block::Paragraph(_) | Block::Dissent(_) | Block::Answers(_) => {}
            Block::Actions(_) | Block::Facts(_) | Block::Signatures(_) => {}
        }
        item = one(setter, block, heading, item);
    }
    let tail = foot::of(setter);
    let slabs = std::mem::take(&mut setter.slabs);
    let pages = lay(slabs, HEIGHT, None, &tail);
    let number = |(nth, marks): (usize, Vec<Mark>)| {
        let mut marks: Vec<_> = marks.into_iter().map(|mark| mark.moved((0.0, TOP))).collect();
        marks.push(page_number(setter, nth + 1));
        Sheet { size: A4, marks }
    };
    pages.into_iter().enumerate().map(number).collect()
}

/// How the body is set, in a size.
pub(super) fn type_of(lang: Lang, size: f32) -> Set {
    let pitch = if (size - BODY).abs() < 0.1 { FIELD } else { size };
    Set { size, pitch, colour: BLACK, after: BLACK, latin: lang == Lang::En }
}

/// The red head 35 mm below the upper edge of the type area, number, issuer and day, a red rule; and the title.
fn head(setter: &mut Setter, paper: &Paper, words: &Papers) {
    let mut space = 35.0 * MM;
    let fields = paper.head.chars().count() as f32;
    let size = (WIDTH / (fields * 1.12)).clamp(TITLE, 13.0 * MM);
    let red = Set { pitch: size * 1.12, colour: SEAL, ..type_of(paper.lang, size) };
    let high = Column { leading: size * 1.2, ..COLUMN };
    for slab in setter.centred(Role::Title, (Voice::Title, &paper.head), &red, high) {
        slab.marks.iter_mut().for_each(|mark| mark.at.1 += space);
        (slab.height, space) = (slab.height + space, 0.0);
    }
    let number = paper.number.as_deref().unwrap_or_default();
    let number = if paper.draft { format!("{number}{}", words.draft) } else { number.into() };
    let plain = type_of(paper.lang, BODY);
    setter.centred(Role::Paragraph, (Voice::Song, &number), &plain, COLUMN);
    let day = paper.lang.date(paper.issued, 0);
    foot::apart(setter, &paper.issuer, &day, &plain);
    if let Some(slab) = setter.slabs.last_mut() {
        slab.marks.push(Mark::rule((LEFT, ROW - 0.5 * MM), (WIDTH, 0.7 * MM), SEAL));
    }
    // all of it fills whole lines of the grid; about a line stays empty below the red head, and one around the title
    let tall: f32 = setter.slabs.iter().map(|slab| slab.height).sum();
    let spare = (tall / ROW + 0.7).ceil() * ROW - tall;
    if let Some(slab) = setter.slabs.get_mut(1) {
        slab.gap = spare;
    }
    let large = type_of(paper.lang, TITLE);
    let title = setter.centred(Role::Title, (Voice::Title, &paper.title), &large, COLUMN);
    if let Some(slab) = title.first_mut() {
        slab.gap = ROW;
    }
    setter.slabs.iter_mut().for_each(|slab| slab.keep = true);
    setter.slabs.push(Slab { height: ROW, keep: true, ..Slab::default() });
}

/// Sets a block; gives the number of the last item under this heading.
fn one(setter: &mut Setter, block: &Block, heading: usize, item: usize) -> usize {
    let lang = setter.paper.lang;
    let words = lang.words().papers();
    let mut item = item;
    match block {
        Block::Heading(text) => {
            let text = format!("{}{text}", counted(lang, heading, true));
            let role = Role::Heading(text.clone());
            paragraph(setter, role, Voice::Hei, &text).iter_mut().for_each(|slab| slab.keep = true);
        }
        Block::Paragraph(text) => {
            paragraph(setter, Role::Paragraph, Voice::Song, text);
        }
        Block::Item(text) => {
            let text = format!("{}{text}", counted(lang, item, false));
            paragraph(setter, Role::Paragraph, Voice::Song, &text);
        }
        Block::Statement(Said { speaker, text }) => {
            let text = format!("{}{}", counted(lang, item, false), (words.said)(speaker, text));
            paragraph(setter, Role::Paragraph, Voice::Song, &text);
        }
        Block::Dissent(said) => dissent(setter, said),
        Block::Answers(answers) => {
            for answer in answers {
                item += 1;
                let reason = answer.reason.as_deref();
                let told =
                    (words.answer)(verdict(lang, answer.verdict), bare(&answer.advice), reason);
                let text = format!("{}{told}", counted(lang, item, false));
                paragraph(setter, Role::Paragraph, Voice::Song, &text);
            }
        }
        Block::Actions(actions) => table::actions(setter, actions),
        Block::Facts(facts) => facts.iter().for_each(|fact| labelled(setter, fact)),
        Block::Signatures(places) => places.iter().for_each(|place| signature(setter, place)),
    }
    item
}

fn paragraph<'s>(setter: &'s mut Setter, role: Role, voice: Voice, text: &str) -> &'s mut [Slab] {
    let how = type_of(setter.paper.lang, BODY);
    setter.text(role, &[(voice, text)], &how, Column { indent: 2.0 * FIELD, ..COLUMN })
}

fn labelled(setter: &mut Setter, Fact { label, text }: &Fact) {
    let how = type_of(setter.paper.lang, BODY);
    let label = (setter.paper.lang.words().papers().said)(label, "");
    let pieces = [(Voice::Hei, label.as_str()), (Voice::Song, text)];
    setter.text(Role::Paragraph, &pieces, &how, Column { indent: 2.0 * FIELD, ..COLUMN });
}

/// In a double rule, whole, and never between others.
fn dissent(setter: &mut Setter, Said { speaker, text }: &Said) {
    let words = setter.paper.lang.words().papers();
    let how = type_of(setter.paper.lang, BODY);
    let inner =
        Column { x: LEFT + FIELD, width: WIDTH - 2.0 * FIELD, indent: 2.0 * FIELD, leading: ROW };
    let text = (words.said)(speaker, text);
    let slabs = setter.text(Role::Quote, &[(Voice::Song, &text)], &how, inner);
    let last = slabs.len().saturating_sub(1);
    for (nth, slab) in slabs.iter_mut().enumerate() {
        let frame = Frame::double(LEFT, WIDTH, 1.1, BLACK);
        slab.frame = Some(Frame { first: nth == 0, last: nth == last, ..frame });
        slab.keep = nth < last && last < 8;
    }
}

fn signature(setter: &mut Setter, Signature { role, name, on }: &Signature) {
    let lang = setter.paper.lang;
    let how = type_of(lang, BODY);
    let place = (lang.words().papers().signs)(role);
    let day = on.map(|on| lang.date(on, 0)).unwrap_or_default();
    let signed = format!("{place}{}", name.as_deref().unwrap_or_default());
    let from = setter.slabs.len();
    let line =
        foot::apart_in(setter, &signed, &day, &how, (LEFT + 2.0 * FIELD, WIDTH - 4.0 * FIELD));
    // who signs stands with the others who do, and with what is at the foot
    setter.slabs[from..].iter_mut().for_each(|slab| slab.keep = true);
    if let Some(slab) = setter.slabs.last_mut().filter(|_| name.is_none()) {
        let from = LEFT + 2.0 * FIELD + line;
        let at = baseline(ROW, BODY) + 2.0;
        slab.marks.push(Mark::rule((from, at), (8.0 * FIELD, 0.6), BLACK));
    }
}

/// — 1 —, seven millimetres below the type area, one character in from the outer edge.
fn page_number(setter: &mut Setter, nth: usize) -> Mark {
    let how = type_of(Lang::Zh, SMALL);
    let line = super::lines::one(&mut setter.case, Voice::Song, &format!("— {nth} —"), &how);
    let x = if nth % 2 == 1 { LEFT + WIDTH - FIELD - line.width } else { LEFT + FIELD };
    let at = (x, TOP + HEIGHT + 7.0 * MM + SMALL * 0.38);
    Mark { part: None, at, ink: Ink::Text(line) }
}

/// A day for a narrow column.
pub(super) fn day(lang: Lang, at: Option<domain::Millis>) -> String {
    at.map_or_else(|| lang.words().papers().no_day.to_owned(), |at| dotted(lang, at))
}
