//! What is done about safety: freezing everything, ending that, and naming somebody who is told.

use bank::{Error, security};
use leptos::prelude::*;
use model::forms::{ApproveForm, TrustedForm};

use super::{FREEZE, SECURITY, TRUSTED};
use crate::{context, outcome};

/// Freezes everything of the person.
#[server(prefix = "/do", endpoint = "freeze")]
pub async fn freeze() -> Result<(), ServerFnError> {
    outcome::finished(freeze_all().await, FREEZE);
    Ok(())
}

async fn freeze_all() -> Result<(), Error> {
    let (person, visitor) = (context::person()?, context::visitor());
    // What was approved and not done yet is not done any more.
    visitor.change(|kept| (kept.change, kept.new_passkey) = (None, None));
    security::freeze(&context::bank(), person.id, visitor.key(), &context::device()).await
}

/// Asks for the end of the freeze.
#[server(prefix = "/do", endpoint = "freeze/end")]
pub async fn ask_to_thaw(#[server(flatten)] form: ApproveForm) -> Result<(), ServerFnError> {
    outcome::ended(ask(&form).await, FREEZE, FREEZE, &form);
    Ok(())
}

async fn ask(form: &ApproveForm) -> Result<(), Error> {
    let person = context::person()?;
    security::ask_to_thaw(&context::bank(), person.id, form, &context::device()).await.map(drop)
}

/// Calls the end of the freeze off.
#[server(prefix = "/do", endpoint = "freeze/keep")]
pub async fn keep_frozen() -> Result<(), ServerFnError> {
    outcome::finished(keep().await, FREEZE);
    Ok(())
}

async fn keep() -> Result<(), Error> {
    let person = context::person()?;
    security::keep_frozen(&context::bank(), person.id, &context::device()).await
}

/// Names the trusted contact.
#[server(prefix = "/do", endpoint = "trusted")]
pub async fn set_trusted(#[server(flatten)] form: TrustedForm) -> Result<(), ServerFnError> {
    outcome::ended(name(&form).await, SECURITY, TRUSTED, &form);
    Ok(())
}

async fn name(form: &TrustedForm) -> Result<(), Error> {
    let person = context::person()?;
    security::set_trusted(&context::bank(), person.id, form, &context::device()).await
}

/// Nobody is the trusted contact any more.
#[server(prefix = "/do", endpoint = "trusted/remove")]
pub async fn unset_trusted() -> Result<(), ServerFnError> {
    outcome::finished(unset().await, SECURITY);
    Ok(())
}

async fn unset() -> Result<(), Error> {
    let person = context::person()?;
    security::unset_trusted(&context::bank(), person.id, &context::device()).await
}
