//! Carries pictures, once all words are on their way: one's own to the village, in pieces, and others' from there.

use domain::Id;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{
    NetError,
    net::{asked, fetched, header, judged, set, text},
};

/// The largest piece, and the smallest that a bad line is asked to carry, in bytes.
pub(crate) const LARGEST: u32 = 65_536;
const SMALLEST: u32 = 4_096;
/// How long a piece may take; and a whole picture on its way here, in milliseconds.
const PATIENCE: i32 = 60_000;
const LONG: i32 = 600_000;
/// How many bytes lie before a piece, and how many the server has.
const OFFSET: &str = "upload-offset";

fn way(id: Id) -> String {
    format!("/api/v1/photos/{id}")
}

/// How many bytes of a picture the server has.
pub(crate) async fn offset(id: Id) -> Result<u32, NetError> {
    told(&way(id), "HEAD", None).await
}

/// Sends what begins at `from`, as much of it as `piece` says; gives how many bytes the server has then. A line that
/// does not bear a piece of this size is asked to bear half of it the next time, and one that does twice.
pub(crate) async fn send(
    id: Id,
    bytes: &Uint8Array,
    from: u32,
    piece: &mut u32,
) -> Result<u32, NetError> {
    let part = bytes.subarray(from, bytes.length().min(from.saturating_add(*piece)));
    let sent = told(&way(id), "PATCH", Some((from, part))).await;
    *piece = match &sent {
        Ok(_) => piece.saturating_mul(2).min(LARGEST),
        Err(_) => (*piece / 2).max(SMALLEST),
    };
    sent
}

/// Fetches the bytes of a picture.
pub(crate) async fn fetch(id: Id) -> Result<Uint8Array, NetError> {
    let response = fetched(&way(id), &asked("GET")?, LONG).await?;
    let kind = header(&response, "content-type");
    if !kind.starts_with("image/") && !kind.starts_with("audio/") {
        let words = text(&response).await?;
        judged(&response, kind.starts_with("application/json"), &words)?;
        return Err(NetError::Portal);
    }
    let bytes = response.array_buffer().map_err(|_| NetError::Silent)?;
    let bytes = JsFuture::from(bytes).await.map_err(|_| NetError::Silent)?;
    Ok(Uint8Array::new(&bytes))
}

async fn told(path: &str, method: &str, piece: Option<(u32, Uint8Array)>) -> Result<u32, NetError> {
    let init = asked(method)?;
    if let Some((from, bytes)) = piece {
        set(&init, OFFSET, &from.to_string())?;
        set(&init, "content-type", "application/offset+octet-stream")?;
        init.set_body(bytes.unchecked_ref());
    }
    let response = fetched(path, &init, PATIENCE).await?;
    let offset = header(&response, OFFSET).parse().ok();
    let words = if offset.is_some() { String::new() } else { text(&response).await? };
    let json = header(&response, "content-type").starts_with("application/json");
    judged(&response, offset.is_some() || json, &words)?;
    offset.ok_or(NetError::Portal)
}
