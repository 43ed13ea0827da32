//! The command `bandeng` as processes: killed, started twice, started side by side.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that stumbles has failed")]

mod backup;
mod private_postgres;
mod server;
mod two_servers;
