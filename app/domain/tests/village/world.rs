//! The village itself: who lives there, what happens next, and the end, when everybody has a signal.

use std::collections::BTreeSet;

use domain::{Act, Change, Form, Id, Millis, Role, Scope, form::Value, sync::Writes};

use super::{
    bench::Sight,
    deeds,
    hall::Hall,
    ledger::Ledger,
    letters::{Answered, Letter},
    phone::Phone,
    rng::Rng,
};

const HOUR: Millis = 3_600_000;
const CASTS: [&[Role]; 3] = [
    &[Role::Recorder, Role::Secretary, Role::Villager, Role::Office],
    &[Role::Secretary, Role::Supervisor, Role::Representative, Role::Expert],
    &[Role::Recorder, Role::FirstSecretary, Role::Villager, Role::Member],
];

/// A seed's worth of village.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) rng: Rng,
    pub(crate) hall: Hall,
    pub(crate) hall_backup: Option<(Millis, Hall)>,
    pub(crate) phones: Vec<Phone>,
    pub(crate) letters: Vec<Letter>,
    pub(crate) answers: Vec<Answered>,
    /// What is told at doors, on its way.
    pub(crate) knocks: Vec<Answered>,
    pub(crate) ledger: Ledger,
    pub(crate) now: Millis,
    pub(crate) villages: Vec<Id>,
    pub(crate) roles: Vec<(Id, Role)>,
    /// Whether people sit down together here, and do little else.
    sits: bool,
    /// Changes that no door takes, not even alone.
    pub(crate) heavy: BTreeSet<Id>,
    born: u64,
    marks: usize,
    aloud: bool,
}

impl World {
    pub(crate) fn new(seed: u64, aloud: bool) -> Self {
        let mut rng = Rng::new(seed);
        let (phones, villages) = (2 + rng.below(3), 1 + rng.below(2));
        let mut world = Self {
            hall: Hall::found("e1"),
            hall_backup: None,
            phones: Vec::new(),
            letters: Vec::new(),
            answers: Vec::new(),
            knocks: Vec::new(),
            ledger: Ledger::default(),
            now: 1_790_000_000_000,
            villages: (0..villages).map(|_| rng.id()).collect(),
            roles: Vec::new(),
            sits: rng.chance(30),
            heavy: BTreeSet::new(),
            born: 0,
            marks: 0,
            rng,
            aloud,
        };
        let cast = world.rng.pick(&CASTS).unwrap_or(CASTS[0]);
        for number in 0..phones {
            world.move_in(cast[number % cast.len()]);
        }
        world
    }

    /// Somebody comes with a phone: a new person, or the one before with a second phone.
    fn move_in(&mut self, role: Role) {
        let before = self.phones.last().map(|phone| phone.person);
        let person = before.filter(|_| self.rng.chance(20)).unwrap_or_else(|| self.rng.id());
        if before != Some(person) {
            self.roles.push((person, role));
            for village in self.villages.clone() {
                self.hall.grant(person, Scope::Village(village), role, &mut self.rng);
                if role.reads_drafts() {
                    self.hall.grant(person, Scope::Draft(village), role, &mut self.rng);
                }
            }
        }
        self.phones.push(Phone::new(person));
        self.open(self.phones.len() - 1);
    }

    pub(crate) fn open(&mut self, phone: usize) {
        self.born += 1;
        self.phones[phone].open(self.born, &mut self.rng);
    }

    /// A tab is killed, with all that was in memory; the app is opened again if it was the last.
    pub(crate) fn kill(&mut self, phone: usize, tab: usize) {
        self.phones[phone].tabs.remove(tab);
        if self.phones[phone].tabs.is_empty() {
            self.open(phone);
        }
    }

    /// The time on a phone's clock.
    pub(crate) fn clock(&self, phone: usize) -> Millis {
        self.now + self.phones[phone].wrong
    }

    pub(crate) fn say(&self, what: impl FnOnce() -> String) {
        if self.aloud {
            eprintln!("{}", what());
        }
    }

