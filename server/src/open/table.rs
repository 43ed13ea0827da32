//! A table of the open data, as CSV and as JSON. A column is there only with its line in the dictionary: both are made of
//! the same [`Column`].

use serde_json::{Map, Value, json};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Text,
    /// One of a few words, which the dictionary lists.
    Word,
    Number,
    /// `2026-09-18`, by the calendar of Asia/Shanghai.
    Date,
    /// What names a thing: a UUID, or a check code.
    Name,
}

impl Type {
    fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Word => "word",
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
        }
    }
}

/// A column, with all that the dictionary says of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) sort: Type,
    /// In what it is counted; the words it can be.
    pub(crate) unit: &'static str,
    /// Which record and field it is made of.
    pub(crate) from: &'static str,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    None,
    Text(String),
    Number(i64),
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(some: Option<T>) -> Self {
        some.map_or(Self::None, Into::into)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) columns: &'static [Column],
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// RFC 4180 with the mark by which spreadsheets know UTF-8.
    pub(crate) fn csv(&self) -> String {
        let mut out = String::from("\u{feff}");
        line(&mut out, self.columns.iter().map(|column| Cell::from(column.name)));
        self.rows.iter().for_each(|row| line(&mut out, row.iter().cloned()));
        out
    }

    /// A list of objects.
    pub(crate) fn json(&self) -> Value {
        let row = |row: &Vec<Cell>| {
            let cells = self.columns.iter().zip(row);
            let named = cells.map(|(column, cell)| (column.name.to_owned(), value(cell)));
            Value::Object(named.collect::<Map<_, _>>())
        };
        self.rows.iter().map(row).collect()
    }
}

/// One line, at whose end there is a line end, also of the last.
fn line(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (nth, cell) in cells.enumerate() {
        if nth > 0 {
            out.push(',');
        }
        match cell {
            Cell::None => {}
            Cell::Text(text) => quoted(out, &text),
            Cell::Number(number) => out.push_str(&number.to_string()),
        }
    }
    out.push_str("\r\n");
}

/// A text. What a spreadsheet would take for a formula has an apostrophe before it, as the dictionary says.
fn quoted(out: &mut String, text: &str) {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::None => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Number(number) => json!(number),
    }
}

/// The columns of the dictionary itself.
pub(crate) const DICTIONARY: &[Column] = &[
    column(("table", "表", "Table"), Type::Name, "", "the name of the files"),
    column(
        ("column", "列", "Column"),
        Type::Name,
        "",
        "the name in the first line of the CSV, and in the JSON",
    ),
    column(("zh", "中文", "In Chinese"), Type::Text, "", "what it is"),
    column(("en", "英文", "In English"), Type::Text, "", "what it is"),
    column(
        ("type", "类型", "Type"),
        Type::Word,
        "text, word, number, date, name",
        "what stands there",
    ),
    column(
        ("unit", "单位或取值", "Unit, or the words it can be"),
        Type::Text,
        "",
        "in what it is counted",
    ),
    column(
        ("from", "出处", "Where it comes from"),
        Type::Text,
        "",
        "the record and field it is made of",
    ),
];

/// A column, written down in one line.
pub(crate) const fn column(
    (name, zh, en): (&'static str, &'static str, &'static str),
    sort: Type,
    unit: &'static str,
    from: &'static str,
) -> Column {
    Column { name, zh, en, sort, unit, from }
}

/// The dictionary of all tables, and of itself.
pub(crate) fn dictionary(tables: &[Table]) -> Table {
    let mut dictionary = Table {
        name: "dictionary",
        zh: "每一列是什么",
        en: "What each column is",
        columns: DICTIONARY,
        rows: Vec::new(),
    };
    let all = tables.iter().map(|table| (table.name, table.columns));
    let all = all.chain([(dictionary.name, dictionary.columns)]);
    let row = |table: &'static str, one: &Column| {
        let Column { name, zh, en, sort, unit, from } = *one;
        [table, name, zh, en, sort.as_str(), unit, from].map(Cell::from).into()
    };
    dictionary.rows =
        all.flat_map(|(table, columns)| columns.iter().map(move |one| row(table, one))).collect();
    dictionary
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_reckon_stays_a_text() {
        let table = Table {
            name: "t",
            zh: "",
            en: "",
            columns: DICTIONARY,
            rows: vec![vec!["=1+1".into(), "说\"好\",\r\n行".into(), (-3_i64).into(), Cell::None]],
        };
        let csv = table.csv();
        assert!(csv.starts_with("\u{feff}\"table\",\"column\""));
        assert!(csv.ends_with("\"'=1+1\",\"说\"\"好\"\",\r\n行\",-3,\r\n"), "{csv}");
        let cell = |text: &str| {
            let mut out = String::new();
            quoted(&mut out, text);
            out
        };
        for text in ["+86", "-1", "@sum", " =1", "\tx", "＝1"] {
            assert!(cell(text).starts_with("\"'"), "{text}");
        }
        assert_eq!(cell("路灯 = 12"), "\"路灯 = 12\"");
    }
}
