//! The languages of the catalogue.

use crate::{EN, Words, ZH};
/// A language of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// The tag for `lang` attributes.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// What it calls itself, whatever the page speaks.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// The language of a tag or an `Accept-Language` header; Chinese unless English is asked for first.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let first = tag.split([',', ';']).next().unwrap_or("").trim();
        if first.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("en")) {
            Self::En
        } else {
            Self::Zh
        }
    }

    /// The catalogue in this language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }
}
