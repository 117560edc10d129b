//! What whoever asks does.

use std::fmt::Write;

use model::{
    CustomerId, ErrorCode, RequestId,
    forms::{AskForm, Asking, Form},
};

use super::{PaymentRequest, Standing};
use crate::{Bank, Error, accounts::Account, payments::payable};

/// The most that one person has open at a time.
const MOST: usize = 50;

/// How many bytes of chance are in a link: 128 bits.
const BYTES: usize = 16;

/// Asks for what was typed.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::RequestsFull`]; [`Error::Unavailable`].
pub async fn ask(bank: &Bank, owner: CustomerId, form: &AskForm) -> Result<RequestId, Error> {
    let accounts: Vec<Account> = bank.accounts.list(owner).await?;
    let Asking { to, each, times, reference } = form.check(&payable(&accounts))?;
    let now = bank.clock.now();
    let all = bank.requests.list(owner).await?;
    if all.iter().filter(|request| matches!(request.standing(now), Standing::Open(_))).count() >= MOST {
        return Err(ErrorCode::RequestsFull.into());
    }
    let request = PaymentRequest {
        id: RequestId::new(bank.ids.next()),
        owner,
        account: to,
        each,
        times,
        reference,
        token: token(bank),
        asked_at: now,
        ended_at: None,
        paid: Vec::new(),
    };
    bank.requests.keep(&request).await?;
    Ok(request.id)
}

fn token(bank: &Bank) -> String {
    let mut bytes = [0; BYTES];
    bank.rng.fill(&mut bytes);
    bytes.iter().fold(String::with_capacity(2 * BYTES), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What `owner` has asked for, the latest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank, owner: CustomerId) -> Result<Vec<PaymentRequest>, Error> {
    Ok(bank.requests.list(owner).await?)
}

/// One thing that `owner` has asked for.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn one(bank: &Bank, owner: CustomerId, id: RequestId) -> Result<PaymentRequest, Error> {
    Ok(bank.requests.one(owner, id).await?.ok_or(ErrorCode::NotFound)?)
}

/// Nobody is asked any more. What was begun can still be paid: it is a payment like any other.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn call_off(bank: &Bank, owner: CustomerId, id: RequestId) -> Result<(), Error> {
    one(bank, owner, id).await?;
    Ok(bank.requests.end(owner, id, bank.clock.now()).await?)
}
