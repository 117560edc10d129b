//! A conversation: from what was understood to what is done next.
//!
//! [`step`] is a function of what was before, what is said and what is known of the person. It collects what an intent
//! needs, hears corrections, comes back after a digression, and fetches a person when it fails twice. It prepares and
//! never performs; whatever moves money is looked at and approved on the pages where it always is.

mod finish;
mod gather;
mod pair;
mod phrases;
mod state;
mod step;
mod talk;
mod turn;

pub use state::Dialogue;
pub use step::{Press, Said, step};
pub use talk::sure;
pub use turn::{Action, Choice, Heard, Note, Payment, Question, Slot, Turn, Who, Why, Wrong};
