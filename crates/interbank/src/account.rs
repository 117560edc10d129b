//! Whose account it is, and at which bank: by an IBAN alone, or by the bank and the number of the account there.

use model::{AbroadNumber, Bic, Cnaps, Currency, LocalNumber, PayeeNumber};

use crate::{NotUnderstood, structure::CNAPS, xml::Element};

/// The payee's bank, where the account does not say it.
pub(crate) fn agent(account: PayeeNumber) -> Option<Element> {
    let bank = match account.abroad()? {
        AbroadNumber::Iban(..) => return None,
        AbroadNumber::Bic(bic, ..) => Element::text("BICFI", bic.to_string()),
        AbroadNumber::Cnaps(cnaps, _) => {
            let system = Element::nested(&["ClrSysId"], Element::text("Cd", CNAPS));
            Element::of("ClrSysMmbId", vec![system, Element::text("MmbId", cnaps.as_str())])
        }
    };
    Some(Element::nested(&["CdtrAgt", "FinInstnId"], bank))
}

/// The payee's account.
pub(crate) fn account(account: PayeeNumber) -> Element {
    let id = match account {
        PayeeNumber::Abroad(AbroadNumber::Iban(iban, _)) | PayeeNumber::Elsewhere(iban) => {
            Element::text("IBAN", iban.electronic())
        }
        PayeeNumber::Abroad(abroad) => Element::nested(&["Othr"], Element::text("Id", abroad.account())),
        PayeeNumber::Here(number) => Element::nested(&["Othr"], Element::text("Id", number.to_string())),
    };
    Element::nested(&["CdtrAcct", "Id"], id)
}

/// The account that `transfer` goes to; abroad where it was exchanged, into `currency`.
pub(crate) fn read(transfer: &Element, currency: Option<Currency>) -> Result<PayeeNumber, NotUnderstood> {
    let iban = transfer.said(&["CdtrAcct", "Id", "IBAN"]);
    let other = transfer.said(&["CdtrAcct", "Id", "Othr", "Id"]);
    let bic = transfer.said(&["CdtrAgt", "FinInstnId", "BICFI"]);
    let member = transfer.said(&["CdtrAgt", "FinInstnId", "ClrSysMmbId", "MmbId"]);
    let wrong = |_| NotUnderstood::Content("CdtrAcct");
    let local = |typed: &str| LocalNumber::from_typed(typed).map_err(wrong);
    match (iban, other, bic, member, currency) {
        (Some(iban), None, None, None, None) => Ok(PayeeNumber::Elsewhere(iban.parse().map_err(wrong)?)),
        (Some(iban), None, None, None, Some(currency)) => {
            Ok(AbroadNumber::Iban(iban.parse().map_err(wrong)?, currency).into())
        }
        (None, Some(number), Some(bic), None, Some(currency)) => {
            Ok(AbroadNumber::Bic(Bic::from_typed(bic).map_err(wrong)?, local(number)?, currency).into())
        }
        (None, Some(number), None, Some(member), Some(Currency::Cny)) => {
            Ok(AbroadNumber::Cnaps(Cnaps::from_typed(member).map_err(wrong)?, local(number)?).into())
        }
        _ => Err(NotUnderstood::Content("CdtrAcct")),
    }
}
