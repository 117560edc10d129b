//! The text of a QR code that stands for being paid: of a bill from anywhere, or of an account of this bank.

use crate::{AccountNumber, EpcCode, ErrorCode, forms::NAME_LENGTH, text};

/// What the code of an account of this bank begins with. The 1 is for a way of writing it that may come later.
const OURS: &str = "BANYAN 1";

/// Whom a code stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PayeeCode {
    /// Somebody at another bank, or any bank, in euros.
    Elsewhere(EpcCode),
    /// Somebody with an account here.
    Here {
        /// The name on their account.
        name: String,
        /// Its number.
        number: AccountNumber,
    },
}

impl PayeeCode {
    /// What a code says, line by line, as a telephone reads it.
    ///
    /// # Errors
    /// As [`EpcCode::from_typed`]; and whatever is wrong with an account number.
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let lines: Vec<&str> = typed.trim().lines().map(str::trim).collect();
        if lines.first() != Some(&OURS) {
            return EpcCode::from_typed(typed).map(Self::Elsewhere);
        }
        let [_, name, number] = lines.as_slice() else { return Err(ErrorCode::CodeTextShape) };
        let name = text::one_line(name);
        let length = text::length(&name);
        if length == 0 || length > NAME_LENGTH || text::turns_direction(&name) || text::holds_noncharacter(&name) {
            return Err(ErrorCode::CodeTextShape);
        }
        Ok(Self::Here { name, number: AccountNumber::from_typed(number)? })
    }

    /// The text of the code of an account of this bank. Whoever reads it with anything else reads a name and a number.
    #[must_use]
    pub fn here(name: &str, number: AccountNumber) -> String {
        format!("{OURS}\n{}\n{number}", text::one_line(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_back() {
        let number = AccountNumber::from_serial(7).unwrap();
        let text = PayeeCode::here("Hart & Daughter\nBakery", number);
        assert_eq!(text.lines().count(), 3);
        let name = "Hart & Daughter Bakery".to_owned();
        for typed in [text.clone(), text.replace('\n', "\r\n"), format!("\n{text} \n")] {
            assert_eq!(PayeeCode::from_typed(&typed), Ok(PayeeCode::Here { name: name.clone(), number }), "{typed:?}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let number = AccountNumber::from_serial(7).unwrap();
        let long = "x".repeat(71);
        for (typed, wrong) in [
            ("BANYAN 2\nAnn\n1".to_owned(), ErrorCode::CodeTextShape),
            ("BANYAN 1\nAnn".to_owned(), ErrorCode::CodeTextShape),
            (format!("BANYAN 1\n\n{number}"), ErrorCode::CodeTextShape),
            (format!("BANYAN 1\n{long}\n{number}"), ErrorCode::CodeTextShape),
            (format!("BANYAN 1\nA\u{202e}n\n{number}"), ErrorCode::CodeTextShape),
            (format!("BANYAN 1\nAnn\n{number}\nmore"), ErrorCode::CodeTextShape),
            ("BANYAN 1\nAnn\n123".to_owned(), ErrorCode::AccountNumberLength),
            (String::new(), ErrorCode::CodeTextMissing),
        ] {
            assert_eq!(PayeeCode::from_typed(&typed), Err(wrong), "{typed}");
        }
    }
}
