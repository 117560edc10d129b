//! Choosing language, text size, colours and how far they stand apart, how much data a page may cost, and shortcuts.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{Contrast, DataUse, ErrorCode, Language, Preferences, Problems, Shortcuts, TextSize, Theme};

/// Six choices; one that is left out stays as it is, so that a single button can change a single one.
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
    /// A [`DataUse`] code, or empty.
    pub data: String,
    /// A [`Shortcuts`] code, or empty.
    pub shortcuts: String,
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
        let data = problems.keep("data", choice(&self.data, now.data, DataUse::from_code));
        let shortcuts = problems.keep("shortcuts", choice(&self.shortcuts, now.shortcuts, Shortcuts::from_code));
        match (language, text, theme, contrast, data.zip(shortcuts)) {
            (Some(language), Some(text), Some(theme), Some(contrast), Some((data, shortcuts))) => {
                Ok(Preferences { language, text, theme, contrast, data, shortcuts })
            }
            _ => Err(problems),
        }
    }
}

fn choice<T>(code: &str, now: T, from_code: fn(&str) -> Option<T>) -> Result<T, ErrorCode> {
    if code.is_empty() { Ok(now) } else { from_code(code).ok_or(ErrorCode::ChoiceUnknown) }
}
