//! What an attribute, a property or a class can be given.

use std::borrow::Cow;

use wasm_bindgen::JsValue;

/// The value of an attribute, a property or a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// The attribute is not there.
    Nothing,
    /// It is there or not; a property is true or false.
    Flag(bool),
    /// It says this.
    Says(Cow<'static, str>),
}

impl Word {
    /// As the value of a property.
    pub(super) fn js(&self) -> JsValue {
        match self {
            Self::Nothing => JsValue::NULL,
            Self::Flag(flag) => JsValue::from_bool(*flag),
            Self::Says(text) => JsValue::from_str(text),
        }
    }
}

/// A word, or what says one whenever something it reads has changed.
pub(crate) enum Saying {
    /// It stays as it is.
    Now(Word),
    /// It is said anew.
    Live(Box<dyn Fn() -> Word>),
}

/// What can be written behind an attribute's name.
pub(crate) trait Say {
    /// As a word, or what says one.
    fn say(self) -> Saying;
}

impl Say for &'static str {
    fn say(self) -> Saying {
        Saying::Now(Word::Says(Cow::Borrowed(self)))
    }
}

impl Say for String {
    fn say(self) -> Saying {
        Saying::Now(Word::Says(Cow::Owned(self)))
    }
}

impl Say for bool {
    fn say(self) -> Saying {
        Saying::Now(Word::Flag(self))
    }
}

impl<T: Say> Say for Option<T> {
    fn say(self) -> Saying {
        match self {
            Some(word) => word.say(),
            None => Saying::Now(Word::Nothing),
        }
    }
}

impl<F, T> Say for F
where
    F: Fn() -> T + 'static,
    T: Say,
{
    fn say(self) -> Saying {
        Saying::Live(Box::new(move || match self().say() {
            Saying::Now(word) => word,
            Saying::Live(word) => word(),
        }))
    }
}
