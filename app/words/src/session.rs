//! The names of what belongs to a session: stages, what is lacking, sorts of statements, parts of the agenda, duties.

use domain::{
    SessionAct, Stage,
    session::{Duty, Hand, How, Lacking, Mode, Part, Sort, Topic, Verdict, Word},
};

use crate::Lang;

/// The name of a stage.
#[must_use]
pub fn stage(lang: Lang, stage: Stage) -> &'static str {
    let [zh, en] = match stage {
        Stage::Planned => ["列入计划", "planned"],
        Stage::Researching => ["调研中", "being looked into"],
        Stage::Noticed => ["已通知", "announced"],
        Stage::Ready => ["待开", "ready"],
        Stage::InSession => ["开会中", "in session"],
        Stage::Drafting => ["写纪要", "minutes being written"],
        Stage::Checking => ["核对中", "being read back"],
        Stage::Sealed => ["定稿", "sealed"],
        Stage::HandedOver => ["已交办", "handed over"],
        Stage::Acting => ["办理中", "being done"],
        Stage::Closed => ["办结", "closed"],
        Stage::Revisited => ["回头看过", "looked at again"],
        Stage::Archived => ["归档", "archived"],
        Stage::Postponed => ["延期", "postponed"],
        Stage::Cancelled => ["取消", "cancelled"],
    };
    in_(lang, zh, en)
}

/// What is still lacking, with the way to it.
#[must_use]
pub fn lacking(lang: Lang, what: Lacking) -> &'static str {
    let [zh, en] = match what {
        Lacking::Day => ["还没定哪天", "no day yet"],
        Lacking::Place => ["还没定在哪里", "no place yet"],
        Lacking::Seats => ["还没摆凳子，至少请两个人", "no seats yet; invite two people at least"],
        Lacking::Host => ["还没定谁主持", "nobody hosts yet"],
        Lacking::Recorder => ["还没定谁记录", "nobody takes notes yet"],
        Lacking::Anything => ["还一句都没记", "nothing was taken down yet"],
        Lacking::Unasked => ["还有话没给本人核过", "some words were not put before their speaker"],
        Lacking::Waiting => [
            "还在等本人回话，不满三天",
            "some speakers have not answered, and three days are not over",
        ],
        Lacking::HostSignature => ["主持人还没签", "the host has not signed"],
        Lacking::WitnessSignature => ["见证人还没签", "the witness has not signed"],
        Lacking::Unanswered => ["还有建议没有答复", "some advice has no answer"],
        Lacking::Unfollowed => {
            ["还有采纳了的建议没说下一步", "some adopted advice does not say what comes of it"]
        }
        Lacking::OpenActions => ["还有事项没办结", "some actions are not closed"],
        Lacking::Echo => ["回音还没到本人", "whoever asked for it has not been told"],
        Lacking::Rating => ["还没有人评过", "nobody has rated it"],
        Lacking::Source => [
            "还没说从哪来：哪次板凳会、哪条建议、哪件事",
            "no session, advice or action that it comes from",
        ],
        Lacking::Time => ["还没到回头看的日子", "it is too early to look again"],
        Lacking::Else => ["还差一样，这一版看不懂", "something that this version does not know"],
    };
    in_(lang, zh, en)
}

/// The name of a sort of statement.
#[must_use]
pub fn sort(lang: Lang, sort: Sort) -> &'static str {
    let [zh, en] = match sort {
        Sort::Opinion => ["意见", "opinion"],
        Sort::Question => ["提问", "question"],
        Sort::Answer => ["解答", "answer"],
        Sort::Promise => ["承诺", "promise"],
        Sort::Dissent => ["保留意见", "dissent"],
    };
    in_(lang, zh, en)
}

/// The name of a part of the agenda: its own, or its topic's.
#[must_use]
pub fn part(lang: Lang, part: &Part) -> String {
    part.name.clone().unwrap_or_else(|| topic(lang, part.topic).to_owned())
}

/// The name of a topic of the agenda.
#[must_use]
pub fn topic(lang: Lang, topic: Topic) -> &'static str {
    let [zh, en] = match topic {
        Topic::Opening => ["开场与规则", "Opening and rules"],
        Topic::Facts => ["情况通报", "Facts"],
        Topic::Questions => ["提问解答", "Questions and answers"],
        Topic::Villagers => ["村民发言", "Villagers speak"],
        Topic::Experts => ["专家点评", "Experts"],
        Topic::Departments => ["部门回应", "Departments answer"],
        Topic::Consensus => ["归纳复述", "Consensus read back"],
        Topic::Tasks => ["谁来办", "Who does what"],
        Topic::Other => ["其他", "Other"],
    };
    in_(lang, zh, en)
}

