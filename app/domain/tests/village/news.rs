//! What the server of a simulated village tells a phone, a few records a page.

use std::collections::BTreeMap;

use domain::{
    Id, Millis, Record, Scope,
    sync::{Columns, Cursor, Edited, Page, Pull, PullReply, Step},
};

use super::hall::{Hall, Head, Row};

impl Hall {
    /// What a person has not read yet, as many records of it as there is room for.
    pub(crate) fn tell(&self, person: Id, sent: &Pull, mut room: usize, now: Millis) -> PullReply {
        let readable = self.who(person).scopes();
        let known = sent.epoch.as_ref() == Some(&self.epoch);
        let (mut pages, mut more) = (Vec::new(), false);
        for scope in &readable {
            let head = self.heads.get(scope).copied().unwrap_or_default();
            let held = sent.cursors.get(scope).copied().filter(|_| known);
            let from = held.filter(|from| from.follows(head.floor, head.ver));
            if from == Some(Cursor::whole(head.ver)) {
                continue;
            }
            if room == 0 {
                more = true;
                break;
            }
            let page = self.page(*scope, from, head, &mut room);
            more |= page.to != Cursor::whole(head.ver);
            pages.push(page);
        }
        let revoked = sent.cursors.keys().filter(|scope| !readable.contains(scope));
        PullReply {
            epoch: self.epoch.clone(),
            reset: !known && sent.epoch.is_some(),
            min_build: None,
            server_at: now,
            revoked: revoked.copied().collect(),
            pages,
            more,
        }
    }

    fn page(&self, scope: Scope, from: Option<Cursor>, head: Head, room: &mut usize) -> Page {
        let start = from.unwrap_or_default();
        let here = self.rows.values().filter(|row| row.record.scope == scope);
        let mut news: Vec<_> =
            here.filter(|row| Cursor::within(row.ver, row.record.id) > start).collect();
        news.sort_unstable_by_key(|row| (row.ver, row.record.id));
        let mut to = Cursor::whole(head.ver);
        if news.len() > *room {
            news.truncate(*room);
            to = news.last().map_or(start, |row| Cursor::within(row.ver, row.record.id));
        }
        *room -= news.len();
        let rows: Vec<Record> = news.into_iter().map(|row| row.record.clone()).collect();
        let gone = self.left.iter().filter(|((of, _), _)| *of == scope && from.is_some());
        let gone = gone.filter(|(_, (ver, _))| (start.ver + 1..=to.ver).contains(ver));
        let left = gone.map(|((_, id), (_, rev))| (*id, *rev)).collect();
        let to = to.on(from, head.ver);
        Page { scope, from, to, left, rows: Columns::of(&rows) }
    }

    /// What one push has made of the rows as they were before, scope by scope.
    pub(crate) fn steps(
        &self,
        before: &BTreeMap<Id, Row>,
        drawn: &BTreeMap<Scope, u64>,
    ) -> Vec<Step> {
        let step = |(scope, ver): (&Scope, &u64)| {
            let written = |row: &&Row| row.record.scope == *scope && row.ver == *ver;
            let (mut edits, mut fresh) = (Vec::new(), Vec::new());
            for Row { record, .. } in self.rows.values().filter(written) {
                let before = before.get(&record.id);
                match before.and_then(|row| Edited::between(&row.record, record)) {
                    Some(edited) => edits.push(edited),
                    None => fresh.push(record.clone()),
                }
            }
            let left = self.left.iter().filter(|((of, _), (at, _))| of == scope && at == ver);
            let left = left.map(|((_, id), (_, rev))| (*id, *rev)).collect();
            let rows = (!fresh.is_empty()).then(|| Columns::of(&fresh));
            Step { scope: *scope, ver: *ver, left, rows, edits }
        };
        drawn.iter().map(step).collect()
    }

    /// As much of them as somebody may read.
    pub(crate) fn readable(&self, person: Id, steps: &[Step]) -> Vec<Step> {
        steps.iter().filter(|step| self.is_member(person, step.scope)).cloned().collect()
    }
}
