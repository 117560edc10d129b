//! Tables: a name for each row and column, figures at the end of their columns. Where the columns have no room beside
//! one another, each row is a small list with the names of its columns.

use leptos::prelude::*;
use model::{Currency, Money};

use super::{Example, Part};
use crate::{context, words::Words};

/// Which way a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// The least first.
    Up,
    /// The most first.
    Down,
}

/// A column.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Its name.
    pub label: String,
    /// Whether it holds figures.
    pub figures: bool,
    /// The address of the same table sorted by it; the other way round where it is sorted by it already.
    pub sort: Option<String>,
    /// Whether the table is sorted by it.
    pub sorted: Option<Sorted>,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(label: &str) -> Self {
        Self { label: label.to_owned(), ..Self::default() }
    }

    /// A column of figures.
    #[must_use]
    pub fn figures(label: &str) -> Self {
        Self { figures: true, ..Self::words(label) }
    }

    /// The same column, by which the table can be sorted.
    #[must_use]
    pub fn sortable(self, href: &str, sorted: Option<Sorted>) -> Self {
        Self { sort: Some(href.to_owned()), sorted, ..self }
    }
}

/// What stands in a row under a column.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Words or figures.
    Text(String),
    /// What is typed letter by letter, the same in every language.
    Code(String),
    /// Words, and quieter ones below them; empty for none.
    Told(String, String),
}

/// A table.
#[component]
pub fn Table(
    /// What it is about, for those who hear it.
    #[prop(into)]
    caption: String,
    /// The columns; the first is the name of the row.
    columns: Vec<Column>,
    /// The rows, each with as many cells as there are columns.
    rows: Vec<Vec<Cell>>,
) -> impl IntoView {
    let named: Vec<_> = columns.iter().map(|column| (column.label.clone(), column.figures)).collect();
    let heads = columns.into_iter().map(head).collect_view();
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(&named).enumerate();
        let cells = cells.map(|(at, (cell, (label, figures)))| body(at == 0, cell, label.clone(), *figures));
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="tabular">
            <table>
                <caption class="unseen">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn class(figures: bool) -> Option<&'static str> {
    figures.then_some("figures")
}

fn head(column: Column) -> impl IntoView {
    let sort = match column.sorted {
        Some(Sorted::Up) => Some("ascending"),
        Some(Sorted::Down) => Some("descending"),
        None => None,
    };
    let label = match column.sort {
        Some(href) => {
            let by = context::words().say("table-sort");
            view! { <a href=href><span class="unseen">{by}</span>{column.label}</a> }.into_any()
        }
        None => column.label.into_any(),
    };
    view! { <th scope="col" class=class(column.figures) aria-sort=sort>{label}</th> }
}

fn body(first: bool, cell: Cell, label: String, figures: bool) -> AnyView {
    let cell = match cell {
        // An empty text would be written as a space, and style knows only what is really empty.
        Cell::Text(text) if text.is_empty() => ().into_any(),
        Cell::Text(text) => text.into_any(),
        Cell::Code(text) => view! { <code translate="no">{text}</code> }.into_any(),
        Cell::Told(text, below) if below.is_empty() => text.into_any(),
        Cell::Told(text, below) => view! { <span>{text}<br/><span class="quiet">{below}</span></span> }.into_any(),
    };
    if first {
        return view! { <th scope="row">{cell}</th> }.into_any();
    }
    view! { <td class=class(figures) data-label=label>{cell}</td> }.into_any()
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-table",
    about: "part-table-about",
    examples: &[Example::new("example-plain", plain), Example::new("example-sorted", sorted)],
};

fn spending(words: Words) -> Vec<Vec<Cell>> {
    let row = |(category, lines, minor): (&'static str, &str, i64)| {
        let amount = words.money(Money::new(minor, Currency::Gbp));
        vec![Cell::Text(words.say(category).to_owned()), Cell::Text(lines.to_owned()), Cell::Text(amount)]
    };
    [("category-home", "4", 61_240), ("category-groceries", "11", 14_805), ("category-transport", "9", 9_620)]
        .map(row)
        .into()
}

fn columns(words: Words) -> [Column; 3] {
    [
        Column::words(words.say("fact-category")),
        Column::figures(words.say("example-lines")),
        Column::figures(words.say("chart-out")),
    ]
}

fn plain(words: Words) -> AnyView {
    let columns = columns(words).into();
    view! { <Table caption=words.say("example-spending") columns=columns rows=spending(words)/> }.into_any()
}

fn sorted(words: Words) -> AnyView {
    let [category, lines, out] = columns(words);
    let columns = vec![
        category.sortable("#main", None),
        lines.sortable("#main", None),
        out.sortable("#main", Some(Sorted::Down)),
    ];
    view! { <Table caption=words.say("example-sorted") columns=columns rows=spending(words)/> }.into_any()
}
