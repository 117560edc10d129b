//! Sending what people are told by mail and short message.

use std::time::Duration;

use bank::{
    notices::post::{self, Due, End, Next},
    security::Channel,
};
use futures::{StreamExt as _, stream};
use tokio::sync::watch;

use super::{Tools, every};
use crate::post::Carrier;

/// How often it is looked whether there is something to send.
const PERIOD: Duration = Duration::from_secs(2);
/// How many are looked up together.
const AT_ONCE: u32 = 50;
/// How many are sent at the same time.
const LINES: usize = 4;

/// Sends everything that is due, as long as the program runs.
pub(super) async fn run(tools: Tools, carrier: Carrier, stop: watch::Receiver<bool>) {
    every(PERIOD, stop.clone(), || deliver(&tools, &carrier, &stop)).await;
}

async fn deliver(tools: &Tools, carrier: &Carrier, stop: &watch::Receiver<bool>) {
    for channel in carrier.channels() {
        while !*stop.borrow() && some(tools, carrier, stop, *channel).await == AT_ONCE as usize {}
    }
}

/// Sends what is looked up together; how many that were.
async fn some(tools: &Tools, carrier: &Carrier, stop: &watch::Receiver<bool>, channel: Channel) -> usize {
    match post::due(&tools.bank, channel, AT_ONCE).await {
        Ok(due) => {
            let (count, send) = (due.len(), |due: Due| async move { one(tools, carrier, stop, &due).await });
            stream::iter(due).for_each_concurrent(LINES, send).await;
            count
        }
        Err(error) => {
            tracing::warn!(%error, "what is to be sent was not looked up; it is tried again");
            0
        }
    }
}

async fn one(tools: &Tools, carrier: &Carrier, stop: &watch::Receiver<bool>, due: &Due) {
    if *stop.borrow() {
        return;
    }
    match post::send(&tools.bank, carrier, due).await {
        Ok(Some(Next::Ended(End::Refused))) => tracing::warn!(notice = due.id, "there is no such address"),
        Ok(_) => {}
        Err(error) => tracing::warn!(notice = due.id, %error, "what became of a mail was not kept"),
    }
}
