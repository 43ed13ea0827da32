//! What must hold of every sheet as it is laid out: on the grid, nothing cut off, nothing over anything else.

use std::collections::BTreeSet;

use super::fonts::{Shelf, usual_folders};
use super::lines::Line;
use super::minutes::{LEFT, ROW, TOP, WIDTH};
use super::setter::Setter;
use super::sheet::{Ink, MM, Sheet};
use super::{Block, Paper, Said, minutes, poster, sample};

type Lay = fn(&mut Setter<'_>) -> Vec<Sheet>;

fn sheets(paper: &Paper, lay: Lay) -> Vec<Sheet> {
    let shelf = Shelf::find(&usual_folders()).unwrap();
    let mut setter = Setter::new(&shelf, paper);
    lay(&mut setter)
}

/// The lines of a sheet, each with where it is.
fn lines(sheet: &Sheet) -> Vec<((f32, f32), &Line)> {
    sheet.marks.iter().filter_map(|mark| Some((mark.at, text_of(&mark.ink)?))).collect()
}

fn text_of(ink: &Ink) -> Option<&Line> {
    match ink {
        Ink::Text(line) => Some(line),
        Ink::Box(..) | Ink::Path(..) | Ink::Turned(..) => None,
    }
}

#[test]
fn no_line_lies_over_another() {
    for statements in 0..12 {
        for lay in [minutes::sheets as Lay, poster::sheets] {
            for sheet in sheets(&sample::minutes(statements), lay) {
                let mut lines = lines(&sheet);
                lines.sort_by(|(one, _), (other, _)| one.1.total_cmp(&other.1));
                for (nth, ((x, y), line)) in lines.iter().enumerate() {
                    // from the top of what is lower to the foot of what is higher
                    let over = |at: f32, other: &Line| at - other.size * 0.8 < y + line.size * 0.05;
                    let lower = lines[nth + 1..].iter().filter(|(at, other)| over(at.1, other));
                    for ((beside, _), other) in lower {
                        let (from, to) = (x + line.indent, x + line.indent + line.width);
                        let (start, end) =
                            (beside + other.indent, beside + other.indent + other.width);
                        let apart = start >= to - 0.1 || end <= from + 0.1;
                        assert!(apart, "{statements}: {} and {}", line.text, other.text);
                    }
                }
            }
        }
    }
}

#[test]
fn a_page_has_no_more_than_twenty_two_lines_and_they_stand_on_the_grid() {
    for statements in [0, 1, 7, 8, 9, 60, 200] {
        for (nth, sheet) in sheets(&sample::minutes(statements), minutes::sheets).iter().enumerate()
        {
            let rows = lines(sheet).into_iter().filter(|((_, y), _)| *y < TOP + 22.0 * ROW);
            let rows: BTreeSet<i32> = rows.map(|((_, y), _)| ((y - TOP) / ROW) as i32).collect();
            assert!(rows.iter().all(|row| (0..22).contains(row)), "{statements}, {nth}: {rows:?}");
            let on_grid =
                lines(sheet).into_iter().filter(|(_, line)| (line.size - 16.0).abs() < 0.1);
            for ((_, y), line) in on_grid {
                let into = (y - TOP).rem_euclid(ROW);
                assert!(
                    (into - ROW / 2.0 - 16.0 * 0.38).abs() < 0.1 || y < 320.0,
                    "{}: {into}",
                    line.text
                );
            }
        }
    }
}

#[test]
fn a_line_of_chinese_fills_the_grid() {
    let mut paper = sample::minutes(0);
    paper.blocks = vec![Block::Paragraph("田".repeat(28 * 3))];
    let sheets = sheets(&paper, minutes::sheets);
    let full = lines(&sheets[0]).into_iter().filter(|(_, line)| line.text.starts_with('田'));
    let counts: Vec<usize> = full.map(|(_, line)| line.text.chars().count()).collect();
    assert_eq!(counts, [26, 28, 28, 2]);
}

#[test]
fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
    for lay in [minutes::sheets as Lay, poster::sheets] {
        for sheet in sheets(&sample::minutes(200), lay) {
            for (_, line) in lines(&sheet) {
                let text = line.text.trim();
                assert!(!text.starts_with(|c| "，。、；：？！）》”’".contains(c)), "{text}");
                assert!(!text.ends_with(|c| "（《“‘".contains(c)), "{text}");
            }
        }
    }
}

/// What somebody types without a space or a stop, long enough for any measure; and a name in two scripts.
const LONG: [&str; 3] = [
    "https://example.org/a/very/long/address/that/nobody/would/ever/read/aloud/and/that/has/no/place/to/break/at/all/1234567890",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "。。。。，，，，（（（（“““““《《《《《》》》》”””””））））、、、、；；；；：：：：？？？？！！！！",
];

#[test]
fn nothing_is_cut_off() {
    let mut paper = sample::minutes(200);
    paper.series = "上枫村 · 2026 年第 9 次 · ".repeat(9);
    paper.head = "云溪区石桥镇上枫村新班子三年蓝图协商纪要".repeat(2);
    for text in LONG {
        paper.blocks.push(Block::Item(text.repeat(4)));
        paper.blocks.push(Block::Dissent(Said { speaker: text.into(), text: text.repeat(30) }));
        paper.blocks.extend(sample::filled_with(&text.repeat(6)));
    }
    let a4 = (LEFT - 0.1, LEFT + WIDTH + 0.1);
    let a3 = (20.0 * MM, 277.0 * MM);
    for (lay, (left, right)) in [(minutes::sheets as Lay, a4), (poster::sheets, a3)] {
        let sheets = sheets(&paper, lay);
        for sheet in &sheets {
            for ((x, y), line) in lines(sheet) {
                let (from, to) = (x + line.indent, x + line.indent + line.width);
                assert!(from >= left && to <= right + 0.1, "{from} to {to}: {}", line.text);
                assert!(y > 17.0 * MM && y < sheet.size.1 - 8.0 * MM, "{y}: {}", line.text);
            }
        }
        let text: String =
            sheets.iter().flat_map(lines).map(|(_, line)| line.text.replace(' ', "")).collect();
        assert_eq!(text.matches("投资可省约一半").count(), 20);
    }
}
