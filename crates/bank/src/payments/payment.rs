//! A payment that was made, and its receipt.

use model::{AccountId, CustomerId, ErrorCode, Money, PayeeNumber, PaymentId, Timestamp, TransferId};

use crate::{Bank, Error, abroad::Exchange, accounts::Account, rails::Sending, waits::Wait};

model::coded! {
    /// How far a payment has come.
    PaymentState {
        /// It was approved, and waits: the money is set aside.
        Submitted = "submitted",
        /// The money has left: it is with the payee, or where [`Payment::sending`] says. Final.
        Settled = "settled",
        /// It was called off while it waited: the money never left. Final.
        Cancelled = "cancelled",
    }
}

/// A payment a customer made: what the receipt shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Which payment; also the reference people quote.
    pub id: PaymentId,
    /// Who made it.
    pub customer: CustomerId,
    /// How far it has come.
    pub state: PaymentState,
    /// The account it was paid from.
    pub from: AccountId,
    /// The account it was paid to: of a payee at another bank, the one that stands for theirs.
    pub to: AccountId,
    /// The name of the payee, or of the person's own account.
    pub payee: String,
    /// The payee's account number.
    pub payee_number: PayeeNumber,
    /// How much.
    pub amount: Money,
    /// What the payee reads beside it.
    pub reference: String,
    /// The transfer that settled it.
    pub transfer: Option<TransferId>,
    /// When it was approved.
    pub approved_at: Timestamp,
    /// When the money left: with a payee here it was then, too.
    pub settled_at: Option<Timestamp>,
    /// Why and until when it waits, or waited.
    pub wait: Option<Wait>,
    /// What has become of it on its way to another bank, once it has left for one.
    pub sending: Option<Sending>,
    /// What it was exchanged into, where it arrives in another currency.
    pub exchange: Option<Box<Exchange>>,
}

impl Payment {
    /// The payment once `transfer` has been booked at `at`.
    #[must_use]
    pub fn settled_by(&self, transfer: TransferId, at: Timestamp) -> Self {
        Self { state: PaymentState::Settled, transfer: Some(transfer), settled_at: Some(at), ..self.clone() }
    }
}

/// A payment with what its payer knows of the accounts on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The payment.
    pub payment: Payment,
    /// The account it was paid from, while it is theirs, or that of the business they made it for.
    pub from: Option<Account>,
    /// The account it was paid to, where that is theirs as well.
    pub to: Option<Account>,
    /// The name of the business they made it for: it is the business that pays, whoever acts for it.
    pub business: Option<String>,
}

impl Receipt {
    /// Whether the money only moved between two accounts of the same person.
    #[must_use]
    pub const fn own(&self) -> bool {
        self.to.is_some() && self.business.is_none()
    }

    /// Who paid, by name, where `reader` is the name of whoever made it.
    #[must_use]
    pub fn payer(&self, reader: String) -> String {
        self.business.clone().unwrap_or(reader)
    }
}

/// The receipt of a payment `owner` made.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn receipt(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Receipt, Error> {
    let payment = bank.payments.payment(owner, id).await?.ok_or(ErrorCode::NotFound)?;
    let made = bank.business.made(id).await?.filter(|made| !made.by_owner);
    let whose = made.as_ref().map_or(owner, |made| made.owner);
    let from = bank.accounts.account(whose, payment.from).await?;
    let to = bank.accounts.account(owner, payment.to).await?;
    Ok(Receipt { payment, from, to, business: made.map(|made| made.business) })
}
