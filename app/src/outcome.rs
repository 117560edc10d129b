//! How an action ends: on another page, on the same one with what was typed, or with words about what happened.

use bank::Error;
use http::StatusCode;
use model::{CustomerId, ErrorCode, Problems, Timestamp, forms::Form};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{context, pages::accessibility::FEEDBACK};

/// How long a form that was not right waits for its page, in seconds.
const WAITS_S: i64 = 10 * 60;
/// The most forms that wait in one session.
const WAITING: usize = 4;
/// The pages whose forms a stranger fills in.
const FOR_STRANGERS: [&str; 7] =
    ["/sign-in", "/recover/", FEEDBACK, "/help/chat", "/help/person", "/staff/sign-in", "/staff/enrol"];
/// The most one form may take in a session, in bytes of JSON.
const LARGEST: usize = 8 * 1024;

/// A form that was not right, or could not be taken, as the session keeps it for its page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptFlash {
    /// The path of the page that shows it.
    page: String,
    /// Who typed it; nobody else is shown it. `None` before anybody has signed in.
    pub(crate) owner: Option<CustomerId>,
    /// What was typed, save secrets.
    form: Value,
    /// What is wrong with it.
    problems: Problems,
    /// When it was sent.
    at: Timestamp,
}

/// A form that comes back to its page.
#[derive(Debug, Clone)]
pub struct Flash<F> {
    /// What was typed, save secrets.
    pub form: F,
    /// What is wrong with it. Empty where nothing is: it was sent after the session had ended.
    pub problems: Problems,
}

/// The action did what was asked: on to `path`.
pub fn done(path: &str) {
    context::redirect(path);
}

/// Ends an action: on to `then` where it did what was asked, otherwise as [`failed`].
pub fn ended<F: Form>(result: Result<(), Error>, then: &str, page: &str, form: &F) {
    match result {
        Ok(()) => {
            forget(page);
            done(then);
        }
        Err(error) => failed(&error, page, form),
    }
}

/// Ends an action in which nothing was typed: on to `then` where it did what was asked, to the sign-in and from
/// there to `then` where the session has ended; otherwise it is told what happened.
pub fn finished(result: Result<(), Error>, then: &str) {
    match result {
        Ok(()) => done(then),
        Err(Error::Refused(ErrorCode::SignedOut)) => context::redirect(&context::sign_in_address(then)),
        Err(error) => told(&error),
    }
}

/// The action has changed what is typed into `form`, and nothing else: `page` shows it.
pub fn typed<F: Form>(page: &str, form: &F) {
    back(page, form, Problems::none());
}

/// The action did not do what was asked. What was typed into `form` waits in the session, and `page` shows it
/// again with what is wrong; where the session has ended, after signing in again. What no form can put right is
/// told on a page of its own.
pub fn failed<F: Form>(error: &Error, page: &str, form: &F) {
    match error {
        Error::Form(problems) => back(page, form, problems.clone()),
        Error::Refused(ErrorCode::SignedOut) => {
            park(page, form);
            context::redirect(&context::sign_in_address(page));
        }
        Error::Refused(code) if status_of(error).is_none() => back(page, form, Problems::one("", *code)),
        Error::Refused(_) | Error::Unavailable(_) => told(error),
    }
}

/// What was typed on `page` before, where it was not right. It stays until the page is sent again or ten minutes
/// have passed, so that a reload does not lose it.
#[must_use]
pub fn flash<F: Form>(page: &str) -> Option<Flash<F>> {
    let (session, page) = (context::visitor(), context::outer(page));
    let (now, who) = (session.now(), session.customer().map(|customer| customer.id));
    session.read(|kept| {
        let flash = kept.flashes.iter().find(|flash| flash.page == page && flash.owner == who)?;
        if now.seconds_since(flash.at) > WAITS_S {
            return None;
        }
        let form = serde_json::from_value(flash.form.clone()).ok()?;
        Some(Flash { form, problems: flash.problems.clone() })
    })
}

/// The status of a page about `error`; `None` for a refusal that belongs beside a form.
#[must_use]
pub const fn status_of(error: &Error) -> Option<StatusCode> {
    match error {
        Error::Unavailable(_) | Error::Refused(ErrorCode::Busy) => Some(StatusCode::SERVICE_UNAVAILABLE),
        Error::Refused(ErrorCode::NotFound) => Some(StatusCode::NOT_FOUND),
        Error::Refused(ErrorCode::Forbidden) => Some(StatusCode::FORBIDDEN),
        Error::Refused(ErrorCode::InFlight) => Some(StatusCode::CONFLICT),
        Error::Refused(ErrorCode::KeyReused) => Some(StatusCode::UNPROCESSABLE_ENTITY),
        Error::Refused(ErrorCode::Fault) => Some(StatusCode::INTERNAL_SERVER_ERROR),
        Error::Refused(_) | Error::Form(_) => None,
    }
}

/// Writes to the log what a person is not told.
pub fn log(error: &Error) {
    match error {
        Error::Unavailable(cause) => {
            let mut chain = cause.to_string();
            let mut source = std::error::Error::source(cause);
            while let Some(cause) = source {
                chain.push_str(": ");
                chain.push_str(&cause.to_string());
                source = cause.source();
            }
            tracing::error!(error = chain, "the storage did not answer");
        }
        Error::Refused(ErrorCode::Fault) => tracing::error!("a use case found something that cannot be"),
        Error::Refused(_) | Error::Form(_) => {}
    }
}

/// An action has no page to answer with: it sets the status alone, and the server puts the page about it around.
fn told(error: &Error) {
    log(error);
    context::status(status_of(error).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY));
}

fn back<F: Form>(page: &str, form: &F, problems: Problems) {
    let visitor = context::visitor();
    // Few things begin a session for a stranger, and how often they may is limited.
    if visitor.key().is_none() && !FOR_STRANGERS.iter().any(|begin| page.starts_with(begin)) {
        return told(&Error::Form(problems));
    }
    let owner = visitor.customer().map(|customer| customer.id);
    keep(page, owner, form, problems);
    context::redirect(page);
}

/// Keeps what was typed for the person whose session has ended, in a fresh one. Where nobody can say whose it
/// was, nothing is kept: the next to sign in here could be somebody else.
fn park<F: Form>(page: &str, form: &F) {
    if let Some(owner) = context::visitor().lapsed() {
        keep(page, Some(owner), form, Problems::none());
    }
}

fn keep<F: Form>(page: &str, owner: Option<CustomerId>, form: &F, problems: Problems) {
    let session = context::visitor();
    let Ok(form) = serde_json::to_value(form.kept()) else { return };
    if form.to_string().len() > LARGEST {
        return;
    }
    let page = context::outer(page);
    let flash = KeptFlash { page: page.clone(), owner, form, problems, at: session.now() };
    session.change(|kept| {
        kept.flashes.retain(|known| known.page != page);
        let excess = (kept.flashes.len() + 1).saturating_sub(WAITING);
        kept.flashes.drain(..excess);
        kept.flashes.push(flash);
    });
}

/// What waits for `page` is forgotten.
pub fn forget(page: &str) {
    let (session, page) = (context::visitor(), context::outer(page));
    if session.read(|kept| kept.flashes.iter().any(|flash| flash.page == page)) {
        session.change(|kept| kept.flashes.retain(|flash| flash.page != page));
    }
}
