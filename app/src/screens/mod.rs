//! One folder or file a screen.

mod actions;
mod advice;
mod bench;
mod blueprint;
mod courier;
mod issue;
mod issues;
mod me;
mod minutes;
mod nowhere;
mod office;
mod phone;
mod raise;
mod session;
mod triage;
mod welcome;

pub(crate) use actions::ActionsScreen;
pub(crate) use advice::AdviceScreen;
pub(crate) use bench::BenchScreen;
pub(crate) use blueprint::BlueprintScreen;
pub(crate) use courier::CourierScreen;
pub(crate) use issue::IssueScreen;
pub(crate) use issues::BoardScreen;
pub(crate) use me::MeScreen;
pub(crate) use minutes::{MinutesScreen, SealScreen};
pub(crate) use nowhere::NowhereScreen;
pub(crate) use office::OfficeScreen;
pub(crate) use phone::PhoneScreen;
pub(crate) use raise::{RaiseScreen, SavedScreen};
pub(crate) use session::{PaperScreen, SessionScreen};
pub(crate) use triage::TriageScreen;
pub(crate) use welcome::WelcomeScreen;
