//! Statements and confirmations as files that people keep: values in, bytes out.
//!
//! Every format is written as it goes: what is above the lines, then line after line, then what is below. Whoever calls
//! sends each piece on, so a statement of ten years needs no more memory than one of a month. Nothing here reads a
//! database, and no word here is one that people read: those come in.

pub mod camt;
pub mod csv;
pub mod ofx;
pub mod pdf;
mod xml;

use jiff::civil::{Date, DateTime};
use model::Money;

/// What a statement says above its lines, for the formats that programs read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What names this statement among all, at most 35 characters (ISO 20022 `Max35Text`).
    pub id: String,
    /// The bank, as it calls itself.
    pub bank: String,
    /// The number of the account, without spaces.
    pub account: String,
    /// Whose account it is.
    pub holder: String,
    /// Whether it is an account to put money aside.
    pub savings: bool,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// When it was drawn up, in Coordinated Universal Time.
    pub made_at: DateTime,
    /// The language of its reader (BCP 47).
    pub language: String,
    /// How many lines follow.
    pub count: i64,
    /// The balance before the first line.
    pub opening: Money,
    /// The balance after the last line.
    pub closing: Money,
    /// Everything paid in.
    pub paid_in: Money,
    /// Everything paid out, above zero.
    pub paid_out: Money,
}

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The how-manieth line of its account: with the account it names the line, for ever.
    pub version: i64,
    /// The day, by the calendar of the bank.
    pub day: Date,
    /// When it was booked, in Coordinated Universal Time.
    pub booked_at: DateTime,
    /// The other party, or what the line is otherwise called.
    pub party: String,
    /// What kind of movement it was, in words.
    pub kind: String,
    /// The same as a code of the bank's own.
    pub code: &'static str,
    /// What it was for, in the payer's words; empty for nothing.
    pub reference: String,
    /// How much: above zero came in, below went out.
    pub amount: Money,
    /// The balance after it.
    pub balance: Money,
}
