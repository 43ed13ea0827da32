//! The square code as a picture (PNG, one bit a field), for documents that take no drawings.

use std::io::Write;

use domain::square::Square;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

/// Points of the picture for one field.
const SCALE: usize = 8;

/// The bytes. None when the address is too long for a square.
pub(super) fn of(link: &str) -> Option<Vec<u8>> {
    let square = Square::of(link)?;
    let wide = (square.size + 8) * SCALE;
    let dark = |x: usize, y: usize| {
        let field = |at: usize| (at / SCALE).checked_sub(4).filter(|at| *at < square.size);
        field(x).zip(field(y)).is_some_and(|(x, y)| square.is_dark(x, y))
    };
    let mut rows = Vec::with_capacity(wide * (wide / 8 + 1));
    for y in 0..wide {
        rows.push(0);
        rows.extend((0..wide / 8).map(|byte| {
            (0..8).fold(0_u8, |bits, bit| bits << 1 | u8::from(!dark(byte * 8 + bit, y)))
        }));
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&rows).ok()?;
    let size = u32::try_from(wide).ok()?.to_be_bytes();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, *b"IHDR", &[&size[..], &size[..], &[1, 0, 0, 0, 0]].concat());
    chunk(&mut png, *b"IDAT", &packed.finish().ok()?);
    chunk(&mut png, *b"IEND", &[]);
    Some(png)
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], bytes: &[u8]) {
    let mut sum = Crc::new();
    sum.update(&name);
    sum.update(bytes);
    png.extend(u32::try_from(bytes.len()).unwrap_or_default().to_be_bytes());
    png.extend(name);
    png.extend(bytes);
    png.extend(sum.sum().to_be_bytes());
}
