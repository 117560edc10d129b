//! Naming somebody who is told when something unusual happens.

use serde::{Deserialize, Serialize};

use super::{Form, NAME_LENGTH};
use crate::{ErrorCode, Problems, text};

/// The most characters of a mail address (RFC 5321 section 4.5.3.1.3).
const EMAIL_LENGTH: usize = 254;

/// A trusted contact.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TrustedForm {
    /// What they are called.
    pub name: String,
    /// Their mail address.
    pub email: String,
}

impl Form for TrustedForm {
    type Context = ();
    /// The name on one line, and the mail address.
    type Value = (String, String);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let name = text::one_line(&self.name);
        if name.is_empty() {
            problems.add("name", ErrorCode::TrustedNameMissing);
        } else if text::length(&name) > NAME_LENGTH {
            problems.add("name", ErrorCode::PayeeNameLength);
        } else if text::turns_direction(&name) {
            problems.add("name", ErrorCode::TextNotAllowed);
        }
        let email = text::half_width(self.email.trim());
        if !is_email(&email) {
            problems.add("email", ErrorCode::EmailShape);
        }
        if problems.is_empty() { Ok((name, email)) } else { Err(problems) }
    }

    fn kept(&self) -> Self {
        let short = |text: &str| text.chars().take(EMAIL_LENGTH).collect();
        Self { name: short(&self.name), email: short(&self.email) }
    }
}

/// Whether something can be a mail address: whether it is one, only a mail to it can tell.
fn is_email(text: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | ',' | ';' | '"' | '@');
    let Some((local, domain)) = text.split_once('@') else { return false };
    let labels = domain.split('.').all(|label| !label.is_empty());
    text.len() <= EMAIL_LENGTH
        && !local.is_empty()
        && domain.contains('.')
        && labels
        && local.chars().chain(domain.chars()).all(plain)
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn what_can_be_an_address_is_taken_and_slips_are_not() {
        for good in ["anna@example.org", "a.b+c@mail.example.co.uk", "陈@例子.中国"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "anna", "anna@", "@example.org", "anna@example", "a b@example.org", "a@@example.org", "a@b..c"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
