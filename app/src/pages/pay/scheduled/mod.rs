//! What is planned: all of it, each, and what is done with it.

mod actions;
mod list;
mod one;

use model::ScheduleId;

pub use actions::ChangeSchedule;
pub use list::SchedulesPage;
pub use one::SchedulePage;

/// The page with everything that is planned.
pub(super) const SCHEDULED: &str = "/pay/scheduled";

/// The page of one that is planned.
pub(super) fn of(id: ScheduleId) -> String {
    format!("{SCHEDULED}/{id}")
}

/// The same, just after it was approved.
pub(super) fn just_made(id: ScheduleId) -> String {
    format!("{}?made=1", of(id))
}
