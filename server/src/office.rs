//! What the district's office asks: counted by SQL over all its villages, told to nobody else.

pub(crate) mod district;
pub(crate) mod preview;
pub(crate) mod report;
pub(crate) mod veils;

use axum::routing::{Router, get};

use crate::hall::Hall;

/// The addresses, below `/api/v1/district`. Each begins with the id of a region.
pub(crate) fn router() -> Router<Hall> {
    Router::new().route("/{region}/report/{period}", get(preview::preview))
}
