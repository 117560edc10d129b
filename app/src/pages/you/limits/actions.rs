//! What is done about limits: changing one, approving a raise, calling it off.

use bank::{
    Error,
    experiments::{EventKind, Journey},
    limits::{self, Changed, LimitKind},
};
use leptos::prelude::*;
use model::{
    AccountId, ErrorCode,
    forms::{ApproveForm, LimitForm},
};

use super::{LIMITS, RAISE, change_of, of};
use crate::{context, layouts, outcome, session::WantedLimit};

/// The limit a form names. What cannot be an account is none: ids begin above zero.
fn named(account: &str, limit: &str) -> Result<(AccountId, LimitKind), Error> {
    let kind = LimitKind::from_code(limit).ok_or(ErrorCode::NotFound)?;
    Ok((account.parse().map_err(|_| ErrorCode::NotFound)?, kind))
}

/// Changes a limit: at once where it is less, after a question where it is more.
#[server(prefix = "/do", endpoint = "limits/change")]
pub async fn change_limit(
    /// Of which account.
    #[server(default)]
    account: String,
    /// Which one.
    #[server(default)]
    limit: String,
    /// How much it is to be.
    #[server(flatten)]
    form: LimitForm,
) -> Result<(), ServerFnError> {
    let (id, kind) = match named(&account, &limit) {
        Ok(which) => which,
        Err(error) => {
            // Whether there is one is told to nobody who is not signed in.
            outcome::finished(Err(context::person().err().unwrap_or(error)), LIMITS);
            return Ok(());
        }
    };
    let page = change_of(id, kind);
    match change(id, kind, &form).await {
        Ok(Changed::Lowered) => outcome::ended(Ok(()), &format!("{}?lowered=1", of(id)), &page, &form),
        Ok(Changed::Raise(_)) => outcome::ended(Ok(()), RAISE, &page, &form),
        Err(error) => outcome::failed(&error, &page, &form),
    }
    Ok(())
}

async fn change(account: AccountId, kind: LimitKind, form: &LimitForm) -> Result<Changed, Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    let changed = limits::change(&bank, person.id, (account, kind), form, &context::device()).await;
    let changed = layouts::counted(Journey::Limit, changed)?;
    if let Changed::Lowered = changed {
        layouts::tell(&person, Journey::Limit, EventKind::Completed, None);
    }
    if let Changed::Raise(to) = changed {
        let wanted = WantedLimit { owner: person.id, account, kind, to, at: visitor.now() };
        visitor.change(|kept| kept.limit = Some(wanted));
        outcome::forget(RAISE);
    }
    Ok(changed)
}

/// Raises the limit that was chosen before.
#[server(prefix = "/do", endpoint = "limits/raise")]
pub async fn raise_limit(#[server(flatten)] form: ApproveForm) -> Result<(), ServerFnError> {
    match raise(&form).await {
        Ok(account) => outcome::ended(Ok(()), &of(account), RAISE, &form),
        Err(error) => outcome::failed(&error, RAISE, &form),
    }
    Ok(())
}

async fn raise(form: &ApproveForm) -> Result<AccountId, Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    // The page leads to the limits where none is chosen any more.
    let wanted = visitor.wanted_limit().ok_or(ErrorCode::StepUpExpired)?;
    let which = (wanted.account, wanted.kind, wanted.to);
    layouts::counted(Journey::Limit, limits::raise(&bank, person.id, which, form, &context::device()).await)?;
    layouts::tell(&person, Journey::Limit, EventKind::Completed, None);
    visitor.change(|kept| kept.limit = None);
    Ok(wanted.account)
}

/// Calls a raise off that waits.
#[server(prefix = "/do", endpoint = "limits/call-off")]
pub async fn call_off_limit(
    /// Of which account.
    #[server(default)]
    account: String,
    /// Which one.
    #[server(default)]
    limit: String,
) -> Result<(), ServerFnError> {
    let then = account.parse().map_or_else(|_| LIMITS.to_owned(), of);
    outcome::finished(call_off(&account, &limit).await, &then);
    Ok(())
}

async fn call_off(account: &str, limit: &str) -> Result<(), Error> {
    let (bank, person, which) = (context::bank(), context::person()?, named(account, limit)?);
    // Whose it is not learns nothing of it.
    limits::one(&bank, person.id, which.0).await?;
    limits::call_off(&bank, person.id, which, &context::device()).await
}
