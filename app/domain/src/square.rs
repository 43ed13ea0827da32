//! Square codes (QR, ISO/IEC 18004) of a text as long as one frame of a parcel: bytes, level L, versions 1 to 15.
//!
//! The mask is always the first: which one makes a code easiest to read matters for texts with a pattern, and what
//! is shown here is packed and has none. Every reader takes any mask.

/// Bytes of correction in a block, by version.
const CORRECTION: [usize; 15] = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22];
/// Blocks, by version.
const BLOCKS: [usize; 15] = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6];
/// Level L and the first mask, with their own correction.
const FORMAT: u32 = 0x77c4;

/// A square of dark and light fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square {
    version: usize,
    /// How many fields it is wide and high, without the quiet margin of four that it needs.
    pub size: usize,
    dark: Vec<bool>,
    /// Fields that say what the square is and not what it carries.
    fixed: Vec<bool>,
}

impl Square {
    /// The smallest square that carries a text. None when there is none up to version 15, about 520 bytes.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let version = (1..=15).find(|version| text.len() + head(*version) <= room(*version))?;
        let size = version * 4 + 17;
        let blank = vec![false; size * size];
        let mut square = Self { version, size, dark: blank.clone(), fixed: blank };
        square.frame();
        square.fill(&interleaved(version, &packed(version, text)));
        Some(square)
    }

    /// Whether the field in a column and a row is dark.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        self.dark[y * self.size + x]
    }

    /// The dark fields as the path of a drawing, with the margin.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.size {
            let mut x = 0;
            while x < self.size {
                let wide = (x..self.size).take_while(|x| self.is_dark(*x, y)).count();
                if wide > 0 {
                    path.push_str(&format!("M{} {}h{wide}v1h-{wide}z", x + 4, y + 4));
                }
                x += wide + 1;
            }
        }
        path
    }

    fn fix(&mut self, x: usize, y: usize, dark: bool) {
        let at = y * self.size + x;
        (self.dark[at], self.fixed[at]) = (dark, true);
    }

    /// Draws all that is not carried text.
    fn frame(&mut self) {
        let (size, far) = (self.size, self.size - 1);
        for at in 0..size {
            self.fix(6, at, at % 2 == 0);
            self.fix(at, 6, at % 2 == 0);
        }
        for (x, y) in [(3, 3), (far - 3, 3), (3, far - 3)] {
            self.target(x, y, 4);
        }
        let places = self.alignments();
        let last = places.len().saturating_sub(1);
        for (i, x) in places.iter().enumerate() {
            for (j, y) in places.iter().enumerate() {
                if !matches!((i, j), (0, 0)) && (i, j) != (0, last) && (i, j) != (last, 0) {
                    self.target(*x, *y, 2);
                }
            }
        }
        self.format();
        if self.version >= 7 {
            let bits = versioned(self.version);
            for at in 0..18 {
                let (near, along) = (size - 11 + at % 3, at / 3);
                self.fix(near, along, bits >> at & 1 == 1);
                self.fix(along, near, bits >> at & 1 == 1);
            }
        }
    }

    /// Rings around a field: the large ones in three corners, the small ones in between.
    fn target(&mut self, x: usize, y: usize, reach: usize) {
        for row in (y + reach).saturating_sub(2 * reach)..=y + reach {
            for column in (x + reach).saturating_sub(2 * reach)..=x + reach {
                if row < self.size && column < self.size {
                    let ring = row.abs_diff(y).max(column.abs_diff(x));
                    self.fix(
                        column,
                        row,
                        !matches!(ring, 4)
                            && (ring != 2 || reach == 2)
                            && (ring != 1 || reach == 4),
                    );
                }
            }
        }
    }

    fn alignments(&self) -> Vec<usize> {
        if self.version == 1 {
            return Vec::new();
        }
        let count = self.version / 7 + 2;
        let step = (self.version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
        let others = (0..count - 1).rev().map(|at| self.size - 7 - at * step);
        std::iter::once(6).chain(others).collect()
    }

    fn format(&mut self) {
        let size = self.size;
        let bit = |at: usize| FORMAT >> at & 1 == 1;
        for at in 0..6 {
            self.fix(8, at, bit(at));
            self.fix(5 - at, 8, bit(at + 9));
        }
        self.fix(8, 7, bit(6));
        self.fix(8, 8, bit(7));
        self.fix(7, 8, bit(8));
        for at in 0..8 {
            self.fix(size - 1 - at, 8, bit(at));
        }
        for at in 8..15 {
            self.fix(8, size - 15 + at, bit(at));
        }
        self.fix(8, size - 8, true);
    }

    /// Lays the bytes in, two columns at a time, up and down from the right.
    fn fill(&mut self, bytes: &[u8]) {
        let mut bits =
            bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1 == 1));
        let mut right = self.size - 1;
        let mut up = true;
        loop {
            for step in 0..self.size {
                let y = if up { self.size - 1 - step } else { step };
                for x in [right, right - 1] {
                    let at = y * self.size + x;
                    if !self.fixed[at] {
                        self.dark[at] = bits.next().unwrap_or(false) != ((x + y) % 2 == 0);
                    }
                }
            }
            up = !up;
            right = match right {
                0..=2 => return,
                // the sixth column is the ruler
                8 => 5,
                _ => right - 2,
            };
        }
    }
}

