//! Which issues the board shows and in what order: plain functions over what is on the phone.

use std::{cell::RefCell, sync::Arc};

use domain::{Category, Id, Ids, Lane};

use crate::{
    desk::{Seen, Whereabouts},
    order::newest_first,
};

/// The part of the village an issue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// 全村
    Whole,
    /// One group.
    Group(Id),
}

/// Whose issues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everybody's.
    #[default]
    Any,
    /// Raised by the reader.
    Mine,
    /// 代录: entered by the reader for somebody else.
    Entered,
}

/// What the reader wants to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    pub(super) lane: Option<Lane>,
    pub(super) category: Option<Category>,
    pub(super) part: Option<Part>,
    pub(super) whose: Whose,
    /// The letters typed; none while the search row is closed.
    pub(super) letters: Option<String>,
}

/// What the letters mean, worked out once for all issues.
pub(super) struct Wanted {
    letters: String,
    number: Option<u32>,
    /// People whose names have these letters.
    people: Ids,
}

impl Wanted {
    /// Reads the letters; nothing when they say nothing.
    pub(super) fn of(letters: Option<&str>, people: impl Fn(&str) -> Ids) -> Option<Self> {
        let letters = letters?.trim().to_ascii_lowercase();
        if letters.is_empty() {
            return None;
        }
        let number = words::number_in(&letters);
        let people = people(&letters);
        Some(Self { letters, number, people })
    }

    fn fits(&self, seen: &Seen) -> bool {
        let issue = &seen.issue;
        let says = |text: &str| text.to_ascii_lowercase().contains(&self.letters);
        self.number.is_some_and(|number| issue.number == Some(number))
            || says(&issue.title)
            || issue.title_en.as_deref().is_some_and(says)
            || says(&issue.words)
            || issue.proxy.as_ref().is_some_and(|proxy| says(&proxy.name))
            || self.people.contains(&issue.raised_by)
    }
}

impl Filter {
    /// Whether an issue passes all but the lane, which the chips count.
    pub(super) fn lets(&self, seen: &Seen, me: Id, wanted: Option<&Wanted>) -> bool {
        let issue = &seen.issue;
        let part = match self.part {
            None => true,
            Some(Part::Whole) => issue.group.is_none(),
            Some(Part::Group(group)) => issue.group == Some(group),
        };
        let whose = match self.whose {
            Whose::Any => true,
            Whose::Mine => issue.raised_by == me && issue.proxy.is_none(),
            Whose::Entered => issue.raised_by == me && issue.proxy.is_some(),
        };
        part && whose
            && self.category.is_none_or(|category| issue.category == category)
            && wanted.is_none_or(|wanted| wanted.fits(seen))
    }

    /// Whether anything but the lane and the letters is chosen.
    pub(super) fn narrows(&self) -> bool {
        self.category.is_some() || self.part.is_some() || self.whose != Whose::Any
    }
}

/// The order within a lane: what needs somebody first, then the newest.
pub(super) fn arrange(issues: &mut [Arc<Seen>]) {
    issues.sort_unstable_by_key(|seen| {
        let need = match seen.whereabouts {
            Whereabouts::Trouble => 0,
            Whereabouts::Local => 1,
            Whereabouts::Sent => 2,
        };
        newest_first(need, seen.issue.raised_at(), seen.id)
    });
}

/// What the board remembers while the reader looks at an issue.
#[derive(Clone, Default)]
pub(super) struct Kept {
    pub(super) filter: Filter,
    /// How far the page was scrolled.
    pub(super) scrolled: f64,
    /// How tall each block was, by lane and place: so that the page is as long as it was.
    pub(super) heights: Vec<((Lane, usize), i32)>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// Looks at what is remembered, or changes it.
pub(super) fn kept<T>(with: impl FnOnce(&mut Kept) -> T) -> T {
    KEPT.with_borrow_mut(with)
}
