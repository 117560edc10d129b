//! A payment that takes another person: asked for, approved, refused.

use model::{
    CustomerId, ErrorCode, PayeeNumber, PaymentId, Timestamp,
    forms::{ApproveForm, Form, RefusalForm},
};

use super::{
    Delegate, NEW_ACTING_S,
    acting::{others_who_approve, running},
};
use crate::{
    Bank, Error,
    audit::{self, Deed},
    ledger::{Actor, IdempotencyKey},
    payments::{NameCheck, Order, Payment, PaymentState},
    ports::Noted,
    security::{self, Facts, SecurityEvent},
    step_up::{self, Purpose, Shown},
    waits::{self, Ruling, WaitReason},
};

/// How long a payment waits for another person before it lapses, in seconds.
pub const LAPSES_S: i64 = 7 * 24 * 60 * 60;

/// The same where another currency arrives: its price was made when it was asked for, and is not to be waited with until it
/// is a good one.
pub const LAPSES_ABROAD_S: i64 = 24 * 60 * 60;

/// A payment from the account of a business that somebody made who acts for it, or that takes another person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeFor {
    /// The payment. While it waits for another person, its wait says so, and when it lapses.
    pub payment: Payment,
    /// The name of the business.
    pub business: String,
    /// An owner of the account.
    pub owner: CustomerId,
    /// Who made it, by name.
    pub maker: String,
    /// Whether that is an owner of the account.
    pub by_owner: bool,
    /// What comparing the payee's name with that of their account has said, where it was compared.
    pub name: Option<NameCheck>,
    /// The wait that a rule of the bank or its owner wants beside that, from when it was made on.
    pub then: Option<Ruling>,
    /// Who approved it.
    pub approved: Option<Said>,
    /// Who did not.
    pub refused: Option<Refused>,
}

/// Who has said something of a payment, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub who: CustomerId,
    /// Their name.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// Why a payment was not approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Who refused it, and when.
    pub said: Said,
    /// What they wrote.
    pub why: String,
}

/// What somebody may do with a payment that waits for another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// Approve or refuse it.
    Approve,
    /// The same, from this moment on: they, or whoever has made it, have accepted only just.
    Later(Timestamp),
    /// They have made it: call it off.
    CallOff,
    /// Look at it.
    Look,
}

impl MadeFor {
    /// Until when it waits for another person, where it does.
    #[must_use]
    pub fn waits_until(&self) -> Option<Timestamp> {
        let wait = self.payment.wait.filter(|wait| wait.reason == WaitReason::Second);
        wait.filter(|_| self.payment.state == PaymentState::Submitted).map(|wait| wait.until)
    }

    /// Why and until when it waits once it is approved at `now`.
    fn then(&self, now: Timestamp) -> (WaitReason, Timestamp) {
        let then = self.then.map(|ruling| (ruling.reason, ruling.until(self.payment.approved_at)));
        then.filter(|(_, until)| *until > now).unwrap_or((WaitReason::Agreed, now))
    }
}

/// Keeps who makes a payment for a business, before it is made.
pub(crate) async fn note(bank: &Bank, maker: CustomerId, order: &Order) -> Result<(), Error> {
    let name = order.second.as_ref().and_then(|second| second.name.clone());
    let noted =
        Noted { payment: order.id, account: order.from.id, maker, at: bank.clock.now(), name, then: order.wait };
    if bank.business.note(&noted).await? || bank.payments.payment(maker, order.id).await?.is_some() {
        return Ok(());
    }
    // They may not act any more, in this moment.
    Err(ErrorCode::NotFound.into())
}

/// Sets the money of a payment aside until another person has approved it. They are asked.
pub(crate) async fn ask(bank: &Bank, payment: Payment, key: IdempotencyKey, actor: Actor) -> Result<Payment, Error> {
    let seconds = if payment.exchange.is_some() { LAPSES_ABROAD_S } else { LAPSES_S };
    let until = bank.clock.now().plus_seconds(seconds);
    let ruling = Ruling { reason: WaitReason::Second, seconds };
    waits::begin(bank, payment, (ruling, until), key, actor).await
}

