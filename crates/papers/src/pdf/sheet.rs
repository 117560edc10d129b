//! A paper while it is being written: headings, sentences, facts, and one table.

use pdf_writer::{
    Ref,
    types::{StructRole, TableHeaderScope},
};

use super::{
    About, Size, ending,
    fonts::Fonts,
    press::{Line, Look, Press},
};

/// At which side of its column something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where lines begin.
    Start,
    /// Where figures end.
    End,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name; empty for none.
    pub label: String,
    /// At which side its cells stand.
    pub align: Align,
    /// What the column must have room for. Empty for the one column that has the rest of the page.
    pub widest: Vec<String>,
}

/// What stands in a cell: a line, and a smaller one below it; empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The line.
    pub text: String,
    /// The smaller one below.
    pub below: String,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, below: String::new() }
    }
}

/// The table that is being written.
struct Table {
    columns: Vec<Column>,
    /// Where each column begins and ends, from the left.
    edges: Vec<(f32, f32)>,
    number: Ref,
    head: Option<Ref>,
    body: Ref,
    rows: Vec<Ref>,
}

/// A row in lines that fit: for each cell its lines, with their look.
type Fitted = Vec<Vec<(String, Look)>>;

/// A paper while it is being written.
pub struct Sheet {
    press: Press,
    document: Ref,
    children: Vec<Ref>,
    table: Option<Table>,
}

impl Sheet {
    /// A paper on which nothing stands yet.
    #[must_use]
    pub fn new(fonts: Fonts, about: About, size: Size) -> Self {
        let mut press = Press::new(fonts, about, size);
        let document = press.out.number();
        Self { press, document, children: Vec::new(), table: None }
    }

    /// What it is about, in large letters.
    pub fn title(&mut self, text: &str) {
        let look = Look { size: self.press.measures.title, strong: true, quiet: false };
        self.block(StructRole::H1, text, look);
    }

    /// The heading of a part.
    pub fn heading(&mut self, text: &str) {
        self.press.go_down(self.press.measures.gap * 0.6);
        let look = Look { size: self.press.measures.heading, strong: true, quiet: false };
        self.block(StructRole::H2, text, look);
    }

    /// A sentence, or a few.
    pub fn paragraph(&mut self, text: &str) {
        let look = Look { size: self.press.measures.text, strong: false, quiet: true };
        self.block(StructRole::P, text, look);
    }

    /// Questions and their answers, one under the other.
    pub fn facts(&mut self, facts: &[(String, String)]) {
        let widest = facts.iter().map(|(term, _)| term.clone()).collect();
        let column = |widest| Column { label: String::new(), align: Align::Start, widest };
        self.begin_table(vec![column(widest), column(Vec::new())]);
        for (term, value) in facts {
            self.row(&[Cell::from(term.clone()), Cell::from(value.clone())]);
        }
        self.end_table();
    }

    /// Begins a table. Where its columns have names, they stand above them on every page.
    pub fn begin_table(&mut self, columns: Vec<Column>) {
        let (number, body) = (self.press.out.number(), self.press.out.number());
        self.children.push(number);
        self.press.go_down(self.press.measures.gap * 0.5);
        let edges = self.edges(&columns);
        let mut table = Table { columns, edges, number, head: None, body, rows: Vec::new() };
        if table.columns.iter().any(|column| !column.label.is_empty()) {
            table.head = Some(self.head(&table));
        }
        self.table = Some(table);
    }

