//! The letters: which font has which, and how wide they are.

use std::collections::BTreeMap;

use ttf_parser::Face as Parsed;

/// A font file, and which of the fonts in it.
#[derive(Clone)]
pub struct FontFile {
    /// The bytes of an OpenType font, or of a collection of them.
    pub data: Vec<u8>,
    /// Which one of a collection; 0 for the only one.
    pub index: u32,
}

/// The fonts that papers are set in.
pub struct Fonts {
    faces: Vec<FontFile>,
    bold: Option<usize>,
}

/// It is no font, or none that may be put into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no font that can be put into a paper")]
pub struct NoFont;

impl Fonts {
    /// Fonts for ordinary and for strong words.
    ///
    /// # Errors
    /// [`NoFont`] where one of them cannot be read, or may not be embedded.
    pub fn new(regular: FontFile, bold: Option<FontFile>) -> Result<Self, NoFont> {
        let at = bold.is_some().then_some(1);
        let faces: Vec<FontFile> = [Some(regular), bold].into_iter().flatten().collect();
        faces.iter().try_for_each(check)?;
        Ok(Self { faces, bold: at })
    }

    /// These fonts, and one more for the letters that they have not.
    ///
    /// # Errors
    /// As [`Fonts::new`].
    pub fn and(mut self, other: FontFile) -> Result<Self, NoFont> {
        check(&other)?;
        self.faces.push(other);
        Ok(self)
    }

    /// Whether every letter of `text` can be set.
    #[must_use]
    pub fn can_set(&self, text: &str) -> bool {
        text.chars().all(|c| plain(c).is_none_or(|c| !wants_shaping(c) && self.find(c, false).is_some()))
    }

    pub(super) fn faces(&self) -> &[FontFile] {
        &self.faces
    }

    /// The font that has `c`, its glyph there, and how wide it is, in thousandths of the size.
    fn find(&self, c: char, strong: bool) -> Option<Glyph> {
        let first = if strong { self.bold } else { None }.unwrap_or(0);
        let rest = (0..self.faces.len()).filter(|at| *at != first && Some(*at) != self.bold);
        std::iter::once(first).chain(rest).find_map(|face| {
            let file = &self.faces[face];
            let parsed = Parsed::parse(&file.data, file.index).ok()?;
            let id = parsed.glyph_index(c).filter(|id| id.0 != 0)?;
            let advance = f32::from(parsed.glyph_hor_advance(id)?);
            Some(Glyph { face, id: id.0, width: advance * 1_000.0 / f32::from(parsed.units_per_em()) })
        })
    }
}

/// Whether a font can be put into a file.
fn check(file: &FontFile) -> Result<(), NoFont> {
    let parsed = Parsed::parse(&file.data, file.index).map_err(|_| NoFont)?;
    if parsed.is_subsetting_allowed() && parsed.units_per_em() > 0 { Ok(()) } else { Err(NoFont) }
}

/// A letter as a font has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) face: usize,
    pub(super) id: u16,
    /// In thousandths of the size.
    pub(super) width: f32,
}

/// The letters that were asked for so far: a statement has few different ones, and many of each.
#[derive(Default)]
pub(super) struct Known(BTreeMap<(char, bool), Option<Glyph>>);

impl Known {
    /// The glyphs of `text`, with the letters they stand for.
    pub(super) fn glyphs(&mut self, fonts: &Fonts, text: &str, strong: bool) -> Vec<(char, Glyph)> {
        let letters = text.chars().filter_map(plain);
        letters.filter_map(|c| self.glyph(fonts, c, strong).map(|glyph| (c, glyph))).collect()
    }

    /// How wide `text` is at the size 1.
    pub(super) fn width(&mut self, fonts: &Fonts, text: &str, strong: bool) -> f32 {
        text.chars().filter_map(plain).filter_map(|c| self.glyph(fonts, c, strong)).map(|g| g.width / 1_000.0).sum()
    }

    fn glyph(&mut self, fonts: &Fonts, c: char, strong: bool) -> Option<Glyph> {
        *self.0.entry((c, strong)).or_insert_with(|| fonts.find(c, strong))
    }
}

/// The letter that is set for `c`; `None` for what is no letter: marks of direction, joiners, and pictures (emoji),
/// which no font of letters has.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\t' | '\n' | '\r' => Some(' '),
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{e0000}'..='\u{e007f}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// Whether letters like `c` take their form from their neighbours, or run from the right: set one by one they would be
/// wrong (Unicode chapters 9, 12, 13 and 16).
fn wants_shaping(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{e80}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}
