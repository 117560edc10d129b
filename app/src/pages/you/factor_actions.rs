//! What is done about the password, the authenticator app and the recovery codes, once it is approved.

use auth::factors::{self, Strength};
use bank::{
    Error,
    customers::Customer,
    security::{self, SecurityEvent},
    step_up::Purpose,
};
use leptos::prelude::*;
use model::{
    CustomerId, ErrorCode,
    forms::{ApproveForm, CodeForm, Form, NewPasswordForm, check_length},
};

use super::{SECURITY, app::APP, codes::CODES, confirm, password::PASSWORD};
use crate::{
    context, outcome,
    pages::recover::finding_back,
    session::{ApprovedChange, Change},
};

/// Begins what `owner` has approved of; where it goes on.
pub(super) async fn begin(purpose: Purpose, owner: CustomerId) -> Result<&'static str, Error> {
    let (bank, visitor) = (context::bank(), context::visitor());
    let (change, page) = match purpose {
        Purpose::ChangeApp => (Change::App(factors::new_secret(bank.rng.as_ref())), APP),
        Purpose::NewCodes => {
            let codes = context::auth().new_recovery_codes(owner, bank.rng.as_ref()).await?;
            changed(owner, SecurityEvent::CodesMade).await?;
            (Change::Codes(codes), CODES)
        }
        _ => (Change::Password, PASSWORD),
    };
    let approved = ApprovedChange { change, owner, at: visitor.now() };
    visitor.change(|kept| kept.change = Some(approved));
    Ok(page)
}

async fn changed(owner: CustomerId, event: SecurityEvent) -> Result<(), Error> {
    let here = context::visitor().key();
    security::changed(&context::bank(), owner, event, here, &context::device()).await
}

/// Ends a change that was sent from `page`. What was approved too long ago is approved again first.
fn ended<F: Form>(result: Result<(), Error>, purpose: Purpose, page: &str, form: &F) {
    match result {
        Err(error @ Error::Refused(ErrorCode::ChangeLapsed)) => {
            outcome::failed(&error, &confirm::address(purpose), &ApproveForm::default());
        }
        result => outcome::ended(result, SECURITY, page, form),
    }
}

/// Keeps a new password.
#[server(prefix = "/do", endpoint = "password")]
pub async fn set_password(#[server(flatten)] form: NewPasswordForm) -> Result<(), ServerFnError> {
    ended(keep_password(&form).await, Purpose::ChangePassword, PASSWORD, &form);
    Ok(())
}

async fn keep_password(form: &NewPasswordForm) -> Result<(), Error> {
    let (bank, person, visitor) = (context::bank(), context::unfrozen()?, context::visitor());
    let Some(Change::Password) = visitor.approved() else { return Err(ErrorCode::ChangeLapsed.into()) };
    let password = form.check(&())?;
    context::auth().set_password(person.id, &password, &[&person.name, &person.greeting], bank.rng).await?;
    visitor.change(|kept| kept.change = None);
    changed(person.id, SecurityEvent::PasswordChanged).await
}

/// Who chooses a new password: somebody who is on their way back in, or who is signed in.
async fn weighed_for() -> Result<Customer, Error> {
    match finding_back().await? {
        Some(customer) => Ok(customer),
        None => context::person(),
    }
}

/// Says how hard a password is to guess, in a sentence.
#[server(prefix = "/do", endpoint = "password/strength")]
pub async fn weigh_password(#[server(default)] password: String) -> Result<String, ServerFnError> {
    let words = context::words();
    let person = match weighed_for().await {
        Ok(person) => person,
        Err(error) => {
            outcome::finished(Err(error), PASSWORD);
            return Ok(String::new());
        }
    };
    if let Err(code) = check_length(&password) {
        return Ok(if password.is_empty() { String::new() } else { words.error(code).to_owned() });
    }
    match context::auth().strength(person.id, &password, &[&person.name, &person.greeting]).await {
        Ok(strength) => Ok(words.say(sentence(strength)).to_owned()),
        // Nothing is said, and nothing is lost: it is weighed again when it is sent.
        Err(error) => {
            outcome::log(&error);
            Ok(String::new())
        }
    }
}

const fn sentence(strength: Strength) -> &'static str {
    match strength {
        Strength::Common => "password-common",
        Strength::Weak => "password-weak",
        Strength::Strong => "password-strong",
    }
}

/// Keeps a new authenticator app.
#[server(prefix = "/do", endpoint = "app")]
pub async fn set_app(#[server(flatten)] form: CodeForm) -> Result<(), ServerFnError> {
    ended(keep_app(&form).await, Purpose::ChangeApp, APP, &form);
    Ok(())
}

async fn keep_app(form: &CodeForm) -> Result<(), Error> {
    let (person, visitor) = (context::unfrozen()?, context::visitor());
    let Some(Change::App(secret)) = visitor.approved() else { return Err(ErrorCode::ChangeLapsed.into()) };
    let code = form.check(&())?;
    context::auth().set_app(person.id, &secret, &code).await?;
    visitor.change(|kept| kept.change = None);
    changed(person.id, SecurityEvent::AppChanged).await
}
