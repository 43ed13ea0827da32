//! Fewer bytes of glue: the names that module and glue call each other by carry a digest each, which no compression shortens.

use std::collections::BTreeMap;

/// Whether an export serves Leptos' streams between server and page alone, which this app has none of.
pub(crate) fn is_unused(export: &str) -> bool {
    export.trim_start_matches("__wbg_").starts_with("intounderlying")
}

/// Short names for long ones, in their order.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    /// The short name for a long one; the same again when it is asked for again. Names that people read stay, and
    /// those by which the parts of the program know each other.
    pub(crate) fn short(&mut self, long: &str) -> String {
        if !long.starts_with("__w") || long.starts_with("__wasm_split") {
            return long.to_owned();
        }
        let next = format!("${}", self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }

    /// The glue with the short names, without comments and indentation.
    pub(crate) fn written(&self, glue: &str) -> String {
        let mut short = String::with_capacity(glue.len());
        let (mut comment, mut unused) = (false, false);
        for line in glue.lines().map(str::trim) {
            unused |= line.starts_with("export class IntoUnderlying");
            if unused {
                unused = !line.starts_with("if (Symbol.dispose) IntoUnderlying");
                continue;
            }
            comment |= line.starts_with("/*");
            if !comment && !line.is_empty() && !line.starts_with("//") {
                self.line(line, &mut short);
                short.push('\n');
            }
            comment &= !line.ends_with("*/");
        }
        short
    }

    fn line(&self, line: &str, into: &mut String) {
        let of_name =
            |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
        let mut rest = line;
        while let Some(start) = rest.find(of_name) {
            let (before, from) = rest.split_at(start);
            let (name, after) = from.split_at(from.find(|c| !of_name(c)).unwrap_or(from.len()));
            into.push_str(before);
            into.push_str(self.0.get(name).map_or(name, String::as_str));
            rest = after;
        }
        into.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_long_name_is_short_on_both_sides_and_no_other_name_is_touched() {
        let mut names = Names::default();
        assert_eq!(names.short("memory"), "memory");
        let short = names.short("__wbg_get_0123456789abcdef");
        assert_eq!(names.short("__wbg_get_0123456789abcdef"), short);
        let glue = "/**\n * of no use\n */\n  __wbg_get_0123456789abcdef: () => wasm.__wbg_get(__wbg_ptr), // \u{2026}\n\n  // so\n  a";
        assert_eq!(
            names.written(glue),
            format!("{short}: () => wasm.__wbg_get(__wbg_ptr), // \u{2026}\na\n")
        );
    }
}
