//! The page that opens the app, told where this build's files are.

use crate::site::File;
use crate::trouble::Trouble;

const HEAD: &str = "<!-- bundle:head -->";
const ICONS: &str = "<!-- bundle:icons -->";
const ROOT: &str = "<html ";

/// The files the shell names.
pub(crate) struct Parts<'a> {
    /// The one style sheet.
    pub(crate) css: &'a File,
    /// The module.
    pub(crate) wasm: &'a File,
    /// What starts the module.
    pub(crate) glue: &'a File,
    /// The plain script that comes before both: it dresses the page, so nothing is painted without it.
    pub(crate) boot: &'a File,
    /// The plain script that can wait.
    pub(crate) keep: &'a File,
}

/// `app/index.html` with its two places filled, and without its comments and indents.
pub(crate) fn fill(page: &str, sprite: &str, parts: &Parts<'_>) -> Result<String, Trouble> {
    for place in [HEAD, ICONS] {
        if !page.contains(place) {
            return Err(Trouble::Place(place));
        }
    }
    let filled = page.replace(HEAD, &links(parts)).replace(ICONS, &inlined(sprite));
    let lines = filled.lines().map(str::trim);
    Ok(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n")
}

/// The glue and the module are named here so that they are on their way before `boot.js` asks.
fn links(Parts { css, wasm, glue, boot, keep }: &Parts<'_>) -> String {
    let bytes = wasm.body.len();
    [
        format!("<link rel=\"stylesheet\" href=\"{}\">", css.url()),
        format!("<script src=\"{}\" defer blocking=\"render\"></script>", boot.url()),
        format!("<script src=\"{}\" defer></script>", keep.url()),
        format!("<link rel=\"modulepreload\" id=\"glue\" href=\"{}\">", glue.url()),
        format!(
            "<link rel=\"preload\" id=\"wasm\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin data-bytes=\"{bytes}\">",
            wasm.url()
        ),
    ]
    .join("\n")
}

/// Tells the app which build it is, for its pushes and for those who are asked.
pub(crate) fn stamp(page: &str, build: &str) -> Result<String, Trouble> {
    if !page.contains(ROOT) {
        return Err(Trouble::Place(ROOT));
    }
    Ok(page.replacen(ROOT, &format!("{ROOT}data-build=\"{build}\" "), 1))
}

/// The symbols alone: their colours come from the page that uses them.
fn inlined(sprite: &str) -> String {
    let inside = sprite.find("<symbol").and_then(|start| {
        let end = sprite.rfind("</symbol>")? + "</symbol>".len();
        sprite.get(start..end)
    });
    let lines = inside.unwrap_or_default().lines().map(str::trim);
    let symbols: String = lines.filter(|line| !line.starts_with("<!--")).collect();
    format!("<svg width=\"0\" height=\"0\" hidden aria-hidden=\"true\">{symbols}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_files_and_carries_the_icons() {
        let file = |stem, extension| File::hashed(stem, extension, "x");
        let (css, wasm) = (file("app", "css"), file("app", "wasm"));
        let (glue, boot, keep) = (file("app", "js"), file("boot", "js"), file("keep", "js"));
        let parts = Parts { css: &css, wasm: &wasm, glue: &glue, boot: &boot, keep: &keep };
        let sprite =
            "<svg>\n<symbol id=\"i-me\"/>\n<!-- x -->\n<symbol id=\"i-x\"></symbol>\n</svg>";
        let page = format!("<html lang=\"en\"><head>\n  {HEAD}\n</head>\n\n{ICONS}");
        let filled = fill(&page, sprite, &parts).unwrap();
        for file in [&css, &wasm, &glue, &boot, &keep] {
            assert!(filled.contains(&format!("\"{}\"", file.url())), "{filled}");
        }
        assert!(filled.contains("hidden aria-hidden=\"true\"><symbol id=\"i-me\"/><symbol"));
        assert!(!filled.contains("bundle:"));
        let stamped = stamp(&filled, "b1").unwrap();
        assert!(stamped.starts_with("<html data-build=\"b1\" lang=\"en\">"));
        assert!(matches!(fill("<head>", sprite, &parts), Err(Trouble::Place(HEAD))));
    }
}
