//! Whose turn it is on a phone that several people share.

use crate::{Lang, Words};

/// What the screen says.
#[derive(Debug)]
pub struct Whose {
    /// Its heading.
    pub title: &'static str,
    /// What to do.
    pub lead: &'static str,
    /// Nothing of a person waits.
    pub all_sent: &'static str,
    /// So many things of a person wait.
    pub unsent: fn(usize) -> String,
    /// A person has to be invited anew before anything goes out.
    pub away: &'static str,
    /// Somebody else sits down.
    pub another: (&'static str, &'static str),
    /// What is kept apart, and how far.
    pub apart: &'static str,
    /// Whose digits are asked.
    pub digits_of: fn(&str) -> String,
    /// How to press them.
    pub press: &'static str,
    /// So many of four are pressed.
    pub pressed: fn(usize) -> String,
    /// Takes the last one back.
    pub back: &'static str,
    /// Begins anew.
    pub clear: &'static str,
    /// The digits are being checked.
    pub checking: &'static str,
    /// It is somebody else.
    pub not_me: &'static str,
    /// What to do when they are forgotten.
    pub forgotten: &'static str,
    /// Under the box for new digits.
    pub set_hint: &'static str,
    /// The box, and what it is for where it may stay empty.
    pub set: (&'static str, &'static str),
    /// Why whoever is here now sets digits first; the name.
    pub first_you: fn(&str) -> String,
    /// The button of that.
    pub set_and_hand_on: &'static str,
    /// Hands the phone on to somebody by name; an empty one where nobody knows yet.
    pub hand_on_to: fn(&str) -> String,
    /// Who is here now, and who wants to sit down; an empty name where nobody knows yet.
    pub occupied: fn(&str, &str) -> String,
    /// The way back to who uses this phone.
    pub back_to_all: &'static str,
}

impl Words {
    /// Whose turn it is on a phone that several people share.
    #[must_use]
    pub fn whose(&self) -> &'static Whose {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

static ZH: Whose = Whose {
    title: "这会儿谁来用？",
    lead: "点自己的名字，再按四位数。",
    all_sent: "都送到了",
    unsent: |n| format!("还有 {n} 条没送出去"),
    away: "要再用一个邀请进来",
    another: ("又来一个人", "要村里发一个邀请，要有网"),
    apart: "各人的东西各人名下，没送出去的等本人来了再送。四位数挡得住随手翻看，挡不住有心人拆手机。",
    digits_of: |name| format!("{name} 的四位数"),
    press: "按满四位就进去。",
    pressed: |n| format!("按了 {n} 位"),
    back: "退一位",
    clear: "重按",
    checking: "在对…",
    not_me: "不是我",
    forgotten: "忘了？请村里再发一个邀请，用它坐下来，重定四位数。没送出去的都还在。",
    set_hint: "几个人合用一部手机时，用它分开",
    set: ("设四位数字", "一个人用可以不设"),
    first_you: |name| format!("请 {name} 先设四位数字。以后 {name} 的东西，要按了它才打得开。"),
    set_and_hand_on: "设好，交给别人",
    hand_on_to: |name| {
        if name.is_empty() { "交给别人".into() } else { format!("交给 {name}") }
    },
    occupied: |here, comes| {
        let comes = if comes.is_empty() { "别人".into() } else { format!(" {comes} ") };
        format!(
            "这部手机现在是 {here} 在用。交给{comes}以后，{here} 没送出去的还留在这部手机里，各人的东西各人名下。"
        )
    },
    back_to_all: "回去，看谁来用",
};

static EN: Whose = Whose {
    title: "Whose turn is it?",
    lead: "Tap your name, then press your four digits.",
    all_sent: "All has arrived",
    unsent: |n| if n == 1 { "1 item not sent".into() } else { format!("{n} items not sent") },
    away: "needs a new invitation",
    another: ("One more person", "with an invitation from the village, and a signal"),
    apart: "Each finds what is theirs, and what is not sent waits until its author is back. Four digits keep out a curious hand, not somebody who takes the phone apart.",
    digits_of: |name| format!("The four digits of {name}"),
    press: "It opens with the fourth.",
    pressed: |n| if n == 1 { "1 digit pressed".into() } else { format!("{n} digits pressed") },
    back: "Take one back",
    clear: "Begin anew",
    checking: "Checking…",
    not_me: "That is not me",
    forgotten: "Forgotten? Ask the village for a new invitation, sit down with it and choose four new digits. What is not sent is still here.",
    set_hint: "they keep apart who shares a phone",
    set: ("Choose four digits", "not needed while you are alone"),
    first_you: |name| {
        format!(
            "{name}, please choose four digits first. What is yours opens with them from now on."
        )
    },
    set_and_hand_on: "Set them, and hand the phone on",
    hand_on_to: |name| {
        format!("Hand it to {}", if name.is_empty() { "somebody else" } else { name })
    },
    occupied: |here, comes| {
        let comes = if comes.is_empty() { "somebody else" } else { comes };
        format!(
            "{here} uses this phone now. When {comes} sits down, what {here} has not sent stays on this phone under {here}’s name."
        )
    },
    back_to_all: "Back to who uses this phone",
};
