//! Why the server did not do what was asked, in words.

use crate::{look::words, replica::NetError};

/// The words; `offline` is said where there is no signal.
pub(crate) fn net_words(error: &NetError, offline: &str) -> String {
    let w = words();
    match error {
        NetError::Silent => offline.to_owned(),
        NetError::Portal => w.trouble.portal.to_owned(),
        NetError::SignedOut => w.trouble.signed_out.to_owned(),
        NetError::Later(_) => w.trouble.slow_down.to_owned(),
        NetError::TooLarge | NetError::Server => w.trouble.server.to_owned(),
        NetError::Refused(words) | NetError::Unreadable(words) => words.clone(),
    }
}
