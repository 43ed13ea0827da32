//! Which actions the list shows and in what order: plain functions over what is on the phone.

use std::cell::RefCell;

use domain::{Id, Millis, follow::State};

use crate::{
    desk::{Glance, Whereabouts},
    order::oldest_first,
};

/// A tab over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// 先看这些
    #[default]
    First,
    /// 等人认领
    Unclaimed,
    /// 在办
    Doing,
    /// 超期
    Over,
    /// 重办
    Again,
    /// 办结
    Closed,
}

impl Tab {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 6] =
        [Self::First, Self::Unclaimed, Self::Doing, Self::Over, Self::Again, Self::Closed];
}

/// What the reader wants to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    pub(super) tab: Tab,
    pub(super) mine: bool,
    /// The letters typed.
    pub(super) letters: String,
    /// How many cards are shown.
    pub(super) shown: usize,
    /// How many are to be, once those in sight are drawn.
    pub(super) wanted: usize,
}

/// So many cards are drawn at once: a slow phone has a screen of them before it draws what lies below.
const STEP: usize = 5;
/// So many cards at first, and so many more with each tap.
pub(super) const WINDOW: usize = 40;

impl Filter {
    /// Begins at the top of another list.
    pub(super) fn anew(&mut self) {
        (self.shown, self.wanted) = (STEP, WINDOW);
    }

    /// Whether there is more to draw.
    pub(super) fn grows(&self) -> bool {
        self.shown < self.wanted
    }

    /// Draws a few more.
    pub(super) fn grow(&mut self) {
        self.shown = (self.shown + STEP).min(self.wanted);
    }

    /// What is looked for, whichever tab is open.
    pub(super) fn search(&self) -> (bool, String) {
        (self.mine, self.letters.trim().to_ascii_lowercase())
    }
}

/// What the reader's roles allow, looked up once for all cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) rates: bool,
    pub(super) checks: bool,
    pub(super) grants: bool,
}

/// The actions that pass the search, tab by tab.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Laid([Vec<Id>; 6]);

impl Laid {
    pub(super) fn ids(&self, tab: Tab) -> &[Id] {
        &self.0[tab as usize]
    }
}

/// Lays what passes the search into its tabs. One action may lie in several.
pub(super) fn lay(
    all: &[Glance],
    (mine, letters): &(bool, String),
    part: Part,
    now: Millis,
) -> Laid {
    let fits = |glance: &&Glance| {
        (!mine || glance.mine) && (letters.is_empty() || glance.letters.contains(letters))
    };
    let fits: Vec<&Glance> = all.iter().filter(fits).collect();
    let mut laid = Laid::default();
    for tab in Tab::ALL {
        let mut some: Vec<_> = fits
            .iter()
            .filter_map(|glance| Some((rank(glance, tab, part, now)?, glance.id)))
            .collect();
        some.sort_unstable_by_key(|(order, _)| *order);
        laid.0[tab as usize] = some.into_iter().map(|(_, id)| id).collect();
    }
    laid
}

/// Where an action stands in a tab; nothing where it is not in it.
fn rank(glance: &Glance, tab: Tab, part: Part, now: Millis) -> Option<crate::order::Order> {
    let open = glance.state != State::Closed;
    let by_day = |rank| oldest_first(rank, glance.due.unwrap_or(Millis::MAX), glance.id);
    match tab {
        Tab::First => first(glance, part, now).map(by_day),
        Tab::Unclaimed => (glance.state == State::Unclaimed).then(|| by_day(0)),
        Tab::Doing => (open && glance.state != State::Unclaimed).then(|| by_day(0)),
        Tab::Over => glance.over(now).then(|| by_day(0)),
        Tab::Again => (open && glance.again).then(|| by_day(0)),
        Tab::Closed => (!open).then(|| oldest_first(0, glance.at.saturating_neg(), glance.id)),
    }
}

/// Why it should be looked at first: the less, the sooner.
fn first(glance: &Glance, part: Part, now: Millis) -> Option<u32> {
    let whys = [
        glance.over(now),
        glance.state == State::Redo,
        part.rates && glance.unrated,
        part.checks && glance.state == State::Done && !glance.mine,
        part.grants && glance.asked,
        glance.whereabouts != Whereabouts::Sent,
        glance.mine && glance.state != State::Closed,
    ];
    let why = whys.iter().position(|why| *why)?;
    u32::try_from(why).ok()
}

thread_local! {
    static KEPT: RefCell<Filter> = RefCell::default();
}

/// What was chosen before the reader went to one of the actions.
pub(super) fn kept() -> Filter {
    let mut kept = KEPT.with_borrow(Clone::clone);
    kept.shown = STEP;
    kept.wanted = kept.wanted.max(WINDOW);
    kept
}

/// Remembers it.
pub(super) fn keep(filter: Filter) {
    KEPT.set(filter);
}

#[cfg(test)]
mod tests {
    use super::{Filter, Glance, Id, Laid, Part, State, Tab, Whereabouts, lay};

    const NOW: i64 = 1_790_000_000_000;
    const DAY: i64 = 24 * 60 * 60 * 1000;

    fn glance(id: u128, state: State, due: i64) -> Glance {
        let whereabouts = Whereabouts::Sent;
        let (mine, asked, again, unrated) = (false, false, false, false);
        let (id, due, letters) = (Id::from_u128(id), Some(NOW + due * DAY), "lamps\noffice".into());
        Glance {
            id,
            state,
            due,
            mine,
            asked,
            again,
            unrated,
            at: 0,
            whereabouts,
            note: None,
            letters,
        }
    }

    fn ids(laid: &Laid, tab: Tab) -> Vec<u128> {
        laid.ids(tab).iter().map(Id::as_u128).collect()
    }

    #[test]
    fn what_is_over_its_day_comes_first_then_what_is_done_again_then_what_waits_for_the_reader() {
        let all = [
            Glance { unrated: true, ..glance(1, State::Checked, -9) },
            Glance { again: true, ..glance(2, State::Redo, 5) },
            glance(3, State::Acting, -20),
            glance(4, State::Acting, 20),
            glance(5, State::Done, 1),
            glance(6, State::Unclaimed, 3),
            Glance { mine: true, ..glance(7, State::Claimed, 3) },
            glance(8, State::Closed, -3),
        ];
        let part = Part { rates: true, checks: true, grants: false };
        let laid = lay(&all, &Filter::default().search(), part, NOW);
        assert_eq!(ids(&laid, Tab::First), [3, 2, 1, 5, 7]);
        assert_eq!(ids(&laid, Tab::Unclaimed), [6]);
        assert_eq!(ids(&laid, Tab::Doing), [3, 1, 5, 7, 2, 4]);
        assert_eq!(ids(&laid, Tab::Over), [3]);
        assert_eq!(ids(&laid, Tab::Again), [2]);
        assert_eq!(ids(&laid, Tab::Closed), [8]);
        let villager = lay(&all, &Filter::default().search(), Part::default(), NOW);
        assert_eq!(ids(&villager, Tab::First), [3, 2, 7]);
    }

    #[test]
    fn the_search_finds_by_what_it_is_and_by_who_does_it() {
        let all =
            [glance(1, State::Acting, 1), Glance { mine: true, ..glance(2, State::Acting, 2) }];
        let find = |letters: &str, mine| {
            let filter = Filter { letters: letters.into(), mine, ..Filter::default() };
            ids(&lay(&all, &filter.search(), Part::default(), NOW), Tab::Doing)
        };
        assert_eq!(find(" Office ", false), [1, 2]);
        assert_eq!(find("lamp", true), [2]);
        assert_eq!(find("well", false), [0u128; 0]);
    }
}
