//! Nobody new is paid soon after a way in has changed.

use model::{CustomerId, Timestamp};

use crate::{
    Bank, Error,
    policy::{HOLDING, PAYEE_HOLD_S},
};

/// Until when `owner` pays nobody whom they have never paid before; `None` where nothing holds them.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn held_until(bank: &Bank, owner: CustomerId) -> Result<Option<Timestamp>, Error> {
    let since = bank.security.last(owner, HOLDING).await?;
    let until = since.map(|since| since.plus_seconds(PAYEE_HOLD_S));
    Ok(until.filter(|until| *until > bank.clock.now()))
}
