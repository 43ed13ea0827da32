//! Maps and sets as lists in order: a tenth of the code of a tree for each kind of key and value, and a phone
//! downloads that code.
//!
//! Putting in what comes last is cheap, and in between costs a move of all behind it. So it is for what is small, or
//! comes mostly in order; the records of a replica are in a tree.

use std::{borrow::Borrow, ops::Index};

use crate::{
    Fields, Form, Id, Scope,
    form::{Reader, Value},
};

/// A map, by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Sorted<K, V> {
    /// With nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self(Vec::new())
    }

    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        match self.0.last() {
            // what comes in order is not searched for
            Some((last, _)) if last.borrow() < key => Err(self.0.len()),
            _ => self.0.binary_search_by(|(held, _)| held.borrow().cmp(key)),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What stands under a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// Whether something stands under a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// What stands under a key, to be changed; the default is put there if nothing does.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, V::default()));
            place
        });
        &mut self.0[place].1
    }

    /// Puts it under a key, and gives what stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes out what stands under a key.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|place| self.0.remove(place).1)
    }

    /// Takes out all but those of which this is true.
    pub fn retain(&mut self, mut stays: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| stays(key, value));
    }

    /// Takes out all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.0.iter().map(|(key, _)| key)
    }

    /// What stands under them, in their order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.0.iter().map(|(_, value)| value)
    }

    /// All of them, in order; what stands under a key may be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }
}

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Extend<(K, V)> for Sorted<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, more: I) {
        for (key, value) in more {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(all: I) -> Self {
        let mut sorted = Self::new();
        sorted.extend(all);
        sorted
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord + Borrow<Q>, V, Q: Ord + ?Sized> Index<&Q> for Sorted<K, V> {
    type Output = V;

    /// What stands under a key that must be there.
    ///
    /// # Panics
    /// When it is not.
    fn index(&self, key: &Q) -> &V {
        match self.get(key) {
            Some(value) => value,
            None => panic!("nothing stands under this key"),
        }
    }
}

/// Names come in their order already.
impl<V: Form> Form for Sorted<String, V> {
    fn form(&self) -> Value {
        let mut fields = Fields::new();
        for (name, value) in &self.0 {
            fields.insert(name.clone(), value.form());
        }
        Value::Object(fields)
    }

    fn take(from: &mut Reader) -> Self {
        let mut sorted = Self::new();
        from.names();
        while from.advance() {
            let name = String::take(from);
            sorted.insert(name, V::take(from.step()));
        }
        sorted
    }
}

/// Scopes stand in another order than their texts, and a stranger may send many: they are sorted once. Only the
/// server reads them.
impl<V: Form> Form for Sorted<Scope, V> {
    fn form(&self) -> Value {
        let mut fields = Fields::new();
        for (scope, value) in &self.0 {
            fields.insert(scope.to_string(), value.form());
        }
        Value::Object(fields)
    }

    fn take(from: &mut Reader) -> Self {
        let mut read = Vec::new();
        from.names();
        while from.advance() {
            let scope = Scope::take(from);
            read.push((scope, V::take(from.step())));
        }
        read.sort_unstable_by_key(|(scope, _)| *scope);
        // one scope can be written in several ways
        read.dedup_by_key(|(scope, _)| *scope);
        Self(read)
    }
}

/// A set of ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids(Vec<Id>);

impl Ids {
    /// With none in it.
    #[must_use]
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains(&self, id: &Id) -> bool {
        self.0.binary_search(id).is_ok()
    }

    /// Puts it among them, and says whether it was not there.
    pub fn insert(&mut self, id: Id) -> bool {
        let place = self.0.binary_search(&id);
        if let Err(place) = place {
            self.0.insert(place, id);
        }
        place.is_err()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Id> + ExactSizeIterator {
        self.0.iter()
    }

    #[inline(never)]
    fn settle(&mut self) {
        self.0.sort_unstable();
        self.0.dedup();
    }
}

impl Extend<Id> for Ids {
    /// However many and in whatever order: they are sorted once.
    fn extend<I: IntoIterator<Item = Id>>(&mut self, more: I) {
        self.0.extend(more);
        self.settle();
    }
}

impl FromIterator<Id> for Ids {
    fn from_iter<I: IntoIterator<Item = Id>>(all: I) -> Self {
        let mut ids = Self::new();
        ids.extend(all);
        ids
    }
}

impl IntoIterator for Ids {
    type Item = Id;
    type IntoIter = std::vec::IntoIter<Id>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