    /// A row of the table; its first cell is the name of the row.
    ///
    /// # Panics
    /// Where no table was begun, or it has another number of columns.
    pub fn row(&mut self, cells: &[Cell]) {
        let mut table = self.table.take().expect("a row stands in a table");
        assert_eq!(cells.len(), table.columns.len(), "a row has a cell for each column");
        let fitted = self.fitted(cells, &table, false);
        let height = height(&fitted);
        if !self.press.has_room(height + self.padding()) {
            self.press.turn();
            if table.head.is_some() {
                self.head_again(&table);
            }
        }
        let row = self.press.out.number();
        let kind = |at| if at == 0 { (StructRole::TH, Some(TableHeaderScope::Row)) } else { (StructRole::TD, None) };
        self.cells((row, table.body), &table, &fitted, kind);
        self.press.go_down(height + self.padding());
        let down = self.press.down().unwrap_or_default();
        self.press.rule(down - self.padding() * 0.4, false);
        table.rows.push(row);
        self.table = Some(table);
    }

    /// Ends the table.
    ///
    /// # Panics
    /// Where none was begun.
    pub fn end_table(&mut self) {
        let Table { number, head, body, rows, .. } = self.table.take().expect("a table was begun");
        let document = self.document;
        group(&mut self.press, (body, number), StructRole::TBody, rows);
        group(&mut self.press, (number, document), StructRole::Table, head.into_iter().chain([body]));
        self.press.go_down(self.press.measures.gap * 0.8);
    }

    /// What was written since the last time: whole objects of the file.
    pub fn take(&mut self) -> Vec<u8> {
        self.press.out.take()
    }

