//! The minutes for Word and LibreOffice: to be corrected by hand, with styles that have names, on the grid of the standard.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::paper::Paper;
use super::{word_body, word_parts};

/// The bytes of the package. It carries no hour but the one the paper has.
pub(super) fn package(paper: &Paper) -> ZipResult<Vec<u8>> {
    let picture = paper.seal.as_ref().and_then(|seal| super::picture::of(&seal.link));
    let document = word_body::document(paper, picture.is_some());
    let (about, styles) = (word_parts::about(paper), word_parts::styles(paper.lang));
    let parts: [(&str, &[u8]); 9] = [
        ("[Content_Types].xml", word_parts::CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", word_parts::PACKAGE.as_bytes()),
        ("docProps/core.xml", about.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/settings.xml", word_parts::SETTINGS.as_bytes()),
        ("word/footer1.xml", word_parts::FOOTER_ODD.as_bytes()),
        ("word/footer2.xml", word_parts::FOOTER_EVEN.as_bytes()),
        ("word/_rels/document.xml.rels", word_parts::relations(picture.is_some()).as_bytes()),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let square = picture.as_deref().map(|bytes| ("word/media/square.png", bytes));
    for (name, bytes) in parts.into_iter().chain(square) {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
