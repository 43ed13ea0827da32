//! Papers of a consultation: minutes and poster as PDF, minutes for Word.
//!
//! All of them are made from one plain [`Paper`] and know of no database, no clock and no session: the same value gives
//! the same bytes.
//!
//! A server has one [`Press`], whose `minutes`, `poster` and `word` wait for their turn and work on a thread of their own.
//! The text for a chat and the script for the loudspeaker are the phone's own: `words::paper`.

mod case;
mod figures;
#[cfg(test)]
mod file_tests;
mod fonts;
mod foot;
mod icons;
mod kinsoku;
mod lines;
mod minutes;
mod notice;
mod paper;
mod pdf;
mod picture;
mod placard;
mod poster;
mod press;
mod reading;
#[cfg(test)]
mod sample;
mod setter;
mod sheet;
#[cfg(test)]
mod sheet_tests;
mod slab;
mod square;
mod table;
mod text;
mod word;
mod word_body;
mod word_parts;

pub use domain::session::Verdict;
pub use fonts::usual_folders;
pub use paper::{Action, Answer, Block, Fact, Paper, Said, Seal, Signature};
pub use press::{PapersError, Press, Printed};
pub use text::text;
