//! Blueprint.

/// The sentences.
#[derive(Debug)]
pub struct Blueprint {
    /// The heading.
    pub title: &'static str,
}

pub(crate) static ZH: Blueprint = Blueprint { title: "蓝图" };

pub(crate) static EN: Blueprint = Blueprint { title: "Blueprint" };
