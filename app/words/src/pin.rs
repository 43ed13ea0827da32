//! Four digits that a person has on a phone: for sharing it, and for signing.

use crate::{Lang, Words};

/// What is said around the digits.
#[derive(Debug)]
pub struct Pin {
    /// The box for the digits.
    pub digits: &'static str,
    /// The box for new digits.
    pub new: &'static str,
    /// The same once more.
    pub again: &'static str,
    /// What the digits are for, the first time.
    pub why_new: &'static str,
    /// What the digits are for.
    pub why: &'static str,
    /// They are not four digits.
    pub short: &'static str,
    /// They differ.
    pub differs: &'static str,
    /// Wrong; so many tries are left.
    pub wrong: fn(u32) -> String,
    /// Wrong too often; wait so many seconds.
    pub wait: fn(i64) -> String,
    /// They could not be kept, or this browser cannot check them.
    pub broken: &'static str,
}

impl Words {
    /// The four digits that a person has on a phone.
    #[must_use]
    pub fn pin(&self) -> &'static Pin {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

static ZH: Pin = Pin {
    digits: "四位数",
    new: "定一个四位数",
    again: "再按一遍",
    why_new: "第一次在这部手机上签字，先定四位数。以后签字都要按它，免得手机放在桌上，别人拿去签了。它只存在这部手机里；几个人合用这部手机，也用它分开。忘了，请村里再发一个邀请，进来时重定。",
    why: "按您定的四位数，证明是您本人在签。",
    short: "要四位数字。",
    differs: "两遍不一样，请重新按。",
    wrong: |left| format!("不对，还能试 {left} 次。"),
    wait: |seconds| match seconds {
        ..=90 => format!("错了太多次，请等 {seconds} 秒再试。"),
        _ => format!("错了太多次，请等 {} 分钟再试。", seconds.div_euclid(60) + 1),
    },
    broken: "这个浏览器存不下、也对不了四位数。请换普通窗口，或换一个浏览器打开。",
};

static EN: Pin = Pin {
    digits: "Your four digits",
    new: "Choose four digits",
    again: "Once more",
    why_new: "You sign on this phone for the first time: choose four digits. They are asked at every signature, so that nobody signs for you while the phone lies on the table. Only this phone has them, and they keep apart who shares it. Should you forget them, a new invitation lets you choose anew.",
    why: "Your four digits show that it is you who signs.",
    short: "Four digits, please.",
    differs: "The two are not the same. Please type them again.",
    wrong: |left| format!("Wrong; {left} more tries."),
    wait: |seconds| match seconds {
        ..=90 => format!("Wrong too often; please wait {seconds} seconds."),
        _ => format!("Wrong too often; please wait {} minutes.", seconds.div_euclid(60) + 1),
    },
    broken: "This browser cannot keep or check four digits. Use a normal window, or another browser.",
};
