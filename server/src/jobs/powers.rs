//! Ending powers of attorney whose last day is over.

use std::time::Duration;

use bank::powers;
use tokio::sync::watch;

use super::{Tools, every};

/// How soon after its last day one is ended.
const PERIOD: Duration = Duration::from_secs(60);

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    every(PERIOD, stop, || async {
        if let Err(error) = powers::end_what_is_over(&tools.bank).await {
            tracing::warn!(%error, "what powers of attorney are over was not looked up; it is tried again");
        }
    })
    .await;
}
