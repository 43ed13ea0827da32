//! What may stand in a record: the one place that bounds what people type and what a broken phone may send.

use crate::{Millis, Record, Refusal, issue::WORDS};

/// The latest day anybody may plan for: the end of 2199. Beyond it, calendars of phones disagree.
const LAST_DAY: Millis = 7_258_118_400_000;
/// The largest count of households or of siblings in the place tree.
const COUNT: u64 = 100_000;

/// What somebody said, trimmed; neither empty nor without end, and nothing a database cannot keep.
pub(crate) fn said(field: &str, text: &str, max: usize) -> Result<String, Refusal> {
    let text = bare(text);
    if text.contains('\0') {
        return Err(wrong(field));
    }
    match text.chars().count() {
        0 => Err(Refusal::Empty { field: field.to_owned() }),
        n if n > max => Err(Refusal::TooLong { field: field.to_owned(), max }),
        _ => Ok(text.to_owned()),
    }
}

/// The text without what nobody sees at its ends.
pub(crate) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || unseen(c))
}

/// The same for what may be left out; said and empty is left out.
pub(crate) fn said_perhaps(
    field: &str,
    text: Option<&String>,
    max: usize,
) -> Result<Option<String>, Refusal> {
    match text.map(|text| said(field, text, max)) {
        None | Some(Err(Refusal::Empty { .. })) => Ok(None),
        Some(said) => said.map(Some),
    }
}

/// A reason that must be given, in the field `why`.
pub(crate) fn reason(why: &str) -> Result<String, Refusal> {
    match said("why", why, WORDS) {
        Err(Refusal::Empty { .. }) => Err(Refusal::NeedsReason),
        why => why,
    }
}

/// The texts of a record, each trimmed and no longer than it may be: a name, how long, and whether it must be there.
pub(crate) fn tidy(record: &mut Record, texts: &[(&str, usize, bool)]) -> Result<(), Refusal> {
    for &(field, max, must) in texts {
        let text = record.text(field).unwrap_or_default();
        match said(field, text, max) {
            Ok(text) => record.set(field, text),
            Err(Refusal::Empty { .. }) if !must => record.set(field, serde_json::Value::Null),
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(())
}

/// A count that can be.
pub(crate) fn count(field: &str, n: u64) -> Result<u64, Refusal> {
    if n <= COUNT { Ok(n) } else { Err(wrong(field)) }
}

/// A day that can be planned for.
pub(crate) fn day(field: &str, at: Millis) -> Result<Millis, Refusal> {
    if (0..LAST_DAY).contains(&at) { Ok(at) } else { Err(wrong(field)) }
}

/// The refusal of a value that cannot be.
pub(crate) fn wrong(field: &str) -> Refusal {
    Refusal::WrongValue { field: field.to_owned() }
}

/// Marks that leave no trace on the screen: a text of nothing else says nothing.
pub(crate) fn unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
