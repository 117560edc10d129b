//! What is done: begin, keep, forget, approve. Each says who it is, calls the use case and maps the outcome.

use bank::{
    Error,
    experiments::{EventKind, Journey},
    payments::{self, Made},
};
use leptos::prelude::*;
use model::{
    PaymentId,
    forms::{AmountForm, ApproveForm, PayeeForm, PayeeKind, PurposeForm, WhenForm},
};

use super::{
    scheduled,
    steps::{self, Step},
};
use crate::{context, layouts, outcome};

/// The page on which a payment begins.
const BEGIN: &str = "/pay";

/// The payment a form names. A name that cannot be one is that of no payment: ids begin above zero.
pub(super) fn named(draft: &str) -> PaymentId {
    draft.parse().unwrap_or(PaymentId::new(0))
}

/// Begins a payment, perhaps from an account, perhaps with the kind of payee; or to whoever was paid before.
#[server(prefix = "/do", endpoint = "pay/start")]
pub async fn start_payment(
    /// From which account; empty where that is not known.
    #[server(default)]
    from: String,
    /// To what kind of payee; empty where that is not known.
    #[server(default)]
    kind: String,
    /// The payment to whose payee this one goes as well; empty where it is somebody else.
    #[server(default)]
    again: String,
    /// Whether it is for another day: that is asked first.
    #[server(default)]
    later: String,
) -> Result<(), ServerFnError> {
    let first = if later.is_empty() { Step::Amount } else { Step::When };
    match start(&from, &kind, &again).await {
        Ok(id) => outcome::done(&first.of(id)),
        Err(error) => outcome::failed(&error, BEGIN, &AmountForm { from, amount: String::new() }),
    }
    Ok(())
}

async fn start(from: &str, kind: &str, again: &str) -> Result<PaymentId, Error> {
    let (bank, person) = (context::bank(), context::person()?);
    let begun = if again.is_empty() {
        payments::start(&bank, person.id, from.parse().ok(), PayeeKind::from_code(kind)).await?
    } else {
        payments::start_again(&bank, person.id, named(again)).await?
    };
    layouts::tell(&person, Journey::Payment, EventKind::Started, None);
    Ok(begun)
}

/// Tells that the step that ends so is shown again, where it is.
pub(super) fn counted(result: Result<(), Error>) -> Result<(), Error> {
    layouts::counted(Journey::Payment, result)
}

/// Keeps how much is paid from where.
#[server(prefix = "/do", endpoint = "pay/amount")]
pub async fn set_amount(
    /// Which payment.
    #[server(default)]
    draft: String,
    /// What was typed.
    #[server(flatten)]
    form: AmountForm,
) -> Result<(), ServerFnError> {
    let id = named(&draft);
    let result = counted(keep_amount(id, form.clone()).await);
    outcome::ended(result, &Step::Review.of(id), &Step::Amount.of(id), &form);
    Ok(())
}

async fn keep_amount(id: PaymentId, form: AmountForm) -> Result<(), Error> {
    let person = context::person()?;
    payments::set_amount(&context::bank(), person.id, id, form).await
}

/// Keeps to whom it is paid.
#[server(prefix = "/do", endpoint = "pay/payee")]
pub async fn set_payee(
    /// Which payment.
    #[server(default)]
    draft: String,
    /// What was typed.
    #[server(flatten)]
    form: PayeeForm,
) -> Result<(), ServerFnError> {
    let id = named(&draft);
    let result = counted(keep_payee(id, form.clone()).await);
    outcome::ended(result, &Step::Review.of(id), &Step::Payee.of(id), &form);
    Ok(())
}

async fn keep_payee(id: PaymentId, form: PayeeForm) -> Result<(), Error> {
    let person = context::person()?;
    payments::set_payee(&context::bank(), person.id, id, form).await
}

/// Keeps what it is for.
#[server(prefix = "/do", endpoint = "pay/purpose")]
pub async fn set_purpose(
    /// Which payment.
    #[server(default)]
    draft: String,
    /// What was chosen.
    #[server(flatten)]
    form: PurposeForm,
) -> Result<(), ServerFnError> {
    let id = named(&draft);
    let result = counted(keep_purpose(id, form.clone()).await);
    outcome::ended(result, &Step::Review.of(id), &Step::Purpose.of(id), &form);
    Ok(())
}

async fn keep_purpose(id: PaymentId, form: PurposeForm) -> Result<(), Error> {
    let person = context::person()?;
    payments::set_purpose(&context::bank(), person.id, id, form).await
}

/// Keeps when it is paid.
#[server(prefix = "/do", endpoint = "pay/when")]
pub async fn set_when(
    /// Which payment.
    #[server(default)]
    draft: String,
    /// What was typed.
    #[server(flatten)]
    form: WhenForm,
) -> Result<(), ServerFnError> {
    let id = named(&draft);
    let result = counted(keep_when(id, form.clone()).await);
    outcome::ended(result, &Step::Review.of(id), &Step::When.of(id), &form);
    Ok(())
}

async fn keep_when(id: PaymentId, form: WhenForm) -> Result<(), Error> {
    let person = context::person()?;
    payments::set_when(&context::bank(), person.id, id, form).await
}

/// Forgets a payment that was not finished.
#[server(prefix = "/do", endpoint = "pay/delete")]
pub async fn delete_payment(
    /// Which payment.
    #[server(default)]
    draft: String,
) -> Result<(), ServerFnError> {
    outcome::finished(delete(named(&draft)).await, BEGIN);
    Ok(())
}

async fn delete(id: PaymentId) -> Result<(), Error> {
    let person = context::person()?;
    payments::delete(&context::bank(), person.id, id).await?;
    layouts::tell(&person, Journey::Payment, EventKind::Abandoned, None);
    Ok(())
}

/// Pays.
#[server(prefix = "/do", endpoint = "pay/approve")]
pub async fn approve(
    /// Which payment.
    #[server(default)]
    draft: String,
    /// What was typed.
    #[server(flatten)]
    form: ApproveForm,
) -> Result<(), ServerFnError> {
    let id = named(&draft);
    if let Err(error) = confirm(id, &form).await {
        outcome::failed(&error, &Step::Approve.of(id), &form);
    }
    Ok(())
}

async fn confirm(id: PaymentId, form: &ApproveForm) -> Result<(), Error> {
    let (bank, person) = (context::bank(), context::person()?);
    let error = match payments::confirm(&bank, person.id, id, form).await {
        Ok(made) => {
            if let (Made::Paid(payment), true) = (&made, context::is_play_bank()) {
                let (play, player, customer) = context::player()?;
                bank::practice::paid(&play, customer, &player, payment).await?;
            }
            layouts::tell(&person, Journey::Payment, EventKind::Completed, Some(id));
            outcome::forget(&Step::Approve.of(id));
            outcome::done(&match made {
                Made::Paid(_) => steps::receipt(id),
                Made::Planned(schedule) => scheduled::just_made(schedule.id),
            });
            return Ok(());
        }
        Err(error) => error,
    };
    // Paid or planned in the meantime, by another press.
    let Some((draft, _)) = payments::open(&bank, person.id, id).await? else {
        outcome::done(&steps::made(&bank, person.id, id).await?);
        return Ok(());
    };
    layouts::tell(&person, Journey::Payment, EventKind::ErrorShown, None);
    steps::put_right(&draft, error, form)
}
