//! Whoever carries mails and short messages.

use async_trait::async_trait;

use crate::notices::post::{Carried, Due};

/// Carries mails and short messages to whom they are for.
#[async_trait]
pub trait Post: Send + Sync {
    /// Carries one. The same may come again, under the same number.
    async fn carry(&self, due: &Due) -> Carried;
}
