//! The shared type layer.
//!
//! One definition of money, ids, dates, forms and error codes, used by the islands in the browser, by the
//! server functions and by the axum handlers. Nothing here does I/O, reads a clock or knows a
//! locale, so it stays small in WebAssembly and gives the same verdict wherever it runs.

pub mod abroad;
pub mod account_number;
pub mod alias;
pub mod amount;
pub mod bic;
mod coded;
pub mod currency;
pub mod epc;
pub mod errors;
pub mod forms;
pub mod iban;
pub mod id;
pub mod money;
mod number_style;
pub mod payee_code;
mod payee_number;
pub mod preferences;
mod rate;
pub mod text;
pub mod time;

pub use abroad::{AbroadNumber, Cnaps, LocalNumber};
pub use account_number::AccountNumber;
pub use alias::{Alias, AliasWay};
pub use bic::Bic;
pub use currency::Currency;
pub use epc::EpcCode;
pub use errors::{ErrorCode, Problem, Problems};
pub use iban::Iban;
pub use id::{
    AccountId, ArrangementId, CallBackId, CardId, CardPaymentId, ChallengeId, ConversationId, CustomerId, DelegateId,
    FeedbackId, HoldId, MandateId, MissId, ModelId, PasskeyId, PaymentId, PowerId, RecoveryId, ReplyId, RequestId,
    ScheduleId, SessionKey, StaffId, TicketId, TransferId,
};
pub use money::Money;
pub use number_style::NumberStyle;
pub use payee_code::PayeeCode;
pub use payee_number::PayeeNumber;
pub use preferences::{Contrast, DataUse, Language, Preferences, Shortcuts, TextSize, Theme};
pub use rate::{NotARate, Rate};
pub use time::Timestamp;
