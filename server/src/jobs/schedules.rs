//! Making the payments that are planned, each on its day.

use std::time::Duration;

use bank::schedules;
use tokio::sync::watch;

use super::{Tools, every};

/// How soon after its day has begun the first is paid.
const PERIOD: Duration = Duration::from_secs(20);
/// How many are looked up together.
const AT_ONCE: u32 = 200;

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    every(PERIOD, stop.clone(), || carry_out(&tools, &stop)).await;
}

/// Until none is due: one that was not paid for weeks is due as often. What cannot be paid is not due again so soon.
async fn carry_out(tools: &Tools, stop: &watch::Receiver<bool>) {
    let bank = &tools.bank;
    while !*stop.borrow() {
        let now = bank.clock.now();
        let due = match bank.schedules.due(bank.calendar.day(now), now, AT_ONCE).await {
            Ok(due) => due,
            Err(error) => {
                tracing::warn!(%error, "what is planned was not looked up; it is tried again");
                return;
            }
        };
        if due.is_empty() {
            return;
        }
        for schedule in due {
            let id = schedule.id.value();
            if let Err(error) = schedules::carry_out(bank, schedule).await {
                tracing::warn!(schedule = id, %error, "a planned payment was not made; it is tried again");
                return;
            }
        }
    }
}
