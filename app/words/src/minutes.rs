//! What comes of an evening: the minutes as they are written.

mod annex;
mod check;
mod roll;
mod seal;

pub use self::{annex::Annex, check::Check, roll::Roll, seal::Sealing};

/// What the draft says.
#[derive(Debug)]
pub struct Minutes {
    /// The heading of the draft.
    pub title: &'static str,
    /// Under it, behind the day.
    pub note: &'static str,
    /// People still sit together.
    pub going_on: &'static str,
    /// To the bench.
    pub to_bench: &'static str,
    /// Nobody has sat down yet.
    pub not_yet: &'static str,
    /// To the page of the session.
    pub to_session: &'static str,
    /// There is no such session on this phone: heading.
    pub missing: &'static str,
    /// Why that may be.
    pub missing_hint: &'static str,
    /// To members of the village who had no seat.
    pub not_for_you: &'static str,
    /// To those who read and do not write.
    pub only: &'static str,
    /// The read-back has begun, and something may still be mended.
    pub changed: &'static str,
    /// Heading and box of what was reported.
    pub facts: &'static str,
    /// Nothing is written there.
    pub facts_none: &'static str,
    /// Opens a text for writing.
    pub write: &'static str,
    /// Nothing was taken down.
    pub said_none: &'static str,
    /// A part of the agenda that is not there any more.
    pub some_part: &'static str,
    /// Which part of the agenda, and how many statements.
    pub part_count: fn(u32, usize) -> String,
    /// So many.
    pub pieces: fn(usize) -> String,
    /// Nobody in particular said it.
    pub nobody: &'static str,
    /// The speaker was there by telephone.
    pub remote: &'static str,
    /// Opens what can be mended.
    pub mend: &'static str,
    /// The box for the words of a statement.
    pub words: &'static str,
    /// The box for the speaker.
    pub speaker: &'static str,
    /// The box for the part of the agenda.
    pub part: &'static str,
    /// The box for the sort.
    pub sort: &'static str,
    /// Takes it back.
    pub drop: &'static str,
    /// Heading over what was only tapped.
    pub blank: &'static str,
    /// What becomes of it.
    pub blank_hint: &'static str,
    /// Plays a recording.
    pub listen: &'static str,
    /// There is no recording.
    pub no_voice: &'static str,
    /// Its bytes are not here.
    pub voice_away: &'static str,
    /// Heading of the consensus.
    pub agreed: &'static str,
    /// There is none yet.
    pub agreed_none: &'static str,
    /// Adds the words to the consensus.
    pub pick: &'static str,
    /// They are in it.
    pub picked: &'static str,
    /// One more line.
    pub add_point: &'static str,
    /// The box of a line.
    pub point: &'static str,
    /// Moves a line up.
    pub up: &'static str,
    /// Strikes a line.
    pub strike: &'static str,
    /// Heading of dissent.
    pub dissent: &'static str,
    /// How it is kept.
    pub dissent_hint: &'static str,
    /// Heading of the counts.
    pub hands: &'static str,
    /// Heading of who does what.
    pub tasks: &'static str,
    /// Nothing is to be done yet.
    pub tasks_none: &'static str,
    /// One more task.
    pub add_task: &'static str,
    /// Makes a promise a task.
    pub make_task: &'static str,
    /// The box for what is to be done.
    pub what: &'static str,
    /// The box for who does it.
    pub owner: &'static str,
    /// The box for the day.
    pub due: &'static str,
    /// By a day.
    pub by: fn(&str) -> String,
    /// No day was set.
    pub no_day: &'static str,
    /// Two people wrote one text in one place.
    pub both_wrote: &'static str,
    /// It was read through and is good.
    pub found_good: &'static str,
    /// The name of the foot.
    pub next: &'static str,
    /// On to the read-back.
    pub to_check: &'static str,
    /// What that means.
    pub to_check_hint: &'static str,
    /// It is being read back.
    pub checking_now: &'static str,
    /// What is still lacking.
    pub lacks: fn(&str) -> String,
    /// Back to the bench.
    pub back_bench: &'static str,
    /// The read-back.
    pub check: &'static Check,
    /// Who has checked.
    pub roll: &'static Roll,
    /// Corrections.
    pub annex: &'static Annex,
    /// Signatures, the seal, and what goes out.
    pub seal: &'static Sealing,
}

