//! Approving a payment: the one place where a customer's payment reaches the ledger.

use std::time::Duration;

use model::{
    CustomerId, ErrorCode, PaymentId, Problems, Timestamp, TransferId,
    forms::{ApproveForm, Form, HistoryKind},
};

use super::{
    Order, Payment,
    order::{checked, held_until},
};
use crate::{
    Bank, Error,
    abroad::Exchange,
    accounts::Category,
    audit::{self, Deed},
    business,
    customers::Customer,
    ledger::{Action, Actor, Command, IdempotencyKey, Limited, Line, OutboxEvent, TransferOrder},
    rails,
    schedules::{self, Schedule},
    step_up::{self, Declined},
    waits,
};

/// What became of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// It was paid, or waits until it is.
    Paid(Payment),
    /// It is paid on its days.
    Planned(Schedule),
}

/// What became of the draft `id` of `owner`, if anything did.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn made(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Option<Made>, Error> {
    if let Some(paid) = bank.payments.payment(owner, id).await? {
        return Ok(Some(Made::Paid(paid)));
    }
    Ok(schedules::planned(bank, owner, id).await?.map(Made::Planned))
}

/// Who makes a payment, and as what it is read on the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Making {
    /// Who does it, for the audit chain.
    pub actor: Actor,
    /// What kind of movement it is.
    pub kind: HistoryKind,
    /// When it was approved, where that was not just now.
    pub approved_at: Option<Timestamp>,
}

impl Making {
    /// At once, by whoever has just approved it.
    #[must_use]
    pub const fn by(payer: CustomerId) -> Self {
        Self { actor: Actor::Customer(payer), kind: HistoryKind::Payment, approved_at: None }
    }
}

/// How often, and how far apart, a press that came second looks for the payment of the first: a second in all.
const TWIN_LOOKS: u32 = 20;
const TWIN_PAUSE: Duration = Duration::from_millis(50);

/// Why a press does not pay.
struct Refusal {
    error: Error,
    /// What the audit chain is told of it.
    deed: Option<Deed>,
    /// Whether another press may be paying just now.
    second: bool,
}

impl<E: Into<Error>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self { error: error.into(), deed: None, second: false }
    }
}

impl Refusal {
    /// Of an approval.
    fn of(error: impl Into<Error>, deed: Deed) -> Self {
        Self { error: error.into(), deed: Some(deed), second: false }
    }

    /// Perhaps because another press was quicker: the code and the challenge are good once.
    fn second(self) -> Self {
        Self { second: true, ..self }
    }
}

/// Pays a draft of `owner`, or plans it where it is for another day, if the code is good and answers a challenge about
/// exactly this payment.
///
/// Pressing twice, going back, reloading: whoever comes second gets the same receipt.
///
/// # Errors
/// [`Error::Form`] with the field to put right; [`ErrorCode::ApprovalExpired`] where the challenge has
/// lapsed or something changed since it was shown; [`ErrorCode::PayeeHeld`]; [`ErrorCode::PurposeMissing`];
/// [`ErrorCode::PurposeScam`]; any refusal of the ledger; [`Error::Unavailable`], after
/// which asking again is safe: it gives the receipt where the money moved, and a fresh question where it did not.
pub async fn confirm(bank: &Bank, owner: CustomerId, id: PaymentId, form: &ApproveForm) -> Result<Made, Error> {
    if let Some(made) = made(bank, owner, id).await? {
        return Ok(made);
    }
    let Refusal { error, deed, second } = match press(bank, owner, id, form).await {
        Ok(made) => return Ok(made),
        Err(refusal) => refusal,
    };
    if let Some(made) = twin(bank, owner, id, if second { TWIN_LOOKS } else { 1 }).await? {
        return Ok(made);
    }
    if let Some(deed) = deed {
        audit::note(bank, owner, deed, id.value()).await?;
    }
    Err(error)
}

async fn press(bank: &Bank, owner: CustomerId, id: PaymentId, form: &ApproveForm) -> Result<Made, Refusal> {
    // What cannot be an answer costs no look at the payment.
    form.check(&())?;
    let checked = checked(bank, owner, id).await?;
    if held_until(bank, owner, &checked).await?.is_some() {
        return Err(ErrorCode::PayeeHeld.into());
    }
    let order = checked.order;
    if order.is_scam() {
        return Err(ErrorCode::PurposeScam.into());
    }
    approve(bank, owner, &order, form).await?;
    let made = make(bank, owner, &order).await?;
    // The draft has served. The money has moved, whatever becomes of it: one that is left behind is swept later.
    drop(bank.payments.delete_draft(owner, id).await);
    Ok(made)
}

