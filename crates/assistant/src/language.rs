//! Which language somebody writes in, message by message.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::normalise::is_han;

/// A language that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spoken {
    /// English.
    English,
    /// Chinese, in whichever characters.
    Chinese,
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::English => "English",
            Self::Chinese => "Chinese",
        })
    }
}

/// How many Latin letters say as much as one Chinese character, roughly.
const LETTERS_A_CHARACTER: usize = 4;

/// The language of `text`; `None` where it has no letter of either, and whoever asks stays with the language before.
#[must_use]
pub fn spoken(text: &str) -> Option<Spoken> {
    let han = text.chars().filter(|character| is_han(*character)).count();
    let letters = text.chars().filter(|character| character.is_alphabetic() && !is_han(*character)).count();
    match (han, letters) {
        (0, 0) => None,
        (han, letters) if han * LETTERS_A_CHARACTER >= letters && han > 0 => Some(Spoken::Chinese),
        _ => Some(Spoken::English),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_the_other_language_does_not_change_it() {
        assert_eq!(spoken("请转200给Daniel"), Some(Spoken::Chinese));
        assert_eq!(spoken("我的 Visa 卡丢了"), Some(Spoken::Chinese));
        assert_eq!(spoken("pay 陈秀英 twenty pounds for the tea"), Some(Spoken::English));
        assert_eq!(spoken("20.00"), None);
    }
}
