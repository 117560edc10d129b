//! A payment that has been checked: exactly what the person is asked to approve.

use model::{
    AccountId, AccountNumber, CustomerId, ErrorCode, Money, PaymentId, Problems, Timestamp,
    forms::{Form, Payee},
};

use super::{
    Draft, NameCheck, Payment, PaymentState, check_name,
    draft::{open, payable},
};
use crate::{
    Bank, Error,
    accounts::{Account, AccountKind, AccountStatus},
    calendar::day_number,
    ports::Challenge,
    security,
    step_up::{self, Purpose, Shown},
};

/// A checked payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Which payment.
    pub id: PaymentId,
    /// The account it is paid from.
    pub from: Account,
    /// The account it is paid to.
    pub to: AccountId,
    /// The name of the payee, or of the person's own account.
    pub payee: String,
    /// The payee's account number.
    pub payee_number: AccountNumber,
    /// Whether it goes to an account of the same person.
    pub own: bool,
    /// Whether it stays with the same person and nobody else: a joint account on either side is somebody else's too.
    pub stays: bool,
    /// How much.
    pub amount: Money,
    /// What the payee reads beside it.
    pub reference: String,
}

/// What the page "check before you pay" shows.
#[derive(Debug, Clone)]
pub struct Review {
    /// The payment.
    pub order: Order,
    /// What can be spent from the account afterwards.
    pub available_after: Money,
    /// What comparing the name typed with that of the account says.
    pub name: NameCheck,
    /// Until when it cannot be paid, because a way in has changed and nobody new is paid so soon after that.
    pub held_until: Option<Timestamp>,
}

/// Checks a draft of `owner` as a whole. Looking changes nothing.
///
/// # Errors
/// [`Error::Form`] with the fields to put right; [`ErrorCode::DraftIncomplete`] where a step is missing;
/// [`ErrorCode::NotFound`], [`Error::Unavailable`].
pub async fn review(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Review, Error> {
    let (order, name) = checked(bank, owner, id).await?;
    let left = order.from.available().minor - order.amount.minor;
    let held_until = held_until(bank, owner, &order).await?;
    Ok(Review { available_after: Money::new(left, order.amount.currency), order, name, held_until })
}

/// Until when `order` cannot be paid: somebody who was never paid before waits after a way in has changed
/// ([`crate::policy::PAYEE_HOLD_S`]). Money that stays with the same person, or goes where it went before, does not.
pub(super) async fn held_until(bank: &Bank, owner: CustomerId, order: &Order) -> Result<Option<Timestamp>, Error> {
    if order.own {
        return Ok(None);
    }
    match security::held_until(bank, owner).await? {
        Some(until) if !bank.payments.has_paid(owner, order.to).await? => Ok(Some(until)),
        _ => Ok(None),
    }
}

/// Asks `owner` to approve exactly what `order` says: the answer is good for nothing else, and not for long. It is
/// the question `named` again, where that is open and about the same order.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn ask(bank: &Bank, owner: CustomerId, order: &Order, named: &str) -> Result<Challenge, Error> {
    step_up::ask_again(bank, owner, &order.shown(), named).await
}

