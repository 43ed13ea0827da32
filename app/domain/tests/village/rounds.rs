//! Who talks to whom, when: letters and answers that cross, good moments, and the end, when everybody has a signal.

use super::{letters::Reply, world::World};

impl World {
    /// A good moment: one question and its answer, at once, while older ones are still on their way.
    pub(crate) fn exchange(&mut self, phone: usize, tab: usize) -> Result<(), String> {
        let limit = 1 + self.rng.below(6);
        let push = if self.rng.chance(40) { self.write_push(phone, tab, limit) } else { None };
        let Some(letter) = push.or_else(|| self.write_pull(phone, tab)) else { return Ok(()) };
        let answered = self.deliver(letter)?;
        if self.rng.chance(30) {
            self.answers.push(answered.clone());
        }
        if self.hear(&answered, true)? {
            self.hear_late(phone, true)?;
        }
        Ok(())
    }

    /// An old answer arrives once more, best of all while the phone is in the middle of reading.
    fn hear_late(&mut self, phone: usize, deadly: bool) -> Result<(), String> {
        let open = |born| self.phones[phone].tabs.iter().any(|tab| tab.born == born);
        let old = self.answers.iter().enumerate();
        let old = old.filter(|(_, old)| old.letter.phone == phone && open(old.letter.born));
        let old: Vec<usize> = old.map(|(at, _)| at).collect();
        let Some(at) = self.rng.pick(&old) else { return Ok(()) };
        let late = self.answers[at].clone();
        self.hear(&late, deadly).map(drop)
    }

    /// Other tabs are told of a step, mostly at once.
    pub(crate) fn overhear(&mut self, phone: usize) -> Result<(), String> {
        for tab in 0..self.phones[phone].tabs.len() {
            if self.rng.chance(60) {
                self.phones[phone].listen(tab, &mut self.rng)?;
            }
        }
        Ok(())
    }

    /// A letter arrives: some twice, some late, some in pieces; the answers of some are lost.
    pub(crate) fn carry(&mut self) -> Result<(), String> {
        if self.letters.is_empty() {
            return Ok(());
        }
        let at = self.rng.below(self.letters.len());
        let twice = self.rng.chance(20);
        let letter = if twice { self.letters[at].clone() } else { self.letters.remove(at) };
        if self.rng.chance(1) {
            return letter.asks.cut(&mut self.rng);
        }
        let answered = self.deliver(letter)?;
        if self.rng.chance(85) {
            self.answers.push(answered);
        }
        Ok(())
    }

    /// An answer arrives, or somebody knocks: some twice, in pieces, or torn.
    pub(crate) fn bring(&mut self) -> Result<(), String> {
        let knocks = self.rng.chance(30) && !self.knocks.is_empty();
        let coming = if knocks { &mut self.knocks } else { &mut self.answers };
        let Some(last) = coming.len().checked_sub(1) else { return Ok(()) };
        // the newest come soonest, so that the old ones come very late
        let at = if self.rng.chance(50) { last } else { self.rng.below(last + 1) };
        let twice = self.rng.chance(20);
        let mut answered = if twice { coming[at].clone() } else { coming.remove(at) };
        match self.rng.below(100) {
            0 => return answered.reply.cut(&mut self.rng),
            1..4 => answered.reply = answered.reply.torn().unwrap_or(answered.reply),
            _ => {}
        }
        self.hear(&answered, true).map(drop)
    }

    /// Late letters arrive, and some late answers; then everybody talks to the server until nothing is new.
    pub(crate) fn settle(&mut self) -> Result<(), String> {
        self.phones.iter_mut().for_each(|phone| phone.away = 0);
        while let Some(letter) = self.letters.pop() {
            let answered = self.deliver(letter)?;
            self.answers.extend(Some(answered).filter(|_| self.rng.chance(50)));
        }
        self.answers.append(&mut self.knocks);
        for round in 0..6 {
            if round > 2 {
                self.answers.clear();
                // what came before what it names is offered again after a while
                self.now += 2 * 60 * 1000;
            }
            for phone in 0..self.phones.len() {
                for tab in 0..self.phones[phone].tabs.len() {
                    self.talk(phone, tab)?;
                }
            }
        }
        for phone in &mut self.phones {
            for tab in 0..phone.tabs.len() {
                while !phone.listened(tab) {
                    phone.listen(tab, &mut self.rng)?;
                }
            }
        }
        Ok(())
    }

    /// A round of the app: the news, all that waits in ever smaller pieces, until the server has it.
    fn talk(&mut self, phone: usize, tab: usize) -> Result<(), String> {
        for _ in 0..400 {
            let pull = self.write_pull(phone, tab).ok_or("a tab without a replica")?;
            let answered = self.deliver(pull)?;
            if !self.hear(&answered, false)? {
                break;
            }
            if self.rng.chance(30) {
                self.hear_late(phone, false)?;
            }
        }
        let mut limit = 200;
        for _ in 0..20 {
            let Some(push) = self.write_push(phone, tab, limit) else { break };
            let answered = self.deliver(push)?;
            limit = if matches!(answered.reply, Reply::Unheard) { (limit / 2).max(1) } else { 200 };
            self.hear(&answered, false)?;
        }
        Ok(())
    }
}
