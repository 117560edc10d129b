//! What currencies are worth, out of the file that the setting `rates` names. A feed takes the place of this: an adapter that
//! implements the same port, and leaves the terms to the file.

use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use bank::{abroad::Offer, ports::Rates};
use model::Currency;

use crate::config::{RatesAt, RatesFile};

/// The file, read whenever somebody asks: it is small, few ask, and whoever edits it need not stop the bank.
pub struct Table {
    at: RatesAt,
    /// Whether it could not be understood the last time: that is logged once.
    wrong: AtomicBool,
}

impl Table {
    /// The table that stands there.
    #[must_use]
    pub const fn at(at: RatesAt) -> Self {
        Self { at, wrong: AtomicBool::new(false) }
    }

    async fn read(&self) -> Result<RatesFile, String> {
        let text = tokio::fs::read_to_string(self.at.path()).await.map_err(|error| error.to_string())?;
        RatesFile::read(&text)
    }
}

#[async_trait]
impl Rates for Table {
    async fn offer(&self, from: Currency, to: Currency) -> Option<Offer> {
        let file = self.read().await;
        match (self.wrong.swap(file.is_err(), Ordering::Relaxed), &file) {
            (false, Err(why)) => {
                tracing::error!(%why, "the file of rates is not right: nothing is exchanged until it is");
            }
            (true, Ok(_)) => tracing::info!("the file of rates is right again"),
            _ => {}
        }
        file.ok()?.offer(from, to)
    }
}
