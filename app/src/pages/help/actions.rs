//! What is done: asking for a call, and not wanting it any more.

use bank::{
    Error,
    help::{self, Asker},
};
use leptos::prelude::*;
use model::{CallBackId, forms::CallBackForm};

use super::{PERSON, asker, person_address};
use crate::{context, layouts, outcome};

/// The most calls a session of somebody who is not signed in remembers.
const REMEMBERED: usize = 10;

/// Asks for a call.
#[server(prefix = "/do", endpoint = "help/call-back")]
pub async fn ask_call(
    /// What was typed.
    #[server(flatten)]
    form: CallBackForm,
    /// The page the person came from.
    #[server(default)]
    from: String,
) -> Result<(), ServerFnError> {
    let page = person_address(&from);
    match ask(&form).await {
        Ok(id) => {
            layouts::help_asked(&from);
            outcome::forget(&page);
            outcome::done(&address(id));
        }
        Err(error) => outcome::failed(&error, &page, &form),
    }
    Ok(())
}

async fn ask(form: &CallBackForm) -> Result<CallBackId, Error> {
    let asker = asker();
    let id = help::ask(&context::bank(), &asker, form).await?;
    if let Asker::Visitor(known) = asker
        && !known.contains(&id)
    {
        context::visitor().change(|kept| {
            let excess = (kept.calls.len() + 1).saturating_sub(REMEMBERED);
            kept.calls.drain(..excess);
            kept.calls.push(id);
        });
    }
    Ok(id)
}

/// The person does not want to be called any more.
#[server(prefix = "/do", endpoint = "help/cancel-call")]
pub async fn cancel_call(
    /// Which call.
    #[server(default)]
    call: String,
) -> Result<(), ServerFnError> {
    let Ok(id) = call.parse::<CallBackId>() else {
        outcome::done(PERSON);
        return Ok(());
    };
    outcome::finished(help::cancel(&context::bank(), &asker(), id).await, &address(id));
    Ok(())
}

/// The address of what one keeps of a call.
pub(super) fn address(id: CallBackId) -> String {
    format!("{PERSON}/{id}")
}
