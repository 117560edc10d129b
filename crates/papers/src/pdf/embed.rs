//! The letters that were used go into the file, and nothing else of their fonts (ISO 32000-1 section 9.7).

use pdf_writer::{
    Filter, Finish, Name, Rect, Ref, Str,
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
};
use subsetter::GlyphRemapper;
use ttf_parser::{Face as Parsed, Tag};

use super::{
    fonts::{FontFile, Glyph},
    out::{Out, deflated},
};

const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// What a paper has used of one font.
pub(super) struct Used {
    /// The number of the font in the file.
    pub(super) font: Ref,
    numbers: GlyphRemapper,
    /// What each glyph stands for, and how wide it is, by its number in the file less one.
    letters: Vec<(char, f32)>,
}

impl Used {
    /// Nothing yet.
    pub(super) fn new(font: Ref) -> Self {
        Self { font, numbers: GlyphRemapper::new(), letters: Vec::new() }
    }

    /// The number that a glyph has in the file.
    pub(super) fn number(&mut self, letter: char, glyph: Glyph) -> u16 {
        let number = self.numbers.remap(glyph.id);
        if usize::from(number) > self.letters.len() {
            self.letters.push((letter, glyph.width));
        }
        number
    }

    /// Puts what was used of `file` into the paper. A font of which nothing was used is there as well, and empty: pages
    /// name it.
    pub(super) fn embed(&self, file: &FontFile, nth: usize, out: &mut Out) {
        let parsed = Parsed::parse(&file.data, file.index).expect("it was read before");
        let cut = subsetter::subset(&file.data, file.index, &self.numbers).unwrap_or_default();
        let outlines = Parsed::parse(&cut, 0).ok().and_then(|cut| cut.raw_face().table(Tag::from_bytes(b"CFF ")));
        let compact = outlines.is_some();
        let data = deflated(outlines.unwrap_or(&cut));
        let name = format!("BANYA{}+Paper{nth}", char::from(b'A' + u8::try_from(nth % 26).unwrap_or(0)));
        let (child, descriptor, stream, meaning) = (out.number(), out.number(), out.number(), out.number());
        out.put(self.font, |chunk| {
            let mut font = chunk.type0_font(self.font);
            font.base_font(Name(name.as_bytes())).encoding_predefined(Name(b"Identity-H"));
            font.descendant_font(child).to_unicode(meaning);
        });
        out.put(child, |chunk| {
            let mut font = chunk.cid_font(child);
            font.subtype(if compact { CidFontType::Type0 } else { CidFontType::Type2 });
            font.base_font(Name(name.as_bytes())).system_info(IDENTITY).font_descriptor(descriptor);
            font.default_width(0.0);
            if !compact {
                font.cid_to_gid_map_predefined(Name(b"Identity"));
            }
            if !self.letters.is_empty() {
                font.widths().consecutive(1, self.letters.iter().map(|(_, width)| *width));
            }
        });
        let scale = 1_000.0 / f32::from(parsed.units_per_em());
        out.put(descriptor, |chunk| {
            let (bounds, scaled) = (parsed.global_bounding_box(), |units: i16| f32::from(units) * scale);
            let mut about = chunk.font_descriptor(descriptor);
            about.name(Name(name.as_bytes())).flags(FontFlags::SYMBOLIC).italic_angle(0.0).stem_v(80.0);
            about.bbox(Rect::new(
                scaled(bounds.x_min),
                scaled(bounds.y_min),
                scaled(bounds.x_max),
                scaled(bounds.y_max),
            ));
            about.ascent(scaled(parsed.ascender())).descent(scaled(parsed.descender()));
            about.cap_height(scaled(parsed.capital_height().unwrap_or_else(|| parsed.ascender())));
            if compact {
                about.font_file3(stream)
            } else {
                about.font_file2(stream)
            };
        });
        out.put(stream, |chunk| {
            let mut font = chunk.stream(stream, &data);
            font.filter(Filter::FlateDecode);
            if compact {
                font.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
            }
            font.finish();
        });
        let meanings = deflated(&self.meanings());
        out.put(meaning, |chunk| {
            chunk.stream(meaning, &meanings).filter(Filter::FlateDecode);
        });
    }

    /// What each glyph stands for: with it a paper can be searched, copied from and read aloud.
    fn meanings(&self) -> Vec<u8> {
        let mut map = UnicodeCmap::<u16>::new(Name(b"Custom"), IDENTITY);
        for (number, (letter, _)) in (1_u16..).zip(&self.letters) {
            map.pair(number, *letter);
        }
        map.finish().into_vec()
    }
}
