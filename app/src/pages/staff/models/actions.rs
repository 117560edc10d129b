//! Proposing a model, agreeing with a colleague, and taking back what answers.

use bank::{Error, models, staff::Duty};
use leptos::prelude::*;
use model::{ModelId, forms::TakeForm};

use super::super::MODELS;
use crate::{context, outcome};

/// The one that a form names; a name that cannot be one is that of none.
fn named(id: &str) -> ModelId {
    id.parse().unwrap_or(ModelId::new(0))
}

/// On to the page, which says what was in the way.
fn ended(result: Result<(), Error>) {
    outcome::ended(result, MODELS, MODELS, &TakeForm::default());
}

/// Wants a model to answer people.
#[server(prefix = "/do", endpoint = "staff/models/propose")]
pub async fn propose_model(#[server(default)] model: String) -> Result<(), ServerFnError> {
    ended(proposed(named(&model)).await);
    Ok(())
}

async fn proposed(model: ModelId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Promoting)?;
    models::propose(&context::bank(), member.id, model).await
}

/// Agrees with a colleague, or not.
#[server(prefix = "/do", endpoint = "staff/models/decide")]
pub async fn decide_model(
    #[server(default)] model: String,
    #[server(default)] agrees: String,
) -> Result<(), ServerFnError> {
    ended(decided(named(&model), agrees == "yes").await);
    Ok(())
}

async fn decided(model: ModelId, agrees: bool) -> Result<(), Error> {
    let member = context::staff_with(Duty::Promoting)?;
    models::decide(&context::bank(), member.id, model, agrees).await
}

/// Takes back the model that answers.
#[server(prefix = "/do", endpoint = "staff/models/back")]
pub async fn take_model_back(#[server(default)] model: String) -> Result<(), ServerFnError> {
    ended(taken_back(named(&model)).await);
    Ok(())
}

async fn taken_back(model: ModelId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Promoting)?;
    models::roll_back(&context::bank(), member.id, model).await
}
