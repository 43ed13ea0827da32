//! 惯例: how a district goes about it, as its own place's record says.
//!
//! The agenda that a mode begins with, the rules that are read out, which drawers are offered in which order, and further
//! words that give a drawer away.
//! What a district has not said is the product's own. The twelve drawers themselves are fixed: a district offers fewer of
//! them, and makes no others, so that figures of different years and districts stay comparable.

mod guess;

use crate::{
    Act, Category, Fields, Form, Id, Kind, Millis, Record, Refusal, Scope,
    form::Value,
    place::Level,
    said::{said, wrong},
    session::{Mode, Part, agenda},
};

/// The most rules on a card: it is read out.
pub const RULES: usize = 9;
/// The longest rule, in characters.
pub const RULE: usize = 40;
/// The most further words of one drawer.
pub const HINTS: usize = 20;
/// The longest of them, in characters.
pub const HINT: usize = 12;

/// One custom, whole: what is written last stands. What says nothing goes back to the product's own.
#[derive(Clone, Debug, PartialEq, Form)]
#[form(tag = "of")]
pub enum Custom {
    /// 议程: what a session of a mode begins with.
    Agenda {
        /// Which mode.
        mode: Mode,
        /// Its parts.
        parts: Vec<Part>,
    },
    /// 规则: the card that is read out.
    Rules {
        /// A rule a line.
        lines: Vec<String>,
    },
    /// 类别: the drawers that are offered, in their order.
    Drawers {
        /// Which.
        drawers: Vec<Category>,
    },
    /// Further words that give a drawer away.
    Hints {
        /// Which.
        drawer: Category,
        /// What people say about it.
        words: Vec<String>,
    },
}

impl From<Custom> for Act {
    fn from(custom: Custom) -> Self {
        Self::Custom { says: custom.form() }
    }
}

/// The words that give one drawer away.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Hints {
    /// The drawer.
    pub drawer: Category,
    /// What people say about it.
    pub words: Vec<String>,
}

/// Who wrote a custom last.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Hand {
    /// The field that was written.
    pub of: String,
    /// Who wrote it.
    pub by: Id,
    /// When.
    pub at: Millis,
}

/// The customs of a district, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customs {
    agendas: [Vec<Part>; 2],
    rules: Vec<String>,
    drawers: Vec<Category>,
    hints: Vec<Hints>,
    hands: Vec<Hand>,
}

impl Customs {
    /// The customs that stand in the record of a district. Each is read by itself: one that a newer version wrote and
    /// this one does not know is as if it were not said.
    #[must_use]
    pub fn of(fields: &Fields) -> Self {
        fn list<T>(fields: &Fields, field: &str) -> Vec<T>
        where
            Vec<T>: Form,
        {
            let said = fields.get(field).cloned();
            said.and_then(|value| Vec::<T>::read(value).ok()).unwrap_or_default()
        }
        Self {
            agendas: [Mode::A, Mode::B].map(|mode| list(fields, agenda_of(mode))),
            rules: list(fields, "rules"),
            drawers: list(fields, "drawers"),
            hints: list(fields, "hints"),
            hands: list(fields, "hands"),
        }
    }

    /// The agenda that the district gives a mode; empty where it is the product's own.
    #[must_use]
    pub fn own_agenda(&self, mode: Mode) -> &[Part] {
        &self.agendas[usize::from(mode == Mode::B)]
    }

    /// The agenda that a session of a mode begins with.
    #[must_use]
    pub fn agenda(&self, mode: Mode) -> Vec<Part> {
        match self.own_agenda(mode) {
            [] => agenda::template(mode),
            own => own.to_vec(),
        }
    }

    /// The district's own rules; empty where they are the product's.
    #[must_use]
    pub fn rules(&self) -> &[String] {
        &self.rules
    }

    /// Whether the drawers are offered as the product has them.
    #[must_use]
    pub fn all_offered(&self) -> bool {
        self.drawers.is_empty()
    }

    /// The drawers that forms offer, in their order.
    #[must_use]
    pub fn drawers(&self) -> Vec<Category> {
        if self.drawers.is_empty() { Category::ALL.to_vec() } else { self.drawers.clone() }
    }

    /// The same for a form about something that lies in a drawer already: it stays where it is, also in one that was set
    /// aside since.
    #[must_use]
    pub fn drawers_with(&self, now: Option<Category>) -> Vec<Category> {
        let mut drawers = self.drawers();
        drawers.extend(now.filter(|now| !self.offers(*now)));
        drawers
    }

