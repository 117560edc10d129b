//! Payments that are planned: once on a day to come, or again and again from that day on.
//!
//! Whoever plans one approves all of it beforehand: how much, to whom, on which days. Each of its payments is then an
//! ordinary payment under an id that was made before its day came ([`Schedule::next_payment`]), so that however often
//! it is tried, by however many servers, and wherever one of them stops, it is made once. What cannot be paid is tried
//! again for the rest of its day; then it is passed over, and its owner is told.

mod amount;
mod carry_out;
mod change;
mod schedule;

pub use amount::{change_amount, changing, other_amount};
pub use carry_out::carry_out;
pub use change::{Change, change, list, one};
pub(crate) use change::{keep, pause_to_strangers, planned};
pub use schedule::{Schedule, ScheduleState};
