//! Paying somebody again: the people somebody has paid, and a payment that begins with what is known of one.

use model::{
    AccountNumber, CustomerId, ErrorCode, PaymentId, Timestamp,
    forms::{AmountForm, PayeeForm, PayeeKind, PurposeForm},
};

use super::{
    Draft, Payment, PaymentState, Steps,
    choices::sources,
    draft::{MOST_DRAFTS, vacant},
};
use crate::{Bank, Error};

/// Somebody who was paid before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPayee {
    /// The last payment to them.
    pub payment: PaymentId,
    /// Their name, as it was checked then.
    pub name: String,
    /// Their account number.
    pub number: AccountNumber,
    /// When they were last paid.
    pub paid_at: Timestamp,
}

/// The people `owner` has paid, the last one first, at most `limit`. Own accounts are nobody else's.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn known_payees(bank: &Bank, owner: CustomerId, limit: u32) -> Result<Vec<KnownPayee>, Error> {
    let last = bank.payments.last_to_each(owner, limit).await?;
    let known = |paid: Payment| KnownPayee {
        payment: paid.id,
        name: paid.payee,
        number: paid.payee_number,
        paid_at: paid.settled_at.unwrap_or(paid.approved_at),
    };
    Ok(last.into_iter().map(known).collect())
}

/// Begins a payment of `owner` to whoever the settled payment `paid` went to: all that is left to say is how much.
/// Everything is looked at again before anything is paid.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` made no such payment, or it went to an account of theirs;
/// [`Error::Unavailable`].
pub async fn start_again(bank: &Bank, owner: CustomerId, paid: PaymentId) -> Result<PaymentId, Error> {
    let paid = bank.payments.payment(owner, paid).await?.filter(|paid| paid.state == PaymentState::Settled);
    let paid = paid.ok_or(ErrorCode::NotFound)?;
    let accounts = bank.accounts.list(owner).await?;
    if accounts.iter().any(|account| account.id == paid.to) {
        return Err(ErrorCode::NotFound.into());
    }
    let open = sources(&accounts, Some(PayeeKind::Other));
    let from = open.iter().find(|account| account.id == paid.from).or(match open.as_slice() {
        [only] => Some(only),
        _ => None,
    });
    let draft = Draft {
        id: place(bank, owner, &paid).await?,
        owner,
        amount: AmountForm { from: from.map(|from| from.id.to_string()).unwrap_or_default(), amount: String::new() },
        payee: payee(&paid),
        purpose: PurposeForm::default(),
        sent: Steps { amount: false, payee: true },
        updated_at: bank.clock.now(),
    };
    bank.payments.save_draft(&draft).await?;
    Ok(draft.id)
}

fn payee(paid: &Payment) -> PayeeForm {
    PayeeForm {
        kind: PayeeKind::Other.code().to_owned(),
        own: String::new(),
        name: paid.payee.clone(),
        number: paid.payee_number.to_string(),
        reference: paid.reference.clone(),
    }
}

/// The id for the draft: that of one to the same person in which no amount was typed yet, where there is one. One to
/// somebody else is never taken: it could be open in another window.
async fn place(bank: &Bank, owner: CustomerId, paid: &Payment) -> Result<PaymentId, Error> {
    let number = paid.payee_number.to_string();
    let drafts = bank.payments.drafts(owner, MOST_DRAFTS).await?;
    let same = drafts.iter().find(|draft| !draft.sent.amount && draft.payee.number == number);
    match same {
        Some(same) => Ok(same.id),
        None => vacant(bank, owner).await,
    }
}
