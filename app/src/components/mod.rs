//! The design system, one part to a file.
//!
//! A part takes ready strings and gives HTML that is complete without a script. The look is in `style/`, by the
//! same names; what a part needs to be usable (labels, targets, the order of things) is here, once.

mod button;
mod card;
mod chart;
mod errors;
mod facts;
mod field;
mod frame;
mod html;
mod icon;
mod lines;
mod notice;

pub use button::{Button, LinkButton, Look};
pub use card::{Card, Empty};
pub use chart::months;
pub use errors::{ErrorSummary, Sentences};
pub use facts::{Fact, Facts};
pub use field::{Choice, Choices, Kind, Options, Select, TextField};
pub use frame::{Back, Frame, Place, SignedOutFrame, Step};
pub use html::Html;
pub use icon::{Icon, MARK, Picture};
pub use lines::LineWords;
pub use notice::{Notice, Tone};
