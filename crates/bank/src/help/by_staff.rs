//! Calls, as the bank's own people make them.

use model::{CallBackId, ErrorCode, StaffId, Timestamp, forms::ReasonForm};

use super::call_back::{CallBack, CallBackState, waiting};
use crate::{
    Bank, Error,
    audit::Deed,
    staff::{look, note, still_looking},
};

/// A call that waits, as far as somebody of the bank may see it.
#[derive(Debug, Clone)]
pub enum CallLook {
    /// A customer asked for it, and why they are looked at was not said yet.
    Why,
    /// All of it, and until when. Who was not signed in gave their number to be called, and for nothing else.
    All(CallBack, Option<Timestamp>),
}

/// One call that waits.
async fn one(bank: &Bank, id: CallBackId) -> Result<CallBack, Error> {
    let waiting = waiting(bank.call_backs.as_ref()).await?;
    Ok(waiting.into_iter().find(|call| call.id == id).ok_or(ErrorCode::NotFound)?)
}

/// Lets `member` see who asked for a call, for a reason that is kept.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`] where no such call of a customer waits; [`Error::Unavailable`].
pub async fn look_at_caller(bank: &Bank, member: StaffId, id: CallBackId, form: &ReasonForm) -> Result<(), Error> {
    let customer = one(bank, id).await?.customer.ok_or(ErrorCode::NotFound)?;
    look(bank, member, customer, form).await
}

/// A call that waits, as `member` sees it.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn looking_at_call(bank: &Bank, member: StaffId, id: CallBackId) -> Result<CallLook, Error> {
    let call = one(bank, id).await?;
    let Some(customer) = call.customer else { return Ok(CallLook::All(call, None)) };
    let until = bank.desk.look(member, customer, bank.clock.now()).await?;
    Ok(until.map_or(CallLook::Why, |until| CallLook::All(call, Some(until))))
}

/// `member` has called.
///
/// # Errors
/// [`ErrorCode::NotFound`] where it does not wait any more; [`ErrorCode::LookOver`]; [`Error::Unavailable`].
pub async fn called(bank: &Bank, member: StaffId, id: CallBackId) -> Result<(), Error> {
    if let Some(customer) = one(bank, id).await?.customer {
        still_looking(bank, member, customer).await?;
    }
    if !bank.call_backs.end(id, CallBackState::Done, bank.clock.now()).await? {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(note(bank, member, Deed::StaffCalledBack, id.value()).await?)
}
