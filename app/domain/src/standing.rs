//! Where an issue stands in its life-cycle, and where that is on the bench line.

use crate::Form;

/// 议题's life-cycle (PRODUCT.md, "The five life-cycles").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Standing {
    /// 线索: somebody said it; no cadre has looked yet.
    Lead,
    /// 收到
    Received,
    /// 分过: the five questions are answered.
    Triaged,
    /// 当场办
    Settled,
    /// 转办
    Redirected,
    /// 合并
    Merged,
    /// 暂存
    Parked,
    /// 拟题
    Drafted,
    /// 审定
    Approved,
    /// 公示
    Posted,
    /// 入计划
    Scheduled,
    /// 已协商
    Consulted,
    /// 办结
    Closed,
    /// 不予协商, with a reason
    Declined,
}

impl Standing {
    /// All of them, in the order of the life-cycle.
    pub const ALL: [Self; 14] = [
        Self::Lead,
        Self::Received,
        Self::Triaged,
        Self::Settled,
        Self::Redirected,
        Self::Merged,
        Self::Parked,
        Self::Drafted,
        Self::Approved,
        Self::Posted,
        Self::Scheduled,
        Self::Consulted,
        Self::Closed,
        Self::Declined,
    ];

    /// The word used in SQL, on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Received => "received",
            Self::Triaged => "triaged",
            Self::Settled => "settled",
            Self::Redirected => "redirected",
            Self::Merged => "merged",
            Self::Parked => "parked",
            Self::Drafted => "drafted",
            Self::Approved => "approved",
            Self::Posted => "posted",
            Self::Scheduled => "scheduled",
            Self::Consulted => "consulted",
            Self::Closed => "closed",
            Self::Declined => "declined",
        }
    }

    /// Where an issue may go from here.
    #[must_use]
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Lead => &[Self::Received, Self::Merged, Self::Declined],
            Self::Received => &[Self::Triaged],
            Self::Triaged => &[
                Self::Settled,
                Self::Redirected,
                Self::Merged,
                Self::Parked,
                Self::Drafted,
                Self::Declined,
            ],
            Self::Drafted => &[Self::Approved, Self::Parked, Self::Merged, Self::Declined],
            Self::Approved => &[Self::Posted, Self::Parked],
            Self::Posted => &[Self::Scheduled, Self::Parked],
            Self::Scheduled => &[Self::Consulted, Self::Posted],
            Self::Consulted => &[Self::Closed],
            // what was laid aside or sent away can come back to be sorted anew, with a reason
            Self::Settled | Self::Redirected | Self::Parked | Self::Declined => &[Self::Triaged],
            Self::Merged | Self::Closed => &[],
        }
    }

    /// Whether it was laid aside or sent away and can come back to be sorted anew.
    #[must_use]
    pub fn laid_aside(self) -> bool {
        matches!(self, Self::Settled | Self::Redirected | Self::Parked | Self::Declined)
    }

    /// Whether it hangs on the village's public board: of nothing else has the public a page.
    #[must_use]
    pub fn posted(self) -> bool {
        matches!(self, Self::Posted | Self::Scheduled | Self::Consulted | Self::Closed)
    }

    /// Whether nothing more may be written on it.
    #[must_use]
    pub fn finished(self) -> bool {
        self.next().is_empty()
    }

    /// The station of the bench line it has reached.
    #[must_use]
    pub fn station(self) -> Station {
        match self {
            Self::Lead | Self::Received => Station::Raised,
            Self::Triaged
            | Self::Drafted
            | Self::Approved
            | Self::Redirected
            | Self::Merged
            | Self::Parked
            | Self::Declined => Station::Researched,
            Self::Posted | Self::Scheduled => Station::Sat,
            Self::Consulted => Station::Advised,
            Self::Settled => Station::Done,
            Self::Closed => Station::Rated,
        }
    }

    /// The lane of the board it lies in.
    #[must_use]
    pub fn lane(self) -> Lane {
        match self {
            Self::Lead | Self::Received => Lane::New,
            Self::Triaged | Self::Drafted | Self::Approved => Lane::Looking,
            Self::Posted | Self::Scheduled => Lane::Waiting,
            Self::Consulted => Lane::Answering,
            Self::Settled | Self::Closed => Lane::Done,
            Self::Parked => Lane::Parked,
            Self::Redirected | Self::Merged | Self::Declined => Lane::Away,
        }
    }
}

/// One of the seven characters: 提 查 坐 言 纳 办 评.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Station {
    /// 提 raised
    Raised,
    /// 查 researched
    Researched,
    /// 坐 sat together
    Sat,
    /// 言 advised
    Advised,
    /// 纳 answered
    Answered,
    /// 办 done
    Done,
    /// 评 rated
    Rated,
}

impl Station {
    /// All seven, in order.
    pub const ALL: [Self; 7] = [
        Self::Raised,
        Self::Researched,
        Self::Sat,
        Self::Advised,
        Self::Answered,
        Self::Done,
        Self::Rated,
    ];

    /// 1 to 7.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

/// A lane of the board: stations in everyday words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// 新提的
    New,
    /// 在查
    Looking,
    /// 等坐下来谈
    Waiting,
    /// 在答复
    Answering,
    /// 办成了
    Done,
    /// 先放着
    Parked,
    /// 转出
    Away,
}

impl Lane {
    /// All of them, in the order of the board.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Looking,
        Self::Waiting,
        Self::Answering,
        Self::Done,
        Self::Parked,
        Self::Away,
    ];

    /// The word used in addresses and data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Looking => "looking",
            Self::Waiting => "waiting",
            Self::Answering => "answering",
            Self::Done => "done",
            Self::Parked => "parked",
            Self::Away => "away",
        }
    }
}
