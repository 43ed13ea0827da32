//! The agenda: timed parts, and the templates of the two modes.

use crate::{
    Form, Millis, Refusal,
    issue::LINE,
    said::{said, wrong},
};

/// The most parts an agenda has.
pub(crate) const PARTS: u32 = 20;
/// The longest part, in minutes.
const LONGEST: u32 = 240;
/// One minute, in milliseconds.
const MINUTE: Millis = 60_000;

/// Who prepares the bench.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Form)]
pub enum Mode {
    /// 政协搭台、各方参与: the district hosts, departments are invited, and what comes of it is handed over on paper.
    A,
    /// 基层搭台、政协嵌入: the village hosts, members sit on the bench.
    #[default]
    B,
}

impl Mode {
    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// What a part of the agenda is for. The catalogue has its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Topic {
    /// 开场与规则
    #[default]
    Opening,
    /// 情况通报
    Facts,
    /// 提问解答
    Questions,
    /// 村民发言: villagers speak first.
    Villagers,
    /// 专家点评
    Experts,
    /// 部门回应
    Departments,
    /// 归纳复述: the consensus is read back.
    Consensus,
    /// 谁来办
    Tasks,
    /// Something else; the part has a name of its own.
    Other,
}

/// One part of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
pub struct Part {
    /// What it is for.
    pub topic: Topic,
    /// A name of its own, where somebody gave it one.
    #[form(sparse)]
    pub name: Option<String>,
    /// How long it should take.
    pub minutes: u32,
}

impl Part {
    /// How long it should take, in milliseconds.
    #[must_use]
    pub fn lasts(&self) -> Millis {
        Millis::from(self.minutes) * MINUTE
    }
}

/// The agenda that a mode begins with (research/mission.md §2.2: 通报、提问、解答、发言, villagers first).
#[must_use]
pub fn template(mode: Mode) -> Vec<Part> {
    use Topic as T;
    let part = |(topic, minutes)| Part { topic, name: None, minutes };
    let parts: [(T, u32); 8] = match mode {
        Mode::A => [
            (T::Opening, 3),
            (T::Facts, 10),
            (T::Questions, 15),
            (T::Villagers, 20),
            (T::Departments, 15),
            (T::Experts, 8),
            (T::Consensus, 8),
            (T::Tasks, 6),
        ],
        Mode::B => [
            (T::Opening, 3),
            (T::Facts, 8),
            (T::Questions, 15),
            (T::Villagers, 25),
            (T::Experts, 6),
            (T::Departments, 10),
            (T::Consensus, 8),
            (T::Tasks, 5),
        ],
    };
    parts.map(part).into()
}

/// A part that can be: no agenda has more.
pub(super) fn part(part: u32) -> Result<(), Refusal> {
    if part < PARTS { Ok(()) } else { Err(wrong("part")) }
}

/// An agenda that can be.
pub(crate) fn checked(agenda: &[Part]) -> Result<Vec<Part>, Refusal> {
    if agenda.is_empty() || agenda.len() > PARTS as usize {
        return Err(wrong("agenda"));
    }
    let check = |part: &Part| {
        if part.minutes == 0 || part.minutes > LONGEST {
            return Err(wrong("minutes"));
        }
        let name = match &part.name {
            Some(name) => Some(said("name", name, LINE)?),
            None if part.topic == Topic::Other => {
                return Err(Refusal::Empty { field: "name".into() });
            }
            None => None,
        };
        Ok(Part { name, ..part.clone() })
    };
    agenda.iter().map(check).collect()
}
