//! How a person wants to read: language, size of text, colours.

use serde::{Deserialize, Serialize};

crate::coded! {
    /// The language of every sentence (BCP 47).
    #[derive(Default)]
    Language {
        /// English.
        #[default]
        En = "en",
        /// Simplified Chinese.
        Zh = "zh",
    }

    /// One product in two sizes; Large is 长辈版.
    #[derive(Default)]
    TextSize {
        /// 19 px body text.
        #[default]
        Standard = "standard",
        /// 26 px body text, fewer things at a time.
        Large = "large",
    }

    /// Which colours: those of the device, or always light or dark.
    #[derive(Default)]
    Theme {
        /// As the device says (`prefers-color-scheme`).
        #[default]
        Device = "device",
        /// Dark ink on paper.
        Light = "light",
        /// Light ink on a dark ground.
        Dark = "dark",
    }
}

/// How one person reads the bank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Preferences {
    /// The language of every sentence.
    pub language: Language,
    /// Standard or Large.
    pub text: TextSize,
    /// Light, dark, or as the device says.
    pub theme: Theme,
}
