//! How letters go and answers come: what the server reads, and what a tab does with what it hears.

use domain::{
    Id,
    sync::{PushReply, Writes, door},
};

use super::{
    letters::{Answered, Asks, Letter, Reply},
    watch::{self, Glance},
    world::World,
};

/// How many records fit into an answer: often so few that pages end in the middle of things.
const ROOMS: [usize; 8] = [1, 1, 2, 2, 3, 5, 8, 40];

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
            Asks::Push(push) if push.changes.iter().any(|c| self.heavy.contains(&c.uuid)) => {
                Reply::Unheard
            }
            Asks::Push(push) => {
                let mut reply = self.hall.push(person, push, self.now, &mut self.rng)?;
                if self.rng.chance(40) {
                    // that was too much to be told at once
                    self.hall.told.clear();
                    if let PushReply::Taken(taken) = &mut reply {
                        taken.steps.clear();
                    }
                }
                self.knock(letter.born);
                Reply::Push(reply)
            }
            Asks::Pull(pull) => {
                let room = self.rng.pick(&ROOMS).unwrap_or(1);
                Reply::Pull(self.hall.tell(person, pull, room, self.now))
            }
            Asks::Nothing => return Err("a listener was taken for a letter".into()),
        };
        Ok(Answered { letter, reply })
    }

    /// Knocks at every open tab but the one that wrote, with what its person may read of it; some do not hear it.
    fn knock(&mut self, wrote: u64) {
        let told = std::mem::take(&mut self.hall.told);
        for phone in 0..self.phones.len() {
            let person = self.phones[phone].person;
            let steps = self.hall.readable(person, &told);
            let born: Vec<u64> = self.phones[phone].tabs.iter().map(|tab| tab.born).collect();
            for born in born {
                if steps.is_empty() || born == wrote || !self.rng.chance(60) {
                    continue;
                }
                let letter = Letter { phone, born, asks: Asks::Nothing };
                let reply = Reply::Knock(door(&self.hall.epoch, person), steps.clone());
                self.knocks.push(Answered { letter, reply });
            }
        }
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
        if deadly && self.dies(phone, tab, "before it stores") {
            return Ok(false);
        }
        if deadly && self.rng.chance(3) {
            self.say(|| format!("phone {phone} is full and stores nothing"));
            return Ok(false);
        }
        let before = self.phones[phone].disk.unsettled();
        let mut glance = Glance::at(&self.hall, &self.phones[phone], tab);
        if self.phones[phone].disk.keep(&mut writes).is_err() {
            self.say(|| format!("phone {phone}: tab {tab} slept and reads anew"));
            self.phones[phone].read_anew(tab, &mut self.rng);
            glance = Glance::at(&self.hall, &self.phones[phone], tab);
            writes = self.decide(answered, tab, fresh)?;
            if writes.is_empty() {
                return Ok(false);
            }
            self.phones[phone].disk.keep(&mut writes).map_err(|_| "stale twice".to_owned())?;
        }
        if deadly && self.dies(phone, tab, "after it stored") {
            return Ok(false);
        }
        self.phones[phone].absorb(tab, &writes);
        self.look(answered, tab, &before, &glance)?;
        watch::as_it_came(&self.hall, &self.phones[phone], tab, &writes)?;
        self.overhear(phone)?;
        Ok(matches!(&answered.reply, Reply::Pull(reply) if reply.more))
    }

    fn dies(&mut self, phone: usize, tab: usize, when: &str) -> bool {
        let dies = self.rng.chance(4);
        if dies {
            self.say(|| format!("phone {phone} is killed {when}"));
            self.kill(phone, tab);
        }
        dies
    }

    fn decide(&self, answered: &Answered, tab: usize, fresh: Id) -> Result<Writes, String> {
        let phone = answered.letter.phone;
        let replica = &self.phones[phone].tabs[tab].replica;
        let now = self.clock(phone);
        match (&answered.letter.asks, &answered.reply) {
            (Asks::Push(sent), Reply::Push(reply)) => {
                Ok(replica.hear_push(sent, reply, now, fresh))
            }
            // torn columns are somebody else's answer: nothing is believed, and the tab asks again later
            (Asks::Pull(sent), Reply::Pull(reply)) => {
                Ok(replica.hear_pull(sent, reply, now, fresh).unwrap_or_default())
            }
            (Asks::Push(_), Reply::Unheard) => {
                let stuck = answered.stuck().map(|uuid| replica.set_aside(uuid, now));
                Ok(stuck.unwrap_or_default())
            }
            (Asks::Nothing, Reply::Knock(door, steps)) => {
                Ok(replica.hear_steps(door, steps, now).unwrap_or_default())
            }
            _ => Err("an answer to another question".into()),
        }
    }

    fn look(
        &self,
        answered: &Answered,
        tab: usize,
        before: &[Id],
        glance: &Glance,
    ) -> Result<(), String> {
        let (hall, phone) = (&self.hall, &self.phones[answered.letter.phone]);
        watch::forgotten(phone, tab, answered.revoked(), before)?;
        watch::read_so_far(hall, phone)?;
        watch::shown(hall, phone, tab)?;
        watch::last_word(hall, phone, tab)?;
        if answered.revoked().is_empty() { glance.stays(hall, phone, tab) } else { Ok(()) }
    }
}
