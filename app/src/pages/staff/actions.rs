//! Coming and going: enrolling, signing in and out, and ending sessions.

use bank::{Error, staff};
use http::{HeaderName, HeaderValue};
use leptos::prelude::*;
use model::{
    ErrorCode, PasskeyId,
    forms::{Form, PasskeySignInForm},
};

use super::{ENROL, SESSIONS, SIGN_IN, onward};
use crate::{addresses::enrol_address, context, outcome, session::Asked};

/// Keeps the passkey that an authenticator has made for whoever has come by a link.
#[server(prefix = "/do", endpoint = "staff/enrol")]
pub async fn enrol_staff(
    #[server(flatten)] form: PasskeySignInForm,
    #[server(default)] token: String,
) -> Result<(), ServerFnError> {
    let result = enrol(&form, &token).await;
    let again = result.as_ref().err().is_some_and(|error| outcome::status_of(error).is_none());
    outcome::ended(result, "/staff/sign-in?enrolled=1", ENROL, &form);
    // What waits for the page is not kept under its address, which holds the secret.
    let is_token = token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    if again {
        context::redirect(&if is_token { enrol_address(&token) } else { SIGN_IN.to_owned() });
    }
    Ok(())
}

async fn enrol(form: &PasskeySignInForm, token: &str) -> Result<(), Error> {
    let (bank, auth, visitor) = (context::bank(), context::auth(), context::visitor());
    let made = form.check(&())?;
    let asked = visitor.change(|kept| kept.new_passkey.take());
    let member = staff::linked(&bank, token).await?;
    let asked = asked.filter(|asked| asked.is_open(visitor.now())).ok_or(ErrorCode::PasskeyLapsed)?;
    let id = PasskeyId::new(bank.ids.next());
    let made = auth.made_for_staff(member.id, &asked.ceremony, &made, id).await?;
    // Of two who come by the same link in one moment, one is let in.
    staff::enrolled(&bank, token, member.id).await?;
    auth.keep_staff_passkey(&made).await
}

/// Says what to ask the passkeys of whoever is there: JSON for the browser. The answer is good once.
#[server(prefix = "/do", endpoint = "staff/sign-in/ask")]
pub async fn ask_for_staff_passkey() -> Result<String, ServerFnError> {
    // Server functions are async, also those that wait for nothing.
    match std::future::ready(context::auth().ask_for_passkey()).await {
        Ok(ceremony) => {
            let (options, at) = (ceremony.options.clone(), context::visitor().now());
            context::visitor().change(|kept| kept.passkey = Some(Asked { ceremony, at }));
            Ok(options)
        }
        Err(error) => {
            outcome::finished(Err(error), SIGN_IN);
            Ok(String::new())
        }
    }
}

/// Signs in whoever of the bank the passkey says they are.
#[server(prefix = "/do", endpoint = "staff/sign-in")]
pub async fn sign_in_staff(
    #[server(flatten)] form: PasskeySignInForm,
    #[server(default)] next: String,
) -> Result<(), ServerFnError> {
    let next = onward(&next);
    let result = sign_in(&form).await;
    outcome::ended(result, next, &context::sign_in_address(next), &PasskeySignInForm::default());
    Ok(())
}

async fn sign_in(form: &PasskeySignInForm) -> Result<(), Error> {
    let visitor = context::visitor();
    let asked = visitor.change(|kept| kept.passkey.take());
    let signed = form.check(&())?;
    let asked = asked.filter(|asked| asked.is_open(visitor.now())).ok_or(ErrorCode::PasskeyLapsed)?;
    let member = context::auth().sign_in_staff(&asked.ceremony, &signed).await?;
    visitor.sign_in_staff(member);
    tracing::info!(staff = member.value(), "signed in");
    Ok(())
}

/// Ends the session, and everything the browser has kept of it.
#[server(prefix = "/do", endpoint = "staff/sign-out")]
pub async fn sign_out_staff() -> Result<(), ServerFnError> {
    let visitor = context::visitor();
    if let (Some(member), Some(key)) = (visitor.staff(), visitor.key()) {
        // Whoever leaves has left, also where it cannot be noted.
        if let Err(error) = staff::left(&context::bank(), member.id, key).await {
            outcome::log(&error);
        }
    }
    visitor.end();
    let kept = HeaderValue::from_static("\"cache\", \"storage\"");
    context::header(HeaderName::from_static("clear-site-data"), kept);
    outcome::done("/staff/sign-in?left=1");
    Ok(())
}

/// Keeps the session: that this was asked is what keeps it. Says whether there still is one.
#[server(prefix = "/do", endpoint = "staff/session/extend")]
pub async fn extend_staff_session() -> Result<bool, ServerFnError> {
    // As above.
    Ok(std::future::ready(context::visitor().staff().is_some()).await)
}

/// Ends one of their sessions.
#[server(prefix = "/do", endpoint = "staff/sessions/end")]
pub async fn end_staff_session(#[server(default)] key: String) -> Result<(), ServerFnError> {
    outcome::finished(end(&key).await, SESSIONS);
    Ok(())
}

async fn end(key: &str) -> Result<(), Error> {
    let member = context::staff()?;
    match key.parse() {
        Ok(key) => staff::end_session(&context::bank(), member.id, key).await,
        Err(_) => Ok(()),
    }
}

/// Ends every session of theirs but this one.
#[server(prefix = "/do", endpoint = "staff/sessions/end-others")]
pub async fn end_other_staff_sessions() -> Result<(), ServerFnError> {
    outcome::finished(end_others().await, SESSIONS);
    Ok(())
}

async fn end_others() -> Result<(), Error> {
    let member = context::staff()?;
    staff::end_others(&context::bank(), member.id, context::visitor().key()).await
}