pub(crate) static ZH: Minutes = Minutes {
    title: "会议纪要",
    note: "纪要草稿",
    going_on: "会还没散。散了会，这里就有纪要。",
    to_bench: "到板凳上去",
    not_yet: "还没开会，开过了这里就有纪要。",
    to_session: "看这场板凳会",
    missing: "这部手机上没有这场会",
    missing_hint: "可能还没送到，或者不归您看。",
    not_for_you: "没定稿之前，到场的人和村里的干部看得到；定了稿，村里人都看得到。",
    only: "纪要由记录员、书记来写，您先看看。您说的话，会请您核。",
    changed: "正在核对。哪句改了字，哪句要重新念给本人听。",
    facts: "情况通报",
    facts_none: "还没写。通报了什么，写一两句。",
    write: "写一写",
    said_none: "这场会没有记下话。",
    some_part: "别的",
    part_count: |part, count| format!("第 {part} 项 · {count} 条"),
    pieces: |count| format!("{count} 条"),
    nobody: "没记是谁",
    remote: "电话里",
    mend: "改",
    words: "说了什么",
    speaker: "谁说的",
    part: "放在哪一项",
    sort: "算哪一种",
    drop: "收回这条",
    blank: "还没写字",
    blank_hint: "听一听，写几个字。没写字的不引用，定稿里没有。",
    listen: "听录音",
    no_voice: "没有录音，凭记性写，或者收回。",
    voice_away: "录音还没到这部手机。",
    agreed: "大家的共识",
    agreed_none: "还没有。在发言、举手下面点“写进共识”，或者自己写。",
    pick: "写进共识",
    picked: "在共识里",
    add_point: "再写一条",
    point: "共识写什么",
    up: "往上挪",
    strike: "划掉",
    dissent: "保留意见",
    dissent_hint: "原话照写，不合并，不删",
    hands: "举手",
    tasks: "谁来办",
    tasks_none: "还没有定下谁来办。",
    add_task: "加一件事",
    make_task: "定成一件事",
    what: "办什么",
    owner: "谁来办",
    due: "哪天以前",
    by: |day| format!("{day}前"),
    no_day: "没定日子",
    both_wrote: "两个人改了同一处，两句都留着，请读一遍。",
    found_good: "读过了，就这样",
    next: "下一步",
    to_check: "去核对",
    to_check_hint: "写好了，念给说话的人听，点了头才算。",
    checking_now: "正在核对，改过的要重新念。",
    lacks: |what| format!("{what}。"),
    back_bench: "还有话，回板凳上",
    check: &check::ZH,
    roll: &roll::ZH,
    annex: &annex::ZH,
    seal: &seal::ZH,
};

pub(crate) static EN: Minutes = Minutes {
    title: "Minutes",
    note: "draft",
    going_on: "The session still goes on. The minutes are here once it has ended.",
    to_bench: "To the bench",
    not_yet: "There has been no session yet; the minutes are here afterwards.",
    to_session: "To the session",
    missing: "This session is not on this phone",
    missing_hint: "It may not have arrived yet, or not be for you to read.",
    not_for_you: "Until it is sealed, those who sat there and the cadres read it; afterwards the whole village does.",
    only: "The recorder and the secretary write the minutes. What you said will be put before you.",
    changed: "This is being read back. A sentence that is changed must be read to its speaker again.",
    facts: "Facts",
    facts_none: "Nothing yet. A sentence or two of what was reported.",
    write: "Write",
    said_none: "Nothing was taken down in this session.",
    some_part: "Other",
    part_count: |part, count| format!("part {part} · {count}"),
    pieces: |count| count.to_string(),
    nobody: "nobody in particular",
    remote: "by telephone",
    mend: "Mend",
    words: "What was said",
    speaker: "Who said it",
    part: "Part of the agenda",
    sort: "Sort",
    drop: "Take it back",
    blank: "No words yet",
    blank_hint: "Listen and write a few words. What has none is not quoted, and not in what is sealed.",
    listen: "Listen",
    no_voice: "No recording: write it from memory, or take it back.",
    voice_away: "The recording is not on this phone yet.",
    agreed: "What was agreed",
    agreed_none: "Nothing yet. Tap “Into the consensus” under a statement or a count, or write a line.",
    pick: "Into the consensus",
    picked: "In the consensus",
    add_point: "One more line",
    point: "What was agreed on",
    up: "Move up",
    strike: "Strike",
    dissent: "Dissent",
    dissent_hint: "whole, never merged, never left out",
    hands: "Shows of hands",
    tasks: "Who does what",
    tasks_none: "Nobody has taken anything on yet.",
    add_task: "One more task",
    make_task: "Make it a task",
    what: "What",
    owner: "Who",
    due: "By when",
    by: |day| format!("by {day}"),
    no_day: "no day set",
    both_wrote: "Two people wrote this in one place; both stand. Please read it through.",
    found_good: "Read; it is good",
    next: "What comes next",
    to_check: "Read it back",
    to_check_hint: "Done? Each speaker hears it and nods; only then does it count.",
    checking_now: "Being read back; what changes is read again.",
    lacks: |what| format!("Still lacking: {what}."),
    back_bench: "One more word: back to the bench",
    check: &check::EN,
    roll: &roll::EN,
    annex: &annex::EN,
    seal: &seal::EN,
};
