//! A picture from the camera, made small: drawn anew, so that nothing of where and with what it was taken is left.

use domain::{
    Act, FollowAct, Form, Id, SessionAct,
    picture::{sniff, tells_where},
    small::PICTURE,
};
use js_sys::{Promise, Uint8Array};
use sha2::{Digest, Sha256};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, Response, Url,
};

use crate::{clock, prelude::*, replica::StoreError};

/// The longer edge, in pixels: a name plate can be read on it.
const EDGE: f64 = 1280.0;
const MIME: &str = "image/jpeg";
/// How well it is drawn; the next is tried while it is too large.
const QUALITIES: [f64; 3] = [0.75, 0.5, 0.3];
/// So many bytes are few enough.
const ENOUGH: usize = 300_000;

/// A picture that was taken and made small: what names its bytes, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub(crate) struct Taken {
    pub(crate) id: Id,
    sha256: String,
    bytes: u32,
}

/// Why a file is no picture here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotTaken {
    /// This browser cannot draw it.
    #[error("not a picture that can be drawn")]
    Unreadable,
    /// However badly it is drawn, it is too large.
    #[error("too large")]
    TooLarge,
    /// The phone's store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Whatever a browser throws while it draws.
impl From<JsValue> for NotTaken {
    fn from(_: JsValue) -> Self {
        Self::Unreadable
    }
}

impl Taken {
    /// Laying it beside an issue.
    pub(crate) fn act(&self, issue: Id) -> Act {
        let (sha256, mime) = (self.sha256.clone(), MIME.to_owned());
        Act::Attach { issue, sha256, bytes: self.bytes, mime }
    }

    /// Laying it beside an action or a note on how far it is.
    pub(crate) fn beside(&self, about: Id) -> Act {
        let (sha256, mime) = (self.sha256.clone(), MIME.to_owned());
        FollowAct::Enclose { about, sha256, bytes: self.bytes, mime }.into()
    }

    /// Laying it beside a record of a session.
    pub(crate) fn enclose(&self, about: Id) -> Act {
        let (sha256, mime) = (self.sha256.clone(), MIME.to_owned());
        SessionAct::Enclose { about, sha256, bytes: self.bytes, mime, lasts: 0 }.into()
    }
}

/// Makes a file small, and gives its bytes a name.
///
/// # Errors
/// When it cannot be drawn, or not small enough.
pub(crate) async fn take(file: &File) -> Result<(Taken, Uint8Array), NotTaken> {
    let canvas = drawn(file).await?;
    let mut small = None;
    for quality in QUALITIES {
        let bytes = pressed(&canvas, quality).await?;
        let enough = bytes.len() <= ENOUGH;
        small = Some(bytes);
        if enough {
            break;
        }
    }
    // the canvas of a phone can hold tens of megabytes until somebody collects them
    canvas.set_width(0);
    let bytes = small.filter(|bytes| sniff(bytes) == Some(MIME) && !tells_where(bytes));
    let bytes = bytes.ok_or(NotTaken::Unreadable)?;
    let count = u32::try_from(bytes.len()).ok().filter(|count| *count <= PICTURE);
    let count = count.ok_or(NotTaken::TooLarge)?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let taken = Taken { id: clock::fresh(), sha256, bytes: count };
    Ok((taken, Uint8Array::from(bytes.as_slice())))
}

/// The picture on a canvas, no larger than need be, on white: what it shows through is black in a JPEG.
async fn drawn(file: &File) -> Result<HtmlCanvasElement, NotTaken> {
    let image = HtmlImageElement::new()?;
    let address = Url::create_object_url_with_blob(file)?;
    image.set_src(&address);
    let came = JsFuture::from(image.decode()).await;
    let drawn = came.map_err(NotTaken::from).and_then(|_| draw(&image));
    Url::revoke_object_url(&address)?;
    drawn
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "edges are whole pixels, and not longer than EDGE"
)]
fn draw(image: &HtmlImageElement) -> Result<HtmlCanvasElement, NotTaken> {
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = (EDGE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let pen = canvas.get_context("2d")?.ok_or(NotTaken::Unreadable)?;
    let pen: CanvasRenderingContext2d = pen.unchecked_into();
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, width, height);
    pen.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// The bytes of a canvas as a JPEG.
async fn pressed(canvas: &HtmlCanvasElement, quality: f64) -> Result<Vec<u8>, NotTaken> {
    let mut asked = Ok(());
    let blob = Promise::new(&mut |give, _| {
        let give = Closure::once_into_js(move |blob: JsValue| give.call1(&JsValue::NULL, &blob));
        let give = give.unchecked_ref();
        asked = canvas.to_blob_with_type_and_encoder_options(give, MIME, &quality.into());
    });
    asked?;
    let blob: Blob = JsFuture::from(blob).await?.dyn_into()?;
    // `Blob` itself gives its bytes only in newer browsers
    let bytes = Response::new_with_opt_blob(Some(&blob))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(bytes).await?).to_vec())
}
