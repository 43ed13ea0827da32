//! A phone: its replica, and a line to the server.

use std::time::SystemTime;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::form::short::Short;
use domain::sync::{
    Cursor, Intent, Pull, PullReply, Push, PushReply, Replica, Snapshot, Step, Writes,
};
use domain::{Act, Id, Kind, Millis, Scope, Sorted, form};
use serde_json::Value;

use crate::line::Line;

/// The build that speaks.
pub(crate) const BUILD: &str = env!("CARGO_PKG_VERSION");
/// As many changes as a phone sends at once.
const BATCH: usize = 100;

/// One person's phone; its store is its memory.
pub(crate) struct Phone {
    pub(crate) replica: Replica,
    pub(crate) line: Line,
    /// The last push that was sent.
    pub(crate) last: Option<Push>,
    /// The door at which the server knocks, and its name.
    door: Option<(Line, String)>,
    seq: u64,
}

impl Phone {
    pub(crate) fn new(person: Id, line: Line) -> Self {
        let replica = Replica::restore(person, Snapshot::default(), Id::now_v7());
        Self { replica, line, last: None, door: None, seq: 0 }
    }

    /// Writes acts into the outbox, all in one step; an edit is made from what the phone shows.
    pub(crate) fn write(&mut self, scope: Scope, acts: Vec<(Id, (Kind, Act))>) {
        let propose = |(id, (kind, act)): (Id, (Kind, Act))| {
            let act = self.made_from_what_stands(id, act);
            let intent = Intent { uuid: Id::now_v7(), at: now(), kind, id, scope, act };
            self.replica.propose(intent).expect("one may do that")
        };
        let outbox_add = acts.into_iter().map(propose).collect();
        self.keep(Writes { outbox_add, ..Writes::default() });
    }

    /// Opens the door, as a phone does while somebody looks at it.
    pub(crate) fn open(&mut self, mut line: Line) {
        let name = line.listen().id.expect("a name");
        self.door = Some((line, name));
    }

    /// Whether nobody knocks at this phone's door.
    pub(crate) fn is_left_alone(&mut self) -> bool {
        self.door.as_mut().is_none_or(|(line, _)| line.is_silent())
    }

    /// What has passed: up, and down.
    pub(crate) fn passed(&self) -> (usize, usize) {
        let lines = [Some(&self.line), self.door.as_ref().map(|(line, _)| line)];
        lines
            .into_iter()
            .flatten()
            .fold((0, 0), |(up, down), line| (up + line.up, down + line.down))
    }

    /// Sends all that waits; where the answers have brought back all that was taken, nothing is to be asked.
    pub(crate) fn send(&mut self) {
        self.push();
        if !self.replica.settled() {
            self.pull();
        }
    }

    /// Waits for a knock, and takes in what is brought with it; what cannot be taken in is asked for.
    pub(crate) fn hear_knock(&mut self) {
        let (line, name) = self.door.as_mut().expect("an open door");
        let data = line.event().data;
        let taken = BASE64_STANDARD.decode(data).ok().and_then(|bytes| {
            let steps: Vec<Step> = form::parse(&Short::new().read(&bytes)?).ok()?;
            self.replica.hear_steps(name, &steps, now())
        });
        match taken {
            Some(writes) => self.keep(writes),
            None => self.pull(),
        }
    }

    /// Sends all that waits.
    pub(crate) fn push(&mut self) {
        while let Some(sent) = self.replica.push(BATCH, BUILD, now()) {
            let reply = self.line.ask("/api/v1/push", &form::text(&sent));
            let reply: PushReply = form::parse(&reply).expect("an answer");
            self.keep(self.replica.hear_push(&sent, &reply, now(), Id::now_v7()));
            self.last = Some(sent);
        }
        assert_eq!(self.replica.attention().len(), 0, "nothing was refused");
    }

    /// Reads all that is new.
    pub(crate) fn pull(&mut self) {
        loop {
            let sent: Pull = self.replica.pull(BUILD);
            let reply = self.line.ask("/api/v1/pull", &form::text(&sent));
            let reply: PullReply = form::parse(&reply).expect("an answer");
            let heard = self.replica.hear_pull(&sent, &reply, now(), Id::now_v7());
            self.keep(heard.expect("whole pages"));
            if !reply.more {
                break;
            }
        }
    }

    /// What a phone does once a minute when nobody rang.
    pub(crate) fn look(&mut self) {
        let word = self.replica.word().expect("nothing waits, and all is read");
        let told =
            form::parse(&self.line.read(&format!("/api/v1/still/{word}"))).expect("an answer");
        let heard = self.replica.hear_still(&word, told, now()).expect("nothing is new");
        self.keep(heard);
    }

    /// How far each scope is read.
    pub(crate) fn heads(&self) -> Sorted<Scope, Cursor> {
        self.replica.cursors().clone()
    }

    fn made_from_what_stands(&self, id: Id, act: Act) -> Act {
        let Act::Edit { field, to, .. } = act else { return act };
        let stands = self.replica.view().get(&id).and_then(|r| r.fields.get(&field));
        Act::Edit { from: stands.cloned().unwrap_or(Value::Null), field, to }
    }

    fn keep(&mut self, mut writes: Writes) {
        let first = self.seq + 1;
        self.seq += u64::try_from(writes.outbox_add.len()).expect("few");
        let numbers: Vec<u64> = (first..=self.seq).collect();
        writes.numbered(&numbers);
        self.replica.absorb(&writes);
    }
}

fn now() -> Millis {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_millis()).expect("before the end of time")
}
