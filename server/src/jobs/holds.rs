//! Freeing money whose hold has lapsed.

use std::time::Duration;

use bank::ledger::{Action, Actor, Command, LedgerError, Refusal};
use model::HoldId;
use tokio::sync::watch;

use super::{Tools, every};

const PERIOD: Duration = Duration::from_secs(30);
/// How many holds are looked up together.
const AT_ONCE: u32 = 200;

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    every(PERIOD, stop, || release_lapsed(&tools)).await;
}

async fn release_lapsed(tools: &Tools) {
    let lapsed = match tools.upkeep.lapsed_holds(tools.clock.now(), AT_ONCE).await {
        Ok(lapsed) => lapsed,
        Err(error) => {
            tracing::warn!(%error, "lapsed holds were not looked up; it is tried again");
            return;
        }
    };
    for hold in lapsed {
        release(tools, hold).await;
    }
}

async fn release(tools: &Tools, hold: HoldId) {
    let command = Command {
        key: None,
        actor: Actor::System,
        at: tools.clock.now(),
        action: Action::Release { hold, payment: None },
        outbox: Vec::new(),
    };
    match tools.bank.ledger.submit(command).await {
        // Another server, or its payment, may have closed it meanwhile.
        Ok(_) | Err(LedgerError::Refused(Refusal::HoldNotOpen)) => {}
        Err(error) => tracing::warn!(hold = hold.value(), %error, "a lapsed hold was not released; it is tried again"),
    }
}
