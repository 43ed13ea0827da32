//! A form that may have a picture in it, taken in piece by piece: no more of it is held than is kept.

use std::time::Duration;

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use tokio::time::timeout;

use crate::doors::Doors;
use crate::error::Code;
use crate::redraw::{NotDrawn, Small, redraw};

/// The most that is taken in at all: what is beyond a picture's size is let go as it comes, so that the browser hears
/// the answer.
pub(super) const LARGEST: usize = 32_000_000;
/// The largest picture that is held: a good camera's.
const PICTURE: usize = 10_000_000;
/// The longest text of a box, in bytes; the domain counts its characters.
const TEXT: usize = 16_000;
/// So long a picture may be under way. The words came before it, and are taken in any case.
const PATIENCE: Duration = Duration::from_secs(45);

/// What has become of the picture.
#[derive(Debug)]
pub(super) enum Picture {
    /// There is none.
    None,
    /// It is small now.
    Small(Small),
    /// It is no picture, or torn.
    Broken,
    /// It is too large.
    Large,
    /// It has not come whole.
    Slow,
}

/// What was filled in.
#[derive(Debug, Default)]
pub(super) struct Boxes(Vec<(String, String)>);

impl Boxes {
    /// What stands in a box; nothing in one that is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
    }
}

/// Opens the form. The picture is the last of it; `keep` says whether it is wanted at all.
pub(super) async fn open(
    doors: &Doors,
    mut form: Multipart,
    keep: bool,
) -> Result<(Boxes, Picture), Code> {
    let mut boxes = Boxes::default();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok((boxes, Picture::None)),
            // the words may be here already; whoever sends nonsense has none
            Err(_) if boxes.0.is_empty() => return Err(Code::Malformed),
            Err(_) => return Ok((boxes, Picture::Slow)),
        };
        if field.name() == Some("photo") {
            let picture = picture(doors, field, keep).await;
            return Ok((boxes, picture));
        }
        if boxes.0.len() >= 20 {
            return Err(Code::Malformed);
        }
        let name = field.name().unwrap_or_default().to_owned();
        boxes.0.push((name, text(field).await?));
    }
}

/// What stands in one box; of too much so much that the domain finds it too long.
async fn text(mut field: Field<'_>) -> Result<String, Code> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|_| Code::Malformed)? {
        let room = TEXT.saturating_sub(bytes.len()).min(piece.len());
        bytes.extend_from_slice(&piece[..room]);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn picture(doors: &Doors, field: Field<'_>, keep: bool) -> Picture {
    let bytes = match timeout(PATIENCE, whole(doors, field, keep)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(why)) => return why,
        Err(_) => return Picture::Slow,
    };
    if bytes.is_empty() {
        return Picture::None;
    }
    // one at a time: each may take a hundred megabytes
    let Ok(_turn) = doors.easel.acquire().await else { return Picture::Slow };
    match tokio::task::spawn_blocking(move || redraw(&bytes)).await {
        Ok(Ok(small)) => Picture::Small(small),
        Ok(Err(NotDrawn::TooLarge)) => Picture::Large,
        // a reader that panics has read nothing
        Ok(Err(NotDrawn::Unreadable)) | Err(_) => Picture::Broken,
    }
}

/// All bytes of a picture, or why not.
async fn whole(doors: &Doors, mut field: Field<'_>, keep: bool) -> Result<Vec<u8>, Picture> {
    let Ok(_room) = doors.pictures.acquire().await else { return Err(Picture::Slow) };
    let (mut bytes, mut large) = (Vec::new(), !keep);
    loop {
        match field.chunk().await {
            Ok(Some(piece)) if large || bytes.len() + piece.len() > PICTURE => {
                (bytes, large) = (Vec::new(), true);
            }
            Ok(Some(piece)) => bytes.extend_from_slice(&piece),
            Ok(None) if large => return Err(Picture::Large),
            Ok(None) => return Ok(bytes),
            Err(_) if large => return Err(Picture::Large),
            Err(_) => return Err(Picture::Slow),
        }
    }
}
