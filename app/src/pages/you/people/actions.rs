//! What is done: invite somebody, approve it, and end it.

use bank::{Error, mandates};
use leptos::prelude::*;
use model::{
    ErrorCode, MandateId,
    forms::{ApproveForm, MandateForm},
};

use super::{APPROVE, INVITE, PEOPLE, of};
use crate::{context, outcome, session::WantedInvitation};

/// Says who is to look, at what, and until when.
#[server(prefix = "/do", endpoint = "people/invite")]
pub async fn invite_to_look(
    /// What was typed.
    #[server(flatten)]
    form: MandateForm,
) -> Result<(), ServerFnError> {
    outcome::ended(want(&form).await, APPROVE, INVITE, &form);
    Ok(())
}

async fn want(form: &MandateForm) -> Result<(), Error> {
    let (bank, person, visitor) = (context::bank(), context::unfrozen()?, context::visitor());
    let invitation = mandates::wanted(&bank, person.id, form).await?;
    let wanted = WantedInvitation { owner: person.id, invitation, at: visitor.now() };
    visitor.change(|kept| kept.invitation = Some(wanted));
    outcome::forget(APPROVE);
    Ok(())
}

/// Invites them.
#[server(prefix = "/do", endpoint = "people/approve")]
pub async fn approve_invitation(
    /// The answer.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    match approve(&form).await {
        Ok(id) => outcome::ended(Ok(()), &of(id), APPROVE, &form),
        Err(error) => outcome::failed(&error, APPROVE, &form),
    }
    Ok(())
}

async fn approve(form: &ApproveForm) -> Result<MandateId, Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    // The page leads to the list where nobody is named any more.
    let invitation = visitor.wanted_invitation().ok_or(ErrorCode::StepUpExpired)?;
    let id = mandates::invite(&bank, person.id, &invitation, form, &context::device()).await?;
    visitor.change(|kept| kept.invitation = None);
    Ok(id)
}

/// Ends it: they look no more.
#[server(prefix = "/do", endpoint = "people/end")]
pub async fn end_looking(
    /// Which.
    #[server(default)]
    mandate: String,
) -> Result<(), ServerFnError> {
    let id = mandate.parse::<MandateId>();
    let then = id.map_or_else(|_| PEOPLE.to_owned(), of);
    outcome::finished(end(id.ok()).await, &then);
    Ok(())
}

async fn end(id: Option<MandateId>) -> Result<(), Error> {
    let (bank, person) = (context::bank(), context::person()?);
    mandates::end(&bank, person.id, id.ok_or(ErrorCode::NotFound)?, &context::device()).await
}
