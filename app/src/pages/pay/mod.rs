//! Paying somebody: amount, payee, check, approve, receipt; at once, or on days to come. Each step is a page of its own, and what was typed is
//! kept on the server from the first press.

pub(in crate::pages) mod abroad;
mod actions;
mod amount;
mod approve;
mod begin;
mod code;
mod elsewhere;
mod found;
mod known;
mod payee;
mod people;
mod purpose;
mod receipt;
mod requests;
mod review;
mod scheduled;
mod steps;
mod waiting;
mod when;

pub use actions::{Approve, DeletePayment, SetAmount, SetPayee, SetPurpose, SetWhen, StartPayment};
pub use amount::AmountPage;
pub use approve::ApprovePage;
pub use begin::{PayPage, StartButton, Unfinished};
pub use known::KnownPayees;
pub use payee::PayeePage;
pub use people::{ChoosePayee, ListPayee, PeoplePage, PersonPage as PayeePersonPage, SetFavourite, SetNickname};
pub use purpose::PurposePage;
pub use receipt::{ReceiptPage, receipt_facts};
pub use requests::{Answer, Ask, AskPage, AskedPage, CallOffRequest, RequestPage, RequestsPage};
pub use review::ReviewPage;
pub use scheduled::{
    ApprovePlanAmountPage, ApproveScheduleAmount, ChangeSchedule, PlanAmountPage, SchedulePage, SchedulesPage,
    SetScheduleAmount,
};
pub use waiting::{CallOffPayment, WaitingPayments};
pub(super) use waiting::{waiting, why};
pub use when::WhenPage;

/// The page that checks the payment `id`, or leads to the step that is missing.
pub(super) fn review_of(id: model::PaymentId) -> String {
    steps::Step::Review.of(id)
}
