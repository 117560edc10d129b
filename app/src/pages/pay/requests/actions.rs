//! What is done: ask, call it off, and answer.

use bank::{Error, requests};
use leptos::prelude::*;
use model::{ErrorCode, PaymentId, RequestId, forms::AskForm};

use super::{NEW, REQUESTS, asked_at, of};
use crate::{context, outcome, pages::pay::steps::Step};

/// Asks for money.
#[server(prefix = "/do", endpoint = "pay/requests/ask")]
pub async fn ask(
    /// What was typed.
    #[server(flatten)]
    form: AskForm,
) -> Result<(), ServerFnError> {
    match make(&form).await {
        Ok(id) => outcome::ended(Ok(()), &of(id), NEW, &form),
        Err(error) => outcome::failed(&error, NEW, &form),
    }
    Ok(())
}

async fn make(form: &AskForm) -> Result<RequestId, Error> {
    let person = context::person()?;
    requests::ask(&context::bank(), person.id, form).await
}

/// Does not ask for it any more.
#[server(prefix = "/do", endpoint = "pay/requests/call-off")]
pub async fn call_off_request(
    /// Which.
    #[server(default)]
    request: String,
) -> Result<(), ServerFnError> {
    let id = request.parse::<RequestId>();
    let then = id.map_or_else(|_| REQUESTS.to_owned(), of);
    outcome::finished(stop(id.ok()).await, &then);
    Ok(())
}

async fn stop(id: Option<RequestId>) -> Result<(), Error> {
    let (bank, person) = (context::bank(), context::person()?);
    requests::call_off(&bank, person.id, id.ok_or(ErrorCode::NotFound)?).await
}

/// Begins the payment that a link asks for.
#[server(prefix = "/do", endpoint = "pay/requests/answer")]
pub async fn answer(
    /// What the link ends with.
    #[server(default)]
    token: String,
) -> Result<(), ServerFnError> {
    match begin(&token).await {
        Ok(id) => outcome::done(&Step::Review.of(id)),
        Err(error) => outcome::finished(Err(error), &asked_at(&token)),
    }
    Ok(())
}

async fn begin(token: &str) -> Result<PaymentId, Error> {
    let person = context::person()?;
    requests::answer(&context::bank(), person.id, token).await
}
