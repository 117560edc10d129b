//! What is done: choosing how to read, and ending sessions.

use bank::{Error, customers, sessions};
use http::{HeaderValue, header};
use leptos::prelude::*;
use model::{
    Preferences,
    forms::{Form, PreferencesForm},
};

use super::{PREFERENCES, SECURITY};
use crate::{context, outcome, reading};

/// Keeps how somebody reads: in the account, and in a cookie for the pages before the sign-in.
#[server(prefix = "/do", endpoint = "preferences")]
pub async fn set_preferences(
    #[server(flatten)] form: PreferencesForm,
    #[server(default)] back: String,
) -> Result<(), ServerFnError> {
    let back = if context::is_own_page(&back) { back.as_str() } else { "/" };
    outcome::ended(choose(&form).await, back, PREFERENCES, &form);
    Ok(())
}

async fn choose(form: &PreferencesForm) -> Result<(), Error> {
    let wanted = form.check(&context::preferences())?;
    if let Some(customer) = context::visitor().customer() {
        customers::set_preferences(&context::bank(), customer.id, wanted).await?;
    }
    remember(wanted);
    Ok(())
}

fn remember(wanted: Preferences) {
    if let Ok(cookie) = HeaderValue::from_str(&reading::cookie(wanted, context::visit().secure)) {
        context::header(header::SET_COOKIE, cookie);
    }
}

/// Ends one session of the person.
#[server(prefix = "/do", endpoint = "sessions/end")]
pub async fn end_session(#[server(default)] key: String) -> Result<(), ServerFnError> {
    outcome::finished(end(&key).await, SECURITY);
    Ok(())
}

async fn end(key: &str) -> Result<(), Error> {
    let person = context::person()?;
    match key.parse() {
        Ok(key) => sessions::end(&context::bank(), person.id, key).await,
        Err(_) => Ok(()),
    }
}

/// Ends every session of the person but this one.
#[server(prefix = "/do", endpoint = "sessions/end-others")]
pub async fn end_other_sessions() -> Result<(), ServerFnError> {
    outcome::finished(end_others().await, SECURITY);
    Ok(())
}

async fn end_others() -> Result<(), Error> {
    let person = context::person()?;
    sessions::end_others(&context::bank(), person.id, context::visitor().key()).await
}
