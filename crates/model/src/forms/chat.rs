//! Saying something to the bank, in a conversation.

use serde::{Deserialize, Serialize};

use super::{Form, ticket::message};
use crate::Problems;

/// The most characters of the name that its sender gives to what they say.
const KEY_LENGTH: usize = 40;

/// Something that is said.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SayForm {
    /// What, in a person's own words.
    pub words: String,
    /// What its sender calls it, so that it is said once even where it is sent twice. May be empty.
    pub key: String,
}

// What somebody says to their bank is not for a log.
impl std::fmt::Debug for SayForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SayForm").field("key", &self.key).finish_non_exhaustive()
    }
}

/// The same, as it is taken.
#[derive(Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// What is said; several lines.
    pub words: String,
    /// What its sender calls it.
    pub key: Option<String>,
}

impl std::fmt::Debug for NewMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewMessage").field("key", &self.key).finish_non_exhaustive()
    }
}

impl Form for SayForm {
    type Context = ();
    type Value = NewMessage;

    fn check(&self, (): &()) -> Result<NewMessage, Problems> {
        let words = message(&self.words).map_err(|code| Problems::one("words", code))?;
        // A name that no page of ours gave is none: nobody typed it.
        let is_key =
            |key: &&str| (1..=KEY_LENGTH).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric());
        Ok(NewMessage { words, key: Some(self.key.as_str()).filter(is_key).map(str::to_owned) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorCode;

    #[test]
    fn something_is_said_and_a_name_is_letters_and_digits() {
        let said = |words: &str, key: &str| SayForm { words: words.to_owned(), key: key.to_owned() }.check(&());
        assert_eq!(said(" \n", "").unwrap_err().of("words"), Some(ErrorCode::TicketWordsMissing));
        let new = said(" Where is\r\nmy card? ", "0abc").unwrap();
        assert_eq!((new.words.as_str(), new.key.as_deref()), ("Where is\nmy card?", Some("0abc")));
        for none in ["", "a b", "\"", &"a".repeat(41)] {
            assert_eq!(said("x", none).unwrap().key, None, "{none}");
        }
    }
}
