//! What is done: accept an invitation, and look no more.

use bank::{Error, mandates};
use leptos::prelude::*;
use model::{CustomerId, ErrorCode, MandateId};

use super::LOOKING;
use crate::{context, outcome};

/// Who is asking, and what they name. Whether there is such a thing is told to nobody who is not signed in.
fn named(mandate: &str) -> Result<(CustomerId, MandateId), Error> {
    let person = context::person()?;
    Ok((person.id, mandate.parse().map_err(|_| ErrorCode::NotFound)?))
}

/// Accepts.
#[server(prefix = "/do", endpoint = "looking/accept")]
pub async fn accept_looking(
    /// Which invitation.
    #[server(default)]
    mandate: String,
) -> Result<(), ServerFnError> {
    outcome::finished(accept(&mandate).await, LOOKING);
    Ok(())
}

async fn accept(mandate: &str) -> Result<(), Error> {
    let (carer, id) = named(mandate)?;
    mandates::accept(&context::bank(), carer, id).await
}

/// Declines, or looks no more.
#[server(prefix = "/do", endpoint = "looking/stop")]
pub async fn stop_looking(
    /// Which.
    #[server(default)]
    mandate: String,
) -> Result<(), ServerFnError> {
    outcome::finished(stop(&mandate).await, LOOKING);
    Ok(())
}

async fn stop(mandate: &str) -> Result<(), Error> {
    let (carer, id) = named(mandate)?;
    mandates::decline(&context::bank(), carer, id).await
}
