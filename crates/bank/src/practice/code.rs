//! The code of the play bank, which everybody can read on the page that asks for it.

use async_trait::async_trait;
use model::CustomerId;

use crate::{
    Error,
    ports::{Approver, Ceremony, Proof, Verdict},
};

/// The six digits that approve everything in practice. They are no secret: what is learnt is to look at a code and to
/// copy it. A real code fits only by the chance that any other has, and is not kept.
pub const CODE: &str = "246810";

/// Approves with [`CODE`], and with nothing that a person really proves themselves with.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShownCode;

#[async_trait]
impl Approver for ShownCode {
    /// Nobody has a passkey here: one that signed for play money would teach to sign without looking.
    async fn ceremony(&self, _: CustomerId) -> Result<Option<Ceremony>, Error> {
        Ok(None)
    }

    async fn judge(&self, _: CustomerId, proof: Proof<'_>) -> Result<Verdict, Error> {
        Ok(if matches!(proof, Proof::Code(CODE)) { Verdict::Good } else { Verdict::Wrong })
    }
}
