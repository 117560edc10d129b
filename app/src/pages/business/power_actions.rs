//! What the two of a power of attorney do: whoever acts accepts it, and either of them ends it.

use bank::{Error, powers};
use leptos::prelude::*;
use model::{CustomerId, ErrorCode, PowerId};

use super::BUSINESS;
use crate::{context, outcome, pages::you::PEOPLE};

/// Who is asking, and what they name. Whether there is such a thing is told to nobody who is not signed in.
fn named(power: &str) -> Result<(CustomerId, PowerId), Error> {
    let person = context::person()?;
    Ok((person.id, power.parse().map_err(|_| ErrorCode::NotFound)?))
}

/// Accepts.
#[server(prefix = "/do", endpoint = "power/accept")]
pub async fn accept_power(
    /// Which power of attorney.
    #[server(default)]
    power: String,
) -> Result<(), ServerFnError> {
    outcome::finished(accept(&power).await, BUSINESS);
    Ok(())
}

async fn accept(power: &str) -> Result<(), Error> {
    let (attorney, id) = named(power)?;
    powers::accept(&context::bank(), attorney, id).await
}

/// Declines, or ends it: as whoever acts, or as whom they act for.
#[server(prefix = "/do", endpoint = "power/end")]
pub async fn end_power(
    /// Which.
    #[server(default)]
    power: String,
) -> Result<(), ServerFnError> {
    match end(&power).await {
        Ok(then) => outcome::done(then),
        Err(error) => outcome::finished(Err(error), BUSINESS),
    }
    Ok(())
}

/// Where it goes on: with who may look, for whom they acted for.
async fn end(power: &str) -> Result<&'static str, Error> {
    let (bank, (who, id)) = (context::bank(), named(power)?);
    let is_donor = powers::given(&bank, who).await?.iter().any(|power| power.id == id);
    powers::end(&bank, who, id, &context::device()).await?;
    Ok(if is_donor { PEOPLE } else { BUSINESS })
}