/// The draft as an order, if every rule that can be looked up beforehand allows it. The ledger decides again.
pub(super) async fn checked(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<(Order, NameCheck), Error> {
    let (draft, accounts) = open(bank, owner, id).await?.ok_or(ErrorCode::NotFound)?;
    if !draft.sent.amount || !draft.sent.payee {
        return Err(ErrorCode::DraftIncomplete.into());
    }
    let (from, amount) = draft.amount.check(&payable(&accounts))?;
    let (payee, reference) = draft.payee.check(&())?;
    let from = accounts.iter().find(|a| a.id == from).cloned().ok_or(ErrorCode::FromAccountUnknown)?;
    within_limits(&from, amount)?;
    let (order, name) = match payee {
        Payee::Own(to) => own(&draft, from, to, &accounts)?,
        Payee::Other { name, number } => other(bank, &draft, from, name, number).await?,
    };
    Ok((Order { amount, reference, ..order }, name))
}

/// Whether `from` has as much to spend, and may pay as much at once.
pub(super) fn within_limits(from: &Account, amount: Money) -> Result<(), Problems> {
    let code = if amount.minor > from.available().minor {
        ErrorCode::InsufficientFunds
    } else if amount.minor > from.payment_limit.minor {
        ErrorCode::OverPaymentLimit
    } else {
        return Ok(());
    };
    Err(Problems::one("amount", code))
}

fn own(draft: &Draft, from: Account, to: AccountId, accounts: &[Account]) -> Result<(Order, NameCheck), Problems> {
    let Some(account) = accounts.iter().find(|a| a.id == to) else {
        return Err(Problems::one("own", ErrorCode::ToAccountMissing));
    };
    may_be_paid("own", &from, to, account.currency(), account.status)?;
    let stays = from.kind != AccountKind::Joint && account.kind != AccountKind::Joint;
    let order = Order {
        id: draft.id,
        amount: Money::zero(from.currency()),
        from,
        to,
        payee: account.name.clone(),
        payee_number: account.number,
        own: true,
        stays,
        reference: String::new(),
    };
    Ok((order, NameCheck::Match))
}

async fn other(
    bank: &Bank,
    draft: &Draft,
    from: Account,
    typed: String,
    number: AccountNumber,
) -> Result<(Order, NameCheck), Error> {
    let found = bank.accounts.payee(number).await?;
    let Some(account) = found else {
        return Err(Problems::one("number", ErrorCode::PayeeUnknown).into());
    };
    let name = check_name(&typed, &account.holder);
    if name == NameCheck::Differs {
        return Err(Problems::one("name", ErrorCode::PayeeNameDiffers).into());
    }
    // Only who knows whose account it is learns more about it.
    may_be_paid("number", &from, account.id, account.currency, account.status)?;
    let order = Order {
        id: draft.id,
        amount: Money::zero(from.currency()),
        from,
        to: account.id,
        payee: account.holder,
        payee_number: number,
        own: false,
        stays: false,
        reference: String::new(),
    };
    Ok((order, name))
}

fn may_be_paid(
    field: &str,
    from: &Account,
    to: AccountId,
    currency: model::Currency,
    status: AccountStatus,
) -> Result<(), Problems> {
    let code = if to == from.id {
        ErrorCode::SameAccount
    } else if currency != from.currency() {
        ErrorCode::CurrencyDiffers
    } else if status == AccountStatus::Closed {
        ErrorCode::PayeeNotOpen
    } else {
        return Ok(());
    };
    Err(Problems::one(field, code))
}

impl Order {
    /// Everything the person is shown: any change voids the question about it.
    #[must_use]
    pub fn shown(&self) -> Shown {
        Shown::of(Purpose::Payment)
            .number(self.id.value())
            .number(self.from.id.value())
            .number(self.to.value())
            .number(self.payee_number.value())
            .money(self.amount)
            .text(&self.payee)
            .text(&self.reference)
    }

    /// The payment this becomes once it is approved at `at`.
    pub(super) fn payment(&self, customer: CustomerId, at: Timestamp) -> Payment {
        Payment {
            id: self.id,
            customer,
            state: PaymentState::Submitted,
            from: self.from.id,
            to: self.to,
            payee: self.payee.clone(),
            payee_number: self.payee_number,
            amount: self.amount,
            reference: self.reference.clone(),
            transfer: None,
            approved_at: at,
            settled_at: None,
        }
    }

    /// The day whose limit this counts against. Money that stays with the same person counts against none.
    pub(super) fn limited_on(&self, bank: &Bank, at: Timestamp) -> Option<i64> {
        (!self.stays).then(|| day_number(bank.calendar.day(at)))
    }
}
