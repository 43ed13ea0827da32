//! What is being written, and the act it becomes.

use domain::{
    Act, Category, Customs, Form, Id, Refusal,
    act::{Confirmed, Proxy, Raise},
};

use crate::picture::Taken;

/// The form as it stands. Each person on a phone has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub(super) struct Draft {
    /// Whether somebody else's words are written.
    pub(super) proxied: bool,
    /// What the matter is.
    pub(super) words: String,
    /// The category a person chose; until then it is guessed.
    pub(super) category: Option<Category>,
    /// Who said it.
    pub(super) name: String,
    /// How it was checked with them.
    pub(super) confirmed: Option<Confirmed>,
    /// The group as chosen, empty for the whole village; until then one's own.
    pub(super) group: Option<String>,
    /// Whether the public edition may name the speaker.
    pub(super) named: bool,
    /// About how many households, as typed.
    pub(super) households: String,
    /// Whether only cadres read it at first.
    pub(super) held: bool,
    /// The pictures, on the phone already.
    pub(super) pictures: Vec<Taken>,
}

impl Draft {
    /// The group it is about: the chosen one, or the raiser's own.
    pub(super) fn group(&self, own: Option<Id>) -> Option<Id> {
        match &self.group {
            Some(chosen) => Id::try_parse(chosen).ok(),
            None => own.filter(|_| !self.proxied),
        }
    }

    /// The category: chosen, guessed, or the widest drawer until somebody looks.
    pub(super) fn category(&self, customs: &Customs) -> Category {
        self.category.unwrap_or_else(|| customs.sort(&self.words))
    }

    /// The act it becomes.
    ///
    /// # Errors
    /// When a field that only this form knows is not filled in; the domain judges the others.
    pub(super) fn act(
        &self,
        (village, customs): (Id, &Customs),
        own: Option<Id>,
        received: bool,
    ) -> Result<Act, Refusal> {
        let empty = |field: &str| Refusal::Empty { field: field.to_owned() };
        if self.words.trim().is_empty() {
            return Err(empty("words"));
        }
        let proxy = if self.proxied { Some(self.proxy()?) } else { None };
        let typed = self.households.trim();
        let households = if typed.is_empty() { None } else { Some(count(typed)?) };
        Ok(Act::Raise(Raise {
            words: self.words.trim().to_owned(),
            title: None,
            title_en: None,
            village,
            category: self.category(customs),
            group: self.group(own),
            households,
            proxy,
            named: self.named,
            received: received && !self.held,
            door: None,
        }))
    }

    fn proxy(&self) -> Result<Proxy, Refusal> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Refusal::Empty { field: "proxy".into() });
        }
        let unsaid = Refusal::Empty { field: "confirmed".into() };
        Ok(Proxy { name: name.to_owned(), confirmed: self.confirmed.ok_or(unsaid)? })
    }
}

/// Figures as a keyboard gives them, full-width ones too.
fn count(typed: &str) -> Result<u32, Refusal> {
    let plain: String = typed
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            other => other,
        })
        .collect();
    plain.parse().map_err(|_| Refusal::WrongValue { field: "households".into() })
}

/// What the words sound like, the likeliest first, each with the word that gave it away.
pub(super) fn guesses(customs: &Customs, words: &str) -> Vec<(Category, String)> {
    let mut rest = words.to_owned();
    let mut found: Vec<(Category, String)> = Vec::new();
    while let Some((category, hint)) = customs.guess(&rest) {
        rest = rest.replace(hint, "，");
        if found.iter().all(|(other, _)| *other != category) {
            found.push((category, hint.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_drawer_comes_first_with_the_word_that_gave_it_away() {
        let customs = Customs::default();
        let told = guesses(&customs, "北渠冬天一结冰就漫到公路上，渠边的路灯也坏了");
        let expected =
            [(Category::Field, "渠"), (Category::Road, "公路"), (Category::Living, "路灯")];
        assert_eq!(told, expected.map(|(category, hint)| (category, hint.to_owned())));
        assert_eq!(guesses(&customs, "想说一件事"), []);
    }

    #[test]
    fn a_form_names_the_first_field_that_says_nothing() {
        let village = Id::nil();
        let field = |draft: &Draft| match draft.act((village, &Customs::default()), None, false) {
            Err(Refusal::Empty { field } | Refusal::WrongValue { field }) => field,
            other => format!("{other:?}"),
        };
        let mut draft = Draft { proxied: true, ..Draft::default() };
        assert_eq!(field(&draft), "words");
        draft.words = "路灯坏了".into();
        assert_eq!(field(&draft), "proxy");
        draft.name = "施国富".into();
        assert_eq!(field(&draft), "confirmed");
        draft.confirmed = Some(Confirmed::Face);
        draft.households = "几户".into();
        assert_eq!(field(&draft), "households");
        draft.households = "３７".into();
        let here = (village, &Customs::default());
        let Ok(Act::Raise(raise)) = draft.act(here, Some(village), true) else {
            unreachable!("the form is filled in")
        };
        assert_eq!((raise.households, raise.group, raise.received), (Some(37), None, true));
    }
}