/// The name of a mode.
#[must_use]
pub fn mode(lang: Lang, mode: Mode) -> &'static str {
    let [zh, en] = match mode {
        Mode::A => ["政协搭台、各方参与", "the conference hosts, all parties take part"],
        Mode::B => ["基层搭台、政协嵌入", "the village hosts, the conference sits in"],
    };
    in_(lang, zh, en)
}

/// The name of a duty.
#[must_use]
pub fn duty(lang: Lang, duty: Duty) -> &'static str {
    let [zh, en] = match duty {
        Duty::Host => ["主持", "host"],
        Duty::Recorder => ["记录", "recorder"],
        Duty::Witness => ["见证", "witness"],
    };
    in_(lang, zh, en)
}

/// How somebody was told or asked.
#[must_use]
pub fn how(lang: Lang, how: How) -> &'static str {
    let [zh, en] = match how {
        How::Here => ["当面", "face to face"],
        How::Own => ["本人手机", "own phone"],
        How::Phone => ["电话", "by telephone"],
        How::Paper => ["纸上", "on paper"],
        How::Chat => ["发在群里", "in the chat"],
    };
    in_(lang, zh, en)
}

/// What a speaker said of the words that were read out.
#[must_use]
pub fn word(lang: Lang, word: Word) -> &'static str {
    let [zh, en] = match word {
        Word::Asked => ["问过，等回话", "asked, no answer yet"],
        Word::Confirmed => ["点头", "confirmed"],
        Word::Corrected => ["改了", "corrected"],
        Word::Disputed => ["不认", "disputed"],
    };
    in_(lang, zh, en)
}

/// Which hands.
#[must_use]
pub fn hand(lang: Lang, hand: Hand) -> &'static str {
    let [zh, en] = match hand {
        Hand::Yes => ["同意", "for"],
        Hand::No => ["不同意", "against"],
        Hand::Unsure => ["说不清", "unsure"],
    };
    in_(lang, zh, en)
}

/// The name of an answer to advice.
#[must_use]
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    let [zh, en] = match verdict {
        Verdict::Adopted => ["采纳", "adopted"],
        Verdict::Partly => ["部分采纳", "partly adopted"],
        Verdict::Reference => ["留作参考", "kept for reference"],
        Verdict::Deferred => ["暂缓", "deferred"],
        Verdict::Declined => ["不采纳", "not adopted"],
    };
    in_(lang, zh, en)
}

/// What somebody did in a session, for the list of what waits on a phone.
#[must_use]
pub fn did(lang: Lang, act: &SessionAct) -> &'static str {
    use SessionAct as S;
    let [zh, en] = match act {
        S::Convene(_) => ["定了一场板凳会", "planned a session"],
        S::Proceed { .. } => ["往前走了一步", "moved a session along"],
        S::Move { .. } => ["改期", "moved the day"],
        S::Escalate { .. } => ["请区里来搭台", "asked the district to host"],
        S::Arrange { .. } => ["改了议程", "changed the agenda"],
        S::Reach { .. } => ["到了下一项", "came to the next part"],
        S::Seal { .. } => ["盖印", "pressed the seal"],
        S::Seat(_) => ["摆了一张凳子", "laid a seat"],
        S::Attend { .. } => ["签到", "called the roll"],
        S::Tell { .. } => ["通知到了", "told somebody the day"],
        S::Raise { .. } => ["举手排队", "noted a raised hand"],
        S::Speak { .. } | S::Hush => ["记了谁在说", "noted who speaks"],
        S::State(_) => ["记下一句话", "took down a statement"],
        S::Ask { .. } | S::Count { .. } => ["数举手", "counted hands"],
        S::Promise(_) => ["记下一个承诺", "took down a promise"],
        S::Minute => ["开了会议材料", "began the papers"],
        S::Note { .. } => ["写了一条", "wrote a note"],
        S::Enclose { .. } => ["附了一份", "enclosed something"],
        S::Brief { .. } => ["请专家答一个问题", "asked an expert"],
        S::Reply { .. } => ["记下专家的回答", "took down an expert’s answer"],
        S::Confirm(_) => ["核了一句话", "checked a statement"],
        S::Sign { .. } => ["签字", "signed"],
        S::Annex { .. } => ["写了更正", "wrote a correction"],
        S::Advise { .. } => ["列了一条建议", "noted advice"],
        S::Answer { .. } => ["答复了建议", "answered advice"],
        S::Know { .. } => ["记了一条村情", "entered a fact about the village"],
    };
    in_(lang, zh, en)
}

pub(crate) fn in_(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
