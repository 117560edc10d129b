//! Paying what has waited long enough.

use std::time::Duration;

use bank::waits;
use tokio::sync::watch;

use super::{Tools, every};

/// How soon after its wait is over a payment leaves.
const PERIOD: Duration = Duration::from_secs(10);
/// How many are looked up together.
const AT_ONCE: u32 = 200;

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    every(PERIOD, stop.clone(), || carry_out(&tools, &stop)).await;
}

/// Until none is due. What cannot be paid is not due again so soon.
async fn carry_out(tools: &Tools, stop: &watch::Receiver<bool>) {
    let bank = &tools.bank;
    while !*stop.borrow() {
        let due = match bank.waits.due(bank.clock.now(), AT_ONCE).await {
            Ok(due) => due,
            Err(error) => {
                tracing::warn!(%error, "what waits was not looked up; it is tried again");
                return;
            }
        };
        if due.is_empty() {
            return;
        }
        for payment in due {
            if let Err(error) = waits::carry_out(bank, &payment).await {
                tracing::warn!(payment = payment.id.value(), %error, "a payment that waited was not made; it is tried again");
                return;
            }
        }
    }
}
