//! What goes wrong in a simulated village.

use domain::{Id, Millis, Scope};

use super::{phone::Phone, world::World};

const DAY: Millis = 24 * 3_600_000;

impl World {
    pub(crate) fn fault(&mut self, phone: usize, tab: usize) {
        match self.rng.below(34) {
            0..=3 => self.change_roles(),
            4 | 5 => self.kill(phone, tab),
            6..=9 if self.phones[phone].tabs.len() < 3 => self.open(phone),
            10 => self.phones[phone].backup = Some(self.phones[phone].disk.clone()),
            11..=13 => self.restore_phone(phone),
            14 | 15 => self.hall_backup = Some((self.now, self.hall.clone())),
            16 | 17 => self.restore_server(),
            18..=20 => self.compact(),
            21..=23 => self.set_clock(phone),
            24 => self.now += DAY * (1 + Millis::try_from(self.rng.below(12)).unwrap_or(0)),
            25..=27 => self.mend(phone, tab),
            28 => self.clone_phone(phone),
            29 => self.phones[phone].away = 20 + self.rng.below(60),
            _ => self.import(phone, tab),
        }
    }

    /// Somebody is given a role or loses one, in the whole village or among its cadres.
    fn change_roles(&mut self) {
        let Some((person, role)) = self.rng.pick(&self.roles) else { return };
        let Some(village) = self.rng.pick(&self.villages) else { return };
        let draft = self.rng.chance(50) && role.reads_drafts();
        let scope = if draft { Scope::Draft(village) } else { Scope::Village(village) };
        if self.hall.is_member(person, scope) {
            self.hall.revoke(person, scope);
        } else {
            self.hall.grant(person, scope, role, &mut self.rng);
        }
        self.say(|| format!("{person} in {scope}: {}", self.hall.is_member(person, scope)));
    }

    /// The phone comes back as it was; what was only on it is gone with it.
    fn restore_phone(&mut self, phone: usize) {
        let Some(disk) = self.phones[phone].backup.clone().filter(|_| self.rng.chance(60)) else {
            return;
        };
        self.say(|| format!("phone {phone} is restored from its backup"));
        let outbox: Vec<Id> = disk.outbox.values().map(|change| change.uuid).collect();
        let held = self.phones[phone].disk.changes().filter(|uuid| !outbox.contains(uuid));
        self.ledger.excused.extend(held);
        self.phones[phone].disk = disk;
        self.phones[phone].tabs.clear();
        self.open(phone);
    }

    /// A phone is copied onto another one, name, numbers and all.
    fn clone_phone(&mut self, phone: usize) {
        if self.phones.len() > 4 {
            return;
        }
        self.say(|| format!("phone {phone} is copied onto another"));
        let mut twin = Phone::new(self.phones[phone].person);
        twin.disk = self.phones[phone].disk.clone();
        self.phones.push(twin);
        self.open(self.phones.len() - 1);
    }

    /// A phone that lies in a drawer is found after half a year; what is gone by then is forgotten.
    pub(crate) fn lie_in_drawer(&mut self, phone: usize) {
        let Some(left) = self.phones[phone].away.checked_sub(1) else { return };
        self.phones[phone].away = left;
        if left == 0 {
            self.say(|| format!("phone {phone} is found after half a year"));
            self.now += 190 * DAY;
            let scopes: Vec<Scope> = self.hall.heads.keys().copied().collect();
            scopes.into_iter().for_each(|scope| self.hall.compact(scope));
        }
    }

    /// The server comes back as it was, under another epoch, while the phones still remember.
    fn restore_server(&mut self) {
        let now = self.now;
        let young = |(at, _): &(Millis, _)| now - at < 29 * DAY;
        let Some((_, hall)) = self.hall_backup.clone().filter(young) else { return };
        self.say(|| "the server is restored from its backup".to_owned());
        let shut_out = std::mem::replace(&mut self.hall, hall).shut_out;
        self.hall.shut_out.extend(shut_out);
        self.hall.epoch = self.rng.id().to_string();
    }

    fn compact(&mut self) {
        let scopes: Vec<Scope> = self.hall.heads.keys().copied().collect();
        // a village has the most to forget
        let village = self.rng.pick(&self.villages).map(Scope::Village);
        let any = self.rng.pick(&scopes);
        let scope = if self.rng.chance(50) { village } else { any };
        if let Some(scope) = scope {
            self.say(|| format!("{scope} is compacted"));
            self.hall.compact(scope);
        }
    }

    /// An answer is long on its way: others go on writing, history is shortened, and the tab asks again.
    pub(crate) fn wait_long(&mut self, phone: usize, tab: usize) -> Result<(), String> {
        let born = self.phones[phone].tabs[tab].born;
        self.others_write()?;
        let open = |world: &Self| world.phones[phone].tabs.iter().position(|tab| tab.born == born);
        let Some(tab) = open(self) else { return Ok(()) };
        let Some(letter) = self.write_pull(phone, tab) else { return Ok(()) };
        let late = self.deliver(letter)?;
        self.others_write()?;
        if self.rng.chance(40) {
            self.compact();
        }
        for _ in 0..1 + self.rng.below(3) {
            let Some(tab) = open(self) else { return Ok(()) };
            self.exchange(phone, tab)?;
        }
        self.hear(&late, true).map(drop)
    }

    fn others_write(&mut self) -> Result<(), String> {
        for _ in 0..self.rng.below(4) {
            let other = self.rng.below(self.phones.len());
            self.act(other, 0)?;
            self.exchange(other, 0)?;
        }
        Ok(())
    }

    /// A clock is set wrong, by minutes or by years.
    fn set_clock(&mut self, phone: usize) {
        let days = Millis::try_from(self.rng.below(8_000)).unwrap_or(0) - 4_000;
        self.phones[phone].wrong = if self.rng.chance(60) { days * DAY } else { days * 1_000 };
    }

    /// Somebody looks at what needs eyes: sends it again, or lets it go.
    fn mend(&mut self, phone: usize, tab: usize) {
        let fresh = self.rng.id();
        let replica = &self.phones[phone].tabs[tab].replica;
        let all: Vec<Id> = replica.attention().map(|attention| attention.change.uuid).collect();
        let Some(uuid) = self.rng.pick(&all) else { return };
        let writes = if self.rng.chance(60) {
            replica.send_again(uuid, fresh)
        } else {
            replica.let_go(uuid)
        };
        if self.keep(phone, tab, writes).is_err() {
            self.say(|| "a mended change was refused by the store".to_owned());
        }
    }

    /// What is unsent on one phone is carried to another of the same person in a file.
    fn import(&mut self, phone: usize, tab: usize) {
        let person = self.phones[phone].person;
        let other =
            (0..self.phones.len()).find(|o| *o != phone && self.phones[*o].person == person);
        let Some(other) = other else { return };
        let file = self.phones[other].disk.outbox.values().cloned().collect();
        let writes = self.phones[phone].tabs[tab].replica.take_in(file);
        if self.keep(phone, tab, writes).is_err() {
            self.say(|| "an imported change was refused by the store".to_owned());
        }
    }
}
