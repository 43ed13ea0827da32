//! What must hold of every file that is made of a paper: words, order, size, sameness.

use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;

use lopdf::Document;
use words::Lang;
use zip::ZipArchive;

use super::sheet::MM;
use super::{Block, Paper, PapersError, Press, Said, sample};

/// All that a reader reads, without the spaces and ends of lines that setting adds or takes.
fn read(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    tight(&document.extract_text(&pages).unwrap())
}

fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The texts of a paper in the order in which they are read. A poster says first what was said, and then by whom.
fn told(paper: &Paper, on_poster: bool) -> Vec<String> {
    let mut told = vec![paper.title.clone()];
    for block in &paper.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) | Block::Item(text) => {
                told.push(text.clone());
            }
            Block::Statement(Said { speaker, text }) | Block::Dissent(Said { speaker, text }) => {
                let (one, other) = if on_poster { (text, speaker) } else { (speaker, text) };
                told.extend([one.clone(), other.clone()]);
            }
            Block::Answers(answers) => told.extend(answers.iter().flat_map(|answer| {
                let advice = answer.advice.trim_end_matches('。').to_owned();
                [Some(advice), answer.reason.clone()].into_iter().flatten()
            })),
            Block::Actions(actions) => {
                told.extend(
                    actions.iter().flat_map(|action| [action.what.clone(), action.who.clone()]),
                );
            }
            Block::Facts(facts) => {
                told.extend(facts.iter().flat_map(|fact| [fact.label.clone(), fact.text.clone()]));
            }
            Block::Signatures(places) => told.extend(places.iter().map(|place| place.role.clone())),
        }
    }
    told
}

#[track_caller]
fn assert_tells(text: &str, told: &[String]) {
    let mut rest = text;
    for words in told {
        let words = tight(words);
        let at = rest.find(&words);
        let at =
            at.unwrap_or_else(|| panic!("{words} is not where it belongs; there follows: {rest}"));
        rest = &rest[at + words.len()..];
    }
}

/// Without the words that a page number adds to the text of its page.
fn without_numbers(text: &str, pages: usize) -> String {
    (1..=pages).fold(text.to_owned(), |text, nth| text.replace(&format!("—{nth}—"), ""))
}

#[tokio::test]
async fn the_minutes_read_as_they_were_written() {
    let paper = sample::minutes(60);
    let made = Press::default().minutes(Arc::new(paper.clone())).await.unwrap();
    let text = without_numbers(&read(&made.bytes), made.sheets);
    assert_tells(&text, &told(&paper, false));
    let opening = "上枫村协商纪要〔2026〕9号上枫村村民委员会2026年9月19日新班子新蓝图先干哪三件2026年9月18日19:00，在上枫老街古樟树下召开协商会议";
    assert!(text.starts_with(opening), "{text}");
    let end = "校验码：枫4F7K92QM扫码，或报给村里记录员，对得上才是原文。本件当众核对定稿，不另盖章。抄送：区政协办公室，石桥镇人民政府。上枫村村民委员会2026年9月19日印发";
    assert!(text.ends_with(end), "{text}");
    assert!(made.missing.is_empty(), "{:?}", made.missing);
}

#[tokio::test]
async fn the_poster_is_one_sheet_of_a3_and_says_everything() {
    let paper = sample::poster();
    let made = Press::default().poster(Arc::new(paper.clone())).await.unwrap();
    assert_eq!(made.sheets, 1);
    assert_tells(&read(&made.bytes), &told(&paper, true));
    let document = Document::load_mem(&made.bytes).unwrap();
    for page in document.get_pages().values() {
        let page = document.get_dictionary(*page).unwrap();
        let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let sides: Vec<f32> = sides.iter().map(|side| side.as_float().unwrap() / MM).collect();
        assert_eq!(
            sides.iter().map(|side| side.round()).collect::<Vec<_>>(),
            [0.0, 0.0, 297.0, 420.0]
        );
    }
}

#[tokio::test]
async fn what_no_font_has_is_seen_and_told() {
    let mut paper = sample::minutes(1);
    // no character has this number, and the other one means what a program likes
    paper.blocks.push(Block::Item("甲\u{378}乙\u{e123}丙".into()));
    let made = Press::default().minutes(Arc::new(paper)).await.unwrap();
    assert_eq!(made.missing, ['\u{378}', '\u{e123}']);
    let text = read(&made.bytes);
    assert!(text.contains("甲〓乙〓丙"), "{text}");
}

#[tokio::test]
async fn the_pdf_is_one_that_archives_take() {
    let press = Press::default();
    let paper = Arc::new(sample::poster());
    for made in [press.minutes(paper.clone()).await, press.poster(paper).await] {
        let bytes = made.unwrap().bytes;
        let has = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        assert!(has("pdfaid:part") && has("/StructTreeRoot") && has("zh-CN"));
    }
}

#[tokio::test]
async fn the_same_paper_is_the_same_file() {
    let paper = Arc::new(sample::minutes(12));
    let (one, other) = (Press::default(), Press::default());
    assert_eq!(
        one.minutes(paper.clone()).await.unwrap(),
        other.minutes(paper.clone()).await.unwrap()
    );
    assert_eq!(
        one.poster(paper.clone()).await.unwrap(),
        other.poster(paper.clone()).await.unwrap()
    );
    assert_eq!(one.word(paper.clone()).await.unwrap(), other.word(paper).await.unwrap());
}

#[tokio::test]
async fn without_a_font_the_recorder_is_told_what_to_do() {
    let press = Press::with_fonts_of(vec![PathBuf::from("/nowhere")]);
    let error = press.minutes(Arc::new(sample::minutes(1))).await.unwrap_err();
    assert!(matches!(error, PapersError::NoFont(_)));
    for lang in [Lang::Zh, Lang::En] {
        assert!(error.words(lang).contains("apt-get install -y fonts-noto-cjk"));
    }
    assert!(press.word(Arc::new(sample::minutes(1))).await.is_ok());
}

#[tokio::test]
async fn a_draft_says_so_and_bears_no_seal() {
    let mut paper = sample::poster();
    (paper.seal, paper.draft) = (None, true);
    let press = Press::default();
    for made in [press.minutes(Arc::new(paper.clone())).await, press.poster(Arc::new(paper)).await]
    {
        let text = read(&made.unwrap().bytes);
        assert!(
            text.contains("草稿") && !text.contains("校验码") && !text.contains("核定"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn the_document_for_word_has_every_word() {
    let mut paper = sample::minutes(60);
    paper.blocks.push(Block::Item("<b>&\u{1}\"三\"".into()));
    let bytes = Press::default().word(Arc::new(paper.clone())).await.unwrap();
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for nth in 0..package.len() {
        let mut part = package.by_index(nth).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if !name.ends_with(".png") {
            let xml = String::from_utf8(bytes).unwrap();
            let parsed = roxmltree::Document::parse(&xml).unwrap();
            let runs = parsed
                .descendants()
                .filter(|node| node.has_tag_name((W, "t")) && name.contains("document"));
            text.extend(runs.filter_map(|run| run.text()));
        }
    }
    paper.blocks.pop();
    assert_tells(&tight(&text), &told(&paper, false));
    assert!(text.contains("<b>&\"三\""), "{text}");
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
