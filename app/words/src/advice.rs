//! Advice.

/// The sentences.
#[derive(Debug)]
pub struct Advice {
    /// The heading.
    pub title: &'static str,
}

pub(crate) static ZH: Advice = Advice { title: "条条有答复" };

pub(crate) static EN: Advice = Advice { title: "Every word gets an answer" };
