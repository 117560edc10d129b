//! A payment that has been checked: exactly what the person is asked to approve.

use model::{
    AccountId, AccountNumber, CustomerId, ErrorCode, Money, PayeeNumber, PaymentId, Problems, Timestamp,
    forms::{Form, Payee, PaymentPurpose, Timing},
};

use super::{
    Draft, Elsewhere, NameCheck, Payment, PaymentState,
    abroad::{Abroad, order_abroad},
    check_name,
    draft::{open, payable},
    elsewhere::order_elsewhere,
    purpose,
};
use crate::{
    Bank, Error,
    abroad::Quote,
    accounts::{Account, AccountKind, AccountStatus},
    business,
    calendar::day_number,
    ledger::Limited,
    limits::{self, LimitKind},
    ports::Challenge,
    security,
    step_up::{self, Purpose, Shown},
    waits::{self, Ruling, WaitReason},
};

/// A checked payment.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any of them goes with any other")]
pub struct Order {
    /// Which payment.
    pub id: PaymentId,
    /// The account it is paid from.
    pub from: Account,
    /// The account it is paid to. Of a payee at another bank, the one that stands for theirs, which is opened when it is
    /// paid: an id that no account has before.
    pub to: AccountId,
    /// The name of the payee, or of the person's own account.
    pub payee: String,
    /// The payee's account number.
    pub payee_number: PayeeNumber,
    /// Whether it goes to an account of the same person.
    pub own: bool,
    /// Whether it stays with the same person and nobody else: a joint account on either side is somebody else's too.
    pub stays: bool,
    /// How much.
    pub amount: Money,
    /// What the payee reads beside it.
    pub reference: String,
    /// Whether it goes to somebody who was not paid for the first time more than 24 hours ago.
    pub to_somebody_new: bool,
    /// What it is for, where that matters.
    pub purpose: Option<PaymentPurpose>,
    /// Whether its payer has said that somebody told them to move the money to keep it safe, and then something else.
    pub told_safety: bool,
    /// On which days, where it is not made at once.
    pub timing: Option<Timing>,
    /// That it waits once it is approved, and why.
    pub wait: Option<Ruling>,
    /// That another person has to approve it once it is made.
    pub second: Option<Second>,
    /// What is shown of a payment to another bank besides.
    pub elsewhere: Option<Elsewhere>,
}

/// What is known of a payment that another person has to approve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Second {
    /// How many are asked.
    pub asked: usize,
    /// What comparing the payee's name has said, for them to see; `None` where nobody has typed it just now.
    pub name: Option<NameCheck>,
}

/// A payment that has been checked, and what was learnt on the way.
pub(super) struct Checked {
    /// The payment.
    pub(super) order: Order,
    /// What comparing the name typed with that of the account says.
    pub(super) name: NameCheck,
    /// Until when a limit of any account of the payer waits to be raised.
    pub(super) raise_until: Option<Timestamp>,
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
    /// Until when it cannot be paid, because a way in has changed or a limit is being raised, and nobody new is paid so
    /// soon after that.
    pub held_until: Option<Timestamp>,
}

