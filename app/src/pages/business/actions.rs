//! What is done: invite and end, change the rule, accept and leave, approve and refuse.

use bank::{
    Error,
    business::{self, Changed},
    waits,
};
use leptos::prelude::*;
use model::{
    AccountId, DelegateId, ErrorCode, PaymentId,
    forms::{ActForm, ApproveForm, RefusalForm, TwoPeopleForm},
};

use super::{BUSINESS, confirm_of, invite_to, of, people_of, rule_of};
use crate::{
    context, outcome,
    session::{WantedActing, Wish},
};

/// The account a form names. What cannot be one is that of nobody: ids begin above zero.
fn account(named: &str) -> AccountId {
    named.parse().unwrap_or(AccountId::new(0))
}

/// The payment a form names.
fn payment(named: &str) -> PaymentId {
    named.parse().unwrap_or(PaymentId::new(0))
}

/// Keeps what is wanted until it has been approved.
fn want(owner: model::CustomerId, account: AccountId, wish: Wish) {
    let visitor = context::visitor();
    let wanted = WantedActing { owner, account, wish, at: visitor.now() };
    visitor.change(|kept| kept.acting = Some(wanted));
    outcome::forget(&confirm_of(account));
}

/// Says who is to act, and what they may do.
#[server(prefix = "/do", endpoint = "business/invite")]
pub async fn invite_to_act(
    /// For which account.
    #[server(default)]
    account: String,
    /// What was typed.
    #[server(flatten)]
    form: ActForm,
) -> Result<(), ServerFnError> {
    let id = self::account(&account);
    outcome::ended(wanted(id, &form).await, &confirm_of(id), &invite_to(id), &form);
    Ok(())
}

async fn wanted(id: AccountId, form: &ActForm) -> Result<(), Error> {
    let (bank, person) = (context::bank(), context::unfrozen()?);
    let acting = business::wanted(&bank, person.id, id, form).await?;
    want(person.id, id, Wish::Person(acting));
    Ok(())
}

/// Says from how much on a payment takes two people.
#[server(prefix = "/do", endpoint = "business/rule")]
pub async fn change_two_people(
    /// Of which account.
    #[server(default)]
    account: String,
    /// What was typed.
    #[server(flatten)]
    form: TwoPeopleForm,
) -> Result<(), ServerFnError> {
    let id = self::account(&account);
    match change(id, &form).await {
        Ok(then) => outcome::ended(Ok(()), &then, &rule_of(id), &form),
        Err(error) => outcome::failed(&error, &rule_of(id), &form),
    }
    Ok(())
}

async fn change(id: AccountId, form: &TwoPeopleForm) -> Result<String, Error> {
    let (bank, person) = (context::bank(), context::person()?);
    match business::change(&bank, person.id, id, form, &context::device()).await? {
        Changed::Holds => Ok(people_of(id)),
        Changed::Looser(to) => {
            want(context::unfrozen()?.id, id, Wish::Rule(to));
            Ok(confirm_of(id))
        }
    }
}

/// Lets them act, or loosens the rule.
#[server(prefix = "/do", endpoint = "business/confirm")]
pub async fn confirm_acting(
    /// Of which account.
    #[server(default)]
    account: String,
    /// The answer.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    let id = self::account(&account);
    outcome::ended(confirm(id, &form).await, &people_of(id), &confirm_of(id), &form);
    Ok(())
}

async fn confirm(id: AccountId, form: &ApproveForm) -> Result<(), Error> {
    let (bank, person, visitor) = (context::bank(), context::person()?, context::visitor());
    // Whose account it is, before what is wanted of it.
    business::account(&bank, person.id, id).await?;
    let device = context::device();
    match visitor.wanted_acting(id).ok_or(ErrorCode::StepUpExpired)? {
        Wish::Person(acting) => drop(business::invite(&bank, person.id, (id, &acting), form, &device).await?),
        Wish::Rule(to) => drop(business::loosen(&bank, person.id, (id, to), form, &device).await?),
    }
    visitor.change(|kept| kept.acting = None);
    Ok(())
}

/// Ends it: they act no more.
#[server(prefix = "/do", endpoint = "business/end")]
pub async fn end_acting(
    /// For which account.
    #[server(default)]
    account: String,
    /// Which leave.
    #[server(default)]
    delegate: String,
) -> Result<(), ServerFnError> {
    let id = self::account(&account);
    outcome::finished(end(id, &delegate).await, &people_of(id));
    Ok(())
}

async fn end(id: AccountId, delegate: &str) -> Result<(), Error> {
    let (bank, person) = (context::bank(), context::person()?);
    let delegate: DelegateId = delegate.parse().map_err(|_| ErrorCode::NotFound)?;
    business::end(&bank, person.id, (id, delegate), &context::device()).await
}

/// Accepts.
#[server(prefix = "/do", endpoint = "business/accept")]
pub async fn accept_acting(
    /// Which invitation.
    #[server(default)]
    delegate: String,
) -> Result<(), ServerFnError> {
    outcome::finished(accept(&delegate).await, BUSINESS);
    Ok(())
}

async fn accept(delegate: &str) -> Result<(), Error> {
    let person = context::person()?;
    let id = delegate.parse().map_err(|_| ErrorCode::NotFound)?;
    business::accept(&context::bank(), person.id, id).await
}

/// Declines, or acts no more.
#[server(prefix = "/do", endpoint = "business/leave")]
pub async fn leave_business(
    /// Which.
    #[server(default)]
    delegate: String,
) -> Result<(), ServerFnError> {
    outcome::finished(leave(&delegate).await, BUSINESS);
    Ok(())
}

async fn leave(delegate: &str) -> Result<(), Error> {
    let person = context::person()?;
    let id = delegate.parse().map_err(|_| ErrorCode::NotFound)?;
    business::leave(&context::bank(), person.id, id).await
}

/// Approves a payment of somebody else.
#[server(prefix = "/do", endpoint = "business/approve")]
pub async fn approve_second(
    /// Which payment.
    #[server(default)]
    payment: String,
    /// The answer.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    let id = self::payment(&payment);
    outcome::ended(approve(id, &form).await, &of(id), &of(id), &form);
    Ok(())
}

async fn approve(id: PaymentId, form: &ApproveForm) -> Result<(), Error> {
    let person = context::person()?;
    business::approve(&context::bank(), person.id, id, form).await
}

/// Refuses it, and says why.
#[server(prefix = "/do", endpoint = "business/refuse")]
pub async fn refuse_second(
    /// Which payment.
    #[server(default)]
    payment: String,
    /// What was typed.
    #[server(flatten)]
    form: RefusalForm,
) -> Result<(), ServerFnError> {
    let id = self::payment(&payment);
    outcome::ended(refuse(id, &form).await, &of(id), &of(id), &form);
    Ok(())
}

async fn refuse(id: PaymentId, form: &RefusalForm) -> Result<(), Error> {
    let person = context::person()?;
    business::refuse(&context::bank(), person.id, id, form).await
}

/// Calls off a payment that one has made and that waits for another person.
#[server(prefix = "/do", endpoint = "business/call-off")]
pub async fn call_off_second(
    /// Which payment.
    #[server(default)]
    payment: String,
) -> Result<(), ServerFnError> {
    let id = self::payment(&payment);
    outcome::finished(call_off(id).await, &of(id));
    Ok(())
}

async fn call_off(id: PaymentId) -> Result<(), Error> {
    let person = context::person()?;
    waits::call_off(&context::bank(), person.id, id).await
}
