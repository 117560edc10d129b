//! What is planned: all of it, each, and what is done with it.

mod actions;
mod amount;
mod list;
mod one;

use model::ScheduleId;

pub use actions::{ApproveScheduleAmount, ChangeSchedule, SetScheduleAmount};
pub use amount::{ApprovePlanAmountPage, PlanAmountPage};
pub use list::SchedulesPage;
pub use one::SchedulePage;

/// The page with everything that is planned.
pub(super) const SCHEDULED: &str = "/pay/scheduled";

/// The page of one that is planned.
pub(super) fn of(id: ScheduleId) -> String {
    format!("{SCHEDULED}/{id}")
}

/// The page on which its amount is changed.
fn amount_of(id: ScheduleId) -> String {
    format!("{}/amount", of(id))
}

/// The page on which that is approved.
fn approve_of(id: ScheduleId) -> String {
    format!("{}/approve", of(id))
}

/// The same, just after it was approved.
pub(super) fn just_made(id: ScheduleId) -> String {
    format!("{}?made=1", of(id))
}
