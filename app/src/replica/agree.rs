//! Compares this copy with the village's, once a day and at each start: what differs is read anew.

use domain::{DAY, Millis, sync::Digests};

use super::{
    Net,
    round::{RoundError, pull},
};
use crate::{clock, desk::Desk};

/// How long a comparison holds.
const HOLDS: Millis = DAY;

/// What a comparison found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Agreed {
    /// When, by the phone's clock.
    pub(crate) at: Millis,
    /// Whether something was amiss and has been read anew.
    pub(crate) healed: bool,
}

/// Compares, if it is time to. What cannot be compared now, because there is news or no answer, is compared after
/// the next round.
pub(super) async fn agree(desk: Desk) {
    let held = |agreed: Agreed| (0..HOLDS).contains(&(clock::now() - agreed.at));
    if desk.agreed.get_untracked().is_some_and(held) {
        return;
    }
    // whatever stands in the way of it, the next round will tell
    if let Ok(Some(agreed)) = compare(desk).await {
        desk.agreed.set(Some(agreed));
    }
}

/// None while the two have not read equally far.
async fn compare(desk: Desk) -> Result<Option<Agreed>, RoundError> {
    let told: Digests = Net::read("/api/v1/digest").await?;
    let differs = desk.replica.with_untracked(|replica| replica.differs(&told));
    let Some(differs) = differs else { return Ok(None) };
    let healed = !differs.is_empty();
    if healed {
        desk.keep(desk.replica.with_untracked(|replica| replica.doubt(differs))).await?;
        pull(desk).await?;
    }
    Ok(Some(Agreed { at: clock::now(), healed }))
}
