//! Where a line of Chinese mixed with Latin words and figures may end: never before a closing mark, never after an
//! opening one, never inside a word or between a figure and its unit.

/// What a character does in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A character of the grid.
    Wide,
    /// A mark that opens, with its ink on the right.
    Open,
    /// A mark that closes, with its ink on the left.
    Close,
    /// Part of a word or a figure.
    Word,
    /// A space between them.
    Space,
}

/// What never begins a line.
const NO_START: &str = "，。、；：？！）》」』】〉〕］｝”’…—～·％‰℃°々,.;:!?)]}%";
/// What never ends one.
const NO_END: &str = "（《「『【〈〔［｛“‘([{￥¥$№";
const OPEN: &str = "（《「『【〈〔［｛“‘";
const CLOSE: &str = "，。、；：？！）》」』】〉〕］｝”’";

impl Class {
    /// The class of a character; in Latin text quotation marks belong to their words.
    pub(super) fn of(c: char, latin: bool) -> Self {
        match c {
            ' ' | '\t' | '\u{a0}' => Self::Space,
            '“' | '”' | '‘' | '’' if latin => Self::Word,
            c if OPEN.contains(c) => Self::Open,
            c if CLOSE.contains(c) => Self::Close,
            c if wide(c) => Self::Wide,
            _ => Self::Word,
        }
    }
}

/// Whether a line may end between two characters that follow each other; `before` is what stands before them.
pub(super) fn may_break(before: Option<char>, a: char, b: char, latin: bool) -> bool {
    let (left, right) = (Class::of(a, latin), Class::of(b, latin));
    if right == Class::Space || NO_START.contains(b) && !(latin && left == Class::Space) {
        return false;
    }
    match (left, right) {
        (Class::Space, Class::Wide) => !before.is_some_and(|c| c.is_ascii_digit()),
        (Class::Space, _) => true,
        (Class::Word, Class::Word) => "-/".contains(a) && b.is_alphabetic(),
        _ => !NO_END.contains(a),
    }
}

/// Whether a character fills a field of the grid.
fn wide(c: char) -> bool {
    matches!(c,
        '—' | '…' | '〓' | '□' | '○' | '●' | '◇' | '①'..='⓿'
        | '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{30ff}' | '\u{3100}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character leaves no trace: marks of direction and variation, and what is no character.
pub(super) fn unseen(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a text may be broken, shown with bars.
    fn bars(text: &str, latin: bool) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut shown = String::new();
        for (at, c) in chars.iter().enumerate() {
            shown.push(*c);
            let before = at.checked_sub(1).map(|at| chars[at]);
            if chars.get(at + 1).is_some_and(|next| may_break(before, *c, *next, latin)) {
                shown.push('|');
            }
        }
        shown
    }

    #[test]
    fn marks_stay_with_what_they_mark() {
        assert_eq!(
            bars("他说：“装在转弯头。”好（真的）！", false),
            "他|说：|“装|在|转|弯|头。”|好|（真|的）！"
        );
        assert_eq!(bars("想——想……说", false), "想——|想……|说");
    }

    #[test]
    fn a_figure_stays_whole_and_with_its_unit() {
        assert_eq!(bars("补 60%，请在 10 月", false), "补 |60%，|请|在 |10 月");
        assert_eq!(bars("620 米宽3.5米", false), "620 米|宽|3.5|米");
    }

    #[test]
    fn a_latin_line_ends_between_words() {
        assert_eq!(
            bars("Don’t “say” no, or twenty-one.", true),
            "Don’t |“say” |no, |or |twenty-|one."
        );
    }
}
