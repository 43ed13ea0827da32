//! What the connection is doing, as far as a person cares.

use domain::Millis;

/// One of a few states; the screen has a sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// In the middle of asking.
    Asking,
    /// All arrived; the server last answered at this moment of the phone's clock.
    Quiet {
        /// When.
        at: Millis,
    },
    /// Sending: so many of so many.
    Sending {
        /// Done.
        done: usize,
        /// Of all.
        all: usize,
    },
    /// No signal.
    Offline,
    /// There is a signal, but the server does not answer.
    Unreachable,
    /// The server answers that it cannot take anything now.
    Busy,
    /// Something that is not the server answered: a network that wants a sign-in first.
    Portal,
    /// The device is not signed in any more.
    SignedOut,
}
