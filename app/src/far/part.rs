//! Which screens come together: the parts of the program, by their addresses.

use crate::routes::{Room, Route, Wing};

/// Which part a screen is in.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Issue,
    Phone,
    People,
    Courier,
    Session,
    Paper,
    Bench,
    Minutes,
    Seal,
    Advice,
    Actions,
    Blueprint,
    Office,
    District,
    Planning,
    Admin,
}

impl Part {
    /// The part of a screen.
    pub(super) fn of(route: Route) -> Self {
        match route {
            Route::Issue(_) | Route::Triage(_) | Route::Saved(_) | Route::Raise => Self::Issue,
            Route::Courier => Self::Courier,
            Route::Letters => Self::Advice,
            Route::People(_) => Self::People,
            Route::Session(_, Room::Paper | Room::Print) => Self::Paper,
            Route::Session(_, Room::Bench) => Self::Bench,
            Route::Session(_, Room::Minutes | Room::Check) => Self::Minutes,
            Route::Session(_, Room::Seal) => Self::Seal,
            Route::Session(_, Room::Advice) => Self::Advice,
            Route::Actions | Route::Telling | Route::Action(_) => Self::Actions,
            Route::Blueprint | Route::Version(_) | Route::Terms | Route::Term(_) => Self::Blueprint,
            Route::Kept(_) => Self::Office,
            Route::District(Wing::Year) => Self::Planning,
            Route::District(Wing::Admin(_)) => Self::Admin,
            Route::District(_) => Self::District,
            Route::Sessions | Route::Plan(_) | Route::Convene(_) | Route::Session(..) => {
                Self::Session
            }
            _ => Self::Phone,
        }
    }
}
