//! What came in and went out.

use jiff::civil::Date;
use model::{
    AccountId, Currency, Money, Timestamp, TransferId,
    forms::{Direction, HistoryKind},
};

use super::{Category, HeldAmount};

/// Where a page of history begins. Pages are found by the version of a line, never by counting lines from the
/// start, so the last page of a hundred thousand lines is as fast as the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cursor {
    /// The newest lines.
    Newest,
    /// The lines just older than the line with this version.
    OlderThan(i64),
    /// The lines just newer than the line with this version.
    NewerThan(i64),
}

/// Which lines of a history to read. Every bound that is set must be met.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HistoryQuery {
    /// Booked at or after.
    pub from: Option<Timestamp>,
    /// Booked before.
    pub before: Option<Timestamp>,
    /// Only this kind.
    pub kind: Option<HistoryKind>,
    /// Only in, or only out.
    pub direction: Option<Direction>,
    /// At least this many minor units, without sign.
    pub min_minor: Option<i64>,
    /// At most this many minor units, without sign.
    pub max_minor: Option<i64>,
    /// In the party's name or the reference, whatever the case; empty for any.
    pub text: String,
    /// Or exactly this many minor units, without sign.
    pub text_minor: Option<i64>,
    /// Whether to add up everything that fits, whatever page it is on.
    pub totals: bool,
    /// Where the page begins.
    pub cursor: Cursor,
    /// How many lines a page holds.
    pub limit: u32,
}

/// One page of history, newest line first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The lines.
    pub lines: Vec<Transaction>,
    /// Whether there are older lines than the last here.
    pub has_older: bool,
    /// Whether there are newer lines than the first here.
    pub has_newer: bool,
    /// Everything that fits, on whatever page, where that was asked for.
    pub totals: Option<Totals>,
}

/// Lines added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// How many there are.
    pub lines: i64,
    /// Everything paid in.
    pub paid_in: Money,
    /// Everything paid out, above zero.
    pub paid_out: Money,
}

/// One line of an account's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// Whose line.
    pub account: AccountId,
    /// The how-manieth line of the account, from 1. With the account it names the line.
    pub version: i64,
    /// When it was booked.
    pub booked_at: Timestamp,
    /// How much: above zero came in, below went out.
    pub amount: Money,
    /// The balance after it.
    pub balance_after: Money,
    /// What kind of movement.
    pub kind: HistoryKind,
    /// What the money was for.
    pub category: Category,
    /// The other party.
    pub party: String,
    /// What it was for, in the payer's words.
    pub reference: String,
    /// The account on the other side, where it is the reader's own as well: then no other party was paid.
    pub own: Option<AccountId>,
}

impl Transaction {
    /// Whether it is what its reader was paid or has spent: neither moved between their own accounts, nor only back where
    /// it was.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.own.is_none() && self.kind != HistoryKind::Reversal
    }
}

/// Everything known about one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransactionDetail {
    /// The line itself.
    pub line: Transaction,
    /// The transfer that it is a side of.
    pub transfer: TransferId,
    /// What was paid before it was exchanged.
    pub original: Option<Money>,
    /// The payment it belongs to, where this customer made one here.
    pub payment: Option<model::PaymentId>,
    /// Whether it puts an earlier movement right.
    pub reverses: bool,
    /// Whether a later movement put it right.
    pub reversed: bool,
}

/// What came in and went out in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthTotal {
    /// The first day of the month.
    pub month: Date,
    /// Everything paid in.
    pub paid_in: Money,
    /// Everything paid out, above zero.
    pub paid_out: Money,
}

/// What an account had ever taken in, and its balance, just before a moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The balance, in minor units.
    pub balance: i64,
    /// Everything ever paid in, in minor units.
    pub paid_in: i64,
}

impl MonthTotal {
    /// The totals of the months that begin on `months`, from the standings at each beginning and one at the end.
    ///
    /// What went out is what came in less the change of the balance, so two look-ups give a month however
    /// many lines it has.
    ///
    /// # Panics
    /// Where there is not one standing more than there are months.
    #[must_use]
    pub fn between(months: &[Date], standings: &[Standing], currency: Currency) -> Vec<Self> {
        assert!(standings.len() == months.len() + 1, "each month needs a standing at both of its ends");
        let total = |(month, pair): (&Date, &[Standing])| {
            let paid_in = pair[1].paid_in - pair[0].paid_in;
            let paid_out = paid_in - (pair[1].balance - pair[0].balance);
            Self { month: *month, paid_in: Money::new(paid_in, currency), paid_out: Money::new(paid_out, currency) }
        };
        months.iter().zip(standings.windows(2)).map(total).collect()
    }
}

/// What storage reads for the first page of an account in one go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FirstPage {
    /// The newest lines.
    pub history: History,
    /// The standing just before each of the moments asked for.
    pub standings: Vec<Standing>,
    /// What is set aside now.
    pub holds: Vec<HeldAmount>,
}
