//! One page while it is being set.

use pdf_writer::{Content, Name, Ref, Str, types::ArtifactType};

use super::{embed::Used, fonts::Glyph};

/// A page while it is being set.
pub(super) struct Page {
    pub(super) number: Ref,
    pub(super) content: Content,
    /// The element that each piece of marked content belongs to, in the order of their numbers.
    pub(super) elements: Vec<Ref>,
    /// How far down the page is set, in points from its upper edge.
    pub(super) down: f32,
}

impl Page {
    pub(super) fn new(number: Ref, down: f32) -> Self {
        Self { number, content: Content::new(), elements: Vec::new(), down }
    }

    /// Begins what belongs to `element`; its number on this page.
    pub(super) fn begin(&mut self, tag: Name<'_>, element: Ref) -> i32 {
        let id = i32::try_from(self.elements.len()).expect("a page has few elements");
        self.elements.push(element);
        self.content.begin_marked_content_with_properties(tag).properties().identify(id);
        id
    }

    /// Begins what says nothing new, as the number of the page.
    pub(super) fn begin_artefact(&mut self) {
        let mut mark = self.content.begin_marked_content_with_properties(Name(b"Artifact"));
        mark.properties().artifact().kind(ArtifactType::Pagination);
    }

    /// Ends what was begun.
    pub(super) fn end(&mut self) {
        self.content.end_marked_content();
    }

    /// A fine line across the page.
    pub(super) fn rule(&mut self, (from, to): (f32, f32), y: f32, strong: bool) {
        let (width, gray) = if strong { (0.9, 0.1) } else { (0.4, 0.75) };
        self.content.begin_marked_content(Name(b"Artifact"));
        self.content.set_line_width(width).set_stroke_gray(gray);
        self.content.move_to(from, y).line_to(to, y).stroke();
        self.end();
    }
}

/// Sets glyphs from a place on, which is counted from the left and from the bottom.
pub(super) fn set(
    content: &mut Content,
    used: &mut [Used],
    glyphs: &[(char, Glyph)],
    (size, quiet): (f32, bool),
    (left, up): (f32, f32),
) {
    if glyphs.is_empty() {
        return;
    }
    let gray = if quiet { 0.29 } else { 0.09 };
    content.begin_text().set_fill_gray(gray).set_text_matrix([1.0, 0.0, 0.0, 1.0, left, up]);
    for run in glyphs.chunk_by(|a, b| a.1.face == b.1.face) {
        let face = run[0].1.face;
        let mut bytes = Vec::with_capacity(2 * run.len());
        for (letter, glyph) in run {
            bytes.extend_from_slice(&used[face].number(*letter, *glyph).to_be_bytes());
        }
        content.set_font(Name(&name(face)), size).show(Str(&bytes));
    }
    content.end_text();
}

/// What a font is called on a page.
pub(super) fn name(face: usize) -> [u8; 2] {
    [b'F', b'0' + u8::try_from(face).unwrap_or(0)]
}
