//! What a payment is for: asked only where the answer can keep somebody from harm.

use model::{
    CustomerId, ErrorCode, PaymentId,
    forms::{Form, PaymentPurpose, PurposeForm},
};

use super::{
    Draft, Order,
    draft::{bounded, open, save},
};
use crate::{Bank, Error, Policy};

/// Whether what `order` is for matters: much money, to somebody new.
fn matters(policy: &Policy, order: &Order) -> bool {
    order.to_somebody_new && order.amount.minor >= policy.purpose_from(order.amount.currency).minor
}

/// The order with what it is for, where that matters.
pub(super) fn stated(policy: &Policy, draft: &Draft, order: Order) -> Result<Order, ErrorCode> {
    if !matters(policy, &order) {
        return Ok(order);
    }
    let purpose = PaymentPurpose::from_code(&draft.purpose.purpose).ok_or(ErrorCode::PurposeMissing)?;
    Ok(Order { purpose: Some(purpose), told_safety: draft.sent.told_safety, ..order })
}

/// Keeps what a payment is for, right or wrong. In a payment that was made nothing changes any more.
///
/// # Errors
/// [`Error::Form`] where nothing was chosen; [`ErrorCode::NotFound`], [`Error::Unavailable`].
pub async fn set_purpose(bank: &Bank, owner: CustomerId, id: PaymentId, form: PurposeForm) -> Result<(), Error> {
    let Some((mut draft, _)) = open(bank, owner, id).await? else { return Ok(()) };
    let verdict = form.check(&());
    draft.sent.told_safety |= matches!(verdict, Ok(PaymentPurpose::Safety));
    draft.purpose = PurposeForm { purpose: bounded(form.purpose) };
    save(bank, draft).await?;
    verdict.map(|_| ()).map_err(Error::Form)
}

impl Order {
    /// Whether it is not made: what it is for is a trick that thieves play, and nothing that anybody ought to pay for.
    #[must_use]
    pub fn is_scam(&self) -> bool {
        self.purpose == Some(PaymentPurpose::Safety)
    }
}
