//! 递个话: a debt in plain words, to copy into a chat. It names nobody of a village and holds no link.

use domain::{
    Millis,
    waits::{Debt, Ower, Wait},
};

use super::{en, zh};
use crate::Lang;

/// What a reminder is made of.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// The debt.
    pub wait: &'a Wait,
    /// The village, by name.
    pub village: &'a str,
    /// Whom it goes to, by the name of a department, of a committee or of an expert.
    pub to: &'a str,
    /// What it is about, with nobody's name in it.
    pub what: &'a str,
    /// Whose word it is.
    pub from: &'a str,
    /// Now, by which days are counted.
    pub now: Millis,
}

/// The text.
#[must_use]
pub fn reminder(lang: Lang, said: &Reminder<'_>) -> String {
    match lang {
        Lang::Zh => in_chinese(said),
        Lang::En => in_english(said),
    }
}

fn in_chinese(said: &Reminder<'_>) -> String {
    let Reminder { wait, village, to, what, from, now } = said;
    let long = match wait.days(*now) {
        0 => "不到一天".to_owned(),
        days => format!(" {days} 天"),
    };
    let count = wait.count;
    let day = |at: Option<Millis>| at.map(|at| Lang::Zh.date(at, *now)).unwrap_or_default();
    let asks = match wait.debt {
        Debt::Advice if wait.kind == "session" => format!(
            "{village}“{what}”那次协商，有 {count} 条建议等了{long}，还没有答复。条条都该有个回话；一时定不下来的，写明暂缓和理由也行。"
        ),
        Debt::Advice => {
            format!(
                "{village}有一条建议等了{long}，还没有答复：“{what}”。一时定不下来的，写明暂缓和理由也行。"
            )
        }
        Debt::Unclaimed => {
            format!("{village}有件事放了{long}，还没有人认领：“{what}”。请看看由谁来办合适。")
        }
        Debt::Overdue => {
            let asked = wait.asked.map(|_| format!("提出改到 {}，我们记着。", day(wait.asked)));
            format!(
                "{village}“{what}”说好 {} 办好，过了{long}。{}办到哪一步了，请在板凳会里说一声；有难处也请写明，好改个日子。",
                day(wait.due),
                asked.unwrap_or_default(),
            )
        }
        Debt::Echo => format!(
            "“{what}”有了结果，可是提的人等了{long}，还没听到回音。请上门、打电话或者发个消息告诉一声，再在板凳会里记一笔。"
        ),
        Debt::Brief => format!(
            "{village}有一页纸请您看，是“{what}”的事，发出{long}了。方便时打开当时那个链接回一句就好；没空也请说一声，我们好另外请人。"
        ),
        Debt::Minutes => {
            format!("{village}“{what}”散会{long}了，纪要还没定稿。请核对完签好，好让大家看得到。")
        }
        Debt::Letter => format!("有一封来信等了{long}，还没有答复。"),
    };
    let to = if wait.ower == Ower::Nobody { zh::committee(village) } else { (*to).to_owned() };
    format!("{to}：您好。{asks}多谢。{from}")
}

fn in_english(said: &Reminder<'_>) -> String {
    let Reminder { wait, village, to, what, from, now } = said;
    let long = match wait.days(*now) {
        0 => "less than a day".to_owned(),
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    };
    let day = |at: Option<Millis>| at.map(|at| Lang::En.date(at, *now)).unwrap_or_default();
    let asks = match wait.debt {
        Debt::Advice if wait.kind == "session" => {
            let left = (en::EN.owed)(Debt::Advice, wait.count, true);
            format!(
                "the consultation “{what}” in {village} has {left}, for {long} now. Each should have one; “deferred” with a reason is an answer, too."
            )
        }
        Debt::Advice => format!(
            "a piece of advice in {village} has waited {long} for an answer: “{what}”. “Deferred” with a reason is an answer, too."
        ),
        Debt::Unclaimed => {
            format!(
                "something in {village} has waited {long} for somebody to take it: “{what}”. Who could do it?"
            )
        }
        Debt::Overdue => {
            let asked =
                wait.asked.map(|_| format!(" We know that you asked for {}.", day(wait.asked)));
            format!(
                "“{what}” in {village} was to be done by {}; that was {long} ago.{} Please say in Bandeng how far it is, or what stands in its way, so that the day can be moved.",
                day(wait.due),
                asked.unwrap_or_default(),
            )
        }
        Debt::Echo => format!(
            "“{what}” has its result, and whoever asked for it has waited {long} to hear of it. Please tell them, at the door, by telephone or by a message, and note it in Bandeng."
        ),
        Debt::Brief => format!(
            "one page about “{what}” in {village} was sent to you {long} ago. A line by the link you were given is enough; if you have no time, please say so, and we ask somebody else."
        ),
        Debt::Minutes => format!(
            "“{what}” in {village} ended {long} ago, and its minutes are not sealed. Please read them back and sign, so that everybody can see them."
        ),
        Debt::Letter => format!("a letter has waited {long} for an answer."),
    };
    let to = if wait.ower == Ower::Nobody { en::committee(village) } else { (*to).to_owned() };
    format!("{}: {asks} Thank you. {from}", capital(&to))
}

