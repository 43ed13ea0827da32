//! What the words of an issue are about: the file that names the fields by what people say.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::Category;
use domain::form::Value;
use serde_json::json;

/// To be read and mended by whoever knows how people speak here.
const FILE: &str = include_str!("vocabulary.tsv");
/// What a word is worth in a title, among the words, and what the category alone is.
const TITLE: f64 = 6.0;
const WORDS: f64 = 4.0;
const CATEGORY: f64 = 2.0;

/// A row of the file.
#[derive(Debug)]
struct Row {
    field: &'static str,
    categories: Vec<Category>,
    words: Vec<&'static str>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| FILE.lines().filter_map(row).collect());

fn row(line: &'static str) -> Option<Row> {
    let mut parts = line.split('\t');
    let (field, categories, words) = (parts.next()?, parts.next()?, parts.next()?);
    let categories = categories.split_whitespace().filter_map(Category::of).collect();
    Some(Row { field, categories, words: words.split_whitespace().collect() })
}

/// Words that tell nothing apart.
pub(in crate::office) fn idle() -> String {
    let idle = ROWS.iter().filter(|row| row.field == "-");
    idle.flat_map(|row| row.words.iter().copied()).collect::<Vec<_>>().join(" ")
}

/// The fields that a matter is about: how surely, and by which words of an entry somebody knows of each.
pub(super) fn wanted(title: &str, words: &str, categories: &[Category]) -> Value {
    let mut worth: BTreeMap<usize, f64> = BTreeMap::new();
    for (at, row) in ROWS.iter().enumerate().filter(|(_, row)| row.field != "-") {
        let said = |text: &str| row.words.iter().any(|word| text.contains(word));
        let by_category = row.categories.iter().any(|one| categories.contains(one));
        let sure = match (said(title), said(words), by_category) {
            (true, ..) => TITLE,
            (_, true, _) => WORDS,
            (.., true) => CATEGORY,
            _ => continue,
        };
        // what is said and fits the category, too, is more likely meant
        let sure = if by_category && sure > CATEGORY { sure + 1.0 } else { sure };
        worth.insert(at, sure);
    }
    let rows = worth.into_iter().filter_map(|(at, worth)| Some((ROWS.get(at)?, worth)));
    let rows = rows.map(|(row, worth)| {
        let names: Vec<&str> = [row.field].into_iter().chain(row.words.iter().copied()).collect();
        json!({ "worth": worth, "names": names, "said": worth > CATEGORY })
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use domain::expertise::Field;

    use super::*;

    #[test]
    fn each_field_of_the_catalogue_has_a_row_and_each_row_a_field() {
        let rows: Vec<&str> =
            ROWS.iter().map(|row| row.field).filter(|field| *field != "-").collect();
        let all: Vec<&str> = Field::all().map(Field::as_str).collect();
        assert_eq!(rows, all);
        for line in FILE.lines().filter(|line| !line.starts_with('#')) {
            let row = row(line).unwrap_or_else(|| panic!("{line}"));
            let named = line.split('\t').nth(1).unwrap_or_default().split_whitespace().count();
            assert_eq!(row.categories.len(), named, "{line}");
            assert!(!row.words.is_empty(), "{line}");
        }
    }

    #[test]
    fn what_people_say_is_found_in_the_title_before_the_words() {
        let told = wanted("毛竹卖不掉", "堆在路边，怕着火", &[Category::Economy]);
        let worth = |field: &str| {
            told.as_array()
                .into_iter()
                .flatten()
                .find(|row| row["names"][0] == field)
                .map(|row| row["worth"].clone())
        };
        assert_eq!(worth("forestry"), Some(json!(7.0)));
        assert_eq!(worth("fire"), Some(json!(4.0)));
        assert_eq!(worth("business"), Some(json!(2.0)));
        assert_eq!(worth("medicine"), None);
    }
}
