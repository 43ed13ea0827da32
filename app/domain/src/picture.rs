//! What the bytes of a picture or a recording say they are, and whether they also tell where and with what it was taken.

/// What a picture is, by its first bytes, whatever its sender calls it; nothing for what no screen shows.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some("image/jpeg")
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some("image/webp")
    } else {
        None
    }
}

/// What a recording is, by its first bytes: one of the containers that browsers record into; nothing for what no
/// browser plays.
#[must_use]
pub fn sniff_recording(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]) {
        Some("audio/webm")
    } else if bytes.get(4..8) == Some(b"ftyp") {
        Some("audio/mp4")
    } else if bytes.starts_with(b"OggS\0") {
        Some("audio/ogg")
    } else {
        None
    }
}

/// Whether a picture carries EXIF, or a recording a place: where it was taken, when, and with which phone.
#[must_use]
pub fn tells_where(bytes: &[u8]) -> bool {
    match sniff(bytes).or_else(|| sniff_recording(bytes)) {
        Some("image/jpeg") => jpeg(bytes),
        Some("image/png") => png(bytes),
        Some("image/webp") => webp(bytes),
        Some("audio/mp4") => mp4(bytes),
        Some(_) | None => false,
    }
}

/// Segments lie one behind the other, and EXIF is in an APP1 of its own; some files have more than one scan.
fn jpeg(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let Some(at) = rest.iter().position(|byte| *byte == 0xFF) {
        rest = rest.get(at + 1..).unwrap_or_default();
        let Some((&marker, after)) = rest.split_first() else { return false };
        // within a scan: a plain 0xFF, a restart; before a marker: filling
        if matches!(marker, 0x00 | 0x01 | 0xD0..=0xD9 | 0xFF) {
            continue;
        }
        let Some(&[high, low]) = after.first_chunk::<2>() else { return false };
        let length = usize::from(u16::from_be_bytes([high, low]));
        // by where it begins: a length that lies hides nothing
        if marker == 0xE1 && after.get(2..).unwrap_or_default().starts_with(b"Exif") {
            return true;
        }
        rest = after.get(length..).unwrap_or_default();
    }
    false
}

fn png(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        if after.starts_with(b"eXIf") {
            return true;
        }
        // the chunk's name and its sum are four bytes each
        rest = next(after, u32::from_be_bytes(*length), 8);
    }
    false
}

fn webp(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((name, after)) = rest.split_first_chunk::<4>() {
        if name == b"EXIF" {
            return true;
        }
        let Some((length, body)) = after.split_first_chunk::<4>() else { return false };
        let length = u32::from_le_bytes(*length);
        // chunks of an odd length are filled up
        rest = next(body, length, usize::from(length % 2 == 1));
    }
    false
}

/// What is told of a recording lies in a box of its own before or behind the sound; places have two names.
fn mp4(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let Some((name, body)) = after.split_first_chunk::<4>() else { return false };
        let length = u32::from_be_bytes(*length);
        let within = length.checked_sub(8).and_then(|within| usize::try_from(within).ok());
        let body = match within {
            // to the end, or longer than four bytes can say
            None => body,
            Some(within) => body.get(..within).unwrap_or(body),
        };
        let told = matches!(name, b"moov" | b"udta" | b"meta" | b"uuid");
        if told && body.windows(4).any(|four| matches!(four, b"\xA9xyz" | b"loci")) {
            return true;
        }
        rest = after.get(4 + body.len()..).unwrap_or_default();
    }
    false
}

fn next(bytes: &[u8], length: u32, more: usize) -> &[u8] {
    let to = usize::try_from(length).ok().and_then(|length| length.checked_add(more));
    to.and_then(|to| bytes.get(to..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{sniff, sniff_recording, tells_where};

    const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0\x00\x04JF\xFF\xDA\x00\x02a\xFF\x00b\xFF\xD9";
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01IDATx....";

    #[test]
    fn a_picture_is_what_its_bytes_say() {
        assert_eq!(sniff(JPEG), Some("image/jpeg"));
        assert_eq!(sniff(PNG), Some("image/png"));
        assert_eq!(sniff(b"RIFF\x00\x00\x00\x00WEBPVP8 "), Some("image/webp"));
        assert_eq!(sniff(b"<svg onload=alert(1)>"), None);
        assert_eq!(sniff(b"RIFF"), None);
    }

    #[test]
    fn a_picture_that_tells_where_it_was_taken_is_known() {
        let exif = b"\xFF\xD8\xFF\xE0\x00\x04JF\xFF\xE1\x00\x08Exif\x00\x00\xFF\xDA\x00\x02a";
        assert!(tells_where(exif));
        assert!(tells_where(b"\xFF\xD8\xFF\xFF\xE1\xFF\xFFExif"));
        assert!(tells_where(
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01IDATx....\x00\x00\x00\x01eXIfx...."
        ));
        assert!(tells_where(
            b"RIFF\x00\x00\x00\x00WEBPVP8 \x01\x00\x00\x00x\x00EXIF\x00\x00\x00\x00"
        ));
    }

    #[test]
    fn a_picture_without_a_place_and_a_torn_one_are_let_be() {
        assert!(!tells_where(JPEG));
        assert!(!tells_where(PNG));
        assert!(!tells_where(b"\xFF\xD8\xFF\xE1\x00"));
        assert!(!tells_where(b"\x89PNG\r\n\x1a\n\xFF\xFF\xFF\xFF"));
    }

    const MP4: &[u8] = b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x0Cmoov....\0\0\0\x0Cmdatloci";

    #[test]
    fn a_recording_is_what_its_bytes_say() {
        assert_eq!(sniff_recording(b"\x1A\x45\xDF\xA3\x9F\x42\x86"), Some("audio/webm"));
        assert_eq!(sniff_recording(MP4), Some("audio/mp4"));
        assert_eq!(sniff_recording(b"OggS\0\x02\0\0"), Some("audio/ogg"));
        assert_eq!(sniff_recording(b"<html>"), None);
        assert_eq!(sniff_recording(JPEG), None);
        assert_eq!(sniff(MP4), None);
    }

    #[test]
    fn a_recording_that_tells_where_it_was_made_is_known() {
        assert!(!tells_where(MP4));
        assert!(tells_where(b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x10moov\xA9xyz+30."));
        assert!(tells_where(b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\0moov....loci"));
        assert!(!tells_where(b"\0\0\0\x10ftypisom\xFF\xFF\xFF\xFFmoov"));
        assert!(!tells_where(b"OggS\0loci"));
    }
}
