//! What the district's desk says of how fresh it is.

use crate::{Lang, Words};

/// The words.
#[derive(Debug)]
pub struct Live {
    /// There is no signal; what is shown was heard at this time.
    pub away: fn(&str) -> String,
    /// There is no signal, and nothing was heard yet.
    pub never: &'static str,
    /// It is being asked for.
    pub asking: &'static str,
    /// Asks anew.
    pub anew: &'static str,
}

static ZH: Live = Live {
    away: |time| format!("没有信号，这里是 {time} 的"),
    never: "没有信号，还没听到过",
    asking: "正在问",
    anew: "再问一次",
};

static EN: Live = Live {
    away: |time| format!("No signal; this is as of {time}"),
    never: "No signal; nothing heard yet",
    asking: "Asking",
    anew: "Ask again",
};

impl Words {
    /// How fresh the district's desk is.
    #[must_use]
    pub fn live(&self) -> &'static Live {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
