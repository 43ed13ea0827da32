//! What lies over the words of a district's villages before they go out: each village's own veil, and over what is left
//! the names of all others. Somebody of the next village did not consent either.

use std::collections::BTreeMap;

use domain::Id;
use domain::session::veil::Veil;
use sqlx::PgConnection;
use words::Lang;

use crate::pages::village::Village;

/// The veils of a district.
#[derive(Debug)]
pub(crate) struct Veils {
    lang: Lang,
    whole: Veil,
    /// Every name of the district, of the directory or said in passing, by its first character.
    names: BTreeMap<char, Vec<String>>,
    villages: BTreeMap<Id, (Village, Veil)>,
}

impl Veils {
    /// Those of a region and these villages of it.
    pub(crate) async fn of(
        db: &mut PgConnection,
        region: Id,
        villages: impl IntoIterator<Item = Id>,
        lang: Lang,
    ) -> sqlx::Result<Self> {
        let villages: Vec<Id> = villages.into_iter().collect();
        let (district, villages) = Village::all(db, region, &villages).await?;
        let mut names = BTreeMap::<char, Vec<String>>::new();
        for name in district.known().filter(|name| name.chars().count() > 1) {
            names.entry(name.chars().next().unwrap_or_default()).or_default().push(name.clone());
        }
        let whole = district.veil(lang);
        let veiled = |(id, village): (Id, Village)| {
            let veil = village.veil(lang);
            (id, (village, veil))
        };
        let villages = villages.into_iter().map(veiled).collect();
        Ok(Self { lang, whole, names, villages })
    }

    /// The language of what stands in place of names.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// The names that a village's pages know.
    pub(crate) fn names(&self, village: Id) -> &[String] {
        self.villages.get(&village).map_or(&[], |(village, _)| &village.names)
    }

    /// A text of a village as anybody may read it.
    pub(crate) fn over(&self, village: Id, text: &str) -> String {
        let text = match self.villages.get(&village) {
            Some((_, veil)) => veil.over(text, None),
            None => self.whole.over(text, None),
        };
        if self.named(&text) { self.whole.over(&text, None) } else { text }
    }

    /// Whether a name of the district still stands in it.
    fn named(&self, text: &str) -> bool {
        text.char_indices().any(|(at, first)| {
            let names = self.names.get(&first).map_or(&[][..], Vec::as_slice);
            names.iter().any(|name| text[at..].starts_with(name.as_str()))
        })
    }
}
