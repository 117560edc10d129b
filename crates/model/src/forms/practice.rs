//! What is typed in practice: pretend details only. Nothing that was typed here is ever kept or shown again, because
//! somebody may type their real details by mistake.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems, text};

/// An answer to a question of a lesson: one of a few choices.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// The choice, `a`, `b` or `c`.
    pub choice: String,
}

impl Form for AnswerForm {
    type Context = ();
    /// Which one, from 0.
    type Value = usize;

    fn check(&self, (): &()) -> Result<usize, Problems> {
        let chosen = ["a", "b", "c"].iter().position(|known| *known == self.choice);
        chosen.ok_or_else(|| Problems::one("choice", ErrorCode::ChoiceUnknown))
    }
}

/// The details that a lesson shows on a card, to be copied from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pretend {
    /// The user name.
    pub name: String,
    /// The password.
    pub password: String,
}

/// The first page of a pretend sign-in.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PretendForm {
    /// The user name. Under another name than in the real form, so that no browser fills a real one in.
    pub pretend_name: String,
    /// The password, as above.
    pub pretend_word: String,
}

impl std::fmt::Debug for PretendForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PretendForm")
    }
}

impl Form for PretendForm {
    type Context = Pretend;
    type Value = ();

    fn check(&self, card: &Pretend) -> Result<(), Problems> {
        let mut problems = Problems::none();
        for (field, typed, wanted, code) in [
            ("pretend_name", &self.pretend_name, &card.name, ErrorCode::PretendName),
            ("pretend_word", &self.pretend_word, &card.password, ErrorCode::PretendWord),
        ] {
            if !is_copy(typed, wanted) {
                problems.add(field, code);
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}

/// A pretend code.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PretendCodeForm {
    /// The six digits.
    pub pretend_code: String,
}

impl std::fmt::Debug for PretendCodeForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PretendCodeForm")
    }
}

impl Form for PretendCodeForm {
    /// The code that the page shows.
    type Context = String;
    type Value = ();

    fn check(&self, shown: &String) -> Result<(), Problems> {
        let fits = is_copy(&self.pretend_code, shown);
        if fits { Ok(()) } else { Err(Problems::one("pretend_code", ErrorCode::PretendCode)) }
    }

    fn kept(&self) -> Self {
        Self::default()
    }
}

/// Whether `typed` is what stood on the card. Spaces, capitals and full-width letters are no mistake.
fn is_copy(typed: &str, wanted: &str) -> bool {
    let plain =
        |text: &str| text::half_width(text).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    plain(typed) == plain(wanted)
}
