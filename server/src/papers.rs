//! Papers of a consultation: minutes and poster as PDF, minutes for Word, a text for a chat, a script for the loudspeaker.
//!
//! All of them are made from one plain [`Paper`] and know of no database, no clock and no session: the same value gives
//! the same bytes.
//!
//! A server has one [`Press`], whose `minutes`, `poster` and `word` wait for their turn and work on a thread of their own;
//! [`chat()`] and [`aloud()`] are quick and need neither. How a paper is filled in is shown in `papers/sample.rs`.

mod aloud;
mod case;
mod chat;
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
mod spoken;
mod square;
mod table;
mod word;
mod word_body;
mod word_parts;

pub use aloud::{Script, aloud};
pub use chat::chat;
pub use fonts::usual_folders;
pub use paper::{Action, Answer, Block, Fact, Paper, Said, Seal, Signature};
pub use press::{PapersError, Press, Printed};
pub use words::Verdict;
