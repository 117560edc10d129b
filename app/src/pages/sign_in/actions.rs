//! What is done: the first half, the second half, a passkey instead of both, and leaving.

use auth::sign_in;
use bank::{
    Bank, Error,
    customers::{self, Customer},
    security::{self, SecurityEvent},
    sessions,
};
use http::{HeaderName, HeaderValue};
use leptos::prelude::*;
use model::{
    CustomerId, ErrorCode, Preferences, Problems,
    forms::{ApproveForm, CodeForm, Form, PasskeySignInForm, RecoveryCodeForm, SignInForm},
};

use super::{CODE, RECOVERY_CODE, onward};
use crate::{
    context, outcome,
    pages::recover,
    reading::Reads,
    session::{Asked, HalfSignedIn},
};

/// Takes the name and the password. Whatever they are, the code is asked for next.
#[server(prefix = "/do", endpoint = "sign-in")]
pub async fn sign_in(
    #[server(flatten)] form: SignInForm,
    #[server(default)] next: String,
) -> Result<(), ServerFnError> {
    let next = onward(&next);
    let result = first_half(&form, next).await;
    outcome::ended(result, CODE, &context::sign_in_address(next), &form);
    Ok(())
}

async fn first_half(form: &SignInForm, next: &str) -> Result<(), Error> {
    let (username, password) = form.check(&())?;
    let pending = sign_in::password(&context::auth(), &username, &password).await?;
    let half = HalfSignedIn { pending, username: form.kept().username, next: next.to_owned() };
    context::visitor().change(|kept| kept.sign_in = Some(half));
    Ok(())
}

/// Takes the code: now it is known whether both halves were right.
#[server(prefix = "/do", endpoint = "sign-in/code")]
pub async fn sign_in_code(#[server(flatten)] form: CodeForm) -> Result<(), ServerFnError> {
    let Some(half) = first() else { return Ok(()) };
    let result = second_half(&form, &half).await;
    ended(result, half, CODE, &form);
    Ok(())
}

/// Takes a recovery code instead.
#[server(prefix = "/do", endpoint = "sign-in/recovery-code")]
pub async fn sign_in_recovery_code(#[server(flatten)] form: RecoveryCodeForm) -> Result<(), ServerFnError> {
    let Some(half) = first() else { return Ok(()) };
    let result = second_half_on_paper(&form, &half).await;
    ended(result, half, RECOVERY_CODE, &form);
    Ok(())
}

/// The first half, where it was sent. Otherwise it was too long ago, or this is a second press: the page sorts it out.
fn first() -> Option<HalfSignedIn> {
    let half = context::visitor().read(|kept| kept.sign_in.clone());
    if half.is_none() {
        outcome::done("/sign-in");
    }
    half
}

/// Ends the second half, which was sent from `page`.
fn ended<F: Form>(result: Result<(), Error>, half: HalfSignedIn, page: &str, form: &F) {
    let now = context::visitor().now();
    match result {
        Ok(()) => outcome::done(&half.next),
        Err(Error::Form(problems)) => outcome::failed(&Error::Form(problems), page, form),
        // Nobody is told which half was wrong: the code is asked for again, and the way back leads to the first half.
        Err(Error::Refused(code @ ErrorCode::SignInRefused)) if half.pending.is_open(now) => {
            outcome::failed(&Error::Form(Problems::one("code", code)), page, form);
        }
        // Both halves were right, and the password opens nothing any more: another takes its place.
        Err(error @ Error::Refused(ErrorCode::PasswordSpent)) => {
            context::visitor().change(|kept| kept.sign_in = None);
            outcome::failed(&error, recover::LOST, &ApproveForm::default());
        }
        Err(Error::Refused(ErrorCode::SignInRefused)) => begin_again(&ErrorCode::SignInLapsed.into(), half),
        Err(error) => begin_again(&error, half),
    }
}

async fn second_half(form: &CodeForm, half: &HalfSignedIn) -> Result<(), Error> {
    let code = form.check(&())?;
    let id = sign_in::code(&context::auth(), &half.pending, &code).await?;
    welcome(id, SecurityEvent::SignInCode).await
}

async fn second_half_on_paper(form: &RecoveryCodeForm, half: &HalfSignedIn) -> Result<(), Error> {
    let code = form.check(&())?;
    let id = sign_in::recovery_code(&context::auth(), &half.pending, &code).await?;
    welcome(id, SecurityEvent::SignInRecoveryCode).await
}

