//! The issue board.

/// What the screen says.
#[derive(Debug)]
pub struct Board {
    /// Its heading.
    pub title: &'static str,
}

pub(crate) static ZH: Board = Board { title: "议题板" };

pub(crate) static EN: Board = Board { title: "Issue board" };
