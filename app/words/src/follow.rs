//! The names of what comes after the bench: answers, states, ways of telling, ratings, sections; and why something was
//! not accepted there, with the way out.

use domain::{
    FollowAct, Id, Refusal,
    follow::{LineState, Satisfaction, Section, State, Tidings, rating::Way},
    session::advice::Via,
};

use crate::{Lang, Words, session::in_};

/// The name of an action's state.
#[must_use]
pub fn state(lang: Lang, state: State) -> &'static str {
    let [zh, en] = match state {
        State::Unclaimed => ["等人认领", "nobody has it yet"],
        State::Claimed => ["已认领", "claimed"],
        State::Acting => ["在办", "being done"],
        State::Done => ["办完了，等人核", "done, to be checked"],
        State::Checked => ["核过了，等人评", "checked, to be rated"],
        State::Redo => ["评了不满意，重办", "not satisfied, done again"],
        State::Closed => ["办结", "closed"],
    };
    in_(lang, zh, en)
}

/// The name of a rating.
#[must_use]
pub fn satisfaction(lang: Lang, result: Satisfaction) -> &'static str {
    let [zh, en] = match result {
        Satisfaction::Satisfied => ["满意", "Satisfied"],
        Satisfaction::Basically => ["基本满意", "Mostly"],
        Satisfaction::Not => ["不满意", "Not satisfied"],
    };
    in_(lang, zh, en)
}

/// By which way a rating came.
#[must_use]
pub fn way(lang: Lang, way: Way) -> &'static str {
    let [zh, en] = match way {
        Way::Own => ["本人手机", "own phone"],
        Way::Link => ["链接", "by a link"],
        Way::Paper => ["纸上", "on paper"],
        Way::Phone => ["电话", "by telephone"],
        Way::Here => ["当面", "face to face"],
    };
    in_(lang, zh, en)
}

/// How somebody was told.
#[must_use]
pub fn tidings(lang: Lang, how: Tidings) -> &'static str {
    let [zh, en] = match how {
        Tidings::Door => ["上门", "at the door"],
        Tidings::Phone => ["打电话", "by telephone"],
        Tidings::Chat => ["发文字", "by a message"],
        Tidings::Paper => ["递纸条", "on a slip of paper"],
        Tidings::Own => ["本人看到了", "read in the app"],
    };
    in_(lang, zh, en)
}

/// By which way advice came.
#[must_use]
pub fn via(lang: Lang, via: Via) -> &'static str {
    let [zh, en] = match via {
        Via::Bench => ["会上说的", "said on the bench"],
        Via::Brief => ["专家书面", "an expert’s letter"],
        Via::Paper => ["纸条", "a slip of paper"],
        Via::Phone => ["电话里说的", "by telephone"],
        Via::Public => ["公开页上来的", "from the public page"],
    };
    in_(lang, zh, en)
}

/// The name of a section of the blueprint.
#[must_use]
pub fn section(lang: Lang, section: Section) -> &'static str {
    let [zh, en] = match section {
        Section::Industry => ["产业", "Industry"],
        Section::Living => ["人居", "Living environment"],
        Section::Livelihood => ["民生", "Livelihood"],
        Section::Culture => ["文化", "Culture"],
        Section::Governance => ["治理", "Governance"],
    };
    in_(lang, zh, en)
}

/// The name of the state of a line of the blueprint.
#[must_use]
pub fn line_state(lang: Lang, state: LineState) -> &'static str {
    let [zh, en] = match state {
        LineState::Idea => ["设想", "idea"],
        LineState::Listed => ["列入", "listed"],
        LineState::CarriedOut => ["在做", "being carried out"],
        LineState::Done => ["完成", "done"],
        LineState::Dropped => ["取消", "dropped"],
    };
    in_(lang, zh, en)
}

