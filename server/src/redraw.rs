//! A picture that a stranger sent, read within limits and written anew: small, upright, and without anything of where and
//! with what it was taken. The app does the same on the phone.

use std::io::Cursor;

use domain::picture::{sniff, tells_where};
use domain::small::PICTURE;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage, Rgba, imageops,
};
use sha2::{Digest, Sha256};

/// The longer edge, as the app draws it.
const EDGE: u32 = 1280;
/// How well it is written; the next is tried while it is too large.
const QUALITIES: [u8; 3] = [75, 50, 30];
/// So many bytes are few enough.
const ENOUGH: usize = 300_000;
/// The longest edge that is read at all.
const LONGEST: u32 = 12_000;
/// So many bytes a picture may take in memory: a camera's 32 million pixels. One picture is read at a time.
const MEMORY: u64 = 100_000_000;

/// What is written here.
pub(crate) const MIME: &str = "image/jpeg";

/// A picture that is small.
#[derive(Debug)]
pub(crate) struct Small {
    pub(crate) bytes: Vec<u8>,
    pub(crate) sha256: String,
}

/// Why it is no picture here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotDrawn {
    /// It is something else, or torn.
    Unreadable,
    /// It would take too much memory.
    TooLarge,
}

/// Reads a picture and writes it anew. It takes a while, and belongs on no thread that answers.
pub(crate) fn redraw(bytes: &[u8]) -> Result<Small, NotDrawn> {
    let picture = read(bytes)?;
    let mut small = Vec::new();
    for quality in QUALITIES {
        small.clear();
        let mut pen = JpegEncoder::new_with_quality(&mut small, quality);
        pen.encode_image(&picture).map_err(|_| NotDrawn::Unreadable)?;
        if small.len() <= ENOUGH {
            break;
        }
    }
    let fits = u32::try_from(small.len()).is_ok_and(|count| count <= PICTURE);
    if !fits || sniff(&small) != Some(MIME) || tells_where(&small) {
        return Err(NotDrawn::TooLarge);
    }
    let sha256 = Sha256::digest(&small).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Small { bytes: small, sha256 })
}

