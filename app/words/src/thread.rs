//! 一条板凳线 beyond the bench: what was advised, answered, done and rated; and the same as a text to paste into a chat.

use std::fmt::Write;

use domain::{
    Station,
    follow::{Satisfaction, State, rating::Tally},
    session::Verdict,
};

use crate::{Lang, Words, follow, session::verdict};

/// The sentences.
#[derive(Debug)]
pub struct Thread {
    /// Over what was advised: how many pieces.
    pub advised: fn(usize) -> String,
    /// Advice that has no answer yet.
    pub waits: &'static str,
    /// Before a reason.
    pub why: &'static str,
    /// Where and how many sat.
    pub sat: fn(usize) -> String,
    /// To what was written down of it.
    pub minutes: &'static str,
    /// Before how one can tell that it is done.
    pub criterion: &'static str,
    /// Who does it, and who helps.
    pub leads: fn(&str, Option<&str>) -> String,
    /// By which day.
    pub by: fn(&str) -> String,
    /// Before who was told, when and by whom.
    pub echo: &'static str,
    /// On a day, somebody told somebody, in a way.
    pub told: fn(&str, &str, &str, &str) -> String,
    /// Under the ratings.
    pub doer: &'static str,
    /// Over a look back that is to come.
    pub look_back: &'static str,
    /// Before which day.
    pub look_back_by: fn(&str) -> String,
    /// Over the lines of the blueprint that come of it.
    pub blueprint: &'static str,
    /// What is in it, and what is not.
    pub pass_on_hint: &'static str,
    /// Opens what is to be passed on.
    pub card: &'static str,
}

pub(crate) static ZH: Thread = Thread {
    advised: |n| format!("提了 {n} 条建议"),
    waits: "还没有答复",
    why: "为什么：",
    sat: |n| format!("{n} 人坐下来谈。"),
    minutes: "看这次的纪要",
    criterion: "怎样算办成：",
    leads: |owner, partners| match partners {
        Some(partners) => format!("{owner}牵头 · {partners}协办"),
        None => format!("{owner}牵头"),
    },
    by: |day| format!("{day}前"),
    echo: "回音",
    told: |day, who, how, whom| format!("{day}，{who}{how}告诉了{whom}。"),
    doer: "办事的人不参加评",
    look_back: "回头看",
    look_back_by: |day| format!("{day}前，再去看一看还管不管用。"),
    blueprint: "写进了蓝图",
    pass_on_hint: "只写到了哪一步、几条建议、怎么答复，不写名字。",
    card: "把这条线发出去",
};

pub(crate) static EN: Thread = Thread {
    advised: |n| match n {
        1 => "1 piece of advice".into(),
        n => format!("{n} pieces of advice"),
    },
    waits: "no answer yet",
    why: "Why: ",
    sat: |n| format!("{n} people sat down together."),
    minutes: "Read the minutes",
    criterion: "Done when: ",
    leads: |owner, partners| match partners {
        Some(partners) => format!("led by {owner}, with {partners}"),
        None => format!("led by {owner}"),
    },
    by: |day| format!("by {day}"),
    echo: "Told",
    told: |day, who, how, whom| format!("{day}: {who} told {whom}, {how}."),
    doer: "whoever did it does not rate it",
    look_back: "A look back",
    look_back_by: |day| format!("before {day}, somebody looks whether it still holds."),
    blueprint: "In the blueprint",
    pass_on_hint: "How far it has come, how much was advised and how it was answered; no names.",
    card: "Pass this thread on",
};

/// What a thread says in a chat: nothing that names anybody.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// The heading of the issue.
    pub title: String,
    /// Which village, and which number.
    pub place: String,
    /// The station it has reached.
    pub at: Option<Station>,
    /// When it was raised, in words.
    pub raised: String,
    /// When people sat, in words.
    pub sat: Vec<String>,
    /// How many pieces of advice there were.
    pub advice: usize,
    /// Their answers, each with how many.
    pub answers: Vec<(Verdict, usize)>,
    /// What is done, and where it stands.
    pub actions: Vec<(String, State)>,
    /// How it was rated.
    pub tally: Tally,
    /// Where all of it is read.
    pub address: String,
}