    /// Whether forms offer a drawer.
    #[must_use]
    pub fn offers(&self, drawer: Category) -> bool {
        self.drawers.is_empty() || self.drawers.contains(&drawer)
    }

    /// The district's further words for a drawer.
    #[must_use]
    pub fn hints(&self, drawer: Category) -> &[String] {
        let hints = self.hints.iter().find(|hints| hints.drawer == drawer);
        hints.map_or(&[], |hints| &hints.words)
    }

    /// Whether the district has taught any word.
    #[must_use]
    pub fn teaches(&self) -> bool {
        !self.hints.is_empty()
    }

    /// Who wrote any of these fields last.
    #[must_use]
    pub fn hand(&self, fields: &[&str]) -> Option<&Hand> {
        let hands = self.hands.iter().filter(|hand| fields.contains(&&*hand.of));
        hands.max_by_key(|hand| hand.at)
    }
}

/// The field that has the agenda of a mode.
#[must_use]
pub fn agenda_of(mode: Mode) -> &'static str {
    match mode {
        Mode::A => "agenda_a",
        Mode::B => "agenda_b",
    }
}

/// Writes one custom into the record of the district: the place whose name its region has.
pub(crate) fn kept(
    record: &mut Record,
    says: &Value,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let district = record.kind == Kind::Place && record.scope == Scope::Region(record.id);
    if !district
        || Level::District.form() != record.fields.get("level").cloned().unwrap_or_default()
    {
        return Err(Refusal::WrongKind);
    }
    // one that a newer version says is none that this one knows
    let custom = Custom::read(says.clone()).map_err(|_| Refusal::UnknownAct)?;
    let before = record.fields.clone();
    let field = match &custom {
        Custom::Agenda { mode, parts } => {
            let parts = if parts.is_empty() { Vec::new() } else { agenda::checked(parts)? };
            set(record, agenda_of(*mode), parts.form())
        }
        Custom::Rules { lines } => {
            set(record, "rules", some("rules", lines, (RULES, RULE))?.form())
        }
        Custom::Drawers { drawers } => {
            let once = |(at, drawer)| !drawers[..at].contains(drawer);
            if !drawers.iter().enumerate().all(once) {
                return Err(wrong("drawers"));
            }
            let as_ever = *drawers == Category::ALL;
            set(record, "drawers", if as_ever { Value::Null } else { drawers.form() })
        }
        Custom::Hints { drawer, words } => {
            let words = some("hints", words, (HINTS, HINT))?;
            let before = Customs::of(&record.fields);
            set(record, "hints", taught(&before, *drawer, &words).form())
        }
    };
    if record.fields != before {
        let mut hands = Customs::of(&record.fields).hands;
        hands.retain(|hand| hand.of != field);
        hands.push(Hand { of: field.to_owned(), by, at });
        set(record, "hands", hands.form());
    }
    Ok(())
}

/// Writes a list; an empty one takes the field away.
fn set(record: &mut Record, field: &'static str, list: Value) -> &'static str {
    let silent = list.as_array().is_some_and(Vec::is_empty);
    record.set(field, if silent { Value::Null } else { list });
    field
}

/// Lines that can be: each says something once, and there are no more of them, and none longer, than may be.
fn some(
    field: &str,
    lines: &[String],
    (most, longest): (usize, usize),
) -> Result<Vec<String>, Refusal> {
    if lines.len() > most {
        return Err(Refusal::TooMany { field: field.to_owned(), max: most });
    }
    let mut all = Vec::with_capacity(lines.len());
    for line in lines {
        let line = said(field, line, longest)?;
        if !all.contains(&line) {
            all.push(line);
        }
    }
    Ok(all)
}

/// What gives each drawer away, once these words mean this one: a word means one drawer, the one it was taught last.
fn taught(before: &Customs, drawer: Category, words: &[String]) -> Vec<Hints> {
    let left = |of: Category| {
        let kept = before.hints(of).iter().filter(|word| !words.contains(word));
        kept.cloned().collect::<Vec<_>>()
    };
    let each = Category::ALL.into_iter().map(|of| Hints {
        drawer: of,
        words: if of == drawer { words.to_vec() } else { left(of) },
    });
    each.filter(|hints| !hints.words.is_empty()).collect()
}
