//! Chinese fonts as they lie on the machine: known by the names of their files, read when a paper is made, given back after.
//!
//! Four of them are ninety megabytes, and a village's server is small: papers that are made at the same time share what
//! was read, and when none is being made nothing is kept but where the files are.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use krilla::text::Font;
use skrifa::raw::FileRef;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

/// What a line is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Voice {
    /// People's own words, and the body of an official paper.
    Song,
    /// Titles: a heavy Song.
    Title,
    /// Headings and labels.
    Hei,
    /// What must be seen from afar.
    Loud,
}

/// Files by voice, the better first. A FangSong is what the standard asks for; it is seldom there.
const SONG: &[&str] = &[
    "simfang.ttf",
    "stfangso.ttf",
    "stfangsong.ttf",
    "fandolfang-regular.otf",
    "notoserifcjk-regular.ttc",
    "notoserifcjksc-regular.otf",
    "notoserifsc-regular.otf",
    "notoserifcjk-vf.otf.ttc",
    "notoserifcjk-vf.ttf.ttc",
    "notoserifsc-vf.ttf",
    "sourcehanserifsc-regular.otf",
    "sourcehanserifcn-regular.otf",
    "sourcehanserif-regular.ttc",
    "sourcehanserif.ttc",
    "simsun.ttc",
    "songti.ttc",
    "stsong.ttf",
    "fandolsong-regular.otf",
    "uming.ttc",
];
const TITLE: &[&str] = &[
    "fzxbsjw.ttf",
    "fzxbsk.ttf",
    "notoserifcjk-bold.ttc",
    "notoserifcjksc-bold.otf",
    "notoserifsc-bold.otf",
    "notoserifcjk-vf.otf.ttc",
    "notoserifcjk-vf.ttf.ttc",
    "notoserifsc-vf.ttf",
    "sourcehanserifsc-bold.otf",
    "sourcehanserifcn-bold.otf",
    "sourcehanserif-bold.ttc",
    "sourcehanserif.ttc",
    "songti.ttc",
    "stzhongs.ttf",
    "fandolsong-bold.otf",
];
const HEI: &[&str] = &[
    "simhei.ttf",
    "notosanscjk-regular.ttc",
    "notosanscjksc-regular.otf",
    "notosanssc-regular.otf",
    "notosanscjk-vf.otf.ttc",
    "notosanscjk-vf.ttf.ttc",
    "notosanssc-vf.ttf",
    "sourcehansanssc-regular.otf",
    "sourcehansanscn-regular.otf",
    "sourcehansans-regular.ttc",
    "sourcehansans.ttc",
    "msyh.ttc",
    "pingfang.ttc",
    "stheiti medium.ttc",
    "wqy-zenhei.ttc",
    "wqy-microhei.ttc",
    "droidsansfallbackfull.ttf",
    "fandolhei-regular.otf",
];
const LOUD: &[&str] = &[
    "notosanscjk-bold.ttc",
    "notosanscjksc-bold.otf",
    "notosanssc-bold.otf",
    "notosanscjk-vf.otf.ttc",
    "notosanscjk-vf.ttf.ttc",
    "notosanssc-vf.ttf",
    "sourcehansanssc-bold.otf",
    "sourcehansanscn-bold.otf",
    "sourcehansans-bold.ttc",
    "sourcehansans.ttc",
    "msyhbd.ttc",
    "simhei.ttf",
    "fandolhei-bold.otf",
];
/// For what no Chinese font has.
const LAST: &[&str] = &[
    "simsunb.ttf",
    "simsunextg.ttf",
    "hanaminb.ttf",
    "babelstonehan.ttf",
    "plangothicp1-regular.ttf",
    "dejavuserif.ttf",
    "dejavusans.ttf",
    "notoserif-regular.ttf",
    "liberationserif-regular.ttf",
    "notosanssymbols2-regular.ttf",
    "unifont.otf",
    "unifont.ttf",
];

/// The folders in which systems keep fonts.
#[must_use]
pub fn usual_folders() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let own = home.iter().flat_map(|home| {
        [home.join(".fonts"), home.join(".local/share/fonts"), home.join("Library/Fonts")]
    });
    let shared = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
        "C:\\Windows\\Fonts",
    ];
    shared.into_iter().map(PathBuf::from).chain(own).collect()
}

/// Where the fonts are, by voice.
#[derive(Debug)]
pub(super) struct Shelf {
    all: Vec<Known>,
    song: Vec<usize>,
    title: Vec<usize>,
    hei: Vec<usize>,
    loud: Vec<usize>,
    last: Vec<usize>,
}

