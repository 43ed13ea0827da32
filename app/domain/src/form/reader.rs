//! Reads an untyped value part by part. What is wrong is noted here, once, and reading goes on with blanks in its
//! place: so the code of a shape is a row of calls, with no way out at each of them.

use super::{Fault, Misread, Value};
use crate::Fields;

/// Something untyped, and how far it is read.
#[derive(Debug)]
pub struct Reader {
    /// What is read next; none where nobody says it.
    here: Option<Value>,
    /// Whether it may be unsaid.
    may: bool,
    /// The innermost field that it is in.
    name: &'static str,
    /// What that is within, the innermost last.
    around: Vec<Around>,
    misread: Option<Box<Misread>>,
}

/// An object or a list that is being read.
#[derive(Debug)]
struct Around {
    fields: Fields,
    list: std::vec::IntoIter<Value>,
    /// The field that it is in itself.
    name: &'static str,
    /// It is unsaid, and may be: so may all that is in it.
    blank: bool,
}

impl Reader {
    /// From the beginning.
    #[inline(never)]
    #[must_use]
    pub fn new(value: Value) -> Self {
        Self { here: Some(value), may: false, name: "", around: Vec::new(), misread: None }
    }

    /// From the beginning of what a text says.
    #[inline(never)]
    pub(super) fn of(text: &str) -> Self {
        let mut from = Self::new(Value::Null);
        match serde_json::from_str(text) {
            Ok(value) => from.here = Some(value),
            Err(_) => from.note(Fault::NotJson),
        }
        from
    }

    /// From the beginning of what a text says that is perhaps not there; no text is no JSON.
    #[inline(never)]
    pub(super) fn perhaps(text: Option<String>) -> Self {
        Self::of(&text.unwrap_or_default())
    }

    /// What was wrong, once all is read.
    #[inline(never)]
    pub(super) fn end(self) -> Option<Box<Misread>> {
        self.misread
    }

    fn note(&mut self, fault: Fault) {
        if self.misread.is_none() {
            self.misread = Some(Box::new(Misread { field: self.name, fault }));
        }
    }

    /// Notes that something else was expected here.
    #[inline(never)]
    pub fn refuse(&mut self, wanted: &'static str, found: &Value) {
        let found = match found {
            Value::Null => "nothing",
            Value::Bool(_) => "yes or no",
            Value::Number(_) => "another number",
            Value::String(_) => "another text",
            Value::Array(_) => "another list",
            Value::Object(_) => "another object",
        };
        self.note(Fault::Other { wanted, found });
    }

    /// Goes to a field that must be there. What is read of it leaves null in its place.
    #[inline(never)]
    pub fn must(&mut self, name: &'static str) -> &mut Self {
        let around = self.around.last_mut();
        self.may = around.as_ref().is_none_or(|around| around.blank);
        self.here = around.and_then(|around| around.fields.get_mut(name)).map(Value::take);
        self.name = name;
        self
    }

    /// Goes to a field that is blank where it is missing.
    #[inline(never)]
    pub fn may(&mut self, name: &'static str) -> &mut Self {
        self.must(name).may = true;
        self
    }

    /// Takes what is here; it is noted if it must be and is not.
    #[inline(never)]
    pub fn value(&mut self) -> Option<Value> {
        if self.here.is_none() && !self.may {
            self.note(Fault::Missing);
        }
        self.here.take()
    }

    /// Whether nothing is here, or null.
    #[inline(never)]
    pub fn nothing(&mut self) -> bool {
        self.here.as_ref().is_none_or(Value::is_null)
    }

    /// Takes the text that is here.
    #[inline(never)]
    pub fn text(&mut self, wanted: &'static str) -> Option<String> {
        match self.value()? {
            Value::String(text) => Some(text),
            other => {
                self.refuse(wanted, &other);
                None
            }
        }
    }

    /// Takes what `parsed` makes of the text that is here.
    pub fn word<T>(
        &mut self,
        wanted: &'static str,
        parsed: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(wanted)?;
        let word = parsed(&text);
        if word.is_none() {
            self.refuse(wanted, &Value::String(text));
        }
        word
    }

    /// Takes the count that is here.
    #[inline(never)]
    pub fn count(&mut self, wanted: &'static str, most: u64) -> u64 {
        let Some(value) = self.value() else { return 0 };
        value.as_u64().filter(|count| *count <= most).unwrap_or_else(|| {
            self.refuse(wanted, &value);
            0
        })
    }

    /// Takes a word of which the place among those that are known is told; their number for one that is not, which
    /// is noted unless `other` ones are welcome.
    #[inline(never)]
    pub fn which(&mut self, words: &[&str], other: bool) -> usize {
        let Some(said) = self.text("a word") else { return words.len() };
        words.iter().position(|word| *word == said).unwrap_or_else(|| {
            if !other {
                self.note(Fault::Unknown);
            }
            words.len()
        })
    }

    fn enter(&mut self, fields: Fields, list: Vec<Value>, blank: bool) {
        self.around.push(Around { fields, list: list.into_iter(), name: self.name, blank });
    }

    /// Goes into the object that is here; [`Self::close`] leaves it.
    #[inline(never)]
    pub fn open(&mut self) {
        let blank = self.here.is_none();
        let fields = self.object();
        self.enter(fields, Vec::new(), blank);
    }

    /// Leaves what was entered last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(left) = self.around.pop() {
            self.name = left.name;
        }
    }

    /// Whether the object that is here has such a field.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.here.as_ref().is_some_and(|here| here.get(name).is_some())
    }

    /// Takes the object that is here.
    #[inline(never)]
    pub fn object(&mut self) -> Fields {
        match self.value() {
            Some(Value::Object(fields)) => fields,
            Some(other) => {
                self.refuse("an object", &other);
                Fields::new()
            }
            None => Fields::new(),
        }
    }

    /// Goes into the list that is here; [`Self::advance`] leaves it behind the last.
    #[inline(never)]
    pub fn list(&mut self) {
        let list = match self.value() {
            Some(Value::Array(values)) => values,
            Some(other) => {
                self.refuse("a list", &other);
                Vec::new()
            }
            None => Vec::new(),
        };
        self.enter(Fields::new(), list, false);
    }

    /// Goes into the object that is here as into a list, in which each name stands before what it names.
    #[inline(never)]
    pub fn names(&mut self) {
        let mut list = Vec::new();
        for (name, value) in self.object() {
            list.push(Value::String(name));
            list.push(value);
        }
        self.enter(Fields::new(), list, false);
    }

    /// Goes into the list of two that is here; [`Self::close`] leaves it.
    #[inline(never)]
    pub fn pair(&mut self) {
        self.list();
        let two = self.around.last().is_some_and(|around| around.list.len() == 2);
        if !two {
            self.note(Fault::Other { wanted: "a pair", found: "another list" });
        }
    }

    /// Goes to the next of a list; whether there is one. Behind a fault there is none.
    #[inline(never)]
    pub fn advance(&mut self) -> bool {
        self.step();
        if self.here.is_none() {
            self.close();
        }
        self.here.is_some()
    }

    /// Goes to the next of what has as many as are asked for.
    #[inline(never)]
    pub fn step(&mut self) -> &mut Self {
        let sound = self.misread.is_none();
        let around = self.around.last_mut().filter(|_| sound);
        self.here = around.and_then(|around| {
            self.name = around.name;
            around.list.next()
        });
        self.may = true;
        self
    }
}
