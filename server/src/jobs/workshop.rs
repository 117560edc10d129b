//! Looking into a designer's folder.

use std::time::Duration;

use app::context::Site;
use tokio::sync::watch;

use super::{Tools, every};
use crate::workshop::Watched;

/// How often: whoever saves sees it before they have looked up.
const PERIOD: Duration = Duration::from_millis(50);

pub(super) async fn run(tools: Tools, site: Site, watched: Watched, stop: watch::Receiver<bool>) {
    every(PERIOD, stop, || watched.look(&tools.bank, &site)).await;
}
