//! Filling in to whom a payment goes from a QR code: of a bill, or of somebody's account.

use model::{
    CustomerId, ErrorCode, PayeeCode, PaymentId, Problems,
    forms::{CodeTextForm, Form, PayeeForm, PayeeKind, PurposeForm},
};

use super::{
    Draft, Steps,
    draft::{open, save},
};
use crate::{Bank, Error, rails};

/// Fills the payee of a draft in from what a code says, and says which kind they are. Nothing is said to the bank by that:
/// the form is looked at and sent as if it had been typed, and everything is checked then.
///
/// # Errors
/// [`Error::Form`], and nothing is filled in; [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn read_code(bank: &Bank, owner: CustomerId, id: PaymentId, form: &CodeTextForm) -> Result<PayeeKind, Error> {
    let Some((draft, _)) = open(bank, owner, id).await? else { return Ok(PayeeKind::Other) };
    let (kind, payee) = payee(form.check(&())?);
    if kind == PayeeKind::Elsewhere && !rails::is_open(bank) {
        return Err(Error::Form(Problems::one("text", ErrorCode::ElsewhereClosed)));
    }
    // What a code says nothing of stays as it was typed.
    let reference = if payee.reference.is_empty() { draft.payee.reference.clone() } else { payee.reference };
    let payee = PayeeForm { kind: kind.code().to_owned(), reference, ..payee };
    let sent = Steps { payee: false, ..draft.sent };
    save(bank, Draft { payee, heard: None, purpose: PurposeForm::default(), sent, ..draft }).await?;
    Ok(kind)
}

fn payee(code: PayeeCode) -> (PayeeKind, PayeeForm) {
    match code {
        PayeeCode::Elsewhere(code) => {
            let (name, iban) = (code.name, code.iban.to_string());
            (PayeeKind::Elsewhere, PayeeForm { name, iban, reference: code.reference, ..PayeeForm::default() })
        }
        PayeeCode::Here { name, number } => {
            (PayeeKind::Other, PayeeForm { name, number: number.to_string(), ..PayeeForm::default() })
        }
    }
}
