//! What two screens or more share.

mod bench_line;
mod choice;
mod clash;
mod day;
mod dialog;
mod frame;
mod hand_out;
mod icon;
mod install;
mod keep;
mod lost;
mod net_line;
mod picture;
mod tongue;
mod trouble;
mod update;
mod whereabouts;

pub(crate) use bench_line::BenchLine;
pub(crate) use choice::Choice;
pub(crate) use clash::{ClashCard, propose, title_of, value_words};
pub(crate) use day::{day_in, day_of};
pub(crate) use dialog::Dialog;
pub(crate) use frame::{Bar, Frame};
pub(crate) use hand_out::{HandOut, download};
pub(crate) use icon::{Icon, category_icon, satisfaction_icon, verdict_icon};
pub(crate) use install::{InstallOffer, InstallWays, copy_text, in_chat_app};
pub(crate) use keep::{Deed, Trouble, keep};
pub(crate) use lost::LostNote;
pub(crate) use net_line::NetLine;
pub(crate) use picture::{Picture, TakePicture};
pub(crate) use tongue::tongue;
pub(crate) use trouble::{CommitTrouble, words_of};
pub(crate) use update::UpdateBar;
pub(crate) use whereabouts::WhereaboutsBadge;
