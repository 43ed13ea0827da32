//! One sitting of the judge: the changes of a push in their order, over the records as they stand
//! and as the changes before have left them. Nothing is stored here.

use std::collections::{BTreeMap, BTreeSet};

use domain::refusal::Apart;
use domain::session;
use domain::sync::authority::{self, Accepted, Along, Case, Lost, Stamps, Verdict};
use domain::sync::{Answer, Outcome};
use domain::{Act, Change, Id, Kind, Millis, Record, Refusal, Scope, Who};

use super::records::Standing;
use super::scopes::{Drawn, Need};

/// A record on the table.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) record: Record,
    pub(super) stamps: Stamps,
    /// It was not there before this sitting.
    pub(super) fresh: bool,
    /// It has to be stored.
    pub(super) written: bool,
    /// The scopes it left, each with the revision it left with.
    pub(super) left: BTreeMap<Scope, u64>,
    /// What was written over, with the revision that did, and where it stood.
    pub(super) over: Vec<(u64, Scope, Lost)>,
    /// It was sealed just now, and is to be given its place in the chain.
    pub(super) wants_chain: bool,
    /// It is to be given a number; those that came before the village first are given theirs first.
    pub(super) wants_number: Option<usize>,
}

/// What the judge needs beside the changes, and what has come of them so far.
#[derive(Debug)]
pub(super) struct Sitting {
    pub(super) who: Who,
    now: Millis,
    skew: Millis,
    pub(super) around: Around,
    /// How many changes were laid down.
    laid: usize,
    pub(super) sheets: BTreeMap<Id, Sheet>,
}

/// What the judge must know beyond the records that are written on.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Records that are only named or looked over, as they stand.
    pub(super) named: BTreeMap<Id, Record>,
    /// Those whose values may give way, with the roles they hold now.
    pub(super) authors: BTreeMap<Id, Who>,
    /// Who is not made one with whom, and why.
    pub(super) apart: BTreeMap<(Id, Id), Apart>,
}

/// What lies on the table, and behind it what is only looked at; but for what its author may not look at.
struct Table<'a>(&'a BTreeMap<Id, Sheet>, &'a BTreeMap<Id, Record>, Option<Id>);

impl session::Around for Table<'_> {
    fn record(&self, id: Id) -> Option<&Record> {
        if self.2 == Some(id) {
            return None;
        }
        self.0.get(&id).map(|sheet| &sheet.record).or_else(|| self.1.get(&id))
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        let beneath = self.1.iter().filter(|(id, _)| !self.0.contains_key(id));
        let all = self.0.values().map(|sheet| &sheet.record).chain(beneath.map(|(_, r)| r));
        all.filter(|record| record.scope == scope).collect()
    }
}

impl Sitting {
    /// Opens a sitting over the records as they stand.
    pub(super) fn new(
        who: Who,
        now: Millis,
        skew: Millis,
        held: BTreeMap<Id, (Record, Stamps)>,
        around: Around,
    ) -> Self {
        let sheets = held.into_iter().map(|(id, (record, stamps))| {
            (id, Sheet { fresh: false, written: false, ..Sheet::of(record, stamps) })
        });
        Self { who, now, skew, around, laid: 0, sheets: sheets.collect() }
    }

    /// Judges one change, and lays what comes of it on the table.
    pub(super) fn judge(&mut self, change: &Change) -> Answer {
        let named = change.act.names().and_then(|id| self.named(id));
        let change = &authority::laid(&self.who, change, named);
        let sheet = self.sheets.get(&change.id);
        let unstamped = Stamps::new();
        // nobody learns of what they do not read by being told why it cannot be
        let hidden = named.filter(|(_, scope)| change.act.joins() && !self.who.reads(*scope));
        let hidden = hidden.and_then(|_| change.act.names());
        let table = Table(&self.sheets, &self.around.named, hidden);
        let verdict = authority::judge(Case {
            who: &self.who,
            change,
            around: &table,
            before: sheet.map(|sheet| &sheet.record),
            stamps: sheet.map_or(&unstamped, |sheet| &sheet.stamps),
            now: self.now,
            skew: self.skew,
        });
        let verdict = verdict.and_then(|verdict| self.names(change).map(|()| verdict));
        let outcome = match verdict {
            Ok(Verdict::Unchanged) => Outcome::Ok,
            Ok(Verdict::Accepted(accepted)) => match self.together(change) {
                Ok(()) => self.lay_with(*accepted, change),
                Err(refusal) => Outcome::Refused { refusal },
            },
            Err(refusal) => Outcome::Refused { refusal },
        };
        Answer { uuid: change.uuid, outcome, dup: false, seen: None }
    }

    fn lay_with(&mut self, accepted: Accepted, change: &Change) -> Outcome {
        let outcome = self.lay(accepted);
        if let Act::Unite { into } = change.act {
            self.take_over(change.id, into);
        }
        outcome
    }

