//! Writes sheets as a PDF that archives take (PDF/A-2a): fonts cut down to what is used, text that can be searched and
//! read aloud in order, and the same bytes for the same sheets.

use krilla::color::rgb;
use krilla::configure::{Archival, Configuration, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke as Pen};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use words::civil;

use super::case::Case;
use super::lines::{Line, Placed};
use super::paper::Paper;
use super::reading::Reading;
use super::sheet::{Colour, Ink, Mark, Paint, Role, Sheet, Spot, Stroke};

/// The bytes of a document with these sheets.
pub(super) fn write(
    sheets: &[Sheet],
    roles: &[Role],
    case: &Case,
    paper: &Paper,
) -> Result<Vec<u8>, KrillaError> {
    let archival = ConfigurationBuilder::new().with_archival_validator(Archival::A2_A).finish();
    let strict = archival.map(|archival| attempt(sheets, roles, case, paper, archival));
    match strict {
        Ok(Ok(bytes)) => Ok(bytes),
        // a font that may not be kept for ever, say: better a paper that no archive takes than none
        Ok(Err(KrillaError::Validation(_))) | Err(_) => {
            attempt(sheets, roles, case, paper, Configuration::default())
        }
        Ok(Err(error)) => Err(error),
    }
}

fn attempt(
    sheets: &[Sheet],
    roles: &[Role],
    case: &Case,
    paper: &Paper,
    configuration: Configuration,
) -> Result<Vec<u8>, KrillaError> {
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut reading = Reading::new(roles);
    for sheet in sheets {
        let Some(settings) = PageSettings::from_wh(sheet.size.0, sheet.size.1) else { continue };
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for marks in sheet.marks.chunk_by(|one, next| one.part == next.part) {
            let part = marks.first().and_then(|mark| mark.part);
            let tag = match part {
                Some(_) => ContentTag::Span(SpanTag::empty().with_lang(Some(paper.lang.tag()))),
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            };
            let here = surface.start_tagged(tag);
            marks.iter().for_each(|mark| draw(&mut surface, case, mark));
            surface.end_tagged();
            if let Some(part) = part {
                reading.hear(part, here);
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(reading.tree(paper.lang.tag()));
    document.set_metadata(about(paper));
    document.finish()
}

fn about(paper: &Paper) -> Metadata {
    let day = civil(paper.issued);
    let small = |n: u32| u8::try_from(n).unwrap_or(1);
    let date = DateTime::new(u16::try_from(day.year).unwrap_or(1970))
        .month(small(day.month))
        .day(small(day.day))
        .hour(small(day.hour))
        .minute(small(day.minute))
        .second(0)
        .utc_offset_hour(8)
        .utc_offset_minute(0);
    Metadata::new()
        .title(paper.title.replace('\n', " "))
        .authors(vec![paper.issuer.clone()])
        .language(paper.lang.tag().to_owned())
        .creator("Bandeng".to_owned())
        .creation_date(date)
}

fn draw(surface: &mut Surface, case: &Case, mark: &Mark) {
    match &mark.ink {
        Ink::Text(line) => text(surface, case, line, mark.at),
        Ink::Box((wide, high), colour) => {
            let Some(rect) = Rect::from_xywh(mark.at.0, mark.at.1, *wide, *high) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(rect);
            paint(surface, path.finish().as_ref(), Paint::Fill(*colour));
        }
        Ink::Path(strokes, how) => paint(surface, path(strokes, mark.at).as_ref(), *how),
        Ink::Turned(degrees, marks) => {
            let (x, y) = mark.at;
            surface.push_transform(&Transform::from_translate(x, y));
            surface.push_transform(&Transform::from_rotate(*degrees));
            marks.iter().for_each(|mark| draw(surface, case, mark));
            surface.pop();
            surface.pop();
        }
    }
}

/// A line may need several fonts and inks: each run of one is drawn where the one before it ends.
fn text(surface: &mut Surface, case: &Case, line: &Line, (x, y): Spot) {
    surface.set_stroke(None);
    let mut x = x + line.indent;
    for run in line.glyphs.chunk_by(|one, next| (one.face, one.colour) == (next.face, next.colour))
    {
        let glyphs: Vec<_> = run.iter().map(|placed| glyph(placed, line.size)).collect();
        let Some(first) = run.first() else { continue };
        if let Some(face) = case.face(first.face) {
            surface.set_fill(Some(fill(first.colour)));
            let at = Point::from_xy(x, y);
            surface.draw_glyphs(at, &glyphs, face.font.clone(), &line.text, line.size, false);
        }
        x += run.iter().map(|placed| placed.advance).sum::<f32>();
    }
}

fn glyph(placed: &Placed, size: f32) -> KrillaGlyph {
    let Placed { glyph, advance, shift, ref text, .. } = *placed;
    KrillaGlyph::new(
        GlyphId::new(glyph),
        advance / size,
        shift / size,
        0.0,
        0.0,
        text.clone(),
        None,
    )
}

fn paint(surface: &mut Surface, path: Option<&Path>, how: Paint) {
    let Some(path) = path else { return };
    let (inside, pen) = match how {
        Paint::Fill(colour) => (Some(fill(colour)), None),
        Paint::Line(width, colour) => {
            let Fill { paint, .. } = fill(colour);
            (None, Some(Pen { paint, width, ..Pen::default() }))
        }
    };
    surface.set_fill(inside);
    surface.set_stroke(pen);
    surface.draw_path(path);
}

fn path(strokes: &[Stroke], (x, y): Spot) -> Option<Path> {
    let mut path = PathBuilder::new();
    for stroke in strokes {
        match *stroke {
            Stroke::Move(to) => path.move_to(x + to.0, y + to.1),
            Stroke::Line(to) => path.line_to(x + to.0, y + to.1),
            Stroke::Curve(one, two, to) => {
                path.cubic_to(x + one.0, y + one.1, x + two.0, y + two.1, x + to.0, y + to.1);
            }
            Stroke::Close => path.close(),
        }
    }
    path.finish()
}

fn fill((red, green, blue): Colour) -> Fill {
    let paint = rgb::Color::new(red, green, blue).into();
    Fill { paint, opacity: NormalizedF32::ONE, ..Fill::default() }
}
