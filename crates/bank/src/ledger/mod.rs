//! The ledger: what may happen to money, decided in one place.
//!
//! A [`Command`] is decided against a [`Book`] (the rows it touches, as they are now). [`Book::decide`] either
//! refuses it, leaving the book as it was, or changes the book and gives the [`Effects`] to be written. It
//! does no I/O: storage loads the book, calls it for every command of a group, writes all effects, commits,
//! and only then answers anybody. The model is `TigerBeetle`'s: one transfer row holds both sides.

mod account;
mod book;
mod command;
mod effects;
mod month_end;
mod refusal;
mod rows;
mod verify;

pub use account::{LedgerAccount, OpenHold, PastTransfer, UNLIMITED};
pub use book::Book;
pub use command::{
    Action, Actor, Command, HoldOrder, IdempotencyKey, Limited, Line, OutboxEvent, SentBack, TransferOrder,
};
pub use effects::{Effects, Posting, Receipt, TransferRow};
pub use month_end::{MonthEnd, Months};
pub use refusal::{LedgerError, Refusal};
pub use verify::{Breach, VerifyReport};
