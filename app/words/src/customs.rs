//! 板凳会规则: the card that is read out at the opening, as the product has it where a district has none of its own
//! (research: villages do go by such rules, and a card that is heard is one of seven lines).

use crate::{Lang, Words};

/// The card.
#[derive(Debug)]
pub struct Card {
    /// Its heading.
    pub title: &'static str,
    /// Opens it.
    pub open: &'static str,
    /// What to do with it.
    pub aloud: &'static str,
    /// Closes it.
    pub done: &'static str,
    /// The product's own rules.
    pub rules: [&'static str; 7],
}

const ZH: Card = Card {
    title: "板凳会规则",
    open: "念规则",
    aloud: "请念给大家听。",
    done: "念好了",
    rules: [
        "说一件事",
        "先举手",
        "每次两分钟",
        "没说过的先说",
        "不打断",
        "对事不对人",
        "说完有回音",
    ],
};

const EN: Card = Card {
    title: "The rules of the bench",
    open: "Read the rules",
    aloud: "Please read them out.",
    done: "Read out",
    rules: [
        "One matter at a time",
        "A hand goes up first",
        "Two minutes each time",
        "Who has not spoken comes first",
        "Nobody is interrupted",
        "The matter, not the person",
        "Whatever is said gets an answer",
    ],
};

/// The product's own rules, as they go to the village.
pub const RULES: [&str; 7] = ZH.rules;

/// The rules in one line, for a chat and for paper: it goes to the village, and is Chinese in every language.
#[must_use]
pub fn in_a_line(own: &[String]) -> String {
    if own.is_empty() {
        return format!("{}。", RULES.join("，"));
    }
    let bare = |rule: &String| rule.trim_end_matches(['。', '；', '，', '.', ';']).to_owned();
    format!("{}。", own.iter().map(bare).collect::<Vec<_>>().join("；"))
}

impl Words {
    /// The card of rules.
    #[must_use]
    pub fn card(&self) -> &'static Card {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_one_sentence() {
        assert_eq!(
            in_a_line(&[]),
            "说一件事，先举手，每次两分钟，没说过的先说，不打断，对事不对人，说完有回音。"
        );
        assert_eq!(in_a_line(&["手机放一边。".into(), "先举手".into()]), "手机放一边；先举手。");
    }
}
