//! How a page is arranged, as data that a designer writes.
//!
//! A layout says in which order the parts of a page come, where they stand and how close their lines are; nothing else
//! can be said. There is no HTML, no class, no address and no free text in it, and no part can be left out. What must be
//! there whatever happens is not in it at all: the heading, warnings, the balance with the main action, help, the way
//! out.

mod address;
mod arrangement;
mod kinds;
mod places;
mod read;
mod vocabulary;

pub use address::Address;
pub use arrangement::{Arrangement, Layout};
pub use kinds::{AccountKind, ChatKind, HomeKind, Kind, Page, PayStartKind};
pub use places::{Difference, Part, Placed, Size, choices, chosen, contested, differences, field};
pub use read::LONGEST_BYTES;
pub use vocabulary::{Density, Large, Lines, Section, Standard};

/// The name of the arrangement that each page has where nothing else is said. Nothing takes its place.
pub const CONTROL: &str = "control";

/// The JSON Schema (draft 2020-12) of a layout, for editors that complete what is typed.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Layout).to_value()
}
