//! Where an action stands in its life-cycle.

use crate::Form;

/// Where an action stands (PRODUCT.md, "The five life-cycles").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum State {
    /// 待认领
    #[default]
    Unclaimed,
    /// 已认领
    Claimed,
    /// 在办
    Acting,
    /// 办完待核
    Done,
    /// 核过了，等人评
    Checked,
    /// 不满意，重办
    Redo,
    /// 办结
    Closed,
}

impl State {
    /// All of them, in the order of the life-cycle.
    pub const ALL: [Self; 7] = [
        Self::Unclaimed,
        Self::Claimed,
        Self::Acting,
        Self::Done,
        Self::Checked,
        Self::Redo,
        Self::Closed,
    ];

    /// The word used in SQL, on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unclaimed => "unclaimed",
            Self::Claimed => "claimed",
            Self::Acting => "acting",
            Self::Done => "done",
            Self::Checked => "checked",
            Self::Redo => "redo",
            Self::Closed => "closed",
        }
    }

    /// Whether somebody is at it, or is to be.
    #[must_use]
    pub fn running(self) -> bool {
        matches!(self, Self::Unclaimed | Self::Claimed | Self::Acting | Self::Redo)
    }
}
