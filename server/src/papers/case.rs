//! The type case: which glyph of which font a character is set with, and what no font had.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::fonts::{Face, Shelf, Voice};

/// What is set where every font lacks a character: seen at once, as printers do it.
const GETA: char = '〓';

/// A glyph of one of the case's fonts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sort {
    /// Which font.
    pub(super) face: usize,
    /// Its number in the font.
    pub(super) glyph: u32,
    /// How wide it is, in parts of the size.
    pub(super) advance: f32,
    /// What it shows: the character, or the mark for one that is missing.
    pub(super) shows: char,
}

/// The fonts of one paper while it is set.
#[derive(Debug)]
pub(super) struct Case<'a> {
    shelf: &'a Shelf,
    faces: HashMap<usize, Option<Arc<Face>>>,
    sorts: HashMap<(Voice, char), Option<Sort>>,
    missing: BTreeSet<char>,
}

impl<'a> Case<'a> {
    pub(super) fn new(shelf: &'a Shelf) -> Self {
        let (faces, sorts) = (HashMap::new(), HashMap::new());
        Self { shelf, faces, sorts, missing: BTreeSet::new() }
    }

    /// The glyph for a character. None only if no font has even the mark for a missing one.
    pub(super) fn sort(&mut self, voice: Voice, c: char) -> Option<Sort> {
        if let Some(sort) = self.sorts.get(&(voice, c)) {
            return *sort;
        }
        // nobody else knows what a sign of private use means
        let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        let mut sort = if private { None } else { self.look(voice, c) };
        if sort.is_none() {
            self.missing.insert(c);
            sort = [GETA, '□', '?'].into_iter().find_map(|mark| self.look(voice, mark));
        }
        self.sorts.insert((voice, c), sort);
        sort
    }

    /// Whether any glyph of a voice can be drawn: a folder of broken files is no font.
    pub(super) fn speaks_chinese(&mut self) -> bool {
        self.look(Voice::Song, '一').is_some()
    }

    /// A font that a sort named.
    pub(super) fn face(&self, at: usize) -> Option<&Arc<Face>> {
        self.faces.get(&at)?.as_ref()
    }

    /// What no font had.
    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    fn look(&mut self, voice: Voice, c: char) -> Option<Sort> {
        let shelf = self.shelf;
        shelf.order(voice).find_map(|at| {
            let face = self.faces.entry(at).or_insert_with(|| shelf.face(at)).as_ref()?;
            let (glyph, advance) = face.glyph(c)?;
            Some(Sort { face: at, glyph, advance, shows: c })
        })
    }
}