impl Words {
    /// A thread as a text to paste into a chat: a line a station.
    #[must_use]
    pub fn thread_card(&self, card: &Card) -> String {
        let lang = self.lang;
        let mut text = String::new();
        let mut line = |what: String| {
            text.push_str(what.trim_end());
            text.push('\n');
        };
        line(match lang {
            Lang::Zh => format!("【一条板凳线】{}", card.title),
            Lang::En => format!("Bench thread: {}", card.title),
        });
        if !card.place.is_empty() {
            line(card.place.clone());
        }
        let mark = |station| (self.names.mark)(station);
        let name = |station| (self.names.station)(station);
        line(format!("{} {}", mark(Station::Raised), card.raised));
        for sat in &card.sat {
            line(format!("{} {sat}", mark(Station::Sat)));
        }
        if card.advice > 0 {
            line(format!("{} {}", mark(Station::Advised), (self.thread().advised)(card.advice)));
        }
        let answers = listed(card.answers.iter().map(|(of, n)| (verdict(lang, *of), *n)));
        if !answers.is_empty() {
            line(format!("{} {answers}", mark(Station::Answered)));
        }
        for (what, state) in &card.actions {
            let state = follow::state(lang, *state);
            // what was promised in a sentence keeps its full stop only where nothing follows
            let what = what.trim_end_matches(['。', '.', '；', '，']);
            line(match lang {
                Lang::Zh => format!("{} {what}：{state}", mark(Station::Done)),
                Lang::En => format!("{} {what}: {state}", mark(Station::Done)),
            });
        }
        if card.tally.all() > 0 {
            let Tally { satisfied, basically, not, .. } = card.tally;
            let counts = Satisfaction::ALL.into_iter().zip([satisfied, basically, not]);
            let counts = listed(counts.map(|(of, n)| (follow::satisfaction(lang, of), n)));
            line(format!("{} {counts}", mark(Station::Rated)));
        }
        if let Some(at) = card.at {
            line(match lang {
                Lang::Zh => format!("现在走到：{}", name(at)),
                Lang::En => format!("Now: {}", name(at)),
            });
        }
        if !card.address.is_empty() {
            line(card.address.clone());
        }
        text
    }
}

/// Words with how often each, where it is often at all.
fn listed<'a>(counts: impl Iterator<Item = (&'a str, usize)>) -> String {
    let mut text = String::new();
    for (name, n) in counts.filter(|(_, n)| *n > 0) {
        let between = if text.is_empty() { "" } else { " · " };
        // a string takes whatever is written
        let written = write!(text, "{between}{name} {n}");
        debug_assert!(written.is_ok());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_told_a_line_a_station_and_names_nobody() {
        let card = Card {
            title: "河道洗衣埠头塌了一角".into(),
            place: "上枫村 · 第 23 号".into(),
            at: Some(Station::Rated),
            raised: "5 月 10 日".into(),
            sat: vec!["5 月 22 日".into()],
            advice: 3,
            answers: vec![(Verdict::Adopted, 2), (Verdict::Partly, 0), (Verdict::Declined, 1)],
            actions: vec![("修补埠头。".into(), State::Closed)],
            tally: Tally { satisfied: 11, basically: 2, not: 0, heard: 12 },
            address: "https://bandeng.example/t/1".into(),
        };
        let zh = Lang::Zh.words().thread_card(&card);
        let told = "【一条板凳线】河道洗衣埠头塌了一角\n上枫村 · 第 23 号\n提 5 月 10 日\n坐 5 月 22 日\n\
                    言 提了 3 条建议\n纳 采纳 2 · 不采纳 1\n办 修补埠头：办结\n评 满意 11 · 基本满意 2\n";
        assert!(zh.starts_with(told), "{zh}");
        assert!(zh.ends_with("https://bandeng.example/t/1\n"));
        let bare = Card { title: "灯".into(), raised: "5 月 10 日".into(), ..Card::default() };
        assert_eq!(Lang::Zh.words().thread_card(&bare), "【一条板凳线】灯\n提 5 月 10 日\n");
    }
}
