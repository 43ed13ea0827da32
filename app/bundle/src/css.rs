//! Many small style sheets become one that old web views can read: layers dissolved, comments and line ends gone.
//!
//! Layers are declared in the order of the source, so dissolving them changes no page; a browser that
//! does not know `@layer` would drop every rule inside one.

use crate::trouble::Trouble;
use std::fs;
use std::path::{Path, PathBuf};

/// Tokens, base, parts, screens, utilities: the order in which later rules prevail.
pub(crate) fn gather(style: &Path) -> Result<String, Trouble> {
    let mut sheets = vec![style.join("tokens.css"), style.join("base.css")];
    sheets.extend(sheets_in(&style.join("parts"))?);
    sheets.extend(sheets_in(&style.join("screens"))?);
    sheets.push(style.join("util.css"));
    let mut whole = String::new();
    for sheet in sheets.iter().filter(|sheet| sheet.exists()) {
        whole += &fs::read_to_string(sheet).map_err(Trouble::at(sheet))?;
        whole.push('\n');
    }
    Ok(squeeze(&flatten(&without_comments(&whole))))
}

fn sheets_in(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(Trouble::at(folder))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    found.sort();
    Ok(found)
}

/// The length of the string or `url(…)` that `css` begins with: text in which nothing may be touched.
fn literal(css: &str) -> Option<usize> {
    let end = match css.chars().next()? {
        quote @ ('"' | '\'') => closing(css, quote),
        'u' if css.starts_with("url(") && !css[4..].trim_start().starts_with(['"', '\'']) => {
            css.find(')')
        }
        _ => return None,
    };
    Some(end.map_or(css.len(), |end| end + 1))
}

fn closing(css: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in css.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// Calls `step` at each position outside strings; it says how many bytes it has dealt with, 0 for none.
fn walk(css: &str, mut step: impl FnMut(&str, &mut String) -> usize) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        let literal = literal(rest).unwrap_or(0);
        let done = if literal == 0 { step(rest, &mut out) } else { 0 };
        let copied = if done > 0 { 0 } else { literal.max(letter.len_utf8()) };
        out.push_str(&rest[..copied]);
        rest = &rest[copied.max(done)..];
    }
    out
}

fn without_comments(css: &str) -> String {
    walk(css, |rest, out| {
        if !rest.starts_with("/*") {
            return 0;
        }
        out.push(' ');
        rest.find("*/").map_or(rest.len(), |end| end + 2)
    })
}

/// Takes the `@layer` away from around its rules.
fn flatten(css: &str) -> String {
    let mut layers = Vec::new();
    walk(css, |rest, _| {
        if rest.starts_with("@layer") {
            let end = rest.find(['{', ';']).unwrap_or(rest.len() - 1);
            if rest[end..].starts_with('{') {
                layers.push(true);
            }
            return end + 1;
        }
        match rest.as_bytes()[0] {
            b'{' => {
                layers.push(false);
                0
            }
            b'}' => usize::from(layers.pop().unwrap_or(false)),
            _ => 0,
        }
    })
}

/// One space where there was any white space, none where it cannot matter.
fn squeeze(css: &str) -> String {
    walk(css, |rest, out| {
        if rest.starts_with(';') && rest[1..].trim_start().starts_with('}') {
            return 1;
        }
        let space = rest.len() - rest.trim_start().len();
        if space == 0 {
            return 0;
        }
        let before = out.ends_with(['{', '}', ';', ',']) || out.is_empty();
        let after = rest[space..].starts_with(['{', '}', ';', ',']) || space == rest.len();
        if !before && !after {
            out.push(' ');
        }
        space
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_dissolve_and_what_is_inside_them_stays() {
        let css = "@layer a,b;\n@layer a{ .x{color:red} @media print{.x{color:blue}} }\n.y{top:0}";
        assert_eq!(squeeze(&flatten(css)), ".x{color:red}@media print{.x{color:blue}}.y{top:0}");
    }

    #[test]
    fn strings_and_addresses_are_left_alone() {
        let css = r#".x::after{content:"/* @layer a{  } \" */";background:url(data:image/png;base64,AA==)}"#;
        assert_eq!(squeeze(&flatten(&without_comments(css))), css);
    }

    #[test]
    fn a_space_that_means_something_is_kept() {
        let css = ".a .b > .c:hover ,\n .d :focus { margin : 0 calc(1px + 2px) ; }";
        assert_eq!(squeeze(css), ".a .b > .c:hover,.d :focus{margin : 0 calc(1px + 2px)}");
    }

    #[test]
    fn a_comment_does_not_join_two_words() {
        assert_eq!(squeeze(&without_comments(".a/* x */.b{}")), ".a .b{}");
    }
}
