//! What nobody should have typed into a conversation is taken out before anything is kept of it.
//!
//! Where in doubt it is taken out: a number that is missing can be asked for again, one that is kept can be stolen.

mod checks;
mod numbers;
mod secrets;

use std::ops::Range;

/// What was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Secret {
    /// The number of a card.
    Card,
    /// An international bank account number.
    Iban,
    /// The number of a Chinese resident.
    Resident,
    /// A telephone number.
    Phone,
    /// A one-time code, a PIN, the code on the back of a card.
    Code,
    /// A password.
    Password,
    /// Some other number of twelve digits or more: a card number with a slip in it, an account.
    Number,
}

impl Secret {
    /// What stands in its place.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Card => "[card]",
            Self::Iban => "[iban]",
            Self::Resident => "[resident]",
            Self::Phone => "[phone]",
            Self::Code => "[code]",
            Self::Password => "[password]",
            Self::Number => "[number]",
        }
    }
}

/// A text that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The text, with a mark in the place of each secret.
    pub text: String,
    /// What was taken out, in the order in which it stood there.
    pub secrets: Vec<Secret>,
}

/// A secret and the characters it takes up.
type Found = (Range<usize>, Secret);

/// Takes out everything that is secret.
#[must_use]
pub fn redact(text: &str) -> Redacted {
    let characters: Vec<char> = text.chars().collect();
    // One character for each, so that places are the same in both.
    let plain: Vec<char> = characters.iter().map(|character| half_width(*character)).collect();
    let mut found: Vec<Found> = secrets::passwords(&plain);
    found.extend(numbers::ibans(&plain));
    found.extend(numbers::numbers(&plain));
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let (mut kept, mut secrets, mut after) = (String::new(), Vec::new(), 0);
    for (span, secret) in found {
        if span.start >= after {
            kept.extend(&characters[after..span.start]);
            kept.push_str(secret.mark());
            secrets.push(secret);
            after = span.end;
        } else if span.end > after {
            // Two that overlap are one longer one.
            after = span.end;
        }
    }
    kept.extend(&characters[after..]);
    Redacted { text: kept, secrets }
}

/// The usual form of a full-width character, in small letters.
fn half_width(character: char) -> char {
    let usual = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    };
    usual.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn secrets_are_taken_out_and_the_rest_stays() {
        for (said, kept) in [
            ("my card is 4111 1111 1111 1111, exp 12/27", "my card is [card], exp 12/27"),
            ("卡号４１１１１１１１１１１１１１１１，丢了", "卡号[card]，丢了"),
            ("card 4111-1111-1111-1111 123", "card [card] 123"),
            ("send it to GB82 WEST 1234 5698 7654 32 please", "send it to [iban] please"),
            ("身份证11010519491231002X", "身份证[resident]"),
            ("我的手机是13812345678", "我的手机是[phone]"),
            ("call me on +44 7700 900123 or 07700 900123", "call me on [phone] or [phone]"),
            ("the code is 482913", "the code is [code]"),
            ("验证码是482913，对吗", "验证码是[code]，对吗"),
            ("482913", "[code]"),
            ("my password is hunter2!", "my password is [password]"),
            ("密码是abc12345", "密码是[password]"),
            ("password: correct-horse", "password: [password]"),
            ("my card number is 4111 1111 1111 1112", "my card number is [number]"),
        ] {
            assert_eq!(redact(said).text, kept);
        }
    }

    #[test]
    fn what_is_no_secret_stays() {
        for said in [
            "I paid £1,250.00 on 12 March 2024",
            "my password is not working",
            "我的密码错了",
            "I got a code but 20 pounds are missing",
            "转给妈妈 5000 元",
            "order 12345 has not come",
        ] {
            assert_eq!(redact(said).text, said);
            assert!(redact(said).secrets.is_empty());
        }
    }

    fn check_digit(digits: &str) -> char {
        (0..10)
            .filter_map(|digit| char::from_digit(digit, 10))
            .find(|digit| checks::is_card(&format!("{digits}{digit}")))
            .expect("one of ten digits fits")
    }

    proptest! {
        #[test]
        fn no_card_number_stays_however_it_is_grouped(digits in "[3-6][0-9]{14}", mark in "[ -]", before in "[a-z ]{0,20}") {
            let number = format!("{digits}{}", check_digit(&digits));
            let groups: Vec<&str> = (0..16).step_by(4).map(|at| &number[at..at + 4]).collect();
            for written in [number.clone(), groups.join(&mark)] {
                let kept = redact(&format!("{before} {written} ok")).text;
                prop_assert!(!kept.chars().any(|character| character.is_ascii_digit()), "{}", kept);
            }
        }

        #[test]
        fn taking_out_twice_takes_out_nothing_more(said in "\\PC{0,80}") {
            let once = redact(&said).text;
            prop_assert_eq!(redact(&once).text, once);
        }
    }
}
