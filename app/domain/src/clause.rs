//! Cuts a text into clauses: the pieces that two people seldom write at the same time.

/// The clauses of a text, each with its ending; together they are the text.
///
/// A stop between Latin letters or digits ends nothing (3.5, 10,000, a web address); a closing quote and further
/// stops stay with the stop they follow; nothing that a reader sees as one character is cut in two.
#[must_use]
pub fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let (mut from, mut before) = (0, None);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        if closes(before, c, next) {
            let mut end = at + c.len_utf8();
            if c != '\n' {
                while let Some((at, c)) = rest.next_if(|(_, c)| stays(*c)) {
                    end = at + c.len_utf8();
                }
            }
            clauses.push(&text[from..end]);
            from = end;
        }
        before = Some(c);
    }
    if from < text.len() {
        clauses.push(&text[from..]);
    }
    clauses
}

/// Whether a character can end a clause.
pub(crate) fn ends_clause(c: char) -> bool {
    full_width(c) || matches!(c, '\n' | '.' | '!' | '?' | ';' | ',')
}

/// Whether a clause is closed by an ending; only the last one of a text may lie open.
pub(crate) fn ended(clause: &str) -> bool {
    clause.trim_end_matches(|c| stays(c) && !ends_clause(c)).ends_with(ends_clause)
}

fn full_width(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '，')
}

fn closes(before: Option<char>, c: char, next: Option<char>) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    ends_clause(c) && (c == '\n' || full_width(c) || !(word(before) && word(next)))
}

/// What stays with the stop before it: further stops, closing quotes and brackets, and marks that change it.
fn stays(c: char) -> bool {
    (ends_clause(c) && c != '\n')
        || matches!(c, '”' | '’' | '」' | '』' | '）' | '》' | '⟫' | ')' | '"' | '…')
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{200D}' | '\u{20E3}')
}