/// What somebody did after the bench, in a word: for the list of what waits on this phone.
#[must_use]
pub fn did(lang: Lang, act: &FollowAct) -> &'static str {
    use FollowAct as F;
    let [zh, en] = match act {
        F::Undertake(_) => ["立了一件要办的事", "put something down to be done"],
        F::Claim { .. } => ["认领了一件事", "claimed an action"],
        F::Accept => ["接下来办", "took it up"],
        F::Report(_) => ["记了进度", "noted how far it is"],
        F::AskTime { .. } => ["申请延期", "asked for more time"],
        F::GiveTime { .. } => ["答复了延期", "answered about more time"],
        F::Finish { .. } => ["说办完了", "said that it is done"],
        F::Check { .. } => ["核了一件事", "checked an action"],
        F::Rate(_) => ["评了一件事", "rated an action"],
        F::Close { .. } => ["办结了一件事", "closed an action"],
        F::Revisit { .. } => ["回头看了一件事", "looked at it again"],
        F::Reassign { .. } => ["换了人办", "gave it to somebody else"],
        F::Tell(_) => ["送了回音", "told somebody"],
        F::Send { .. } => ["请人上门说一声", "asked somebody to knock at a door"],
        F::Enclose { .. } => ["放了照片", "laid a picture beside it"],
        F::Ballot { .. } => ["给了评议链接", "gave a link to rate by"],
        F::Group { .. } => ["归并了建议", "put advice together"],
        F::Envision => ["开了蓝图", "began the blueprint"],
        F::Sketch { .. } => ["加了一条蓝图", "added a line to the blueprint"],
        F::Rewrite { .. } => ["改了一条蓝图", "changed a line of the blueprint"],
        F::Carry { .. } => ["推进了一条蓝图", "moved a line of the blueprint"],
        F::Freeze { .. } => ["定了一年的蓝图", "kept a year’s blueprint"],
        F::Inaugurate(_) => ["记了换届", "entered a new team"],
        F::Acknowledge(_) => ["接手了", "took over"],
        F::Write(_) => ["写了一封信", "wrote a letter"],
        F::Answer { .. } => ["答复了来信", "answered a letter"],
        F::Take { .. } => ["收了一封评价的来信", "took over a letter with a rating"],
        F::LayAside { .. } => ["把一封来信放在一边", "laid a letter aside"],
    };
    in_(lang, zh, en)
}

impl Words {
    /// A refusal that only what comes after the bench knows.
    pub(crate) fn follow_refusal(&self, refusal: &Refusal, name: &dyn Fn(Id) -> String) -> String {
        let who = |by: Option<Id>| by.map_or_else(|| self.common.somebody.to_owned(), name);
        let [zh, en] = match refusal {
            Refusal::WrongState { now: State::Claimed, wanted: State::Claimed, by, at } => {
                let (who, at) = (who(*by), self.lang.moment(*at, *at));
                return match self.lang {
                    Lang::Zh => format!("{who}已在 {at} 认领了这件事，不用再认领。"),
                    Lang::En => {
                        format!("{who} claimed this on {at}; it need not be claimed again.")
                    }
                };
            }
            Refusal::WrongState { now, wanted, by, at } => {
                let (who, at) = (who(*by), self.lang.moment(*at, *at));
                let (now, wanted) = (state(self.lang, *now), state(self.lang, *wanted));
                return match self.lang {
                    Lang::Zh => {
                        format!("{who}已在 {at} 把这件事改成“{now}”，不能再改成“{wanted}”。")
                    }
                    Lang::En => {
                        format!("{who} made this “{now}” on {at}, so it cannot become “{wanted}”.")
                    }
                };
            }
            Refusal::WrongLine { now, wanted, by, at } => {
                let (who, at) = (who(*by), self.lang.moment(*at, *at));
                let (now, wanted) = (line_state(self.lang, *now), line_state(self.lang, *wanted));
                return match self.lang {
                    Lang::Zh => {
                        format!("{who}已在 {at} 把这一条改成“{now}”，不能再改成“{wanted}”。")
                    }
                    Lang::En => format!(
                        "{who} made this line “{now}” on {at}, so it cannot become “{wanted}”."
                    ),
                };
            }
            Refusal::OwnDeed => [
                "办的人不能自己核、自己评、自己批延期，请别人来。",
                "Whoever does it neither checks nor rates it, nor grants more time; somebody else does.",
            ],
            Refusal::NotThePerson => {
                ["这一步只有本人能点。", "Only the person it is about can say so."]
            }
            _ => [
                "没有人申请延期，或者刚才已经批过了。",
                "Nobody has asked for more time, or it was answered just now.",
            ],
        };
        in_(self.lang, zh, en).to_owned()
    }
}
