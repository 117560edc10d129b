//! What is done: choosing how to read, ending sessions, and looking after passkeys.

use bank::{
    Error, customers,
    security::{self, Facts, SecurityEvent},
    sessions,
    step_up::Purpose,
};
use leptos::prelude::*;
use model::{
    ErrorCode, PasskeyId,
    forms::{ApproveForm, Form, NewPasskeyForm, PasskeyNameForm, PreferencesForm},
};

use super::{PREFERENCES, SECURITY, confirm, factor_actions, passkeys};
use crate::{context, outcome, reading::Reads, session::Asked};

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
    context::remember_reading(Reads { preferences: wanted, chosen: context::visitor().customer().is_none() });
    Ok(())
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

/// Makes sure who it is, and begins what they want to change.
#[server(prefix = "/do", endpoint = "confirm")]
pub async fn confirm(
    #[server(default)] purpose: String,
    #[server(flatten)] form: ApproveForm,
) -> Result<(), ServerFnError> {
    let Some(purpose) = Purpose::from_code(&purpose) else {
        // No page of ours asks for what is none.
        outcome::finished(Err(ErrorCode::StepUpExpired.into()), SECURITY);
        return Ok(());
    };
    match begin(purpose, &form).await {
        Ok(next) => outcome::ended(Ok(()), next, &confirm::address(purpose), &form),
        Err(error) => outcome::failed(&error, &confirm::address(purpose), &form),
    }
    Ok(())
}

/// Where what was approved goes on.
async fn begin(purpose: Purpose, form: &ApproveForm) -> Result<&'static str, Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    match purpose {
        Purpose::AddPasskey => {
            bank::passkeys::may_add(&bank, person.id, form).await?;
            let ceremony = context::auth().new_passkey(&person).await?;
            let at = visitor.now();
            visitor.change(|kept| kept.new_passkey = Some(Asked { ceremony, at }));
            Ok(passkeys::CREATE)
        }
        Purpose::ChangePassword | Purpose::ChangeApp | Purpose::NewCodes => {
            security::may_change(&bank, person.id, purpose, form).await?;
            factor_actions::begin(purpose, person.id).await
        }
        Purpose::Payment
        | Purpose::RemovePasskey
        | Purpose::RaiseLimit
        | Purpose::Mandate
        | Purpose::Delegate
        | Purpose::TwoPeople
        | Purpose::Second
        | Purpose::PlanAmount
        | Purpose::Thaw
        | Purpose::UnlockCard
        | Purpose::ActivateCard
        | Purpose::CardPin => Err(ErrorCode::NotFound.into()),
    }
}

/// Keeps the passkey that an authenticator has made.
#[server(prefix = "/do", endpoint = "passkeys/create")]
pub async fn create_passkey(#[server(flatten)] form: NewPasskeyForm) -> Result<(), ServerFnError> {
    match keep_passkey(&form).await {
        // The question was answered, or is too old: approving comes first again.
        Err(error @ Error::Refused(ErrorCode::PasskeyLapsed)) => {
            outcome::failed(&error, &confirm::address(Purpose::AddPasskey), &ApproveForm::default());
        }
        result => outcome::ended(result, SECURITY, passkeys::CREATE, &form),
    }
    Ok(())
}

async fn keep_passkey(form: &NewPasskeyForm) -> Result<(), Error> {
    let (bank, person, visitor) = (context::bank(), context::unfrozen()?, context::visitor());
    let (name, made) = form.check(&())?;
    let asked = visitor.change(|kept| kept.new_passkey.take());
    let asked = asked.filter(|asked| asked.is_open(visitor.now())).ok_or(ErrorCode::PasskeyLapsed)?;
    let id = PasskeyId::new(bank.ids.next());
    context::auth().keep_passkey(person.id, &asked.ceremony, &made, (id, name)).await?;
    security::happens(&bank, person.id, SecurityEvent::PasskeyAdded, &context::device(), &Facts::default()).await
}

/// Gives a passkey another name.
#[server(prefix = "/do", endpoint = "passkeys/rename")]
pub async fn rename_passkey(
    #[server(default)] id: String,
    #[server(flatten)] form: PasskeyNameForm,
) -> Result<(), ServerFnError> {
    let id = named(&id);
    outcome::ended(rename(id, &form).await, &passkeys::address(id), &passkeys::renaming(id), &form);
    Ok(())
}

async fn rename(id: PasskeyId, form: &PasskeyNameForm) -> Result<(), Error> {
    let person = context::person()?;
    bank::passkeys::rename(&context::bank(), person.id, id, form).await
}

/// Takes a passkey away.
#[server(prefix = "/do", endpoint = "passkeys/remove")]
pub async fn remove_passkey(
    #[server(default)] id: String,
    #[server(flatten)] form: ApproveForm,
) -> Result<(), ServerFnError> {
    let id = named(&id);
    outcome::ended(remove(id, &form).await, SECURITY, &passkeys::address(id), &form);
    Ok(())
}

async fn remove(id: PasskeyId, form: &ApproveForm) -> Result<(), Error> {
    let person = context::person()?;
    bank::passkeys::remove(&context::bank(), person.id, id, form, &context::device()).await
}

/// The passkey a form names. A name that cannot be one is that of none: ids begin above zero.
fn named(id: &str) -> PasskeyId {
    id.parse().unwrap_or(PasskeyId::new(0))
}

/// Keeps the session: that this was asked is what keeps it. Says whether there still is one.
#[server(prefix = "/do", endpoint = "session/extend")]
pub async fn extend_session() -> Result<bool, ServerFnError> {
    // Server functions are async, also those that wait for nothing.
    Ok(std::future::ready(context::visitor().customer().is_some()).await)
}
