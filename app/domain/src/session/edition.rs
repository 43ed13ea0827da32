//! The public edition of a sealed session: what was agreed and said, with roles in place of names unless the speaker
//! consented for that statement.
//!
//! It is made from the sealed content and nothing else, so that no draft can leak. Names are struck from the words,
//! too: whoever is spoken of did not consent by that.

use serde_json::Value;

use super::{
    Mode, Part, Sort,
    bench::{Count, Hand},
    sealed::{Content, Doing, Said},
    veil::Veil,
};
use crate::{Form, Millis, Role};

/// Who said something, as the public may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name; only where the speaker consented for this statement.
    pub name: Option<String>,
    /// What the speaker was there as.
    pub role: Role,
    /// What is said beside the role, such as 区水利局; nothing for villagers.
    pub label: Option<String>,
    /// The group, by its name.
    pub group: Option<String>,
    /// Whether the speaker was there by telephone.
    pub remote: bool,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Who; nobody in particular without one.
    pub speaker: Option<Speaker>,
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

/// Who does what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What is to be done.
    pub what: String,
    /// Who does it, by role or office.
    pub owner: String,
    /// By when.
    pub due: Option<Millis>,
}

/// What the public reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The topic.
    pub title: String,
    /// Who prepared the bench.
    pub mode: Mode,
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
    /// What was reported.
    pub facts: Vec<String>,
    /// What was agreed on.
    pub consensus: Vec<String>,
    /// What was said, dissent apart.
    pub quotes: Vec<Quote>,
    /// Dissent, whole.
    pub dissent: Vec<Quote>,
    /// Shows of hands.
    pub counts: Vec<Count>,
    /// Who does what by when.
    pub tasks: Vec<Task>,
}

impl Edition {
    /// The public edition of sealed content; nothing when it is not a session's. `others` are names that are known
    /// beside those on the bench, such as the village's directory; `stranger` stands in place of a name whose role
    /// nobody knows, and `role` says a role in words.
    #[must_use]
    pub fn of(content: &Value, others: &[String], role: &dyn Fn(Role) -> String) -> Option<Self> {
        let content = Content::read(content.clone()).ok()?;
        let veil = Veil::new(content.seats.iter().map(|sat| &sat.seat), others, role);
        let quotes: Vec<Quote> =
            content.statements.iter().filter_map(|said| quote(said, &content, &veil)).collect();
        let (dissent, quotes) = quotes.into_iter().partition(|quote| quote.sort == Sort::Dissent);
        let hide = |texts: Vec<String>| texts.iter().map(|text| veil.over(text, None)).collect();
        let task = |doing: Doing| {
            let what = veil.over(&doing.what?, None);
            Some(Task { what, owner: veil.over(&doing.owner, None), due: doing.due })
        };
        let count = |count: Count| Count { words: veil.over(&count.words, None), ..count };
        Some(Self {
            title: veil.over(&content.title, None),
            mode: content.mode,
            on: content.on,
            place: content.place.as_ref().map(|place| veil.over(place, None)),
            present: present(&content),
            remote: content.here().filter(|seat| seat.remote).count(),
            facts: hide(content.facts),
            consensus: hide(content.consensus),
            quotes,
            dissent,
            counts: content.counts.into_iter().map(count).collect(),
            tasks: content.actions.into_iter().filter_map(task).collect(),
            agenda: content.agenda.into_iter().map(|part| veil.part(part)).collect(),
        })
    }
}

fn present(content: &Content) -> Vec<(Role, usize)> {
    let count = |role| content.here().filter(|seat| seat.role == role && !seat.remote).count();
    Role::ALL.into_iter().map(|role| (role, count(role))).filter(|(_, count)| *count > 0).collect()
}

fn quote(said: &Said, content: &Content, veil: &Veil) -> Option<Quote> {
    let sat = content.sat(said);
    let seat = sat.map(|sat| &sat.seat);
    let own = sat.filter(|sat| said.named && !sat.erased).map(|sat| sat.seat.name.as_str());
    let over = |text: &String| veil.over(text, own);
    let speaker = seat.map(|seat| Speaker {
        name: own.map(str::to_owned),
        role: seat.role,
        label: seat.label.as_ref().filter(|_| !seat.villager()).map(over),
        group: seat.group.as_ref().map(over),
        remote: seat.remote,
    });
    Some(Quote {
        speaker,
        sort: said.sort,
        part: said.part,
        words: over(said.words.as_ref()?),
        against: said.against.as_ref().map(over),
        // who said it is not known: nobody was asked
        silent: seat.is_some() && said.check == "silent",
    })
}

/// The hands of a count, in the order in which they are shown.
#[must_use]
pub fn hands(count: &Count) -> [(Hand, i64); 3] {
    [(Hand::Yes, count.yes), (Hand::No, count.no), (Hand::Unsure, count.unsure)]
}