/// With a capital, as it begins the text.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use domain::{DAY, Id, waits::Waiter};

    use super::*;

    fn wait(debt: Debt, ower: Ower) -> Wait {
        Wait {
            debt,
            about: Id::from_u128(1),
            kind: if debt == Debt::Advice { "session" } else { "action" }.to_owned(),
            village: Some(Id::from_u128(2)),
            session: None,
            waiter: Waiter::Village,
            ower,
            name: None,
            count: 4,
            since: 0,
            due: Some(0),
            asked: None,
            again: false,
        }
    }

    fn said<'a>(wait: &'a Wait, to: &'a str, days: Millis) -> Reminder<'a> {
        let (village, what, from) = ("上枫村", "北渠清淤", "云溪区政协办公室");
        Reminder { wait, village, to, what, from, now: days * DAY }
    }

    #[test]
    fn a_reminder_says_what_it_is_about_and_how_long_it_has_been() {
        let mut overdue = wait(Debt::Overdue, Ower::Department);
        let text = reminder(Lang::Zh, &said(&overdue, "区水利局", 20));
        assert!(
            text.starts_with("区水利局：您好。上枫村“北渠清淤”说好 1 月 1 日 办好，过了 20 天。"),
            "{text}"
        );
        assert!(text.ends_with("多谢。云溪区政协办公室"), "{text}");
        let text = reminder(Lang::En, &said(&overdue, "the water bureau", 1));
        let begins = "The water bureau: “北渠清淤” in 上枫村 was to be done by 1 Jan; that was 1 day ago. Please";
        assert!(text.starts_with(begins), "{text}");
        overdue.asked = Some(30 * DAY);
        let text = reminder(Lang::Zh, &said(&overdue, "区水利局", 20));
        assert!(text.contains("提出改到 1 月 31 日，我们记着。"), "{text}");
    }

    #[test]
    fn what_nobody_has_is_put_to_the_committee() {
        let unclaimed = wait(Debt::Unclaimed, Ower::Nobody);
        let text = reminder(Lang::Zh, &said(&unclaimed, "有人认领", 0));
        assert!(text.starts_with("上枫村委会：您好。上枫村有件事放了不到一天"), "{text}");
        let text = reminder(Lang::En, &said(&unclaimed, "somebody to take it", 3));
        assert!(text.starts_with("上枫村 village committee: something"), "{text}");
    }

    #[test]
    fn every_debt_has_its_words_in_both_languages() {
        for debt in Debt::ALL {
            let wait = wait(debt, Ower::Committee);
            for lang in [Lang::Zh, Lang::En] {
                let text = reminder(lang, &said(&wait, "上枫村委会", 9));
                assert!(
                    text.contains('9') && !text.contains("  ") && !text.contains("http"),
                    "{text}"
                );
                assert!(!(lang.words().waits().debt)(debt).is_empty());
            }
        }
    }

    #[test]
    fn a_committee_is_called_as_people_call_it() {
        let called = ["上枫村", "桥东社区", "溪口", ""].map(zh::committee);
        assert_eq!(called, ["上枫村委会", "桥东社区居委会", "溪口村委会", "村委会"]);
    }
}
