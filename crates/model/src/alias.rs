//! What somebody can be found by who wants to be paid: a telephone number, or an e-mail address.

use std::fmt;

use crate::{ErrorCode, text};

/// What stands before a number of the country in which the bank is, where it is typed as people there dial it.
const HOME: &str = "44";
/// The fewest digits of a telephone number with its country, and the most (ITU-T E.164).
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
/// The most characters of an e-mail address (RFC 5321 section 4.5.3.1.3, without the brackets).
const EMAIL_LENGTH: usize = 254;
/// The most characters that are looked at. People group digits, and leave spaces behind.
const TYPED_LENGTH: usize = 300;

crate::coded! {
    /// By what somebody can be found.
    AliasWay {
        /// By their telephone number.
        Phone = "phone",
        /// By their e-mail address.
        Email = "email",
    }
}

/// A telephone number or an e-mail address, written in the one way in which it is compared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Alias {
    way: AliasWay,
    plain: String,
}

impl Alias {
    /// What a person typed: with an at sign it is an e-mail address, otherwise a telephone number.
    ///
    /// # Errors
    /// [`ErrorCode::AliasMissing`]; [`ErrorCode::AliasShape`] where it is neither.
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let line = text::one_line(&text::half_width(&typed.chars().take(TYPED_LENGTH).collect::<String>()));
        if line.is_empty() {
            return Err(ErrorCode::AliasMissing);
        }
        let found = if line.contains('@') {
            email(&line).map(|plain| Self { way: AliasWay::Email, plain })
        } else {
            phone(&line).map(|plain| Self { way: AliasWay::Phone, plain })
        };
        found.ok_or(ErrorCode::AliasShape)
    }

    /// Which of the two it is.
    #[must_use]
    pub const fn way(&self) -> AliasWay {
        self.way
    }

    /// As it is compared: `+447700900123`, `ann@example.org`.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.plain
    }
}

impl fmt::Debug for Alias {
    /// For logs: whose it is stays unsaid.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Alias({}…)", self.way.code())
    }
}

/// The digits of a number with the code of its country, and a plus before them.
fn phone(line: &str) -> Option<String> {
    let (plus, rest) = line.strip_prefix('+').map_or((false, line), |rest| (true, rest));
    if !rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.' | '/')) {
        return None;
    }
    // People write +44 (0)7700: the nought is not dialled from abroad.
    let rest = if plus { rest.replacen("(0)", "", 1) } else { rest.to_owned() };
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let number = if plus {
        digits
    } else if let Some(abroad) = digits.strip_prefix("00") {
        abroad.to_owned()
    } else {
        format!("{HOME}{}", digits.strip_prefix('0')?)
    };
    let fits = DIGITS.contains(&number.len()) && !number.starts_with('0');
    fits.then(|| format!("+{number}"))
}

/// An address in small letters: hardly anybody has two that differ in nothing else.
fn email(line: &str) -> Option<String> {
    let (name, domain) = line.split_once('@')?;
    let dotted = domain.contains('.') && domain.split('.').all(|part| !part.is_empty());
    let fits = !name.is_empty()
        && dotted
        && line.len() <= EMAIL_LENGTH
        && line.matches('@').count() == 1
        && line.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| line.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(typed: &str) -> Result<String, ErrorCode> {
        Alias::from_typed(typed).map(|alias| alias.plain().to_owned())
    }

    #[test]
    fn a_number_is_the_same_however_it_is_dialled() {
        for typed in
            ["07700 900123", "+44 7700 900123", "0044 7700-900123", "+44 (0)7700 900 123", "０７７００　９００１２３"]
        {
            assert_eq!(plain(typed).as_deref(), Ok("+447700900123"), "{typed}");
            assert_eq!(Alias::from_typed(typed).unwrap().way(), AliasWay::Phone);
        }
        assert_eq!(plain("+86 138 0013 8000").as_deref(), Ok("+8613800138000"));
    }

    #[test]
    fn an_address_is_compared_in_small_letters() {
        assert_eq!(plain(" Ann.Hart@Example.ORG ").as_deref(), Ok("ann.hart@example.org"));
        assert_eq!(Alias::from_typed("a@b.c").unwrap().way(), AliasWay::Email);
    }

    #[test]
    fn what_is_neither_is_said() {
        assert_eq!(plain("  "), Err(ErrorCode::AliasMissing));
        let long = format!("{}@example.org", "a".repeat(300));
        for typed in [
            "Ann",
            "7700 900123",
            "+0 7700 900123",
            "0770",
            "ann@",
            "@b.c",
            "a@b",
            "a@b..c",
            "a b@c.d",
            "a@b@c.d",
            &long,
        ] {
            assert_eq!(plain(typed), Err(ErrorCode::AliasShape), "{typed}");
        }
    }

    #[test]
    fn a_log_does_not_say_whose_it_is() {
        assert_eq!(format!("{:?}", Alias::from_typed("ann@example.org").unwrap()), "Alias(email…)");
    }
}
