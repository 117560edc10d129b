//! Sealing the audit chain, off the way of payments.

use std::time::Duration;

use tokio::sync::watch;

use super::{Tools, every};

/// How often rows are sealed: soon, so that little can be changed unseen.
const PERIOD: Duration = Duration::from_secs(2);
/// How many rows are sealed together.
const AT_ONCE: u32 = 1_000;

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    every(PERIOD, stop, || seal(&tools)).await;
}

async fn seal(tools: &Tools) {
    loop {
        match tools.upkeep.seal_audit(AT_ONCE).await {
            Ok(sealed) if sealed == u64::from(AT_ONCE) => {}
            Ok(_) => return,
            Err(error) => {
                tracing::warn!(%error, "the audit chain was not sealed; it is tried again");
                return;
            }
        }
    }
}
