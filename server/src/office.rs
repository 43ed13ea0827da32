//! What the district's office asks: counted by SQL over all its villages, told to nobody else.

pub(crate) mod district;
mod matching;

use axum::routing::{Router, get};

use crate::hall::Hall;

/// The addresses, below `/api/v1/district`. Each begins with the id of a region.
pub(crate) fn router() -> Router<Hall> {
    Router::new()
        .route("/{region}/matches", get(matching::matches))
        .route("/{region}/needs", get(matching::needs))
        .route("/{region}/asked", get(matching::asked))
}