impl Shelf {
    /// Looks through folders. None when there is no Chinese font at all.
    pub(super) fn find(folders: &[PathBuf]) -> Option<Self> {
        let mut files = Vec::new();
        folders.iter().for_each(|folder| gather(folder, 0, &mut files));
        files.sort();
        let mut all = Vec::new();
        let mut of = |names: &[&str], weight: f32| -> Vec<usize> {
            let paths =
                names.iter().filter_map(|name| files.iter().find(|path| called(path, name)));
            let known = paths.map(|path| Known::new(path.clone(), weight));
            let first = all.len();
            all.extend(known);
            (first..all.len()).collect()
        };
        let (song, title) = (of(SONG, 400.0), of(TITLE, 700.0));
        let (hei, loud, last) = (of(HEI, 400.0), of(LOUD, 700.0), of(LAST, 400.0));
        let chinese = !song.is_empty() || !title.is_empty() || !hei.is_empty() || !loud.is_empty();
        chinese.then_some(Self { all, song, title, hei, loud, last })
    }

    /// Which fonts to ask for a glyph, the voice's own first.
    pub(super) fn order(&self, voice: Voice) -> impl Iterator<Item = usize> {
        let Self { song, title, hei, loud, last, .. } = self;
        let order = match voice {
            Voice::Song => [song, title, hei, loud, last],
            Voice::Title => [title, song, loud, hei, last],
            Voice::Hei => [hei, loud, song, title, last],
            Voice::Loud => [loud, hei, title, song, last],
        };
        order.into_iter().flatten().copied()
    }

    /// Reads one of them, unless somebody holds it already. None when the file is no font after all.
    pub(super) fn face(&self, at: usize) -> Option<Arc<Face>> {
        self.all.get(at)?.face()
    }
}

#[derive(Debug)]
struct Known {
    path: PathBuf,
    weight: f32,
    held: Mutex<Weak<Face>>,
}

impl Known {
    fn new(path: PathBuf, weight: f32) -> Self {
        Self { path, weight, held: Mutex::default() }
    }

    fn face(&self) -> Option<Arc<Face>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(face) = held.upgrade() {
            return Some(face);
        }
        let face = Arc::new(Face::read(&self.path, self.weight)?);
        *held = Arc::downgrade(&face);
        Some(face)
    }
}

/// One font, in memory.
#[derive(Debug)]
pub(super) struct Face {
    pub(super) font: Font,
    bytes: Arc<Vec<u8>>,
    index: u32,
}

impl Face {
    fn read(path: &Path, weight: f32) -> Option<Self> {
        let bytes = Arc::new(fs::read(path).ok()?);
        let index = best(&bytes, weight)?;
        let face = FontRef::from_index(&bytes, index).ok()?;
        let heavier = face.axes().iter().any(|axis| axis.tag() == skrifa::Tag::new(b"wght"));
        let wanted = (krilla::text::Tag::new(b"wght"), weight);
        let at: &[_] = if heavier { &[wanted] } else { &[] };
        let font = Font::new_variable(bytes.clone().into(), index, at)?;
        Some(Self { font, bytes, index })
    }

    /// The glyph of a character, and how wide it is, in parts of the size. None when the font has none.
    pub(super) fn glyph(&self, c: char) -> Option<(u32, f32)> {
        let face = FontRef::from_index(&self.bytes, self.index).ok()?;
        let glyph = face.charmap().map(c).filter(|glyph| glyph.to_u32() != 0)?;
        let metrics = face.glyph_metrics(
            skrifa::instance::Size::unscaled(),
            skrifa::instance::LocationRef::default(),
        );
        Some((glyph.to_u32(), metrics.advance_width(glyph)? / self.font.units_per_em()))
    }
}

/// Which font of a collection writes as mainland China does, in about the right weight.
fn best(bytes: &[u8], weight: f32) -> Option<u32> {
    let fonts = FileRef::new(bytes).ok()?.fonts().enumerate();
    let fit = |font: &FontRef| {
        let family = font.localized_strings(StringId::FAMILY_NAME).english_or_first();
        let family = family.map(|name| name.to_string()).unwrap_or_default();
        let ours = family.split(' ').any(|word| ["SC", "CN"].contains(&word));
        let off = (font.attributes().weight.value() - weight).abs();
        if ours { off } else { off + 1000.0 }
    };
    let fonts = fonts.filter_map(|(at, font)| Some((at, fit(&font.ok()?))));
    let (at, _) = fonts.min_by(|(_, one), (_, other)| one.total_cmp(other))?;
    u32::try_from(at).ok()
}

fn called(path: &Path, name: &str) -> bool {
    path.file_name()
        .and_then(|file| file.to_str())
        .is_some_and(|file| file.eq_ignore_ascii_case(name))
}

/// Folders of fonts are a few deep; one that leads back into itself must end too.
fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && depth < 5 {
            gather(&path, depth + 1, files);
        } else {
            files.push(path);
        }
    }
}
