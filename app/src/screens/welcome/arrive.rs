//! The end of every way in but an invite: the app begins for whoever came in.

use super::invite::Redeemed;
use crate::{
    prelude::*,
    routes::{Route, Way},
    session::{self, SignedIn, Stage},
};

/// Begins; anew, where somebody is at work already, so that nothing of theirs works on behind the new one's back.
pub(super) async fn arrive(stage: RwSignal<Stage>, way: Way, came: Redeemed, called: String) {
    let who = SignedIn { person: came.person, name: came.name.unwrap_or(called), slot: came.slot };
    if matches!(stage.get_untracked(), Stage::Laid(_)) {
        session::note(&who);
        return session::anew();
    }
    stage.set(Stage::Opening);
    way.replace(Route::Board);
    session::enter(stage, who).await;
}
