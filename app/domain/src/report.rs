//! 报告: what a quarter or a year of a district was, as its office reads it before it goes on paper.

use std::fmt;
use std::str::FromStr;

use crate::Form;

/// A year, or a quarter of one: `2026`, `2026-Q3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// 2026
    pub year: u32,
    /// 1–4; the whole year without one.
    pub quarter: Option<u32>,
}

impl Period {
    /// The first month and how many there are.
    #[must_use]
    pub fn months(self) -> (u32, u32) {
        self.quarter.map_or((1, 12), |quarter| (quarter * 3 - 2, 3))
    }

    /// The period that begins when this one ends.
    #[must_use]
    pub fn next(self) -> Self {
        match self.quarter {
            None => Self { year: self.year + 1, quarter: None },
            Some(4) => Self { year: self.year + 1, quarter: Some(1) },
            Some(quarter) => Self { quarter: Some(quarter + 1), ..self },
        }
    }

    /// A year with its quarters, the whole of it first.
    pub fn of_year(year: u32) -> impl Iterator<Item = Self> {
        let quarters = (1..=4).map(Some);
        std::iter::once(None).chain(quarters).map(move |quarter| Self { year, quarter })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.quarter {
            Some(quarter) => write!(out, "{}-Q{quarter}", self.year),
            None => write!(out, "{}", self.year),
        }
    }
}

/// It is no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPeriod;

impl FromStr for Period {
    type Err = NoPeriod;

    fn from_str(word: &str) -> Result<Self, NoPeriod> {
        let (year, quarter) = match word.split_once("-Q") {
            Some((year, quarter)) => (year, Some(quarter)),
            None => (word, None),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !quarter.is_none_or(|q| q.len() == 1 && digits(q)) {
            return Err(NoPeriod);
        }
        let year: u32 = year.parse().map_err(|_| NoPeriod)?;
        let quarter: Option<u32> = quarter.map(str::parse).transpose().map_err(|_| NoPeriod)?;
        let fits = (2000..=2999).contains(&year) && quarter.is_none_or(|q| (1..=4).contains(&q));
        if fits { Ok(Self { year, quarter }) } else { Err(NoPeriod) }
    }
}

/// What sort of piece of a paper it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form)]
pub enum Sort {
    /// A heading.
    Heading,
    /// A paragraph.
    #[default]
    Paragraph,
    /// One of several things under a heading.
    Item,
    /// A label and what stands behind it.
    Fact,
    /// A place to sign.
    Sign,
}

/// A piece of a paper, as it is read before it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Piece {
    /// Which sort.
    pub sort: Sort,
    /// What stands before it.
    #[form(sparse)]
    pub label: Option<String>,
    /// What it says.
    pub text: String,
}

/// A report, as it is read before it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Preview {
    /// The head: whose report it is.
    pub head: String,
    /// Its title: of which period.
    pub title: String,
    /// Whether the period is not over yet: the paper says that it is a draft.
    pub draft: bool,
    /// All that it says, in order.
    pub pieces: Vec<Piece>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_or_a_quarter_and_nothing_else() {
        for word in ["2026", "2026-Q1", "2026-Q4"] {
            assert_eq!(word.parse::<Period>().map(|period| period.to_string()), Ok(word.into()));
        }
        for word in
            ["", "26", "2026-Q0", "2026-Q5", "2026-Q", "2026-Q11", "+026", "2026-q1", "1999"]
        {
            assert_eq!(word.parse::<Period>(), Err(NoPeriod), "{word}");
        }
        let third = Period { year: 2026, quarter: Some(3) };
        assert_eq!((third.months(), third.next().to_string()), ((7, 3), "2026-Q4".into()));
        assert_eq!(third.next().next().to_string(), "2027-Q1");
    }

    #[test]
    fn a_preview_is_written_and_read_again() {
        let text = r#"{"draft":true,"head":"云溪区协商工作报告","pieces":[{"label":"签发人","sort":"sign","text":""}],"title":"2026 年"}"#;
        let preview: Preview = crate::form::parse(text).expect("a preview");
        assert!(preview.draft && preview.pieces[0].sort == Sort::Sign);
        assert_eq!(crate::form::text(&preview), text);
    }
}
