//! What the district's office asks: counted by SQL over all its villages, told to nobody else.

pub(crate) mod district;
mod doubles;
pub(crate) mod figures;
mod matching;
pub(crate) mod preview;
pub(crate) mod report;
mod roster;
mod sheets;
pub(crate) mod veils;
mod waits;

use axum::routing::{Router, get, post};

use crate::hall::Hall;

/// The addresses, below `/api/v1/district`. Each begins with the id of a region.
pub(crate) fn router() -> Router<Hall> {
    Router::new()
        .route("/{region}/figures", get(figures::told))
        .route("/{region}/figures/{figure}/rows", get(figures::rows))
        .route("/{region}/waits", get(waits::list))
        .route("/{region}/matches", get(matching::matches))
        .route("/{region}/needs", get(matching::needs))
        .route("/{region}/asked", get(matching::asked))
        .route("/{region}/report/{period}", get(preview::preview))
        .route("/{region}/roster", get(roster::told))
        .route("/{region}/sheets", post(sheets::make))
        .route("/{region}/doubles", get(doubles::list))
        .route("/{region}/doubles/asunder", post(doubles::part))
        .route("/{region}/doubles/{one}/{other}", get(doubles::two))
}

/// The heaviest statements that are asked here, by name: a test looks how PostgreSQL goes about each.
#[must_use]
pub fn statements() -> Vec<(String, String)> {
    figures::statements().into_iter().chain(report::statements()).collect()
}

/// The statements that list what is looked through for doubles, by name.
#[must_use]
pub fn lists() -> [(&'static str, &'static str); 2] {
    doubles::statements()
}
