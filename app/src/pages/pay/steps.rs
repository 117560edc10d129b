//! The steps of a payment and their addresses.

use bank::{
    Bank, Error,
    accounts::Account,
    payments::{Draft, Made},
};
use model::{CustomerId, ErrorCode, PaymentId, Problems, forms::ApproveForm};

use super::scheduled;
use crate::{components::Way, context, outcome, words::Words};

/// How many steps a payment has.
pub(super) const STEPS: u8 = 4;

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// How much, from where.
    Amount,
    /// To whom.
    Payee,
    /// What for, where that matters.
    Purpose,
    /// When, where that is not at once.
    When,
    /// Is all of it right?
    Review,
    /// The code.
    Approve,
}

impl Step {
    /// The address of this step of payment `id`.
    pub(super) fn of(self, id: PaymentId) -> String {
        let step = match self {
            Self::Amount => "amount",
            Self::Payee => "payee",
            Self::Purpose => "purpose",
            Self::When => "when",
            Self::Review => "review",
            Self::Approve => "approve",
        };
        format!("/pay/{id}/{step}")
    }

    /// The step on which the field `name` is asked.
    fn asking(name: &str) -> Option<Self> {
        match name {
            "from" | "amount" => Some(Self::Amount),
            "kind" | "own" | "name" | "number" | "iban" | "reference" | "way" | "bank" | "currency" | "arrives" => {
                Some(Self::Payee)
            }
            "purpose" => Some(Self::Purpose),
            "every" | "day" | "last" => Some(Self::When),
            "code" => Some(Self::Approve),
            _ => None,
        }
    }
}

/// The way back to `address`, for the head of a step.
pub(super) fn back(words: Words, address: String) -> Way {
    (address, words.say("back").to_owned())
}

/// The address of the receipt of payment `id`.
pub(super) fn receipt(id: PaymentId) -> String {
    format!("/payments/{id}")
}

/// Where what became of the draft `id` is shown.
pub(super) async fn made(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<String, Error> {
    Ok(match bank::payments::made(bank, owner, id).await?.ok_or(ErrorCode::NotFound)? {
        Made::Paid(paid) => receipt(paid.id),
        Made::Planned(schedule) => scheduled::of(schedule.id),
    })
}

/// The payment whose step this page is. One that has been paid or planned already goes on to what became of it: `None`.
pub(super) async fn open(bank: &Bank, owner: CustomerId) -> Result<Option<(Draft, Vec<Account>)>, Error> {
    let id: PaymentId = context::part("draft")?;
    let open = bank::payments::open(bank, owner, id).await?;
    if open.is_none() {
        context::redirect(&made(bank, owner, id).await?);
    }
    Ok(open)
}

/// Sends the person to the step on which what is wrong can be put right, with everything they typed. What no step
/// can put right is handed back.
pub(super) fn put_right(draft: &Draft, error: Error, approval: &ApproveForm) -> Result<(), Error> {
    let (step, error) = match error {
        Error::Refused(ErrorCode::DraftIncomplete) => {
            context::redirect(&if draft.sent.amount { Step::Payee } else { Step::Amount }.of(draft.id));
            return Ok(());
        }
        Error::Refused(ErrorCode::PurposeMissing) => {
            context::redirect(&Step::Purpose.of(draft.id));
            return Ok(());
        }
        // The review says until when, or why not.
        Error::Refused(ErrorCode::PayeeHeld | ErrorCode::PurposeScam) => {
            context::redirect(&Step::Review.of(draft.id));
            return Ok(());
        }
        Error::Refused(
            code @ (ErrorCode::InsufficientFunds
            | ErrorCode::OverPaymentLimit
            | ErrorCode::OverDailyLimit
            | ErrorCode::OverNewPayeeLimit
            | ErrorCode::NobodyApproves),
        ) => said(&Problems::one("amount", code), draft),
        Error::Refused(code @ ErrorCode::ActNotPlanned) => (Step::When, Error::Form(Problems::one("every", code))),
        Error::Refused(code @ ErrorCode::AccountNotOpen) => (Step::Amount, Error::Form(Problems::one("from", code))),
        Error::Refused(code @ ErrorCode::PayeeNotOpen) => (Step::Payee, Error::Form(Problems::one("number", code))),
        Error::Refused(code @ ErrorCode::ElsewhereClosed) => (Step::Payee, Error::Form(Problems::one("iban", code))),
        Error::Form(problems) => said(&problems, draft),
        // The question has lapsed: a fresh one is asked on the same page.
        Error::Refused(code @ ErrorCode::ApprovalExpired) => (Step::Approve, code.into()),
        other => return Err(other),
    };
    let page = step.of(draft.id);
    match step {
        Step::Amount => outcome::failed(&error, &page, &draft.amount),
        Step::Payee => outcome::failed(&error, &page, &draft.payee),
        Step::Purpose => outcome::failed(&error, &page, &draft.purpose),
        Step::When => outcome::failed(&error, &page, &draft.when),
        Step::Review | Step::Approve => outcome::failed(&error, &page, approval),
    }
    Ok(())
}

/// The step on which the first of `problems` was said, and all of them where they were said: how much it is was said
/// as what is to arrive, where that was said.
fn said(problems: &Problems, draft: &Draft) -> (Step, Error) {
    let mut said = Problems::none();
    for problem in problems.iter() {
        let is_what_arrives = problem.field == "amount" && draft.payee.says_what_arrives();
        said.add(if is_what_arrives { "arrives" } else { &problem.field }, problem.code);
    }
    let first = said.iter().find_map(|problem| Step::asking(&problem.field));
    (first.unwrap_or(Step::Approve), Error::Form(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_the_step_that_asks_for_it() {
        for (field, step) in [
            ("from", Step::Amount),
            ("amount", Step::Amount),
            ("number", Step::Payee),
            ("iban", Step::Payee),
            ("currency", Step::Payee),
            ("purpose", Step::Purpose),
            ("day", Step::When),
            ("code", Step::Approve),
        ] {
            assert_eq!(Step::asking(field), Some(step), "{field}");
        }
        assert_eq!(Step::asking(""), None);
    }

    #[test]
    fn addresses_are_stable() {
        assert_eq!(Step::Review.of(PaymentId::new(7)), "/pay/0000000000007/review");
        assert_eq!(receipt(PaymentId::new(7)), "/payments/0000000000007");
    }
}
