//! The language of what people wrote: it is theirs, whatever language the app speaks.

/// The `lang` of a text that may be somebody's words; nothing where the page's own will do.
pub(crate) fn tongue(text: &str) -> Option<&'static str> {
    text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)).then_some("zh-CN")
}

#[cfg(test)]
mod tests {
    use super::tongue;

    #[test]
    fn chinese_words_are_marked_on_an_english_page() {
        assert_eq!(tongue("No. 9 路灯"), Some("zh-CN"));
        assert_eq!(tongue("The lamp"), None);
    }
}
