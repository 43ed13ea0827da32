//! Defects that can be planted in the sync, to prove that the simulation would notice each of them.
//!
//! Without the feature `planted` none of this is compiled in, and with it nothing can be built for people's phones.

#[cfg(all(feature = "planted", not(debug_assertions)))]
compile_error!("planted defects are for tests: a release is built without them");

/// A guard that is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    /// A copy that is told of its twin keeps its name.
    ForkUnheard,
    /// An answer to a push is believed from a server that is no more.
    OldPushBelieved,
    /// An answer to a pull is believed though it was asked of a server that is no more.
    OldPullBelieved,
    /// What was refused goes nowhere.
    RefusedDropped,
    /// What was taken is forgotten at once.
    TakenForgotten,
    /// After the server came back from a backup, only what is unsent is offered.
    JournalNotOffered,
    /// What came before what it names is not offered again.
    EarlyForgotten,
    /// The journal ages by the phone's clock.
    JournalAgedByPhone,
    /// A tab that slept writes what it decided long ago.
    AnyTurn,
    /// When a scope is closed, unsent words in it go with it.
    RevokedWordsDropped,
    /// When a scope is closed, its records stay.
    RevokedRowsKept,
    /// When a scope is closed, its cursor stays.
    RevokedCursorKept,
    /// A page is taken though what is before it was never read.
    GapsTaken,
    /// A page asked for before a reading from the start began is taken into it.
    ReadingsMixed,
    /// A page is taken though the phone has read further, and still counts as having.
    OldPagesTaken,
    /// The pages of an answer are taken one by one, each where it follows on.
    PagesOneByOne,
    /// A row may go back to an older revision.
    RevisionsGoBack,
    /// A record that left a scope is cut wherever it lies.
    LeftCutsElsewhere,
    /// A scope read from the start is laid over what the phone held of it.
    WholePageKeeps,
    /// A torn page moves the cursor all the same.
    TornPageBelieved,
    /// What was taken is not replayed any more, though nothing has brought it back.
    SettledAtOnce,
    /// What was taken is replayed for ever.
    NeverSettled,
    /// What was taken is not replayed any more once its version is begun, though it was not told yet.
    HalfVersionSettles,
    /// A record that moved on is still shown with what its own person wrote before.
    MovedOnReplayed,
    /// A tab's memory keeps what the store has cut.
    CutForgotten,
    /// Own changes are replayed in the order of their names.
    ReplayUnordered,
    /// A tab takes in what another tells it though it has missed a step.
    StepsMissed,
    /// What can never be sent goes nowhere.
    SetAsideDropped,
    /// A phone that was away for too long is told only the news.
    FloorIgnored,
    /// Where the reading of a scope began is not remembered.
    BegunForgotten,
    /// Columns do not say that a record is gone.
    GoneForgotten,
    /// The phone's clock is believed though it says the future.
    FutureBelieved,
    /// Nobody asks who may.
    AnybodyMay,
    /// A record is moved where its writer does not read.
    MovedOutOfSight,
    /// A value that gave way goes into no history.
    HistoryDropped,
    /// Nobody is shown that a value gave way.
    ClashUntold,
    /// What stands already is written again.
    RepeatWritten,
    /// Steps are taken wherever the copy stands.
    StepsFromAnywhere,
    /// The steps of a push are taken one by one, each where it follows on.
    StepsOneByOne,
    /// What has changed in a record is laid on whatever revision is held.
    EditsOnAnyRevision,
    /// Steps are believed whoever tells them.
    AnyDoorBelieved,
    /// What is sealed can be written on.
    FrozenWritten,
    /// A seal is pressed without signatures.
    SealedUnsigned,
    /// What was said is sealed though its speaker was not asked.
    QuotedUnasked,
    /// Whoever's seat was taken back still reads the session.
    SeatKept,
    /// What was promised stays behind when a session is sealed.
    PromiseLeftBehind,
    /// A seal does not follow on the one before.
    ChainBroken,
    /// A session is handed over though some advice has no answer.
    UnansweredHandedOver,
    /// What was advised stays behind when a session is handed over.
    AdviceLeftBehind,
    /// Something is done about advice that has no answer.
    AnsweredLater,
    /// An action is closed though whoever asked for it was not told.
    ClosedUntold,
    /// An action is closed though nobody has rated it.
    ClosedUnrated,
    /// Whoever does it checks and rates it.
    DoerRates,
    /// *Not satisfied* begins nothing anew.
    DislikeIgnored,
    /// What somebody has claimed is claimed by the next.
    ClaimedTwice,
}

#[cfg(feature = "planted")]
mod switch {
    use std::cell::Cell;

    use super::Planted;

    thread_local! {
        static NOW: Cell<Option<Planted>> = const { Cell::new(None) };
    }

    impl Planted {
        /// All those in sync and in sessions: the simulation notices them.
        pub const ALL: [Self; 47] = [
            Self::ForkUnheard,
            Self::OldPushBelieved,
            Self::OldPullBelieved,
            Self::RefusedDropped,
            Self::TakenForgotten,
            Self::JournalNotOffered,
            Self::EarlyForgotten,
            Self::JournalAgedByPhone,
            Self::AnyTurn,
            Self::RevokedWordsDropped,
            Self::RevokedRowsKept,
            Self::RevokedCursorKept,
            Self::GapsTaken,
            Self::ReadingsMixed,
            Self::OldPagesTaken,
            Self::PagesOneByOne,
            Self::RevisionsGoBack,
            Self::LeftCutsElsewhere,
            Self::WholePageKeeps,
            Self::TornPageBelieved,
            Self::SettledAtOnce,
            Self::NeverSettled,
            Self::HalfVersionSettles,
            Self::MovedOnReplayed,
            Self::CutForgotten,
            Self::ReplayUnordered,
            Self::StepsMissed,
            Self::SetAsideDropped,
            Self::FloorIgnored,
            Self::BegunForgotten,
            Self::GoneForgotten,
            Self::FutureBelieved,
            Self::AnybodyMay,
            Self::MovedOutOfSight,
            Self::HistoryDropped,
            Self::ClashUntold,
            Self::RepeatWritten,
            Self::StepsFromAnywhere,
            Self::StepsOneByOne,
            Self::EditsOnAnyRevision,
            Self::AnyDoorBelieved,
            Self::FrozenWritten,
            Self::SealedUnsigned,
            Self::QuotedUnasked,
            Self::SeatKept,
            Self::PromiseLeftBehind,
            Self::ChainBroken,
        ];

        /// Those in what comes after the bench: walking every way of the life-cycles notices them.
        pub const AFTER: [Self; 8] = [
            Self::UnansweredHandedOver,
            Self::AdviceLeftBehind,
            Self::AnsweredLater,
            Self::ClosedUntold,
            Self::ClosedUnrated,
            Self::DoerRates,
            Self::DislikeIgnored,
            Self::ClaimedTwice,
        ];

        /// Plants one in this thread, or none.
        pub fn plant(defect: Option<Self>) {
            NOW.set(defect);
        }

        /// Whether this one is planted in this thread.
        pub(crate) fn here(self) -> bool {
            NOW.get() == Some(self)
        }
    }
}

#[cfg(not(feature = "planted"))]
impl Planted {
    /// Never.
    pub(crate) const fn here(self) -> bool {
        false
    }
}
