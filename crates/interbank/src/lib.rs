//! What banks say to one another about payments, as messages of ISO 20022: values in, bytes out, and back. And a bank that
//! is not one, to try them with.
//!
//! A message is read against its [`structure`]: the elements that the profile knows, in their order, as often as they may
//! be. Whatever else is in one is not understood, and what is not understood is never half applied.

mod account;
mod answers;
mod order;
mod other_side;
mod structure;
mod xml;

pub use answers::{back, read, status};
pub use order::{Exchanged, Payer, PaymentOrder, initiation, read_initiation};
pub use other_side::{HOLDERS, Heard, Manner, Message, OtherSide, holder_of, in_utc, sample};

/// Bytes that are not the message they should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotUnderstood {
    /// Not XML, or more of it than any message has.
    #[error("not a document")]
    NotADocument,
    /// Another document.
    #[error("not the message {0}")]
    AnotherMessage(&'static str),
    /// An element is missing, too many, in another place, or not known.
    #[error("an element does not belong where it is")]
    Structure,
    /// An element holds what it cannot.
    #[error("{0} holds what it cannot")]
    Content(&'static str),
    /// It says that it knew of the payment, and not what has become of it.
    #[error("it knew of the payment, and does not say what has become of it")]
    Duplicate,
}