    /// Ends the paper; the rest of the file.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        if self.press.pages.is_empty() {
            self.press.turn();
        }
        self.press.end_page();
        ending::finish(self.press, self.document, self.children)
    }

    /// Text from one edge of the page to the other.
    fn block(&mut self, role: StructRole, text: &str, look: Look) {
        let measures = self.press.measures;
        let lines = self.press.wrapped(text, look, measures.width - 2.0 * measures.margin);
        let leading = look.leading();
        let height = lines.iter().map(|_| leading).sum();
        if !self.press.has_room(height) {
            self.press.turn();
        }
        let element = self.press.out.number();
        self.children.push(element);
        let lines = self.placed(lines.into_iter().map(|text| (text, look)), |_, _| measures.margin);
        self.press.element((element, self.document), role, None, &lines);
        self.press.go_down(height + measures.gap * 0.3);
    }

    /// The names of the columns, as an element of the structure; its number.
    fn head(&mut self, table: &Table) -> Ref {
        let fitted = self.fitted(&labels(table), table, true);
        // Not alone at the foot of a page: a row is to follow.
        if !self.press.has_room(4.0 * (height(&fitted) + self.padding())) {
            self.press.turn();
        }
        let (head, row) = (self.press.out.number(), self.press.out.number());
        self.cells((row, head), table, &fitted, |_| (StructRole::TH, Some(TableHeaderScope::Column)));
        self.below_head(&fitted);
        group(&mut self.press, (head, table.number), StructRole::THead, [row]);
        head
    }

    /// The same where the table goes on, not to be read out again.
    fn head_again(&mut self, table: &Table) {
        let fitted = self.fitted(&labels(table), table, true);
        for (at, lines) in fitted.iter().enumerate() {
            let lines = self.in_column(lines, table, at);
            self.press.artefact(&lines);
        }
        self.below_head(&fitted);
    }

    fn below_head(&mut self, fitted: &Fitted) {
        self.press.go_down(height(fitted) + self.padding());
        let down = self.press.down().unwrap_or_default();
        self.press.rule(down - self.padding() * 0.4, true);
    }

    /// Sets the cells of a row and writes their elements.
    fn cells(
        &mut self,
        (row, parent): (Ref, Ref),
        table: &Table,
        fitted: &Fitted,
        kind: impl Fn(usize) -> (StructRole, Option<TableHeaderScope>),
    ) {
        let mut cells = Vec::with_capacity(fitted.len());
        for (at, lines) in fitted.iter().enumerate() {
            let (cell, (role, scope)) = (self.press.out.number(), kind(at));
            let lines = self.in_column(lines, table, at);
            self.press.element((cell, row), role, scope, &lines);
            cells.push(cell);
        }
        group(&mut self.press, (row, parent), StructRole::TR, cells);
    }

    /// What stands in each cell, in lines as wide as its column.
    fn fitted(&mut self, cells: &[Cell], table: &Table, strong: bool) -> Fitted {
        let measures = self.press.measures;
        let text = Look { size: measures.text, strong, quiet: false };
        let below = Look { size: measures.small, strong: false, quiet: true };
        let mut fit = |(cell, (from, to)): (&Cell, &(f32, f32))| {
            let mut lines = Vec::new();
            for (words, look) in [(&cell.text, text), (&cell.below, below)] {
                if !words.is_empty() {
                    lines.extend(self.press.wrapped(words, look, to - from).into_iter().map(|line| (line, look)));
                }
            }
            lines
        };
        cells.iter().zip(&table.edges).map(&mut fit).collect()
    }

    /// The lines of a cell at their places.
    fn in_column(&mut self, lines: &[(String, Look)], table: &Table, at: usize) -> Vec<Line> {
        let ((from, to), align) = (table.edges[at], table.columns[at].align);
        self.placed(lines.iter().cloned(), |width, _| if align == Align::End { to - width } else { from })
    }

    /// Lines one under the other from where the page is set to; `left` says where a line of some width begins.
    fn placed(&mut self, lines: impl Iterator<Item = (String, Look)>, left: impl Fn(f32, Look) -> f32) -> Vec<Line> {
        let mut down = self.press.down().unwrap_or(self.press.measures.margin);
        let mut placed = Vec::new();
        for (text, look) in lines {
            let left = left(self.press.width(&text, look), look);
            placed.push(Line { text, look, left, feet: down + look.size });
            down += look.leading();
        }
        placed
    }

    /// Where each column begins and ends: as wide as what stands in it, and the rest for the one that takes it.
    fn edges(&mut self, columns: &[Column]) -> Vec<(f32, f32)> {
        let (measures, gap) = (self.press.measures, self.press.measures.gap);
        let look = Look { size: measures.text, strong: true, quiet: false };
        let mut widths = Vec::with_capacity(columns.len());
        for column in columns {
            let words = column.widest.iter().chain([&column.label]).filter(|_| !column.widest.is_empty());
            // A little more than the widest: rounding must not break a line.
            widths.push(words.map(|text| self.press.width(text, look) + 1.0).fold(0.0, f32::max));
        }
        let gaps = columns.iter().skip(1).map(|_| gap).sum::<f32>();
        let rest = measures.width - 2.0 * measures.margin - gaps - widths.iter().sum::<f32>();
        let mut from = measures.margin;
        let mut edge = |(column, width): (&Column, f32)| {
            let width = if column.widest.is_empty() { rest.max(measures.text * 6.0) } else { width };
            let edge = (from, from + width);
            from += width + gap;
            edge
        };
        columns.iter().zip(widths).map(&mut edge).collect()
    }

    fn padding(&self) -> f32 {
        self.press.measures.text * 0.5
    }
}

/// The names of the columns of a table, as a row.
fn labels(table: &Table) -> Vec<Cell> {
    table.columns.iter().map(|column| Cell::from(column.label.clone())).collect()
}

/// How high a row is: as its highest cell.
fn height(fitted: &Fitted) -> f32 {
    let cell = |lines: &Vec<(String, Look)>| lines.iter().map(|(_, look)| look.leading()).sum::<f32>();
    fitted.iter().map(cell).fold(0.0, f32::max)
}

/// Writes an element that holds others.
pub(super) fn group(
    press: &mut Press,
    (element, parent): (Ref, Ref),
    role: StructRole,
    children: impl IntoIterator<Item = Ref>,
) {
    press.out.put(element, |chunk| {
        let mut written = chunk.struct_element(element);
        written.kind(role).parent(parent);
        let mut list = written.children();
        for child in children {
            list.struct_element(child);
        }
    });
}
