//! What comes out of a session on paper and by loudspeaker: its content, ready to be read.
//!
//! With names for those who were there, or with roles for everybody; in Chinese, as what people said is.

mod aloud;
mod blocks;
mod numerals;
mod plain;

use domain::{
    Form, Millis, Role, Sorted,
    form::Value,
    session::{
        Duty, Part, Sort,
        bench::Count,
        edition::{Edition, Quote, Speaker, Task},
        seat::Seat,
    },
};

pub use self::{
    aloud::{lasts, script},
    blocks::{Block, COLUMNS, Top, below, blocks, top},
    numerals::{number, spoken},
    plain::{letters, plain},
};
use crate::{Lang, session};

/// Around the content: whose it is, and what the seal adds once it is pressed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The village.
    pub village: String,
    /// Now, or the moment of the seal.
    pub at: Millis,
    /// The check code; nothing while it is a draft.
    pub code: Option<String>,
    /// The how-manyth seal of the village it is, once the village has said so.
    pub number: Option<u32>,
    /// Where anybody can check it.
    pub address: String,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Who; empty for nobody in particular.
    pub who: String,
    /// What sort of thing.
    pub sort: Sort,
    /// In which part of the agenda.
    pub part: u32,
    /// The words.
    pub words: String,
    /// The speaker's objection to how it was taken down.
    pub against: Option<String>,
    /// Whether the speaker was asked and silent for three days.
    pub silent: bool,
}

/// The content of a session, ready to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The topic.
    pub title: String,
    /// When.
    pub on: Option<Millis>,
    /// Where.
    pub place: Option<String>,
    /// The agenda.
    pub agenda: Vec<Part>,
    /// How many were there, by what they were there as.
    pub present: Vec<(Role, usize)>,
    /// How many were there by telephone.
    pub remote: usize,
    /// Those who were there, by name; empty in the public edition.
    pub people: Vec<String>,
    /// Who held a duty, by name; empty in the public edition.
    pub duties: Vec<(Duty, String)>,
    /// How many of those who spoke were asked and answered; 0 in the public edition.
    pub checked: usize,
    /// What was reported.
    pub facts: Vec<String>,
    /// What was agreed on.
    pub consensus: Vec<String>,
    /// What was said, dissent apart.
    pub said: Vec<Line>,
    /// Dissent, whole.
    pub dissent: Vec<Line>,
    /// Shows of hands.
    pub counts: Vec<Count>,
    /// Who does what by when.
    pub tasks: Vec<Task>,
}

/// What is sealed, as far as those who were there read more of it than the public.
#[derive(Form)]
struct Content {
    title: String,
    on: Option<Millis>,
    #[form(rename = "where")]
    place: Option<String>,
    #[form(default)]
    agenda: Vec<Part>,
    #[form(default)]
    seats: Vec<Sat>,
    #[form(default)]
    facts: Vec<String>,
    #[form(default)]
    consensus: Vec<String>,
    #[form(default)]
    statements: Vec<Said>,
    #[form(default)]
    counts: Vec<Count>,
    #[form(default)]
    actions: Vec<Doing>,
}

#[derive(Form)]
struct Sat {
    #[form(flatten)]
    seat: Seat,
    present: Option<bool>,
}

#[derive(Form)]
struct Said {
    seat: Option<u32>,
    sort: Sort,
    #[form(default)]
    part: u32,
    words: Option<String>,
    against: Option<String>,
    check: String,
}

#[derive(Form)]
struct Doing {
    what: Option<String>,
    owner: String,
    due: Option<Millis>,
}

/// The name of a role on paper.
fn role(role: Role) -> String {
    (Lang::Zh.words().names.role)(role).to_owned()
}

impl Paper {
    /// For everybody: roles in place of names. `others` are names that are known beside those on the bench.
    #[must_use]
    pub fn public(content: &Value, others: &[String]) -> Option<Self> {
        let edition = Edition::of(content, others, &role)?;
        let lines = |quotes: Vec<Quote>| quotes.into_iter().map(of_quote).collect();
        Some(Self {
            title: edition.title,
            on: edition.on,
            place: edition.place,
            agenda: edition.agenda,
            present: edition.present,
            remote: edition.remote,
            people: Vec::new(),
            duties: Vec::new(),
            checked: 0,
            facts: edition.facts,
            consensus: edition.consensus,
            said: lines(edition.quotes),
            dissent: lines(edition.dissent),
            counts: edition.counts,
            tasks: edition.tasks,
        })
    }

