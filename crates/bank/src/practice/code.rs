//! The code of the play bank, which everybody can read on the page that asks for it.

use async_trait::async_trait;
use model::CustomerId;

use crate::{
    Error,
    ports::{Approver, CodeVerdict},
};

/// The six digits that approve everything in practice. They are no secret: what is learnt is to look at a code and to
/// copy it. A real code fits only by the chance that any other has, and is not kept.
pub const CODE: &str = "246810";

/// Approves with [`CODE`], and with nothing that a person really proves themselves with.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShownCode;

#[async_trait]
impl Approver for ShownCode {
    async fn judge(&self, _: CustomerId, code: &str) -> Result<CodeVerdict, Error> {
        Ok(if code == CODE { CodeVerdict::Good } else { CodeVerdict::Wrong })
    }
}
