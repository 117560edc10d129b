//! What whoever is asked does.

use model::{
    CustomerId, ErrorCode, PaymentId,
    forms::{AmountForm, PayeeForm, PayeeKind, PurposeForm, WhenForm},
};

use super::{PaymentRequest, Standing};
use crate::{
    Bank, Error,
    accounts::{Account, AccountStatus},
    payments::{Draft, Steps, sources, vacant},
};

/// A request as whoever has its link sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The request.
    pub request: PaymentRequest,
    /// The account to pay into, with the name of whoever asks.
    pub account: Account,
    /// How it stands.
    pub standing: Standing,
    /// Whether it is the reader's own.
    pub own: bool,
    /// Whether the reader has paid it.
    pub answered: bool,
}

/// What the link with this `token` asks `reader` for.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is no such link; [`Error::Unavailable`].
pub async fn asked(bank: &Bank, reader: CustomerId, token: &str) -> Result<Asked, Error> {
    let request = bank.requests.by_token(token).await?.ok_or(ErrorCode::NotFound)?;
    let account = bank.accounts.account(request.owner, request.account).await?.ok_or(ErrorCode::NotFound)?;
    let standing = request.standing(bank.clock.now());
    let (own, answered) = (request.owner == reader, request.paid.iter().any(|paid| paid.customer == reader));
    Ok(Asked { request, account, standing, own, answered })
}

/// Begins a payment of `payer` of what the link with this `token` asks for: it is filled in, and is checked and approved
/// like any other.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is no such link, or it cannot be paid by them any more; [`Error::Unavailable`].
pub async fn answer(bank: &Bank, payer: CustomerId, token: &str) -> Result<PaymentId, Error> {
    let Asked { request, account, standing, own, answered } = asked(bank, payer, token).await?;
    let can_be_paid = account.status != AccountStatus::Closed && matches!(standing, Standing::Open(_));
    if own || answered || !can_be_paid {
        return Err(ErrorCode::NotFound.into());
    }
    let accounts = bank.accounts.list(payer).await?;
    // The first that has the currency: another can be chosen.
    let same = |from: &&&Account| from.currency() == request.each.currency;
    let open = sources(&accounts, Some(PayeeKind::Other));
    let from = open.iter().find(same).map(|from| from.id.to_string()).unwrap_or_default();
    let draft = Draft {
        id: vacant(bank, payer).await?,
        owner: payer,
        amount: AmountForm { from, amount: request.each.plain() },
        payee: PayeeForm {
            kind: PayeeKind::Other.code().to_owned(),
            name: account.holder.clone(),
            number: account.number.to_string(),
            reference: request.reference.clone(),
            ..PayeeForm::default()
        },
        heard: None,
        held: None,
        found: None,
        purpose: PurposeForm::default(),
        when: WhenForm::default(),
        sent: Steps { amount: true, payee: true, told_safety: false },
        updated_at: bank.clock.now(),
    };
    bank.payments.save_draft(&draft).await?;
    bank.requests.answer(request.id, draft.id).await?;
    Ok(draft.id)
}
