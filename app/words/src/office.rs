//! Who did what, what is kept about a person, and what the bench costs.

mod deeds;
mod en;
mod zh;

use domain::burden::Task;

use self::{en::EN, zh::ZH};
use crate::{Lang, Words};

pub use self::deeds::Deeds;

/// What these screens say.
#[derive(Debug)]
pub struct Office {
    /// Heading of the audit.
    pub title: &'static str,
    /// That it needs a signal.
    pub online: &'static str,
    /// How long it is kept, and that reading it is noted.
    pub kept: &'static str,
    /// Who may read it, to those who may not.
    pub who_may: &'static str,
    /// The filter by person.
    pub person: &'static str,
    /// Nobody in particular.
    pub everybody: &'static str,
    /// The filter by what was refused.
    pub refused_only: &'static str,
    /// Older lines.
    pub older: &'static str,
    /// There is nothing.
    pub nothing: &'static str,
    /// Somebody whom the directory does not know, by a link.
    pub by_link: &'static str,
    /// Somebody of whom only the phone is known.
    pub a_phone: &'static str,
    /// Whoever typed a command where the server stands.
    pub by_hand: &'static str,
    /// Not taken, and why.
    pub refused: fn(&str) -> String,
    /// Heading over what the bench costs.
    pub cost: &'static str,
    /// What it is and what it is not.
    pub cost_means: &'static str,
    /// Nothing is known yet.
    pub cost_none: &'static str,
    /// A task, how often, and on average how many boxes and seconds.
    pub mean: fn(u32, u32, u32) -> String,
    /// A task by name.
    pub task: fn(Task) -> &'static str,
    /// Heading of what is kept about the reader.
    pub data: &'static str,
    /// What the file has.
    pub data_means: &'static str,
    /// Make it.
    pub export: &'static str,
    /// It was handed out under this name.
    pub exported: fn(&str) -> String,
    /// Inside a chat app: to be copied.
    pub copy_instead: &'static str,
    /// What the month has cost the reader: minutes, boxes.
    pub month: fn(u32, u32) -> String,
    /// That this is counted on the phone.
    pub month_means: &'static str,
    /// How to have something corrected or erased.
    pub rights: &'static str,
    /// Heading of the office's way to other people's data.
    pub others: &'static str,
    /// What the office can do there.
    pub others_means: &'static str,
    /// Only the office.
    pub office_only: &'static str,
    /// Choose somebody.
    pub choose: &'static str,
    /// Their data as a file.
    pub export_theirs: &'static str,
    /// Erase them.
    pub erase: &'static str,
    /// In so many records and older words; so many seals of the first format.
    pub places: fn(&str, u32, u32, u32) -> String,
    /// What erasing means.
    pub erase_means: &'static str,
    /// Type the name.
    pub type_name: fn(&str) -> String,
    /// What was typed is not it.
    pub other_name: &'static str,
    /// Yes, erase.
    pub erase_yes: &'static str,
    /// It is done.
    pub erased: fn(u32) -> String,
    /// How deeds are told.
    pub deeds: &'static Deeds,
}

impl Words {
    /// Who did what, what is kept about somebody, what the bench costs.
    #[must_use]
    pub fn office(&self) -> &'static Office {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
