//! What sets lines on pages and writes pages into the file.

use pdf_writer::{
    Content, Filter, Name, Rect, Ref,
    types::{StructRole, TabOrder, TableHeaderScope},
};

use super::{
    About, LEADING, Measures, Size,
    embed::Used,
    fonts::{Fonts, Known},
    out::{Out, deflated},
    page::{Page, set},
};

/// The name of what says how many pages there are: it is drawn on every page, and known at the end.
pub(super) const TOTAL: Name<'static> = Name(b"Total");

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) strong: bool,
    pub(super) quiet: bool,
}

impl Look {
    /// How far the next line is below, in points.
    pub(super) fn leading(self) -> f32 {
        self.size * LEADING
    }
}

/// A line of text and its place: from the left, and how far its feet are below the upper edge of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) look: Look,
    pub(super) left: f32,
    pub(super) feet: f32,
}

/// What sets lines on pages and writes pages into the file.
pub(super) struct Press {
    pub(super) fonts: Fonts,
    known: Known,
    pub(super) used: Vec<Used>,
    pub(super) out: Out,
    pub(super) about: About,
    pub(super) measures: Measures,
    /// The number of the tree of pages.
    pub(super) tree: Ref,
    /// The number of what all pages share.
    pub(super) resources: Ref,
    pub(super) pages: Vec<Ref>,
    /// For each page the list of the elements on it.
    pub(super) parents: Vec<Ref>,
    page: Option<Page>,
}

impl Press {
    /// Without a page yet.
    pub(super) fn new(fonts: Fonts, about: About, size: Size) -> Self {
        let mut out = Out::new();
        let used = fonts.faces().iter().map(|_| Used::new(out.number())).collect();
        let (tree, resources) = (out.number(), out.number());
        Self {
            fonts,
            known: Known::default(),
            used,
            out,
            about,
            measures: Measures::of(size),
            tree,
            resources,
            pages: Vec::new(),
            parents: Vec::new(),
            page: None,
        }
    }

    /// How wide `text` is, in points.
    pub(super) fn width(&mut self, text: &str, look: Look) -> f32 {
        self.known.width(&self.fonts, text, look.strong) * look.size
    }

    /// `text` in lines that are not wider than `width`.
    pub(super) fn wrapped(&mut self, text: &str, look: Look, width: f32) -> Vec<String> {
        super::text::wrapped(text, width, |text| self.known.width(&self.fonts, text, look.strong) * look.size)
    }

    /// How far down the page is set; `None` where none was begun.
    pub(super) fn down(&self) -> Option<f32> {
        self.page.as_ref().map(|page| page.down)
    }

    /// Goes on below.
    pub(super) fn go_down(&mut self, by: f32) {
        if let Some(page) = &mut self.page {
            page.down += by;
        }
    }

    /// Whether something as high as `height` stands on the page that was begun.
    pub(super) fn has_room(&self, height: f32) -> bool {
        // The foot of the page stands in the margin.
        let end = self.measures.height - self.measures.margin - self.measures.small * 1.5;
        self.down().is_some_and(|down| down + height <= end)
    }

    /// Ends the page, if one was begun, and begins the next.
    pub(super) fn turn(&mut self) {
        self.end_page();
        let number = self.out.number();
        self.pages.push(number);
        self.page = Some(Page::new(number, self.measures.margin));
    }

    /// Sets lines that belong to an element of the structure, and writes the element. There must be a page.
    pub(super) fn element(
        &mut self,
        (element, parent): (Ref, Ref),
        role: StructRole,
        scope: Option<TableHeaderScope>,
        lines: &[Line],
    ) {
        let page = self.page.as_mut().expect("a page was begun");
        let (id, on) = (page.begin(role.to_name(), element), page.number);
        self.set(lines);
        self.page.as_mut().expect("the same page").end();
        self.out.put(element, |chunk| {
            let mut written = chunk.struct_element(element);
            written.kind(role).parent(parent).page(on);
            written.children().marked_content_id(id);
            if let Some(scope) = scope {
                written.attributes().push().table().scope(scope);
            }
        });
    }

    /// Sets lines that say nothing new.
    pub(super) fn artefact(&mut self, lines: &[Line]) {
        self.page.as_mut().expect("a page was begun").begin_artefact();
        self.set(lines);
        self.page.as_mut().expect("the same page").end();
    }