/// Bytes before the text: what it is and how long, rounded up.
fn head(version: usize) -> usize {
    if version < 10 { 2 } else { 3 }
}

/// All bytes of a version.
fn all(version: usize) -> usize {
    let mut bits = (16 * version + 128) * version + 64;
    if version >= 2 {
        let count = version / 7 + 2;
        bits -= (25 * count - 10) * count - 55;
        if version >= 7 {
            bits -= 36;
        }
    }
    bits / 8
}

/// Bytes of a version without those of correction.
fn room(version: usize) -> usize {
    all(version) - CORRECTION[version - 1] * BLOCKS[version - 1]
}

/// The version as the square says it, with its own correction.
fn versioned(version: usize) -> usize {
    let rest = (0..12).fold(version, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1f25));
    version << 12 | rest
}

/// The text with its head, shifted by the four bits that say that it is bytes, and filled up.
fn packed(version: usize, text: &str) -> Vec<u8> {
    let length = text.len().to_be_bytes();
    let mut bytes = vec![4];
    bytes.extend(&length[length.len() - (head(version) - 1)..]);
    bytes.extend(text.as_bytes());
    bytes.push(0);
    let mut shifted: Vec<u8> = bytes.windows(2).map(|two| two[0] << 4 | two[1] >> 4).collect();
    let mut filling = [0xec, 0x11].into_iter().cycle();
    while shifted.len() < room(version) {
        shifted.extend(filling.next());
    }
    shifted
}

/// The blocks with their correction, taken by turns.
fn interleaved(version: usize, bytes: &[u8]) -> Vec<u8> {
    let (count, extra) = (BLOCKS[version - 1], CORRECTION[version - 1]);
    let (short, long) = (bytes.len() / count, bytes.len() % count);
    let mut blocks = Vec::with_capacity(count);
    let mut rest = bytes;
    for block in 0..count {
        let (mine, others) = rest.split_at(short + usize::from(block >= count - long));
        rest = others;
        blocks.push((mine, correction(mine, extra)));
    }
    let mut out = Vec::with_capacity(all(version));
    for at in 0..=short {
        out.extend(blocks.iter().filter_map(|(mine, _)| mine.get(at)));
    }
    for at in 0..extra {
        out.extend(blocks.iter().map(|(_, correction)| correction[at]));
    }
    out
}

/// What a reader mends a damaged block with (Reed and Solomon).
fn correction(block: &[u8], extra: usize) -> Vec<u8> {
    let mut divisor = vec![0; extra];
    divisor[extra - 1] = 1;
    let mut root = 1;
    for _ in 0..extra {
        for at in 0..extra {
            divisor[at] = times(divisor[at], root) ^ divisor.get(at + 1).copied().unwrap_or(0);
        }
        root = times(root, 2);
    }
    let mut rest = vec![0; extra];
    for byte in block {
        let factor = byte ^ rest.remove(0);
        rest.push(0);
        for (rest, by) in rest.iter_mut().zip(&divisor) {
            *rest ^= times(*by, factor);
        }
    }
    rest
}

/// A product in the field of 256.
fn times(a: u8, b: u8) -> u8 {
    (0..8).rev().fold(0_u8, |sum, at| {
        let doubled = (sum << 1) ^ ((sum >> 7) * 0x1d);
        doubled ^ ((b >> at & 1) * a)
    })
}
