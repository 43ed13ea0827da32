//! The press: makes papers beside the requests, a few at a time, so that a village of readers does not starve its phones.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use krilla::error::KrillaError;
use tokio::sync::Semaphore;
use tokio::task::{JoinError, spawn_blocking};
use words::Lang;

use super::fonts::{Shelf, usual_folders};
use super::paper::Paper;
use super::setter::Setter;
use super::sheet::{Role, Sheet};
use super::{minutes, pdf, poster, word};

/// How many papers are made at the same time; each takes a core and the fonts it needs.
const AT_ONCE: usize = 2;
/// What puts Chinese fonts on a Debian or an Ubuntu.
const INSTALL: &str = "sudo apt-get update && sudo apt-get install -y fonts-noto-cjk";

/// Why a paper was not made.
#[derive(Debug, thiserror::Error)]
pub enum PapersError {
    /// There is no Chinese font in any of these folders.
    #[error("there is no Chinese font in {}; on Debian or Ubuntu this installs one: {INSTALL}", listed(.0))]
    NoFont(Vec<PathBuf>),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0:?}")]
    Pdf(KrillaError),
    /// The package for Word could not be written.
    #[error("the document for Word could not be written: {0}")]
    Word(#[from] zip::result::ZipError),
    /// Whoever was making it broke off.
    #[error("a paper was not finished: {0}")]
    BrokenOff(#[from] JoinError),
    /// The server is being stopped.
    #[error("the press is closed")]
    Closed,
}

impl PapersError {
    /// What the person who asked for it is told: what is the matter, and what to do.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let words = lang.words().papers();
        match self {
            Self::NoFont(_) => format!("{}\n{INSTALL}", words.no_font),
            Self::Pdf(_) | Self::Word(_) | Self::BrokenOff(_) | Self::Closed => words.failed.into(),
        }
    }
}

fn listed(folders: &[PathBuf]) -> String {
    folders.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// A paper that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages or sheets.
    pub sheets: usize,
    /// Characters that no font of the machine has. Each stands as 〓 on the paper: whoever prints it should be told.
    pub missing: Vec<char>,
}

/// Makes papers. There is one in a server.
#[derive(Clone, Debug)]
pub struct Press(Arc<Room>);

#[derive(Debug)]
struct Room {
    folders: Vec<PathBuf>,
    shelf: OnceLock<Shelf>,
    turns: Arc<Semaphore>,
}

impl Default for Press {
    fn default() -> Self {
        Self::with_fonts_of(usual_folders())
    }
}

impl Press {
    /// A press that looks for fonts in these folders, the first time that it needs one.
    #[must_use]
    pub fn with_fonts_of(folders: Vec<PathBuf>) -> Self {
        let turns = Arc::new(Semaphore::new(AT_ONCE));
        Self(Arc::new(Room { folders, shelf: OnceLock::new(), turns }))
    }

    /// The minutes in the manner of GB/T 9704, as a PDF on A4.
    ///
    /// # Errors
    /// When there is no font, or the PDF cannot be written.
    pub async fn minutes(&self, paper: Arc<Paper>) -> Result<Printed, PapersError> {
        self.aside(move |room| room.print(&paper, minutes::sheets)).await
    }

    /// The sheet for the notice board, as a PDF on A3.
    ///
    /// # Errors
    /// When there is no font, or the PDF cannot be written.
    pub async fn poster(&self, paper: Arc<Paper>) -> Result<Printed, PapersError> {
        self.aside(move |room| room.print(&paper, poster::sheets)).await
    }

    /// The minutes for Word. It needs no font here: it is set where it is opened.
    ///
    /// # Errors
    /// When the package cannot be written.
    pub async fn word(&self, paper: Arc<Paper>) -> Result<Vec<u8>, PapersError> {
        self.aside(move |_| Ok(word::package(&paper)?)).await
    }

    /// Does it on a thread that may be kept busy, when it is its turn. The turn ends with the work, and not when whoever
    /// waited for it goes away.
    async fn aside<T: Send + 'static>(
        &self,
        make: impl FnOnce(&Room) -> Result<T, PapersError> + Send + 'static,
    ) -> Result<T, PapersError> {
        let turn = Arc::clone(&self.0.turns).acquire_owned().await;
        let turn = turn.map_err(|_| PapersError::Closed)?;
        let room = Arc::clone(&self.0);
        spawn_blocking(move || {
            let made = make(&room);
            drop(turn);
            made
        })
        .await?
    }
}

impl Room {
    /// A machine without fonts is looked at anew each time: somebody is just installing them.
    fn shelf(&self) -> Result<&Shelf, PapersError> {
        if let Some(shelf) = self.shelf.get() {
            return Ok(shelf);
        }
        let found = Shelf::find(&self.folders);
        let found = found.ok_or_else(|| PapersError::NoFont(self.folders.clone()))?;
        Ok(self.shelf.get_or_init(|| found))
    }

    fn print(
        &self,
        paper: &Paper,
        lay: impl FnOnce(&mut Setter) -> Vec<Sheet>,
    ) -> Result<Printed, PapersError> {
        let mut setter = Setter::new(self.shelf()?, paper);
        if !setter.case.speaks_chinese() {
            return Err(PapersError::NoFont(self.folders.clone()));
        }
        let sheets = lay(&mut setter);
        let Setter { case, roles, .. } = setter;
        let roles: &[Role] = &roles;
        let bytes = pdf::write(&sheets, roles, &case, paper).map_err(PapersError::Pdf)?;
        Ok(Printed { bytes, sheets: sheets.len(), missing: case.missing() })
    }
}
