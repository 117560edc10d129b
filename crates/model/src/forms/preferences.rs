//! Choosing language, text size, colours and how far they stand apart.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{Contrast, ErrorCode, Language, Preferences, Problems, TextSize, Theme};

/// Four choices; one that is left out stays as it is, so that a single button can change a single one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreferencesForm {
    /// A [`Language`] code, or empty.
    pub language: String,
    /// A [`TextSize`] code, or empty.
    pub text: String,
    /// A [`Theme`] code, or empty.
    pub theme: String,
    /// A [`Contrast`] code, or empty.
    pub contrast: String,
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
        let contrast = problems.keep("contrast", choice(&self.contrast, now.contrast, Contrast::from_code));
        match (language, text, theme, contrast) {
            (Some(language), Some(text), Some(theme), Some(contrast)) => {
                Ok(Preferences { language, text, theme, contrast })
            }
            _ => Err(problems),
        }
    }
}

fn choice<T>(code: &str, now: T, from_code: fn(&str) -> Option<T>) -> Result<T, ErrorCode> {
    if code.is_empty() { Ok(now) } else { from_code(code).ok_or(ErrorCode::ChoiceUnknown) }
}
