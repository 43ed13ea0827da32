//! The style sheet of the public pages: of the app's own styles only the parts they use.

use std::sync::LazyLock;

use crate::secret::digest;

const PARTS: [&str; 31] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/parts/btn.css"),
    include_str!("../../../style/parts/code.css"),
    include_str!("../../../style/parts/dissent.css"),
    include_str!("../../../style/parts/err.css"),
    include_str!("../../../style/parts/field.css"),
    include_str!("../../../style/parts/head.css"),
    include_str!("../../../style/parts/in.css"),
    include_str!("../../../style/parts/kv.css"),
    include_str!("../../../style/parts/line.css"),
    include_str!("../../../style/parts/mark.css"),
    include_str!("../../../style/parts/meta.css"),
    include_str!("../../../style/parts/note.css"),
    include_str!("../../../style/parts/nums.css"),
    include_str!("../../../style/parts/opt.css"),
    include_str!("../../../style/parts/qr.css"),
    include_str!("../../../style/parts/say.css"),
    include_str!("../../../style/parts/seal.css"),
    include_str!("../../../style/parts/slip.css"),
    include_str!("../../../style/parts/tag.css"),
    include_str!("../../../style/parts/tally.css"),
    include_str!("../../../style/parts/thread.css"),
    include_str!("../../../style/parts/tick.css"),
    include_str!("../../../style/parts/tone.css"),
    include_str!("../../../style/parts/who.css"),
    include_str!("../../../style/parts/why.css"),
    include_str!("../../../style/screens/brief.css"),
    include_str!("../../../style/screens/doors.css"),
    include_str!("../../../style/screens/notice.css"),
    include_str!("../../../style/util.css"),
];

/// The sheet, and the name of its content.
static SHEET: LazyLock<(String, String)> = LazyLock::new(|| {
    let css = flat(&PARTS.concat());
    let name = digest(css.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    (css, name)
});

/// The sheet.
pub(super) fn css() -> &'static str {
    &SHEET.0
}

/// Its address, another one whenever it changes.
pub(super) fn address() -> String {
    format!("/public.css?v={}", SHEET.1)
}

/// Without comments, and without the layers that old browsers drop with everything in them. The
/// styles keep each `@layer NAME {` and its `}` alone at the start of a line.
fn flat(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let lines = plain.lines().filter(|line| !line.starts_with("@layer") && *line != "}");
    lines.map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |mut css, line| {
        css.push_str(line);
        css.push('\n');
        css
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_dissolved_and_rules_kept() {
        let css = "/* a */\n@layer base, parts;\n@layer base {\n  p {\n    margin: 0;\n  }\n}\n";
        assert_eq!(flat(css), "p {\nmargin: 0;\n}\n");
        let sheet = super::css();
        assert!(!sheet.contains("@layer") && !sheet.contains("/*"));
        assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
    }
}