/// Pays what was approved, or plans it.
async fn make(bank: &Bank, owner: CustomerId, order: &Order) -> Result<Made, Error> {
    let payer = bank.customers.customer(owner).await?.ok_or(ErrorCode::Forbidden)?;
    // A freeze may have come since it was approved.
    if payer.is_frozen(bank.clock.now()) {
        return Err(ErrorCode::Frozen.into());
    }
    let order = order.clone().with_account(bank).await?;
    if let Some(timing) = order.timing {
        return schedules::keep(bank, owner, &order, timing).await.map(Made::Planned);
    }
    pay(bank, &payer, &order, Making::by(owner)).await.map(Made::Paid)
}

/// What another press has made, or is just making. Of two presses, the one that comes second is refused
/// before the first has reached the ledger, and it is the second whose answer the browser shows.
async fn twin(bank: &Bank, owner: CustomerId, id: PaymentId, looks: u32) -> Result<Option<Made>, Error> {
    for look in 1..=looks {
        if let Some(made) = made(bank, owner, id).await? {
            return Ok(Some(made));
        }
        if look < looks {
            tokio::time::sleep(TWIN_PAUSE).await;
        }
    }
    Ok(None)
}

/// Whether the answer approves exactly `order`, in the words of a payment.
async fn approve(bank: &Bank, owner: CustomerId, order: &Order, form: &ApproveForm) -> Result<(), Refusal> {
    let wrong = |code| Refusal::of(Problems::one("code", code), Deed::ApprovalRefused);
    let expired = || Refusal::of(ErrorCode::ApprovalExpired, Deed::ApprovalExpired);
    step_up::approve(bank, owner, &order.shown(), form).await.map_err(|declined| match declined {
        Declined::Expired => expired(),
        Declined::Second => expired().second(),
        Declined::Wrong(code) => wrong(code),
        Declined::Used => wrong(ErrorCode::CodeRefused).second(),
        // What closed it has been noted. The good code that another press has just brought may have been the last one
        // that was looked at.
        Declined::Locked => Refusal::from(Problems::one("code", ErrorCode::CodeLocked)).second(),
        Declined::Frozen => ErrorCode::Frozen.into(),
        Declined::Form(problems) => problems.into(),
        Declined::Unavailable(error) => error.into(),
    })
}

/// Settles an order that `payer` approved in the ledger, or lets it begin to wait, under the payment's own id as key, and
/// gives the payment back.
///
/// # Errors
/// Any refusal of the ledger; [`Error::Unavailable`].
pub async fn pay(bank: &Bank, payer: &Customer, order: &Order, by: Making) -> Result<Payment, Error> {
    if order.payee_number.leaves() && !rails::is_open(bank) {
        return Err(ErrorCode::ElsewhereClosed.into());
    }
    let at = bank.clock.now();
    let payment = order.payment(payer.id, by.approved_at.unwrap_or(at));
    let key = IdempotencyKey {
        principal: payer.id,
        operation: "payment",
        key: order.id.to_string(),
        request_hash: order.shown().digest(),
    };
    let acts = order.from.in_the_name_of.is_some();
    if acts || order.second.is_some() {
        business::note(bank, payer.id, order).await?;
    }
    if order.second.is_some() {
        return business::ask(bank, payment, key, by.actor).await;
    }
    let wait = order.wait.map(|ruling| (ruling, ruling.until(payment.approved_at)));
    if let Some(wait) = wait.filter(|(_, until)| *until > at) {
        return waits::begin(bank, payment, wait, key, by.actor).await;
    }
    let payment = payment.leaving(&bank.calendar, at);
    let id = TransferId::new(bank.ids.next());
    // It is the business that pays, whoever acts for it.
    let payer = if acts { &order.from.holder } else { &payer.name };
    let transfer = transfer_of(&payment, payer, id, by.kind, order.limited(bank, at));
    let command = Command {
        key: Some(key),
        actor: by.actor,
        at,
        action: Exchange::with(&payment, Action::Transfer(transfer)),
        outbox: vec![OutboxEvent { topic: "payment.settled", subject: order.id.value() }],
    };
    let receipt = bank.ledger.submit(command).await?;
    let transfer = receipt.transfer.ok_or(ErrorCode::InFlight)?;
    Ok(payment.settled_by(transfer, receipt.booked_at))
}

/// The move of money that settles `payment`, which `payer` made, by name.
pub(crate) fn transfer_of(
    payment: &Payment,
    payer: &str,
    id: TransferId,
    kind: HistoryKind,
    limited: Option<Limited>,
) -> TransferOrder {
    TransferOrder {
        id,
        debit: payment.from,
        credit: payment.to,
        amount: payment.amount,
        kind,
        debit_line: line(&payment.payee, &payment.reference),
        credit_line: line(payer, &payment.reference),
        original: None,
        limited,
        payment: Some(Box::new(payment.clone())),
    }
}

fn line(party: &str, reference: &str) -> Line {
    Line { party: party.to_owned(), reference: reference.to_owned(), category: Category::Transfers }
}
