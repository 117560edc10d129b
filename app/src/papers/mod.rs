//! Papers that people keep: what is said in them, in their reader's words, and how they become a file.
//!
//! The files themselves are written by the crate `papers`, piece by piece, while the lines are read: no file is ever in
//! memory as a whole, and no reader of the database is held while a slow line takes its time.

mod confirmation;
mod interest;
mod labels;
mod layout;
mod read;
mod statement;
mod writing;

use std::collections::BTreeSet;

use bank::Error;
use futures::{future::BoxFuture, stream::BoxStream};
use papers::pdf::Fonts;

pub use confirmation::confirmation;
pub use interest::interest;
pub use labels::{interest_facts, interest_title, period, statement_title};
pub(crate) use layout::row;
pub use read::Reader;
pub(crate) use statement::said;
pub use statement::statement;

model::coded! {
    /// What kind of file a statement is wanted as.
    Format {
        /// To print, to send, to keep.
        Pdf = "pdf",
        /// The same in large print.
        LargePdf = "large-pdf",
        /// For a spreadsheet.
        Csv = "csv",
        /// For programs that keep the books of a household.
        Ofx = "ofx",
        /// For programs that keep the books of a business.
        Camt053 = "camt053",
    }
}

impl Format {
    /// What kind of content it is (RFC 9110 section 8.3).
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Pdf | Self::LargePdf => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Ofx => "application/x-ofx",
            Self::Camt053 => "application/xml",
        }
    }

    /// What the name of such a file ends with.
    const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => ".pdf",
            Self::LargePdf => "-large.pdf",
            Self::Csv => ".csv",
            Self::Ofx => ".ofx",
            Self::Camt053 => ".camt053.xml",
        }
    }

    /// Whether it is set in letters, for which fonts are needed.
    const fn is_set(self) -> bool {
        matches!(self, Self::Pdf | Self::LargePdf)
    }
}

/// A file for somebody to keep.
pub struct File {
    /// What it is called: nothing in it is about a person.
    pub name: String,
    /// What kind of content it is.
    pub content_type: &'static str,
    /// What is in it, piece by piece.
    pub pieces: BoxStream<'static, Result<Vec<u8>, Error>>,
}

/// Where a file comes from that was asked for.
pub enum Made {
    /// It is being made.
    File(File),
    /// It cannot be made here: there is no font for some of its letters.
    NoLetters,
}

/// The fonts of this server: those for some letters, or `None` where it has no font for one of them.
pub type Letters<'a> = &'a (dyn Fn(BTreeSet<char>) -> BoxFuture<'static, Option<Fonts>> + Sync);
