//! Telling other banks of payments, and taking what they say.

use std::{sync::Arc, time::Duration};

use bank::{
    ports::OtherBanks,
    rails::{self, Taken},
};
use tokio::sync::watch;

use super::{Tools, every};

/// How soon after it has left a payment is told to the other bank.
const PERIOD: Duration = Duration::from_secs(1);
/// How many are looked up together.
const AT_ONCE: u32 = 100;

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    let Some(others) = tools.bank.other_banks.clone() else { return };
    every(PERIOD, stop.clone(), || work(&tools, &others, &stop)).await;
}

async fn work(tools: &Tools, others: &Arc<dyn OtherBanks>, stop: &watch::Receiver<bool>) {
    listen(tools, others, stop).await;
    deliver(tools, stop).await;
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
    for payment in due {
        if *stop.borrow() {
            return;
        }
        if let Err(error) = rails::deliver(bank, &payment).await {
            tracing::warn!(payment = payment.id.value(), %error, "what another bank was told was not kept");
        }
    }
}

/// Takes everything that was said. What cannot be applied is said again, and keeps nothing else waiting.
async fn listen(tools: &Tools, others: &Arc<dyn OtherBanks>, stop: &watch::Receiver<bool>) {
    for (number, answer) in others.says().await {
        if *stop.borrow() {
            return;
        }
        let payment = answer.payment.value();
        match rails::take(&tools.bank, answer).await {
            Ok(Taken::Applied | Taken::Known) => {}
            Ok(taken @ (Taken::Contradicts | Taken::Unknown)) => {
                tracing::error!(payment, number, ?taken, "what another bank says fits no payment: look into it");
            }
            Err(error) => {
                tracing::warn!(payment, number, %error, "what another bank says was not applied; it is tried again");
                continue;
            }
        }
        others.taken(number).await;
    }
}