    /// Lives to the end, and judges.
    pub(crate) fn live(mut self) -> Result<(), String> {
        for _ in 0..80 + self.rng.below(200) {
            self.now += Millis::try_from(self.rng.below(2 * 3_600_000)).unwrap_or(HOUR);
            self.happen()?;
        }
        self.settle()?;
        self.ledger.check(&self.hall, &self.phones)
    }

    pub(crate) fn happen(&mut self) -> Result<(), String> {
        for phone in 0..self.phones.len() {
            self.lie_in_drawer(phone);
        }
        let phone = self.rng.below(self.phones.len());
        if self.phones[phone].away > 0 {
            return Ok(());
        }
        let tab = self.rng.below(self.phones[phone].tabs.len());
        match self.rng.below(100) {
            0..30 => self.act(phone, tab)?,
            30..40 => {
                let limit = 1 + self.rng.below(6);
                let push = self.write_push(phone, tab, limit);
                self.letters.extend(push);
            }
            40..50 => {
                let pull = self.write_pull(phone, tab);
                self.letters.extend(pull);
            }
            50..62 => self.carry()?,
            62..73 => self.bring()?,
            73..85 => self.exchange(phone, tab)?,
            85..89 => self.phones[phone].listen(tab, &mut self.rng)?,
            89..92 => self.wait_long(phone, tab)?,
            _ => self.fault(phone, tab),
        }
        Ok(())
    }

    /// Somebody writes something.
    pub(crate) fn act(&mut self, phone: usize, tab: usize) -> Result<(), String> {
        let at = self.clock(phone);
        self.marks += 1;
        let mark = self.marks;
        let replica = &self.phones[phone].tabs[tab].replica;
        let intent = if self.sits && self.rng.chance(85) {
            let (villages, people) = (&self.villages, &self.roles);
            Sight { replica, villages, people, mark }.draw(at, &mut self.rng)
        } else {
            deeds::draw(replica, &self.villages, mark, at, &mut self.rng)
        };
        let Some(intent) = intent else { return Ok(()) };
        let Ok(change) = replica.propose(intent) else { return Ok(()) };
        let early = !matches!(change.act, Act::Session(_));
        let change =
            if early && self.rng.chance(5) { of_the_first_release(&change)? } else { change };
        self.say(|| format!("phone {phone} writes {:?} on {}", change.act, change.id));
        if self.rng.chance(1) {
            self.heavy.insert(change.uuid);
        }
        let writes = Writes { outbox_add: vec![change], ..Writes::default() };
        self.keep(phone, tab, writes)
    }

    /// Stores what a person wrote, unless the app is killed first, or the phone is full: then nothing was said to be safe.
    pub(crate) fn keep(
        &mut self,
        phone: usize,
        tab: usize,
        mut writes: Writes,
    ) -> Result<(), String> {
        if self.rng.chance(4) {
            self.kill(phone, tab);
            return Ok(());
        }
        if self.rng.chance(2) {
            self.say(|| format!("phone {phone} is full"));
            return Ok(());
        }
        let person = self.phones[phone].person;
        writes.outbox_add.iter().for_each(|change| self.ledger.made(person, change));
        self.ledger.excused.extend(writes.attention_cut.iter().copied());
        self.phones[phone].disk.keep(&mut writes).map_err(|_| "refused on any turn".to_owned())?;
        if self.rng.chance(4) {
            self.kill(phone, tab);
            return Ok(());
        }
        self.phones[phone].absorb(tab, &writes);
        self.overhear(phone)
    }
}

/// The same change as the first release wrote it: without the fields that came later or say nothing.
fn of_the_first_release(change: &Change) -> Result<Change, String> {
    let mut value = change.form();
    for part in ["/act", "/act/proxy"] {
        if let Some(fields) = value.pointer_mut(part).and_then(Value::as_object_mut) {
            fields.retain(|_, value| !matches!(value, Value::Null | Value::Bool(false)));
        }
    }
    let read = Change::read(value).map_err(|misread| format!("an old change: {misread}"))?;
    if read == *change { Ok(read) } else { Err(format!("an old change is read as {read:?}")) }
}