    /// For those who were there: names as they were called out.
    #[must_use]
    pub fn internal(content: &Value) -> Option<Self> {
        let content = Content::read(content.clone()).ok()?;
        let called = content.seats.iter().any(|sat| sat.present.is_some());
        let here = |sat: &&Sat| sat.present == Some(true) || !called;
        let here: Vec<&Seat> = content.seats.iter().filter(here).map(|sat| &sat.seat).collect();
        let count =
            |role: Role| here.iter().filter(|seat| seat.role == role && !seat.remote).count();
        let duties = [Duty::Host, Duty::Recorder, Duty::Witness].into_iter().filter_map(|duty| {
            let seats = content.seats.iter().map(|sat| &sat.seat);
            let holder = seats.into_iter().find(|seat| seat.duty == Some(duty))?;
            Some((duty, holder.name.clone()))
        });
        let lines = content.statements.iter().filter_map(|said| of_said(said, &content.seats));
        let (dissent, said) = lines.partition(|line| line.sort == Sort::Dissent);
        Some(Self {
            on: content.on,
            present: Role::ALL
                .into_iter()
                .map(|role| (role, count(role)))
                .filter(|(_, count)| *count > 0)
                .collect(),
            remote: here.iter().filter(|seat| seat.remote).count(),
            people: here.iter().map(|seat| seat.name.clone()).collect(),
            duties: duties.collect(),
            checked: checked(&content.statements),
            said,
            dissent,
            tasks: content.actions.into_iter().filter_map(of_doing).collect(),
            title: content.title,
            place: content.place,
            agenda: content.agenda,
            facts: content.facts,
            consensus: content.consensus,
            counts: content.counts,
        })
    }

    /// How many were there, with those on the telephone.
    #[must_use]
    pub fn came(&self) -> usize {
        self.present.iter().map(|(_, count)| count).sum()
    }

    /// The parts of the agenda in which something was said, each with its name and its lines.
    #[must_use]
    pub fn parts(&self) -> Vec<(u32, String, Vec<&Line>)> {
        let mut parts: Vec<(u32, String, Vec<&Line>)> = Vec::new();
        for line in &self.said {
            match parts.iter_mut().find(|(part, _, _)| *part == line.part) {
                Some((_, _, lines)) => lines.push(line),
                None => parts.push((line.part, part_name(&self.agenda, line.part), vec![line])),
            }
        }
        parts
    }
}

/// The name of a part of an agenda on paper.
#[must_use]
pub fn part_name(agenda: &[Part], part: u32) -> String {
    let found = usize::try_from(part).ok().and_then(|part| agenda.get(part));
    found.map_or_else(String::new, |part| session::part(Lang::Zh, part))
}

fn of_quote(quote: Quote) -> Line {
    Line {
        who: quote.speaker.as_ref().map(of_speaker).unwrap_or_default(),
        sort: quote.sort,
        part: quote.part,
        words: quote.words,
        against: quote.against,
        silent: quote.silent && quote.speaker.is_some(),
    }
}

/// 三组村民代表, 区水利局, or the name where its owner consented, with what follows in brackets.
fn of_speaker(speaker: &Speaker) -> String {
    let group = speaker.group.as_deref().unwrap_or_default();
    let office = speaker.label.clone().unwrap_or_else(|| format!("{group}{}", role(speaker.role)));
    let away = if speaker.remote { "，电话里" } else { "" };
    match &speaker.name {
        Some(name) => format!("{name}（{office}{away}）"),
        None => format!("{office}{away}"),
    }
}

fn of_said(said: &Said, seats: &[Sat]) -> Option<Line> {
    let seat = said.seat.and_then(|at| seats.get(usize::try_from(at).ok()?));
    Some(Line {
        who: seat.map(|sat| named(&sat.seat)).unwrap_or_default(),
        sort: said.sort,
        part: said.part,
        words: said.words.clone()?,
        against: said.against.clone(),
        silent: said.check == "silent" && said.seat.is_some(),
    })
}

fn named(seat: &Seat) -> String {
    let group = seat.group.as_deref().unwrap_or_default();
    let office = match &seat.label {
        Some(label) if !seat.villager() => label.clone(),
        Some(_) | None => format!("{group}{}", role(seat.role)),
    };
    let away = if seat.remote { "，电话里" } else { "" };
    format!("{}（{office}{away}）", seat.name)
}

fn of_doing(doing: Doing) -> Option<Task> {
    Some(Task { what: doing.what?, owner: doing.owner, due: doing.due })
}

/// How many people were asked and answered for all they are quoted with.
fn checked(statements: &[Said]) -> usize {
    let seats: Sorted<u32, ()> =
        statements.iter().filter_map(|said| Some((said.seat?, ()))).collect();
    let open = |seat: &u32| {
        statements.iter().any(|said| said.seat == Some(*seat) && said.check == "silent")
    };
    seats.keys().filter(|seat| !open(seat)).count()
}