/// Tells its maker and everybody who may approve it that a payment waits for another person.
pub(crate) async fn tell_asked(bank: &Bank, payment: &Payment, until: Timestamp) -> Result<(), Error> {
    let Some(made) = bank.business.made(payment.id).await? else { return Ok(()) };
    let facts = Facts { name: payment.payee.clone(), when: Some(until), ..Facts::default() };
    security::tell(bank, payment.customer, SecurityEvent::SecondWaits, &facts).await?;
    let facts = Facts { name: made.business, ..facts };
    let whose = (made.owner, payment.from);
    for other in others_who_approve(bank, whose, payment.customer, Some(payment.amount)).await? {
        security::tell(bank, other, SecurityEvent::SecondAsked, &facts).await?;
    }
    Ok(())
}

/// Tells the maker of a payment what has become of it.
pub(crate) async fn tell_ended(bank: &Bank, payment: &Payment, event: SecurityEvent) -> Result<(), Error> {
    let facts = Facts { name: payment.payee.clone(), ..Facts::default() };
    Ok(security::tell(bank, payment.customer, event, &facts).await?)
}

/// The payments that wait for another person and are `who`'s to see: made by them, or from an account whose owner they
/// are or for which they approve. The one that lapses first at the top.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn waiting(bank: &Bank, who: CustomerId) -> Result<Vec<MadeFor>, Error> {
    Ok(bank.business.waiting(who).await?)
}

/// One payment made for a business, as far as it is `who`'s to see.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn one(bank: &Bank, who: CustomerId, id: PaymentId) -> Result<MadeFor, Error> {
    Ok(bank.business.seen(who, id).await?.ok_or(ErrorCode::NotFound)?)
}

/// What `who` may do with `made`, which is theirs to see.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn may(bank: &Bank, who: CustomerId, made: &MadeFor) -> Result<May, Error> {
    if made.waits_until().is_none() {
        return Ok(May::Look);
    }
    if made.payment.customer == who {
        return Ok(May::CallOff);
    }
    let Some(theirs) = approves_from(bank, who, made).await? else { return Ok(May::Look) };
    let from = agreed_with_from(bank, made).await?.map_or(theirs, |from| from.max(theirs));
    Ok(if from <= bank.clock.now() { May::Approve } else { May::Later(from) })
}

/// From when on `who` could approve `made`, going by themselves; `None` where they never can.
async fn approves_from(bank: &Bank, who: CustomerId, made: &MadeFor) -> Result<Option<Timestamp>, Error> {
    let (account, amount) = (made.payment.from, made.payment.amount);
    if bank.limits.holders(made.owner, account).await?.contains(&who) {
        return Ok(Some(made.payment.approved_at));
    }
    let theirs = running(bank, who, account).await?;
    let from = theirs.as_ref().and_then(Delegate::approves_from);
    Ok(from.filter(|from| theirs.is_some_and(|one| one.may_approve(amount, *from))))
}

/// From when on anybody agrees with whoever has made `made`, where the rule of the account wants two people and they have
/// accepted only just. Where it is their role that wants another, an owner could pay it alone.
async fn agreed_with_from(bank: &Bank, made: &MadeFor) -> Result<Option<Timestamp>, Error> {
    let payment = &made.payment;
    let rule = bank.business.rule(payment.from).await?;
    if made.by_owner || !rule.takes_two(payment.amount, bank.clock.now()) {
        return Ok(None);
    }
    Ok(running(bank, payment.customer, payment.from).await?.and_then(|maker| maker.counts_from()))
}

/// Until when `who` cannot approve `made`: nobody new is paid on the word of somebody whose way in has just changed.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn held_until(bank: &Bank, who: CustomerId, made: &MadeFor) -> Result<Option<Timestamp>, Error> {
    match security::held_until(bank, who).await? {
        Some(until) if !bank.payments.has_paid(made.owner, made.payment.to).await? => Ok(Some(until)),
        _ => Ok(None),
    }
}

