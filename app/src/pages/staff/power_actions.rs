//! What is done about powers of attorney: taking a document in, agreeing with a colleague, and ending it.

use bank::{Error, powers, staff::Duty};
use leptos::prelude::*;
use model::{
    CustomerId, PowerId,
    forms::{PowerForm, ReasonForm},
};

use super::{customer, customer_address, power as page};
use crate::{context, outcome};

/// The customer a form names. A name that cannot be one is that of nobody: ids begin above zero.
fn named(id: &str) -> CustomerId {
    id.parse().unwrap_or(CustomerId::new(0))
}

/// The power of attorney a form names.
fn which(id: &str) -> PowerId {
    id.parse().unwrap_or(PowerId::new(0))
}

/// On to the file of the customer, which says what was in the way.
fn ended(result: Result<(), Error>, donor: CustomerId) {
    outcome::ended(result, &customer_address(donor), &customer::freezing(donor), &ReasonForm::default());
}

/// Takes in the document by which somebody is to act for a customer.
#[server(prefix = "/do", endpoint = "staff/power/ask")]
pub async fn ask_for_power(
    #[server(flatten)] form: PowerForm,
    #[server(default)] customer: String,
) -> Result<(), ServerFnError> {
    let donor = named(&customer);
    outcome::ended(ask(&form, donor).await, &customer_address(donor), &page::address(donor), &form);
    Ok(())
}

async fn ask(form: &PowerForm, donor: CustomerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Powers)?;
    powers::ask(&context::bank(), member.id, donor, form).await.map(drop)
}

/// Agrees to one that a colleague has taken in.
#[server(prefix = "/do", endpoint = "staff/power/agree")]
pub async fn agree_to_power(
    #[server(default)] customer: String,
    #[server(default)] power: String,
) -> Result<(), ServerFnError> {
    let donor = named(&customer);
    ended(agree(donor, which(&power)).await, donor);
    Ok(())
}

async fn agree(donor: CustomerId, power: PowerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Powers)?;
    powers::agree(&context::bank(), member.id, (donor, power)).await
}

/// Ends one at once.
#[server(prefix = "/do", endpoint = "staff/power/end")]
pub async fn take_power_back(
    #[server(default)] customer: String,
    #[server(default)] power: String,
) -> Result<(), ServerFnError> {
    let donor = named(&customer);
    ended(take_back(donor, which(&power)).await, donor);
    Ok(())
}

async fn take_back(donor: CustomerId, power: PowerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Powers)?;
    powers::take_back(&context::bank(), member.id, (donor, power)).await
}