/// Makes the session that of the customer `id`, who has proved who they are in this `way`.
async fn welcome(id: CustomerId, way: SecurityEvent) -> Result<(), Error> {
    let bank = context::bank();
    let customer = bank.customers.customer(id).await?.ok_or(ErrorCode::SignInRefused)?;
    // The sign-in page is read as the person reads, also after they have left.
    let preferences = as_chosen(&bank, &customer).await?;
    context::remember_reading(Reads { preferences, chosen: false });
    security::signed_in(&bank, id, way, &context::device()).await?;
    context::visitor().sign_in(id);
    tracing::info!(customer = id.value(), "signed in");
    Ok(())
}

/// How `customer` reads from now on. Whoever has just asked for larger letters, or another language, does not lose them
/// by signing in.
async fn as_chosen(bank: &Bank, customer: &Customer) -> Result<Preferences, Error> {
    let visit = context::visit();
    let Preferences { language, text, .. } = visit.preferences;
    let wanted = Preferences { language, text, ..customer.preferences };
    if !visit.chosen || wanted == customer.preferences {
        return Ok(customer.preferences);
    }
    customers::set_preferences(bank, customer.id, wanted).await?;
    Ok(wanted)
}

/// Says what to ask the passkeys of whoever is there: JSON for the browser. The answer is good once.
#[server(prefix = "/do", endpoint = "sign-in/passkey/ask")]
pub async fn ask_for_passkey() -> Result<String, ServerFnError> {
    // Server functions are async, also those that wait for nothing.
    match std::future::ready(context::auth().ask_for_passkey()).await {
        Ok(ceremony) => {
            let options = ceremony.options.clone();
            let at = context::visitor().now();
            context::visitor().change(|kept| kept.passkey = Some(Asked { ceremony, at }));
            Ok(options)
        }
        Err(error) => {
            outcome::finished(Err(error), "/sign-in");
            Ok(String::new())
        }
    }
}

/// Signs in whoever the passkey says they are.
#[server(prefix = "/do", endpoint = "sign-in/passkey")]
pub async fn sign_in_with_passkey(
    #[server(flatten)] form: PasskeySignInForm,
    #[server(default)] next: String,
) -> Result<(), ServerFnError> {
    let next = onward(&next);
    let result = with_passkey(&form).await;
    outcome::ended(result, next, &context::sign_in_address(next), &SignInForm::default());
    Ok(())
}

async fn with_passkey(form: &PasskeySignInForm) -> Result<(), Error> {
    let visitor = context::visitor();
    let asked = visitor.change(|kept| kept.passkey.take());
    let signed = form.check(&())?;
    let asked = asked.filter(|asked| asked.is_open(visitor.now())).ok_or(ErrorCode::PasskeyLapsed)?;
    let id = context::auth().sign_in_with_passkey(&asked.ceremony, &signed).await?;
    welcome(id, SecurityEvent::SignInPasskey).await
}

/// Both halves are asked again.
fn begin_again(error: &Error, half: HalfSignedIn) {
    let page = context::sign_in_address(&half.next);
    let form = SignInForm { username: half.username, password: String::new() };
    if matches!(error, Error::Refused(_)) {
        context::visitor().change(|kept| kept.sign_in = None);
    }
    outcome::failed(error, &page, &form);
}

/// Ends the session, and everything the browser has kept of it.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    let visitor = context::visitor();
    let who = visitor.customer().map(|customer| customer.id);
    if let (Some(customer), Some(key)) = (who, visitor.key()) {
        // Whoever leaves has left, also where it cannot be noted.
        if let Err(error) = sessions::left(&context::bank(), customer, key).await {
            outcome::log(&error);
        }
    }
    visitor.end();
    let kept = HeaderValue::from_static("\"cache\", \"storage\"");
    context::header(HeaderName::from_static("clear-site-data"), kept);
    outcome::done("/sign-in?left=1");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_ours_are_gone_on_to() {
        for next in
            ["//evil.example", "https://evil.example", "/\\evil.example", "/do/sign-out", "/sign-in", "/staff", "x", ""]
        {
            assert_eq!(onward(next), "/", "{next}");
        }
        for next in
            ["/x/../do/sign-out", "/.//evil.example", "/%2e%2e//evil.example", "/x//y", "/?x=\ny", "/\t/evil.example"]
        {
            assert_eq!(onward(next), "/", "{next}");
        }
        for next in ["/", "/accounts/0abc", "/pay/0abc/review", "/accounts/0abc?period=30-days"] {
            assert_eq!(onward(next), next);
        }
    }
}
