//! Is it consultable? Five short questions propose a way; a person decides.

use crate::Form;

/// The five questions (PRODUCT.md, Issue). An unanswered one is simply not known yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub struct Triage {
    /// 切口小吗: is it small enough to be talked through in one evening?
    pub small: Option<bool>,
    /// 牵涉几户吗: does it touch several households?
    pub several: Option<bool>,
    /// 能办的人来得了吗: can someone who can act come?
    pub actor: Option<bool>,
    /// 合法合规吗
    pub lawful: Option<bool>,
    /// 是两家人吵架吗: is it a quarrel between two?
    pub quarrel: Option<bool>,
}

/// What the answers point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 拟题: it can be talked through on a bench.
    Draft,
    /// 当场办: so small that nobody need sit down.
    Settle,
    /// 转办: a quarrel goes to mediation, a thing too large to the town.
    Redirect,
    /// 暂存: nobody who can act is there yet, or something is not known yet.
    Park,
    /// 不予协商: it is not lawful.
    Decline,
}

impl Triage {
    /// The way the answers propose. Law first, then peace, then who can act, then size.
    #[must_use]
    pub fn proposes(self) -> Way {
        if self.lawful == Some(false) {
            Way::Decline
        } else if self.quarrel == Some(true) {
            Way::Redirect
        } else if self.actor == Some(false) {
            Way::Park
        } else if self.small == Some(false) {
            Way::Redirect
        } else if self.several == Some(false) {
            Way::Settle
        } else if self.complete() {
            Way::Draft
        } else {
            Way::Park
        }
    }

    /// Whether all five are answered.
    #[must_use]
    pub fn complete(self) -> bool {
        [self.small, self.several, self.actor, self.lawful, self.quarrel]
            .iter()
            .all(Option::is_some)
    }
}
