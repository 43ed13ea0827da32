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
/// The most boxes a form has.
const MOST: usize = 20;
/// So long a picture may be under way and on the easel. The words came before it, and are taken in any case.
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

/// Opens the form. What it says goes to `words` first, which gives it back with what came of it: that is safe before a
/// byte of the picture, the last of the form, is waited for. `wanted` says whether the picture is kept.
pub(super) async fn open<T, Said>(
    doors: &Doors,
    mut form: Multipart,
    words: impl FnOnce(Boxes) -> Said,
    wanted: fn(&T) -> bool,
) -> Result<(Boxes, T, Picture), Code>
where
    Said: Future<Output = (Boxes, T)>,
{
    let mut boxes = Boxes::default();
    while boxes.0.len() < MOST {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            // whoever sends nonsense has no words
            Err(_) if boxes.0.is_empty() => return Err(Code::Malformed),
            end => {
                let (boxes, came) = words(boxes).await;
                let picture = if end.is_ok() { Picture::None } else { Picture::Slow };
                return Ok((boxes, came, picture));
            }
        };
        if field.name() == Some("photo") {
            let (boxes, came) = words(boxes).await;
            let picture = picture(doors, field, wanted(&came)).await;
            return Ok((boxes, came, picture));
        }
        let name = field.name().unwrap_or_default().to_owned();
        boxes.0.push((name, text(field).await?));
    }
    Err(Code::Malformed)
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
    timeout(PATIENCE, drawn(doors, field, keep)).await.unwrap_or(Picture::Slow)
}

async fn drawn(doors: &Doors, field: Field<'_>, keep: bool) -> Picture {
    let bytes = match whole(doors, field, keep).await {
        Ok(bytes) if bytes.is_empty() => return Picture::None,
        Ok(bytes) => bytes,
        Err(why) => return why,
    };
    // one at a time, whoever still waits for it: each may take a hundred megabytes
    let Ok(turn) = doors.easel.clone().acquire_owned().await else { return Picture::Slow };
    let reads = move || {
        let small = redraw(&bytes);
        drop(turn);
        small
    };
    match tokio::task::spawn_blocking(reads).await {
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
