//! Telling other banks of payments, and taking what they say: two jobs, so that neither keeps the other waiting.

use std::{sync::Arc, time::Duration};

use bank::{ports::OtherBanks, rails};
use futures::{StreamExt as _, stream};
use tokio::sync::watch;

use super::{Tools, every};

/// How soon after it has left a payment is told to the other bank, and how often it is asked what it says.
const PERIOD: Duration = Duration::from_secs(1);
/// How many are looked up together.
const AT_ONCE: u32 = 100;
/// How many are told at the same time: one that is slow keeps few others waiting.
const LINES: usize = 8;

/// Tells of everything that is due, as long as the program runs.
pub(super) async fn tell(tools: Tools, stop: watch::Receiver<bool>) {
    if tools.bank.other_banks.is_some() {
        every(PERIOD, stop.clone(), || deliver(&tools, &stop)).await;
    }
}

/// Takes everything that is said, as long as the program runs.
pub(super) async fn listen(tools: Tools, stop: watch::Receiver<bool>) {
    let Some(others) = tools.bank.other_banks.clone() else { return };
    every(PERIOD, stop.clone(), || hear(&tools, &others, &stop)).await;
}

/// Tells of everything that is due. What could not be told is not due again so soon.
async fn deliver(tools: &Tools, stop: &watch::Receiver<bool>) {
    let bank = &tools.bank;
    let due = match bank.sendings.due(bank.clock.now(), AT_ONCE).await {
        Ok(due) => due,
        Err(error) => {
            tracing::warn!(%error, "payments to other banks were not looked up; it is tried again");
            return;
        }
    };
    let tell = stream::iter(due).for_each_concurrent(LINES, |payment| async move {
        if *stop.borrow() {
            return;
        }
        if let Err(error) = rails::deliver(bank, &payment).await {
            tracing::warn!(payment = payment.id.value(), %error, "what another bank was told was not kept");
        }
    });
    tell.await;
}

/// Takes everything that was said. What cannot be applied is kept aside, and keeps nothing else waiting.
async fn hear(tools: &Tools, others: &Arc<dyn OtherBanks>, stop: &watch::Receiver<bool>) {
    for message in others.says().await {
        if *stop.borrow() {
            return;
        }
        let (number, payment) = (message.number, message.answer.as_ref().ok().map(|answer| answer.payment.value()));
        match rails::hear(&tools.bank, &message).await {
            Ok(None) => {}
            Ok(Some(aside)) => {
                tracing::error!(number, payment, why = %aside.why, "what another bank says was kept aside: look into it");
            }
            Err(error) => {
                tracing::warn!(number, payment, %error, "what another bank says was not applied; it is tried again");
                continue;
            }
        }
        others.taken(number).await;
    }
}
