//! The wings of the district's desk.

use domain::figures::Figure;

/// A page of the district's desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wing {
    /// `/app/district`: all at a glance.
    Overview,
    /// `/plan`: what the year is to bring, month by month.
    Year,
    /// `/waits`: who waits for whom.
    Waits,
    /// `/figures`: each with what it means.
    Figures,
    /// `/experts`: who can help whom.
    Experts,
    /// `/figures/<word>`: the rows behind one.
    Rows(Figure),
    /// `/reports`: what goes out, and what comes in again.
    Reports,
    /// `/admin` and below: what the office keeps in order.
    Admin(Chamber),
}

/// A page of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chamber {
    /// `/admin`: the place tree, and who is what there until when.
    Places,
    /// `/admin/sheets`: a page for each village, to print and hand out.
    Sheets,
    /// `/admin/customs`: agenda, rules of the bench and drawers, as the district has them.
    Customs,
    /// `/admin/doubles`: people and issues that were entered twice.
    Doubles,
}

impl Chamber {
    /// All of them with their words, in the order of the menu.
    pub(crate) const ALL: [(Self, &str); 4] = [
        (Self::Places, "places"),
        (Self::Sheets, "sheets"),
        (Self::Customs, "customs"),
        (Self::Doubles, "doubles"),
    ];

    /// Its word.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, name)| name)
    }
}

impl Wing {
    const ALL: [(Self, &str); 7] = [
        (Self::Overview, ""),
        (Self::Year, "plan"),
        (Self::Waits, "waits"),
        (Self::Figures, "figures"),
        (Self::Experts, "experts"),
        (Self::Reports, "reports"),
        (Self::Admin(Chamber::Places), "admin"),
    ];

    /// The wing of the words that stand in an address.
    pub(super) fn of(words: &[&str]) -> Option<Self> {
        match words {
            [] => Some(Self::Overview),
            ["admin", word] => {
                let known = Chamber::ALL.iter().find(|(_, name)| name == word);
                known.map(|(chamber, _)| Self::Admin(*chamber))
            }
            ["figures", word] => Figure::of(word).map(Self::Rows),
            [word] => Self::ALL.iter().find(|(_, name)| name == word).map(|(wing, _)| *wing),
            _ => None,
        }
    }

    /// Its path.
    pub(super) fn path(self) -> String {
        match self {
            Self::Overview => "/app/district".into(),
            Self::Rows(figure) => format!("/app/district/figures/{}", figure.as_str()),
            Self::Admin(chamber) if chamber != Chamber::Places => {
                format!("/app/district/admin/{}", chamber.name())
            }
            other => format!("/app/district/{}", other.name()),
        }
    }

    /// Its word.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(wing, _)| *wing == self.tab()).map_or("", |(_, name)| name)
    }

    /// The wing of the menu that it belongs to.
    pub(crate) fn tab(self) -> Self {
        match self {
            Self::Rows(_) => Self::Figures,
            Self::Admin(_) => Self::Admin(Chamber::Places),
            other => other,
        }
    }

    /// All of them, in the order of the menu.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(wing, _)| *wing)
    }
}
