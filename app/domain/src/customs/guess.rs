//! What words sound like: by what people say everywhere, and by what a district has taught.

use std::cmp::Reverse;

use super::Customs;
use crate::{Category, category};

impl Customs {
    /// What the words sound like, with the word that gave it away: whatever was said first, and of two words that begin
    /// there the longer. The district's own word comes before the product's, and a drawer that was set aside is never
    /// meant. Only a guess: the form says so and a person decides.
    #[must_use]
    pub fn guess<'a>(&'a self, words: &str) -> Option<(Category, &'a str)> {
        let own = self.hints.iter();
        let own = own.flat_map(|of| of.words.iter().map(|word| (&**word, of.drawer)));
        let all = own.chain(category::HINTS).filter(|(_, drawer)| self.offers(*drawer));
        let found = all.filter_map(|(hint, drawer)| words.find(hint).map(|at| (at, drawer, hint)));
        let first = found.min_by_key(|(at, _, hint)| (*at, Reverse(hint.len())));
        first.map(|(_, drawer, hint)| (drawer, hint))
    }

    /// The drawer for words that nobody has sorted: guessed, or else the first that is offered until somebody looks.
    #[must_use]
    pub fn sort(&self, words: &str) -> Category {
        let first = || self.drawers.first().copied().filter(|_| !self.offers(Category::Living));
        self.guess(words).map(|(drawer, _)| drawer).or_else(first).unwrap_or(Category::Living)
    }
}
