//! An answer that is being written: it stays on the phone until it is saved or given up.

use domain::{
    Form, Id,
    follow::Section,
    issue::LINE,
    session::{Verdict, advice::Advice},
};

use crate::{desk::CommitError, prelude::*, screens::issue::draft};

/// What is typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
pub(super) struct Sheet {
    /// Whether an answer that stands is written anew.
    pub(super) anew: bool,
    pub(super) verdict: Option<Verdict>,
    pub(super) why: String,
    /// Something is done.
    pub(super) acts: bool,
    /// The blueprint says it.
    pub(super) draws: bool,
    /// Nothing more comes of it.
    pub(super) ends: bool,
    pub(super) what: String,
    pub(super) owner: String,
    pub(super) due: String,
    pub(super) criterion: String,
    pub(super) partners: String,
    pub(super) money: String,
    pub(super) section: Section,
    pub(super) words: String,
}

/// What is wrong with it: at which box, and in words; at none for the whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) at: String,
    pub(super) says: Says,
}

/// In whose words.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Says {
    /// No answer was chosen.
    How,
    /// A reason is wanted.
    Why,
    /// Nothing says what comes of it.
    Next,
    /// It was not kept.
    Error(CommitError),
}

/// The sheet of one piece of advice.
pub(super) fn sheet(id: Id) -> RwSignal<Sheet> {
    draft(format!("bandeng.advice.{id}"))
}

impl Sheet {
    /// Begins where an answer stands.
    pub(super) fn anew(advice: &Advice) -> Self {
        Self {
            anew: true,
            verdict: advice.verdict,
            why: advice.why.clone().unwrap_or_default(),
            acts: advice.action.is_some(),
            draws: advice.line.is_some(),
            ends: advice.ends,
            ..Self::default()
        }
    }

    /// Something is done, or not; the advice is a first draft of what.
    pub(super) fn act(&mut self, on: bool, words: &str) {
        self.acts = on;
        self.ends = self.ends && !on;
        if on && self.what.is_empty() {
            self.what = short(words);
        }
    }

    /// The blueprint says it, or does not.
    pub(super) fn draw(&mut self, on: bool, words: &str) {
        self.draws = on;
        self.ends = self.ends && !on;
        if on && self.words.is_empty() {
            self.words = short(words);
        }
    }

    /// Nothing more comes of it.
    pub(super) fn end(&mut self, on: bool) {
        self.ends = on;
        if on {
            (self.acts, self.draws) = (false, false);
        }
    }

    /// Whether something is to come of it.
    pub(super) fn adopts(&self) -> bool {
        self.verdict.is_some_and(Verdict::adopts)
    }
}

/// What fits into one line; a long speech is not one.
fn short(words: &str) -> String {
    if words.chars().count() > LINE { String::new() } else { words.to_owned() }
}
