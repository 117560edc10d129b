//! How a person wants to read: language, size of text, colours.

use serde::{Deserialize, Serialize};

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every choice, in the order people see them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word used in forms, cookies, the database and `data-` attributes.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The choice with this word.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.code() == code)
            }
        }
    };
}

choices! {
    /// The language of every sentence (BCP 47).
    Language {
        /// English.
        #[default]
        En = "en",
        /// Simplified Chinese.
        Zh = "zh",
    }
}

choices! {
    /// One product in two sizes; Large is 长辈版.
    TextSize {
        /// 19 px body text.
        #[default]
        Standard = "standard",
        /// 26 px body text, fewer things at a time.
        Large = "large",
    }
}

choices! {
    /// Which colours: those of the device, or always light or dark.
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
