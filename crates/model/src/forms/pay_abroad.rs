//! Paying somebody in another currency: by what is known of their account.

use super::{Payee, PayeeForm, PayeeKind};
use crate::{
    AbroadNumber, Bic, Cnaps, Currency, ErrorCode, Iban, LocalNumber, Problems, abroad::is_card, amount::parse_payment,
    iban::has_ibans,
};

crate::coded! {
    /// What is known of an account abroad.
    AbroadWay {
        /// Its IBAN.
        Iban = "iban",
        /// In China: the code of the bank there, and its number.
        Cnaps = "cnaps",
        /// The code of the bank, and its number.
        Bic = "bic",
    }
}

/// An IBAN as it was typed. Whoever typed the code of a bank instead is told so.
pub(super) fn iban(typed: &str) -> Result<Iban, ErrorCode> {
    Iban::from_typed(typed).map_err(|code| match code {
        ErrorCode::IbanShape if Cnaps::from_typed(typed).is_ok() => ErrorCode::IbanIsCnaps,
        ErrorCode::IbanShape if Bic::from_typed(typed).is_ok() => ErrorCode::IbanIsBic,
        other => other,
    })
}

impl PayeeForm {
    /// What is known of an account abroad, as far as that was said.
    #[must_use]
    pub fn way(&self) -> Option<AbroadWay> {
        AbroadWay::from_code(&self.way)
    }

    /// Everything that was typed of which account it is.
    #[must_use]
    pub fn account(&self) -> [&str; 4] {
        [&self.number, &self.iban, &self.bank, &self.currency]
    }

    /// Whether what was typed for a number is that of a card.
    pub(super) fn is_card(&self) -> bool {
        is_card(&self.number, self.way() == Some(AbroadWay::Cnaps))
    }

    /// Whether it is said how much is to arrive, rather than how much leaves.
    #[must_use]
    pub fn says_what_arrives(&self) -> bool {
        self.kind == PayeeKind::Abroad.code() && !self.arrives.trim().is_empty()
    }

    pub(super) fn abroad(&self, problems: &mut Problems) -> Option<Payee> {
        let name = self.named(problems);
        let number = match self.way() {
            Some(AbroadWay::Iban) => {
                let iban = problems.keep("iban", iban(&self.iban));
                iban.zip(self.currency(problems)).map(|(iban, currency)| AbroadNumber::Iban(iban, currency))
            }
            Some(AbroadWay::Cnaps) => {
                let bank = problems.keep("bank", Cnaps::from_typed(&self.bank));
                bank.zip(self.local(problems)).map(|(bank, number)| AbroadNumber::Cnaps(bank, number))
            }
            Some(AbroadWay::Bic) => {
                let bank = problems.keep("bank", self.bic());
                let account = self.local(problems).zip(self.currency(problems));
                bank.zip(account).map(|(bank, (number, currency))| AbroadNumber::Bic(bank, number, currency))
            }
            None => problems.keep("way", Err(ErrorCode::WayMissing)),
        };
        let arrives = match number {
            Some(number) if self.says_what_arrives() => {
                Some(problems.keep("arrives", parse_payment(&self.arrives, number.currency()))?)
            }
            _ => None,
        };
        Some(Payee::Abroad { name: name?, number: number?, arrives })
    }

    fn currency(&self, problems: &mut Problems) -> Option<Currency> {
        problems.keep("currency", self.currency.parse().map_err(|_| ErrorCode::CurrencyMissing))
    }

    fn local(&self, problems: &mut Problems) -> Option<LocalNumber> {
        let number = if self.is_card() { Err(ErrorCode::NumberIsCard) } else { LocalNumber::from_typed(&self.number) };
        problems.keep("number", number)
    }

    /// The code of the bank, where no other is needed in its country.
    fn bic(&self) -> Result<Bic, ErrorCode> {
        if self.bank.trim().is_empty() {
            return Err(ErrorCode::BicMissing);
        }
        match Bic::from_typed(&self.bank)? {
            bic if bic.country() == "CN" => Err(ErrorCode::BicIsChina),
            bic if has_ibans(bic.country()) => Err(ErrorCode::BicHasIban),
            bic => Ok(bic),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Money, forms::Form};

    fn typed(way: &str, bank: &str, number: &str) -> PayeeForm {
        let [kind, name, currency] = ["abroad", "Li Wei", "USD"].map(str::to_owned);
        let [way, bank, number] = [way, bank, number].map(str::to_owned);
        PayeeForm { kind, name, number, way, bank, currency, ..PayeeForm::default() }
    }

    fn wrong(form: &PayeeForm, field: &str) -> Option<ErrorCode> {
        form.check(&()).unwrap_err().of(field)
    }

    #[test]
    fn each_country_has_its_own_numbers() {
        let (payee, _) = typed("cnaps", "102100099996", "6222 0210 0101").check(&()).unwrap();
        let Payee::Abroad { number, arrives: None, .. } = payee else { panic!("{payee:?}") };
        assert_eq!(number.key(), "CNY/102100099996/622202100101");
        let form = PayeeForm { arrives: "12.50".to_owned(), ..typed("bic", "CHASUS33", "000123456789") };
        let (Payee::Abroad { arrives, .. }, _) = form.check(&()).unwrap() else { panic!("{form:?}") };
        assert_eq!(arrives, Some(Money::new(1_250, Currency::Usd)));
        assert_eq!(wrong(&typed("bic", "COBADEFF", "12345678"), "bank"), Some(ErrorCode::BicHasIban));
        assert_eq!(wrong(&typed("bic", "ICBKCNBJ", "12345678"), "bank"), Some(ErrorCode::BicIsChina));
        assert_eq!(wrong(&typed("bic", " ", "12345678"), "bank"), Some(ErrorCode::BicMissing));
        assert_eq!(wrong(&typed("", "", ""), "way"), Some(ErrorCode::WayMissing));
        assert_eq!(wrong(&PayeeForm { currency: String::new(), ..form }, "currency"), Some(ErrorCode::CurrencyMissing));
    }

    #[test]
    fn whoever_types_another_code_for_an_iban_is_told_what_it_is() {
        for (typed, code) in [
            ("CHASUS33", ErrorCode::IbanIsBic),
            ("coba de ff xxx", ErrorCode::IbanIsBic),
            ("1021 0009 9996", ErrorCode::IbanIsCnaps),
            ("1021 0009 9997", ErrorCode::IbanShape),
            ("DE89 3704", ErrorCode::IbanLength),
        ] {
            assert_eq!(iban(typed), Err(code), "{typed}");
        }
    }

    #[test]
    fn the_number_of_a_card_is_refused_and_not_kept() {
        let form = typed("bic", "CHASUS33", "4111 1111 1111 1111");
        assert_eq!(wrong(&form, "number"), Some(ErrorCode::NumberIsCard));
        assert_eq!(form.kept(), PayeeForm { number: String::new(), ..form });
    }
}
