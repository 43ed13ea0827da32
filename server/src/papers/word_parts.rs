//! The parts of a Word package that are the same for every paper, or nearly: styles, settings, page numbers.

use words::{Day, Lang, civil};

use super::paper::Paper;
use super::word_body::escaped;

pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    "</Types>"
);

pub(super) const PACKAGE: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    "</Relationships>"
);

/// Odd and even pages differ; marks at the edge may be squeezed, and none begins a line.
pub(super) const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>"#,
    r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
    "</w:settings>"
);

macro_rules! footer {
    ($side:literal, $indent:literal) => {
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>"#,
            r#"<w:pStyle w:val="Footer"/><w:ind "#,
            $indent,
            r#"/><w:jc w:val=""#,
            $side,
            r#""/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>"#,
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>"#,
            r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
            r#"<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>"#
        )
    };
}

/// The number stands outside, one character in.
pub(super) const FOOTER_ODD: &str = footer!("right", r#"w:right="320""#);
pub(super) const FOOTER_EVEN: &str = footer!("left", r#"w:left="320""#);

/// What belongs to the document.
pub(super) fn relations(picture: bool) -> &'static str {
    macro_rules! relations {
        ($more:expr) => {
            concat!(
                r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
                r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#,
                r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>"#,
                r#"<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>"#,
                r#"<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>"#,
                $more,
                "</Relationships>"
            )
        };
    }
    if picture {
        relations!(
            r#"<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/square.png"/>"#
        )
    } else {
        relations!("")
    }
}

/// Title, issuer and day.
pub(super) fn about(paper: &Paper) -> String {
    // by the clock of UTC, as the standard wants it
    let Day { year, month, day, hour, minute } = civil(paper.issued - 8 * 60 * 60 * 1000);
    let moment = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created><dc:language>{}</dc:language></cp:coreProperties>"#,
        escaped(&paper.title.replace('\n', " ")),
        escaped(&paper.issuer),
        paper.lang.tag()
    )
}

/// The styles, by the names under which Word lists them.
pub(super) fn styles(lang: Lang) -> String {
    let song = r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>"#;
    let hei = r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="黑体" w:cs="Times New Roman"/>"#;
    let title = r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="方正小标宋简体" w:cs="Times New Roman"/>"#;
    let plain = r#"<w:ind w:firstLineChars="0" w:firstLine="0"/>"#;
    let edge = |side| format!(r#"<w:{side} w:val="double" w:sz="6" w:space="4" w:color="auto"/>"#);
    let double: String = ["top", "left", "bottom", "right"].into_iter().map(edge).collect();
    let styles = [
        style("Title", "Title", &format!(r#"<w:spacing w:before="1984" w:after="240" w:line="240" w:lineRule="auto"/>{plain}<w:jc w:val="center"/>"#), &format!(r#"{title}<w:b/><w:color w:val="AD301D"/><w:spacing w:val="80"/><w:sz w:val="72"/><w:szCs w:val="72"/>"#)),
        style("Number", "Document Number", &format!(r#"{plain}<w:jc w:val="center"/>"#), ""),
        style("Issuer", "Issuer", &format!(r#"<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="1" w:color="AD301D"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="8844"/></w:tabs>{plain}<w:jc w:val="left"/>"#), ""),
        style("Subtitle", "Subtitle", &format!(r#"<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="360" w:after="360" w:line="640" w:lineRule="exact"/>{plain}<w:jc w:val="center"/>"#), &format!(r#"{title}<w:b/><w:sz w:val="44"/><w:szCs w:val="44"/>"#)),
        style("Heading1", "heading 1", r#"<w:keepNext/><w:outlineLvl w:val="0"/>"#, hei),
        style("ListParagraph", "List Paragraph", "", ""),
        style("Quote", "Quote", &format!(r#"<w:keepLines/><w:pBdr>{double}</w:pBdr><w:ind w:left="140" w:right="140" w:firstLineChars="200" w:firstLine="632"/>"#), ""),
        style("TableText", "Table Text", &format!(r#"<w:snapToGrid w:val="0"/><w:spacing w:line="400" w:lineRule="exact"/>{plain}<w:jc w:val="center"/>"#), r#"<w:sz w:val="24"/><w:szCs w:val="24"/>"#),
        style("Record", "Record", r#"<w:tabs><w:tab w:val="right" w:pos="8700"/></w:tabs><w:ind w:firstLineChars="0" w:firstLine="0" w:left="140" w:right="140"/><w:jc w:val="left"/>"#, r#"<w:sz w:val="28"/><w:szCs w:val="28"/>"#),
        style("Footer", "footer", &format!(r#"<w:spacing w:line="240" w:lineRule="auto"/>{plain}"#), &format!(r#"{song}<w:sz w:val="28"/><w:szCs w:val="28"/>"#)),
    ]
    .concat();
    let tag = lang.tag();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/><w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="{tag}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:kinsoku/><w:overflowPunct/><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="632"/><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="character" w:styleId="Label"><w:name w:val="Label"/><w:qFormat/><w:rPr>{hei}</w:rPr></w:style>{styles}</w:styles>"#
    )
}

fn style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"#
    )
}