    /// Whether the author can see what the change names, as it lies now or as this sitting has left it.
    fn names(&self, change: &Change) -> Result<(), Refusal> {
        let Some(id) = change.act.names() else { return Ok(()) };
        authority::may_name(&self.who, &change.act, self.named(id))
    }

    /// What a record is that is only named, and where it lies.
    fn named(&self, id: Id) -> Option<(&Kind, Scope)> {
        let laid = self.sheets.get(&id).map(|sheet| (&sheet.record.kind, sheet.record.scope));
        laid.or_else(|| self.around.named.get(&id).map(|record| (&record.kind, record.scope)))
    }

    /// What lies beside an issue goes along with it, what was promised in a session that is sealed, and what was advised
    /// in one that is handed over.
    fn go_along(&mut self, with: Id, along: Along) {
        for sheet in self.sheets.values_mut() {
            let Some(rev) = authority::take_along(&mut sheet.record, with, along) else {
                continue;
            };
            sheet.left.insert(along.from, rev);
            sheet.written = true;
        }
    }

    /// Whether somebody may still read what a record says. Whoever was shut out is not told what others
    /// wrote there since; the value that gave way stays in the record's history.
    fn reads(&self, person: Id, scope: Scope) -> bool {
        let known = self.around.authors.get(&person).or(Some(&self.who));
        known.is_some_and(|who| who.person == person && who.reads(scope))
    }

    fn lay(&mut self, accepted: Accepted) -> Outcome {
        let wants_chain = accepted.wants_chain;
        let Accepted { record, stamps, left, along, over, clash, wants_number, outcome, .. } =
            accepted;
        // a session that was planned in this very letter, and a seat in it, are read from now on
        self.who.take_up(&record);
        let (id, rev, scope) = (record.id, record.rev, record.scope);
        self.laid += 1;
        if let Some(along) = along {
            self.go_along(id, along);
        }
        let wants_number = wants_number.then_some(self.laid);
        match self.sheets.get_mut(&id) {
            Some(sheet) => {
                sheet.left.extend(left.map(|scope| (scope, rev)));
                let stood = sheet.record.scope;
                sheet.over.extend(over.into_iter().map(|lost| (rev, stood, lost)));
                (sheet.record, sheet.stamps, sheet.written) = (record, stamps, true);
                sheet.wants_number = sheet.wants_number.or(wants_number);
                sheet.wants_chain |= wants_chain;
            }
            None => {
                let sheet = Sheet { wants_number, ..Sheet::of(record, stamps) };
                self.sheets.insert(id, sheet);
            }
        }
        if let Some(clash) = clash.filter(|clash| self.reads(clash.scope.owner(), scope)) {
            // an id of our own: the sender may have drawn the change's so as to hit another record
            let clash = Record { id: Id::now_v7(), ..clash };
            self.sheets.insert(clash.id, Sheet::of(clash, Stamps::new()));
        }
        outcome
    }

    /// What is needed of each scope for all of it to be stored.
    pub(super) fn needs(&self) -> BTreeMap<Scope, Need> {
        let mut needs = BTreeMap::<Scope, Need>::new();
        for sheet in self.sheets.values().filter(|sheet| sheet.written) {
            for scope in sheet.left.keys().copied().chain([sheet.record.scope]) {
                needs.entry(scope).or_default().write = true;
            }
            if sheet.wants_number.is_some() {
                needs.entry(sheet.record.scope).or_default().numbers += 1;
            }
        }
        needs
    }

    /// Where records lie of which nothing is to be stored.
    pub(super) fn unwritten(&self) -> BTreeSet<Scope> {
        let unwritten = self.sheets.values().filter(|sheet| !sheet.written);
        unwritten.map(|sheet| sheet.record.scope).collect()
    }

    /// The number before the first one drawn in each village.
    pub(super) fn first_numbers(&self, drawn: &BTreeMap<Scope, Drawn>) -> BTreeMap<Scope, u32> {
        let needs = self.needs();
        let before = drawn
            .iter()
            .filter_map(|(scope, drawn)| Some((*scope, drawn.number - needs.get(scope)?.numbers)));
        before.collect()
    }

    /// Where the record of a change lies, unless the change was refused.
    pub(super) fn place(&self, change: &Change, outcome: &Outcome) -> Option<Scope> {
        match outcome {
            Outcome::Refused { .. } => None,
            Outcome::Ok | Outcome::Merged | Outcome::Both => {
                Some(self.sheets.get(&change.id)?.record.scope)
            }
        }
    }
}

impl Sheet {
    /// A record that is new.
    fn of(record: Record, stamps: Stamps) -> Self {
        let (left, over) = (BTreeMap::new(), Vec::new());
        let (wants_number, wants_chain) = (None, false);
        Self { record, stamps, fresh: true, written: true, left, over, wants_number, wants_chain }
    }

    /// The record with the version it has been given.
    pub(super) fn standing(&self, drawn: &BTreeMap<Scope, Drawn>) -> Standing<'_> {
        let ver = drawn.get(&self.record.scope).map_or(0, |drawn| drawn.ver);
        (&self.record, &self.stamps, ver)
    }
}
