//! Everything the phone needs.
