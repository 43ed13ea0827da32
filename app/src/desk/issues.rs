//! The issues on this phone, by id. A row in order does what a tree would, with far less code.

use std::sync::Arc;

use domain::{Id, sync::Replica};

use super::{Seen, Whereabouts};

/// Issues in the order of their ids, which is that of their making.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Issues(Vec<Arc<Seen>>);

impl Issues {
    /// All of them, the oldest first.
    pub(crate) fn all(&self) -> &[Arc<Seen>] {
        &self.0
    }

    /// One of them.
    pub(crate) fn get(&self, id: Id) -> Option<&Arc<Seen>> {
        self.0.get(self.place(id).ok()?)
    }

    /// Takes one in, in place of what was known of it; whether it is another than before.
    pub(super) fn put(&mut self, seen: Seen) -> bool {
        match self.place(seen.id) {
            Ok(at) if *self.0[at] == seen => return false,
            Ok(at) => self.0[at] = Arc::new(seen),
            Err(at) => self.0.insert(at, Arc::new(seen)),
        }
        true
    }

    /// Leaves one out; whether it was there.
    pub(super) fn leave_out(&mut self, id: Id) -> bool {
        self.place(id).map(|at| self.0.remove(at)).is_ok()
    }

    /// Those whose mark may have changed although the record has not: a change of it went out or came back.
    pub(super) fn stale(&self, replica: &Replica) -> Vec<Id> {
        let marked = |seen: &Seen| {
            seen.whereabouts != Whereabouts::Sent
                || replica.attention().any(|attention| attention.change.id == seen.id)
        };
        self.0.iter().filter(|seen| marked(seen)).map(|seen| seen.id).collect()
    }

    fn place(&self, id: Id) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |seen| seen.id)
    }
}

#[cfg(test)]
mod tests {
    use domain::{Category, Issue, Scope, Standing};

    use super::{Id, Issues, Seen, Whereabouts};

    fn seen(id: u128, title: &str) -> Seen {
        let village = Id::from_u128(9);
        let issue = Issue {
            words: title.into(),
            title: title.into(),
            title_en: None,
            village,
            category: Category::ALL[0],
            group: None,
            households: None,
            proxy: None,
            named: false,
            raised_by: village,
            door: None,
            number: None,
            standing: Standing::Received,
            trail: Vec::new(),
            answers: None,
            question: None,
            redirected_to: None,
            merged_into: None,
            scheduled_on: None,
            scheduled_where: None,
            session: None,
            echoes: Vec::new(),
            errands: Vec::new(),
            check: Vec::new(),
        };
        let scope = Scope::Village(village);
        Seen { id: Id::from_u128(id), scope, issue, whereabouts: Whereabouts::Sent }
    }

    #[test]
    fn issues_that_arrive_in_any_order_lie_in_that_of_their_making() {
        let mut issues = Issues::default();
        for (id, title) in [(3, "the lamp"), (1, "the ditch"), (2, "the bridge")] {
            assert!(issues.put(seen(id, title)));
        }
        let titles: Vec<_> = issues.all().iter().map(|seen| seen.issue.title.as_str()).collect();
        assert_eq!(titles, ["the ditch", "the bridge", "the lamp"]);
        assert_eq!(issues.get(Id::from_u128(2)).map(|seen| seen.id), Some(Id::from_u128(2)));
        assert_eq!(issues.get(Id::from_u128(4)), None);
    }

    #[test]
    fn an_issue_is_another_only_when_it_says_something_else() {
        let mut issues = Issues::default();
        assert!(issues.put(seen(1, "the lamp")));
        assert!(!issues.put(seen(1, "the lamp")));
        assert!(issues.put(seen(1, "the lamp by the well")));
        assert_eq!(issues.all().len(), 1);
        assert!(issues.leave_out(Id::from_u128(1)));
        assert!(!issues.leave_out(Id::from_u128(1)));
    }
}
