//! Minutes being read back: every statement is put before whoever said it.

use domain::session::How;

/// What the read-back says.
#[derive(Debug)]
pub struct Check {
    /// The heading.
    pub title: &'static str,
    /// Under it, behind the day.
    pub note: &'static str,
    /// The name of what reads aloud.
    pub player: &'static str,
    /// It is being read: which, of how many.
    pub reading: fn(usize, usize) -> String,
    /// Which is lit, of how many.
    pub place: fn(usize, usize) -> String,
    /// There is nothing to read back.
    pub none: &'static str,
    /// The phone reads.
    pub by_phone: &'static str,
    /// Somebody reads.
    pub by_person: &'static str,
    /// Begins to read.
    pub play: &'static str,
    /// Stops reading.
    pub pause: &'static str,
    /// The next statement.
    pub next: &'static str,
    /// What is read: who said it, and the words.
    pub said_aloud: fn(&str, &str) -> String,
    /// Before the words of a statement: puts it before its speaker.
    pub light: &'static str,
    /// The speaker agrees.
    pub nod: &'static str,
    /// The speaker says it otherwise.
    pub mend: &'static str,
    /// The speaker does not own it.
    pub deny: &'static str,
    /// The speaker is not here.
    pub away: &'static str,
    /// Agreed by telephone.
    pub phone_nod: &'static str,
    /// Agreed on paper.
    pub paper_nod: &'static str,
    /// Asked by telephone, and waited for.
    pub asked_phone: &'static str,
    /// Asked in the chat, and waited for.
    pub asked_chat: &'static str,
    /// What is pasted into the chat: who is asked, about which session, about which words.
    pub chat_text: fn(&str, &str, &str) -> String,
    /// It is on the clipboard.
    pub copied: &'static str,
    /// A picture of the slip may be taken.
    pub slip_hint: &'static str,
    /// The picture of a slip.
    pub slip: &'static str,
    /// Whether the speaker wants to be named.
    pub named: &'static str,
    /// Not asked.
    pub named_unasked: &'static str,
    /// Not named.
    pub named_no: &'static str,
    /// Named.
    pub named_yes: &'static str,
    /// What holds without a word.
    pub named_hint: &'static str,
    /// The speaker wrote it otherwise on a phone.
    pub wants: &'static str,
    /// What happens with it.
    pub wants_hint: &'static str,
    /// Writes it so.
    pub apply: &'static str,
    /// How it was put.
    pub how: &'static str,
    /// The box for the new words.
    pub new_words: &'static str,
    /// The box for the objection.
    pub objection: &'static str,
    /// Before an objection.
    pub against: &'static str,
    /// Agreed, and how.
    pub confirmed: fn(How) -> &'static str,
    /// Mended by the speaker, by so many letters.
    pub corrected: fn(How, usize) -> String,
    /// Not owned, and how that was said.
    pub disputed: fn(How) -> &'static str,
    /// Asked, and until when silence counts.
    pub asked: fn(How, &str) -> String,
    /// Asked, and silent for three days.
    pub silent: &'static str,
    /// The words changed since they were read out.
    pub again: &'static str,
    /// Not put before the speaker yet.
    pub unasked: &'static str,
    /// Nobody is known to have said it.
    pub nobody: &'static str,
    /// Over what the reader said.
    pub own: &'static str,
    /// What to do with it.
    pub own_hint: &'static str,
    /// The reader is not quoted.
    pub own_none: &'static str,
    /// On to the seal.
    pub to_seal: &'static str,
    /// The name of the foot.
    pub next_step: &'static str,
}

