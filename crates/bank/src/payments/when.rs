//! When a payment is made.

use model::{
    CustomerId, PaymentId,
    forms::{Form, WhenForm},
};

use super::draft::{bounded, open, save};
use crate::{Bank, Error};

/// Keeps when a payment is to be made, right or wrong. In a payment that was made nothing changes any more.
///
/// # Errors
/// [`Error::Form`] where something is wrong with it: it is kept all the same. [`model::ErrorCode::NotFound`],
/// [`Error::Unavailable`].
pub async fn set_when(bank: &Bank, owner: CustomerId, id: PaymentId, form: WhenForm) -> Result<(), Error> {
    let Some((mut draft, _)) = open(bank, owner, id).await? else { return Ok(()) };
    let verdict = form.check(&bank.calendar.day(bank.clock.now()));
    draft.when = WhenForm { every: bounded(form.every), day: bounded(form.day), last: bounded(form.last) };
    save(bank, draft).await?;
    verdict.map(drop).map_err(Error::Form)
}