    /// A fine line from edge to edge.
    pub(super) fn rule(&mut self, down: f32, strong: bool) {
        let (margin, up) = (self.measures.margin, self.measures.height - down);
        if let Some(page) = &mut self.page {
            page.rule((margin, self.measures.width - margin), up, strong);
        }
    }

    fn set(&mut self, lines: &[Line]) {
        let page = self.page.as_mut().expect("a page was begun");
        for (nth, line) in lines.iter().enumerate() {
            // Whoever has it read out hears where a line ends.
            let text = if nth + 1 < lines.len() { format!("{} ", line.text) } else { line.text.clone() };
            let glyphs = self.known.glyphs(&self.fonts, &text, line.look.strong);
            let at = (line.left, self.measures.height - line.feet);
            set(&mut page.content, &mut self.used, &glyphs, (line.look.size, line.look.quiet), at);
        }
    }

    /// Writes the page that was begun into the file, with its foot.
    pub(super) fn end_page(&mut self) {
        if self.page.is_none() {
            return;
        }
        self.foot();
        let Some(Page { number, content, elements, .. }) = self.page.take() else { return };
        let (stream, list) = (self.out.number(), self.out.number());
        let content = deflated(content.finish().as_slice());
        self.out.put(stream, |chunk| {
            chunk.stream(stream, &content).filter(Filter::FlateDecode);
        });
        let nth = i32::try_from(self.parents.len()).expect("a paper has fewer pages");
        let (tree, resources, measures) = (self.tree, self.resources, self.measures);
        self.out.put(number, |chunk| {
            let mut page = chunk.page(number);
            page.parent(tree).media_box(Rect::new(0.0, 0.0, measures.width, measures.height));
            page.contents(stream).struct_parents(nth).tab_order(TabOrder::StructureOrder);
            page.pair(Name(b"Resources"), resources);
        });
        self.out.put(list, |chunk| {
            chunk.indirect(list).array().items(elements);
        });
        self.parents.push(list);
    }

    /// What the paper is called, and the number of the page.
    fn foot(&mut self) {
        let look = Look { size: self.measures.small, strong: false, quiet: true };
        let feet = self.measures.height - self.measures.margin + self.measures.small * 0.5;
        let [before, between, _] = self.about.page.clone();
        let said = format!("{before}{}{between}", self.pages.len());
        // Room for what is drawn at the end: how many pages there are.
        let room = self.total_width(look);
        let right = self.measures.width - self.measures.margin - room;
        let left = right - self.width(&said, look);
        let width = left - self.measures.margin - look.size;
        let foot = self.about.foot.clone();
        let foot = self.wrapped(&foot, look, width).swap_remove(0);
        let line = |text, left| Line { text, look, left, feet };
        self.page.as_mut().expect("a page was begun").begin_artefact();
        self.set(&[line(foot, self.measures.margin), line(said, left)]);
        let up = self.measures.height - feet;
        let page = self.page.as_mut().expect("the same page");
        page.content.save_state().transform([1.0, 0.0, 0.0, 1.0, right, up]).x_object(TOTAL).restore_state();
        page.end();
    }

    fn total_width(&mut self, look: Look) -> f32 {
        let [.., behind] = self.about.page.clone();
        self.width(&format!("0000{behind}"), look)
    }

    /// Draws how many pages there are, for all of them to show.
    pub(super) fn total(&mut self, number: Ref) {
        let look = Look { size: self.measures.small, strong: false, quiet: true };
        let width = self.total_width(look);
        let said = format!("{}{}", self.pages.len(), self.about.page[2]);
        let glyphs = self.known.glyphs(&self.fonts, &said, look.strong);
        let mut content = Content::new();
        set(&mut content, &mut self.used, &glyphs, (look.size, look.quiet), (0.0, 0.0));
        let (content, resources) = (deflated(content.finish().as_slice()), self.resources);
        self.out.put(number, |chunk| {
            let mut form = chunk.form_xobject(number, &content);
            form.bbox(Rect::new(0.0, -look.size, width, look.size * 1.5)).filter(Filter::FlateDecode);
            form.pair(Name(b"Resources"), resources);
        });
    }
}