fn read(bytes: &[u8]) -> Result<RgbImage, NotDrawn> {
    // by its first bytes, whatever its sender calls it
    let format = match sniff(bytes) {
        Some("image/jpeg") if ends(bytes) => ImageFormat::Jpeg,
        Some("image/png") => ImageFormat::Png,
        Some("image/webp") => ImageFormat::WebP,
        _ => return Err(NotDrawn::Unreadable),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LONGEST), Some(LONGEST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    // before anything of that size is made
    if decoder.total_bytes() > MEMORY {
        return Err(NotDrawn::TooLarge);
    }
    let upright = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?;
    if picture.width().max(picture.height()) > EDGE {
        picture = picture.thumbnail(EDGE, EDGE);
    }
    picture.apply_orientation(upright);
    Ok(on_white(picture))
}

/// Whether a JPEG has its end. What reads it would fill up the rest of a torn one with grey, and call it a picture.
fn ends(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    // what stands before the first scan may hold a small picture with an end of its own
    while let Some((&[0xFF, marker], after)) = rest.split_first_chunk::<2>() {
        if marker == 0xDA {
            return after.windows(2).any(|two| two == [0xFF, 0xD9]);
        }
        let filling = marker == 0xFF;
        let length =
            after.first_chunk::<2>().map_or(0, |two| usize::from(u16::from_be_bytes(*two)));
        rest = if filling { &rest[1..] } else { after.get(length..).unwrap_or_default() };
    }
    false
}

fn why(error: &image::ImageError) -> NotDrawn {
    match error {
        image::ImageError::Limits(_) => NotDrawn::TooLarge,
        _ => NotDrawn::Unreadable,
    }
}

/// What it shows through is black in a JPEG.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let over = picture.into_rgba8();
    let mut white = image::RgbaImage::from_pixel(over.width(), over.height(), Rgba([255; 4]));
    imageops::overlay(&mut white, &over, 0, 0);
    let mut flat = RgbImage::new(white.width(), white.height());
    for (to, Rgba([r, g, b, _])) in flat.pixels_mut().zip(white.pixels()) {
        *to = Rgb([*r, *g, *b]);
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn drawn(bytes: &[u8]) -> RgbImage {
        let small = redraw(bytes).unwrap();
        let names: String =
            Sha256::digest(&small.bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(small.sha256, names);
        image::load_from_memory_with_format(&small.bytes, ImageFormat::Jpeg).unwrap().into_rgb8()
    }

    #[test]
    fn a_large_picture_becomes_small_and_what_is_clear_becomes_white() {
        let large = DynamicImage::ImageRgba8(image::RgbaImage::new(2600, 1300));
        let small = drawn(&png(&large));
        assert_eq!(small.dimensions(), (1280, 640));
        assert_eq!(small.get_pixel(9, 9), &Rgb([255, 255, 255]));
        let tiny = DynamicImage::ImageRgb8(RgbImage::from_pixel(3, 2, Rgb([200, 10, 10])));
        assert_eq!(drawn(&png(&tiny)).dimensions(), (3, 2));
    }

    /// A JPEG whose EXIF says that it was held upright, and where it was taken.
    fn sideways() -> Vec<u8> {
        let mut picture = RgbImage::from_pixel(40, 20, Rgb([0, 0, 0]));
        for x in 0..20 {
            for y in 0..20 {
                picture.put_pixel(x, y, Rgb([255, 255, 255]));
            }
        }
        let mut plain = Vec::new();
        JpegEncoder::new_with_quality(&mut plain, 95).encode_image(&picture).unwrap();
        let tiff = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], &[0xFF, 0xE1], &length, tiff, &plain[2..]].concat()
    }

    #[test]
    fn a_picture_is_turned_upright_and_tells_nothing_of_where_it_was_taken() {
        let bytes = sideways();
        assert!(tells_where(&bytes));
        let small = drawn(&bytes);
        // its left half was white: turned to the right, that is above
        assert_eq!(small.dimensions(), (20, 40));
        assert!(small.get_pixel(10, 4)[0] > 200 && small.get_pixel(10, 36)[0] < 50);
        assert!(!tells_where(&redraw(&bytes).unwrap().bytes));
    }

    /// A PNG that says to be so large, and is a few bytes of nothing.
    fn bomb(edge: u32) -> Vec<u8> {
        let tiny = DynamicImage::ImageRgb8(RgbImage::new(1, 1));
        let mut bytes = png(&tiny);
        bytes[16..20].copy_from_slice(&edge.to_be_bytes());
        bytes[20..24].copy_from_slice(&edge.to_be_bytes());
        let sum = crc32fast::hash(&bytes[12..29]).to_be_bytes();
        bytes[29..33].copy_from_slice(&sum);
        bytes
    }

    #[test]
    fn a_picture_that_is_a_bomb_is_put_down_before_it_is_unfolded() {
        assert_eq!(redraw(&bomb(50_000)).unwrap_err(), NotDrawn::TooLarge);
        // within the edges, and still too much
        assert_eq!(redraw(&bomb(11_000)).unwrap_err(), NotDrawn::TooLarge);
    }

    #[test]
    fn what_is_no_picture_is_none_whatever_it_is_called() {
        let whole = sideways();
        for bytes in [
            &b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"[..],
            b"GIF89a\x01\0\x01\0\0\0\0;",
            b"",
            b"\xFF\xD8\xFF",
            b"\x89PNG\r\n\x1a\n",
            b"RIFF\x10\0\0\0WEBPVP8 ",
            &whole[..90],
            &whole[..whole.len() - 9],
        ] {
            assert_eq!(redraw(bytes).unwrap_err(), NotDrawn::Unreadable);
        }
    }
}
