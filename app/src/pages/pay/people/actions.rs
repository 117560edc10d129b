//! What is done: call somebody something, have them come first, take them off the list and put them back, pay them.

use bank::{Error, payments};
use leptos::prelude::*;
use model::forms::NicknameForm;

use super::{PEOPLE, one};
use crate::{
    context, outcome,
    pages::pay::{actions::named, steps::Step},
};

/// Keeps what somebody is called.
#[server(prefix = "/do", endpoint = "pay/people/nickname")]
pub async fn set_nickname(
    /// The payment that went to them.
    #[server(default)]
    payee: String,
    /// What was typed.
    #[server(flatten)]
    form: NicknameForm,
) -> Result<(), ServerFnError> {
    let page = one(named(&payee));
    outcome::ended(call(&payee, &form).await, &format!("{page}?saved=1"), &page, &form);
    Ok(())
}

async fn call(payee: &str, form: &NicknameForm) -> Result<(), Error> {
    let person = context::person()?;
    payments::set_nickname(&context::bank(), person.id, named(payee), form).await
}

/// Keeps whether somebody comes first.
#[server(prefix = "/do", endpoint = "pay/people/favourite")]
pub async fn set_favourite(
    /// The payment that went to them.
    #[server(default)]
    payee: String,
    /// `1` where they do.
    #[server(default)]
    favourite: String,
) -> Result<(), ServerFnError> {
    outcome::finished(prefer(&payee, favourite == "1").await, &one(named(&payee)));
    Ok(())
}

async fn prefer(payee: &str, favourite: bool) -> Result<(), Error> {
    let person = context::person()?;
    payments::set_favourite(&context::bank(), person.id, named(payee), favourite).await
}

/// Takes somebody off the list, or puts them back.
#[server(prefix = "/do", endpoint = "pay/people/list")]
pub async fn list_payee(
    /// The payment that went to them.
    #[server(default)]
    payee: String,
    /// `1` where they are put back.
    #[server(default)]
    listed: String,
) -> Result<(), ServerFnError> {
    let (id, listed) = (named(&payee), listed == "1");
    // Whoever was taken off can be put back at once.
    let then = if listed { PEOPLE.to_owned() } else { format!("{PEOPLE}?off={id}") };
    outcome::finished(list(&payee, listed).await, &then);
    Ok(())
}

async fn list(payee: &str, listed: bool) -> Result<(), Error> {
    let person = context::person()?;
    payments::set_listed(&context::bank(), person.id, named(payee), listed).await
}

/// Keeps that the payment under way goes to somebody who was paid before.
#[server(prefix = "/do", endpoint = "pay/people/choose")]
pub async fn choose_payee(
    /// The payment under way.
    #[server(default)]
    draft: String,
    /// The payment that went to them.
    #[server(default)]
    payee: String,
) -> Result<(), ServerFnError> {
    outcome::finished(choose(&draft, &payee).await, &Step::Review.of(named(&draft)));
    Ok(())
}

async fn choose(draft: &str, payee: &str) -> Result<(), Error> {
    let (person, draft) = (context::person()?, named(draft));
    payments::choose_again(&context::bank(), person.id, draft, named(payee)).await?;
    // What was typed of somebody else, and was not right, is of no use any more.
    outcome::forget(&Step::Payee.of(draft));
    Ok(())
}
