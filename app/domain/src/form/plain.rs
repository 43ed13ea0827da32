//! The forms of what everything is made of: texts, numbers, lists, and what is perhaps there.

use super::{Form, Misread, Value, said};
use crate::{Fields, Id};

impl Form for Value {
    fn form(&self) -> Value {
        self.clone()
    }

    fn read(value: Value) -> Result<Self, Misread> {
        Ok(value)
    }
}

impl Form for Fields {
    fn form(&self) -> Value {
        Value::Object(self.clone())
    }

    fn read(value: Value) -> Result<Self, Misread> {
        match value {
            Value::Object(fields) => Ok(fields),
            other => Err(Misread::other("an object", &other)),
        }
    }
}

impl Form for String {
    fn form(&self) -> Value {
        said(self)
    }

    fn read(value: Value) -> Result<Self, Misread> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(Misread::other("a text", &other)),
        }
    }
}

impl Form for bool {
    fn form(&self) -> Value {
        Value::Bool(*self)
    }

    fn read(value: Value) -> Result<Self, Misread> {
        value.as_bool().ok_or_else(|| Misread::other("yes or no", &value))
    }

    fn silent(&self) -> bool {
        !self
    }
}

/// A number that a narrower type can hold, too.
macro_rules! numbers {
    ($($number:ty: $read:ident, $wanted:literal;)*) => { $(
        impl Form for $number {
            fn form(&self) -> Value {
                Value::from(*self)
            }

            fn read(value: Value) -> Result<Self, Misread> {
                let number = value.$read().and_then(|number| Self::try_from(number).ok());
                number.ok_or_else(|| Misread::other($wanted, &value))
            }
        }
    )* };
}

numbers! {
    u32: as_u64, "a count below 2^32";
    u64: as_u64, "a count";
    usize: as_u64, "a count";
    i64: as_i64, "a whole number";
}

impl Form for Id {
    fn form(&self) -> Value {
        Value::String(self.to_string())
    }

    fn read(value: Value) -> Result<Self, Misread> {
        let id = value.as_str().and_then(|text| Self::try_parse(text).ok());
        id.ok_or_else(|| Misread::other("an id", &value))
    }
}

impl<T: Form> Form for Option<T> {
    fn form(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::form)
    }

    fn read(value: Value) -> Result<Self, Misread> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }

    fn unsaid() -> Option<Self> {
        Some(None)
    }

    fn silent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Form> Form for Vec<T> {
    fn form(&self) -> Value {
        Value::Array(self.iter().map(T::form).collect())
    }

    fn read(value: Value) -> Result<Self, Misread> {
        match value {
            Value::Array(values) => values.into_iter().map(T::read).collect(),
            other => Err(Misread::other("a list", &other)),
        }
    }

    fn silent(&self) -> bool {
        self.is_empty()
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    fn form(&self) -> Value {
        Value::Array(vec![self.0.form(), self.1.form()])
    }

    fn read(value: Value) -> Result<Self, Misread> {
        let Value::Array(pair) = value else { return Err(Misread::other("a pair", &value)) };
        match <[Value; 2]>::try_from(pair) {
            Ok([a, b]) => Ok((A::read(a)?, B::read(b)?)),
            Err(values) => Err(Misread::other("a pair", &Value::Array(values))),
        }
    }
}
