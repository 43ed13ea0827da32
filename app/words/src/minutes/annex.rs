//! Corrections to what is sealed, each on a page of its own.

/// What is said around a correction.
#[derive(Debug)]
pub struct Annex {
    /// Over the corrections.
    pub heading: &'static str,
    /// How they come to be.
    pub hint: &'static str,
    /// The reader does not write them.
    pub not_yours: &'static str,
    /// Writes one.
    pub write: &'static str,
    /// The box.
    pub words: &'static str,
    /// Over one of them.
    pub page: &'static str,
    /// It is sealed.
    pub sealed: fn(&str) -> String,
    /// Signatures are lacking.
    pub lacks: &'static str,
    /// Both are there.
    pub ready: &'static str,
    /// Seals it.
    pub press: &'static str,
}

pub(crate) static ZH: Annex = Annex {
    heading: "另附一页更正",
    hint: "写清楚哪里错了、该怎么写，一样要两个人签、盖印。",
    not_yours: "更正由记录员、书记来写。",
    write: "写一页更正",
    words: "哪里错了，该怎么写",
    page: "更正页",
    sealed: |when| format!("{when} 盖了印"),
    lacks: "还差签字：主持一位，见证一位。",
    ready: "两位都签了，可以盖印。",
    press: "更正页盖印",
};

pub(crate) static EN: Annex = Annex {
    heading: "Corrections",
    hint: "Say what is wrong and what it should be; two people sign it, and it is sealed as well.",
    not_yours: "The recorder and the secretary write them.",
    write: "Write a correction",
    words: "What is wrong, and what it should say",
    page: "Correction",
    sealed: |when| format!("sealed on {when}"),
    lacks: "Still lacking: the host’s and a witness’s signature.",
    ready: "Both signed. It can be sealed.",
    press: "Seal the correction",
};
