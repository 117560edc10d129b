//! What is done: beginning, stopping, going on, proving and putting something new in place.

use auth::{factors, recovery as proving};
use bank::{
    Error,
    customers::Customer,
    recovery::{self, Recovery, Stage},
    security,
};
use leptos::prelude::*;
use model::{
    ErrorCode,
    forms::{AnewForm, ForgottenForm, Form, ProofForm, SignInForm},
};

use super::{ANEW, APP, DONE, LOST, PASSWORD, PROOF, SENT};
use crate::{
    context, outcome,
    session::{FindingBack, WayBack},
};

/// Begins for somebody who has lost their password. Whatever was typed, the answer is the same.
#[server(prefix = "/do", endpoint = "sign-in/recover/password")]
pub async fn begin_without_password(#[server(flatten)] form: ForgottenForm) -> Result<(), ServerFnError> {
    outcome::ended(without_password(&form).await, SENT, PASSWORD, &form);
    Ok(())
}

async fn without_password(form: &ForgottenForm) -> Result<(), Error> {
    let (username, code) = form.check(&())?;
    let (auth, bank) = (context::auth(), context::bank());
    proving::without_password(&auth, &bank, &username, code, &context::device()).await
}

/// Begins for somebody who has lost their app. Whatever was typed, the answer is the same.
#[server(prefix = "/do", endpoint = "sign-in/recover/app")]
pub async fn begin_without_app(#[server(flatten)] form: SignInForm) -> Result<(), ServerFnError> {
    outcome::ended(without_app(&form).await, SENT, APP, &form);
    Ok(())
}

async fn without_app(form: &SignInForm) -> Result<(), Error> {
    let (username, password) = form.check(&())?;
    let (auth, bank) = (context::auth(), context::bank());
    proving::without_app(&auth, &bank, &username, password, &context::device()).await
}

/// The page of a link, where it can be one.
fn page_of(link: &str) -> Option<String> {
    let plain = link.len() <= 64 && link.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (plain && !link.is_empty()).then(|| format!("/recover/{link}"))
}

/// Stops the way back in behind a link.
#[server(prefix = "/do", endpoint = "recover/stop")]
pub async fn stop_recovery(#[server(default)] link: String) -> Result<(), ServerFnError> {
    let page = page_of(&link).unwrap_or_else(|| LOST.to_owned());
    let stopped = recovery::cancel(&context::bank(), &proving::link_hash(&link), &context::device()).await;
    outcome::finished(stopped, &page);
    Ok(())
}

/// Stops the way back in of whoever is signed in.
#[server(prefix = "/do", endpoint = "recover/stop-mine")]
pub async fn stop_my_recovery() -> Result<(), ServerFnError> {
    outcome::finished(stop_mine().await, "/you/security");
    Ok(())
}

async fn stop_mine() -> Result<(), Error> {
    let person = context::person()?;
    recovery::stop(&context::bank(), person.id, &context::device()).await
}

/// Goes on behind a link whose day is over.
#[server(prefix = "/do", endpoint = "recover/open")]
pub async fn open_recovery(#[server(default)] link: String) -> Result<(), ServerFnError> {
    let page = page_of(&link).unwrap_or_else(|| LOST.to_owned());
    match go_on(&link).await {
        Ok(true) => outcome::done(PROOF),
        result => outcome::finished(result.map(drop), &page),
    }
    Ok(())
}

async fn go_on(link: &str) -> Result<bool, Error> {
    let known = recovery::behind(&context::bank(), &proving::link_hash(link)).await?;
    let now = context::visitor().now();
    let Some(open) = known.filter(|known| matches!(known.stage(now), Stage::Open(_))) else { return Ok(false) };
    outcome::forget(PROOF);
    set_out(&open, WayBack::Link);
    Ok(true)
}

/// From here on the session knows which way back it is.
fn set_out(open: &Recovery, way: WayBack) {
    let visitor = context::visitor();
    let back = FindingBack { recovery: open.id, customer: open.customer, way, at: visitor.now() };
    visitor.change(|kept| kept.finding_back = Some(back));
}

/// The way back in that this session is on, where it is open, and how far it has come here.
pub(super) async fn open() -> Result<Option<(Recovery, WayBack)>, Error> {
    let Some(back) = context::visitor().finding_back() else { return Ok(None) };
    match recovery::open(&context::bank(), back.customer, back.recovery).await {
        Ok(open) => Ok(Some((open, back.way))),
        Err(Error::Refused(ErrorCode::RecoveryOver)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Who has proved in this session that they may choose a new password.
pub(in crate::pages) async fn who() -> Result<Option<Customer>, Error> {
    match open().await? {
        Some((open, WayBack::Proved(_))) => Ok(context::bank().customers.customer(open.customer).await?),
        _ => Ok(None),
    }
}

/// Takes the proof again.
#[server(prefix = "/do", endpoint = "recover/proof")]
pub async fn prove_again(#[server(flatten)] form: ProofForm) -> Result<(), ServerFnError> {
    ended(prove(&form).await, ANEW, PROOF, &form);
    Ok(())
}

async fn prove(form: &ProofForm) -> Result<(), Error> {
    let (open, _) = open().await?.ok_or(ErrorCode::RecoveryOver)?;
    let given = form.check(&open.lost)?;
    context::auth().prove_again(&open, &given).await?;
    outcome::forget(ANEW);
    set_out(&open, WayBack::Proved(factors::new_secret(context::bank().rng.as_ref())));
    // Whoever planted the session that was proved in, or has read its secret, is left behind.
    context::visitor().renew();
    Ok(())
}

/// Puts something new into the place of what was lost.
#[server(prefix = "/do", endpoint = "recover/new")]
pub async fn finish_recovery(#[server(flatten)] form: AnewForm) -> Result<(), ServerFnError> {
    ended(finish(&form).await, DONE, ANEW, &form);
    Ok(())
}

async fn finish(form: &AnewForm) -> Result<(), Error> {
    let (auth, bank) = (context::auth(), context::bank());
    let Some((open, WayBack::Proved(secret))) = open().await? else { return Err(ErrorCode::RecoveryOver.into()) };
    let anew = form.check(&open.lost)?;
    let known = bank.customers.customer(open.customer).await?.ok_or(ErrorCode::RecoveryOver)?;
    let new = proving::New { anew, secret: &secret, about: &[&known.name, &known.greeting] };
    let codes = proving::finish(&auth, &bank, (open.customer, open.id), new, &context::device()).await?;
    let held_until = security::held_until(&bank, open.customer).await?.unwrap_or(bank.clock.now());
    set_out(&open, WayBack::Done { codes, held_until });
    Ok(())
}

/// Ends a step that was sent from `page`. Where the way back is over, it begins with what was lost.
fn ended<F: Form>(result: Result<(), Error>, then: &str, page: &str, form: &F) {
    match result {
        Err(Error::Refused(ErrorCode::RecoveryOver)) => outcome::done(LOST),
        result => outcome::ended(result, then, page, form),
    }
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn a_link_leads_to_its_own_page_and_nowhere_else() {
        assert_eq!(page_of("0abc").as_deref(), Some("/recover/0abc"));
        for other in ["", "../you", "a/b", "//evil.example", "a?b", "é", &"a".repeat(65)] {
            assert_eq!(page_of(other), None, "{other}");
        }
    }
}
