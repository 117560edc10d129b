//! Paying somebody again: a payment that begins with what is known of them, or takes that up.

use model::{
    AbroadNumber, CustomerId, ErrorCode, PayeeNumber, PaymentId,
    forms::{AbroadWay, AmountForm, Form, Payee, PayeeForm, PayeeKind, PurposeForm, WhenForm},
};

use super::{
    Draft, Payment, Steps,
    choices::sources,
    draft::{MOST_DRAFTS, hear, open, save, set_payee, vacant},
    known,
};
use crate::{Bank, Error, aliases::Found};

/// Begins a payment of `owner` to whoever the settled payment `paid` went to: all that is left to say is how much.
/// Everything is looked at again before anything is paid.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `owner` made no such payment, or it went to an account of theirs;
/// [`Error::Unavailable`].
pub async fn start_again(bank: &Bank, owner: CustomerId, paid: PaymentId) -> Result<PaymentId, Error> {
    let paid = known::settled(bank, owner, paid).await?;
    let (id, draft) = (place(bank, owner, &paid).await?, to(bank, owner, &paid).await?);
    save(bank, Draft { id, ..draft }).await?;
    Ok(id)
}

/// A draft as [`start_again`] begins it, kept nowhere yet.
pub(super) async fn again(bank: &Bank, owner: CustomerId, paid: PaymentId) -> Result<Draft, Error> {
    let paid = known::settled(bank, owner, paid).await?;
    to(bank, owner, &paid).await
}

async fn to(bank: &Bank, owner: CustomerId, paid: &Payment) -> Result<Draft, Error> {
    let accounts = bank.accounts.list(owner).await?;
    if accounts.iter().any(|account| account.id == paid.to) {
        return Err(ErrorCode::NotFound.into());
    }
    let open = sources(&accounts, Some(PayeeKind::Other));
    let from = open.iter().find(|account| account.id == paid.from).or(match open.as_slice() {
        [only] => Some(only),
        _ => None,
    });
    let payee = payee(paid);
    let heard = match payee.check(&()) {
        Ok((Payee::Elsewhere { name, iban }, _)) => Some(hear(bank, None, iban, &name).await),
        _ => None,
    };
    Ok(Draft {
        id: PaymentId::new(bank.ids.next()),
        owner,
        amount: AmountForm { from: from.map(|from| from.id.to_string()).unwrap_or_default(), amount: String::new() },
        found: Found::again(bank, &payee).await?,
        payee,
        heard,
        held: None,
        purpose: PurposeForm::default(),
        when: WhenForm::default(),
        sent: Steps { amount: false, payee: true, told_safety: false },
        updated_at: bank.clock.now(),
    })
}

/// Keeps that the payment under way `draft` of `owner` goes to whoever the settled payment `paid` went to.
///
/// # Errors
/// As [`start_again`], and as [`set_payee`].
pub async fn choose_again(bank: &Bank, owner: CustomerId, draft: PaymentId, paid: PaymentId) -> Result<(), Error> {
    let paid = known::settled(bank, owner, paid).await?;
    if bank.accounts.account(owner, paid.to).await?.is_some() {
        return Err(ErrorCode::NotFound.into());
    }
    let payee = payee(&paid);
    let found = Found::again(bank, &payee).await?;
    if let (Some(found), Some((draft, _))) = (found, open(bank, owner, draft).await?) {
        save(bank, Draft { found: Some(found), ..draft }).await?;
    }
    set_payee(bank, owner, draft, payee).await
}

fn payee(paid: &Payment) -> PayeeForm {
    let (name, reference) = (paid.payee.clone(), paid.reference.clone());
    let form = PayeeForm { name, reference, ..PayeeForm::default() };
    match paid.payee_number {
        PayeeNumber::Abroad(number) => abroad(number, form),
        PayeeNumber::Here(number) => {
            PayeeForm { kind: PayeeKind::Other.code().to_owned(), number: number.to_string(), ..form }
        }
        PayeeNumber::Elsewhere(iban) => {
            PayeeForm { kind: PayeeKind::Elsewhere.code().to_owned(), iban: iban.to_string(), ..form }
        }
    }
}

fn abroad(number: AbroadNumber, form: PayeeForm) -> PayeeForm {
    let (kind, currency) = (PayeeKind::Abroad.code().to_owned(), number.currency().to_string());
    let form = PayeeForm { kind, currency, ..form };
    let (way, bank, account) = match number {
        AbroadNumber::Iban(iban, _) => {
            return PayeeForm { way: AbroadWay::Iban.code().to_owned(), iban: iban.to_string(), ..form };
        }
        AbroadNumber::Cnaps(bank, account) => (AbroadWay::Cnaps, bank.to_string(), account),
        AbroadNumber::Bic(bank, account, _) => (AbroadWay::Bic, bank.to_string(), account),
    };
    PayeeForm { way: way.code().to_owned(), bank, number: account.to_string(), ..form }
}

/// The id for the draft: that of one to the same person in which no amount was typed yet, where there is one. One to
/// somebody else is never taken: it could be open in another window.
async fn place(bank: &Bank, owner: CustomerId, paid: &Payment) -> Result<PaymentId, Error> {
    let payee = payee(paid);
    let drafts = bank.payments.drafts(owner, MOST_DRAFTS).await?;
    let same = drafts.iter().find(|draft| !draft.sent.amount && draft.payee.account() == payee.account());
    match same {
        Some(same) => Ok(same.id),
        None => vacant(bank, owner).await,
    }
}