/// What is approved: everything the page of the payment shows.
#[must_use]
pub fn approving(made: &MadeFor) -> Shown {
    let payment = &made.payment;
    let shown = Shown::of(Purpose::Second).number(payment.id.value()).number(payment.from.value());
    let shown = match payment.payee_number {
        PayeeNumber::Here(number) => shown.number(payment.to.value()).number(number.value()),
        PayeeNumber::Elsewhere(iban) => shown.text(iban.electronic()),
        PayeeNumber::Abroad(number) => shown.text(&number.key()),
    };
    let shown = match &payment.exchange {
        Some(exchange) => shown.money(exchange.quote.arrives).number(exchange.quote.rate.millionths()),
        None => shown,
    };
    shown
        .money(payment.amount)
        .text(&payment.payee)
        .text(&payment.reference)
        .number(payment.customer.value())
        .text(made.name.as_ref().map_or("", NameCheck::code))
        .text(made.then.map_or("", |ruling| ruling.reason.code()))
}

/// Whether `who` may say something of a payment now, and which it is.
async fn theirs(bank: &Bank, who: CustomerId, id: PaymentId) -> Result<MadeFor, Error> {
    let made = one(bank, who, id).await?;
    match may(bank, who, &made).await? {
        May::Approve => Ok(made),
        May::CallOff => Err(ErrorCode::SecondSelf.into()),
        May::Look if made.waits_until().is_none() => Err(ErrorCode::SecondOver.into()),
        May::Look | May::Later(_) => Err(ErrorCode::SecondNotTheirs.into()),
    }
}

/// Approves a payment that somebody else has made, if the answer approves exactly that. It leaves at once, or when the wait
/// is over that it would have had anyway. Pressing twice is pressing once.
///
/// That it is another who approves, and may, is decided by the database in the moment in which it is kept.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::StepUpExpired`]; [`ErrorCode::Frozen`]; [`ErrorCode::SecondSelf`];
/// [`ErrorCode::SecondNotTheirs`]; [`ErrorCode::SecondOver`]; [`ErrorCode::PayeeHeld`]; [`ErrorCode::NotFound`];
/// [`Error::Unavailable`].
pub async fn approve(bank: &Bank, who: CustomerId, id: PaymentId, form: &ApproveForm) -> Result<(), Error> {
    if approved_by(bank, who, id).await? {
        return Ok(());
    }
    let made = theirs(bank, who, id).await?;
    if held_until(bank, who, &made).await?.is_some() {
        return Err(ErrorCode::PayeeHeld.into());
    }
    let approved = step_up::approve(bank, who, &approving(&made), form).await;
    if approved.is_err() && approved_by(bank, who, id).await? {
        return Ok(());
    }
    approved?;
    let now = bank.clock.now();
    let agreed_with = agreed_with_from(bank, &made).await?.is_some();
    let maker_since = if agreed_with { now.plus_seconds(-NEW_ACTING_S) } else { now };
    if !bank.business.approve(who, id, (now, maker_since), made.then(now)).await? {
        return Err(ErrorCode::SecondOver.into());
    }
    audit::note(bank, who, Deed::SecondApproved, id.value()).await?;
    tell_ended(bank, &made.payment, SecurityEvent::SecondApproved).await?;
    if let Some(payment) = bank.payments.payment(made.payment.customer, id).await? {
        // It is approved, and due: what keeps it from leaving now is tried again by the program.
        drop(waits::carry_out(bank, &payment).await);
    }
    Ok(())
}

/// Whether `who` has approved the payment, with an earlier press.
async fn approved_by(bank: &Bank, who: CustomerId, id: PaymentId) -> Result<bool, Error> {
    let made = one(bank, who, id).await?;
    Ok(made.approved.is_some_and(|said| said.who == who))
}

/// Refuses a payment that somebody else has made, and says why. Its money is free at once, and its maker is told.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::SecondSelf`]; [`ErrorCode::SecondNotTheirs`]; [`ErrorCode::SecondOver`];
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn refuse(bank: &Bank, who: CustomerId, id: PaymentId, form: &RefusalForm) -> Result<(), Error> {
    let made = theirs(bank, who, id).await?;
    let why = form.check(&())?;
    if !bank.business.refuse(who, id, (&why, bank.clock.now())).await? {
        return Err(ErrorCode::SecondOver.into());
    }
    audit::note(bank, who, Deed::SecondRefused, id.value()).await?;
    waits::give_up(bank, &made.payment, SecurityEvent::SecondRefused).await
}
