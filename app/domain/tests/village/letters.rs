//! The post between phones and the server: what is asked and answered, and what a thin line makes of it.

use std::fmt;

use domain::{
    Id, Scope,
    form::{self, Form, Value},
    sync::{Page, Pull, PullReply, Push, PushReply, Step},
};

use super::rng::Rng;

/// From a tab, on its way.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) phone: usize,
    pub(crate) born: u64,
    pub(crate) asks: Asks,
}

/// What a tab asks.
#[derive(Clone, Debug)]
pub(crate) enum Asks {
    Push(Push),
    Pull(Pull),
    /// Nothing: it stands at the door and listens.
    Nothing,
}

/// To a tab, on its way back.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    pub(crate) letter: Letter,
    pub(crate) reply: Reply,
}

/// What the server answers.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Push(PushReply),
    Pull(PullReply),
    /// Somebody knocks at the door of this name, with what another phone has just written.
    Knock(String, Vec<Step>),
    /// The door could not take it: too large, or not readable.
    Unheard,
}

impl Asks {
    /// Cut off on its way: whatever is left of the text cannot be read.
    pub(crate) fn cut(&self, rng: &mut Rng) -> Result<(), String> {
        match self {
            Self::Push(push) => cut::<Push>(&form::text(push), rng),
            Self::Pull(pull) => cut::<Pull>(&form::text(pull), rng),
            Self::Nothing => Ok(()),
        }
    }
}

impl Reply {
    /// Cut off on its way.
    pub(crate) fn cut(&self, rng: &mut Rng) -> Result<(), String> {
        match self {
            Self::Push(reply) => cut::<PushReply>(&form::text(reply), rng),
            Self::Pull(reply) => cut::<PullReply>(&form::text(reply), rng),
            Self::Knock(_, steps) => cut::<Vec<Step>>(&form::text(steps), rng),
            Self::Unheard => Ok(()),
        }
    }

    /// The same, but one column of one page has lost its last cell: a broken proxy, a foreign hand.
    pub(crate) fn torn(&self) -> Option<Self> {
        match self {
            Self::Pull(reply) => {
                let mut value = reply.form();
                tear(value.get_mut("pages")?)?;
                PullReply::read(value).ok().map(Self::Pull)
            }
            Self::Push(reply) => {
                let mut value = reply.form();
                tear(value.get_mut("steps")?)?;
                PushReply::read(value).ok().map(Self::Push)
            }
            Self::Knock(door, steps) => {
                let mut value = steps.form();
                tear(&mut value)?;
                Vec::read(value).ok().map(|steps| Self::Knock(door.clone(), steps))
            }
            Self::Unheard => None,
        }
    }
}

fn tear(pages: &mut Value) -> Option<Value> {
    let pages = pages.as_array_mut()?;
    let kinds = pages.iter_mut().filter_map(|page| page.get_mut("rows")?.as_object_mut());
    let mut columns = kinds.flat_map(|kinds| kinds.values_mut());
    columns.find_map(|columns| columns.get_mut("#rev")?.as_array_mut())?.pop()
}

fn cut<T: Form>(text: &str, rng: &mut Rng) -> Result<(), String> {
    let mut at = rng.below(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    match form::parse::<T>(&text[..at]) {
        Ok(_) => Err(format!("half a message was read as a whole one: {}", &text[..at])),
        Err(_) => Ok(()),
    }
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Asks::Pull(asked) = &self.letter.asks {
            write!(f, "(asked in {:?} with {:?}) ", asked.epoch, asked.cursors)?;
        }
        match &self.reply {
            Reply::Unheard => write!(f, "that it was too much"),
            Reply::Push(PushReply::Fork { .. }) => write!(f, "that it has a twin"),
            Reply::Push(PushReply::Taken(taken)) => {
                write!(f, "{:?}, steps {:?}", taken.results, taken.steps)
            }
            Reply::Knock(door, steps) => write!(f, "a knock of {door}: {steps:?}"),
            Reply::Pull(told) => {
                write!(f, "{} more {}, closed {:?}", told.epoch, told.more, told.revoked)?;
                told.pages.iter().try_for_each(|page| {
                    let rows = page.rows.records(page.scope).unwrap_or_default();
                    let rows: Vec<_> = rows.iter().map(|r| (r.id, r.rev)).collect();
                    let Page { scope, from, to, left, .. } = page;
                    write!(f, "\n    {scope} {from:?} to {to:?}: {rows:?}, left {left:?}")
                })
            }
        }
    }
}

impl Answered {
    pub(crate) fn revoked(&self) -> &[Scope] {
        match &self.reply {
            Reply::Pull(reply) if !reply.reset => &reply.revoked,
            Reply::Pull(_) | Reply::Push(_) | Reply::Knock(..) | Reply::Unheard => &[],
        }
    }

    /// The one change that was too much even alone.
    pub(crate) fn stuck(&self) -> Option<Id> {
        match (&self.reply, &self.letter.asks) {
            (Reply::Unheard, Asks::Push(push)) if push.changes.len() == 1 => {
                Some(push.changes[0].uuid)
            }
            _ => None,
        }
    }
}
