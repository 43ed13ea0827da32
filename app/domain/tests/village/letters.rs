//! The post between phones and the server: what is asked and answered, and what a phone does with an answer.

use std::fmt;

use domain::{
    Id,
    sync::{Page, Pull, PullReply, Push, PushReply, Writes},
};

use super::{ledger, world::World};

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
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Asks::Pull(asked) = &self.letter.asks {
            write!(f, "(asked in {:?} with {:?}) ", asked.epoch, asked.cursors)?;
        }
        match &self.reply {
            Reply::Push(PushReply::Fork { .. }) => write!(f, "that it has a twin"),
            Reply::Push(PushReply::Taken(taken)) => write!(f, "{:?}", taken.results),
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
    fn revoked(&self) -> &[domain::Scope] {
        match &self.reply {
            Reply::Pull(reply) if !reply.reset => &reply.revoked,
            Reply::Pull(_) | Reply::Push(_) => &[],
        }
    }
}

impl World {
    /// What a tab would send now.
    pub(crate) fn write_push(&mut self, phone: usize, tab: usize, limit: usize) -> Option<Letter> {
        let (now, open) = (self.clock(phone), self.phones[phone].tabs.get(tab)?);
        let push = open.replica.push(limit, "1", now)?;
        Some(Letter { phone, born: open.born, asks: Asks::Push(push) })
    }

    /// What a tab would ask now.
    pub(crate) fn write_pull(&mut self, phone: usize, tab: usize) -> Option<Letter> {
        let open = self.phones[phone].tabs.get(tab)?;
        Some(Letter { phone, born: open.born, asks: Asks::Pull(open.replica.pull("1")) })
    }

    /// The server reads a letter.
    pub(crate) fn deliver(&mut self, letter: Letter) -> Result<Answered, String> {
        let person = self.phones[letter.phone].person;
        let reply = match &letter.asks {
            Asks::Push(push) => {
                Reply::Push(self.hall.push(person, push, self.now, &mut self.rng)?)
            }
            Asks::Pull(pull) => {
                let room = 1 + self.rng.below(8);
                Reply::Pull(self.hall.tell(person, pull, room, self.now))
            }
        };
        Ok(Answered { letter, reply })
    }

    /// The tab that asked hears the answer, if it is still open. Gives whether there is more to ask for.
    pub(crate) fn hear(&mut self, answered: &Answered, deadly: bool) -> Result<bool, String> {
        let Letter { phone, born, .. } = answered.letter;
        let Some(tab) = self.phones[phone].tabs.iter().position(|tab| tab.born == born) else {
            return Ok(false);
        };
        self.say(|| format!("phone {phone}, tab {born} hears {answered}"));
        let fresh = self.rng.id();
        let mut writes = self.decide(answered, tab, fresh)?;
        if writes.is_empty() {
            return Ok(false);
        }
        if deadly && self.rng.chance(4) {
            self.say(|| format!("phone {phone} is killed before it stores"));
            self.kill(phone, tab);
            return Ok(false);
        }
        let before = self.phones[phone].disk.unsettled();
        if self.phones[phone].disk.keep(&mut writes).is_err() {
            self.say(|| format!("phone {phone}: tab {tab} slept and reads anew"));
            self.phones[phone].read_anew(tab, &mut self.rng);
            writes = self.decide(answered, tab, fresh)?;
            if writes.is_empty() {
                return Ok(false);
            }
            self.phones[phone].disk.keep(&mut writes).map_err(|_| "stale twice".to_owned())?;
        }
        if deadly && self.rng.chance(4) {
            self.say(|| format!("phone {phone} is killed after it stored"));
            self.kill(phone, tab);
            return Ok(false);
        }
        self.phones[phone].absorb(tab, &writes);
        self.look(answered, tab, &before)?;
        Ok(matches!(&answered.reply, Reply::Pull(reply) if reply.more))
    }

    fn decide(&self, answered: &Answered, tab: usize, fresh: Id) -> Result<Writes, String> {
        let (phone, replica) =
            (answered.letter.phone, &self.phones[answered.letter.phone].tabs[tab].replica);
        let now = self.clock(phone);
        match (&answered.letter.asks, &answered.reply) {
            (Asks::Push(sent), Reply::Push(reply)) => {
                Ok(replica.hear_push(sent, reply, now, fresh))
            }
            (Asks::Pull(sent), Reply::Pull(reply)) => {
                replica.hear_pull(sent, reply, now, fresh).map_err(|torn| torn.to_string())
            }
            _ => Err("an answer to another question".into()),
        }
    }

    fn look(&self, answered: &Answered, tab: usize, before: &[Id]) -> Result<(), String> {
        let phone = &self.phones[answered.letter.phone];
        ledger::forgotten(phone, tab, answered.revoked(), before)?;
        ledger::shown(&self.hall, phone, tab)
    }
}
