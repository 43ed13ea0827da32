//! Forms as a browser without a script sends them, and pages as it reads them.

use std::io::Cursor;

use axum::body::Body;
use axum::http::{Request, header};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::village::{Answer, Village};

pub(crate) const NASTY: &str =
    "</textarea><script>alert('x')</script><img src=x onerror=\"alert(1)\">&amp;";

const MARK: &str = "----bandengformmark";

/// A page with its status.
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) answer: Answer,
    pub(crate) text: String,
}

impl Page {
    fn of(answer: Answer) -> Self {
        let text = String::from_utf8(answer.bytes.clone()).unwrap();
        Self { status: answer.status.as_u16(), answer, text }
    }

    /// Checks that all of these stand there.
    pub(crate) fn has(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.text.contains(word), "{word}: {}", self.text);
        }
        self
    }

    /// Checks that none of these stand there, and that nothing in it runs.
    pub(crate) fn hasnt(&self, words: &[&str]) -> &Self {
        for word in words.iter().chain(&["<script", "<img", "style=", "onerror=\""]) {
            assert!(!self.text.contains(word), "{word}: {}", self.text);
        }
        self
    }

    /// The ticket in its form.
    pub(crate) fn ticket(&self) -> String {
        let (_, after) = self.text.split_once("name=\"ticket\" value=\"").expect("a ticket");
        after.split_once('"').unwrap().0.to_owned()
    }

    /// The number that it shows, as it is written.
    pub(crate) fn number(&self) -> String {
        let (_, after) = self.text.split_once("<p class=\"code\">").expect("a number");
        after.split_once('<').unwrap().0.to_owned()
    }
}

pub(crate) async fn open(village: &Village, path: &str) -> Page {
    let request = Request::get(path).header("accept-encoding", "identity");
    Page::of(village.send(request.body(Body::empty()).unwrap()).await)
}

/// As a browser writes it into an address, or into a form.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Sends a form of plain boxes.
pub(crate) async fn fill(village: &Village, path: &str, boxes: &[(&str, &str)]) -> Page {
    fill_from(village, path, boxes, &[]).await
}

/// The same, with headers such as a browser adds.
pub(crate) async fn fill_from(
    village: &Village,
    path: &str,
    boxes: &[(&str, &str)],
    headers: &[(&str, &str)],
) -> Page {
    let body: Vec<String> =
        boxes.iter().map(|(name, text)| format!("{name}={}", encoded(text))).collect();
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("accept-encoding", "identity");
    let request = headers.iter().fold(request, |request, (name, to)| request.header(*name, *to));
    Page::of(village.send(request.body(Body::from(body.join("&"))).unwrap()).await)
}

/// A form with a file in it, as its bytes.
pub(crate) fn parcel(boxes: &[(&str, &str)], photo: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, text) in boxes {
        let head = format!("--{MARK}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), text.as_bytes(), b"\r\n"].concat());
    }
    // a box for a file that stays empty is sent as an empty file
    let (called, bytes) = photo.unwrap_or_default();
    let head = format!(
        "--{MARK}\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"{called}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    );
    body.extend([head.as_bytes(), bytes, format!("\r\n--{MARK}--\r\n").as_bytes()].concat());
    body
}

/// Sends such a form.
pub(crate) async fn sends(
    village: &Village,
    path: &str,
    body: Vec<u8>,
    headers: &[(&str, &str)],
) -> Page {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={MARK}"))
        .header("accept-encoding", "identity");
    let request = headers.iter().fold(request, |request, (name, to)| request.header(*name, *to));
    Page::of(village.send(request.body(Body::from(body)).unwrap()).await)
}

/// A picture in many colours.
pub(crate) fn picture(format: ImageFormat, edge: u32) -> Vec<u8> {
    let colours = RgbImage::from_fn(edge, edge / 2, |x, y| {
        Rgb([
            (x % 251).to_le_bytes()[0],
            (y % 241).to_le_bytes()[0],
            (x * y % 239).to_le_bytes()[0],
        ])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(colours).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A picture of so many bytes that is one in a few: it says to be so wide and so high.
pub(crate) fn bomb(edge: u32) -> Vec<u8> {
    let mut bytes = picture(ImageFormat::Png, 2);
    bytes[16..20].copy_from_slice(&edge.to_be_bytes());
    bytes[20..24].copy_from_slice(&edge.to_be_bytes());
    let sum = crc32fast::hash(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&sum);
    bytes
}
