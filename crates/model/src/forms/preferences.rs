//! Choosing language, text size and colours.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Language, Preferences, Problems, TextSize, Theme};

/// Three choices; one that is left out stays as it is, so that a single button can change a single one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreferencesForm {
    /// A [`Language`] code, or empty.
    pub language: String,
    /// A [`TextSize`] code, or empty.
    pub text: String,
    /// A [`Theme`] code, or empty.
    pub theme: String,
}

impl Form for PreferencesForm {
    /// What holds now.
    type Context = Preferences;
    type Value = Preferences;

    fn check(&self, now: &Preferences) -> Result<Preferences, Problems> {
        let mut problems = Problems::none();
        let language = problems.keep("language", choice(&self.language, now.language, Language::from_code));
        let text = problems.keep("text", choice(&self.text, now.text, TextSize::from_code));
        let theme = problems.keep("theme", choice(&self.theme, now.theme, Theme::from_code));
        match (language, text, theme) {
            (Some(language), Some(text), Some(theme)) => Ok(Preferences { language, text, theme }),
            _ => Err(problems),
        }
    }
}

fn choice<T>(code: &str, now: T, from_code: fn(&str) -> Option<T>) -> Result<T, ErrorCode> {
    if code.is_empty() { Ok(now) } else { from_code(code).ok_or(ErrorCode::ChoiceUnknown) }
}
