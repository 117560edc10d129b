//! What is done about what somebody was told: it is seen, and they choose how they are told.

use bank::{Error, notices};
use leptos::prelude::*;
use model::forms::NoticesForm;

use super::{NOTICE_CHOICES, NOTICES};
use crate::{context, outcome};

/// Somebody has seen what they were told.
#[server(prefix = "/do", endpoint = "notices/see")]
pub async fn see_notices(#[server(default)] last: String) -> Result<(), ServerFnError> {
    outcome::finished(see(&last).await, NOTICES);
    Ok(())
}

async fn see(last: &str) -> Result<(), Error> {
    let person = context::person()?;
    match last.parse() {
        Ok(last) => notices::see(&context::bank(), person.id, last).await,
        Err(_) => Ok(()),
    }
}

/// Keeps how somebody wants to be told.
#[server(prefix = "/do", endpoint = "notices/choose")]
pub async fn choose_notices(#[server(flatten)] form: NoticesForm) -> Result<(), ServerFnError> {
    outcome::ended(choose(&form).await, "/you/notices/choices?saved=1", NOTICE_CHOICES, &form);
    Ok(())
}

async fn choose(form: &NoticesForm) -> Result<(), Error> {
    let person = context::person()?;
    notices::choose(&context::bank(), person.id, form).await
}
