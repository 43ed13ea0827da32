//! The text of the minutes as a Word document: a paragraph a block, each in a style that has a name.

use words::{Lang, Papers};

use super::figures::{counted, dotted};
use super::kinsoku::unseen;
use super::paper::{Action, Block, Paper, Said, Seal, Signature};
use super::setter::bare;

/// A4 with the margins of the standard, and its 22 lines. That 28 characters fit in one is in the style: LibreOffice sees
/// a grid of characters otherwise than Word does.
const SECTION: &str = concat!(
    r#"<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>"#,
    r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/>"#,
    r#"<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>"#
);
/// The width of the type area in twentieths of a point.
const WIDTH: usize = 8844;

/// The whole of it. `picture` says whether the package has the square code.
pub(super) fn document(paper: &Paper, picture: bool) -> String {
    let mut body =
        Body { xml: String::new(), lang: paper.lang, words: paper.lang.words().papers() };
    body.head(paper);
    let (mut heading, mut item) = (0, 0);
    for block in &paper.blocks {
        body.block(block, &mut heading, &mut item);
    }
    if let Some(seal) = &paper.seal {
        body.verification(seal, picture);
    }
    if let Some(copies) = &paper.copies {
        body.record(&(body.words.copies)(copies), None);
    }
    let issued = (body.words.issued)(&paper.lang.date(paper.issued, 0));
    body.record(&paper.issuer, Some(&issued));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>{}{SECTION}</w:body></w:document>"#,
        body.xml
    )
}

/// A text as XML may hold it.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !unseen(*c)) {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c => safe.push(c),
        }
    }
    safe
}

struct Body {
    xml: String,
    lang: Lang,
    words: &'static Papers,
}

impl Body {
    fn head(&mut self, paper: &Paper) {
        self.paragraph("Title", &run(&paper.head));
        let number = paper.number.clone().unwrap_or_default();
        let draft = if paper.draft { self.words.draft } else { "" };
        self.paragraph("Number", &run(&format!("{number}{draft}")));
        let day = self.lang.date(paper.issued, 0);
        self.paragraph("Issuer", &format!("{}{TAB}{}", run(&paper.issuer), run(&day)));
        self.paragraph("Subtitle", &run(&paper.title));
    }

    fn block(&mut self, block: &Block, heading: &mut usize, item: &mut usize) {
        let mut numbered = |text: &str| {
            *item += 1;
            run(&format!("{}{text}", counted(self.lang, *item, false)))
        };
        match block {
            Block::Heading(text) => {
                (*heading, *item) = (*heading + 1, 0);
                let text = format!("{}{text}", counted(self.lang, *heading, true));
                self.paragraph("Heading1", &run(&text));
            }
            Block::Paragraph(text) => self.paragraph("Normal", &run(text)),
            Block::Item(text) => {
                let text = numbered(text);
                self.paragraph("ListParagraph", &text);
            }
            Block::Statement(Said { speaker, text }) => {
                let text = numbered(&(self.words.said)(speaker, text));
                self.paragraph("ListParagraph", &text);
            }
            Block::Dissent(Said { speaker, text }) => {
                self.paragraph("Quote", &run(&(self.words.said)(speaker, text)));
            }
            Block::Answers(answers) => {
                for answer in answers {
                    let word = words::session::verdict(self.lang, answer.verdict);
                    let reason = answer.reason.as_deref();
                    let text = (self.words.answer)(word, bare(&answer.advice), reason);
                    *item += 1;
                    let text = run(&format!("{}{text}", counted(self.lang, *item, false)));
                    self.paragraph("ListParagraph", &text);
                }
            }
            Block::Actions(actions) => self.actions(actions),
            Block::Facts(facts) => {
                for fact in facts {
                    let label = labelled(&(self.words.said)(&fact.label, ""));
                    self.paragraph("Normal", &format!("{label}{}", run(&fact.text)));
                }
            }
            Block::Signatures(places) => places.iter().for_each(|place| self.signature(place)),
        }
    }

