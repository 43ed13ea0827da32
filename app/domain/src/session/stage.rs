//! Where a session stands in its life-cycle, and where it may go from there.

use crate::Form;

/// 协商's life-cycle (PRODUCT.md, "The five life-cycles").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Stage {
    /// 列入计划
    #[default]
    Planned,
    /// 调研中
    Researching,
    /// 已通知
    Noticed,
    /// 待开: the pack is on the phone.
    Ready,
    /// 开会中
    InSession,
    /// 纪要起草
    Drafting,
    /// 核对
    Checking,
    /// 定稿
    Sealed,
    /// 交办
    HandedOver,
    /// 办理中
    Acting,
    /// 办结
    Closed,
    /// 回头看
    Revisited,
    /// 归档
    Archived,
    /// 延期
    Postponed,
    /// 取消
    Cancelled,
}

impl Stage {
    /// All of them, in the order of the life-cycle.
    pub const ALL: [Self; 15] = [
        Self::Planned,
        Self::Researching,
        Self::Noticed,
        Self::Ready,
        Self::InSession,
        Self::Drafting,
        Self::Checking,
        Self::Sealed,
        Self::HandedOver,
        Self::Acting,
        Self::Closed,
        Self::Revisited,
        Self::Archived,
        Self::Postponed,
        Self::Cancelled,
    ];

    /// The word used in SQL, on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Researching => "researching",
            Self::Noticed => "noticed",
            Self::Ready => "ready",
            Self::InSession => "in_session",
            Self::Drafting => "drafting",
            Self::Checking => "checking",
            Self::Sealed => "sealed",
            Self::HandedOver => "handed_over",
            Self::Acting => "acting",
            Self::Closed => "closed",
            Self::Revisited => "revisited",
            Self::Archived => "archived",
            Self::Postponed => "postponed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Where a session may go from here.
    #[must_use]
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Planned => &[Self::Researching, Self::Noticed, Self::Postponed, Self::Cancelled],
            Self::Researching => &[Self::Noticed, Self::Postponed, Self::Cancelled],
            Self::Noticed => &[Self::Ready, Self::Postponed, Self::Cancelled],
            Self::Ready => &[Self::InSession, Self::Noticed, Self::Postponed, Self::Cancelled],
            Self::InSession => &[Self::Drafting],
            // somebody ended it by mistake, or one more word is said
            Self::Drafting => &[Self::Checking, Self::InSession],
            Self::Checking => &[Self::Sealed, Self::Drafting],
            Self::Sealed => &[Self::HandedOver],
            Self::HandedOver => &[Self::Acting],
            Self::Acting => &[Self::Closed],
            Self::Closed => &[Self::Revisited],
            // once after 90 days and once after 180
            Self::Revisited => &[Self::Revisited, Self::Archived],
            Self::Postponed => &[Self::Planned, Self::Cancelled],
            Self::Archived | Self::Cancelled => &[],
        }
    }

    /// Whether what was said can no longer be written on: it is sealed, or the session is not to be.
    #[must_use]
    pub fn frozen(self) -> bool {
        match self {
            Self::Planned
            | Self::Researching
            | Self::Noticed
            | Self::Ready
            | Self::InSession
            | Self::Drafting
            | Self::Checking
            | Self::Postponed => false,
            Self::Sealed
            | Self::HandedOver
            | Self::Acting
            | Self::Closed
            | Self::Revisited
            | Self::Archived
            | Self::Cancelled => true,
        }
    }

    /// Whether it was sealed, now or before.
    #[must_use]
    pub fn sealed(self) -> bool {
        self.frozen() && self != Self::Cancelled
    }

    /// Whether the date may still be moved: nobody has sat down yet.
    #[must_use]
    pub fn ahead(self) -> bool {
        self < Self::InSession || self == Self::Postponed
    }

    /// Whether a session that stands here has been at `other` on its way, or is there.
    ///
    /// Two recorders without a signal both open and both end the evening; the second one is not told off.
    #[must_use]
    pub fn passed(self, other: Self) -> bool {
        let on_the_way = |stage| stage < Self::Postponed;
        on_the_way(self) && on_the_way(other) && other <= self
    }
}
