//! What is read from somebody else: codes of bills and of banks, numbers and addresses by which people are found.

use model::{AccountNumber, Alias, Bic, EpcCode, Iban, PayeeCode};
use proptest::prelude::*;

fn code(name: &str, iban: Iban, amount: &str, reference: &str) -> String {
    format!("BCD\n002\n1\nSCT\n\n{name}\n{}\n{amount}\n\n\n{reference}", iban.electronic())
}

proptest! {
    /// Whatever a bank makes by the guidelines is read back to the letter.
    #[test]
    fn a_code_is_read_as_it_was_written(
        name in "[A-Za-z&.\u{4e00}-\u{9fa5}]{1,20}( [A-Za-z]{1,20})?",
        account in "[0-9]{18}",
        euros in 1..=999_999_999_u32,
        reference in "([A-Za-z0-9/]{1,10}( [A-Za-z0-9/]{1,10}){0,2})?",
    ) {
        let iban = Iban::made("DE", &account).unwrap();
        let read = EpcCode::from_typed(&code(&name, iban, &format!("EUR{euros}"), &reference));
        prop_assert_eq!(read, Ok(EpcCode { name, iban, bic: None, reference }));
    }

    /// Nothing else is taken for one: any line that is put in, taken out or spoilt.
    #[test]
    fn a_spoilt_code_is_not_read(account in "[0-9]{18}", at in 0..7_usize, letter in "[a-z!é]") {
        let iban = Iban::made("DE", &account).unwrap();
        let whole = code("Ann", iban, "EUR5", "rent");
        let lines: Vec<&str> = whole.lines().collect();
        // The name may be any.
        prop_assume!(at != 5);
        let spoilt: Vec<String> =
            lines.iter().enumerate().map(|(place, line)| if place == at { format!("{line}{letter}") } else { (*line).to_owned() }).collect();
        prop_assert!(EpcCode::from_typed(&spoilt.join("\n")).is_err());
        let without: Vec<&str> = lines.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, line)| *line).collect();
        prop_assert!(EpcCode::from_typed(&without.join("\n")).is_err());
    }

    /// The code of an account here says its name and its number, and nothing else is taken for it.
    #[test]
    fn an_account_here_is_read_as_it_was_written(
        name in "[A-Za-z&.\u{4e00}-\u{9fa5}]{1,30}( [A-Za-z]{1,30})?",
        serial in 0..AccountNumber::SERIALS,
        letter in "[A-Za-z]",
    ) {
        let number = AccountNumber::from_serial(serial).unwrap();
        let text = PayeeCode::here(&name, number);
        prop_assert!(PayeeCode::from_typed(&[letter.as_str(), &text].concat()).is_err());
        prop_assert!(PayeeCode::from_typed(&[text.as_str(), &letter].concat()).is_err());
        prop_assert_eq!(PayeeCode::from_typed(&text), Ok(PayeeCode::Here { name, number }));
    }

    /// Whatever is typed, it ends; and what is read fits the form it fills in.
    #[test]
    fn what_is_read_fits_its_form(typed in any::<String>(), tail in "[\u{0}-\u{ff}\n]{0,60}") {
        let head = format!("BCD\n002\n1\nSCT\n\n{tail}");
        for text in [typed, head] {
            if let Ok(code) = EpcCode::from_typed(&text) {
                prop_assert!(!code.name.is_empty() && code.name.chars().count() <= 70);
                prop_assert!(code.reference.chars().count() <= 35);
            }
        }
    }

    /// A bank's code is written as what reads the same, in whichever way it was typed.
    #[test]
    fn a_bank_reads_as_it_is_written(plain in "[A-Z0-9]{4}(AD|CN|DE|GB|GG|XK|ZW)[A-Z0-9]{2}([A-Z0-9]{3})?") {
        let bic = Bic::from_typed(&plain).unwrap();
        prop_assert_eq!(Bic::from_typed(&bic.to_string()), Ok(bic));
        prop_assert_eq!(Bic::from_typed(&plain.to_lowercase()), Ok(bic));
        prop_assert_eq!(bic.country(), &plain[4..6]);
    }

    /// A number is one number however its digits are grouped; and what is read reads the same again.
    #[test]
    fn an_alias_reads_as_it_is_compared(digits in "[1-9][0-9]{7,9}", gap in "[ ()./-]{0,2}", typed in any::<String>()) {
        let (head, tail) = digits.split_at(3);
        let alias = Alias::from_typed(&format!("0{head}{gap}{tail}")).unwrap();
        let abroad = format!("+44{digits}");
        prop_assert_eq!(alias.plain(), abroad.as_str());
        for alias in [Ok(alias), Alias::from_typed(&typed)].into_iter().flatten() {
            prop_assert_eq!(Alias::from_typed(alias.plain()), Ok(alias));
        }
    }
}
