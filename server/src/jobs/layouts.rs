//! Showing customers what was decided in the studio, also on another server, and ending what is over.

use std::time::Duration;

use app::{context::Site, studio};
use bank::layouts;
use tokio::sync::watch;

use super::{Tools, every};

/// How soon a decision on one server is seen on the others.
const PERIOD: Duration = Duration::from_secs(2);

pub(super) async fn run(tools: Tools, site: Site, stop: watch::Receiver<bool>) {
    every(PERIOD, stop, || look(&tools, &site)).await;
}

async fn look(tools: &Tools, site: &Site) {
    let bank = &tools.bank;
    let looked = async {
        layouts::end_what_is_over(bank).await?;
        studio::refresh(bank, site).await
    };
    if let Err(error) = looked.await {
        tracing::warn!(%error, "what is shown to customers was not looked up; it is tried again");
    }
}
