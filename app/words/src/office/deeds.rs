//! Deeds in plain words: what somebody did, by the word of the act.

mod en;
mod zh;

use domain::ledger::Line;

use crate::{Lang, Words};

pub(super) use self::{en::EN, zh::ZH};

/// How deeds are told; in each sentence `{}` stands for what it was done to.
#[derive(Debug)]
pub struct Deeds {
    /// What no sentence is known for.
    other: &'static str,
    /// A field was changed: of what, which.
    edit: fn(&str, &str) -> String,
    /// By the word of the deed, or of the act.
    words: &'static [(&'static str, &'static str)],
    /// What a record is, by its kind.
    kinds: &'static [(&'static str, &'static str)],
    /// An issue with its number.
    issue: fn(u32) -> String,
    /// Why something was not taken, by its code.
    codes: &'static [(&'static str, &'static str)],
    /// Any other code.
    code: &'static str,
}

fn find(table: &'static [(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == word).map(|(_, told)| *told)
}

impl Words {
    /// What was done, in one sentence without who did it.
    #[must_use]
    pub fn deed(&self, line: &Line, person: &dyn Fn(domain::Id) -> String) -> String {
        let deeds = self.office().deeds;
        let what = match (line.kind.as_deref(), line.about) {
            (Some("issue"), _) if line.number > 0 => (deeds.issue)(line.number),
            (Some("person"), Some(id)) => person(id),
            (Some(kind), _) => find(deeds.kinds, kind).unwrap_or(deeds.other).to_owned(),
            (None, Some(id)) if line.act.is_none() && line.deed != "revoke" => person(id),
            (None, _) => find(deeds.kinds, "").unwrap_or_default().to_owned(),
        };
        let act = line.act.as_deref().unwrap_or_default();
        if let Some(field) = act.strip_prefix("edit ") {
            return (deeds.edit)(&what, self.field(field));
        }
        let kind = line.kind.as_deref().unwrap_or_default();
        // a hand is raised on a seat, and an issue in the village
        let told = find(deeds.words, &format!("{act} {kind}"));
        let told = told.or_else(|| find(deeds.words, act).filter(|_| !act.is_empty()));
        let told = told.or_else(|| find(deeds.words, &line.deed));
        told.unwrap_or("{}").replace("{}", &what)
    }

    /// Why something was not taken.
    #[must_use]
    pub fn why_not(&self, code: &str) -> &'static str {
        let deeds = self.office().deeds;
        find(deeds.codes, code).unwrap_or(deeds.code)
    }

    /// What a phone is called, in the reader's words.
    #[must_use]
    pub fn phone_called(&self, name: &str) -> String {
        let name = name.replace(" · ", " ");
        match self.lang {
            Lang::Zh => {
                name.replace("Android", "安卓").replace("WeChat", "微信").replace("iPhone", "苹果")
            }
            Lang::En => name,
        }
    }
}
