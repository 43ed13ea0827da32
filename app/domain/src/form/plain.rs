//! The forms of what everything is made of: texts, numbers, lists, and what is perhaps there.

use super::{Fielded, Form, Reader, Value, said};
use crate::{Fields, Id};

impl Form for Value {
    fn form(&self) -> Value {
        self.clone()
    }

    fn take(from: &mut Reader) -> Self {
        from.value().unwrap_or_default()
    }
}

impl Form for Fields {
    fn form(&self) -> Value {
        Value::Object(self.clone())
    }

    fn take(from: &mut Reader) -> Self {
        from.object()
    }
}

impl Form for String {
    fn form(&self) -> Value {
        said(self)
    }

    fn take(from: &mut Reader) -> Self {
        from.text("a text").unwrap_or_default()
    }
}

impl Form for bool {
    fn form(&self) -> Value {
        Value::Bool(*self)
    }

    #[inline(never)]
    fn take(from: &mut Reader) -> Self {
        let Some(value) = from.value() else { return false };
        value.as_bool().unwrap_or_else(|| {
            from.refuse("yes or no", &value);
            false
        })
    }
}

/// Counts that the type can hold.
macro_rules! counts {
    ($($count:ty: $wanted:literal;)*) => { $(
        impl Form for $count {
            fn form(&self) -> Value {
                Value::from(*self)
            }

            fn take(from: &mut Reader) -> Self {
                // no more than the most that it can hold
                from.count($wanted, Self::MAX as u64) as Self
            }
        }
    )* };
}

counts! {
    u32: "a count below 2^32";
    u64: "a count";
    usize: "a count";
}

impl Form for i64 {
    fn form(&self) -> Value {
        Value::from(*self)
    }

    #[inline(never)]
    fn take(from: &mut Reader) -> Self {
        let Some(value) = from.value() else { return 0 };
        value.as_i64().unwrap_or_else(|| {
            from.refuse("a whole number", &value);
            0
        })
    }
}

impl Form for Id {
    fn form(&self) -> Value {
        Value::String(self.to_string())
    }

    #[inline(never)]
    fn take(from: &mut Reader) -> Self {
        from.word("an id", |text| Self::try_parse(text).ok()).unwrap_or_default()
    }
}

impl<T: Form> Form for Option<T> {
    fn form(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::form)
    }

    fn take(from: &mut Reader) -> Self {
        if from.nothing() { None } else { Some(T::take(from)) }
    }
}

/// What is shared has the form of what it is.
impl<T: Fielded> Fielded for std::sync::Arc<T> {
    fn put(&self, fields: &mut Fields) {
        T::put(self, fields);
    }

    fn take(from: &mut Reader) -> Self {
        Self::new(T::take(from))
    }
}

impl<T: Form> Form for Vec<T> {
    fn form(&self) -> Value {
        let mut values = Vec::with_capacity(self.len());
        for value in self {
            values.push(value.form());
        }
        Value::Array(values)
    }

    fn take(from: &mut Reader) -> Self {
        let mut values = Self::new();
        from.list();
        while from.advance() {
            values.push(T::take(from));
        }
        values
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    fn form(&self) -> Value {
        Value::Array(vec![self.0.form(), self.1.form()])
    }

    fn take(from: &mut Reader) -> Self {
        from.pair();
        let pair = (A::take(from.step()), B::take(from.step()));
        from.close();
        pair
    }
}
