//! What searching letters may mean beyond themselves.

/// The number people mean by 23, 第 23 号, #23 or No. 23.
#[must_use]
pub fn number_in(letters: &str) -> Option<u32> {
    let letters = letters.trim().to_ascii_lowercase();
    let rest = letters.trim_start_matches(['第', '#']).trim_start();
    let rest = rest.strip_prefix("no.").or_else(|| rest.strip_prefix("no")).unwrap_or(rest);
    rest.trim_end_matches('号').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_meant_however_it_is_written() {
        for written in ["23", " 第 23 号 ", "第23号", "#23", "No. 23", "no 23"] {
            assert_eq!(number_in(written), Some(23), "{written}");
        }
        for words in ["北渠", "第一组", "23 户", ""] {
            assert_eq!(number_in(words), None, "{words}");
        }
    }
}
