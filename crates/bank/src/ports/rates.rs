//! What currencies are worth.

use async_trait::async_trait;
use model::Currency;

use crate::abroad::Offer;

/// Says what this bank gives for one currency in another. Where the rate comes from is the adapter's; whether it is too old
/// is looked at by whoever asks.
#[async_trait]
pub trait Rates: Send + Sync {
    /// What is offered for `from` in `to`; `None` where nothing is.
    async fn offer(&self, from: Currency, to: Currency) -> Option<Offer>;
}
