//! The code of a bank: the Business Identifier Code.

use std::fmt;

use crate::{ErrorCode, Iban, text};

/// Countries whose banks have the IBANs of another: the code within the BIC, and that within the IBAN (SWIFT IBAN Registry,
/// release 99: what each country says of its territories).
const SHARED: &str = "GG-GB IM-GB JE-GB AX-FI BL-FR GF-FR GP-FR MF-FR MQ-FR NC-FR PF-FR PM-FR RE-FR TF-FR WF-FR YT-FR";

/// Every country there is (ISO 3166-1), and Kosovo, whose banks have codes.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK \
    FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE \
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO \
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW \
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// Which bank: four characters of its own, its country, where it is, and perhaps a branch (ISO 9362:2022).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bic {
    letters: [u8; 11],
}

impl Bic {
    /// What a person typed, with any spaces, small or full-width letters. Without a branch it is the bank's head office.
    ///
    /// # Errors
    /// [`ErrorCode::BicShape`] where no bank has such a code.
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let plain = text::half_width(typed);
        let kept = plain.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase());
        let plain: String = kept.take(12).collect();
        let bytes = plain.as_bytes();
        let shaped = matches!(bytes.len(), 8 | 11)
            && bytes.iter().all(u8::is_ascii_alphanumeric)
            && plain.get(4..6).is_some_and(|country| COUNTRIES.split_ascii_whitespace().any(|known| known == country));
        if !shaped {
            return Err(ErrorCode::BicShape);
        }
        let mut letters = *b"XXXXXXXXXXX";
        for (place, letter) in letters.iter_mut().zip(bytes) {
            *place = *letter;
        }
        Ok(Self { letters })
    }

    /// The country of the bank (ISO 3166-1), `DE`.
    #[must_use]
    pub fn country(&self) -> &str {
        self.letters.get(4..6).and_then(|country| str::from_utf8(country).ok()).unwrap_or_default()
    }

    /// Whether a bank with this code can have the account `iban`: they are of one country.
    #[must_use]
    pub fn is_of(&self, iban: &Iban) -> bool {
        let (bank, account) = (self.country(), iban.country());
        let shares = |pair: &str| pair.split_once('-') == Some((bank, account));
        bank == account || SHARED.split_ascii_whitespace().any(shares)
    }
}

impl fmt::Display for Bic {
    /// As it is printed: without a branch where it is the head office.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = str::from_utf8(&self.letters).unwrap_or_default();
        f.write_str(whole.strip_suffix("XXX").unwrap_or(whole))
    }
}

impl fmt::Debug for Bic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bic({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iban(typed: &str) -> Iban {
        Iban::from_typed(typed).unwrap()
    }

    #[test]
    fn a_head_office_has_two_ways_to_be_written() {
        let short = Bic::from_typed("coba de ff").unwrap();
        assert_eq!(short, Bic::from_typed("ＣＯＢＡDEFFXXX").unwrap());
        assert_eq!((short.to_string().as_str(), short.country()), ("COBADEFF", "DE"));
        assert_eq!(Bic::from_typed("COBADEFF123").unwrap().to_string(), "COBADEFF123");
    }

    #[test]
    fn what_no_bank_has_is_refused() {
        for wrong in ["", "COBADEF", "COBADEFFX", "COBADEFFXXXX", "COBA1EFF", "COBAQQFF", "COBADE-F", "СOBADEFF"] {
            assert_eq!(Bic::from_typed(wrong), Err(ErrorCode::BicShape), "{wrong}");
        }
    }

    #[test]
    fn a_bank_has_accounts_of_its_own_country() {
        let (german, british) = (iban("DE89 3704 0044 0532 0130 00"), iban("GB82 WEST 1234 5698 7654 32"));
        assert!(Bic::from_typed("COBADEFF").unwrap().is_of(&german));
        assert!(!Bic::from_typed("COBADEFF").unwrap().is_of(&british));
        assert!(Bic::from_typed("BARCJESH").unwrap().is_of(&british), "Jersey's are of the United Kingdom");
        assert!(!Bic::from_typed("BARCJESH").unwrap().is_of(&german));
    }
}
