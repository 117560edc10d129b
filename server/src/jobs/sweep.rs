//! Forgetting what nobody needs any more.

use std::time::Duration;

use tokio::sync::watch;

use super::{Tools, every};

const PERIOD: Duration = Duration::from_hours(1);
/// How long keys, challenges and sessions are kept after their end, in seconds: a day, so that a payment sent
/// again finds its receipt, and a form typed into a lapsed session finds its owner.
const KEPT_S: i64 = 86_400;

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    every(PERIOD, stop, || sweep(&tools)).await;
}

async fn sweep(tools: &Tools) {
    if let Err(error) = tools.upkeep.sweep(tools.clock.now().plus_seconds(-KEPT_S)).await {
        tracing::warn!(%error, "what is out of date was not swept; it is tried again");
    }
}
