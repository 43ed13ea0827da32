//! How far an act reaches beyond the record it is done to: what its guard must be shown, and what goes along.

use crate::{Act, FollowAct, SessionAct, Stage};

impl Act {
    /// Whether its guard looks over all that lies in a session.
    #[must_use]
    pub fn surveys(&self) -> bool {
        matches!(self, Self::Session(act) if act.surveys())
    }

    /// Whether it hands a session over, with all that was advised in it.
    #[must_use]
    pub fn hands_over(&self) -> bool {
        let over =
            |act: &SessionAct| matches!(act, SessionAct::Proceed { to: Stage::HandedOver, .. });
        matches!(self, Self::Session(act) if over(act))
    }

    /// Whether it closes a session, for which all that came of it must be closed.
    #[must_use]
    pub fn closes(&self) -> bool {
        let close = |act: &SessionAct| matches!(act, SessionAct::Proceed { to: Stage::Closed, .. });
        matches!(self, Self::Session(act) if close(act))
    }

    /// Whether it puts advice beside other advice, for which none may lie beside it.
    #[must_use]
    pub fn groups(&self) -> bool {
        matches!(self, Self::Follow(act) if matches!(**act, FollowAct::Group { .. }))
    }

    /// Whether it looks over the village's whole blueprint.
    #[must_use]
    pub fn freezes(&self) -> bool {
        matches!(self, Self::Follow(act) if matches!(**act, FollowAct::Freeze { .. }))
    }

    /// Whether it makes one of two, for which its guard looks at the other and at where both lie.
    #[must_use]
    pub fn joins(&self) -> bool {
        matches!(self, Self::Merge { .. } | Self::Unite { .. })
    }

    /// Whether it presses a seal.
    #[must_use]
    pub fn seals(&self) -> bool {
        matches!(self, Self::Session(act) if matches!(**act, SessionAct::Seal { .. }))
    }
}
