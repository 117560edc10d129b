//! Saying what was meant, and agreeing with a colleague.

use bank::{Error, misses, staff::Duty};
use leptos::prelude::*;
use model::MissId;

use super::address;
use crate::{context, outcome};

/// The one that a form names; a name that cannot be one is that of none.
fn named(id: &str) -> MissId {
    id.parse().unwrap_or(MissId::new(0))
}

/// Says what was meant.
#[server(prefix = "/do", endpoint = "staff/labels/label")]
pub async fn label_miss(
    #[server(default)] miss: String,
    #[server(default)] label: String,
    #[server(default)] after: String,
) -> Result<(), ServerFnError> {
    outcome::finished(labelled(named(&miss), &label).await, &address(after.parse().ok()));
    Ok(())
}

async fn labelled(miss: MissId, label: &str) -> Result<(), Error> {
    let member = context::staff_with(Duty::Labels)?;
    misses::label(&context::bank(), member.id, miss, label).await
}

/// Agrees with a colleague, or not.
#[server(prefix = "/do", endpoint = "staff/labels/check")]
pub async fn check_label(
    #[server(default)] miss: String,
    #[server(default)] label: String,
    #[server(default)] agrees: String,
    #[server(default)] after: String,
) -> Result<(), ServerFnError> {
    outcome::finished(checked((named(&miss), &label), agrees == "yes").await, &address(after.parse().ok()));
    Ok(())
}

async fn checked(miss: (MissId, &str), agrees: bool) -> Result<(), Error> {
    let member = context::staff_with(Duty::Labels)?;
    misses::check(&context::bank(), member.id, miss, agrees).await
}
