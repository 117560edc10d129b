//! The banks beyond this one.

use async_trait::async_trait;
use model::Iban;

use crate::{
    payments::{NameCheck, Payment},
    rails::{Delivery, Message, Route},
};

/// Speaks with other banks. Whatever fails is an answer, too: nobody waits for a line that is down.
#[async_trait]
pub trait OtherBanks: Send + Sync {
    /// Whether the account `iban` is that of `typed`.
    async fn check_name(&self, iban: Iban, typed: &str) -> NameCheck;

    /// Tells the other bank of `payment`, which takes `route`, under the payment's id.
    async fn deliver(&self, payment: &Payment, route: Route) -> Delivery;

    /// What they have said and was not taken yet, the oldest first.
    async fn says(&self) -> Vec<Message>;

    /// They need not say this any more.
    async fn taken(&self, number: u64);
}