/// Checks a draft of `owner` as a whole. Looking changes nothing.
///
/// # Errors
/// [`Error::Form`] with the fields to put right; [`ErrorCode::DraftIncomplete`] where a step is missing;
/// [`ErrorCode::PurposeMissing`] where it was not said what it is for, and that matters; [`ErrorCode::NotFound`],
/// [`Error::Unavailable`].
pub async fn review(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Review, Error> {
    let checked = checked(bank, owner, id).await?;
    let held_until = held_until(bank, owner, &checked).await?;
    let Checked { order, name, .. } = checked;
    let left = order.from.available().minor - order.amount.minor;
    Ok(Review { available_after: Money::new(left, order.amount.currency), order, name, held_until })
}

/// Until when what is checked cannot be paid: somebody who was never paid before waits after a way in has changed
/// ([`crate::policy::PAYEE_HOLD_S`]), and while a limit waits to be raised. Money that stays with the same person, or goes
/// where it went before, does not.
pub(super) async fn held_until(
    bank: &Bank,
    owner: CustomerId,
    Checked { order, raise_until, .. }: &Checked,
) -> Result<Option<Timestamp>, Error> {
    if order.own {
        return Ok(None);
    }
    match security::held_until(bank, owner).await?.max(*raise_until) {
        Some(until) if !bank.payments.has_paid(order.from.in_the_name_of.unwrap_or(owner), order.to).await? => {
            Ok(Some(until))
        }
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
pub(super) async fn checked(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Checked, Error> {
    let now = bank.clock.now();
    let (draft, accounts) = open(bank, owner, id).await?.ok_or(ErrorCode::NotFound)?;
    if !draft.sent.amount || !draft.sent.payee {
        return Err(ErrorCode::DraftIncomplete.into());
    }
    let (from, amount) = draft.amount.check(&payable(&accounts))?;
    let (payee, reference) = draft.payee.check(&())?;
    let timing = draft.when.check(&bank.calendar.day(now))?;
    let from = accounts.iter().find(|a| a.id == from).cloned().ok_or(ErrorCode::FromAccountUnknown)?;
    // Where it was said what arrives, what leaves is known once that has a price.
    let leaves_as_said = !draft.payee.says_what_arrives();
    if timing.is_none() && leaves_as_said {
        enough(&from, amount)?;
    }
    let (order, name) = match payee {
        Payee::Own(to) => own(&draft, from, to, &accounts)?,
        Payee::Other { name, number } => other(bank, &draft, from, name, number).await?,
        Payee::Elsewhere { name, iban } => order_elsewhere(bank, &draft, from, name, iban).await?,
        Payee::Abroad { name, number, arrives } => {
            order_abroad(bank, &draft, Abroad { from, payee: name, number, leaves: amount, arrives }).await?
        }
    };
    let amount = order.quote().map_or(amount, Quote::leaves);
    if !leaves_as_said {
        enough(&order.from, amount)?;
    }
    let order = Order { amount, reference, timing, ..order };
    let asked = business::needs_another(bank, owner, &order.from, (amount, timing.is_some())).await?;
    let second = asked.map(|asked| Second { asked, name: (!order.own).then(|| name.clone()) });
    let order = Order { second, ..order };
    // What somebody pays for a business counts as the business's.
    let whose = order.from.in_the_name_of.unwrap_or(owner);
    let raise_until = limits::held_until(&accounts, now);
    let accounts = if whose == owner { accounts } else { bank.accounts.list(whose).await? };
    let order = within_limits(bank, whose, order, now).await?;
    let order = waiting(bank, whose, &accounts, purpose::stated(&bank.policy, &draft, order)?).await?.routed(bank, now);
    Ok(Checked { order, name, raise_until })
}

/// The order with whether it waits. What is planned is looked at again on its day.
async fn waiting(bank: &Bank, owner: CustomerId, accounts: &[Account], order: Order) -> Result<Order, Error> {
    if order.timing.is_some() {
        return Ok(order);
    }
    let wait = waits::ruling(bank, owner, accounts, &order).await?;
    Ok(Order { wait, ..order })
}

/// Whether `from` has as much to spend.
pub(super) fn enough(from: &Account, amount: Money) -> Result<(), Problems> {
    if amount.minor > from.available().minor {
        return Err(Problems::one("amount", ErrorCode::InsufficientFunds));
    }
    Ok(())
}

/// Whether `from` may pay as much at once, at `now`.
pub(super) fn at_once(from: &Account, amount: Money, now: Timestamp) -> Result<(), Problems> {
    if amount.minor > from.limit(LimitKind::Payment, now).minor {
        return Err(Problems::one("amount", ErrorCode::OverPaymentLimit));
    }
    Ok(())
}

/// The order, with whether it goes to somebody new, if it is within the limits that count for it at `now`.
pub(crate) async fn within_limits(
    bank: &Bank,
    owner: CustomerId,
    order: Order,
    now: Timestamp,
) -> Result<Order, Error> {
    let over = |code| Err(Problems::one("amount", code).into());
    let Order { from, amount, .. } = &order;
    if let Some(day) = order.counts_on(bank, now) {
        at_once(from, *amount, now)?;
        // How much will be left of another day is not known.
        if order.timing.is_none() && amount.minor > from.left_of_day(now, day).minor {
            return over(ErrorCode::OverDailyLimit);
        }
    }
    if order.own {
        return Ok(order);
    }
    let known = bank.limits.acquaintance(owner, from.id, order.to).await?;
    let to_somebody_new = known.is_new(now);
    // By the day on which it is made, somebody paid today will not be new any more.
    let made_at = order.timing.map_or(now, |timing| bank.calendar.start_of(timing.first));
    let new_then = known.is_new(made_at);
    if new_then && known.paid.saturating_add(amount.minor) > from.limit(LimitKind::NewPayee, now).minor {
        return over(ErrorCode::OverNewPayeeLimit);
    }
    Ok(Order { to_somebody_new, ..order })
}

/// Whether money that moves between these two accounts of one person stays with them alone.
pub(crate) fn stays(from: &Account, to: &Account) -> bool {
    from.kind != AccountKind::Joint && to.kind != AccountKind::Joint
}

fn own(draft: &Draft, from: Account, to: AccountId, accounts: &[Account]) -> Result<(Order, NameCheck), Problems> {
    let own = |account: &&Account| account.id == to && account.in_the_name_of.is_none();
    let account = accounts.iter().find(own).filter(|_| from.in_the_name_of.is_none());
    let account = account.ok_or_else(|| Problems::one("own", ErrorCode::ToAccountMissing))?;
    may_be_paid("own", &from, to, account.currency(), account.status)?;
    let stays = stays(&from, account);
    let order = Order {
        id: draft.id,
        amount: Money::zero(from.currency()),
        from,
        to,
        payee: account.name.clone(),
        payee_number: account.number.into(),
        own: true,
        stays,
        reference: String::new(),
        to_somebody_new: false,
        purpose: None,
        told_safety: false,
        timing: None,
        wait: None,
        second: None,
        elsewhere: None,
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
    let is_found = draft.found.as_ref().is_some_and(|found| found.number == number && found.holds(&typed, &account));
    let name = if is_found { NameCheck::Match } else { check_name(&typed, &account.holder) };
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
        // Of whoever was found by a number or an address, the payer is told no more of the name than that.
        payee: if is_found { typed } else { account.holder },
        payee_number: number.into(),
        own: false,
        stays: false,
        reference: String::new(),
        to_somebody_new: true,
        purpose: None,
        told_safety: false,
        timing: None,
        wait: None,
        second: None,
        elsewhere: None,
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
        let shown = Shown::of(Purpose::Payment).number(self.id.value()).number(self.from.id.value());
        let shown = match self.payee_number {
            PayeeNumber::Here(number) => shown.number(self.to.value()).number(number.value()),
            PayeeNumber::Elsewhere(iban) => shown.text(iban.electronic()),
            PayeeNumber::Abroad(number) => shown.text(&number.key()),
        };
        let shown = shown
            .money(self.amount)
            .text(&self.payee)
            .text(&self.reference)
            .text(self.purpose.map_or("", PaymentPurpose::code))
            .text(self.wait.map_or("", |wait| wait.reason.code()));
        let shown = if self.second.is_some() { shown.text(WaitReason::Second.code()) } else { shown };
        let shown = self.elsewhere.iter().fold(shown, |shown, elsewhere| elsewhere.shown(shown));
        let Some(Timing { first, every, last }) = self.timing else { return shown };
        let shown = shown.text(every.code()).number(day_number(first));
        last.map(day_number).into_iter().fold(shown, Shown::number)
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
            wait: None,
            sending: None,
            exchange: self.elsewhere.as_ref().and_then(Elsewhere::exchange).map(Box::new),
        }
    }

    /// The day whose limit this counts against. Money that stays with the same person counts against none.
    fn counts_on(&self, bank: &Bank, at: Timestamp) -> Option<i64> {
        (!self.stays).then(|| day_number(bank.calendar.day(at)))
    }

    /// The limits it counts against once it is approved at `at`.
    pub(super) fn limited(&self, bank: &Bank, at: Timestamp) -> Option<Limited> {
        self.counts_on(bank, at).map(|day| Limited { day, to_somebody_new: self.to_somebody_new })
    }
}
