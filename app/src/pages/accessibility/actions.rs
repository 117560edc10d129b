//! What is done: keeping what somebody says was hard.

use bank::feedback;
use leptos::prelude::*;
use model::forms::FeedbackForm;

use super::FEEDBACK;
use crate::{context, outcome};

/// Keeps what somebody says was hard.
#[server(prefix = "/do", endpoint = "feedback")]
pub async fn tell(#[server(flatten)] form: FeedbackForm) -> Result<(), ServerFnError> {
    match feedback::tell(&context::bank(), &form, context::preferences().language).await {
        Ok(number) => {
            outcome::forget(FEEDBACK);
            outcome::done(&format!("{FEEDBACK}?number={number}"));
        }
        Err(error) => outcome::failed(&error, FEEDBACK, &form),
    }
    Ok(())
}
