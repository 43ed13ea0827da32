//! How the fields of a record came to say what they say: each turn, from what to what, by whom and when.

use crate::{
    Form, Id, Millis, Record,
    edit::editable,
    form::Value,
    sync::authority::{Lost, Stamp, Stamps},
};

/// One turn of one field.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Turn {
    /// The field.
    pub field: String,
    /// What stood there; null for nothing.
    #[form(default)]
    pub from: Value,
    /// What stood there from then on.
    #[form(default)]
    pub to: Value,
    /// Who.
    #[form(sparse)]
    pub by: Option<Id>,
    /// When.
    #[form(sparse)]
    pub at: Option<Millis>,
}

/// All turns of a record that are known, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub struct Past {
    /// The turns.
    pub turns: Vec<Turn>,
}

/// What is asked: the past of which record.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct AskPast {
    /// The record.
    pub record: Id,
}

/// The turns of a record, from what was written over, the oldest first. A value that is `None` may not be told: it
/// stood where the reader does not read.
#[must_use]
pub fn past(record: &Record, stamps: &Stamps, over: &[(Lost, bool)]) -> Past {
    let begun = over.iter().filter_map(|(lost, _)| Some(lost.stamp.as_ref()?.at));
    let begun = begun.chain(stamps.values().map(|stamp| stamp.at)).min();
    let mut names: Vec<&str> = over.iter().map(|(lost, _)| lost.field.as_str()).collect();
    names.extend(stamps.keys().map(String::as_str));
    names.sort_unstable();
    names.dedup();
    let mut turns = Vec::new();
    for name in names.into_iter().filter(|name| editable(&record.kind, name)) {
        let stood = over.iter().filter(|(lost, _)| lost.field == name);
        let mut values: Vec<Stood<'_>> = stood
            .map(|(lost, told)| (Some(&lost.value).filter(|_| *told), lost.stamp.as_ref()))
            .collect();
        let nothing = &Value::Null;
        values.push((Some(record.fields.get(name).unwrap_or(nothing)), stamps.get(name)));
        // what the record began with is told by its first step
        let later = values[0].1.is_some_and(|stamp| Some(stamp.at) > begun);
        let first: Stood<'_> = (Some(nothing), None);
        let before = Some(first).filter(|_| later).into_iter().chain(values.iter().copied());
        let after = values.iter().copied().skip(usize::from(!later));
        for ((from, _), (to, stamp)) in before.zip(after) {
            if let (Some(from), Some(to)) = (from, to)
                && from != to
            {
                let (by, at) = (stamp.map(|stamp| stamp.by), stamp.map(|stamp| stamp.at));
                turns.push(Turn {
                    field: name.to_owned(),
                    from: from.clone(),
                    to: to.clone(),
                    by,
                    at,
                });
            }
        }
    }
    turns.sort_by_key(|turn| std::cmp::Reverse(turn.at));
    Past { turns }
}

/// A value, unless it may not be told, and whose it was.
type Stood<'a> = (Option<&'a Value>, Option<&'a Stamp>);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Kind, Scope};

    fn stamp(by: u128, at: Millis) -> Stamp {
        Stamp { by: Id::from_u128(by), at, rev: 1 }
    }

    fn lost(field: &str, value: Value, stamp: Stamp) -> Lost {
        Lost { field: field.into(), value, stamp: Some(stamp) }
    }

    /// An issue whose households were 30, 45, nothing and 50.
    fn told(hidden: usize) -> Vec<String> {
        let mut record =
            Record::blank(Kind::Issue, Id::from_u128(1), Scope::Village(Id::from_u128(2)));
        record.set("title", "井");
        record.set("households", 50);
        let stamps: Stamps =
            [("title".to_owned(), stamp(1, 10)), ("households".to_owned(), stamp(2, 40))]
                .into_iter()
                .collect();
        let over = [
            lost("households", json!(30), stamp(1, 10)),
            lost("households", json!(45), stamp(2, 20)),
            lost("households", Value::Null, stamp(1, 30)),
        ];
        let over: Vec<_> =
            over.into_iter().enumerate().map(|(n, lost)| (lost, n >= hidden)).collect();
        let line = |turn: Turn| {
            format!(
                "{} {} to {} by {}",
                turn.field,
                turn.from,
                turn.to,
                turn.by.map_or(0, |by| by.as_u128())
            )
        };
        past(&record, &stamps, &over).turns.into_iter().map(line).collect()
    }

    #[test]
    fn a_record_tells_who_changed_what_the_newest_first() {
        assert_eq!(
            told(0),
            [
                "households null to 50 by 2",
                "households 45 to null by 1",
                "households 30 to 45 by 2"
            ]
        );
    }

    #[test]
    fn a_value_that_stood_where_the_reader_does_not_read_is_not_told() {
        assert_eq!(told(1), ["households null to 50 by 2", "households 45 to null by 1"]);
    }

    #[test]
    fn what_was_written_into_an_empty_field_later_is_told() {
        let mut record =
            Record::blank(Kind::Issue, Id::from_u128(1), Scope::Village(Id::from_u128(2)));
        record.set("title", "井");
        record.set("households", 50);
        let stamps = [("title".to_owned(), stamp(1, 10)), ("households".to_owned(), stamp(2, 40))];
        let turns = past(&record, &stamps.into_iter().collect(), &[]).turns;
        let told: Vec<_> = turns.iter().map(|turn| (turn.field.as_str(), &turn.from)).collect();
        assert_eq!(told, [("households", &Value::Null)]);
    }
}
