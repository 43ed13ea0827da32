//! A place on the bench: somebody of the directory, or a name and a role that were typed. Nobody needs an account.

use super::Room;
use crate::{
    Form, Id, Millis, Record, Refusal, Role,
    issue::LINE,
    said::{day, said},
};

/// What somebody does on the bench beside sitting there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Duty {
    /// 主持
    Host,
    /// 记录
    Recorder,
    /// 见证: the supervisor, or, where the supervisor is the host, the secretary.
    Witness,
}

impl Duty {
    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Recorder => "recorder",
            Self::Witness => "witness",
        }
    }

    /// The duty of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        [Self::Host, Self::Recorder, Self::Witness].into_iter().find(|duty| duty.as_str() == word)
    }
}

/// How somebody was told or asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Form)]
pub enum How {
    /// 当面: here, on this phone.
    Here,
    /// 本人手机: on the person's own phone.
    Own,
    /// 电话
    Phone,
    /// 纸上
    Paper,
    /// 发在群里: a text pasted into a chat.
    Chat,
}

impl How {
    /// The word on the wire and in data attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Own => "own",
            Self::Phone => "phone",
            Self::Paper => "paper",
            Self::Chat => "chat",
        }
    }
}

/// A seat as it is laid.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Seat {
    /// The name, as it is called out.
    pub name: String,
    /// What the person is here as; it decides what the person may do in this session.
    pub role: Role,
    /// What is said beside the name: 村委委员, 区水利局.
    #[form(sparse)]
    pub label: Option<String>,
    /// The group the person lives in, by its name.
    #[form(sparse)]
    pub group: Option<String>,
    /// Who it is, when in the directory.
    #[form(sparse)]
    pub person: Option<Id>,
    /// What the person does beside sitting there.
    #[form(sparse)]
    pub duty: Option<Duty>,
    /// Whether the person is there by telephone.
    #[form(sparse)]
    pub remote: bool,
    /// Where in the ring.
    #[form(sparse)]
    pub order: u32,
    /// What is mixed into the mark of the name in a seal, so that nobody who sees the mark can guess the name: drawn
    /// when the seat is laid, and erased with the name.
    #[form(sparse)]
    pub salt: Option<String>,
}

/// A seat record, read.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Seated {
    /// Who sits there.
    #[form(flatten)]
    pub seat: Seat,
    /// Whether the person is here; nothing before the roll.
    pub present: Option<bool>,
    /// The day and the place the person was last told of.
    pub told_on: Option<Millis>,
    /// The place.
    pub told_where: Option<String>,
    /// How.
    pub told_how: Option<How>,
    /// Since when a hand is up.
    pub hand_at: Option<Millis>,
}

impl Seat {
    /// Whether villagers' rules of speaking first are for this seat: the inner ring.
    #[must_use]
    pub fn villager(&self) -> bool {
        matches!(self.role, Role::Villager | Role::Representative)
    }
}

/// The person knows of a day and a place.
pub(super) fn tell(
    record: &mut Record,
    (on, place, how): (Millis, &str, How),
    room: &Room<'_>,
    by: Id,
) -> Result<(), Refusal> {
    let own = record.link("person") == Some(by);
    if how == How::Own && !own {
        return Err(Refusal::NotTheSpeaker);
    }
    // told of a day that has been moved since: the newer word stands
    let now = room.session.fields.get("on").and_then(serde_json::Value::as_i64);
    if record.fields.contains_key("told_on") && now != Some(on) {
        return Ok(());
    }
    record.set("told_on", day("on", on)?);
    record.set("told_where", said("where", place, LINE)?);
    record.set("told_how", how.as_str());
    Ok(())
}

/// A hand goes up or down.
pub(super) fn raise(record: &mut Record, up: bool, at: Millis) {
    match (up, record.fields.contains_key("hand_at")) {
        (true, false) => record.set("hand_at", at),
        (true, true) => {}
        (false, _) => record.set("hand_at", serde_json::Value::Null),
    }
}