pub(crate) static ZH: Check = Check {
    title: "念一遍，核一遍",
    note: "纪要草稿",
    player: "念给大家听",
    reading: |at, of| format!("正在念第 {at} 条，共 {of} 条"),
    place: |at, of| format!("第 {at} 条，共 {of} 条"),
    none: "没有要核的话",
    by_phone: "手机自己念，不用网 · 慢速",
    by_person: "这部手机不会念，请记录员照着念",
    play: "念出来",
    pause: "停一停",
    next: "下一条",
    said_aloud: |who, words| format!("{who}说：{words}"),
    light: "核这一条：",
    nod: "点头",
    mend: "改一改",
    deny: "不认",
    away: "人不在跟前",
    phone_nod: "电话里点头",
    paper_nod: "纸上按了手印",
    asked_phone: "打过电话，等回话",
    asked_chat: "发在群里，等回话",
    chat_text: |name, title, words| {
        format!(
            "{name}：您在“{title}”板凳会上说的是不是这句：“{words}”？对就回个“对”，不对请改一改。三天没回话，就算您认。"
        )
    },
    copied: "要问的话复制好了，到群里长按粘贴。",
    slip_hint: "按了手印的纸条，可以拍一张留着，不拍也行。",
    slip: "看照片",
    named: "对外写不写名字",
    named_unasked: "没问",
    named_no: "只写身份",
    named_yes: "写名字",
    named_hint: "没问，就只写身份。",
    wants: "本人要改成：",
    wants_hint: "记录员照着改了，就算核过。",
    apply: "照本人的改",
    how: "怎么核的",
    new_words: "改成什么",
    objection: "本人怎么说",
    against: "本人不认：",
    confirmed: |how| match how {
        How::Here => "本人当面点头",
        How::Own => "本人手机上点头",
        How::Phone => "电话里念过，点头",
        How::Paper => "纸上按了手印",
        How::Chat => "点头",
    },
    corrected: |how, letters| {
        let place = match how {
            How::Here => "念时",
            How::Own => "在自己手机上，",
            How::Phone => "电话里，",
            How::Paper => "纸上，",
            How::Chat => "",
        };
        format!("{place}本人改了 {letters} 个字")
    },
    disputed: |how| match how {
        How::Here => "本人当面不认",
        How::Own => "本人手机上不认",
        How::Phone => "电话里不认",
        How::Paper => "纸上写了不认",
        How::Chat => "不认",
    },
    asked: |how, until| match how {
        How::Chat => format!("发在群里了，{until} 没回话就算认"),
        _ => format!("打过电话，{until} 没回话就算认"),
    },
    silent: "问过，三天没回话，算认",
    again: "字改过了，要重新核",
    unasked: "还没核",
    nobody: "没记是谁说的，不用核",
    own: "您说的话",
    own_hint: "看一看对不对。您点了头，才算您说的。",
    own_none: "这场会没有引您的话。",
    to_seal: "定稿盖印",
    next_step: "下一步",
};

pub(crate) static EN: Check = Check {
    title: "Read back, check",
    note: "draft of the minutes",
    player: "Reading aloud",
    reading: |at, of| format!("Reading {at} of {of}"),
    place: |at, of| format!("{at} of {of}"),
    none: "Nothing to read back",
    by_phone: "The phone reads, slowly, without a signal",
    by_person: "This phone has no Chinese voice: the recorder reads",
    play: "Read aloud",
    pause: "Pause",
    next: "Next",
    said_aloud: |who, words| format!("{who}说：{words}"),
    light: "Check this one: ",
    nod: "Nods",
    mend: "Mends",
    deny: "Disputes",
    away: "Not here",
    phone_nod: "Nods by telephone",
    paper_nod: "Signed on paper",
    asked_phone: "Rung up; waiting",
    asked_chat: "In the chat; waiting",
    chat_text: |name, title, words| {
        format!(
            "{name}：您在“{title}”板凳会上说的是不是这句：“{words}”？对就回个“对”，不对请改一改。三天没回话，就算您认。"
        )
    },
    copied: "The question is copied. Paste it into the chat.",
    slip_hint: "A picture of the slip may be kept; nobody has to.",
    slip: "Picture of the slip",
    named: "Named in public",
    named_unasked: "Not asked",
    named_no: "Role only",
    named_yes: "By name",
    named_hint: "Without a word, only the role is shown.",
    wants: "The speaker wants it to say:",
    wants_hint: "Once the recorder writes it so, it counts as checked.",
    apply: "Write it so",
    how: "How it was put",
    new_words: "What it should say",
    objection: "The objection, in the speaker’s words",
    against: "Disputed: ",
    confirmed: |how| match how {
        How::Here => "nodded, face to face",
        How::Own => "nodded, on the own phone",
        How::Phone => "nodded, by telephone",
        How::Paper => "signed on paper",
        How::Chat => "nodded",
    },
    corrected: |how, letters| {
        let place = match how {
            How::Here => "when it was read",
            How::Own => "on the own phone",
            How::Phone => "by telephone",
            How::Paper => "on paper",
            How::Chat => "in the chat",
        };
        format!("mended by the speaker {place}: {letters} letters")
    },
    disputed: |how| match how {
        How::Here => "disputed, face to face",
        How::Own => "disputed, on the own phone",
        How::Phone => "disputed, by telephone",
        How::Paper => "disputed, on paper",
        How::Chat => "disputed",
    },
    asked: |how, until| match how {
        How::Chat => format!("put in the chat; counts from {until} on"),
        _ => format!("rung up; counts from {until} on"),
    },
    silent: "asked, and silent for three days: it counts",
    again: "changed since: to be read again",
    unasked: "not checked yet",
    nobody: "no speaker is known: nothing to check",
    own: "What you said",
    own_hint: "Please look whether it is right. It is yours once you nod.",
    own_none: "You are not quoted in this session.",
    to_seal: "Sign and seal",
    next_step: "What comes next",
};
