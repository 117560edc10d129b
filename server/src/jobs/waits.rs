//! Paying what has waited long enough.

use std::time::Duration;

use bank::{Error, waits};
use model::ErrorCode;
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
            let id = payment.id.value();
            match waits::carry_out(bank, &payment).await {
                Ok(()) => {}
                Err(error @ Error::Refused(code)) if !matches!(code, ErrorCode::Busy | ErrorCode::InFlight) => {
                    tracing::error!(payment = id, %error, "a payment that waited can neither be made nor called off");
                }
                Err(error) => {
                    tracing::warn!(payment = id, %error, "a payment that waited was not made; it is tried again");
                    return;
                }
            }
        }
    }
}
