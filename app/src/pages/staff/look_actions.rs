//! What is done about customers: finding one, saying why they are looked at, freezing, and ending that.

use auth::recovery::start_by_staff;
use bank::{
    Error,
    security::Device,
    staff::{self, Duty},
};
use leptos::prelude::*;
use model::{
    CustomerId,
    forms::{FindForm, ReasonForm},
};

use super::{CUSTOMERS, customer, customer_address};
use crate::{context, outcome, session::Handed};

/// The customer a form names. A name that cannot be one is that of nobody: ids begin above zero.
fn named(id: &str) -> CustomerId {
    id.parse().unwrap_or(CustomerId::new(0))
}

/// Looks for a customer. Whom somebody looked for stands in no address.
#[server(prefix = "/do", endpoint = "staff/find")]
pub async fn find_customer(#[server(flatten)] form: FindForm) -> Result<(), ServerFnError> {
    match find(&form).await {
        Ok(next) => outcome::ended(Ok(()), &next, CUSTOMERS, &form),
        Err(error) => outcome::failed(&error, CUSTOMERS, &form),
    }
    Ok(())
}

/// Where it goes on: with the one who was found, or with the choice among several.
async fn find(form: &FindForm) -> Result<String, Error> {
    let member = context::staff_with(Duty::Customers)?;
    let visitor = context::visitor();
    visitor.change(|kept| kept.found.clear());
    let found = staff::find(&context::bank(), member.id, form).await?;
    if let [one] = found.as_slice() {
        return Ok(customer_address(one.id));
    }
    visitor.change(|kept| kept.found = found);
    Ok(CUSTOMERS.to_owned())
}

/// Opens the file of a customer, for a reason.
#[server(prefix = "/do", endpoint = "staff/look")]
pub async fn look_at_customer(
    #[server(flatten)] form: ReasonForm,
    #[server(default)] customer: String,
) -> Result<(), ServerFnError> {
    let page = customer_address(named(&customer));
    outcome::ended(look(&form, named(&customer)).await, &page, &page, &form);
    Ok(())
}

async fn look(form: &ReasonForm, customer: CustomerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Customers)?;
    staff::look(&context::bank(), member.id, customer, form).await
}

/// Freezes everything of a customer.
#[server(prefix = "/do", endpoint = "staff/freeze")]
pub async fn freeze_customer(
    #[server(flatten)] form: ReasonForm,
    #[server(default)] customer: String,
) -> Result<(), ServerFnError> {
    let (id, result) = (named(&customer), freeze(&form, named(&customer)).await);
    outcome::ended(result, &customer_address(id), &customer::freezing(id), &form);
    Ok(())
}

async fn freeze(form: &ReasonForm, customer: CustomerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Customers)?;
    staff::freeze(&context::bank(), member.id, customer, form).await
}

/// Asks for the end of a freeze, to which another has to agree.
#[server(prefix = "/do", endpoint = "staff/thaw")]
pub async fn ask_to_thaw_customer(
    #[server(flatten)] form: ReasonForm,
    #[server(default)] customer: String,
) -> Result<(), ServerFnError> {
    let (id, result) = (named(&customer), ask(&form, named(&customer)).await);
    outcome::ended(result, &customer_address(id), &customer::freezing(id), &form);
    Ok(())
}

async fn ask(form: &ReasonForm, customer: CustomerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Customers)?;
    staff::ask_to_thaw(&context::bank(), member.id, customer, form).await
}

/// Agrees to the end of a freeze that another has asked for.
#[server(prefix = "/do", endpoint = "staff/thaw/agree")]
pub async fn agree_to_thaw_customer(#[server(default)] customer: String) -> Result<(), ServerFnError> {
    let id = named(&customer);
    let result = agree(id).await;
    outcome::ended(result, &customer_address(id), &customer::freezing(id), &ReasonForm::default());
    Ok(())
}

async fn agree(customer: CustomerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Customers)?;
    staff::agree_to_thaw(&context::bank(), member.id, customer).await.map(drop)
}

/// Begins a way back in for a customer who has lost everything, and whom this member of staff has made sure of.
#[server(prefix = "/do", endpoint = "staff/recover")]
pub async fn recover_customer(#[server(default)] customer: String) -> Result<(), ServerFnError> {
    let id = named(&customer);
    let result = recover(id).await;
    outcome::ended(result, &customer_address(id), &customer::freezing(id), &ReasonForm::default());
    Ok(())
}

async fn recover(customer: CustomerId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Customers)?;
    let bank = context::bank();
    staff::still_looking(&bank, member.id, customer).await?;
    // Where it was begun is no business of the customer's.
    let code = start_by_staff(&context::auth(), &bank, customer, member.id.value(), &Device::default()).await?;
    context::visitor().change(|kept| kept.handed = Some(Handed { customer, code }));
    Ok(())
}
