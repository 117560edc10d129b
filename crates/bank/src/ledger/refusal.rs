//! Why the ledger says no.

use model::ErrorCode;

use crate::{Error, StorageError};

/// A rule that a command would break. A refused command changes nothing and is not kept under its key: the
/// same request may succeed later, when there is money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The amount is not above zero.
    #[error("the amount is not above zero")]
    AmountNotPositive,
    /// Both sides are the same account.
    #[error("both sides are the same account")]
    SameAccount,
    /// An account, hold or transfer that is named is not there.
    #[error("what is named is not there")]
    Unknown,
    /// The account that should pay is not open.
    #[error("the account is not open to pay")]
    DebitNotOpen,
    /// The account that should be paid cannot take money.
    #[error("the account cannot take money")]
    CreditNotOpen,
    /// The currencies of the order and the accounts differ.
    #[error("the currencies differ")]
    CurrencyDiffers,
    /// `balance - held` would fall below what the account may.
    #[error("not enough to spend")]
    InsufficientFunds,
    /// More than one payment may be.
    #[error("over the limit of one payment")]
    OverPaymentLimit,
    /// More than the payments of one day may be.
    #[error("over the limit of the day")]
    OverDailyLimit,
    /// More than somebody new may be paid in the first 24 hours.
    #[error("over the limit of the first day with somebody new")]
    OverNewPayeeLimit,
    /// The hold was closed before, or is not of this account.
    #[error("the hold is not open")]
    HoldNotOpen,
    /// More than was set aside.
    #[error("more than was set aside")]
    MoreThanHeld,
    /// The transfer was put right before, or is itself a reversal.
    #[error("cannot be reversed")]
    NotReversible,
    /// A number would not fit.
    #[error("a number would not fit")]
    Overflow,
    /// The rows do not fit together: something is wrong with the books, not with the command.
    #[error("the rows do not fit together")]
    Inconsistent,
}

impl Refusal {
    /// What people read of it.
    #[must_use]
    pub const fn code(self) -> ErrorCode {
        match self {
            Self::AmountNotPositive => ErrorCode::AmountNotPositive,
            Self::SameAccount => ErrorCode::SameAccount,
            Self::DebitNotOpen => ErrorCode::AccountNotOpen,
            Self::CreditNotOpen => ErrorCode::PayeeNotOpen,
            Self::CurrencyDiffers => ErrorCode::CurrencyDiffers,
            Self::InsufficientFunds | Self::MoreThanHeld => ErrorCode::InsufficientFunds,
            Self::OverPaymentLimit => ErrorCode::OverPaymentLimit,
            Self::OverDailyLimit => ErrorCode::OverDailyLimit,
            Self::OverNewPayeeLimit => ErrorCode::OverNewPayeeLimit,
            Self::Unknown | Self::HoldNotOpen | Self::NotReversible => ErrorCode::NotFound,
            Self::Overflow => ErrorCode::AmountTooLarge,
            Self::Inconsistent => ErrorCode::Fault,
        }
    }
}

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// A rule says no.
    #[error("refused")]
    Refused(#[from] Refusal),
    /// The key was used before, for something else.
    #[error("the key was used for another request")]
    KeyReused,
    /// The same key is still being worked on elsewhere, after two seconds of waiting.
    #[error("the same request is in flight")]
    InFlight,
    /// More waits than the ledger takes: nothing was begun, try again shortly.
    #[error("the ledger is busy")]
    Busy,
    /// The database did not answer. The command may or may not have been carried out: its key will tell.
    #[error("the ledger is unavailable")]
    Unavailable(#[from] StorageError),
}

impl From<LedgerError> for Error {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Refused(refusal) => Self::Refused(refusal.code()),
            LedgerError::KeyReused => Self::Refused(ErrorCode::KeyReused),
            LedgerError::InFlight => Self::Refused(ErrorCode::InFlight),
            LedgerError::Busy => Self::Refused(ErrorCode::Busy),
            LedgerError::Unavailable(error) => Self::Unavailable(error),
        }
    }
}
