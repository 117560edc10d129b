//! Being found by a telephone number or an e-mail address, by whoever wants to pay.
//!
//! Nobody is found who has not chosen it. What a payer finds is an account and half of a name; it is the account that
//! they approve, and that stays with the payee they have saved. Somebody who does not want to be found, and somebody who
//! is no customer, are the same to them.

mod find;
mod own;

use model::{AccountId, AccountNumber, AliasWay, CustomerId};

pub use find::{FINDS, Found, find};
pub use own::{Own, choose, may_be_paid, own, suggested};

use crate::security::Contact;

/// Who is found by what, and into which account they are paid, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Whether by their number or their address.
    pub way: AliasWay,
    /// Into which account.
    pub account: AccountId,
    /// The number or address by which they are found, as it is compared.
    pub address: String,
}

/// Whoever is found.
#[derive(Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub customer: CustomerId,
    /// Their name.
    pub name: String,
    /// The number of the account into which they are paid.
    pub number: AccountNumber,
    /// Where the bank tells them things now: what was theirs once finds nobody.
    pub contact: Contact,
}

/// Half of a name, by which somebody who knows the person knows them again: the first name and an initial; of a Chinese
/// name without spaces, what comes after the family name.
#[must_use]
pub fn masked(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [] => String::new(),
        [only] if only.chars().all(is_han) && only.chars().count() > 1 => {
            std::iter::once('*').chain(only.chars().skip(1)).collect()
        }
        [only] => format!("{}.", only.chars().take(1).collect::<String>()),
        [first, .., last] => {
            let initial: String = last.chars().take(1).collect();
            format!("{first} {initial}.")
        }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::masked;

    #[test]
    fn who_knows_somebody_knows_them_again() {
        for (name, half) in [
            ("Anna Whitfield", "Anna W."),
            ("Anna Jane  Whitfield", "Anna W."),
            ("陈秀英", "*秀英"),
            ("李明", "*明"),
            ("陈", "陈."),
            ("Cher", "C."),
            ("", ""),
        ] {
            assert_eq!(masked(name), half, "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_last_name_is_never_told(
            first in "[A-Z][a-z]{1,8}",
            last in "[A-Z][a-z]{2,12}",
            han in "[\u{4e00}-\u{9fa5}]{2,4}",
        ) {
            let whole = [first.as_str(), " ", &last].concat();
            prop_assert!(first.contains(&last) || !masked(&whole).contains(&last), "{}", whole);
            let told = masked(&han);
            prop_assert!(told.starts_with('*') && told.chars().skip(1).eq(han.chars().skip(1)), "{} {}", han, told);
        }
    }
}