    fn signature(&mut self, Signature { role, name, on }: &Signature) {
        let name = name.as_deref().unwrap_or("________________");
        let on = on.map(|on| format!("    {}", self.lang.date(on, 0))).unwrap_or_default();
        self.paragraph("Normal", &run(&format!("{}{name}{on}", (self.words.signs)(role))));
    }

    fn actions(&mut self, actions: &[Action]) {
        let [what, who, with, by] = self.words.columns;
        let told = actions.iter().any(|action| action.done_when.is_some());
        let parts: &[usize] = if told { &[24, 15, 19, 18, 24] } else { &[36, 18, 26, 20] };
        let widths: Vec<usize> = parts.iter().map(|part| WIDTH * part / 100).collect();
        let grid: String = widths.iter().map(|w| format!(r#"<w:gridCol w:w="{w}"/>"#)).collect();
        let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
        let edge =
            |side| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#);
        let edges: String = edges.into_iter().map(edge).collect();
        self.xml.push_str(&format!(
            r#"<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"#
        ));
        self.row(&[what, who, with, by, self.words.done_when], &widths, true);
        for action in actions {
            let by = action.by.map_or_else(|| self.words.no_day.into(), |by| dotted(self.lang, by));
            let with = action.partners.as_deref().unwrap_or_default();
            let done = action.done_when.as_deref().unwrap_or_default();
            self.row(&[&action.what, &action.who, with, &by, done], &widths, false);
        }
        self.xml.push_str("</w:tbl>");
    }

    fn row(&mut self, cells: &[&str], widths: &[usize], head: bool) {
        let again = if head { "<w:tblHeader/>" } else { "" };
        self.xml.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>"));
        for (text, width) in cells.iter().zip(widths) {
            self.xml.push_str(&format!(
                r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>"#
            ));
            self.paragraph("TableText", &if head { labelled(text) } else { run(text) });
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }

    fn verification(&mut self, seal: &Seal, picture: bool) {
        let code = labelled(&(self.words.said)(self.words.code, ""));
        let square = if picture { square(self.words.square) } else { String::new() };
        if picture {
            self.xml.push_str(&format!(
                r#"<w:p><w:pPr><w:pStyle w:val="Record"/><w:keepNext/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="right"/></w:pPr>{square}</w:p>"#
            ));
        }
        self.paragraph("Record", &format!("{code}{}", run(&seal.code)));
        self.paragraph("Record", &run(self.words.verify));
        self.paragraph("Record", &run(self.words.no_stamp));
    }

    /// A line of the record at the end, between rules.
    fn record(&mut self, left: &str, right: Option<&str>) {
        let right = right.map(|text| format!("{TAB}{}", run(text))).unwrap_or_default();
        self.xml.push_str(&format!(
            r#"<w:p><w:pPr><w:pStyle w:val="Record"/><w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/><w:between w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr></w:pPr>{}{right}</w:p>"#,
            run(left)
        ));
    }

    fn paragraph(&mut self, style: &str, runs: &str) {
        self.xml
            .push_str(&format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#));
    }
}

const TAB: &str = "<w:r><w:tab/></w:r>";

/// A run of text; what was typed as a new line stays one.
fn run(text: &str) -> String {
    let lines = text
        .split('\n')
        .map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line)));
    format!("<w:r>{}</w:r>", lines.collect::<Vec<_>>().join("<w:br/>"))
}

fn labelled(text: &str) -> String {
    let text = escaped(text);
    format!(
        r#"<w:r><w:rPr><w:rStyle w:val="Label"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#
    )
}

/// The square code, 26 mm wide.
fn square(words: &str) -> String {
    let (words, wide) = (escaped(words), 936_000);
    format!(
        r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{wide}"/><wp:docPr id="1" name="square" descr="{words}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="square.png" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId5"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{wide}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}
