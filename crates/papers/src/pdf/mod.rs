//! Papers as PDF: tagged, so that they can be read aloud, searched and reflowed (ISO 32000-1 section 14.8), and written
//! page by page.
//!
//! What stands on a page belongs to an element of the structure: a heading, a paragraph, a cell of a table. What is on
//! every page and says nothing new (its number, the head of a table that goes on) is marked as an artefact and is not
//! read out again.

mod embed;
mod ending;
mod fonts;
mod out;
mod page;
mod press;
mod sheet;
mod text;

pub use fonts::{FontFile, Fonts, NoFont};
pub use sheet::{Align, Cell, Column, Sheet};

/// How large a paper is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As letters are.
    Standard,
    /// For eyes that are tired: nothing below 16 points, on a page that lies on its side.
    Large,
}

/// What a paper says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What it is called.
    pub title: String,
    /// Who it is from.
    pub author: String,
    /// The language it is in (BCP 47).
    pub language: String,
    /// What stands at the foot of each page, before the number of the page.
    pub foot: String,
    /// What stands before the number of the page, between it and how many there are, and behind.
    pub page: [String; 3],
}

/// The measures of a page, in points.
#[derive(Debug, Clone, Copy)]
struct Measures {
    width: f32,
    height: f32,
    margin: f32,
    text: f32,
    small: f32,
    title: f32,
    heading: f32,
    gap: f32,
}

impl Measures {
    const fn of(size: Size) -> Self {
        match size {
            Size::Standard => Self {
                width: 595.0,
                height: 842.0,
                margin: 45.0,
                text: 9.5,
                small: 8.5,
                title: 20.0,
                heading: 12.0,
                gap: 10.0,
            },
            Size::Large => Self {
                width: 842.0,
                height: 595.0,
                margin: 42.0,
                text: 17.0,
                small: 16.0,
                title: 27.0,
                heading: 20.0,
                gap: 14.0,
            },
        }
    }
}

/// How far lines are apart, for each point of their size.
const LEADING: f32 = 1.38;
